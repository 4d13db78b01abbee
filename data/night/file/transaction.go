package file

import (
	"context"
	"database/sql"
	"errors"
)

// A Querier reads: within a short read transaction or the writing one.
type Querier interface {
	Query(query string, args ...any) (*sql.Rows, error)
	Row(query string, args ...any) *sql.Row
}

// An Execer writes.
type Execer interface {
	Exec(query string, args ...any) (sql.Result, error)
}

// EachRow calls f on every row that a query gives, in its order.
func EachRow(q Querier, f func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := q.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Texts is the one column that a query gives; nil where it gives no row.
func Texts(q Querier, query string, args ...any) (column []string, err error) {
	err = EachRow(q, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		column = append(column, s)
		return err
	}, query, args...)
	return column, err
}

// A reading is one read transaction, which ends with its context.
type reading struct {
	ctx context.Context
	tx  *sql.Tx
}

func (r reading) Query(query string, args ...any) (*sql.Rows, error) {
	return r.tx.QueryContext(r.ctx, query, args...)
}

func (r reading) Row(query string, args ...any) *sql.Row {
	return r.tx.QueryRowContext(r.ctx, query, args...)
}

// A Transaction is the writing one. There is one at a time.
type Transaction struct {
	conn  *sql.Conn
	trace func(query string, args []any)
}

// Query implements Querier.
func (t *Transaction) Query(query string, args ...any) (*sql.Rows, error) {
	t.traced(query, args)
	return t.conn.QueryContext(context.Background(), query, args...)
}

// Row implements Querier.
func (t *Transaction) Row(query string, args ...any) *sql.Row {
	t.traced(query, args)
	return t.conn.QueryRowContext(context.Background(), query, args...)
}

// Exec implements Execer.
func (t *Transaction) Exec(query string, args ...any) (sql.Result, error) {
	t.traced(query, args)
	return t.conn.ExecContext(context.Background(), query, args...)
}

func (t *Transaction) traced(query string, args []any) {
	if t.trace != nil {
		t.trace(query, args)
	}
}

// Read runs f in one short read transaction. Op says what we are doing, for
// the error. Where the file turns out to be damaged, f runs again on what can
// still be read, so f begins anew each time.
func (f *File) Read(op string, read func(q Querier) error) error {
	db, err := f.reader()
	if err != nil {
		return f.Fail(op, err)
	}
	err = readOnce(db, read)
	if needsRecovery(err) {
		if err = rollBack(f.opened); err == nil {
			err = readOnce(db, read)
		}
	}
	if isDamage(err) {
		if err = f.rescue(err); err == nil {
			if db, err = f.reader(); err == nil {
				err = readOnce(db, read)
			}
		}
	}
	return f.Fail(op, err)
}

func readOnce(db *sql.DB, read func(q Querier) error) error {
	ctx := context.Background()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	err = read(reading{ctx, tx})
	return errors.Join(err, tx.Rollback())
}

// Write runs write in the one writing transaction, which commits if write
// does not fail; otherwise nothing of it is there. What write returns runs
// after the commit, before anybody else can write; it may be nil.
func (f *File) Write(op string, write func(t *Transaction) (committed func(), err error)) error {
	if why := f.ReadOnly(); why != "" {
		return &Error{Op: op, Path: f.path, Err: ErrReadOnly, Hint: why}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return &Error{Op: op, Path: f.path, Err: ErrClosed}
	}
	err := f.commit(write)
	if isDamage(err) {
		return f.damaged(err.Error()).in(op, f.path)
	}
	return f.Fail(op, err)
}

// commit runs write in a transaction. The file's mutex is held.
func (f *File) commit(write func(t *Transaction) (committed func(), err error)) error {
	t := f.transaction()
	if _, err := t.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	committed, err := write(t)
	if err == nil {
		_, err = t.Exec("COMMIT")
	}
	if err != nil {
		t.rollback()
		return err
	}
	f.dirty = true
	f.wrote.Store(true)
	if committed != nil {
		committed()
	}
	return nil
}

func (f *File) transaction() *Transaction { return &Transaction{f.conn, f.options.Trace} }

// rollback ends a transaction that failed. After some errors SQLite has
// already ended it, and then there is nothing left to do.
func (t *Transaction) rollback() { _, _ = t.Exec("ROLLBACK") }
