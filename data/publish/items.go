package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
)

// Items are what is public of an edition, each with a digest of all that is
// public of it: the headline, the standfirst, the results, the key moments,
// the pinned entries, the entries in the order of the night, the corrections.
// The line under the standfirst is none of them: every act changes it. Nil
// where the night's time zone is not known.
func Items(e blog.Edition) []blog.Item {
	n, err := read(e.Public(), Fragment, "", Options{})
	if err != nil {
		return nil
	}
	l := inventory{n: n, results: map[string]string{}}
	l.one(blog.HeadlineItem, "", n.headline())
	if s := oneLine(n.Details.Standfirst); s != "" {
		l.one(blog.StandfirstItem, "", s)
	}
	l.resultItems()
	if ms := n.moments(n.changed()); len(ms) > 0 {
		l.one(blog.KeyMomentsItem, "", ms)
	}
	l.entryItems()
	if cs := n.corrections(); len(cs) > 0 {
		var lines []string
		for _, c := range cs {
			lines = append(lines, n.clock(c.when, n.changed()).Text, c.anchor, c.what, c.text)
		}
		l.one(blog.LedgerItem, "", lines)
	}
	return l.items
}

// An inventory is the items found so far.
type inventory struct {
	n       *night
	items   []blog.Item
	results map[string]string // the digests of contests and councils, by id
}

// one adds an item. What is said of it is what its digest is made of.
func (l *inventory) one(kind, id string, what ...any) {
	l.items = append(l.items, blog.Item{Kind: kind, ID: id, Digest: digest(append(what, l.n.Details.Rehearsal))})
}

// digest is half a SHA-256 in hex of a value as JSON.
func digest(what any) string {
	data, err := json.Marshal(what)
	if err != nil {
		panic("publish: what is public cannot be written as JSON: " + err.Error())
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// resultItems are the contests and councils of which there is something to
// tell, in the order in which they stand at the head.
func (l *inventory) resultItems() {
	for _, r := range l.n.results {
		says := []any{contestJSON(r.Contest), len(l.n.results) > 1, l.n.Details.Zone}
		for _, f := range r.Contest.Flags {
			says = append(says, l.n.dated(f.When, l.n.changed()).Text)
		}
		l.results[r.Contest.ID] = digest(says)
	}
	for _, r := range l.n.councils {
		l.results[r.Council.ID] = digest(councilJSON(r))
	}
	for _, g := range l.n.gathered() {
		if g.council != nil {
			l.one(blog.CouncilItem, g.council.Council.ID, l.results[g.council.Council.ID])
		}
		for _, r := range g.results {
			l.one(blog.ResultItem, r.Contest.ID, l.results[r.Contest.ID])
		}
	}
}

// entryItems are the pinned entries as one and each entry by itself.
func (l *inventory) entryItems() {
	var entries []blog.Item
	var pinned []any
	for _, x := range l.n.posts {
		i := blog.Item{Kind: blog.EntryItem, ID: x.ID, Digest: l.entry(x)}
		if x.Withdrawn {
			i.Kind = blog.WithdrawnItem
		} else if x.Pinned {
			pinned = append(pinned, i, l.n.dated(x.shown(), l.n.changed()).Text)
		}
		entries = append(entries, i)
	}
	if len(pinned) > 0 {
		l.one(blog.PinnedItem, "", pinned)
	}
	l.items = append(l.items, entries...)
}

// entry is the digest of an entry: of what it says and of the results it
// shows, but not of where else it is pointed at.
func (l *inventory) entry(x post) string {
	says := []any{l.n.Details.Zone, l.n.names(x), x.Withdrawn, x.shown(), x.Published, x.Updated}
	if !x.Withdrawn {
		says = append(says, x.Kicker, x.Text, x.Frozen, l.corrected(x), l.shows(x), l.n.Details.Rehearsal)
	}
	return digest(says)
}

func (l *inventory) corrected(x post) []blog.Correction {
	var all []blog.Correction
	for _, c := range x.Corrections {
		if !l.n.Details.Struck {
			c.Was = ""
		}
		all = append(all, c)
	}
	return all
}

// shows are the digests of the results, councils and histories whose cards
// and charts an entry has, with the colours of the charts.
func (l *inventory) shows(x post) []any {
	if !strings.Contains(x.Text, "@result") && !strings.Contains(x.Text, "@chart") {
		return nil
	}
	var all []any
	for _, b := range x.doc().Blocks {
		name := ""
		switch b := b.(type) {
		case text.ResultBlock:
			name = b.Contest
		case text.ChartBlock:
			name = b.Contest
			all = append(all, l.n.Colours, l.n.History)
		}
		if r, ok := l.n.result(name); ok {
			all = append(all, l.results[r.Contest.ID])
		}
		if r, ok := l.n.council(name); ok {
			all = append(all, l.results[r.Council.ID])
		}
	}
	return all
}
