package chart

import (
	"cmp"
	"image"
	"math"
	"slices"

	"nightdesk/data/election"
)

// labelled is a plot with its dots in place and named, as far as there is room.
type labelled struct {
	plot  plot
	dots  []image.Point // in the order of the rows
	texts []callout
	left  []int // rows whose name found no room
}

// A callout is the name of a dot, beside it or at the end of a line.
type callout struct {
	texts     []Text // its lines, from the top
	anchor    Anchor
	box       image.Rectangle
	from, tip image.Point // of the line, from the dot to the name
	led       bool        // whether there is a line
}

// name puts names to the dots that are to have one, those farthest from 0
// first.
func (s *sheet) name(b dots, p plot) labelled {
	l := labelled{plot: p, dots: p.places(b)}
	var named []int
	for i, d := range b.rows {
		if d.named {
			named = append(named, i)
		}
	}
	slices.SortStableFunc(named, func(i, j int) int {
		return cmp.Compare(math.Abs(b.rows[j].points), math.Abs(b.rows[i].points))
	})
	for _, i := range named {
		d := b.rows[i]
		c, ok := l.find(i, s.inOneLine(p, d), s.small, d.points >= 0)
		if !ok {
			c, ok = l.find(i, s.inLines(p, d), s.small, d.points >= 0)
		}
		if ok {
			l.texts = append(l.texts, c)
		} else {
			l.left = append(l.left, i)
		}
	}
	return l
}

// An inscription is the lines of a name with the room that the longest needs.
type inscription struct {
	lines []Text
	wide  int
}

func (s *sheet) inOneLine(p plot, d dot) inscription {
	text, wide := s.lettered(s.small, (p.right-p.left)*4/5, name{first: d.label, tail: d.change})
	return inscription{[]Text{text}, wide}
}

// inLines folds a name at its spaces; it has no lines where they are no
// shorter than in one.
func (s *sheet) inLines(p plot, d dot) inscription {
	var all inscription
	lines := wrap(d.label, s.small, false, (p.right-p.left)/3)
	if len(lines) < 2 || len(lines) > 3 {
		return all
	}
	for i, line := range lines {
		n := name{first: line}
		if i == len(lines)-1 {
			n.tail = d.change
		}
		text, wide := s.lettered(s.small, p.right-p.left, n)
		all.lines, all.wide = append(all.lines, text), max(all.wide, wide)
	}
	return all
}

// find is the nearest free place for a name, preferably on the side of the dot
// that is away from 0.
func (l labelled) find(i int, n inscription, size int, up bool) (callout, bool) {
	if len(n.lines) == 0 {
		return callout{}, false
	}
	high := size * 5 / 4
	for _, c := range callouts(l.dots[i], l.plot.radius, n.wide, len(n.lines)*high, size, up) {
		if !l.takes(i, c) {
			continue
		}
		c.texts = slices.Clone(n.lines)
		for line := range c.texts {
			t := &c.texts[line]
			t.X, t.Y, t.Anchor = c.x(), baseline(c.box.Min.Y+line*high, high, size), c.anchor
		}
		return c, true
	}
	return callout{}, false
}

// callouts are the places that a dot's name may have, in the order of
// preference: close by on all sides, then ever farther off on a line.
func callouts(at image.Point, radius, wide, high, size int, up bool) []callout {
	var all []callout
	for _, away := range []int{radius + size/3, radius + size, radius + size*2, radius + size*3, radius + size*9/2,
		radius + size*6, radius + size*8, radius + size*11} {
		// Turns of an eighth: to the right and left first, then up or down.
		for _, turn := range []float64{0, 4, 2, 1, 3, 6, 7, 5, 0.5, 3.5, 1.5, 2.5, 7.5, 4.5, 6.5, 5.5} {
			sin, cos := math.Sincos(turn * math.Pi / 4)
			if !up {
				sin = -sin
			}
			c := callout{from: at, tip: at.Add(image.Pt(int(math.Round(float64(away)*cos)), -int(math.Round(float64(away)*sin))))}
			c.led = away >= radius+size
			c.stand(wide, high, size)
			all = append(all, c)
		}
	}
	return all
}

// stand puts the box of a name at the tip of the line from its dot, clear of
// the line where there is one.
func (c *callout) stand(wide, high, size int) {
	free := 0
	if c.led {
		free = size / 4
	}
	left, top := c.tip.X-(wide+1)/2, c.tip.Y-high/2
	c.anchor = Middle
	switch across, down := c.tip.X-c.from.X, c.tip.Y-c.from.Y; {
	case 3*across > abs(down):
		c.anchor, left = Start, c.tip.X+free
	case -3*across > abs(down):
		c.anchor, left = End, c.tip.X-free-wide
	case down < 0:
		top = c.tip.Y - free - high
	default:
		top = c.tip.Y + free
	}
	c.box = image.Rect(left, top, left+wide, top+high)
}

// x is where the lines of a name are anchored.
func (c callout) x() int {
	switch c.anchor {
	case Start:
		return c.box.Min.X
	case End:
		return c.box.Max.X
	}
	return c.tip.X
}

func abs(n int) int { return max(n, -n) }

// takes reports whether a name can stand so: within the plot, above the days
// at its foot, clear of the line at 0, of every dot, of the other names and of the lines to them, and
// without a line not nearer to another dot than to its own.
func (l labelled) takes(i int, c callout) bool {
	p := l.plot
	zero := p.y(0)
	switch {
	case !c.box.In(image.Rect(p.left, p.top-p.radius, p.right, p.bottom)),
		c.box.Overlaps(image.Rect(p.left, zero-1, p.right, zero+2)):
		return false
	}
	for j, dot := range l.dots {
		reach := p.radius + wing
		if c.box.Overlaps(image.Rect(dot.X-reach, dot.Y-reach, dot.X+reach, dot.Y+reach)) {
			return false
		}
		if !c.led && j != i && apart(dot, c.box) <= apart(c.from, c.box)+p.radius {
			return false
		}
		if c.led && j != i && distance(dot, c.from, c.tip) < float64(reach) && !near(dot, c.from, 2*p.radius) {
			return false
		}
	}
	for _, other := range l.texts {
		switch {
		case c.box.Overlaps(other.box.Inset(-2)),
			c.led && crosses(other.box.Inset(-2), c.from, c.tip),
			other.led && crosses(c.box.Inset(-2), other.from, other.tip),
			c.led && other.led && cross(c.from, c.tip, other.from, other.tip):
			return false
		}
	}
	return true
}

func near(a, b image.Point, reach int) bool {
	d := a.Sub(b)
	return d.X*d.X+d.Y*d.Y < reach*reach
}

// distance is how far a point is from a line between two others.
func distance(at, from, to image.Point) float64 {
	d, a := to.Sub(from), at.Sub(from)
	t := 0.0
	if long := d.X*d.X + d.Y*d.Y; long > 0 {
		t = max(0, min(1, float64(a.X*d.X+a.Y*d.Y)/float64(long)))
	}
	return math.Hypot(float64(a.X)-t*float64(d.X), float64(a.Y)-t*float64(d.Y))
}

// apart is how far a point is from a box.
func apart(at image.Point, b image.Rectangle) int {
	across := max(b.Min.X-at.X, at.X-b.Max.X, 0)
	down := max(b.Min.Y-at.Y, at.Y-b.Max.Y, 0)
	return int(math.Hypot(float64(across), float64(down)))
}

// crosses reports whether a line touches a box.
func crosses(b image.Rectangle, from, to image.Point) bool {
	if from.In(b) || to.In(b) {
		return true
	}
	corners := [4]image.Point{b.Min, {X: b.Max.X, Y: b.Min.Y}, b.Max, {X: b.Min.X, Y: b.Max.Y}}
	for i, corner := range corners {
		if cross(from, to, corner, corners[(i+1)%4]) {
			return true
		}
	}
	return false
}

// cross reports whether two lines do, with their ends.
func cross(a, b, c, d image.Point) bool {
	side := func(p, q, r image.Point) int {
		return cmp.Compare((q.X-p.X)*(r.Y-p.Y)-(q.Y-p.Y)*(r.X-p.X), 0)
	}
	return side(a, b, c)*side(a, b, d) <= 0 && side(c, d, a)*side(c, d, b) <= 0
}

// across are the boxes of the names that stand on a height, from left to right,
// without the slack for a wider font.
func (l labelled) across(y int) []image.Rectangle {
	var boxes []image.Rectangle
	for _, c := range l.texts {
		box := c.box.Inset(-2)
		if y < box.Min.Y || y >= box.Max.Y {
			continue
		}
		spare := int(float64(c.box.Dx()) * (1 - 1/slack))
		switch c.anchor {
		case Start:
			box.Max.X -= spare
		case End:
			box.Min.X += spare
		default:
			box.Min.X, box.Max.X = box.Min.X+spare/2, box.Max.X-spare/2
		}
		boxes = append(boxes, box)
	}
	slices.SortFunc(boxes, func(a, b image.Rectangle) int { return a.Min.X - b.Min.X })
	return boxes
}

// unnamed lists under the plot whose names found no room in it.
func (s *sheet) unnamed(b dots, rows []int) {
	if len(rows) == 0 {
		return
	}
	slices.Sort(rows)
	said := make([]string, len(rows))
	for i, row := range rows {
		d := b.rows[row]
		said[i] = d.label + " " + d.change
	}
	s.y += s.small / 2
	s.paragraph(s.small, s.quiet("Also: "+election.And(said)+"."))
}
