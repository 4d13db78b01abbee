package chart

// changes lays out the bars of a change chart: a party, its share then and
// now, and a bar to either side of a line at 0 with the change at its end.
func (s *sheet) changes(m Model) {
	f := s.changeFrame(m)
	var columns []column
	if f.spans.wide > 0 {
		columns = []column{f.spans}
	}
	s.header(columns, "Party")
	top := s.y
	for _, r := range m.rows {
		s.changeRow(f, r)
	}
	s.add(Line{X1: f.zero, Y1: top, X2: f.zero, Y2: s.y - 1, Width: 1, Stroke: s.palette.Quiet})
}

// An axis says where the parts of every row of a change chart stand.
type axis struct {
	spans column  // shares then and now; no width where there are none
	label int     // room for the label
	zero  int     // where the line at 0 stands
	room  int     // the bars' room, both sides together
	whole float64 // what fills the room: the biggest fall and the biggest rise
}

// span is a share then and now: "28.9 → 51.9".
func span(r row) string {
	if r.before == "" {
		return ""
	}
	return r.before + " → " + r.share
}

func (r row) partyLabel() name { return name{r.party, r.name, true} }

func (s *sheet) changeFrame(m Model) axis {
	a := axis{spans: s.fitted("% then → now", m.rows, span)}
	if m.rows[0].before == "" {
		a.spans.wide = 0
	}
	label := 0
	for _, r := range m.rows {
		label = max(label, s.needs(r.partyLabel()))
	}
	from := s.left()
	if s.stacked {
		a.label, a.spans.x = s.inner()-s.gap-a.spans.wide, s.right()
	} else {
		a.label = min(label, s.inner()*2/5)
		a.spans.x = s.left() + a.label + s.gap + a.spans.wide
		from = a.spans.x + s.gap
	}
	s.scale(&a, m, from)
	return a
}

// scale shares the room from one edge to the other between falls and rises, so
// that all bars are to one scale and each has room for its figure outside.
func (s *sheet) scale(a *axis, m Model, from int) {
	var fall, rise float64
	figures := [2]int{} // room for the figures beside falls and beside rises
	for _, r := range m.rows {
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
	if s.stacked {
		band, height = s.y+s.look.label, s.bar
	}
	at := baseline(s.y, s.row, s.body)
	if s.stacked {
		at = baseline(s.y, s.look.label, s.body)
	}
	s.label(s.left(), at, a.label, r.partyLabel())
	s.write(a.spans.x, at, End, s.body, s.quiet(span(r)))
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
