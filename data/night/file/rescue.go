package file

import (
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fillUp makes a private copy of a file that was cut off as long as it was,
// with nothing in the rest: SQLite reads no file that is too short.
func (f *File) fillUp(h Header) error {
	if err := f.copyPrivately(); err != nil {
		return err
	}
	return os.Truncate(f.opened, h.whole())
}

// rescue makes the night one that is read as far as it can be: from a
// private file that holds every row that can still be read. The night's own
// file is left as it is. A night in which something was written since it was
// opened stays as it is: its desk has more to say, and what is damaged is
// read when it is opened the next time.
func (f *File) rescue(found error) error {
	f.rescueMu.Lock()
	defer f.rescueMu.Unlock()
	d := f.damaged(found.Error())
	if f.rescued || f.wrote.Load() {
		return d.in("read", f.path)
	}
	f.rescued = true
	folder, err := privateFolder(f.options)
	if err != nil {
		return err
	}
	f.private = append(f.private, folder)
	to := filepath.Join(folder, "rescued.night")
	if err := f.rescueTo(to); err != nil {
		return errors.Join(d.in("read", f.path), err)
	}
	db, err := Connect(to, ForReading, 4)
	if err != nil {
		return err
	}
	f.readersMu.Lock()
	defer f.readersMu.Unlock()
	f.retired, f.readers = f.readers, db
	return nil
}

func (f *File) rescueTo(path string) error {
	damaged, err := Connect(f.opened, ForReading, 1)
	if err != nil {
		return err
	}
	defer damaged.Close()
	fresh, err := Connect(path, forCopying, 1)
	if err != nil {
		return err
	}
	defer fresh.Close()
	if _, err := fresh.Exec(f.schema.sql()); err != nil {
		return err
	}
	tables, err := f.schema.Names("table")
	if err != nil {
		return err
	}
	for _, table := range tables {
		if err := rescueTable(damaged, fresh, table); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	return nil
}

// rescueTable copies a table's rows from its beginning until one cannot be
// read, and then from its end. Rows that do not fit any more are left out, and
// what a night of an older schema does not have.
func rescueTable(damaged, fresh *sql.DB, table string) error {
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
		whole := eachReadable(damaged, "SELECT "+strings.Join(columns, ", ")+" FROM "+table+" NOT INDEXED ORDER BY "+
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
	for _, place := range slices.Sorted(maps.Keys(places)) {
		key = append(key, places[place])
	}
	return columns, key, rows.Err()
}

// eachReadable calls f on every row that can be read, and reports whether all
// could.
func eachReadable(db *sql.DB, query string, columns int, f func(values []any)) bool {
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
