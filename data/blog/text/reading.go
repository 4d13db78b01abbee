package text

import "github.com/yuin/goldmark/text"

// Figures resolves slots: it gives the printed value of one as typed, without
// its braces, and whether it is known.
type Figures func(slot string) (value string, ok bool)

// Parse reads an entry's text into its tree. Figures resolves the slots in
// it; nil leaves them all as typed. Parse never fails: what is no construct
// is text.
func Parse(typed string, figures Figures) Document {
	r := &Reading{source: newSource(typed), figures: figures}
	r.parse()
	return r.Document
}

// A Reading is a parsed text and where in it its parts were typed, for
// whatever changes or judges the text.
type Reading struct {
	Document   Document
	Slots      []SlotPlace  // in order
	Directives []BlockPlace // in order
	Passages   []*Passage   // the running text of each block, in order
	Doubts     []Doubt      // in order of their blocks

	source    source
	figures   Figures
	passage   *Passage // the last of Passages
	recording bool     // whether all but Document is filled
	foreign   int      // how many quotes, posts and tables we are in
}

// A SlotPlace is a slot, without its braces, and where it was typed: byte
// offsets of the braces and what they hold.
type SlotPlace struct {
	Slot     string
	From, To int
}

// A BlockPlace is a block that a directive made, and where its line was typed.
type BlockPlace struct {
	Block    Block
	From, To int
}

// Read parses a text and keeps where its parts were typed.
func Read(typed string, figures Figures) *Reading {
	r := &Reading{source: newSource(typed), figures: figures, recording: true}
	r.parse()
	return r
}

func (r *Reading) parse() {
	r.Document.Blocks = r.blocks(grammar.Parse(text.NewReader(r.source.text)))
}
