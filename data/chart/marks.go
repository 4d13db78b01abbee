package chart

import "image"

// key says which mark is whose, filled and open, in as many lines as it takes.
func (s *sheet) key(b dots) {
	height := s.small * 2
	x := s.left()
	for i, c := range b.parties {
		r := s.radius
		text, wide := s.lettered(s.small, s.inner()-6*r-s.small, name{first: c.short})
		if x > s.left() && x+6*r+s.small+wide > s.right() {
			x = s.left()
			s.y += height
		}
		middle := s.y + height/2
		s.pin(image.Pt(x+r, middle), r, i, c, false)
		s.pin(image.Pt(x+3*r+4, middle), r, i, c, true)
		text.X, text.Y = x+4*r+4+s.small/2, baseline(s.y, height, s.small)
		s.add(text)
		x = text.X + wide + 2*s.small
	}
	s.y += height + s.small
}

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
	switch far := radius + 3; party / 2 % 3 {
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
