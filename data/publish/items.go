package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/table"
)

// Items are what is public of an edition, each with a digest of all that is
// public of it: the headline, the standfirst, the results, the key moments,
// the pinned entries, the entries in the order of the night, the corrections.
// The line under the standfirst is none of them: every act changes it. Nil
// where the night's time zone is not known.
func Items(e blog.Edition) []blog.Item {
	n, err := layout.New(e.Public(), "", layout.Options{}, false)
	if err != nil {
		return nil
	}
	l := inventory{n: n, results: map[string]string{}}
	l.one(blog.HeadlineItem, "", n.Headline())
	if s := layout.OneLine(n.Details.Standfirst); s != "" {
		l.one(blog.StandfirstItem, "", s)
	}
	l.resultItems()
	if ms := n.Moments(n.Changed); len(ms) > 0 {
		l.one(blog.KeyMomentsItem, "", ms)
	}
	l.entryItems()
	if cs := n.Corrections(); len(cs) > 0 {
		var lines []string
		for _, c := range cs {
			lines = append(lines, n.Clock(c.When, n.Changed).Text, c.Anchor, c.What, c.Text)
		}
		l.one(blog.LedgerItem, "", lines)
	}
	return l.items
}

// An inventory is the items found so far.
type inventory struct {
	n       *layout.Blog
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
	for _, r := range l.n.ContestResults {
		says := []any{table.ContestJSON(r.Contest), len(l.n.ContestResults) > 1, l.n.Details.Zone}
		for _, f := range r.Contest.Flags {
			says = append(says, l.n.Dated(f.When, l.n.Changed).Text)
		}
		l.results[r.Contest.ID] = digest(says)
	}
	for _, r := range l.n.CouncilResults {
		l.results[r.Council.ID] = digest(table.CouncilJSON(r))
	}
	for _, g := range l.n.Gathered() {
		if g.Council != nil {
			l.one(blog.CouncilItem, g.Council.Council.ID, l.results[g.Council.Council.ID])
		}
		for _, r := range g.Results {
			l.one(blog.ResultItem, r.Contest.ID, l.results[r.Contest.ID])
		}
	}
}

// entryItems are the pinned entries as one and each entry by itself.
func (l *inventory) entryItems() {
	var entries []blog.Item
	var pinned []any
	for _, x := range l.n.Posts {
		i := blog.Item{Kind: blog.EntryItem, ID: x.ID, Digest: l.entry(x)}
		if x.Withdrawn {
			i.Kind = blog.WithdrawnItem
		} else if x.Pinned {
			pinned = append(pinned, i, l.n.Dated(x.Shown(), l.n.Changed).Text)
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
func (l *inventory) entry(x layout.Post) string {
	says := []any{l.n.Details.Zone, l.n.NamesOf(x), x.Withdrawn, x.Shown(), x.Published, x.Updated}
	if !x.Withdrawn {
		says = append(says, x.Kicker, x.Text, x.Frozen, l.corrected(x), l.shows(x), l.n.Details.Rehearsal)
	}
	return digest(says)
}

func (l *inventory) corrected(x layout.Post) []blog.Correction {
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
func (l *inventory) shows(x layout.Post) []any {
	if !strings.Contains(x.Text, "@result") && !strings.Contains(x.Text, "@chart") {
		return nil
	}
	var all []any
	for _, b := range x.Doc().Blocks {
		name := ""
		switch b := b.(type) {
		case text.ResultBlock:
			name = b.Contest
		case text.ChartBlock:
			name = b.Contest
			all = append(all, l.n.Colours, l.n.History)
		}
		if r, ok := l.n.FindResult(name); ok {
			all = append(all, l.results[r.Contest.ID])
		}
		if r, ok := l.n.FindCouncil(name); ok {
			all = append(all, l.results[r.Council.ID])
		}
	}
	return all
}
