package file

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Check looks the whole night over, a little at a time, so that acts go on
// meanwhile: SQLite's own checks table by table, then every digest. It
// returns what is wrong in words, nothing where all is well. The progress
// function, which may be nil, hears how far it is. An error means that the
// check could not be ended.
//
// Digests detect damage, not forgery: whoever can write the file can write
// digests too.
func (f *File) Check(ctx context.Context, progress func(done, total int)) ([]string, error) {
	ctx, done, err := f.working(ctx)
	if err != nil {
		return nil, f.Fail("check", err)
	}
	defer done()
	db, err := f.reader()
	if err != nil {
		return nil, f.Fail("check", err)
	}
	problems, err := inspect(ctx, db, f.schema, progress)
	if d := f.Damage(); d != nil {
		problems = append([]string{"It is damaged: " + d.What + "."}, problems...)
	}
	if ctx.Err() != nil {
		return problems, ctx.Err()
	}
	return problems, f.Fail("check", err)
}

// An Inspection looks over one file. What checks the rows reads through it and
// tells it what is wrong.
type Inspection struct {
	ctx      context.Context
	db       *sql.DB
	progress func(done, total int)
	done     int
	total    int
	problems []string
}

// inspect looks over a night of the given schema. Where that is nil the night
// is of an older one, of which only SQLite's own checks are known.
func inspect(ctx context.Context, db *sql.DB, s *Schema, progress func(done, total int)) ([]string, error) {
	i := &Inspection{ctx: ctx, db: db, progress: progress}
	if i.progress == nil {
		i.progress = func(int, int) {}
	}
	difference := ""
	have, err := listMade(db)
	if err == nil && s != nil {
		difference, err = s.altered(db)
	}
	if err := i.Note("schema", err); err != nil {
		return nil, err
	}
	if difference != "" {
		i.Problem("Another program altered it: %s.", difference)
	}
	tables := tablesOf(have)
	i.total = 2 * len(tables)
	if s != nil {
		err := i.Read(func(q Querier) error {
			steps, err := s.contents.Steps(q)
			i.total += steps
			return err
		})
		if err := i.Note("table act", err); err != nil {
			return nil, err
		}
	}
	err = i.tables(tables)
	if err == nil && s != nil {
		err = s.contents.Check(i)
	}
	return i.problems, err
}

// tablesOf names the tables that SQLite's checks run over.
func tablesOf(have map[string]made) []string {
	return slices.DeleteFunc(namesOf(have, "table"), func(name string) bool {
		return name == "picture_bytes" // its hashes say more
	})
}

func (i *Inspection) tables(tables []string) error {
	for _, table := range tables {
		for _, check := range []string{"integrity_check", "foreign_key_check"} {
			if err := i.Note("table "+table, i.pragma(check, table)); err != nil {
				return err
			}
			i.Step(1)
		}
	}
	return nil
}

// Step reports that n more steps are done.
func (i *Inspection) Step(n int) {
	i.done += n
	i.progress(i.done, i.total)
}

// Problem notes something that is wrong, in one sentence.
func (i *Inspection) Problem(format string, args ...any) {
	i.problems = append(i.problems, fmt.Sprintf(format, args...))
}

// Note makes a problem of an error in reading, since that is what damage
// looks like, and returns the errors that have nothing to do with the file.
func (i *Inspection) Note(where string, err error) error {
	if i.ctx.Err() != nil {
		return i.ctx.Err()
	}
	if err == nil {
		return nil
	}
	if _, cause := explain(err); errors.Is(cause, ErrBusy) || errors.Is(err, sql.ErrConnDone) {
		return err
	}
	i.Problem("The %s cannot be read to the end: %v.", where, err)
	return nil
}

// pragma runs one of SQLite's own checks on one table.
func (i *Inspection) pragma(check, table string) error {
	rows, err := i.db.QueryContext(i.ctx, "PRAGMA "+check+"("+quoted(table)+")")
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values := make([]any, len(columns))
	into := make([]any, len(columns))
	for c := range into {
		into[c] = &values[c]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if len(values) == 1 && values[0] == "ok" {
			continue
		}
		i.Problem("The table %s is damaged: %s.", table, strings.TrimSpace(fmt.Sprintln(values...)))
	}
	return rows.Err()
}

// quoted is a name as an SQL identifier, since a foreign table may be called
// anything.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// Read runs f in one read transaction, which ends with the inspection.
func (i *Inspection) Read(f func(q Querier) error) error {
	tx, err := i.db.BeginTx(i.ctx, nil)
	if err != nil {
		return err
	}
	err = f(reading{i.ctx, tx})
	if rolled := tx.Rollback(); err == nil && !errors.Is(rolled, sql.ErrTxDone) {
		err = rolled
	}
	return err
}
