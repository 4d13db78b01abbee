package night

import (
	"database/sql"
	"errors"
	"os"
)

// replica is the id of this copy of the night, for the act being written. A
// file that is found as another than it was last written as (copied by hand,
// mailed, put on a stick) is a copy of its own from its next act on.
func (a *act) replica() (string, error) {
	last, identity, err := lastReplica(a)
	if err != nil || last != "" && identity == a.night.identity {
		return last, err
	}
	fresh := a.night.fresh
	_, err = a.exec(`INSERT INTO replica (n, id, began, identity, digest)
		SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ? FROM replica`,
		fresh, a.now, a.night.identity, digest(row{fresh, a.now, a.night.identity}))
	return fresh, err
}

// lastReplica is the copy that the night was last written as.
func lastReplica(q querier) (id, identity string, err error) {
	err = q.row(`SELECT id, identity FROM replica WHERE n = (SELECT max(n) FROM replica)`).Scan(&id, &identity)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, identity, err
}

// Replica is the id of this copy of the night: the one that its next act
// will be recorded under or, in a night open for reading, the last one.
func (n *Night) Replica() string {
	var id, identity string
	err := n.read("read", func(q querier) (err error) {
		id, identity, err = lastReplica(q)
		return err
	})
	if n.ReadOnly() == "" && (err != nil || identity != n.identity) {
		return n.fresh
	}
	return id
}

// identityOf tells one file on one machine from its copies, without telling
// anybody who has a copy which machine that was.
func identityOf(info os.FileInfo, host string) string {
	return hex(digest(row{host, fileIdentity(info)}))[:32]
}
