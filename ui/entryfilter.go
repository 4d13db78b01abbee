package ui

import (
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// entryFilter says which entries the timeline lists.
type entryFilter struct {
	kind  string // "all", "key", "held", "pinned", "corrected", "author", "tag" or "contest"
	id    string // of the author or contest, or the tag
	words string // as a button says it
}

var (
	allEntries  = entryFilter{kind: "all", words: "All"}
	keyEntries  = entryFilter{kind: "key", words: "Key"}
	heldEntries = entryFilter{kind: "held", words: "Held"}
)

// moreWords stand on the button that leads to the other filters.
const moreWords = "More ▾"

// chooseListed asks which results or which entries to list, on their screens.
func (w *Window) chooseListed() {
	if w.Showing(w.results) {
		w.chooseResults()
		return
	}
	w.chooseEntries()
}

// chooseEntries lists what the timeline can be narrowed to, each with how many
// entries it leaves.
func (w *Window) chooseEntries() {
	t := w.blog
	filters := []entryFilter{allEntries, keyEntries, heldEntries, {kind: "pinned", words: "pinned"}, {kind: "corrected", words: "corrected"}}
	for _, a := range t.open.Authors {
		filters = append(filters, entryFilter{"author", a.ID, "by " + a.Name})
	}
	var tags []string
	for _, e := range t.open.Entries {
		tags = append(tags, e.Tags...)
	}
	slices.Sort(tags)
	for _, tag := range slices.Compact(tags) {
		filters = append(filters, entryFilter{"tag", tag, "tagged " + tag})
	}
	if len(t.open.Contests) > 1 {
		for _, c := range t.open.Contests {
			filters = append(filters, entryFilter{"contest", c.ID, "about " + c.Name})
		}
	}
	var choices []kit.Choice
	for _, f := range filters {
		aside := ""
		switch {
		case f == heldEntries:
			aside = election.Several(len(t.held), "draft", "drafts")
		case f.kind != "contest": // counted in a moment
			n := 0
			for _, e := range t.open.Entries {
				if f.passes(e) {
					n++
				}
			}
			aside = election.Several(n, "entry", "entries")
		}
		choices = append(choices, kit.Choice{Words: model.UpperFirst(f.words), Aside: aside, Do: func() {
			w.GoTo(w.desk)
			w.showHalf(blogHalf)
			t.setFilter(f)
			w.Focus(t.list)
		}})
	}
	w.Choose("Which entries to list", choices)
}

// passes reports whether a filter other than by contest leaves an entry.
func (f entryFilter) passes(e blog.Entry) bool {
	switch f.kind {
	case "key":
		return e.Key
	case "pinned":
		return e.Pinned
	case "corrected":
		return len(e.Corrections) > 0
	case "author":
		return slices.Contains(e.Authors, f.id)
	case "tag":
		return slices.Contains(e.Tags, f.id)
	}
	return true
}

// aboutContest is the folded name of the contest that is filtered by.
func (t *timeline) aboutContest() string {
	if t.filter.kind != "contest" {
		return ""
	}
	i := slices.IndexFunc(t.open.Contests, func(c election.Contest) bool { return c.ID == t.filter.id })
	if i < 0 {
		return ""
	}
	return text.SearchKey(t.open.Contests[i].Name)
}

// passes reports whether the filter leaves an entry: one is about a contest
// if it prints a figure of it or names it.
func (t *timeline) passes(e blog.Entry, contest string) bool {
	if t.filter.kind != "contest" {
		return t.filter.passes(e)
	}
	return slices.ContainsFunc(e.Frozen, func(f blog.Frozen) bool { return f.Contest == t.filter.id }) ||
		contest != "" && strings.Contains(t.fold(e), contest)
}

// showFilters marks the filter at hand; one of those behind the last button
// stands on it.
func (t *timeline) showFilters() {
	other := true
	for i, f := range []entryFilter{allEntries, keyEntries, heldEntries} {
		t.filters[i].SetChosen(t.filter == f)
		other = other && t.filter != f
	}
	words := moreWords
	if other {
		words = model.UpperFirst(t.filter.words) + " ▾"
	}
	t.filters[3].SetWords(words)
	t.filters[3].SetChosen(other)
}
