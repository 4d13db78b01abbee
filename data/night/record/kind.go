package record

import (
	"crypto/sha256"
	"fmt"
)

// A SubjectKind is what the world outside calls a thing that acts are about.
type SubjectKind string

// A Spec declares a kind of versions, each of which says one T.
type Spec[T any] struct {
	Name    string      // of the kind and of its first table
	Subject SubjectKind // what its versions are about
	Sole    bool        // there is one such subject a night, so that it has no id outside

	// Columns are those of the table that has one row a version, named as the
	// kind; nil where a version is said by lists alone. Their order is part of the
	// file's format, since hashes run over it: what a later schema adds goes to
	// the end and is Optional.
	Columns func(t *T) []Column
	Lists   []List[T]

	ByArrival bool // things are read in the order in which they came into the night, else of their last versions
	Bytes     bool // the subject is the hash of bytes that are stored outside the versions
}

// A List declares a table that has any number of rows a version, which say a
// list within a T.
type List[T any] struct {
	table   string
	columns []string
	rows    func(t *T) [][]Column
	grow    func(t *T) []Column // the places of one more row
}

// ListOf is a List of the Rs that of points to, which are in the order of the
// table.
func ListOf[T, R any](table string, of func(t *T) *[]R, columns func(r *R) []Column) List[T] {
	return List[T]{
		table:   table,
		columns: names(columns(new(R))),
		rows: func(t *T) [][]Column {
			var rows [][]Column
			for i := range *of(t) {
				rows = append(rows, columns(&(*of(t))[i]))
			}
			return rows
		},
		grow: func(t *T) []Column {
			list := of(t)
			*list = append(*list, *new(R))
			return columns(&(*list)[len(*list)-1])
		},
	}
}

func names(columns []Column) []string {
	var all []string
	for _, c := range columns {
		all = append(all, c.Name)
	}
	return all
}

// A Kind is a declared kind of versions.
type Kind[T any] struct {
	*kind
	spec Spec[T]
}

// A kind is a Kind without its type.
type kind struct {
	name      string
	subject   SubjectKind
	sole      bool
	tables    []table
	byArrival bool
	bytes     bool
}

func (k *kind) declared() *kind { return k }

// NewKind declares a kind.
func NewKind[T any](s Spec[T]) *Kind[T] {
	k := &kind{name: s.Name, subject: s.Subject, sole: s.Sole, byArrival: s.ByArrival, bytes: s.Bytes}
	if s.Columns != nil {
		k.tables = append(k.tables, table{name: s.Name, columns: names(s.Columns(new(T)))})
	}
	for _, l := range s.Lists {
		k.tables = append(k.tables, table{name: l.table, columns: l.columns, many: true})
	}
	return &Kind[T]{k, s}
}

// content is what a T says.
func (k *Kind[T]) content(t *T) content {
	var c content
	if k.spec.Columns != nil {
		c = append(c, []row{values(k.spec.Columns(t))})
	}
	for _, l := range k.spec.Lists {
		var rows []row
		for _, columns := range l.rows(t) {
			rows = append(rows, values(columns))
		}
		c = append(c, rows)
	}
	return c
}

func values(columns []Column) row {
	r := make(row, len(columns))
	for i, c := range columns {
		r[i] = valueAt(c.Place)
	}
	return r
}

// read is the T that a content says.
func (k *Kind[T]) read(c content) (t T, err error) {
	if k.spec.Columns != nil {
		if len(c[0]) != 1 {
			return t, fmt.Errorf("%s has %d rows where it has one", k.name, len(c[0]))
		}
		if err := k.tables[0].set(k.spec.Columns(&t), c[0][0]); err != nil {
			return t, err
		}
	}
	for i, l := range k.spec.Lists {
		at := len(k.tables) - len(k.spec.Lists) + i
		for _, r := range c[at] {
			if err := k.tables[at].set(l.grow(&t), r); err != nil {
				return t, err
			}
		}
	}
	return t, nil
}

// set puts one row in its places.
func (t table) set(columns []Column, r row) error {
	for i, c := range columns {
		if err := setAt(c.Place, r[i]); err != nil {
			return fmt.Errorf("%s of %s: %w", c.Name, t.name, err)
		}
	}
	return nil
}

// hash is the SHA-256 of what a version says in the encoding that package
// night's documentation describes. Nothing in it is local to a copy of the
// night.
func (k *kind) hash(c content) []byte {
	h := sha256.New()
	for i, t := range k.tables {
		fmt.Fprintf(h, "table %s %d\n", t.name, len(c[i]))
		for _, r := range c[i] {
			h.Write(encode(r))
		}
	}
	return h.Sum(nil)
}
