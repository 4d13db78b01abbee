package model

import (
	"slices"

	"nightdesk/data/blog"
)

// This file keeps the list of entries and finds one in it by its id.

// Find is where an entry stands in the list.
func (o *OpenNight) Find(id string) (at int, ok bool) {
	if o.numbers == nil || len(o.numbers) != len(o.Entries) {
		o.number()
	}
	n, ok := o.numbers[id]
	return len(o.Entries) - 1 - n, ok
}

// number numbers the entries from the oldest on: that of one does not change
// when others are published.
func (o *OpenNight) number() {
	o.numbers = make(map[string]int, len(o.Entries))
	for i, e := range o.Entries {
		o.numbers[e.ID] = len(o.Entries) - 1 - i
	}
}

// PutEntry puts an entry in its place; one that is not published leaves the
// list. A new one stands over the entry with the id below, which was first
// published before it: the clock does not say that, since it may have been put
// back. Where that is not known it is the newest.
func (o *OpenNight) PutEntry(e blog.Entry, below string) {
	i, known := o.Find(e.ID)
	switch {
	case known && e.Published == 0 && i == 0:
		o.Entries = o.Entries[1:]
		delete(o.numbers, e.ID)
	case known && e.Published == 0:
		o.Entries = slices.Delete(slices.Clone(o.Entries), i, i+1)
		o.number()
	case known:
		o.Entries[i] = e
	case e.Published != 0:
		i = 0
		if under, ok := o.Find(below); ok {
			i = under
		} else if below == "" {
			i = len(o.Entries)
		}
		o.Entries = slices.Insert(slices.Clone(o.Entries), i, e)
		if i > 0 {
			o.number()
		} else {
			o.numbers[e.ID] = len(o.Entries) - 1
		}
	}
}
