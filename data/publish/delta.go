package publish

import (
	"errors"
	"slices"

	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
)

// A Mark says what somebody who was handed the blog before has to do with a
// change.
type Mark string

// The marks.
const (
	New      Mark = "NEW"
	Replaces Mark = "REPLACES" // what was handed over under the same name
	Kill     Mark = "KILL"     // what was handed over and must go
)

// A Change is one thing to be put in, replaced or taken out.
type Change struct {
	Mark Mark
	// Item is the thing as it is now. Of an entry to be taken out that is
	// blog.WithdrawnItem, and where nothing is to stand in its place, or of
	// whatever else is gone, the digest is empty.
	Item blog.Item
	// Below is the id of the entry that a new one stands below; empty for the
	// first.
	Below string
}

// Anchor is where the thing stands in what was handed over; empty for what
// has no anchor.
func (c Change) Anchor() string {
	switch c.Item.Kind {
	case blog.EntryItem, blog.WithdrawnItem:
		return "e-" + c.Item.ID
	case blog.ResultItem:
		return layout.Anchor(c.Item.ID)
	}
	return ""
}

// Changes are what happened to the blog since a hand-over.
type Changes struct {
	Since int64    // when that was, UTC milliseconds; 0 where nothing was handed over before
	All   []Change // what must go first, then the rest in the order of Items
}

// Items are what a hand-over of the changes gives.
func (c Changes) Items() []blog.Item {
	var items []blog.Item
	for _, x := range c.All {
		items = append(items, x.Item)
	}
	return items
}

// ErrNothingNew is what Export fails with where a hand-over of what is new
// would hand over nothing.
var ErrNothingNew = errors.New("nothing is new since the last hand-over")

// A handed thing is what an item is of, whatever became of it.
type handed struct{ kind, id string }

func handedOf(i blog.Item) handed {
	if i.Kind == blog.WithdrawnItem {
		i.Kind = blog.EntryItem
	}
	return handed{i.Kind, i.ID}
}

// Delta tells what is new since a hand-over in the Items of an edition. Whoever
// has all that it gave, and puts in, replaces and takes out what the changes say, has the blog as it is
// now. An entry that was withdrawn before it was handed over is no change:
// there is nothing to take out.
func Delta(items []blog.Item, since blog.HandOver) Changes {
	c := Changes{Since: since.When}
	had := map[handed]blog.Item{}
	for _, i := range since.Items {
		had[handedOf(i)] = i
	}
	var after []Change
	below := ""
	now := map[handed]bool{}
	for _, i := range items {
		now[handedOf(i)] = true
		was, there := had[handedOf(i)]
		switch {
		case i.Kind == blog.WithdrawnItem && !there:
			continue
		case i.Kind == blog.WithdrawnItem && was.Kind != blog.WithdrawnItem:
			c.All = append(c.All, Change{Mark: Kill, Item: i})
		case !there && i.Kind == blog.EntryItem:
			after = append(after, Change{Mark: New, Item: i, Below: below})
		case !there:
			after = append(after, Change{Mark: New, Item: i})
		case was != i:
			after = append(after, Change{Mark: Replaces, Item: i})
		}
		if handedOf(i).kind == blog.EntryItem {
			below = i.ID
		}
	}
	for _, i := range since.Items {
		if !now[handedOf(i)] {
			c.All = append(c.All, Change{Mark: Kill, Item: goneItem(i)})
		}
	}
	c.All = append(c.All, after...)
	return c
}

// goneItem is an item of which nothing is left.
func goneItem(i blog.Item) blog.Item {
	i.Digest = ""
	if i.Kind == blog.EntryItem {
		i.Kind = blog.WithdrawnItem
	}
	return i
}

// Given is all that one who takes the blog has after the hand-overs of the
// edition to them: those made with the same profile and form for the same
// receiver, in a rehearsal those of the rehearsal and else the real ones. Its
// items are in the order they were first given; there are none where nothing
// was handed over.
func Given(e blog.Edition, profile, form, to string) blog.HandOver {
	sum := blog.HandOver{Profile: profile, Form: form, To: to, Rehearsal: e.Details.Rehearsal}
	var order []handed
	has := map[handed]blog.Item{}
	for _, h := range e.HandOvers {
		if h.Profile != profile || h.Form != form || h.To != to || h.Rehearsal != sum.Rehearsal {
			continue
		}
		sum.ID, sum.When, sum.Author = h.ID, h.When, h.Author
		if h.Whole {
			order, has = nil, map[handed]blog.Item{}
		}
		for _, i := range h.Items {
			if _, there := has[handedOf(i)]; !there {
				order = append(order, handedOf(i))
			}
			has[handedOf(i)] = i
		}
	}
	for _, k := range order {
		if i := has[k]; i.Digest != "" {
			sum.Items = append(sum.Items, i)
		}
	}
	return sum
}

// HandedOver are the items that an export of the edition with these options
// gives away: what its hand-over records.
func HandedOver(e blog.Edition, o layout.Options) []blog.Item {
	items := Items(e)
	if o.Since != nil && o.Only == (layout.Only{}) {
		return Delta(items, *o.Since).Items()
	}
	return slices.DeleteFunc(items, func(i blog.Item) bool {
		switch {
		case o.Only.Entry != "":
			return handedOf(i) != handed{blog.EntryItem, o.Only.Entry}
		case o.Only.Results:
			return i.Kind != blog.ResultItem && i.Kind != blog.CouncilItem
		}
		return false
	})
}
