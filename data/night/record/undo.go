package record

import (
	"bytes"
	"database/sql"
	"errors"
	"slices"

	"nightdesk/data/night/file"
)

// Undoing is the kind of the act that undoes another.
const Undoing ActKind = "undo"

// LastUndoable is the act that Undo would undo: this copy's last act by the
// author, undone ones and undoings left out, while nothing stands on it.
func (l *Log) LastUndoable(author string) (r Recorded, ok bool, err error) {
	err = l.File.Read("look for what to undo", func(q file.Querier) error {
		r, ok, err = l.format.LastUndoable(q, author)
		return err
	})
	return r, ok, err
}

// LastUndoable is Log.LastUndoable within a transaction.
func (f *Format) LastUndoable(q file.Querier, author string) (Recorded, bool, error) {
	replica, _, err := lastReplica(q)
	if err != nil {
		return Recorded{}, false, err
	}
	var seq int64
	var kind ActKind
	err = q.Row(`SELECT a.seq, a.kind FROM act a WHERE a.author = ? AND a.replica = ? AND a.undoes IS NULL
		AND NOT EXISTS (SELECT 1 FROM act u WHERE u.undoes = a.id) ORDER BY a.seq DESC LIMIT 1`,
		author, replica).Scan(&seq, &kind)
	if errors.Is(err, sql.ErrNoRows) || err == nil && slices.Contains(f.OwnWayBack, kind) {
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
		if free, err := f.nothingStandsOn(q, v); err != nil || !free {
			return Recorded{}, false, err
		}
	}
	acts, err := f.acts(q, "WHERE a.seq = ?", seq)
	if err != nil || len(acts) == 0 {
		return Recorded{}, false, err
	}
	return acts[0], true, nil
}

// nothingStandsOn reports whether the version still stands: it is the last of
// its thing, or what came after it has been undone; and the kind's own rule
// finds nothing that stands on it.
func (f *Format) nothingStandsOn(q file.Querier, v Version) (bool, error) {
	if stoodOn := f.stoodOn[v.Kind]; stoodOn != nil {
		if found, err := stoodOn(q, v); err != nil || found {
			return false, err
		}
	}
	var last Version
	var undoing bool
	err := q.Row(`SELECT v.id, v.gone, v.hash, a.undoes IS NOT NULL FROM version v JOIN act a ON a.seq = v.act
		WHERE v.about = ? AND v.kind = ? AND v.subject = ? ORDER BY v.id DESC LIMIT 1`,
		v.About, v.Kind, v.Subject).Scan(&last.ID, &last.Gone, &last.hash, &undoing)
	if err != nil {
		return false, err
	}
	same := last.Gone == v.Gone && bytes.Equal(last.hash, v.hash)
	return last.ID == v.ID || undoing && same, nil
}

// Undo undoes what LastUndoable finds and returns the act that does: a new
// one, which restores what the undone act replaced. It fails with
// ErrNothingToUndo where there is nothing.
func (l *Log) Undo(author string) (Recorded, error) {
	found := false
	undone, err := l.Act("undo", Act{Kind: Undoing, Author: author}, func(a *Act) error {
		var last Recorded
		var err error
		if last, found, err = l.format.LastUndoable(a, author); err != nil || !found {
			return err
		}
		a.undoes = last.ID
		changed, err := versionsOf(a, last.Seq)
		if err != nil {
			return err
		}
		for _, v := range changed {
			if err := a.undo(v); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && !found {
		err = ErrNothingToUndo
	}
	return undone, err
}

// undo says again what the version replaced, or that the thing is gone where
// there was nothing.
func (a *Act) undo(v Version) error {
	k := a.log.format.kinds[v.Kind]
	var gone bool
	if v.Replaces.Valid {
		if err := a.Row(`SELECT gone FROM version WHERE id = ?`, v.Replaces.Int64).Scan(&gone); err != nil {
			return err
		}
	}
	if gone || !v.Replaces.Valid {
		return k.Drop(a, v.About, v.Subject)
	}
	c, err := k.contentOf(a, v.Replaces.Int64)
	if err != nil {
		return err
	}
	if undoing := a.log.format.undoing[v.Kind]; undoing != nil && !v.Gone {
		if err := undoing(a, v); err != nil {
			return err
		}
	}
	return a.put(k, v.About, v.Subject, c)
}
