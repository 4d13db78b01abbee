package record

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"nightdesk/data/night/file"
)

// An ActKind is what an act does, as the file names it.
type ActKind string

// An Act is being written: who does what and why, and the versions that say
// it. They are gathered first, because the act's digest runs over them and
// nothing is ever updated.
type Act struct {
	*file.Transaction
	Kind           ActKind
	Author         string // id of who does it, or empty
	Reason, Source string
	Happened       int64 // UTC milliseconds; 0 means when it is recorded
	Now            int64 // when it is recorded, UTC milliseconds; set by Log.Act

	log      *Log
	undoes   string // id of the act that this one undoes
	id       string
	versions []newVersion
	places   map[string]int    // in versions, by kind, about and subject
	pictures map[string][]byte // bytes to store, by their hash
}

// A newVersion is a version to be written.
type newVersion struct {
	kind           *kind
	about, subject string
	replaces       *head
	content        content // nil for a mark that the thing is gone
	hash           []byte
}

// Act records one act: one transaction, however much build says. An act that
// would change nothing is not recorded, and its Recorded is zero. Op says what
// we are doing, for the error.
func (l *Log) Act(op string, a Act, build func(*Act) error) (Recorded, error) {
	var done Recorded
	var news []Change
	err := l.File.Write(op, func(t *file.Transaction) (committed func(), err error) {
		a.Transaction, a.log, a.Now, a.id = t, l, l.File.Now(), l.File.NewID()
		if a.Happened == 0 {
			a.Happened = a.Now
		}
		if err := l.format.MayAct(&a); err != nil {
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
		if news, err = l.missed(t, seq); err != nil {
			return nil, err
		}
		return func() { l.seen = seq }, nil
	})
	if err != nil {
		return Recorded{}, err
	}
	if done.Seq != 0 {
		l.tell(append(news, Change{Seq: done.Seq, Subjects: done.Subjects}))
	}
	return done, nil
}

// NewID is an id for something new; see file.NewID.
func (a *Act) NewID() string { return a.log.File.NewID() }

// SaysNothing reports whether nothing would change yet.
func (a *Act) SaysNothing() bool { return len(a.versions) == 0 }

// Put says something about a thing, replacing what was said before. What
// already stands word for word is not said again.
func (k *Kind[T]) Put(a *Act, about, subject string, what T) error {
	return a.put(k.kind, about, subject, k.content(&what))
}

func (a *Act) put(k *kind, about, subject string, c content) error {
	hash := k.hash(c)
	h, found, err := k.head(a, about, subject)
	if err != nil || found && !h.gone && bytes.Equal(h.hash, hash) {
		return err
	}
	a.add(newVersion{kind: k, about: about, subject: subject, content: c, hash: hash}, h, found)
	return nil
}

// add keeps one version of a thing an act: the last word counts.
func (a *Act) add(v newVersion, replaces head, found bool) {
	if found {
		v.replaces = &replaces
	}
	key := v.kind.name + "\x00" + v.about + "\x00" + v.subject
	if i, again := a.places[key]; again {
		a.versions[i] = v
		return
	}
	if a.places == nil {
		a.places = map[string]int{}
	}
	a.places[key] = len(a.versions)
	a.versions = append(a.versions, v)
}

// Drop says that a thing is no more. Its history stays. Of what does not
// stand, nothing is said.
func (k *kind) Drop(a *Act, about, subject string) error {
	h, found, err := k.head(a, about, subject)
	if err != nil || !found || h.gone {
		return err
	}
	a.add(newVersion{kind: k, about: about, subject: subject, hash: make([]byte, sha256.Size)}, h, true)
	return nil
}

// StoreBytes keeps bytes outside the versions, under their Hash, unless they
// are kept already.
func (a *Act) StoreBytes(b []byte) error {
	id := Hash(b)
	var there bool
	err := a.Row(`SELECT EXISTS (SELECT 1 FROM picture_bytes WHERE id = ?)`, id).Scan(&there)
	if err == nil && !there {
		a.pictures = map[string][]byte{id: b}
	}
	return err
}

// insert writes the act, then its versions, then what they say.
func (a *Act) insert() (seq int64, err error) {
	replica, err := a.replica()
	if err != nil {
		return 0, err
	}
	l, err := a.link(replica)
	if err != nil {
		return 0, err
	}
	said := a.contentHash()
	var id int64 // of the first version
	err = a.Row(`SELECT (SELECT coalesce(max(seq), 0) + 1 FROM act), (SELECT coalesce(max(id), 0) + 1 FROM version)`).
		Scan(&seq, &id)
	if err != nil {
		return 0, err
	}
	_, err = a.Exec(`INSERT INTO act (seq, id, replica, number, author, kind, reason, source, undoes,
		happened, recorded, content, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)`,
		seq, a.id, replica, l.number, a.Author, string(a.Kind), a.Reason, a.Source, a.undoes,
		a.Happened, a.Now, said, l.previous, l.digest(a, replica, said))
	if err != nil {
		return 0, err
	}
	for name, b := range a.pictures {
		if _, err := a.Exec(`INSERT INTO picture_bytes (id, bytes) VALUES (?, ?)`, name, b); err != nil {
			return 0, err
		}
	}
	for i, v := range a.versions {
		if err := a.insertVersion(id+int64(i), seq, i, v); err != nil {
			return 0, fmt.Errorf("%s: %w", v.kind.name, err)
		}
	}
	return seq, nil
}

func (a *Act) insertVersion(id, seq int64, i int, v newVersion) error {
	var replaces any
	if v.replaces != nil {
		replaces = v.replaces.version
	}
	_, err := a.Exec(`INSERT INTO version (id, act, n, kind, about, subject, replaces, gone, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, seq, i, v.kind.name, v.about, v.subject, replaces, flag(v.content == nil), v.hash)
	if err != nil || v.content == nil {
		return err
	}
	return v.kind.insert(a, id, v.content)
}

// recorded is the act as the world outside sees it.
func (a *Act) recorded(seq int64) Recorded {
	r := Recorded{Seq: seq, ID: a.id, Kind: a.Kind, Author: a.Author, Reason: a.Reason, Source: a.Source,
		Undoes: a.undoes, Happened: a.Happened, Recorded: a.Now}
	for _, v := range a.versions {
		r.add(a.log.format.subjectOf(v.kind.name, v.about))
	}
	return r
}

// contentHash is the hash over all that the act says: of each version what it
// is about, what it replaces and the hash of its content, by ids that are the
// same in every copy of the night.
func (a *Act) contentHash() []byte {
	h := sha256.New()
	for _, v := range a.versions {
		replaces := ""
		if v.replaces != nil {
			replaces = v.replaces.uid
		}
		h.Write(encode(row{v.kind.name, v.about, v.subject, replaces, flag(v.content == nil), v.hash}))
	}
	return h.Sum(nil)
}

// A link is where the next act joins its replica's chain.
type link struct {
	number   int64
	previous []byte // digest of the act before; empty for the first
}

// link finds the end of the replica's chain: one step in one index.
func (a *Act) link(replica string) (link, error) {
	l := link{previous: []byte{}}
	err := a.Row(`SELECT number, digest FROM act WHERE replica = ? ORDER BY number DESC LIMIT 1`,
		replica).Scan(&l.number, &l.previous)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	l.number++
	return l, err
}

// digest is the act's link in the chain: the hash over the act's own words,
// the hash of what it says and the digest of the act before.
func (l link) digest(a *Act, replica string, content []byte) []byte {
	return digest(row{l.previous, a.id, replica, l.number, a.Author, string(a.Kind), a.Reason, a.Source, a.undoes,
		a.Happened, a.Now, content})
}
