package night

import (
	"context"
	"database/sql"
	"errors"
	"math"
)

// A querier reads: a short read transaction or the writing one.
type querier interface {
	query(query string, args ...any) (*sql.Rows, error)
	row(query string, args ...any) *sql.Row
}

// eachRow calls f on every row that a query gives, in its order.
func eachRow(q querier, f func(rows *sql.Rows) error, query string, args ...any) error {
	rows, err := q.query(query, args...)
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

// texts is the one column that a query gives; nil where it gives no row.
func texts(q querier, query string, args ...any) (column []string, err error) {
	err = eachRow(q, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		column = append(column, s)
		return err
	}, query, args...)
	return column, err
}

// An execer writes.
type execer interface {
	exec(query string, args ...any) (sql.Result, error)
}

// latest is the sequence number of "as it stands": no act comes after it.
const latest = math.MaxInt64

// standing is the condition under which version v stands as of act ?1: it
// was recorded by then, nothing recorded by then replaces it, and it is not
// the mark of something undone.
const standing = `v.act <= ?1 AND v.gone = 0
  AND NOT EXISTS (SELECT 1 FROM version w WHERE w.replaces = v.id AND w.act <= ?1)`

// standingIn is the versions of a kind that stand as of an act, each as v
// joined with one of its tables as x: all of them through the table, those
// about one thing through the index.
func standingIn(table, kind, about string, seq int64) (from string, args []any) {
	if about == "" {
		return " FROM " + table + " x CROSS JOIN version v ON v.id = x.version WHERE " + standing, []any{seq}
	}
	return " FROM version v CROSS JOIN " + table + " x ON x.version = v.id WHERE v.about = ?2 AND v.kind = ?3 AND " +
		standing, []any{seq, about, kind}
}

// A reading is one read transaction.
type reading struct{ tx *sql.Tx }

func (r reading) query(query string, args ...any) (*sql.Rows, error) {
	return r.tx.Query(query, args...)
}

func (r reading) row(query string, args ...any) *sql.Row { return r.tx.QueryRow(query, args...) }

// A transaction is the writing one. The night's mutex is held while it runs.
type transaction struct {
	night *Night
	conn  *sql.Conn
}

func (t *transaction) query(query string, args ...any) (*sql.Rows, error) {
	t.night.overheard(query, args)
	return t.conn.QueryContext(context.Background(), query, args...)
}

func (t *transaction) row(query string, args ...any) *sql.Row {
	t.night.overheard(query, args)
	return t.conn.QueryRowContext(context.Background(), query, args...)
}

func (t *transaction) exec(query string, args ...any) (sql.Result, error) {
	t.night.overheard(query, args)
	return t.conn.ExecContext(context.Background(), query, args...)
}

// overheard lets a test look at the plan of what is written.
func (n *Night) overheard(query string, args []any) {
	if n.overhear != nil {
		n.overhear(query, args)
	}
}

// read runs f in one short read transaction.
func (n *Night) read(op string, f func(q querier) error) error {
	db, err := n.reader()
	if err != nil {
		return n.fail(op, err)
	}
	err = n.readOnce(db, f)
	if needsRecovery(err) {
		if err = rollBack(n.file); err == nil {
			err = n.readOnce(db, f)
		}
	}
	if isDamage(err) {
		if err = n.salvage(err); err == nil {
			if db, err = n.reader(); err == nil {
				err = n.readOnce(db, f)
			}
		}
	}
	return n.fail(op, err)
}

func (n *Night) readOnce(db *sql.DB, f func(q querier) error) error {
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	err = f(reading{tx})
	return errors.Join(err, tx.Rollback())
}

// write runs f in the one writing transaction, which commits if f does not
// fail; nothing of it is there otherwise. What f returns runs after the
// commit, before anybody else can write.
func (n *Night) write(op string, f func(t *transaction) (committed func(), err error)) error {
	if why := n.ReadOnly(); why != "" {
		return &Error{Op: op, Path: n.path, Err: ErrReadOnly, Hint: why}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.conn == nil {
		return &Error{Op: op, Path: n.path, Err: ErrClosed}
	}
	err := n.commit(f)
	if isDamage(err) {
		return n.damaged(err.Error()).in(op, n.path)
	}
	return n.fail(op, err)
}

// commit runs f in a transaction. The night's mutex is held.
func (n *Night) commit(f func(t *transaction) (committed func(), err error)) error {
	t := &transaction{night: n, conn: n.conn}
	if _, err := t.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	committed, err := f(t)
	if err == nil {
		_, err = t.exec("COMMIT")
	}
	if err != nil {
		t.rollback()
		return err
	}
	n.dirty = true
	n.wrote.Store(true)
	if committed != nil {
		committed()
	}
	return nil
}

// rollback ends a transaction that failed. After some errors SQLite has
// already ended it, and then there is nothing left to do.
func (t *transaction) rollback() { _, _ = t.exec("ROLLBACK") }

// A head is the version of one thing that nothing replaces.
type head struct {
	version int64
	act     int64
	gone    bool
	hash    []byte
	uid     string // of the version: the act's id and its place in it
}

// headOf finds the last version of a thing. It is one step in one index:
// what is recorded last is never replaced by something recorded before it.
func headOf(q querier, kind, about, subject string) (h head, found bool, err error) {
	err = q.row(`SELECT v.id, v.act, v.gone, v.hash, a.id || '-' || v.n
		FROM version v JOIN act a ON a.seq = v.act
		WHERE v.about = ? AND v.kind = ? AND v.subject = ? ORDER BY v.id DESC LIMIT 1`,
		about, kind, subject).Scan(&h.version, &h.act, &h.gone, &h.hash, &h.uid)
	if errors.Is(err, sql.ErrNoRows) {
		return head{}, false, nil
	}
	return h, err == nil, err
}

// must returns a *NotFoundError unless the thing stands now.
func must(q querier, kind, about, subject string) error {
	h, found, err := headOf(q, kind, about, subject)
	if err == nil && (!found || h.gone) {
		err = &NotFoundError{Kind: kind, ID: subject}
	}
	return err
}

// named is the id of the thing of a kind that has that name, or "".
func named(q querier, kind, name string) (id string, err error) {
	err = q.row(`SELECT v.subject FROM `+kind+` x CROSS JOIN version v ON v.id = x.version
		WHERE x.name = ?2 AND `+standing+` ORDER BY v.id LIMIT 1`, latest, name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}
