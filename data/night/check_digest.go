package night

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"
)

// An actRow is an act as it lies in the file.
type actRow struct {
	seq, number, happened, recorded int64
	id, replica, author, kind       string
	reason, source, undoes          string
	content, previous, digest       []byte
	versions                        []versionRow
}

// A versionRow is a version as it lies in the file.
type versionRow struct {
	said
	replacesUID string
}

// acts checks the acts after one number up to another: each against what it
// says and against the act before it in its replica.
func (i *inspection) acts(q querier, after, to int64) error {
	all, err := actRows(q, after, to)
	if err != nil {
		return err
	}
	for _, a := range all {
		i.link(a)
		if !bytes.Equal(a.content, a.contentHash()) {
			i.problem("%s: the list of what it changed is not as it was written.", a.name())
		}
		for _, v := range a.versions {
			if err := i.version(q, a, v); err != nil {
				i.problem("%s: %v.", a.name(), err)
			}
		}
	}
	return nil
}

func (a actRow) name() string {
	return fmt.Sprintf("Act %d (%s, %s)", a.seq, a.kind, time.UnixMilli(a.recorded).UTC().Format("2 January 15:04:05 UTC"))
}

// link checks the act's own digest and that it follows the one before.
func (i *inspection) link(a actRow) {
	last := i.chains[a.replica]
	if a.number != last.number+1 || !bytes.Equal(a.previous, last.digest) {
		i.problem("%s does not follow the act before it.", a.name())
	}
	want := digest(row{a.previous, a.id, a.replica, a.number, a.author, a.kind, a.reason, a.source, a.undoes,
		a.happened, a.recorded, a.content})
	if !bytes.Equal(a.digest, want) {
		i.problem("%s is not as it was written.", a.name())
	}
	i.chains[a.replica] = chainEnd{a.number, a.digest}
}

// contentHash is what act.content is when the act is written.
func (a actRow) contentHash() []byte {
	h := sha256.New()
	for _, v := range a.versions {
		h.Write(encode(row{v.kind, v.about, v.subject, v.replacesUID, flag(v.gone), v.hash}))
	}
	return h.Sum(nil)
}

// version checks that a version still says what it said.
func (i *inspection) version(q querier, a actRow, v versionRow) error {
	if v.gone {
		return nil
	}
	if _, known := kinds[v.kind]; !known {
		return fmt.Errorf("it speaks of a %q, which is nothing", v.kind)
	}
	c, err := contentOf(q, v.id, v.kind)
	if err != nil {
		return err
	}
	if !bytes.Equal(c.hash(v.kind), v.hash) {
		return fmt.Errorf("the %s %s is not as it was written", v.kind, v.subject)
	}
	if v.kind == "picture" {
		return checkPicture(q, v.subject)
	}
	return nil
}

func checkPicture(q querier, id string) error {
	var b []byte
	if err := q.row(`SELECT bytes FROM picture_bytes WHERE id = ?`, id).Scan(&b); err != nil {
		return fmt.Errorf("the picture %s: %w", id, err)
	}
	if sum := sha256.Sum256(b); hex(sum[:]) != id {
		return errors.New("the picture " + id + " is not as it was stored")
	}
	return nil
}

func actRows(q querier, after, to int64) ([]actRow, error) {
	rows, err := q.query(`SELECT seq, id, replica, number, author, kind, reason, source, coalesce(undoes, ''),
		happened, recorded, content, previous, digest FROM act WHERE seq > ? AND seq <= ? ORDER BY seq`, after, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []actRow
	for rows.Next() {
		var a actRow
		if err := rows.Scan(&a.seq, &a.id, &a.replica, &a.number, &a.author, &a.kind, &a.reason, &a.source, &a.undoes,
			&a.happened, &a.recorded, &a.content, &a.previous, &a.digest); err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].versions, err = versionRows(q, all[i].seq); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func versionRows(q querier, act int64) ([]versionRow, error) {
	rows, err := q.query(`SELECT v.id, v.kind, v.about, v.subject, v.replaces, v.gone, v.hash,
		coalesce(a.id || '-' || w.n, '')
		FROM version v LEFT JOIN version w ON w.id = v.replaces LEFT JOIN act a ON a.seq = w.act
		WHERE v.act = ? ORDER BY v.n`, act)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []versionRow
	for rows.Next() {
		var v versionRow
		if err := rows.Scan(&v.id, &v.kind, &v.about, &v.subject, &v.replaces, &v.gone, &v.hash, &v.replacesUID); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}
