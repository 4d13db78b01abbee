package blog

import (
	"slices"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Published is the edition with what was published, and with nothing else. It
// is Public without what no reader was ever shown: tags and labels that stand
// nowhere, answers to checks, patterns, profiles, hand-overs, authors who
// published nothing, pictures that no entry shows, past contests that no chart
// shows, earlier wordings unless the desk strikes them through. Updated is when
// any of it last changed.
func (e Edition) Published() Edition {
	all := e
	e = e.Public()
	e.Details.SecondEye = false
	e.Patterns, e.Profiles, e.HandOvers = nil, nil, nil
	contests := make([]election.Contest, len(e.Contests))
	for i, c := range e.Contests {
		c.Answers = nil
		contests[i] = c
	}
	e.Contests = contests
	entries := make([]Entry, len(e.Entries))
	for i, x := range e.Entries {
		entries[i] = x.published(e.Details.Struck)
	}
	e.Entries = entries
	e.Authors = e.writers()
	e.Pictures = all.shown(e.Entries)
	if !slices.ContainsFunc(e.Entries, Entry.showsHistory) {
		e.History = election.History{}
	}
	e.Updated = e.changed()
	return e
}

func (x Entry) published(struck bool) Entry {
	x.Tags, x.Seen = nil, ""
	if !x.Key {
		x.KeyLabel = ""
	}
	x.Corrections = slices.Clone(x.Corrections)
	for i := range x.Corrections {
		if !struck {
			x.Corrections[i].Was = ""
		}
	}
	return x
}

// writers are the authors of entries, of corrections and of flags, in the
// order they joined the desk.
func (e Edition) writers() []Author {
	wrote := map[string]bool{}
	for _, x := range e.Entries {
		for _, id := range x.Authors {
			wrote[id] = true
		}
	}
	for _, c := range e.Contests {
		for _, k := range c.Corrections {
			wrote[k.Author] = true
		}
		for _, f := range c.Flags {
			wrote[f.Author] = true
		}
	}
	var writers []Author
	for _, a := range e.Authors {
		if wrote[a.ID] {
			writers = append(writers, a)
		}
	}
	return writers
}

// shown are the edition's pictures that some of its entries show, by id.
func (e Edition) shown(entries []Entry) []Picture {
	shows := map[string]bool{}
	for _, x := range entries {
		for _, id := range text.Pictured(x.Text) {
			if p, ok := e.Picture(id); ok {
				shows[p.ID] = true
			}
		}
	}
	var shown []Picture
	for _, p := range e.Pictures {
		if shows[p.ID] {
			shown = append(shown, p)
		}
	}
	return shown
}

func (x Entry) showsHistory() bool {
	return slices.ContainsFunc(text.Parse(x.Text, nil).Blocks, func(b text.Block) bool {
		c, ok := b.(text.ChartBlock)
		return ok && c.Kind == "history"
	})
}

// changed is when the edition last changed for its readers.
func (e Edition) changed() int64 {
	last := e.Started
	for _, x := range e.Entries {
		last = max(last, x.Published, x.Updated)
	}
	for _, c := range e.Contests {
		last = max(last, c.Declared)
		for _, k := range c.Corrections {
			last = max(last, k.When)
		}
		for _, f := range c.Flags {
			last = max(last, f.When)
		}
	}
	return last
}
