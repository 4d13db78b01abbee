package record

import (
	"database/sql"
	"errors"

	"nightdesk/data/night/file"
)

// replica is the id of this copy of the night, for the act being written. A
// file that is found as another than it was last written as (copied by hand,
// mailed, put on a stick) is a copy of its own from its next act on.
func (a *Act) replica() (string, error) {
	last, identity, err := lastReplica(a)
	here := a.log.File.Identity()
	if err != nil || last != "" && identity == here {
		return last, err
	}
	fresh := a.log.fresh
	_, err = a.Exec(`INSERT INTO replica (n, id, began, identity, digest)
		SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ? FROM replica`,
		fresh, a.Now, here, digest(row{fresh, a.Now, here}))
	return fresh, err
}

// lastReplica is the copy that the night was last written as.
func lastReplica(q file.Querier) (id, identity string, err error) {
	err = q.Row(`SELECT id, identity FROM replica WHERE n = (SELECT max(n) FROM replica)`).Scan(&id, &identity)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, identity, err
}

// Replica is the id of this copy of the night: the one that its next act will
// be recorded under or, in a night open for reading, the last one.
func (l *Log) Replica() string {
	var id, identity string
	err := l.File.Read("read", func(q file.Querier) (err error) {
		id, identity, err = lastReplica(q)
		return err
	})
	if l.File.ReadOnly() == "" && (err != nil || identity != l.File.Identity()) {
		return l.fresh
	}
	return id
}
