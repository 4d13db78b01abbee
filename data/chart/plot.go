package chart

import (
	"image"
	"math"
	"time"

	"nightdesk/data/election"
)

// A plot is where the dots of a history stand: days from left to right, points
// from bottom to top.
type plot struct {
	left, right int // of the lines that points are read off
	top, bottom int // of the highest and the lowest of them
	first, last int // days
	low, high   float64
	step        float64 // points from one line to the next
	radius      int
}

// draw lays out a key to the marks, the dots over their days, and the names of
// those that have one.
func (b dots) draw(s *sheet) {
	s.keys(b.key(s))
	p := s.plotFor(b)
	var fitted labelled
	for _, height := range []int{s.plot, s.plot * 5 / 4, s.plot * 3 / 2, s.plot * 2} {
		tried := p
		tried.bottom = p.top + height
		if l := s.name(b, tried); fitted.dots == nil || len(l.left) < len(fitted.left) {
			fitted = l
		}
		if len(fitted.left) == 0 {
			break
		}
	}
	p = fitted.plot
	s.grid(p, fitted)
	for _, l := range fitted.texts {
		if l.led {
			s.add(Line{X1: l.from.X, Y1: l.from.Y, X2: l.tip.X, Y2: l.tip.Y, Width: 1, Stroke: s.palette.Quiet})
		}
	}
	for i, d := range b.rows {
		s.pin(fitted.dots[i], p.radius, d.party, b.parties[d.party], !d.gain)
	}
	for _, l := range fitted.texts {
		for _, t := range l.texts {
			s.add(t)
		}
	}
	s.y = p.bottom + p.radius + s.small/2
	s.days(p)
	s.unnamed(b, fitted.left)
}

// plotFor is a plot for the dots that begins where the sheet has come to. How
// far down it goes is to be said.
func (s *sheet) plotFor(b dots) plot {
	p := plot{right: s.right(), radius: s.radius, first: b.rows[0].day, last: b.rows[len(b.rows)-1].day}
	p.low, p.high = b.range0()
	for p.step = range steps {
		if math.Ceil(p.high/p.step)-math.Floor(p.low/p.step) <= 8 {
			break
		}
	}
	p.low, p.high = math.Floor(p.low/p.step)*p.step, math.Ceil(p.high/p.step)*p.step
	wide := 0
	for v := p.low; v <= p.high; v += p.step {
		wide = max(wide, width(election.Signed(int(v)), s.small, false))
	}
	p.left = s.left() + wide + s.small/2
	p.top = s.y + p.radius
	return p
}

// steps yields 1, 2, 5, 10, 20, 50, and so on.
func steps(yield func(float64) bool) {
	for unit := 1.0; ; unit *= 10 {
		for _, n := range []float64{1, 2, 5} {
			if !yield(n * unit) {
				return
			}
		}
	}
}

// x is where a day stands; a single day stands in the middle.
func (p plot) x(day int) int {
	from, to := p.left+3*p.radius, p.right-3*p.radius
	if p.first == p.last {
		return (from + to) / 2
	}
	return from + int(math.Round(float64(day-p.first)/float64(p.last-p.first)*float64(to-from)))
}

func (p plot) y(points float64) int {
	return p.bottom - int(math.Round((points-p.low)/(p.high-p.low)*float64(p.bottom-p.top)))
}

// places are where the dots stand. One that would hide another stands up to
// three radii beside its day, where there is room.
func (p plot) places(b dots) []image.Point {
	aside := p.radius * 3 / 2
	var all []image.Point
	free := func(at image.Point) bool {
		for _, other := range all {
			if near(at, other, aside) {
				return false
			}
		}
		return true
	}
	for _, d := range b.rows {
		at := image.Pt(p.x(d.day), p.y(d.points))
		for _, by := range []int{aside, -aside, 2 * aside, -2 * aside} {
			if free(at) {
				break
			}
			beside := image.Pt(p.x(d.day)+by, at.Y)
			if free(beside) && beside.X-p.radius-wing >= p.left && beside.X+p.radius+wing <= p.right {
				at = beside
			}
		}
		all = append(all, at)
	}
	return all
}

// grid draws the lines that points are read off, broken where a name stands,
// and the one at 0, which names keep clear of.
func (s *sheet) grid(p plot, l labelled) {
	for v := p.low; v <= p.high; v += p.step {
		y := p.y(v)
		s.write(p.left-s.small/2, baseline(y, 1, s.small), End, s.small, s.quiet(election.Signed(int(v))))
		if v == 0 {
			continue
		}
		from := p.left
		for _, gap := range l.across(y) {
			if gap.Min.X > from {
				s.rule(y, from, gap.Min.X-1)
			}
			from = max(from, gap.Max.X)
		}
		if from < p.right {
			s.rule(y, from, p.right)
		}
	}
	zero := p.y(0)
	s.add(Line{X1: p.left, Y1: zero, X2: p.right, Y2: zero, Width: 1, Stroke: s.palette.Quiet})
}

// days writes the days along the bottom: years where there are some, months
// within two years, else the first and the last day.
func (s *sheet) days(p plot) {
	const month, long = 31, 2 * 366
	first, last := dayOf(p.first), dayOf(p.last)
	height := s.small + s.small/2
	at, free := baseline(s.y, height, s.small), s.left()
	write := func(t time.Time, layout string) {
		label := t.Format(layout)
		x, half := p.x(int(t.Unix()/(24*60*60))), (width(label, s.small, false)+1)/2
		mark := x
		x = max(min(x, s.right()-half), s.left()+half)
		if x-half < free {
			return
		}
		s.add(Line{X1: mark, Y1: p.bottom, X2: mark, Y2: p.bottom + s.small/3, Width: 1, Stroke: s.palette.Quiet})
		s.write(x, at, Middle, s.small, s.quiet(label))
		free = x + half + s.small
	}
	switch days := p.last - p.first; {
	case days < 2*month:
		write(first, "2 January 2006")
		if days > 0 {
			write(last, "2 January 2006")
		}
	case days < long:
		every := s.monthsApart(p)
		for m := 0; m < 36; m += every {
			if t := time.Date(first.Year(), 1+time.Month(m), 1, 0, 0, 0, 0, time.UTC); !t.Before(first) && !t.After(last) {
				write(t, "Jan 2006")
			}
		}
	default:
		every := s.yearsApart(p)
		for year := first.Year() / every * every; year <= last.Year(); year += every {
			if t := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); !t.Before(first) {
				write(t, "2006")
			}
		}
	}
	s.y += height
}

func dayOf(day int) time.Time { return time.Unix(int64(day)*24*60*60, 0).UTC() }

// monthsApart and yearsApart are how many months or years from one day written
// to the next, so that there is room for each.
func (s *sheet) monthsApart(p plot) int {
	for _, n := range []int{1, 2, 3, 6} {
		if s.roomFor(p, "May 2020", n*30) {
			return n
		}
	}
	return 12
}

func (s *sheet) yearsApart(p plot) int {
	for n := range steps {
		if s.roomFor(p, "2020", int(n)*365) {
			return int(n)
		}
	}
	return 1
}

func (s *sheet) roomFor(p plot, label string, days int) bool {
	return p.x(p.first+days)-p.x(p.first) >= width(label, s.small, false)+s.small
}
