package night

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
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
func (n *Night) Check(ctx context.Context, progress func(done, total int)) ([]string, error) {
	ctx, done, err := n.working(ctx)
	if err != nil {
		return nil, n.fail("check", err)
	}
	defer done()
	db, err := n.reader()
	if err != nil {
		return nil, n.fail("check", err)
	}
	problems, err := inspect(ctx, db, n.schema, progress)
	if d := n.Damage(); d != nil {
		problems = append([]string{"It is damaged: " + d.What + "."}, problems...)
	}
	if ctx.Err() != nil {
		return problems, ctx.Err()
	}
	return problems, n.fail("check", err)
}

// An inspection looks over one file.
type inspection struct {
	ctx      context.Context
	db       *sql.DB
	progress func(done, total int)
	done     int
	total    int
	problems []string
	chains   map[string]chainEnd // by replica
}

// A chainEnd is the last act of a replica seen so far.
type chainEnd struct {
	number int64
	digest []byte
}

// actsASlice is how many acts are checked in one read transaction.
const actsASlice = 25

// inspect looks over a night of the given schema. Where that is nil the night
// is of an older one, of which only SQLite's own checks are known.
func inspect(ctx context.Context, db *sql.DB, s *schema, progress func(done, total int)) ([]string, error) {
	i := &inspection{ctx: ctx, db: db, progress: progress, chains: map[string]chainEnd{}}
	if i.progress == nil {
		i.progress = func(int, int) {}
	}
	difference := ""
	have, err := listMade(db)
	if err == nil && s != nil {
		difference, err = s.altered(db)
	}
	if err := i.note("schema", err); err != nil {
		return nil, err
	}
	if difference != "" {
		i.problem("Another program altered it: %s.", difference)
	}
	tables := tablesOf(have)
	var last int64
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM act`).Scan(&last)
	if err := i.note("table act", err); err != nil {
		return nil, err
	}
	if s == nil {
		last = 0
	}
	i.total = 2*len(tables) + int(last) + 2
	err = i.tables(tables)
	if err == nil && s != nil {
		err = i.digests(last)
	}
	return i.problems, err
}

// tablesOf names the tables that SQLite's checks run over.
func tablesOf(have map[string]made) []string {
	var tables []string
	for _, m := range have {
		if m.kind == "table" && m.name != "picture_bytes" { // its hashes say more
			tables = append(tables, m.name)
		}
	}
	slices.Sort(tables)
	return tables
}

func (i *inspection) tables(tables []string) error {
	for _, table := range tables {
		for _, check := range []string{"integrity_check", "foreign_key_check"} {
			if err := i.note("table "+table, i.pragma(check, table)); err != nil {
				return err
			}
			i.step(1)
		}
	}
	return nil
}

func (i *inspection) digests(last int64) error {
	for from := int64(0); from < last; from += actsASlice {
		to := min(from+actsASlice, last)
		err := i.reading(func(q querier) error { return i.acts(q, from, to) })
		if err := i.note(fmt.Sprintf("acts %d to %d", from+1, to), err); err != nil {
			return err
		}
		i.step(int(to - from))
	}
	for _, rest := range []struct {
		name  string
		check func(q querier) error
	}{{"table replica", i.replicas}, {"table draft", i.drafts}} {
		if err := i.note(rest.name, i.reading(rest.check)); err != nil {
			return err
		}
		i.step(1)
	}
	return nil
}

func (i *inspection) step(n int) {
	i.done += n
	i.progress(i.done, i.total)
}

func (i *inspection) problem(format string, args ...any) {
	i.problems = append(i.problems, fmt.Sprintf(format, args...))
}

// note makes a problem of an error in reading, since that is what damage
// looks like, and returns the errors that have nothing to do with the file.
func (i *inspection) note(where string, err error) error {
	if i.ctx.Err() != nil {
		return i.ctx.Err()
	}
	if err == nil {
		return nil
	}
	if _, cause := explain(err); errors.Is(cause, ErrBusy) || errors.Is(err, sql.ErrConnDone) {
		return err
	}
	i.problem("The %s cannot be read to the end: %v.", where, err)
	return nil
}

// pragma runs one of SQLite's own checks on one table.
func (i *inspection) pragma(check, table string) error {
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
		i.problem("The table %s is damaged: %s.", table, strings.TrimSpace(fmt.Sprintln(values...)))
	}
	return rows.Err()
}

// quoted is a name as an SQL identifier, since a foreign table may be called
// anything.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func (i *inspection) reading(f func(q querier) error) error {
	tx, err := i.db.BeginTx(i.ctx, nil)
	if err != nil {
		return err
	}
	err = f(checkReading{i.ctx, tx})
	if rolled := tx.Rollback(); err == nil && !errors.Is(rolled, sql.ErrTxDone) {
		err = rolled
	}
	return err
}

// A checkReading is a read transaction that can be cancelled.
type checkReading struct {
	ctx context.Context
	tx  *sql.Tx
}

func (r checkReading) query(query string, args ...any) (*sql.Rows, error) {
	return r.tx.QueryContext(r.ctx, query, args...)
}

func (r checkReading) row(query string, args ...any) *sql.Row {
	return r.tx.QueryRowContext(r.ctx, query, args...)
}

func (i *inspection) replicas(q querier) error {
	rows, err := q.query(`SELECT id, began, identity, digest FROM replica ORDER BY n`)
	if err != nil {
		return err
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var id, identity string
		var began int64
		var kept []byte
		if err := rows.Scan(&id, &began, &identity, &kept); err != nil {
			return err
		}
		there[id] = true
		if string(kept) != string(digest(row{id, began, identity})) {
			i.problem("The replica %s is not as it was written.", id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(i.chains)) {
		if !there[id] {
			i.problem("The replica %s is missing.", id)
		}
	}
	return rows.Err()
}

func (i *inspection) drafts(q querier) error {
	return eachDraft(q, func(d Draft, sound bool) {
		if !sound {
			i.problem("The draft %s of %s is not as it was saved.", d.Field, d.Group)
		}
	})
}
