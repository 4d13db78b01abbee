package record

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/night/file"
)

// A table holds part of what a version says: one row, or many by position.
type table struct {
	name    string
	columns []string // without version and position
	many    bool     // any number of rows, numbered from 0 in column position
}

// A content is what one version says: for each table of its kind the rows.
type content [][]row

// empty reports whether no table has a row.
func (c content) empty() bool {
	return !slices.ContainsFunc(c, func(rows []row) bool { return len(rows) > 0 })
}

// insert writes the content under a version.
func (k *kind) insert(e file.Execer, version int64, c content) error {
	for i, t := range k.tables {
		for position, r := range c[i] {
			args := append([]any{version}, r...)
			if t.many {
				args = append([]any{version, int64(position)}, r...)
			}
			if _, err := e.Exec(t.insertSQL(), args...); err != nil {
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
func (k *kind) contentOf(q file.Querier, version int64) (content, error) {
	c := make(content, len(k.tables))
	for i, t := range k.tables {
		query := "SELECT " + t.selected("x") + " FROM " + t.name + " x WHERE x.version = ?"
		if t.many {
			query += " ORDER BY x.position"
		}
		err := file.EachRow(q, func(rows *sql.Rows) error {
			r, position, err := t.scan(rows)
			if err == nil {
				c[i], err = t.add(c[i], r, position)
			}
			return err
		}, query, version)
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

// selected lists what scan reads of a row of the table, by its name in the
// query.
func (t table) selected(by string) string {
	list := by + "." + strings.Join(t.columns, ", "+by+".")
	if t.many {
		list = by + ".position, " + list
	}
	return list
}

// scan reads the columns before, then one row of the table with its position,
// which is 0 in a table of one row.
func (t table) scan(rows *sql.Rows, before ...any) (r row, position int, err error) {
	r = make(row, len(t.columns))
	into := append(make([]any, 0, len(before)+len(r)+1), before...)
	if t.many {
		into = append(into, &position)
	}
	for i := range r {
		into = append(into, &r[i])
	}
	return r, position, rows.Scan(into...)
}

// add appends a row read from a table to those before it, whose positions run
// from 0.
func (t table) add(all []row, r row, position int) ([]row, error) {
	if t.many && position != len(all) {
		return nil, fmt.Errorf("%s: position %d stands where %d should", t.name, position, len(all))
	}
	return append(all, r), nil
}
