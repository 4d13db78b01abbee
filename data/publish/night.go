package publish

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A night is a public edition made ready for rendering: texts parsed, results
// computed, pictures and contests to be found by what entries call them.
type night struct {
	blog.Edition
	form     Form
	o        Options
	zone     *time.Location
	name     string                   // of the main file, without extension
	posts    []post                   // of this document, as the night orders them
	sections []section                // what the blog has, in the order of publication
	results  []election.Result        // as the edition's contests
	councils []election.CouncilResult // as the edition's councils
	meant    map[string]int           // index in results of what entries call a contest, -1 for none
	pictures map[string]blog.Picture
	beside   *beside
	uses     *uses
	leaf     leaf  // where this document stands among the numbered pages
	tables   int   // on the page so far
	began    int64 // when the blog began
	latest   int64 // when the blog last changed for its readers
}

// A post is an entry with its text, which is parsed when it is first asked
// for.
type post struct {
	blog.Entry
	*parsed
	page int // the numbered page that holds it, 0 where there are none
}

type parsed struct {
	done bool
	text text.Document
}

// read prepares what Edition.Public left of an edition for a form.
func read(e blog.Edition, f Form, name string, o Options) (*night, error) {
	zone, err := blog.Zone(e.Details.Zone)
	if err != nil {
		return nil, err
	}
	n := &night{Edition: e, form: f, o: o, zone: zone, name: name, meant: map[string]int{}, pictures: map[string]blog.Picture{}, uses: new(uses)}
	n.beside, n.began = newBeside(e, f, name, o), opened(e)
	for _, c := range e.Contests {
		n.results = append(n.results, election.Compute(c))
	}
	for _, c := range e.Councils {
		n.councils = append(n.councils, election.ComputeCouncil(c, e.Contests))
	}
	for _, p := range e.Pictures {
		n.pictures[p.ID] = p
	}
	latest := n.began
	for _, x := range e.Entries {
		latest = max(latest, x.Published, x.Updated)
		if !o.Only.Results && (o.Only.Entry == "" || x.ID == o.Only.Entry) {
			n.posts = append(n.posts, post{x, new(parsed), 0})
		}
	}
	if o.Only.Entry != "" && len(n.posts) == 0 {
		return nil, &UnknownEntryError{o.Only.Entry}
	}
	slices.Reverse(n.posts)
	n.sections = []section{newSection(n.posts)}
	n.latest = n.lastChange(latest)
	n.posts = n.ordered(n.posts)
	return n, nil
}

// ordered are posts in the order of the night; they come oldest first.
func (n *night) ordered(posts []post) []post {
	posts = slices.Clone(posts)
	if !n.oldestFirst() {
		slices.Reverse(posts)
	}
	return posts
}

// doc is the text of an entry as it stands; of a withdrawn one there is none.
func (x post) doc() text.Document {
	if !x.done && !x.Withdrawn {
		x.done, x.text = true, text.Parse(x.Text, x.Figures())
	}
	return x.text
}

// print is the text as it is printed: with what was wrong struck through,
// where the house does that.
func (n *night) print(x post) text.Document {
	if n.Details.Struck {
		return struckThrough(x.Entry, x.doc())
	}
	return x.doc()
}

// oldestFirst reports whether entries stand in the order they were published
// in.
func (n *night) oldestFirst() bool {
	switch n.o.Order {
	case blog.OldestOnTop:
		return true
	case blog.NewestOnTop:
		return false
	}
	return n.Details.OldestFirst
}

// draws reports whether charts stand in the text as drawings.
func (n *night) draws() bool {
	return n.form == Page || n.form == Fragment && n.o.ChartAs == blog.ChartAsSVG
}

// result finds the contest that an entry's text means, as the desk does: none
// where two go by that name.
func (n *night) result(called string) (election.Result, bool) {
	n.uses.contest(called)
	at, looked := n.meant[called]
	if !looked {
		at = -1
		if c, ok := blog.FindContest(n.Contests, called); ok {
			at = slices.IndexFunc(n.Contests, func(x election.Contest) bool { return x.ID == c.ID })
		}
		n.meant[called] = at
	}
	if at < 0 {
		return election.Result{}, false
	}
	return n.results[at], true
}

// council finds the council that an entry's text means, as the desk does.
func (n *night) council(called string) (election.CouncilResult, bool) {
	n.uses.contest(called)
	c, ok := blog.FindCouncil(n.Councils, called)
	if !ok {
		return election.CouncilResult{}, false
	}
	at := slices.IndexFunc(n.Councils, func(x election.Council) bool { return x.ID == c.ID })
	return n.councils[at], true
}

// picture finds a picture by its id, or by the beginning of one where no
// other begins so.
func (n *night) picture(id string) (blog.Picture, bool) {
	if p, ok := n.pictures[id]; ok {
		return p, true
	}
	n.uses.vague = true
	var found []blog.Picture
	for _, p := range n.Pictures {
		if len(id) >= 8 && strings.HasPrefix(p.ID, id) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		return blog.Picture{}, false
	}
	return found[0], true
}

// shown is the time an entry prints with: the time it tells of.
func (x post) shown() int64 {
	if x.Happened != 0 {
		return x.Happened
	}
	return x.Published
}

// late reports whether an entry was published so long after what it tells of
// that the reader should know.
func (x post) late() bool {
	const long = 10 * time.Minute
	return x.Published-x.shown() >= long.Milliseconds()
}

// opened is when a blog began: with its first entry, withdrawn or not, so that
// it never moves. One without entries begins with its night.
func opened(e blog.Edition) int64 {
	if len(e.Entries) > 0 {
		return e.Entries[len(e.Entries)-1].Published
	}
	return e.Started
}

// changed is when the blog last changed for its readers.
func (n *night) changed() int64 { return n.latest }

// lastChange finds it, given when the entries last changed. Work at the desk
// that is under embargo does not move it.
func (n *night) lastChange(entries int64) int64 {
	last := entries
	for _, c := range n.Contests {
		last = max(last, c.Declared)
		for _, k := range c.Corrections {
			last = max(last, k.When)
		}
		if !c.State.IsDeclared() {
			for _, f := range c.Flags {
				last = max(last, f.When)
			}
		}
	}
	return last
}

// live counts the entries that are not withdrawn.
func (n *night) live() int {
	sum := 0
	for _, s := range n.sections {
		sum += s.live
	}
	return sum
}

// writers are the names over the blog: the authors of what stands in it, in
// the order they joined the desk.
func (n *night) writers() []string {
	var names []string
	for _, a := range n.Authors {
		if slices.ContainsFunc(n.sections, func(s section) bool { return s.wrote[a.ID] }) {
			names = append(names, a.Name)
		}
	}
	return names
}

// names are an entry's authors.
func (n *night) names(x post) []string {
	var names []string
	for _, id := range x.Authors {
		if a, ok := n.Author(id); ok {
			names = append(names, a.Name)
		}
	}
	return names
}

// headline is what the blog is called, never empty.
func (n *night) headline() string {
	for _, s := range []string{n.Details.Headline, n.Details.Title, n.Details.Place} {
		if oneLine(s) != "" {
			return n.tested(s)
		}
	}
	return n.tested("Live blog")
}

// A correction is one line of the ledger at the end: of an entry, or of a
// result.
type correction struct {
	when         int64
	page         int    // the numbered page that has it, 0 where it is this one
	anchor, what string // where it was corrected, and what that is called
	text         string
}

// corrections are all that stand in the blog, oldest first.
func (n *night) corrections() []correction {
	var all []correction
	for _, x := range n.across(corrected) {
		for _, c := range x.Corrections {
			all = append(all, correction{c.When, x.page, "e-" + x.ID, n.label(x), oneLine(c.Note)})
		}
	}
	for _, c := range n.Contests {
		if n.o.Only.Entry != "" {
			break
		}
		for i, k := range n.amended(c) {
			all = append(all, correction{c.Corrections[i].When, 0, anchor(c.ID), oneLine(c.Name) + ", the result",
				strings.TrimSpace(fmt.Sprintf("revision %d. %s", k.Revision, k.Text))})
		}
	}
	slices.SortStableFunc(all, func(a, b correction) int { return cmp.Compare(a.when, b.when) })
	return all
}

// permalink is the address of a place in the blog; empty where the blog's own
// is not known.
func (n *night) permalink(anchor string) string {
	page, _, _ := strings.Cut(web(n.Details.Address), "#")
	if page == "" {
		return ""
	}
	return page + "#" + anchor
}

// anchor is where links to a contest lead. An id that could not stand in an
// address as it is, which no night makes, is spelt in digits and letters.
func anchor(contest string) string {
	for _, r := range contest {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return "r--" + hex.EncodeToString([]byte(contest))
		}
	}
	return "r-" + contest
}
