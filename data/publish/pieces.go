package publish

import (
	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
)

// A piece is one block of the blog as it is set out for print, before anything
// is said of how a form writes it: one of the types of this file. It holds
// typed text as words alone, which every form escapes in its own way.
type piece interface{ isPiece() }

type (
	// A heading stands over what follows it.
	heading struct {
		level  int
		anchor string // where links to it lead; empty where none do
		words  []word
	}
	// A paragraph is running text.
	paragraph struct {
		role   string // "by", "note" or "absent": what it is to the page's style
		anchor string
		words  []word
	}
	// A quotation is somebody else's words and whose they are.
	quotation struct {
		post   bool // captured from elsewhere
		pieces []piece
		source []word
	}
	// A listing is a list of items.
	listing struct {
		ordered bool
		start   int // number of the first item of an ordered one
		items   [][]piece
	}
	// A grid is a table. A cell without words is an empty one.
	grid struct {
		caption string
		align   []text.Align // one a column; nil where nobody said
		head    [][]word
		rows    [][]gridCell
		named   bool // the first cell of a row is its heading
	}
	// An image is a picture or a drawn chart, with the words below it.
	image struct {
		drawn           bool   // a chart, not a photograph
		src, file       string // its address and the name of its file; both empty where there is none
		alt             string
		width, height   int // pixels
		caption, credit string
		instead         string // what stands for it where it is not shown
	}
	// A drawing is a chart that the form draws itself.
	drawing struct {
		model chart.Model
		id    string // what the ids in it begin with, never used twice
	}
	// A result is a declared contest, a tally a council's seats and news a
	// contest before its declaration, each as an entry shows it.
	result struct{ card card }
	tally  struct{ council councilCard }
	news   struct{ pending pending }
	// An article is one entry.
	article struct {
		anchor string
		pieces []piece
	}
	// A folded piece is closed until its reader opens it, where a form can be.
	folded struct {
		summary string
		level   int // of the heading that stands for the summary where nothing folds
		pieces  []piece
	}
	// A rule parts entries.
	rule struct{}
	// An embed is what a paste makes of an address that stands alone.
	embed struct{ address string }
)

func (heading) isPiece()   {}
func (paragraph) isPiece() {}
func (quotation) isPiece() {}
func (listing) isPiece()   {}
func (grid) isPiece()      {}
func (image) isPiece()     {}
func (drawing) isPiece()   {}
func (result) isPiece()    {}
func (tally) isPiece()     {}
func (news) isPiece()      {}
func (article) isPiece()   {}
func (folded) isPiece()    {}
func (rule) isPiece()      {}
func (embed) isPiece()     {}

// A gridCell is a cell of a row.
type gridCell struct {
	words []word
	span  int // columns it takes up; 0 is one
}

// A word is a run of text, or what stands round others.
type word struct {
	mark  string // one of the marks; empty for text
	text  string // of text
	to    string // the address of a link, the time of a moment
	inner []word
}

// The marks, by the elements that HTML has for them.
const (
	inEmphasis = "em"
	inStrong   = "strong"
	inStrike   = "s"
	inSmall    = "small"
	inLink     = "a"
	inTime     = "time"
	lineBreak  = "br"
)

func said(s string) word                  { return word{text: s} }
func marked(mark string, ws ...word) word { return word{mark: mark, inner: ws} }
func timed(s stamp) word                  { return word{mark: inTime, to: s.ISO, inner: []word{said(s.Text)}} }
func saying(s ...string) (ws []word) {
	for _, x := range s {
		ws = append(ws, said(x))
	}
	return ws
}
