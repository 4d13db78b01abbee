package text

// A Document is the text of an entry, parsed: the closed tree that every
// output renders from. It can hold nothing but the types in this file.
type Document struct{ Blocks []Block }

// A Block is one of Paragraph, Quote, List, Table, PictureBlock, ResultBlock,
// ChartBlock, ByLine and Post.
type Block interface{ isBlock() }

// A Paragraph is running text.
type Paragraph struct{ Text []Inline }

// A Quote is quoted matter with its source, which may be empty.
type Quote struct {
	Blocks []Block
	Source []Inline
}

// A List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Start   int // number of the first item of an ordered list
	Items   [][]Block
}

// A Table has one head row and any number of rows of the same width.
type Table struct {
	Align []Align // one a column
	Head  [][]Inline
	Rows  [][][]Inline
}

// Align is how a table's column stands.
type Align int

// The alignments of GitHub-flavoured Markdown tables.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// A PictureBlock shows a stored picture: @picture ID | caption | credit | alt.
type PictureBlock struct{ ID, Caption, Credit, Alt string }

// A ResultBlock shows the result card of a contest or a council:
// @result CONTEST. Where one of either goes by that name, it is the contest.
type ResultBlock struct{ Contest string }

// A ChartBlock shows a chart. The kinds "share", "change" and "history" are
// charts of a contest, "seats" of a council: @chart COUNCIL | seats.
type ChartBlock struct{ Contest, Kind string }

// A ByLine names a guest who wrote the entry: @by Guest Name.
type ByLine struct{ Name string }

// A Post is a captured post from elsewhere, kept as text:
// @post ADDRESS | author | handle | time, and the quoted lines after it.
// Address is empty unless it is an http or https link.
type Post struct {
	Address, Author, Handle, Time string
	Blocks                        []Block
}

func (Paragraph) isBlock()    {}
func (Quote) isBlock()        {}
func (List) isBlock()         {}
func (Table) isBlock()        {}
func (PictureBlock) isBlock() {}
func (ResultBlock) isBlock()  {}
func (ChartBlock) isBlock()   {}
func (ByLine) isBlock()       {}
func (Post) isBlock()         {}

// An Inline is one of Plain, Break, Emphasis, Strong, Strike, Link and Figure.
type Inline interface{ isInline() }

// Plain is text.
type Plain struct{ Text string }

// A Break is a line break within a paragraph.
type Break struct{}

// Emphasis is stressed text.
type Emphasis struct{ Text []Inline }

// Strong is important text.
type Strong struct{ Text []Inline }

// Strike is text that no longer holds.
type Strike struct{ Text []Inline }

// A Link leads to an http, https or mailto address and to nothing else.
type Link struct {
	Address string
	Text    []Inline
}

// A Figure is a slot in the text: {Lab.change}. Where Known it prints its
// Value; an unknown slot prints as it was typed, braces and all.
type Figure struct {
	Slot  string // as typed, without braces
	Value string
	Known bool
}

func (Plain) isInline()    {}
func (Break) isInline()    {}
func (Emphasis) isInline() {}
func (Strong) isInline()   {}
func (Strike) isInline()   {}
func (Link) isInline()     {}
func (Figure) isInline()   {}
