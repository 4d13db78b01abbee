package chart

import "slices"

// shares are the bars of a share chart.
type shares struct {
	rows    []row // drawn as bars, in order
	rest    *row  // the others as one bar; nil where every candidate has one
	others  []row // the candidates in rest, listed below the bars
	changes bool  // there is a baseline, so there is a column of changes
}

// bars is every row that is drawn, the others' last.
func (b shares) bars() []row {
	if b.rest == nil {
		return b.rows
	}
	return append(slices.Clone(b.rows), *b.rest)
}

// draw lays out label, votes, bar, share and change side by side, or on a
// narrow sheet the label above the rest.
func (b shares) draw(s *sheet) {
	f := s.shareFrame(b)
	s.header(f.columns, "Candidate")
	rows := b.bars()
	s.zero(f.from-1, s.y, len(rows))
	for _, r := range rows {
		s.shareRow(f, r)
	}
	if len(b.others) > 0 {
		s.listOthers(b)
	}
}

// A frame says where the parts of every row stand.
type frame struct {
	columns  []column
	label    int // room for the label
	from, to int // the bars' room
	most     float64
}

// columnsFor are votes, share and, where there is a baseline, change.
func (s *sheet) columnsFor(b shares, rows []row, size int) []column {
	columns := []column{
		s.fitted("Votes", rows, size, func(r row) string { return r.votes }),
		s.fitted("%", rows, size, func(r row) string { return r.share }),
	}
	if b.changes {
		columns = append(columns, s.fitted("±", rows, size, func(r row) string { return r.change }))
	}
	return columns
}

func (s *sheet) shareFrame(b shares) frame {
	rows := b.bars()
	f := frame{columns: s.columnsFor(b, rows, s.body), to: s.right()}
	label := width("Candidate", s.small, false)
	for _, r := range rows {
		f.most = max(f.most, r.length)
		label = max(label, r.label().needs(s.body))
	}
	for i := len(f.columns) - 1; i >= 0; i-- {
		c := &f.columns[i]
		if i > 0 || s.stacked {
			c.x = f.to
			f.to -= c.wide + s.gap
			continue
		}
		bars := max(s.inner()*27/100, 2*width(electedMark, s.small, true)+2*s.small)
		f.label = min(label, f.to-bars-c.wide-2*s.gap-s.left())
		c.x = s.left() + f.label + s.gap + c.wide
		f.from = c.x + s.gap + 1
	}
	if s.stacked {
		f.from, f.label = s.left()+1, s.inner()
	}
	return f
}

func (r row) label() name { return name{first: r.name, second: r.party, bold: r.elected} }

func (s *sheet) shareRow(f frame, r row) {
	length := reach(r.length, f.most, f.to-f.from)
	mark := s.mark(f, r, length)
	label := r.label()
	if r.elected && mark == nil {
		label.tail = ", " + electedMark
	}
	band, height := s.y, s.row
	if s.stacked {
		band, height = s.y+s.look.label, s.bar
		s.label(s.left(), baseline(s.y, s.look.label, s.body), s.body, f.label, label)
	} else {
		s.label(s.left(), baseline(s.y, s.row, s.body), s.body, f.label, label)
	}
	s.figures(f.columns, baseline(band, height, s.body), s.body, r)
	if length > 0 {
		b := s.rect(f.from, band+(height-s.bar)/2, length, r)
		if mark != nil {
			mark.Y = baseline(b.Y, b.H, s.small)
			s.add(*mark)
		}
	}
	s.y += s.row
}

// mark is the word for the elected on the bar where it fits, else beside it;
// nil where neither has room, or there is nothing to say.
func (s *sheet) mark(f frame, r row, length int) *Text {
	pad, room := s.small/2, width(electedMark, s.small, true)
	t := Text{Anchor: Start, Size: s.small}
	switch {
	case !r.elected || length == 0:
		return nil
	case length >= room+2*pad:
		t.X = f.from + pad
		t.Runs = []Run{{Text: electedMark, Bold: true, Colour: Label(r.fill)}}
	case f.to-f.from-length >= room+pad:
		t.X = f.from + length + pad
		t.Runs = []Run{s.ink(electedMark, true)}
	default:
		return nil
	}
	return &t
}
