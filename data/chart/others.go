package chart

import "slices"

// listOthers writes the candidates without a bar of their own as a table: in
// as many columns as take every name in full, down each column in turn.
func (s *sheet) listOthers(b shares) {
	s.y += s.body
	height := s.body + s.body/2
	s.write(s.left(), baseline(s.y, height, s.body), Start, s.body, s.ink("The "+b.rest.name, true))
	s.y += height
	if s.stacked {
		s.rule(s.y, s.left(), s.right())
		s.y += s.small / 2
		for _, r := range b.others {
			s.listStacked(b, r)
		}
		return
	}
	columns := s.columnsFor(b, b.others, s.list)
	room, count := s.listing(b.others, columns)
	top := s.y
	each := (len(b.others) + count - 1) / count
	x := s.left()
	for part := range slices.Chunk(b.others, each) {
		s.y = top
		s.listColumn(x, room, columns, part)
		x += room + s.pad
	}
	s.y = top + s.small*2 + s.small/4 + each*s.listed
}

// listing is how many columns the list takes, at most three, and how wide each
// is.
func (s *sheet) listing(rows []row, columns []column) (room, count int) {
	needs := 0
	for _, r := range rows {
		needs = max(needs, s.indent()+r.label().needs(s.list))
	}
	for _, c := range columns {
		needs += s.gap + c.wide
	}
	for count = 3; count > 1; count-- {
		room = (s.inner() - (count-1)*s.pad) / count
		if needs <= room {
			return room, count
		}
	}
	return min(needs, s.inner()), 1
}

// indent is the room for a party's dot.
func (s *sheet) indent() int { return s.small + s.small/4 }

func (s *sheet) listColumn(x, room int, columns []column, rows []row) {
	right, label := x+room, room-s.indent()
	at := baseline(s.y, s.small+s.small/2, s.small)
	columns = slices.Clone(columns)
	for i := len(columns) - 1; i >= 0; i-- {
		columns[i].x = right
		s.write(right, at, End, s.small, s.quiet(columns[i].head))
		right -= columns[i].wide + s.gap
		label -= columns[i].wide + s.gap
	}
	s.y += s.small + s.small/2 + s.small/4
	s.rule(s.y, x, x+room)
	s.y += s.small / 4
	for _, r := range rows {
		at := baseline(s.y, s.listed, s.list)
		s.dot(x, s.y+s.listed/2, r)
		s.label(x+s.indent(), at, s.list, label, r.label())
		s.figures(columns, at, s.list, r)
		s.y += s.listed
	}
}

// listStacked writes one of the others on two lines.
func (s *sheet) listStacked(b shares, r row) {
	x := s.left() + s.indent()
	half := s.listed / 2
	s.dot(s.left(), s.y+half/2, r)
	s.label(x, baseline(s.y, half, s.list), s.list, s.right()-x, r.label())
	said := r.votes + " votes · " + percent(r.share)
	if b.changes && r.change != "" {
		said += " · " + r.change
	}
	s.write(x, baseline(s.y+half-s.small/4, half, s.small), Start, s.small, s.quiet(said))
	s.y += s.listed
}

// dot is a party's colour beside a name, flush with x.
func (s *sheet) dot(x, middle int, r row) {
	radius := s.small / 3
	s.add(Circle{X: x + radius, Y: middle, R: radius, Fill: r.fill, Stroke: s.palette.Outline(r.fill)})
}
