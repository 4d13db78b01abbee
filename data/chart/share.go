package chart

// elected is the word that marks those elected, on the bar or beside it.
const electedMark = "elected"

// shares lays out the bars of a share chart: label, votes, bar, share and
// change side by side, or on a narrow sheet the label above the rest.
func (s *sheet) shares(m Model) {
	f := s.shareFrame(m)
	s.header(f.columns, "Candidate")
	top := s.y
	for _, r := range m.rows {
		s.shareRow(f, r)
	}
	if m.rest != nil {
		s.shareRow(f, *m.rest)
	}
	s.add(Line{X1: f.from - 1, Y1: top, X2: f.from - 1, Y2: s.y - 1, Width: 1, Stroke: s.palette.Quiet})
	if len(m.others) > 0 {
		s.listOthers(m)
	}
}

// A frame says where the parts of every row stand.
type frame struct {
	columns  []column
	label    int // room for the label
	from, to int // the bars' room
	most     float64
}

func (s *sheet) figures(m Model, rows []row) (votes, share, change column) {
	votes = s.fitted("Votes", rows, func(r row) string { return r.votes })
	share = s.fitted("%", rows, func(r row) string { return r.share })
	change = s.fitted("±", rows, func(r row) string { return r.change })
	return votes, share, change
}

func (s *sheet) shareFrame(m Model) frame {
	rows := m.rows
	if m.rest != nil {
		rows = append(rows[:len(rows):len(rows)], *m.rest)
	}
	var f frame
	label := 0
	for _, r := range rows {
		f.most = max(f.most, r.length)
		label = max(label, s.needs(r.label()))
	}
	votes, share, change := s.figures(m, rows)
	f.to = s.right()
	if m.changes {
		change.x = f.to
		f.to -= change.wide + s.gap
	}
	share.x = f.to
	f.to -= share.wide + s.gap
	if s.stacked {
		votes.x = f.to
		f.to -= votes.wide + s.gap
		f.from, f.label = s.left()+1, s.inner()
	} else {
		least := width(electedMark, s.small, true)*2 + s.small*4
		f.label = min(label, s.inner()*2/5, f.to-least-votes.wide-2*s.gap-s.left())
		votes.x = s.left() + f.label + s.gap + votes.wide
		f.from = votes.x + s.gap + 1
	}
	f.columns = []column{votes, share}
	if m.changes {
		f.columns = append(f.columns, change)
	}
	return f
}

func (r row) label() name { return name{r.name, r.party, r.elected} }

func (s *sheet) shareRow(f frame, r row) {
	length := reach(r.length, f.most, f.to-f.from)
	mark := s.mark(f, r, length)
	label := r.label()
	if r.elected && mark == nil {
		label.second += ", " + electedMark
	}
	band, height := s.y, s.row
	if s.stacked {
		s.label(s.left(), baseline(s.y, s.look.label, s.body), f.label, label)
		band, height = s.y+s.look.label, s.bar
	} else {
		s.label(s.left(), baseline(s.y, s.row, s.body), f.label, label)
	}
	at := baseline(band, height, s.body)
	for _, c := range f.columns {
		run := s.ink(c.cell(r), r.elected)
		if run.Text == "new" || run.Text == "–" {
			run = s.quiet(run.Text)
		}
		s.write(c.x, at, End, s.body, run)
	}
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
