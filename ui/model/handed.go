package model

import (
	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// A Receiver is who was handed something: by which profile, in which form, to
// whom.
type Receiver struct{ Profile, Form, To string }

func ReceiverOf(h blog.HandOver) Receiver { return Receiver{h.Profile, h.Form, h.To} }

// Given is all that a receiver has.
func (r Receiver) Given(e blog.Edition) blog.HandOver {
	return publish.Given(e, r.Profile, r.Form, r.To)
}

// HandedState says how an entry stands with those it was handed to.
type HandedState int

const (
	NotAsked     HandedState = iota // nothing is handed over in this night, or the entry needs no handing over
	NotHanded                       // nobody has it
	HandedOver                      // whoever has it has it as it stands
	ChangedSince                    // somebody has it as it was
)

// Words are the state as the timeline shows it.
func (s HandedState) Words() string {
	return map[HandedState]string{NotHanded: "not handed over", HandedOver: "handed over", ChangedSince: "changed since"}[s]
}

// HandedStates are the states of all entries by id, where anything was handed
// over at all; nil where nothing was.
func HandedStates(e blog.Edition) map[string]HandedState {
	has := map[Receiver]map[string]blog.Item{}
	for _, h := range e.HandOvers {
		if r := ReceiverOf(h); h.Rehearsal == e.Details.Rehearsal && has[r] == nil {
			has[r] = entryItems(r.Given(e).Items)
		}
	}
	if len(has) == 0 {
		return nil
	}
	states := map[string]HandedState{}
	for id, i := range entryItems(publish.Items(e)) {
		state := NotHanded
		if i.Kind == blog.WithdrawnItem {
			state = NotAsked // nobody needs to take out what nobody has
		}
		for _, items := range has {
			switch was, ok := items[id]; {
			case ok && was != i:
				state = ChangedSince
			case ok && state != ChangedSince:
				state = HandedOver
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
