package ui

import (
	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// A receiver is who was handed something: by which profile, in which form, to
// whom.
type receiver struct{ profile, form, to string }

func receiverOf(h blog.HandOver) receiver { return receiver{h.Profile, h.Form, h.To} }

// given is all that a receiver has.
func (r receiver) given(e blog.Edition) blog.HandOver {
	return publish.Given(e, r.profile, r.form, r.to)
}

// handedState says how an entry stands with those it was handed to.
type handedState int

const (
	notAsked     handedState = iota // nothing is handed over in this night, or the entry needs no handing over
	notHanded                       // nobody has it
	handedOver                      // whoever has it has it as it stands
	changedSince                    // somebody has it as it was
)

// words are the state as the timeline shows it.
func (s handedState) words() string {
	return map[handedState]string{notHanded: "not handed over", handedOver: "handed over", changedSince: "changed since"}[s]
}

// handedStates are the states of all entries by id, where anything was handed
// over at all; nil where nothing was.
func handedStates(e blog.Edition) map[string]handedState {
	has := map[receiver]map[string]blog.Item{}
	for _, h := range e.HandOvers {
		if r := receiverOf(h); h.Rehearsal == e.Details.Rehearsal && has[r] == nil {
			has[r] = entryItems(r.given(e).Items)
		}
	}
	if len(has) == 0 {
		return nil
	}
	states := map[string]handedState{}
	for id, i := range entryItems(publish.Items(e)) {
		state := notHanded
		if i.Kind == blog.WithdrawnItem {
			state = notAsked // nobody needs to take out what nobody has
		}
		for _, items := range has {
			switch was, ok := items[id]; {
			case ok && was != i:
				state = changedSince
			case ok && state != changedSince:
				state = handedOver
			}
		}
		states[id] = state
	}
	return states
}

// entryItems are the items of entries by their ids.
func entryItems(items []blog.Item) map[string]blog.Item {
	entries := map[string]blog.Item{}
	for _, i := range items {
		if i.Kind == blog.EntryItem || i.Kind == blog.WithdrawnItem {
			entries[i.ID] = i
		}
	}
	return entries
}

// findHanded works out, away from the window, how every entry stands with
// those it was handed to, and has the timeline show it.
func (w *Window) findHanded() {
	t, d := w.blog, w.open
	if len(d.Handed) == 0 {
		return
	}
	t.asks.run(func() func() func() {
		e := d.Edition()
		return func() func() {
			states := handedStates(e)
			return func() {
				if w.open == d {
					t.handed = states
					t.show()
				}
			}
		}
	})
}

// single runs one piece of work at a time away from the window. What is asked
// for meanwhile is done once more after it.
type single struct{ busy, again bool }

// run calls begin in the window, what that gives away from it, and what that
// gives in the window again.
func (s *single) run(begin func() func() func()) {
	if s.busy {
		s.again = true
		return
	}
	s.busy, s.again = true, false
	work := begin()
	go func() {
		then := work()
		fyne.Do(func() {
			s.busy = false
			then()
			if s.again {
				s.run(begin)
			}
		})
	}()
}
