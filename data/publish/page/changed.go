package page

import (
	"maps"
	"reflect"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// This file finds the numbered pages that rest on what changed of a night
// besides its entries.

// restsOn tells which numbered pages may be others than they were when the
// night was as before.
func (l *Live) restsOn(before *layout.Blog) func(page int) bool {
	now := l.base
	if !reflect.DeepEqual(sealed(before.Details), sealed(now.Details)) ||
		!reflect.DeepEqual(l.event(before), l.event(now)) || !sameDesk(before, now) {
		return func(int) bool { return true }
	}
	renamed := map[string]bool{}
	for i, a := range before.Authors {
		renamed[a.ID] = a.Name != now.Authors[i].Name
	}
	for _, a := range now.Authors[len(before.Authors):] {
		renamed[a.ID] = true
	}
	pictures := !reflect.DeepEqual(before.Pictures, now.Pictures)
	shown := l.results(before)
	return func(page int) bool {
		u := l.uses[page-1]
		if pictures && u.Vague || slices.ContainsFunc(slices.Collect(maps.Keys(u.Contests)), shown) {
			return true
		}
		for id := range l.stretches[page-1].Wrote {
			if renamed[id] {
				return true
			}
		}
		return false
	}
}

// event is what a numbered page says the blog is about.
func (l *Live) event(n *layout.Blog) event {
	m := *n
	m.Details = sealed(n.Details)
	return (&document{Blog: &m}).event()
}

// sameDesk reports whether the authors of before are still there, in their
// order.
func sameDesk(before, now *layout.Blog) bool {
	if len(now.Authors) < len(before.Authors) {
		return false
	}
	for i, a := range before.Authors {
		if now.Authors[i].ID != a.ID {
			return false
		}
	}
	return true
}

// results tells of a contest or council, by what a text calls it, whether what
// is shown of it may be another than it was.
func (l *Live) results(before *layout.Blog) func(called string) bool {
	now := l.base
	if !sameNames(before, now) || !reflect.DeepEqual(before.Councils, now.Councils) ||
		!reflect.DeepEqual(before.Colours, now.Colours) || !reflect.DeepEqual(before.History, now.History) {
		return func(string) bool { return true }
	}
	now.FindAs(before)
	changed := map[string]bool{}
	for i, c := range now.Contests {
		if !reflect.DeepEqual(before.Contests[i], c) {
			changed[c.ID], changed[c.Group] = true, true
		}
	}
	return func(called string) bool {
		if len(changed) == 0 {
			return false
		}
		r, ok := now.FindResult(called)
		if ok && changed[r.Contest.ID] {
			return true
		}
		c, ok := now.FindCouncil(called)
		return ok && changed[c.Council.Name]
	}
}

// sameNames reports whether contests are called and grouped as before, so that
// what a text calls one is the same.
func sameNames(before, now *layout.Blog) bool {
	return slices.EqualFunc(before.Contests, now.Contests, func(a, b election.Contest) bool {
		return a.ID == b.ID && a.Name == b.Name && a.Code == b.Code && a.Group == b.Group
	})
}
