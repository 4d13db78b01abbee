package night

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fillUp makes a private copy of a file that was cut off as long as it was,
// with nothing in the rest: SQLite reads no file that is too short.
func (n *Night) fillUp(h Header) error {
	if err := n.copyPrivately(); err != nil {
		return err
	}
	return os.Truncate(n.file, h.whole())
}

// salvage makes the night one that is read as far as it can be: from a
// private file that holds every row that can still be read. The night's own
// file is left as it is. A night in which something was written since it was
// opened stays as it is: its desk has more to say, and what is damaged is
// read when it is opened the next time.
func (n *Night) salvage(found error) error {
	n.salvaging.Lock()
	defer n.salvaging.Unlock()
	d := n.damaged(found.Error())
	if n.salvaged || n.wrote.Load() {
		return d.in("read", n.path)
	}
	n.salvaged = true
	folder, err := privateFolder(n.options)
	if err != nil {
		return err
	}
	n.private = append(n.private, folder)
	to := filepath.Join(folder, "salvaged.night")
	if err := n.salvageTo(to); err != nil {
		return errors.Join(d.in("read", n.path), err)
	}
	db, err := connect(to, looking, 4)
	if err != nil {
		return err
	}
	n.looking.Lock()
	defer n.looking.Unlock()
	n.retired, n.readers = n.readers, db
	return nil
}

func (n *Night) salvageTo(path string) error {
	damaged, err := connect(n.file, looking, 1)
	if err != nil {
		return err
	}
	defer damaged.Close()
	fresh, err := connect(path, copying, 1)
	if err != nil {
		return err
	}
	defer fresh.Close()
	if _, err := fresh.Exec(n.schema.sql()); err != nil {
		return err
	}
	want, err := n.schema.expected()
	if err != nil {
		return err
	}
	for _, m := range want {
		if m.kind == "table" {
			if err := salvageTable(damaged, fresh, m.name); err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
		}
	}
	return nil
}

// salvageTable copies a table's rows from its beginning until one cannot be
// read, and then from its end. Rows that do not fit any more are left out, and
// what a night of an older schema does not have.
func salvageTable(damaged, fresh *sql.DB, table string) error {
	columns, key, err := columnsOf(fresh, table)
	if err != nil {
		return err
	}
	there, _, err := columnsOf(damaged, table)
	if err != nil || len(there) == 0 {
		return nil // nothing of it can be read
	}
	columns = slices.DeleteFunc(columns, func(c string) bool { return !slices.Contains(there, c) })
	tx, err := fresh.Begin()
	if err != nil {
		return err
	}
	insert := "INSERT OR IGNORE INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (?" +
		strings.Repeat(", ?", len(columns)-1) + ")"
	for _, direction := range []string{" ASC", " DESC"} {
		whole := eachSound(damaged, "SELECT "+strings.Join(columns, ", ")+" FROM "+table+" NOT INDEXED ORDER BY "+
			strings.Join(key, direction+", ")+direction, len(columns), func(values []any) {
			_, _ = tx.Exec(insert, values...)
		})
		if whole {
			break
		}
	}
	return tx.Commit()
}

// columnsOf lists a table's columns and those of its primary key.
func columnsOf(db *sql.DB, table string) (columns, key []string, err error) {
	rows, err := db.Query(`SELECT name, pk FROM pragma_table_info(?) ORDER BY cid`, table)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	places := map[int]string{}
	for rows.Next() {
		var name string
		var place int
		if err := rows.Scan(&name, &place); err != nil {
			return nil, nil, err
		}
		columns = append(columns, name)
		if place > 0 {
			places[place] = name
		}
	}
	for _, place := range sortedKeys(places) {
		key = append(key, places[place])
	}
	return columns, key, rows.Err()
}

// eachSound calls f on every row that can be read, and reports whether all
// could.
func eachSound(db *sql.DB, query string, columns int, f func(values []any)) bool {
	rows, err := db.Query(query)
	if err != nil {
		return false
	}
	defer rows.Close()
	values, into := make([]any, columns), make([]any, columns)
	for i := range into {
		into[i] = &values[i]
	}
	for rows.Next() {
		if rows.Scan(into...) == nil {
			f(values)
		}
	}
	return rows.Err() == nil
}
