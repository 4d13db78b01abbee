package page

import (
	"strconv"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/paint"
)

// EntriesPerPage is how many entries a numbered page holds, and how many a
// page may have that has no numbered ones beside it. Two hundred entries of
// three paragraphs are some 300 kB, which a phone reads at once, and most nights
// have fewer: they stay one page.
const EntriesPerPage = 200

// isNumbered reports whether a page of the edition has numbered pages beside it.
// One that is to be a single file has none, nor has a part of the blog.
func isNumbered(e blog.Edition, o layout.Options) bool {
	if o.PicturesAs == blog.PicturesInside || o.Only != (layout.Only{}) {
		return false
	}
	return o.Numbered || len(e.Entries) > EntriesPerPage
}

// A leaf is where a document stands among the numbered pages of a blog.
// Entries are numbered in the order of their publication; page p holds those
// from (p-1)·size+1 to p·size. It is sealed when it is full. The page after it
// is there from that moment on, empty at first, so that the link to it is never
// added later.
type leaf struct {
	size   int // entries on a numbered page; 0 where the blog has none
	count  int // entries of the blog
	number int // of this page; 0 for the head
}

// open is the number of the page that takes the next entry.
func (p leaf) open() int { return p.count/p.size + 1 }

// shown is the number of the first entry that the head shows: it has the open
// page and the one before it.
func (p leaf) shown() int { return max(0, p.open()-2) * p.size }

// first and last are the numbers of the entries of a page that is full.
func (p leaf) first(number int) int { return (number-1)*p.size + 1 }
func (p leaf) last(number int) int  { return number * p.size }

// span is which entries a page holds, as its heading says it.
func (p leaf) span(number int) string {
	first := election.Commas(p.first(number))
	if number == p.open() {
		return first + " onwards"
	}
	return first + " to " + election.Commas(p.last(number))
}

// ending is what the name of a page ends in.
const ending = ".html"

// pageFile is what the file of a numbered page is called, or that of the head,
// whose number is 0.
func pageFile(name string, number int) string {
	if number == 0 {
		return name + ending
	}
	return name + "-" + strconv.Itoa(number) + ending
}

// A document is the blog as one page of its own, or as one of the numbered pages.
type document struct {
	*layout.Blog
	leaf  leaf
	style paint.PageText
}

// newDocument makes the page that stands there among the numbered pages.
func newDocument(n *layout.Blog, at leaf) *document {
	n.DayFirst = at.number > 0
	return &document{n, at, paint.PageText{Templates: templates()}}
}

// pageTo is the address of a numbered page, or of the head, from beside it.
func (n *document) pageTo(number int) string { return layout.RelativeAddress(pageFile(n.Name, number)) }

// pageAddress is the canonical address of a numbered page, or of the head;
// empty where the night has none.
func (n *document) pageAddress(number int) string {
	canonical := layout.WebAddress(n.Details.Address)
	if number == 0 || canonical == "" {
		return canonical
	}
	return absolute(n.pageTo(number), canonical)
}

// entryTo is where links to an entry lead: the numbered page that holds it for
// ever, or the place in this page where there are none.
func (n *document) entryTo(page int, anchor string) string {
	if page == 0 {
		return "#" + anchor
	}
	return n.pageTo(page) + "#" + anchor
}

// A turning is the links from one page to those beside it.
type turning struct {
	Label string
	Live  string // the address of the head; empty on it
	Links []turn // in the order in which the entries are read
}

// A turn is one of those links.
type turn struct {
	Newer  bool
	Onward bool // with the order of reading
	To     string
	Words  string // "Older"
	Which  string // "updates 201 to 400"
}

// Rel is how the page that it leads to is related to this one: pages are
// numbered from the oldest.
func (t turn) Rel() string {
	if t.Newer {
		return "next"
	}
	return "prev"
}

// turns are the links to the pages beside this one: older first where the
// night is read so.
func (n *document) turns() []turn {
	p := n.leaf
	if p.size == 0 {
		return nil
	}
	older, newer := p.number-1, p.number+1
	if p.number == 0 {
		older, newer = p.open()-2, 0
	}
	var links []turn
	if older > 0 {
		links = append(links, turn{To: n.pageTo(older), Words: "Older", Which: "updates " + p.span(older), Onward: !n.OldestFirst()})
	}
	if newer > 0 && newer <= p.open() {
		// What that page will hold is not known when this one is sealed.
		links = append(links, turn{Newer: true, To: n.pageTo(newer), Words: "Newer",
			Which: "updates from " + election.Commas(p.first(newer)), Onward: n.OldestFirst()})
	}
	if !n.OldestFirst() && len(links) == 2 {
		links[0], links[1] = links[1], links[0]
	}
	return links
}

// turnings are the links over and under the entries of a page. The head has
// those to older ones where these would follow.
func (n *document) turnings() (above, below *turning) {
	links := n.turns()
	switch {
	case n.leaf.size == 0:
		return nil, nil
	case n.leaf.number > 0:
		above = &turning{"Pages, above the updates", n.pageTo(0), links}
		if len(n.Posts) > 0 {
			below = &turning{"Pages, below the updates", n.pageTo(0), links}
		}
		return above, below
	case len(links) == 0:
		return nil, nil
	case n.OldestFirst():
		return &turning{Label: "Pages", Links: links}, nil
	}
	return nil, &turning{Label: "Pages", Links: links}
}
