package model

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

// Drafts keep what is being typed. Every field hands it each keystroke; the
// last state of each field is written once typing rests, and waits here until
// it is in the file.
type Drafts struct {
	open *OpenNight
	// Written is told in the window when drafts are in the file, or why not.
	Written func(err error)

	mu      sync.Mutex
	waiting map[DraftID]night.Draft
	timer   *time.Timer
}

// DraftID tells the drafts of a night apart.
type DraftID struct{ Group, Field string }

// IDOf is what tells a draft apart from the others.
func IDOf(d night.Draft) DraftID { return DraftID{d.Group, d.Field} }

// compare puts drafts into the order in which they are listed and written: the
// text of an entry after its kicker.
func (id DraftID) compare(other DraftID) int {
	return cmp.Or(strings.Compare(id.Group, other.Group), strings.Compare(id.Field, other.Field))
}

func newDrafts(o *OpenNight) *Drafts {
	return &Drafts{open: o, waiting: map[DraftID]night.Draft{}}
}

// Keep takes the state of one field.
func (k *Drafts) Keep(d night.Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	d.Saved = k.open.Now().UnixMilli()
	k.waiting[IDOf(d)] = d
	k.later(draftPause)
}

func (k *Drafts) later(pause time.Duration) {
	if k.timer == nil {
		k.timer = time.AfterFunc(pause, k.Flush)
	} else {
		k.timer.Reset(pause)
	}
}

// Forget drops the draft of a field, or of a whole group where field is empty.
// As in flush the lock is held until the desk has the job, so that no older
// draft can be saved after it.
func (k *Drafts) Forget(group, field string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id := range k.waiting {
		if id.Group == group && (field == "" || id.Field == field) {
			delete(k.waiting, id)
		}
	}
	k.open.Ask(func(n *night.Night) error {
		if field == "" {
			return n.DropDrafts(group)
		}
		return n.DropDraft(group, field)
	}, k.Tell)
}

// Moved drops the drafts of a group that have gone to another, unless those
// could not be written: then the older ones are better than none.
func (k *Drafts) Moved(from, to string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	maps.DeleteFunc(k.waiting, func(id DraftID, _ night.Draft) bool { return id.Group == from })
	k.open.Ask(func(n *night.Night) error {
		if len(k.Of(to)) > 0 {
			return nil
		}
		return n.DropDrafts(from)
	}, k.Tell)
}

// Flush writes what waits. What cannot be written waits on.
func (k *Drafts) Flush() {
	k.mu.Lock()
	defer k.mu.Unlock()
	writing := maps.Clone(k.waiting)
	if len(writing) == 0 {
		return
	}
	k.open.Ask(func(n *night.Night) error {
		for _, id := range slices.SortedFunc(maps.Keys(writing), DraftID.compare) {
			d := writing[id]
			if !k.waits(d) {
				continue // dropped or typed on since
			}
			if err := n.SaveDraft(d); err != nil {
				return err
			}
			k.Settled(map[DraftID]night.Draft{id: d})
		}
		return nil
	}, func(err error) {
		if err != nil {
			k.mu.Lock()
			k.later(draftRetry)
			k.mu.Unlock()
		}
		k.Tell(err)
	})
}

func (k *Drafts) waits(d night.Draft) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.waiting[IDOf(d)] == d
}

// Of are the drafts of a group that wait.
func (k *Drafts) Of(group string) map[DraftID]night.Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	out := maps.Clone(k.waiting)
	maps.DeleteFunc(out, func(id DraftID, _ night.Draft) bool { return id.Group != group })
	return out
}

// Settled has drafts wait no longer, unless they have changed since.
func (k *Drafts) Settled(these map[DraftID]night.Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id, d := range these {
		if k.waiting[id] == d {
			delete(k.waiting, id)
		}
	}
}

// Unsaved reports whether anything waits to be written.
func (k *Drafts) Unsaved() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return len(k.waiting) > 0
}

// Over are the drafts of the file with what waits in place of what it has.
func (k *Drafts) Over(kept []night.Draft) []night.Draft {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := maps.Clone(k.waiting)
	out := make([]night.Draft, 0, len(kept)+len(all))
	for _, d := range kept {
		if fresh, waits := all[IDOf(d)]; waits {
			delete(all, IDOf(d))
			d = fresh
		}
		out = append(out, d)
	}
	out = slices.AppendSeq(out, maps.Values(all))
	slices.SortFunc(out, func(a, b night.Draft) int { return IDOf(a).compare(IDOf(b)) })
	return out
}

// Tell says how writing went, but not that it went well while something waits.
func (k *Drafts) Tell(err error) {
	if k.Written != nil && (err != nil || !k.Unsaved()) {
		k.Written(err)
	}
}
