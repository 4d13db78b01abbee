package ui

import (
	"sync"
	"time"

	"nightdesk/data/night"
)

// draftPause is how long typing must rest before it is written to the night's
// drafts.
const draftPause = 400 * time.Millisecond

// drafts keeps what is being typed. Every field hands it each keystroke; the
// last state of each field is written once typing rests.
type drafts struct {
	desk *desk
	// written is told in the window when drafts are in the file.
	written func(err error)

	mu      sync.Mutex
	waiting map[[2]string]night.Draft
	timer   *time.Timer
}

func newDrafts(d *desk) *drafts {
	return &drafts{desk: d, waiting: map[[2]string]night.Draft{}}
}

// keep takes the state of one field.
func (k *drafts) keep(d night.Draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.waiting[[2]string{d.Group, d.Field}] = d
	if k.timer == nil {
		k.timer = time.AfterFunc(draftPause, k.flush)
	} else {
		k.timer.Reset(draftPause)
	}
}

// forget drops the draft of a field, or of a whole group where field is empty.
// As in flush the lock is held until the desk has the job, so that no older
// draft can be saved after it.
func (k *drafts) forget(group, field string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id := range k.waiting {
		if id[0] == group && (field == "" || id[1] == field) {
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

// flush writes what waits.
func (k *drafts) flush() {
	k.mu.Lock()
	defer k.mu.Unlock()
	waiting := k.waiting
	k.waiting = map[[2]string]night.Draft{}
	if len(waiting) == 0 {
		return
	}
	k.desk.ask(func(n *night.Night) error {
		for _, d := range waiting {
			if err := n.SaveDraft(d); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		if err != nil {
			k.again(waiting)
		}
		k.tell(err)
	})
}

// again puts back drafts that could not be written, unless newer ones wait,
// to be tried with the next.
func (k *drafts) again(failed map[[2]string]night.Draft) {
	k.mu.Lock()
	for id, d := range failed {
		if _, newer := k.waiting[id]; !newer {
			k.waiting[id] = d
		}
	}
	k.mu.Unlock()
	time.AfterFunc(2*time.Second, k.flush)
}

func (k *drafts) tell(err error) {
	if k.written != nil {
		k.written(err)
	}
}
