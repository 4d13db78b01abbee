package publish

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A night is a public edition made ready for rendering: texts parsed, results
// computed, pictures and contests to be found by what entries call them.
type night struct {
	blog.Edition
	zone     *time.Location
	name     string // of the main file, without extension
	posts    []post // as the edition orders them
	results  []election.Result
	contests map[string]int // index in results by id, and by folded name or code
	pictures map[string]blog.Picture
	beside   *beside
	tables   int // on the page so far
}

// A post is an entry with its text parsed.
type post struct {
	blog.Entry
	doc blog.Document
}

// read prepares what Edition.Public left of an edition.
func read(e blog.Edition, name string, pictures func(id string) ([]byte, error)) (*night, error) {
	zone, err := blog.Zone(e.Details.Zone)
	if err != nil {
		return nil, err
	}
	n := &night{Edition: e, zone: zone, name: name, contests: map[string]int{}, pictures: map[string]blog.Picture{}}
	n.beside = &beside{folder: name + "-pictures", get: pictures, urls: map[string]string{}}
	for i, c := range e.Contests {
		n.results = append(n.results, election.Compute(c))
		n.find(c.ID, i)
	}
	for i, c := range e.Contests {
		n.find(fold(c.Name), i)
		n.find(fold(c.Code), i)
	}
	for _, p := range e.Pictures {
		n.pictures[p.ID] = p
	}
	for _, x := range e.Entries {
		p := post{Entry: x}
		if !x.Withdrawn {
			p.doc = blog.Parse(x.Text, x.Figures())
		}
		n.posts = append(n.posts, p)
	}
	return n, nil
}

func (n *night) find(key string, i int) {
	if _, taken := n.contests[key]; !taken && key != "" {
		n.contests[key] = i
	}
}

func fold(s string) string { return strings.ToLower(oneLine(s)) }

// result finds the contest that an entry's text means: every one that the
// desk finds by that name, and of two with one name the first.
func (n *night) result(called string) (election.Result, bool) {
	i, ok := n.contests[called]
	if !ok {
		i, ok = n.contests[fold(called)]
	}
	if !ok {
		c, _ := blog.FindContest(n.Contests, called)
		i, ok = n.contests[c.ID]
	}
	if !ok {
		return election.Result{}, false
	}
	return n.results[i], true
}

// picture finds a picture by its id, or by the beginning of one where no
// other begins so.
func (n *night) picture(id string) (blog.Picture, bool) {
	if p, ok := n.pictures[id]; ok {
		return p, true
	}
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

// opened is when the blog began: its first entry, withdrawn or not, so that
// it never moves. A blog without entries begins with its night.
func (n *night) opened() int64 {
	first := n.Started
	for i, x := range n.posts {
		if i == 0 || x.Published < first {
			first = x.Published
		}
	}
	return first
}

// changed is when the blog last changed for its readers. Work at the desk
// that is under embargo does not move it.
func (n *night) changed() int64 {
	last := n.opened()
	for _, x := range n.posts {
		last = max(last, x.Published, x.Updated)
	}
	for _, c := range n.Contests {
		last = max(last, c.Declared)
	}
	return last
}

// live counts the entries that are not withdrawn.
func (n *night) live() int {
	sum := 0
	for _, x := range n.posts {
		if !x.Withdrawn {
			sum++
		}
	}
	return sum
}

// writers are the names over the blog: the authors of what stands in it, in
// the order they joined the desk.
func (n *night) writers() []string {
	wrote := map[string]bool{}
	for _, x := range n.posts {
		for _, id := range x.Authors {
			wrote[id] = wrote[id] || !x.Withdrawn
		}
	}
	var names []string
	for _, a := range n.Authors {
		if wrote[a.ID] {
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
			return s
		}
	}
	return "Live blog"
}

// A correction is one line of the ledger at the end.
type correction struct {
	blog.Correction
	of post
}

// corrections are all that stand in the blog, oldest first.
func (n *night) corrections() []correction {
	var all []correction
	for _, x := range n.posts {
		for _, c := range x.Corrections {
			all = append(all, correction{c, x})
		}
	}
	slices.SortStableFunc(all, func(a, b correction) int { return cmp.Compare(a.When, b.When) })
	return all
}
