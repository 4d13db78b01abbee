package file

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Schema is how nights of one number are built: by the first text and then,
// as those of the numbers before are brought up to date, by the steps.
type Schema struct {
	number   int
	texts    []string // what makes schema i+1 of schema i, from the empty file on
	contents Contents

	once sync.Once // for what follows
	made map[string]made
	err  error
}

// Contents is how the rows of a schema are checked.
type Contents struct {
	Steps func(q Querier) (int, error) // how many steps Check reports
	Check func(i *Inspection) error    // looks over the rows
}

// NewSchema is the schema that the texts build one after the other, from the
// empty file on. Its number is how many there are.
func NewSchema(c Contents, texts ...string) *Schema {
	return &Schema{number: len(texts), texts: texts, contents: c}
}

// Number is the schema's number, from 1, which is the file's user_version.
func (s *Schema) Number() int { return s.number }

// Before is the schema of an older number.
func (s *Schema) Before(number int) *Schema { return NewSchema(s.contents, s.texts[:number]...) }

// Next is a schema that a step makes of this one.
func (s *Schema) Next(step string) *Schema {
	return NewSchema(s.contents, append(slices.Clone(s.texts), step)...)
}

// sql builds a night of the schema in an empty file.
func (s *Schema) sql() string { return strings.Join(s.texts, "\n") }

// write makes an empty file one of the schema.
func (s *Schema) write(e Execer) error {
	for _, statement := range []string{
		pragma("application_id", applicationID), pragma("user_version", s.number), s.sql(),
	} {
		if _, err := e.Exec(statement); err != nil {
			return err
		}
	}
	return nil
}

// A made thing is a table, index, view or trigger as SQLite keeps it.
type made struct{ kind, name, table, sql string }

// Names lists what a night of this schema holds of one kind, "table" or
// "view", sorted.
func (s *Schema) Names(kind string) ([]string, error) {
	want, err := s.expected()
	return namesOf(want, kind), err
}

func namesOf(all map[string]made, kind string) []string {
	var names []string
	for _, m := range all {
		if m.kind == kind {
			names = append(names, m.name)
		}
	}
	slices.Sort(names)
	return names
}

// expected is what a night of this schema holds.
func (s *Schema) expected() (map[string]made, error) {
	s.once.Do(func() { s.made, s.err = s.build() })
	return s.made, s.err
}

// build makes an empty night in memory and lists what is in it.
func (s *Schema) build() (map[string]made, error) {
	db, err := sql.Open(driverName, ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(s.sql()); err != nil {
		return nil, err
	}
	return listMade(db)
}

// Altered says in what a file's schema is not this one, or "".
func (s *Schema) Altered(path string) (string, error) {
	db, err := Connect(path, ForReading, 1)
	if err != nil {
		return "", err
	}
	defer db.Close()
	return s.altered(db)
}

func listMade(db *sql.DB) (map[string]made, error) {
	// Statistics that somebody gathered with ANALYZE change no meaning.
	rows, err := db.Query(`SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema
		WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string]made{}
	for rows.Next() {
		var m made
		if err := rows.Scan(&m.kind, &m.name, &m.table, &m.sql); err != nil {
			return nil, err
		}
		all[m.kind+" "+m.name] = m
	}
	return all, rows.Err()
}

// altered says in what the file's schema is not ours, or "". A night that
// was mailed may carry triggers and views of its own.
func (s *Schema) altered(db *sql.DB) (string, error) {
	want, err := s.expected()
	if err != nil {
		return "", err
	}
	have, err := listMade(db)
	if err != nil {
		return "", err
	}
	for key, m := range have {
		if w, ok := want[key]; !ok {
			return fmt.Sprintf("it has a %s %q that Nightdesk did not make", m.kind, m.name), nil
		} else if !sameSQL(w, m) {
			return fmt.Sprintf("its %s %q is not as Nightdesk makes it", m.kind, m.name), nil
		}
	}
	for key, w := range want {
		if _, ok := have[key]; !ok {
			return fmt.Sprintf("its %s %q is missing", w.kind, w.name), nil
		}
	}
	return "", nil
}

func sameSQL(a, b made) bool {
	return a.table == b.table && strings.TrimSpace(a.sql) == strings.TrimSpace(b.sql)
}
