package night

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// An act is being written: who does what and why, and the versions that say
// it. They are gathered first, because the act's digest runs over them and
// nothing is ever updated.
type act struct {
	*transaction
	kind, author   string
	reason, source string
	undoes         string // id of the act that this one undoes
	happened       int64  // 0 means now
	now            int64  // when it is recorded, UTC milliseconds
	id             string
	versions       []version
	said           map[string]int    // index in versions, by kind, about and subject
	pictures       map[string][]byte // bytes to store, by their hash
}

// A version to be written.
type version struct {
	kind, about, subject string
	replaces             *head
	content              content // nil for a mark that the thing is gone
	hash                 []byte
}

// act records one act: one transaction, however much it says. An act that
// would change nothing is not recorded, and its Recorded is zero.
func (n *Night) act(op string, a act, build func(*act) error) (Recorded, error) {
	var done Recorded
	var news []Change
	err := n.write(op, func(t *transaction) (committed func(), err error) {
		a.transaction, a.now, a.id = t, n.now(), n.newID()
		if a.happened == 0 {
			a.happened = a.now
		}
		if err := a.checkAuthor(); err != nil {
			return nil, err
		}
		if err := build(&a); err != nil {
			return nil, err
		}
		if len(a.versions) == 0 {
			return nil, nil
		}
		seq, err := a.insert()
		if err != nil {
			return nil, err
		}
		done = a.recorded(seq)
		if news, err = n.missed(t, seq); err != nil {
			return nil, err
		}
		return func() { n.seen = seq }, nil
	})
	if err != nil {
		return Recorded{}, err
	}
	if done.Seq != 0 {
		n.tell(append(news, Change{Seq: done.Seq, Subjects: done.Subjects}))
	}
	return done, nil
}

// checkAuthor refuses an act in the name of somebody the desk does not know.
func (a *act) checkAuthor() error {
	if a.author == "" {
		return nil
	}
	return must(a, "author", a.author, a.author)
}

// put says something about a thing, replacing what was said before. What
// already stands word for word is not said again.
func (a *act) put(kind, about, subject string, c content) error {
	hash := c.hash(kind)
	h, found, err := headOf(a, kind, about, subject)
	if err != nil || found && !h.gone && bytes.Equal(h.hash, hash) {
		return err
	}
	a.add(version{kind: kind, about: about, subject: subject, content: c, hash: hash}, h, found)
	return nil
}

// add keeps one version of a thing an act: the last word counts.
func (a *act) add(v version, replaces head, found bool) {
	if found {
		v.replaces = &replaces
	}
	key := v.kind + "\x00" + v.about + "\x00" + v.subject
	if i, again := a.said[key]; again {
		a.versions[i] = v
		return
	}
	if a.said == nil {
		a.said = map[string]int{}
	}
	a.said[key] = len(a.versions)
	a.versions = append(a.versions, v)
}

// drop says that a thing is no more. Its history stays.
func (a *act) drop(kind, about, subject string) error {
	h, found, err := headOf(a, kind, about, subject)
	if err != nil || !found || h.gone {
		return err
	}
	a.add(version{kind: kind, about: about, subject: subject, hash: make([]byte, sha256.Size)}, h, true)
	return nil
}

// insert writes the act, then its versions, then what they say.
func (a *act) insert() (seq int64, err error) {
	replica, err := a.replica()
	if err != nil {
		return 0, err
	}
	link, err := a.link(replica)
	if err != nil {
		return 0, err
	}
	said := a.content()
	digest := link.digest(a, replica, said)
	var id int64 // of the first version
	err = a.row(`SELECT (SELECT coalesce(max(seq), 0) + 1 FROM act), (SELECT coalesce(max(id), 0) + 1 FROM version)`).
		Scan(&seq, &id)
	if err != nil {
		return 0, err
	}
	_, err = a.exec(`INSERT INTO act (seq, id, replica, number, author, kind, reason, source, undoes,
		happened, recorded, content, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)`,
		seq, a.id, replica, link.number, a.author, a.kind, a.reason, a.source, a.undoes,
		a.happened, a.now, said, link.previous, digest)
	if err != nil {
		return 0, err
	}
	for name, b := range a.pictures {
		if _, err := a.exec(`INSERT INTO picture_bytes (id, bytes) VALUES (?, ?)`, name, b); err != nil {
			return 0, err
		}
	}
	for i, v := range a.versions {
		if err := a.insertVersion(id+int64(i), seq, i, v); err != nil {
			return 0, fmt.Errorf("%s: %w", v.kind, err)
		}
	}
	return seq, nil
}

func (a *act) insertVersion(id, seq int64, i int, v version) error {
	var replaces any
	if v.replaces != nil {
		replaces = v.replaces.version
	}
	_, err := a.exec(`INSERT INTO version (id, act, n, kind, about, subject, replaces, gone, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, seq, i, v.kind, v.about, v.subject, replaces, flag(v.content == nil), v.hash)
	if err != nil || v.content == nil {
		return err
	}
	return v.content.insert(a.transaction, id, v.kind)
}

// recorded is the act as the world outside sees it.
func (a *act) recorded(seq int64) Recorded {
	r := Recorded{Seq: seq, ID: a.id, Kind: a.kind, Author: a.author, Reason: a.reason, Source: a.source,
		Undoes: a.undoes, Happened: a.happened, Recorded: a.now}
	for _, v := range a.versions {
		r.add(v.kind, v.about)
	}
	return r
}

// A link is where the next act joins its replica's chain.
type link struct {
	number   int64
	previous []byte // digest of the act before; empty for the first
}

// link finds the end of the replica's chain: one step in one index.
func (a *act) link(replica string) (link, error) {
	l := link{previous: []byte{}}
	err := a.row(`SELECT number, digest FROM act WHERE replica = ? ORDER BY number DESC LIMIT 1`,
		replica).Scan(&l.number, &l.previous)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	l.number++
	return l, err
}
