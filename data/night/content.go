package night

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A table holds part of what a version says: one row, or many by position.
type table struct {
	name    string
	columns []string // without version and position
	many    bool     // any number of rows, numbered from 0 in column position
}

// A kind is one kind of version: which tables say it and what the world
// outside this package calls the thing that it is about.
type kind struct {
	subject string // Subject.Kind
	tables  []table
}

// kinds lists what can be said in a night. Column order is part of the file
// format, since the hash of a version runs over it: columns that a later
// schema adds go to the end and may be NULL.
var kinds = map[string]kind{
	"details": {"details", []table{{name: "details", columns: words("title place zone headline standfirst publisher address oldest_first struck second_eye language rehearsal")}}},
	"colour":  {"colour", []table{{name: "colour", columns: words("rgb")}}},
	"author":  {"author", []table{{name: "author", columns: words("name initials")}}},
	"contest": {"contest", []table{{name: "contest", columns: words("position name code date kind seats group_name method")}}},
	"candidate": {"contest", []table{{name: "candidate",
		columns: words("position forenames surname party_id party_name party_short description person")}}},
	"votes": {"contest", []table{{name: "votes", columns: words("votes")}}},
	"papers": {"contest", []table{{name: "papers",
		columns: words("electorate verified rejected no_mark too_many identity uncertain turnout_read majority_read")}}},
	"state": {"contest", []table{{name: "state", columns: words("state recount revision declared")}}},
	"baseline": {"contest", []table{
		{name: "baseline", columns: words("position name date notional seats electorate verified rejected")},
		{name: "baseline_candidate", many: true,
			columns: words("id forenames surname party_id party_name party_short description person votes")}}},
	"answer": {"contest", []table{{name: "answer", columns: words("code figures reason")}}},
	"lot":    {"contest", []table{{name: "lot", many: true, columns: words("candidate")}}},
	"entry": {"entry", []table{
		{name: "entry", columns: words("kicker text key_moment key_label pinned withdrawn happened published updated tags seen_by")},
		{name: "entry_author", many: true, columns: words("author")},
		{name: "frozen", many: true, columns: words("slot value contest revision")},
		{name: "correction", many: true, columns: words("at note was")}}},
	"picture": {"picture", []table{{name: "picture", columns: words("media_type width height")}}},
	"council": {"council", []table{
		{name: "council", columns: words("name code date seats vacant")},
		{name: "council_holding", many: true, columns: words("party_id party_name party_short seats")},
		{name: "council_baseline", many: true, columns: words("name date vacant")},
		{name: "council_baseline_holding", many: true, columns: words("baseline party_id party_name party_short seats")}}},
	"flag": {"contest", []table{{name: "flag", columns: words("kind candidate words source author at public")}}},
	"second_keying": {"contest", []table{
		{name: "second_keying", columns: words("author verified rejected")},
		{name: "second_votes", many: true, columns: words("candidate votes")}}},
	"chain": {"chain", []table{{name: "chain", many: true, columns: words("party_id goes_on_from")}}},
	"past": {"history", []table{
		{name: "past", columns: words("title scope as_of")},
		{name: "past_contest", many: true, columns: words("name date party_id party_name party_short points gain named source")}}},
	"pattern": {"pattern", []table{{name: "pattern", columns: words("moment contest kicker text")}}},
	"profile": {"profile", []table{{name: "profile",
		columns: words("name form receiver heading entry_order no_ids no_times pictures chart ascii")}}},
	"hand_over": {"hand-over", []table{
		{name: "hand_over", columns: words("profile form receiver whole rehearsal")},
		{name: "hand_over_item", many: true, columns: words("kind id digest")}}},
}

func words(s string) []string { return strings.Fields(s) }

// A row is the values of one table row: nil, int64 or string.
type row []any

// A content is what one version says: for each table of its kind the rows.
type content [][]row

// one is the content of a kind that has one table of one row.
func one(values ...any) content { return content{{values}} }

// hash is the SHA-256 of the content in the encoding that doc.go describes.
// Nothing in it is local to a copy of the night.
func (c content) hash(kindName string) []byte {
	h := sha256.New()
	for i, t := range kinds[kindName].tables {
		fmt.Fprintf(h, "table %s %d\n", t.name, len(c[i]))
		for _, r := range c[i] {
			h.Write(encode(r))
		}
	}
	return h.Sum(nil)
}

// named is the name that what is said gives the thing.
func (c content) named(kindName string) string {
	return c[0][0][slices.Index(kinds[kindName].tables[0].columns, "name")].(string)
}

// encode writes values so that no two different rows read the same: each
// with its type and length. NULLs at the end are left out, so that a column
// added by a later schema changes no hash.
func encode(r row) []byte {
	for len(r) > 0 && r[len(r)-1] == nil {
		r = r[:len(r)-1]
	}
	var b []byte
	for _, v := range r {
		switch v := v.(type) {
		case nil:
			b = append(b, 'n')
		case int64:
			b = append(strconv.AppendInt(append(b, 'i'), v, 10), ';')
		case string:
			b = append(strconv.AppendInt(append(b, 's'), int64(len(v)), 10), ':')
			b = append(b, v...)
		case []byte:
			b = append(strconv.AppendInt(append(b, 'b'), int64(len(v)), 10), ':')
			b = append(b, v...)
		}
	}
	return append(b, '\n')
}

// insert writes the content under a version.
func (c content) insert(t execer, version int64, kindName string) error {
	for i, tab := range kinds[kindName].tables {
		for position, r := range c[i] {
			args := append([]any{version}, r...)
			if tab.many {
				args = append([]any{version, int64(position)}, r...)
			}
			if _, err := t.exec(tab.insertSQL(), args...); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t table) insertSQL() string {
	columns := append([]string{"version"}, t.columns...)
	if t.many {
		columns = append([]string{"version", "position"}, t.columns...)
	}
	return "INSERT INTO " + t.name + " (" + strings.Join(columns, ", ") + ") VALUES (?" +
		strings.Repeat(", ?", len(columns)-1) + ")"
}

// contentOf reads back what a version says, value for value.
func contentOf(q querier, version int64, kindName string) (content, error) {
	tables := kinds[kindName].tables
	c := make(content, len(tables))
	for i, t := range tables {
		rows, err := t.read(q, version)
		if err != nil {
			return nil, err
		}
		c[i] = rows
	}
	return c, nil
}

func (t table) read(q querier, version int64) ([]row, error) {
	query := "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.name + " WHERE version = ?"
	if t.many {
		query = "SELECT position, " + strings.Join(t.columns, ", ") + " FROM " + t.name + " WHERE version = ? ORDER BY position"
	}
	found, err := q.query(query, version)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var rows []row
	for found.Next() {
		r, err := t.scan(found, len(rows))
		if err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, found.Err()
}

// scan reads one row and, in a table of many, that its position is next.
func (t table) scan(found *sql.Rows, next int) (row, error) {
	r := make(row, len(t.columns))
	into := make([]any, 0, len(r)+1)
	var position int
	if t.many {
		into = append(into, &position)
	}
	for i := range r {
		into = append(into, &r[i])
	}
	if err := found.Scan(into...); err != nil {
		return nil, err
	}
	if t.many && position != next {
		return nil, fmt.Errorf("%s: position %d stands where %d should", t.name, position, next)
	}
	return r, nil
}

// text is a text as a column of a later schema holds it: NULL where empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
