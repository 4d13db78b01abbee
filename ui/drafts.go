package ui

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"nightdesk/data/night"
)

const (
	// draftPause is how long typing must rest before it is written to the
	// night's drafts.
	draftPause = 400 * time.Millisecond
	// draftRetry is when drafts that could not be written are tried again.
	draftRetry = 2 * time.Second
)

// drafts keeps what is being typed. Every field hands it each keystroke; the
// last state of each field is written once typing rests, and waits here until
// it is in the file.
type drafts struct {
	desk *desk
	// written is told in the window when drafts are in the file, or why not.
	written func(err error)

	mu      sync.Mutex
	waiting map[draftID]night.Draft
	timer   *time.Timer
}

// draftID tells the drafts of a night apart.
type draftID struct{ group, field string }

func idOf(d night.Draft) draftID { return draftID{d.Group, d.Field} }

func newDrafts(d *desk) *drafts {
	return &drafts{desk: d, waiting: map[draftID]night.Draft{}}
}

// keep takes the state of one field.
func (k *drafts) keep(d night.Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	d.Saved = time.Now().UnixMilli()
	k.waiting[idOf(d)] = d
	k.later(draftPause)
}

func (k *drafts) later(pause time.Duration) {
	if k.timer == nil {
		k.timer = time.AfterFunc(pause, k.flush)
	} else {
		k.timer.Reset(pause)
	}
}

// forget drops the draft of a field, or of a whole group where field is empty.
// As in flush the lock is held until the desk has the job, so that no older
// draft can be saved after it.
func (k *drafts) forget(group, field string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id := range k.waiting {
		if id.group == group && (field == "" || id.field == field) {
			delete(k.waiting, id)
		}
	}
	k.desk.ask(func(n *night.Night) error {
		if field == "" {
			return n.DropDrafts(group)
		}
		return n.DropDraft(group, field)
	}, k.tell)
}

// moved drops the drafts of a group that have gone to another, unless those
// could not be written: then the older ones are better than none.
func (k *drafts) moved(from, to string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	maps.DeleteFunc(k.waiting, func(id draftID, _ night.Draft) bool { return id.group == from })
	k.desk.ask(func(n *night.Night) error {
		if len(k.of(to)) > 0 {
			return nil
		}
		return n.DropDrafts(from)
	}, k.tell)
}

// flush writes what waits. What cannot be written waits on.
func (k *drafts) flush() {
	k.mu.Lock()
	defer k.mu.Unlock()
	writing := maps.Clone(k.waiting)
	if len(writing) == 0 {
		return
	}
	k.desk.ask(func(n *night.Night) error {
		for id, d := range writing {
			if !k.waits(d) {
				continue // dropped or typed on since
			}
			if err := n.SaveDraft(d); err != nil {
				return err
			}
			k.settled(map[draftID]night.Draft{id: d})
		}
		return nil
	}, func(err error) {
		if err != nil {
			k.mu.Lock()
			k.later(draftRetry)
			k.mu.Unlock()
		}
		k.tell(err)
	})
}

func (k *drafts) waits(d night.Draft) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.waiting[idOf(d)] == d
}

// of are the drafts of a group that wait.
func (k *drafts) of(group string) map[draftID]night.Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	out := maps.Clone(k.waiting)
	maps.DeleteFunc(out, func(id draftID, _ night.Draft) bool { return id.group != group })
	return out
}

// settled has drafts wait no longer, unless they have changed since.
func (k *drafts) settled(these map[draftID]night.Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id, d := range these {
		if k.waiting[id] == d {
			delete(k.waiting, id)
		}
	}
}

// unsaved reports whether anything waits to be written.
func (k *drafts) unsaved() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.waiting) > 0
}

// over are the drafts of the file with what waits in place of what it has.
func (k *drafts) over(kept []night.Draft) []night.Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := maps.Clone(k.waiting)
	out := make([]night.Draft, 0, len(kept)+len(all))
	for _, d := range kept {
		if fresh, waits := all[idOf(d)]; waits {
			delete(all, idOf(d))
			d = fresh
		}
		out = append(out, d)
	}
	out = slices.AppendSeq(out, maps.Values(all))
	slices.SortFunc(out, func(a, b night.Draft) int {
		return cmp.Or(strings.Compare(a.Group, b.Group), strings.Compare(a.Field, b.Field))
	})
	return out
}

// tell says how writing went, but not that it went well while something waits.
func (k *drafts) tell(err error) {
	if k.written != nil && (err != nil || !k.unsaved()) {
		k.written(err)
	}
}
