package chart

import (
	"fmt"
	"math"
	"strconv"
)

// A seatFrame says where the parts of every row of a seats chart stand.
type seatFrame struct {
	columns []column
	cells   []func(seatRow) string // what stands in the columns
	label   int                    // room for the label
	from    int                    // where the first seat of every row stands
	pitch   float64                // from one seat to the next
	single  bool                   // each seat has room for a block of its own
	needed  int                    // seats before the line at the majority
}

// Between blocks and, where seats have none of their own, between tens.
const (
	blockGap = 3
	tenGap   = 1
)

// draw lays out label, seats, blocks and change side by side, or on a narrow
// sheet the blocks below the rest, and across the blocks a line at the
// majority.
func (b partySeats) draw(s *sheet) {
	s.keys(b.key(s))
	k := s.seatFrameFor(b)
	s.header(k.columns, "Party")
	s.majority(k)
	top := s.y
	s.zero(k.from-1, top, len(b.rows))
	for _, x := range b.rows {
		s.seatRow(k, x)
	}
	s.uprights(k.cut(), top, len(b.rows), s.palette.Ink)
}

// key says what the blocks of each kind of seat look like, and how many there
// are; where all seats were won this time there is nothing to say.
func (b partySeats) key(s *sheet) []keyed {
	var items []keyed
	for kind, words := range seatWords {
		n := b.total(kind)
		if n == 0 || kind == won && n == b.total(kept)+n+b.total(vacant)+b.total(toCome) {
			continue
		}
		items = append(items, keyed{
			text: fmt.Sprint(n, " ", words), wide: s.small,
			draw: func(x, middle int) {
				neutral := seatRow{fill: mix(s.palette.Quiet, s.palette.Ground, 0.25)}
				s.block(kind, x, middle-s.small/2, s.small, s.small, neutral)
			},
		})
	}
	return items
}

func (s *sheet) seatFrameFor(b partySeats) seatFrame {
	k := seatFrame{needed: b.needed, label: width("Party", s.small, false)}
	add := func(head string, cell func(seatRow) string) {
		c := column{head: head, wide: width(head, s.small, false)}
		for _, x := range b.rows {
			c.wide = max(c.wide, width(cell(x), s.body, true))
		}
		k.columns, k.cells = append(k.columns, c), append(k.cells, cell)
	}
	if b.parted {
		add("Won", func(x seatRow) string { return x.figure(x.seats[won]) })
	}
	add("Seats", func(x seatRow) string { return strconv.Itoa(x.total()) })
	beside := len(k.columns)
	if b.compared {
		add("±", func(x seatRow) string { return x.change })
	}
	if !s.stacked {
		for _, x := range b.rows {
			k.label = max(k.label, x.label(s.body, s.inner()*3/10).needs(s.body))
		}
	}
	s.placeColumns(&k, b, beside)
	return k
}

// figure is a number that only a party has.
func (x seatRow) figure(n int) string {
	if x.short == "" {
		return ""
	}
	return strconv.Itoa(n)
}

// label is a party's name in full, or where that takes more than the room
// there is its short one.
func (x seatRow) label(size, room int) name {
	n := name{first: x.long, bold: x.control}
	if x.short != "" && n.needs(size) > room {
		n.first = x.short
	}
	return n
}

// placeColumns places the columns and the blocks. So many columns stand beside the
// label, the others behind the blocks; on a narrow sheet all stand in the
// label's line.
func (s *sheet) placeColumns(k *seatFrame, b partySeats, beside int) {
	to := s.right()
	for i := len(k.columns) - 1; i >= 0; i-- {
		if c := &k.columns[i]; s.stacked || i >= beside {
			c.x = to
			to -= c.wide + s.gap
		}
	}
	k.from = s.left() + 1
	if s.stacked {
		k.label, to = to-s.left(), s.right()
	} else {
		k.label = min(k.label, s.inner()*3/10)
		x := s.left() + k.label + s.gap
		for i := range k.columns[:beside] {
			k.columns[i].x = x + k.columns[i].wide
			x = k.columns[i].x + s.gap
		}
		k.from = x + 1
	}
	s.spread(k, b, to)
	if head := "± " + b.baseline; b.compared && !s.stacked && width(head, s.small, false) < s.right()-k.from {
		k.columns[beside].head = head
	}
}

// spread gives every seat the same room: a square where there is as much, a
// narrower block where not, and where even that is too much a part of a bar.
func (s *sheet) spread(k *seatFrame, b partySeats, to int) {
	const (
		narrowest = 3 + blockGap
		rounding  = 8 // units: short stretches of a bar are rounded up to 3
	)
	room := to - k.from
	k.pitch = min(float64(s.bar+blockGap), math.Floor(float64(room)/float64(b.most())))
	k.single = k.pitch >= narrowest
	if !k.single {
		k.pitch = float64(room-rounding) / float64(b.most())
	}
}

// at is where a seat stands, counted from 0.
func (k seatFrame) at(seat int) int { return k.from + int(math.Round(float64(seat)*k.pitch)) }

// cut is where the line at the majority stands, in a gap between blocks.
func (k seatFrame) cut() int {
	if k.single {
		return k.at(k.needed) - 2
	}
	return k.at(k.needed) - 1
}

// majority says how many seats are needed, over the line there.
func (s *sheet) majority(k seatFrame) {
	words := fmt.Sprintf("%d needed for control", k.needed)
	height, half := s.small+s.small/2, (width(words, s.small, false)+1)/2
	x := max(min(k.cut(), s.right()-half), s.left()+half)
	s.write(x, baseline(s.y, height, s.small), Middle, s.small, s.ink(words, false))
	s.y += height
}

func (s *sheet) seatRow(k seatFrame, x seatRow) {
	top, at := s.y, baseline(s.y, s.row, s.body)
	if s.stacked {
		top, at = s.y+s.look.label, baseline(s.y, s.look.label, s.body)
	} else {
		top += (s.row - s.bar) / 2
	}
	s.label(s.left(), at, s.body, k.label, x.label(s.body, k.label))
	for i, c := range k.columns {
		run := s.ink(k.cells[i](x), x.control)
		if c.head == "Won" {
			run = s.quiet(run.Text)
		}
		s.write(c.x, at, End, s.body, run)
	}
	first, free := 0, k.from
	for kind, n := range x.seats {
		pieces := k.pieces(first, n)
		if kind == toCome && n > 0 {
			pieces = [][2]int{{pieces[0][0], pieces[len(pieces)-1][1]}}
		}
		for _, p := range pieces {
			left := max(p[0], free)
			free = max(p[1], left+3)
			s.block(kind, left, top, free-left, s.bar, x)
		}
		first += n
	}
	s.y += s.row
}

// pieces are where the blocks of so many seats begin and end: one a seat, or
// one for every ten with a gap at the majority.
func (k seatFrame) pieces(first, n int) [][2]int {
	var all [][2]int
	for end := first + n; first < end; {
		if k.single {
			all = append(all, [2]int{k.at(first), k.at(first+1) - blockGap})
			first++
			continue
		}
		next := min(end, k.stop(first))
		from, to := k.at(first), k.at(next)
		if first == k.needed {
			from++
		}
		switch {
		case next == k.needed:
			to -= 2
		case next == k.stop(first):
			to -= tenGap
		}
		all = append(all, [2]int{from, to})
		first = next
	}
	return all
}

// stop is where a bar has its next gap after so many seats: at the majority,
// else at the next ten, unless that is too near to the majority.
func (k seatFrame) stop(seat int) int {
	ten := seat/10*10 + 10
	if near := math.Abs(float64(ten-k.needed)) * k.pitch; near < 6 {
		ten += 10
	}
	if seat < k.needed {
		return min(ten, k.needed)
	}
	return ten
}

// block draws a seat, or several in one: low where it was not up, high where
// it was won, in outline where it is vacant, dashed where it is to come.
func (s *sheet) block(kind, x, y, w, h int, of seatRow) {
	switch kind {
	case kept:
		s.add(Rect{X: x, Y: y + h/4, W: w, H: h - h/4*2, Fill: of.fill, Stroke: s.palette.Outline(of.fill)})
	case won:
		s.add(Rect{X: x, Y: y, W: w, H: h, Fill: of.fill, Stroke: s.palette.Outline(of.fill)})
	case vacant:
		s.add(Rect{X: x, Y: y, W: w, H: h, Fill: s.palette.Ground, Stroke: s.palette.Quiet})
	case toCome:
		s.dashed(x, y, w, h)
	}
}

// dashed draws an outline in dashes: along the top and bottom as many as have
// room, and one at each side.
func (s *sheet) dashed(x, y, w, h int) {
	const dash, gap = 4, 3
	stroke := func(x1, y1, x2, y2 int) {
		s.add(Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 1, Stroke: s.palette.Quiet})
	}
	n := max(1, (w+gap)/(dash+gap))
	for i := range n {
		from, to := x, x+w-1
		if n > 1 {
			from += i * (w - dash) / (n - 1)
			to = from + dash - 1
		}
		stroke(from, y, to, y)
		stroke(from, y+h-1, to, y+h-1)
	}
	if w > dash {
		stroke(x, y+h/3, x, y+h-1-h/3)
		stroke(x+w-1, y+h/3, x+w-1, y+h-1-h/3)
	}
}
