package layout

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

// A Blog is a public edition made ready for rendering: texts parsed, results
// computed, pictures and contests to be found by what entries call them.
type Blog struct {
	blog.Edition
	Options        Options
	Plain          bool // the form is text alone, without tables, links and headings of its own
	zone           *time.Location
	Name           string                   // of the main file, without extension
	Posts          []Post                   // of this document, as the night orders them
	Stretches      []Stretch                // what the blog has, in the order of publication
	ContestResults []election.Result        // as the edition's contests
	CouncilResults []election.CouncilResult // as the edition's councils
	meant          map[string]int           // index in results of what entries call a contest, -1 for none
	pictures       map[string]blog.Picture
	Attached       *Attachments
	Uses           *Uses
	DayFirst       bool  // a day stands over the first entry, whenever the blog changed last
	Began          int64 // when the blog began
	Changed        int64 // when the blog last changed for its readers
}

// A Post is an entry with its text, which is parsed when it is first asked
// for.
type Post struct {
	blog.Entry
	*parsed
	Page int // the numbered page that holds it, 0 where there are none
}

// NewPost is an entry that stands on a numbered page, or 0.
func NewPost(x blog.Entry, page int) Post { return Post{x, new(parsed), page} }

// Forget lets go of the text, which is parsed again when it is asked for.
func (x Post) Forget() { *x.parsed = parsed{} }

type parsed struct {
	done bool
	text text.Document
}

// New prepares what Edition.Public left of an edition for a document of that
// name. Plain says that its form is text alone.
func New(e blog.Edition, name string, o Options, plain bool) (*Blog, error) {
	zone, err := blog.Zone(e.Details.Zone)
	if err != nil {
		return nil, err
	}
	n := &Blog{Edition: e, Options: o, Plain: plain, zone: zone, Name: name, meant: map[string]int{}, pictures: map[string]blog.Picture{}, Uses: new(Uses)}
	n.Attached, n.Began = NewAttachments(e, name, o), opened(e)
	for _, c := range e.Contests {
		n.ContestResults = append(n.ContestResults, election.Compute(c))
	}
	for _, c := range e.Councils {
		n.CouncilResults = append(n.CouncilResults, election.ComputeCouncil(c, e.Contests))
	}
	for _, p := range e.Pictures {
		n.pictures[p.ID] = p
	}
	latest := n.Began
	for _, x := range e.Entries {
		latest = max(latest, x.Published, x.Updated)
		if !o.Only.Results && (o.Only.Entry == "" || x.ID == o.Only.Entry) {
			n.Posts = append(n.Posts, NewPost(x, 0))
		}
	}
	if o.Only.Entry != "" && len(n.Posts) == 0 {
		return nil, &UnknownEntryError{o.Only.Entry}
	}
	slices.Reverse(n.Posts)
	n.Stretches = []Stretch{NewStretch(n.Posts)}
	n.Changed = n.LastChange(latest)
	n.Posts = n.Ordered(n.Posts)
	return n, nil
}

// Ordered are posts in the order of the night; they come oldest first.
func (n *Blog) Ordered(posts []Post) []Post {
	posts = slices.Clone(posts)
	if !n.OldestFirst() {
		slices.Reverse(posts)
	}
	return posts
}

// Doc is the text of an entry as it stands; of a withdrawn one there is none.
func (x Post) Doc() text.Document {
	if !x.done && !x.Withdrawn {
		x.done, x.text = true, text.Parse(x.Text, x.Figures())
	}
	return x.text
}

// print is the text as it is printed: with what was wrong struck through,
// where the house does that.
func (n *Blog) print(x Post) text.Document {
	if n.Details.Struck {
		return struckThrough(x.Entry, x.Doc())
	}
	return x.Doc()
}

// OldestFirst reports whether entries stand in the order they were published
// in.
func (n *Blog) OldestFirst() bool {
	switch n.Options.Order {
	case blog.OldestOnTop:
		return true
	case blog.NewestOnTop:
		return false
	}
	return n.Details.OldestFirst
}

// draws reports whether charts stand in the text as drawings.
func (n *Blog) draws() bool {
	return n.Options.ChartAs == blog.ChartAsSVG
}

// FindResult finds the contest that an entry's text means, as the desk does: none
// where two go by that name.
func (n *Blog) FindResult(called string) (election.Result, bool) {
	n.Uses.contest(called)
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
	return n.ContestResults[at], true
}

// FindAs has contests found where they were found before, which holds while they
// are called the same.
func (n *Blog) FindAs(before *Blog) { n.meant = before.meant }

// FindCouncil finds the council that an entry's text means, as the desk does.
func (n *Blog) FindCouncil(called string) (election.CouncilResult, bool) {
	n.Uses.contest(called)
	c, ok := blog.FindCouncil(n.Councils, called)
	if !ok {
		return election.CouncilResult{}, false
	}
	at := slices.IndexFunc(n.Councils, func(x election.Council) bool { return x.ID == c.ID })
	return n.CouncilResults[at], true
}

// FindPicture finds a picture by its id, or by the beginning of one where no
// other begins so.
func (n *Blog) FindPicture(id string) (blog.Picture, bool) {
	if p, ok := n.pictures[id]; ok {
		return p, true
	}
	n.Uses.Vague = true
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

// Shown is the time an entry prints with: the time it tells of.
func (x Post) Shown() int64 {
	if x.Happened != 0 {
		return x.Happened
	}
	return x.Published
}

// late reports whether an entry was published so long after what it tells of
// that the reader should know.
func (x Post) late() bool {
	const long = 10 * time.Minute
	return x.Published-x.Shown() >= long.Milliseconds()
}

// opened is when a blog began: with its first entry, withdrawn or not, so that
// it never moves. One without entries begins with its night.
func opened(e blog.Edition) int64 {
	if len(e.Entries) > 0 {
		return e.Entries[len(e.Entries)-1].Published
	}
	return e.Started
}

// LastChange is when the blog last changed for its readers, given when its
// entries last did. Work at the desk
// that is under embargo does not move it.
func (n *Blog) LastChange(entries int64) int64 {
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

// Count counts the entries that are not withdrawn.
func (n *Blog) Count() int {
	sum := 0
	for _, s := range n.Stretches {
		sum += s.live
	}
	return sum
}

// Writers are the names over the blog: the authors of what stands in it, in
// the order they joined the desk.
func (n *Blog) Writers() []string {
	var names []string
	for _, a := range n.Authors {
		if slices.ContainsFunc(n.Stretches, func(s Stretch) bool { return s.Wrote[a.ID] }) {
			names = append(names, a.Name)
		}
	}
	return names
}

// NamesOf are an entry's authors.
func (n *Blog) NamesOf(x Post) []string {
	var names []string
	for _, id := range x.Authors {
		if a, ok := n.Author(id); ok {
			names = append(names, a.Name)
		}
	}
	return names
}

// Headline is what the blog is called, never empty.
func (n *Blog) Headline() string {
	for _, s := range []string{n.Details.Headline, n.Details.Title, n.Details.Place} {
		if OneLine(s) != "" {
			return n.Titled(s)
		}
	}
	return n.Titled("Live blog")
}

// A correction is one line of the ledger at the end: of an entry, or of a
// result.
type correction struct {
	When         int64
	Page         int    // the numbered page that has it, 0 where it is this one
	Anchor, What string // where it was corrected, and what that is called
	Text         string
}

// Corrections are all that stand in the blog, oldest first.
func (n *Blog) Corrections() []correction {
	var all []correction
	for _, x := range n.Across(corrected) {
		for _, c := range x.Corrections {
			all = append(all, correction{c.When, x.Page, "e-" + x.ID, n.LabelOf(x), OneLine(c.Note)})
		}
	}
	for _, c := range n.Contests {
		if n.Options.Only.Entry != "" {
			break
		}
		for i, k := range n.amended(c) {
			all = append(all, correction{c.Corrections[i].When, 0, Anchor(c.ID), OneLine(c.Name) + ", the result",
				strings.TrimSpace(fmt.Sprintf("revision %d. %s", k.Revision, k.Text))})
		}
	}
	slices.SortStableFunc(all, func(a, b correction) int { return cmp.Compare(a.When, b.When) })
	return all
}

// Permalink is the address of a place in the blog; empty where the blog's own
// is not known.
func (n *Blog) Permalink(anchor string) string {
	page, _, _ := strings.Cut(WebAddress(n.Details.Address), "#")
	if page == "" {
		return ""
	}
	return page + "#" + anchor
}

// Anchor is where links to a contest lead. An id that could not stand in an
// address as it is, which no night makes, is spelt in digits and letters.
func Anchor(contest string) string {
	for _, r := range contest {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return "r--" + hex.EncodeToString([]byte(contest))
		}
	}
	return "r-" + contest
}
