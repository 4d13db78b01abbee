package chart

import "image"

// A keyed is one thing that a key explains: a mark so wide, and words to it.
type keyed struct {
	text string
	wide int
	draw func(x, middle int)
}

// keys explains marks in as many lines as it takes; nothing, no line.
func (s *sheet) keys(items []keyed) {
	if len(items) == 0 {
		return
	}
	height, x := s.small*2, s.left()
	for _, k := range items {
		text, wide := s.lettered(s.small, s.inner()-k.wide-s.small/2, name{first: k.text})
		if wide += k.wide + s.small/2; x > s.left() && x+wide > s.right() {
			x = s.left()
			s.y += height
		}
		k.draw(x, s.y+height/2)
		text.X, text.Y = x+k.wide+s.small/2, baseline(s.y, height, s.small)
		s.add(text)
		x += wide + 2*s.small
	}
	s.y += height + s.small
}

// key says which mark is whose, filled and open.
func (b dots) key(s *sheet) []keyed {
	var items []keyed
	for i, c := range b.parties {
		r := s.radius
		items = append(items, keyed{text: c.short, wide: 4*r + 4, draw: func(x, middle int) {
			s.pin(image.Pt(x+r, middle), r, i, c, false)
			s.pin(image.Pt(x+3*r+4, middle), r, i, c, true)
		}})
	}
	return items
}

// wing is how far the wings of a mark reach beyond it.
const wing = 3

// pin draws a contest: a circle or, for every second party, a square, which
// from the third party on has wings, so that parties are told apart without
// colour. Around it is a thin edge of ground, so that marks on one another are
// told apart.
func (s *sheet) pin(at image.Point, radius, party int, c contender, open bool) {
	outline := s.palette.Outline(c.fill)
	line := c.fill
	if outline.A != 0 {
		line = outline
	}
	s.blob(at, radius+1, party, Rect{Fill: s.palette.Ground})
	switch far := radius + wing; party / 2 % 3 {
	case 1:
		s.add(Line{X1: at.X - far, Y1: at.Y, X2: at.X + far - 1, Y2: at.Y, Width: 1, Stroke: line})
	case 2:
		s.add(Line{X1: at.X, Y1: at.Y - far, X2: at.X, Y2: at.Y + far - 1, Width: 1, Stroke: line})
	}
	s.blob(at, radius, party, Rect{Fill: c.fill, Stroke: outline})
	if open {
		s.blob(at, radius-2-radius/7, party, Rect{Fill: s.palette.Ground})
	}
}

// blob is a circle or a square in the fill and stroke given.
func (s *sheet) blob(at image.Point, radius, party int, looks Rect) {
	if party%2 == 0 {
		s.add(Circle{X: at.X, Y: at.Y, R: radius, Fill: looks.Fill, Stroke: looks.Stroke})
		return
	}
	looks.X, looks.Y, looks.W, looks.H = at.X-radius, at.Y-radius, 2*radius, 2*radius
	s.add(looks)
}
