package ui

import (
	"slices"

	"nightdesk/data/blog"
)

// This file keeps the list of entries so that taking one in costs the same in
// a long night as in a short one.

// find is where an entry stands in the list.
func (d *desk) find(id string) (at int, ok bool) {
	if d.numbers == nil || len(d.numbers) != len(d.entries) {
		d.number()
	}
	n, ok := d.numbers[id]
	return len(d.entries) - 1 - n, ok
}

// number numbers the entries from the oldest on: that of one does not change
// when others are published.
func (d *desk) number() {
	d.numbers = make(map[string]int, len(d.entries))
	for i, e := range d.entries {
		d.numbers[e.ID] = len(d.entries) - 1 - i
	}
}

// putEntry puts an entry in its place; one that is not published leaves the
// list. A new one stands over the entry with the id below, which was first
// published before it: the clock does not say that, since it may have been put
// back. Where that is not known it is the newest.
func (d *desk) putEntry(e blog.Entry, below string) {
	i, known := d.find(e.ID)
	switch {
	case known && e.Published == 0 && i == 0:
		d.entries = d.entries[1:]
		delete(d.numbers, e.ID)
	case known && e.Published == 0:
		d.entries = slices.Delete(slices.Clone(d.entries), i, i+1)
		d.number()
	case known:
		d.entries[i] = e
	case e.Published != 0:
		i = 0
		if under, ok := d.find(below); ok {
			i = under
		} else if below == "" {
			i = len(d.entries)
		}
		if i > 0 {
			d.entries = slices.Insert(slices.Clone(d.entries), i, e)
			d.number()
			return
		}
		d.onTop(e)
		d.numbers[e.ID] = len(d.entries) - 1
	}
}

// onTop puts an entry before the others without moving them: there is room for
// some before the list, which is made anew when it is full.
func (d *desk) onTop(e blog.Entry) {
	free := len(d.room) - len(d.entries)
	if free <= 0 || len(d.entries) > 0 && &d.room[free] != &d.entries[0] {
		free = 64 + len(d.entries)/4
		d.room = make([]blog.Entry, free+len(d.entries))
		copy(d.room[free:], d.entries)
	}
	d.room[free-1] = e
	d.entries = d.room[free-1:]
}
