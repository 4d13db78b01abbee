package layout

import (
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
)

// A Block is one block of the blog as it is set out for print, before anything
// is said of how a form writes it: one of the types of this file. It holds
// typed text as words alone, which every form escapes in its own way.
type Block interface{ isBlock() }

type (
	// A Heading stands over what follows it.
	Heading struct {
		Level  int
		Anchor string // where links to it lead; empty where none do
		Words  []Word
	}
	// A Paragraph is running text.
	Paragraph struct {
		Role   string // "by", "note" or "absent": what it is to the page's style
		Anchor string
		Words  []Word
	}
	// A Quote is somebody else's words and whose they are.
	Quote struct {
		Captured bool // captured from elsewhere
		Blocks   []Block
		Source   []Word
	}
	// A List is a list of items.
	List struct {
		Ordered bool
		Start   int // number of the first item of an ordered one
		Items   [][]Block
	}
	// A Table is a table. A cell without words is an empty one.
	Table struct {
		Sentences []string // its rows in words, for a form without tables; nil where columns will do
		Caption   string
		Align     []text.Align // one a column; nil where nobody said
		Head      [][]Word
		Rows      [][]Cell
		Named     bool // the first cell of a row is its heading
	}
	// An Image is a picture or a drawn chart, with the words below it.
	Image struct {
		Drawn           bool   // a chart, not a photograph
		Src, file       string // its address and the name of its file; both empty where there is none
		Alt             string
		Width, Height   int // pixels
		Caption, Credit string
		Instead         string // what stands for it where it is not shown
	}
	// A Drawing is a chart that the form draws itself.
	Drawing struct {
		Model chart.Model
		ID    string // what the ids in it begin with, never used twice
	}
	// A Section is blocks that belong together, such as the card of a result.
	// Where an entry shows it, the page has a template of its own for it.
	Section struct {
		Template string // "card", "council", "news" or empty
		Data     any    // what the template prints
		Blocks   []Block
	}
	// A Folded block is closed until its reader opens it, where a form can be.
	Folded struct {
		Summary string
		Level   int // of the heading that stands for the summary where nothing folds
		Blocks  []Block
	}
	// A Rule parts entries.
	Rule struct{}
	// An Embed is what a paste makes of an address that stands alone.
	Embed struct{ Address string }
)

func (Heading) isBlock()   {}
func (Paragraph) isBlock() {}
func (Quote) isBlock()     {}
func (List) isBlock()      {}
func (Table) isBlock()     {}
func (Image) isBlock()     {}
func (Drawing) isBlock()   {}
func (Section) isBlock()   {}
func (Entry) isBlock()     {}
func (Folded) isBlock()    {}
func (Rule) isBlock()      {}
func (Embed) isBlock()     {}

// A Cell is a cell of a row.
type Cell struct {
	Words []Word
	Span  int // columns it takes up; 0 is one
}

// A Word is a run of text, or what stands round others.
type Word struct {
	Mark  string // one of the marks; empty for text
	Text  string // of text
	To    string // the address of a link, the time of a moment
	Typed string // the address as an entry has it; empty of other links
	Bare  bool   // the text of the link is its address
	Inner []Word
}

// The marks, by the elements that HTML has for them.
const (
	Emphasis = "em"
	Strong   = "strong"
	Strike   = "s"
	Small    = "small"
	Link     = "a"
	Time     = "time"
	Break    = "br"
)

func Text(s string) Word                  { return Word{Text: s} }
func Marked(mark string, ws ...Word) Word { return Word{Mark: mark, Inner: ws} }
func timed(s Stamp) Word                  { return Word{Mark: Time, To: s.ISO, Inner: []Word{Text(s.Text)}} }
func Words(s ...string) (ws []Word) {
	for _, x := range s {
		ws = append(ws, Text(x))
	}
	return ws
}

// PlainWords is the text of words without their marks.
func PlainWords(ws []Word) string {
	var b strings.Builder
	for _, w := range ws {
		if w.Mark == Break {
			b.WriteString("\n")
		}
		b.WriteString(w.Text + PlainWords(w.Inner))
	}
	return b.String()
}
