package night

import (
	"database/sql"
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// The text of each schema that nights were ever given: the first whole, each
// later one as the step to it. None of them ever changes.
var (
	//go:embed schema_1.sql
	schema1 string
	//go:embed schema_2.sql
	schema2 string
)

// A schema is how nights of one number are built: by the first text and then,
// as those of the numbers before are brought up to date, by the steps.
type schema struct {
	number int
	texts  []string // what makes schema i+1 of schema i, from the empty file on

	once sync.Once // for what follows
	made map[string]made
	err  error
}

func newSchema(texts ...string) *schema { return &schema{number: len(texts), texts: texts} }

// current is the schema that this program writes.
var current = newSchema(schema1, schema2)

// sql builds a night of the schema in an empty file.
func (s *schema) sql() string { return strings.Join(s.texts, "\n") }

// before is the schema of an older number.
func (s *schema) before(number int) *schema { return newSchema(s.texts[:number]...) }

// A made thing is a table, index, view or trigger as SQLite keeps it.
type made struct{ kind, name, table, sql string }

// expected is what a night of this schema holds.
func (s *schema) expected() (map[string]made, error) {
	s.once.Do(func() { s.made, s.err = s.make() })
	return s.made, s.err
}

// make builds an empty night in memory and lists what is in it.
func (s *schema) make() (map[string]made, error) {
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
func (s *schema) altered(db *sql.DB) (string, error) {
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
