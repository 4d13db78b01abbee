package chart

import (
	"image/color"
	"math"
	"strings"
)

// The narrowest and widest scenes. What is asked for beyond them is laid out
// at the limit.
const (
	narrowest = 280
	widest    = 4000
)

// Layout sets the chart out for a width, 280 to 4000, and a palette. Under 520
// the labels stand above their bars; from 960 everything is larger.
func (m Model) Layout(width int, p Palette) Scene {
	width = max(narrowest, min(width, widest))
	s := &sheet{look: lookFor(width), palette: p, width: width}
	s.head(m)
	m.body.draw(s)
	s.foot(m)
	return Scene{
		Width: width, Height: s.y + s.pad,
		Title: m.title, Description: m.describe(),
		Ground: p.Ground, Shapes: s.shapes,
	}
}

// A look is every size that depends on the width.
type look struct {
	stacked                  bool // labels above the bars
	pad                      int  // free on all sides
	title, lead, body, small int  // font sizes
	list                     int  // font size in the list of others
	row, bar                 int  // heights
	label                    int  // height of a label above its bar
	listed                   int  // height of a row in the list of others
	gap                      int  // between columns
	plot, radius             int  // height of a dot plot that has room, and size of its dots
}

func lookFor(width int) look {
	switch {
	case width < 520:
		return look{stacked: true, pad: 16, title: 15, lead: 12, body: 13, small: 11, list: 13, row: 48, bar: 16, label: 20, listed: 40, gap: 10, plot: 300, radius: 4}
	case width < 960:
		return look{pad: 20, title: 18, lead: 13, body: 14, small: 12, list: 12, row: 28, bar: 16, listed: 22, gap: 14, plot: 360, radius: 5}
	}
	return look{pad: 32, title: 26, lead: 17, body: 18, small: 15, list: 15, row: 38, bar: 22, listed: 28, gap: 22, plot: 520, radius: 7}
}

// A sheet is a scene in the making, filled from the top: y is where the next
// thing begins.
type sheet struct {
	look
	palette Palette
	width   int
	y       int
	shapes  []Shape
}

func (s *sheet) left() int  { return s.pad }
func (s *sheet) right() int { return s.width - s.pad }
func (s *sheet) inner() int { return s.width - 2*s.pad }

func (s *sheet) add(shapes ...Shape) { s.shapes = append(s.shapes, shapes...) }

// baseline is where to write so that capitals and figures of a size stand in
// the middle of a band.
func baseline(top, height, size int) int {
	const capital = 0.73 // of the font size, in DejaVu Sans
	return top + int(math.Round((float64(height)+capital*float64(size))/2))
}

func (s *sheet) quiet(text string) Run { return Run{Text: text, Colour: s.palette.Quiet} }

func (s *sheet) ink(text string, bold bool) Run {
	return Run{Text: text, Bold: bold, Colour: s.palette.Ink}
}

// write puts one run of text on the sheet; no text, no shape.
func (s *sheet) write(x, y int, a Anchor, size int, r Run) {
	if r.Text != "" {
		s.add(Text{X: x, Y: y, Anchor: a, Size: size, Runs: []Run{r}})
	}
}

// paragraph writes a text over as many lines as it needs.
func (s *sheet) paragraph(size int, r Run) {
	height := size + size/2
	for _, line := range wrap(r.Text, size, r.Bold, s.inner()) {
		r.Text = line
		s.write(s.left(), baseline(s.y, height, size), Start, size, r)
		s.y += height
	}
}

func (s *sheet) rule(y int, from, to int) {
	s.add(Line{X1: from, Y1: y, X2: to, Y2: y, Width: 1, Stroke: s.palette.Line})
}

func (s *sheet) head(m Model) {
	s.y = s.pad - s.title/4
	s.paragraph(s.title, s.ink(m.title, true))
	s.y += s.lead / 4
	s.paragraph(s.lead, s.ink(m.ending, false))
	s.paragraph(s.lead, s.quiet(strings.Join(m.lead, " ")))
	s.y += s.lead
}

func (s *sheet) foot(m Model) {
	s.y += s.small
	s.rule(s.y, s.left(), s.right())
	s.y += s.small * 3 / 4
	for _, note := range m.notes {
		s.paragraph(s.small, s.quiet(note))
	}
	s.y -= s.small / 4
}

// header writes the names of the columns above a rule.
func (s *sheet) header(columns []column, first string) {
	height := s.small + s.small/2
	at := baseline(s.y, height, s.small)
	s.write(s.left(), at, Start, s.small, s.quiet(first))
	for _, c := range columns {
		s.write(c.x, at, End, s.small, s.quiet(c.head))
	}
	s.y += height + s.small/4
	s.rule(s.y, s.left(), s.right())
	s.y += s.small / 2
}

// A column of figures stands flush right at x.
type column struct {
	head string
	x    int
	wide int // how much room its widest text needs
	cell func(row) string
}

// fitted is a column that is as wide as its head and its cells need at a font
// size.
func (s *sheet) fitted(head string, rows []row, size int, cell func(row) string) column {
	c := column{head: head, cell: cell, wide: width(head, s.small, false)}
	for _, r := range rows {
		c.wide = max(c.wide, width(cell(r), size, r.elected))
	}
	return c
}

// figures writes a row's cells; a word where others have a figure is quiet.
func (s *sheet) figures(columns []column, y, size int, r row) {
	for _, c := range columns {
		run := s.ink(c.cell(r), r.elected)
		if run.Text == newMark || run.Text == "–" {
			run = s.quiet(run.Text)
		}
		s.write(c.x, y, End, size, run)
	}
}

// zero marks where bars begin.
func (s *sheet) zero(x, top, rows int) { s.uprights(x, top, rows, s.palette.Quiet) }

// uprights draws a line across the bars, from one row to the next or, where
// labels stand in between, beside each bar.
func (s *sheet) uprights(x, top, rows int, stroke color.NRGBA) {
	if !s.stacked {
		s.add(Line{X1: x, Y1: top, X2: x, Y2: top + rows*s.row - 1, Width: 1, Stroke: stroke})
		return
	}
	for i := range rows {
		y := top + i*s.row + s.look.label
		s.add(Line{X1: x, Y1: y - 2, X2: x, Y2: y + s.bar + 1, Width: 1, Stroke: stroke})
	}
}

// A name is a candidate's or party's label: who, what follows it in quiet ink,
// and a tail to that which is never cut.
type name struct {
	first, second, tail string
	bold                bool
}

// needs is the room that the label takes in full at a font size.
func (n name) needs(size int) int {
	if n.second+n.tail == "" {
		return width(n.first, size, n.bold)
	}
	return width(n.first+" ", size, n.bold) + width(n.second+n.tail, size, false)
}

// shortened is the label cut to the room there is. The second part gives way
// only beyond two fifths of it.
func (n name) shortened(size, room int) name {
	short := n
	space, tail := width(" ", size, n.bold), width(n.tail, size, false)
	if n.second != "" {
		free := room - tail - space
		short.second = shorten(n.second, size, false, max(free*2/5, free-width(n.first, size, n.bold)))
	}
	for short.first = n.first; short.needs(size) > room && short.first != "…"; {
		rest := room - short.needs(size) + width(short.first, size, n.bold)
		short.first = shorten(short.first, size, n.bold, rest-1)
	}
	return short
}

// label writes a name in the room there is.
func (s *sheet) label(x, y, size, room int, n name) {
	t, _ := s.lettered(size, room, n)
	t.X, t.Y = x, y
	s.add(t)
}

// lettered is a name as text, with the room that it needs. Where it has to be
// cut to the room there is, the text keeps it whole beside.
func (s *sheet) lettered(size, room int, n name) (t Text, wide int) {
	t = Text{Anchor: Start, Size: size}
	if n.needs(size) > room {
		t.Full = strings.TrimRight(n.first+" "+n.second+n.tail, " ")
		n = n.shortened(size, room)
	}
	if n.second+n.tail == "" {
		t.Runs = []Run{s.ink(n.first, n.bold)}
	} else {
		t.Runs = []Run{s.ink(n.first+" ", n.bold), s.quiet(n.second + n.tail)}
	}
	return t, n.needs(size)
}

// rect draws a bar with the outline it needs on this ground.
func (s *sheet) rect(x, y, w int, r row) Rect {
	fill := r.fill
	if r.neutral {
		fill = mix(s.palette.Quiet, s.palette.Ground, 0.25)
	}
	b := Rect{X: x, Y: y, W: w, H: s.bar, Fill: fill, Stroke: s.palette.Outline(fill)}
	s.add(b)
	return b
}

// reach is the length in units of a bar on a scale where most fills the room.
// What is more than nothing is never under three units, which an outline
// needs.
func reach(length, most float64, room int) int {
	if length == 0 || most == 0 {
		return 0
	}
	return max(3, int(math.Round(math.Abs(length)/most*float64(room))))
}
