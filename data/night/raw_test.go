package night

import (
	"database/sql"
	"errors"
	"testing"

	"nightdesk/data/night/file"
)

// reader is a connection that reads the night's file, for what no method
// tells.
func reader(t failing, path string) *sql.DB {
	t.Helper()
	db, err := file.Connect(path, file.ForReading, 1)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

// inWriter lets a test use the night's writing connection.
func inWriter(t testing.TB, n *Night, f func(tx *file.Transaction)) {
	t.Helper()
	must0(t, n.file.Write("test", func(tx *file.Transaction) (func(), error) {
		f(tx)
		return nil, nil
	}))
}

// names are those of the tables or views of a night.
func names(t failing, kind string) []string {
	t.Helper()
	all, err := format.Schema.Names(kind)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// columnsOf lists a table's columns and those of its primary key.
func columnsOf(db *sql.DB, table string) (columns, key []string, err error) {
	rows, err := db.Query(`SELECT name, pk FROM pragma_table_info(?) ORDER BY cid`, table)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var place int
		if err := rows.Scan(&name, &place); err != nil {
			return nil, nil, err
		}
		columns = append(columns, name)
		if place > 0 {
			key = append(key, name)
		}
	}
	return columns, key, rows.Err()
}

// isRefused reports whether an error is about what a desk wanted to do and not
// about the file.
func isRefused(err error) bool {
	var advised interface{ Hint() string }
	return errors.As(err, &advised) || errors.Is(err, ErrNothingToUndo)
}
