package night

import (
	"bytes"
	"database/sql"
	"errors"
)

// ownWayBack are the acts that undo does not take back: what the outside
// has seen or given is taken back with a reason, by an act of its own.
var ownWayBack = map[string]bool{
	"create": true, "author": true, "import": true, "declare": true, "take back": true, "correct": true,
	"hand over": true,
}

// LastUndoable is the act that Undo would undo: this copy's last act by the
// author, undone ones and undoings left out, while nothing stands on it.
func (n *Night) LastUndoable(author string) (r Recorded, ok bool, err error) {
	err = n.read("look for what to undo", func(q querier) error {
		r, ok, err = lastUndoable(q, author)
		return err
	})
	return r, ok, err
}

func lastUndoable(q querier, author string) (Recorded, bool, error) {
	replica, _, err := lastReplica(q)
	if err != nil {
		return Recorded{}, false, err
	}
	var seq int64
	var kind string
	err = q.row(`SELECT a.seq, a.kind FROM act a WHERE a.author = ? AND a.replica = ? AND a.undoes IS NULL
		AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.id) ORDER BY a.seq DESC LIMIT 1`,
		author, replica).Scan(&seq, &kind)
	if errors.Is(err, sql.ErrNoRows) || err == nil && ownWayBack[kind] {
		return Recorded{}, false, nil
	}
	if err != nil {
		return Recorded{}, false, err
	}
	changed, err := versionsOf(q, seq)
	if err != nil {
		return Recorded{}, false, err
	}
	for _, v := range changed {
		if free, err := nothingStandsOn(q, v); err != nil || !free {
			return Recorded{}, false, err
		}
	}
	acts, err := readActs(q, "WHERE a.seq = ?", seq)
	if err != nil || len(acts) == 0 {
		return Recorded{}, false, err
	}
	return acts[0], true, nil
}

// A said is a version as it lies in the file.
type said struct {
	id                   int64
	kind, about, subject string
	replaces             sql.NullInt64
	gone                 bool
	hash                 []byte
}

func versionsOf(q querier, act int64) ([]said, error) {
	rows, err := q.query(`SELECT id, kind, about, subject, replaces, gone, hash FROM version WHERE act = ? ORDER BY n`, act)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []said
	for rows.Next() {
		var s said
		if err := rows.Scan(&s.id, &s.kind, &s.about, &s.subject, &s.replaces, &s.gone, &s.hash); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// nothingStandsOn reports whether the version still stands: it is the last
// of its thing, or what came after it has been undone. On the figures of a
// contest its declaration stands, on a new contest whatever is said of it, and
// on a free name another council or profile that took it.
func nothingStandsOn(q querier, v said) (bool, error) {
	for _, stands := range []func(querier, said) (bool, error){declarationStandsOn, figuresStandOn, namesakeStandsOn} {
		if found, err := stands(q, v); err != nil || found {
			return false, err
		}
	}
	var last said
	var undoing bool
	err := q.row(`SELECT v.id, v.gone, v.hash, a.undoes IS NOT NULL FROM version v JOIN act a ON a.seq = v.act
		WHERE v.about = ? AND v.kind = ? AND v.subject = ? ORDER BY v.id DESC LIMIT 1`,
		v.about, v.kind, v.subject).Scan(&last.id, &last.gone, &last.hash, &undoing)
	if err != nil {
		return false, err
	}
	same := last.gone == v.gone && bytes.Equal(last.hash, v.hash)
	return last.id == v.id || undoing && same, nil
}

// declarationStandsOn reports whether the version is of figures that were
// declared. Flags and baselines are not, nor is what a contest is called.
func declarationStandsOn(q querier, v said) (bool, error) {
	if kinds[v.kind].subject != "contest" || v.kind == "flag" || v.kind == "baseline" {
		return false, nil
	}
	c, err := countOf(q, v.about)
	if err != nil || !c.state.IsDeclared() || v.kind != "contest" || !v.replaces.Valid {
		return c.state.IsDeclared(), err
	}
	now, err := contentOf(q, v.id, v.kind)
	if err != nil {
		return false, err
	}
	before, err := contentOf(q, v.replaces.Int64, v.kind)
	return !sameRules(now, before), err
}

// sameRules reports whether two versions of a contest have the columns alike
// that its figures are computed by.
func sameRules(a, b content) bool {
	for i, column := range kinds["contest"].tables[0].columns {
		switch column {
		case "kind", "seats", "method":
			if a[0][0][i] != b[0][0][i] {
				return false
			}
		}
	}
	return true
}

// figuresStandOn reports whether the version is a contest that was new and
// now has candidates or anything else.
func figuresStandOn(q querier, v said) (found bool, err error) {
	if v.kind != "contest" || v.replaces.Valid {
		return false, nil
	}
	err = q.row(`SELECT EXISTS (SELECT 1 FROM version v
		WHERE v.about = ?2 AND v.kind NOT IN ('contest', 'state') AND `+standing+`)`, latest, v.about).Scan(&found)
	return found, err
}

// namesakeStandsOn reports whether the version gave up a name that another
// council or profile has now.
func namesakeStandsOn(q querier, v said) (bool, error) {
	if v.kind != "council" && v.kind != "profile" || !v.replaces.Valid {
		return false, nil
	}
	before, err := contentOf(q, v.replaces.Int64, v.kind)
	if err != nil || len(before[0]) == 0 {
		return false, err
	}
	id, err := named(q, v.kind, before.named(v.kind))
	return id != "" && id != v.subject, err
}

// Undo undoes what LastUndoable finds and returns the act that does: a new
// one, which restores what the undone act replaced. It fails with
// ErrNothingToUndo where there is nothing.
func (n *Night) Undo(author string) (Recorded, error) {
	return n.act("undo", act{kind: "undo", author: author}, func(a *act) error {
		last, ok, err := lastUndoable(a, author)
		if err != nil {
			return err
		}
		if !ok {
			return ErrNothingToUndo
		}
		a.undoes = last.ID
		changed, err := versionsOf(a, last.Seq)
		if err != nil {
			return err
		}
		for _, v := range changed {
			if err := a.restore(v); err != nil {
				return err
			}
		}
		return nil
	})
}

// restore says again what the version replaced, or that the thing is gone
// where there was nothing.
func (a *act) restore(v said) error {
	var gone bool
	if v.replaces.Valid {
		if err := a.row(`SELECT gone FROM version WHERE id = ?`, v.replaces.Int64).Scan(&gone); err != nil {
			return err
		}
	}
	if gone || !v.replaces.Valid {
		return a.drop(v.kind, v.about, v.subject)
	}
	c, err := contentOf(a, v.replaces.Int64, v.kind)
	if err != nil {
		return err
	}
	if v.kind == "council" && !v.gone {
		// Contests that joined it meanwhile go along.
		if err := a.renameWith(v, c); err != nil {
			return err
		}
	}
	return a.put(v.kind, v.about, v.subject, c)
}
