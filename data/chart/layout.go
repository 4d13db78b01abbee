package chart

import (
	"math"
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
	if m.kind == Change {
		s.changes(m)
	} else {
		s.shares(m)
	}
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
	row, bar                 int  // heights
	label                    int  // height of a label above its bar
	listed                   int  // height of a row in the list of others
	gap                      int  // between columns
}

func lookFor(width int) look {
	switch {
	case width < 520:
		return look{stacked: true, pad: 16, title: 16, lead: 12, body: 13, small: 11, row: 48, bar: 16, label: 20, listed: 40, gap: 10}
	case width < 960:
		return look{pad: 20, title: 18, lead: 13, body: 14, small: 12, row: 28, bar: 16, listed: 24, gap: 14}
	}
	return look{pad: 32, title: 26, lead: 17, body: 18, small: 15, row: 38, bar: 22, listed: 32, gap: 22}
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
	for i, line := range m.lead {
		r := s.quiet(line)
		if i == 0 && len(m.lead) > 1 {
			r = s.ink(line, false)
		}
		s.paragraph(s.lead, r)
	}
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

// fitted is a column that is as wide as its head and its cells need.
func (s *sheet) fitted(head string, rows []row, cell func(row) string) column {
	c := column{head: head, cell: cell, wide: width(head, s.small, false)}
	for _, r := range rows {
		c.wide = max(c.wide, width(cell(r), s.body, r.elected))
	}
	return c
}

// A name is a candidate's or party's label: an emphasis, and what follows it
// in quiet ink.
type name struct {
	first, second string
	bold          bool
}

func (n name) whole() string {
	if n.second == "" {
		return n.first
	}
	return n.first + " " + n.second
}

// needs is the room that the label takes in full.
func (s *sheet) needs(n name) int {
	if n.second == "" {
		return width(n.first, s.body, n.bold)
	}
	return width(n.first+" ", s.body, n.bold) + width(n.second, s.body, false)
}

// label writes a name, shortened to the room there is. The second part gives
// way only beyond two fifths of it.
func (s *sheet) label(x, y, room int, n name) {
	t := Text{X: x, Y: y, Anchor: Start, Size: s.body}
	first, second := n.first, n.second
	if s.needs(n) > room {
		t.Full = n.whole()
		space := width(" ", s.body, n.bold)
		second = shorten(second, s.body, false, max(room*2/5, room-space-width(first, s.body, n.bold)))
		rest := room
		if second != "" {
			rest -= space + width(second, s.body, false)
		}
		first = shorten(first, s.body, n.bold, rest)
	}
	if second == "" {
		t.Runs = []Run{s.ink(first, n.bold)}
	} else {
		t.Runs = []Run{s.ink(first+" ", n.bold), s.quiet(second)}
	}
	s.add(t)
}

// bar draws a bar with the outline it needs on this ground.
func (s *sheet) rect(x, y, w int, r row) Rect {
	fill := r.fill
	if r.neutral {
		fill = s.palette.Quiet
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
