package record

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"time"

	"nightdesk/data/night/file"
)

// actsASlice is how many acts are checked or archived in one read transaction.
const actsASlice = 25

// An actRow is an act as it lies in the file.
type actRow struct {
	seq, number, happened, recorded int64
	id, replica, author, kind       string
	reason, source, undoes          string
	content, previous, digest       []byte
	versions                        []Version
}

// A checker checks the rows of one night.
type checker struct {
	*file.Inspection
	format *Format
	chains map[string]chainEnd // by replica
}

// A chainEnd is the last act of a replica seen so far.
type chainEnd struct {
	number int64
	digest []byte
}

func lastAct(q file.Querier) (seq int64, err error) {
	err = q.Row(`SELECT coalesce(max(seq), 0) FROM act`).Scan(&seq)
	return seq, err
}

// checkSteps is a step for each act, one for the replicas and one for the
// drafts.
func checkSteps(q file.Querier) (int, error) {
	last, err := lastAct(q)
	return int(last) + 2, err
}

// check looks over every digest in a night.
func (f *Format) check(i *file.Inspection) error {
	c := &checker{i, f, map[string]chainEnd{}}
	var last int64
	// An error is a problem that the count of the steps has told already.
	_ = c.Read(func(q file.Querier) (err error) {
		last, err = lastAct(q)
		return err
	})
	for from := int64(0); from < last; from += actsASlice {
		to := min(from+actsASlice, last)
		err := c.Read(func(q file.Querier) error { return c.acts(q, from, to) })
		if err := c.Note(fmt.Sprintf("acts %d to %d", from+1, to), err); err != nil {
			return err
		}
		c.Step(int(to - from))
	}
	for _, rest := range []struct {
		name  string
		check func(q file.Querier) error
	}{{"table replica", c.replicas}, {"table draft", c.drafts}} {
		if err := c.Note(rest.name, c.Read(rest.check)); err != nil {
			return err
		}
		c.Step(1)
	}
	return nil
}

// acts checks the acts after one number up to another: each against what it
// says and against the act before it in its replica.
func (c *checker) acts(q file.Querier, after, to int64) error {
	all, err := actRows(q, after, to)
	if err != nil {
		return err
	}
	for _, a := range all {
		c.link(a)
		if !bytes.Equal(a.content, a.contentHash()) {
			c.Problem("%s: the list of what it changed is not as it was written.", a.name())
		}
		for _, v := range a.versions {
			if err := c.version(q, v); err != nil {
				c.Problem("%s: %v.", a.name(), err)
			}
		}
	}
	return nil
}

func (a actRow) name() string {
	return fmt.Sprintf("Act %d (%s, %s)", a.seq, a.kind, time.UnixMilli(a.recorded).UTC().Format("2 January 15:04:05 UTC"))
}

// link checks the act's own digest and that it follows the one before.
func (c *checker) link(a actRow) {
	last := c.chains[a.replica]
	if a.number != last.number+1 || !bytes.Equal(a.previous, last.digest) {
		c.Problem("%s does not follow the act before it.", a.name())
	}
	want := digest(row{a.previous, a.id, a.replica, a.number, a.author, a.kind, a.reason, a.source, a.undoes,
		a.happened, a.recorded, a.content})
	if !bytes.Equal(a.digest, want) {
		c.Problem("%s is not as it was written.", a.name())
	}
	c.chains[a.replica] = chainEnd{a.number, a.digest}
}

// contentHash is what Act.contentHash is when the act is written.
func (a actRow) contentHash() []byte {
	h := sha256.New()
	for _, v := range a.versions {
		h.Write(encode(row{v.Kind, v.About, v.Subject, v.replacesUID, flag(v.Gone), v.hash}))
	}
	return h.Sum(nil)
}

// version checks that a version still says what it said.
func (c *checker) version(q file.Querier, v Version) error {
	if v.Gone {
		return nil
	}
	k, known := c.format.kinds[v.Kind]
	if !known {
		return fmt.Errorf("it speaks of a %q, which is nothing", v.Kind)
	}
	says, err := k.contentOf(q, v.ID)
	if err != nil {
		return err
	}
	if !bytes.Equal(k.hash(says), v.hash) {
		return fmt.Errorf("the %s %s is not as it was written", v.Kind, v.Subject)
	}
	if k.bytes {
		return checkBytes(q, v)
	}
	return nil
}

func checkBytes(q file.Querier, v Version) error {
	b, err := Bytes(q, v.Subject)
	if err != nil {
		return fmt.Errorf("the %s %s: %w", v.Kind, v.Subject, err)
	}
	if Hash(b) != v.Subject {
		return fmt.Errorf("the %s %s is not as it was stored", v.Kind, v.Subject)
	}
	return nil
}

// Bytes are those that were stored under an id. It fails with sql.ErrNoRows
// where there are none.
func Bytes(q file.Querier, id string) (b []byte, err error) {
	err = q.Row(`SELECT bytes FROM picture_bytes WHERE id = ?`, id).Scan(&b)
	return b, err
}

func (c *checker) replicas(q file.Querier) error {
	there := map[string]bool{}
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var id, identity string
		var began int64
		var kept []byte
		if err := rows.Scan(&id, &began, &identity, &kept); err != nil {
			return err
		}
		there[id] = true
		if !bytes.Equal(kept, digest(row{id, began, identity})) {
			c.Problem("The replica %s is not as it was written.", id)
		}
		return nil
	}, `SELECT id, began, identity, digest FROM replica ORDER BY n`)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(c.chains)) {
		if !there[id] {
			c.Problem("The replica %s is missing.", id)
		}
	}
	return nil
}

func (c *checker) drafts(q file.Querier) error {
	return eachDraft(q, func(d Draft, sound bool) {
		if !sound {
			c.Problem("The draft %s of %s is not as it was saved.", d.Field, d.Group)
		}
	})
}

func actRows(q file.Querier, after, to int64) ([]actRow, error) {
	var all []actRow
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var a actRow
		err := rows.Scan(&a.seq, &a.id, &a.replica, &a.number, &a.author, &a.kind, &a.reason, &a.source, &a.undoes,
			&a.happened, &a.recorded, &a.content, &a.previous, &a.digest)
		all = append(all, a)
		return err
	}, `SELECT seq, id, replica, number, author, kind, reason, source, coalesce(undoes, ''),
		happened, recorded, content, previous, digest FROM act WHERE seq > ? AND seq <= ? ORDER BY seq`, after, to)
	for i := range all {
		if err != nil {
			return nil, err
		}
		all[i].versions, err = versionsOf(q, all[i].seq)
	}
	return all, err
}
