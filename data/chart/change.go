package chart

// changes are the bars of a change chart, the biggest rise first; never none.
type changes struct{ rows []row }

// draw lays out a party, its share then and now, and a bar to either side of a
// line at 0 with the change at its end.
func (b changes) draw(s *sheet) {
	f := s.changeFrame(b)
	s.header(f.columns, "Party")
	s.zero(f.zero, s.y, len(b.rows))
	for _, r := range b.rows {
		s.changeRow(f, r)
	}
}

// An axis says where the parts of every row of a change chart stand.
type axis struct {
	columns []column // shares then and now
	label   int      // room for the label
	zero    int      // where the line at 0 stands
	room    int      // the bars' room, both sides together
	whole   float64  // what fills the room: the biggest fall and the biggest rise
}

// partyLabel is what a row of a change chart is called: the party with its
// candidate, or on a narrow sheet the party's name in full.
func (s *sheet) partyLabel(r row) name {
	if s.stacked {
		return name{first: r.long, bold: true}
	}
	return name{first: r.party, second: r.name, bold: true}
}

func (s *sheet) changeFrame(b changes) axis {
	a := axis{label: width("Party", s.small, false), columns: []column{
		s.fitted("Then %", b.rows, s.body, func(r row) string { return r.before }),
		s.fitted("Now %", b.rows, s.body, func(r row) string { return r.share }),
	}}
	for _, r := range b.rows {
		a.label = max(a.label, s.partyLabel(r).needs(s.body))
	}
	a.label = min(a.label, s.inner()*2/5)
	from := s.left()
	if s.stacked {
		x := s.right()
		for i := len(a.columns) - 1; i >= 0; i-- {
			a.columns[i].x = x
			x -= a.columns[i].wide + s.gap
		}
		a.label = x - s.left()
	} else {
		from += a.label + s.gap
		for i := range a.columns {
			a.columns[i].x = from + a.columns[i].wide
			from = a.columns[i].x + s.gap
		}
	}
	s.scale(&a, b, from)
	return a
}

// scale shares the room from one edge to the other between falls and rises, so
// that all bars are to one scale and each has room for its figure outside.
func (s *sheet) scale(a *axis, b changes, from int) {
	var fall, rise float64
	figures := [2]int{} // room for the figures beside falls and beside rises
	for _, r := range b.rows {
		side := 1
		if r.length < 0 {
			side, fall = 0, max(fall, -r.length)
		}
		rise = max(rise, r.length)
		figures[side] = max(figures[side], width(r.change, s.body, true)+s.small/2)
	}
	const rounding = 6 // units: both sides may be rounded up to a bar's least length
	a.room = s.right() - from - figures[0] - figures[1] - rounding
	a.whole = fall + rise
	a.zero = from + figures[0] + reach(fall, a.whole, a.room)
}

func (s *sheet) changeRow(a axis, r row) {
	band, height := s.y, s.row
	at := baseline(band, height, s.body)
	if s.stacked {
		band, height = s.y+s.look.label, s.bar
		at = baseline(s.y, s.look.label, s.body)
	}
	s.label(s.left(), at, s.body, a.label, s.partyLabel(r))
	for _, c := range a.columns {
		s.write(c.x, at, End, s.body, s.quiet(c.cell(r)))
	}
	length := 0
	if r.change != "0.0" {
		length = reach(r.length, a.whole, a.room)
	}
	at = baseline(band, height, s.body)
	bar, end, anchor := a.zero+1, a.zero+1+length+s.small/2, Start
	if r.length < 0 {
		bar, end, anchor = a.zero-length, a.zero-length-s.small/2, End
	}
	if length > 0 {
		s.rect(bar, band+(height-s.bar)/2, length, r)
	}
	s.write(end, at, anchor, s.body, s.ink(r.change, true))
	s.y += s.row
}
