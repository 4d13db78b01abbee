package file

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
)

// Copy writes a whole, verified copy of the night to a new file, also while a
// desk has it open. It fails with ErrExists where there is a file of that
// name.
func (f *File) Copy(to string) error {
	const op = "copy"
	if err := f.Whole(op); err != nil {
		return err
	}
	return takeName(op, to, func(target string) error { return f.copyTo(context.Background(), target, f.schema) })
}

// WriteNew lets a new file be written under another name first, so that there
// is a file of its own name only when it is whole. It fails with ErrExists
// where there is one already.
func WriteNew(op, to string, write func(unfinished string) error) error {
	return takeName(op, to, func(target string) error { return writeWhole(target, write) })
}

// takeName lets a file be written that is not there yet. The name is taken
// meanwhile, and free again where it fails.
func takeName(op, to string, write func(target string) error) error {
	target, err := filepath.Abs(to)
	if err != nil {
		return wrap(op, to, err)
	}
	made, err := os.OpenFile(target, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return wrap(op, to, err)
	}
	if err = made.Close(); err == nil {
		err = write(target)
	}
	if err != nil {
		return wrap(op, to, errors.Join(err, os.Remove(target)))
	}
	return nil
}

// A Filling is the one transaction in which a new file gets its rows.
type Filling struct{ reading }

// Exec implements Execer.
func (w Filling) Exec(query string, args ...any) (sql.Result, error) {
	return w.tx.ExecContext(w.ctx, query, args...)
}

// Fill makes a file of the schema with the rows that fill writes. Where fill
// fails, the file is of no use.
func (s *Schema) Fill(path string, fill func(w Filling) error) error {
	db, err := Connect(path, forCopying, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := s.write(execOn{db}); err != nil {
		return err
	}
	if _, err := db.Exec("PRAGMA foreign_keys = ON"); err != nil {
		return err
	}
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := fill(Filling{reading{ctx, tx}}); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// execOn lets a database be written outside a transaction.
type execOn struct{ db *sql.DB }

// Exec implements Execer.
func (e execOn) Exec(query string, args ...any) (sql.Result, error) { return e.db.Exec(query, args...) }
