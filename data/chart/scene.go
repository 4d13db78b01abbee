package chart

import "image/color"

// A Scene is a chart laid out for one width: shapes in painting order on a
// ground. One unit is one pixel at scale 1 and every coordinate is whole.
type Scene struct {
	Width, Height int
	Title         string // one line: "Hartlepool: share of the vote"
	Description   string // the whole chart in sentences, for those who cannot see it
	Ground        color.NRGBA
	Shapes        []Shape
}

// A Shape is a Rect, a Line, a Circle or a Text.
type Shape interface{ shape() }

// A Rect is filled, with a Stroke of one unit just inside its edges where
// Stroke is not transparent.
type Rect struct {
	X, Y, W, H   int
	Fill, Stroke color.NRGBA
}

// A Line runs from one point to another through the middles of the pixels it
// names, so that one of odd Width is sharp; painters add half a unit to both
// ends.
type Line struct {
	X1, Y1, X2, Y2 int
	Width          int
	Stroke         color.NRGBA
}

// A Circle is filled, with a Stroke of one unit just inside its edge where
// Stroke is not transparent.
type Circle struct {
	X, Y, R      int // centre and radius
	Fill, Stroke color.NRGBA
}

// An Anchor says which point of a text stands at its X.
type Anchor string

// The anchors, by SVG's names.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// A Text is one line of writing with its baseline at Y. Its runs follow one
// another without a gap; the spaces are in the runs.
type Text struct {
	X, Y   int
	Anchor Anchor
	Size   int // of the font, in units
	Runs   []Run
	Full   string // what was shortened with an ellipsis, whole; else empty
}

// A Run is a stretch of text in one weight and colour.
type Run struct {
	Text   string
	Bold   bool
	Colour color.NRGBA
}

func (Rect) shape()   {}
func (Line) shape()   {}
func (Circle) shape() {}
func (Text) shape()   {}

// String is the text without its looks.
func (t Text) String() string {
	s := ""
	for _, r := range t.Runs {
		s += r.Text
	}
	return s
}
