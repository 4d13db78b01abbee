package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// countHeads are the words over the columns of the count.
type countHeads struct {
	box                               *fyne.Container
	names, votes, share, percent, end *kit.Text
	keying                            bool
}

func newCountHeads() *countHeads {
	h := &countHeads{
		names: kit.NewSmall("Candidate"), votes: kit.NewSmall("Votes").Right(), share: kit.NewSmall("Share"),
		percent: kit.NewSmall("%").Right(), end: kit.NewSmall("±").Right(),
	}
	h.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, 18) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { h.put(size) },
	}, h.names, h.votes, h.share, h.percent, h.end)
	return h
}

func (h *countHeads) put(size fyne.Size) {
	right := size.Width - 6
	kit.Put(h.end, right-changeWidth, 0, changeWidth, 18)
	x := right - changeWidth
	if !h.keying {
		kit.Put(h.percent, x-shareWidth, 0, shareWidth, 18)
		x -= shareWidth
	}
	bar := barWidth(size.Width)
	kit.Put(h.share, x-bar, 0, bar, 18)
	x -= bar + columnGap
	kit.Put(h.votes, x-votesWidth, 0, votesWidth, 18)
	kit.Put(h.names, 0, 0, max(0, x-votesWidth), 18)
}

func (h *countHeads) show(keying bool) {
	h.keying = keying
	h.percent.Hidden = keying
	h.names.SetText("Candidate")
	h.share.SetText("Share")
	h.end.SetText("±")
	if keying {
		h.names.SetText("In ballot-paper order")
		h.share.SetText("So far")
		h.end.SetText("Place")
	}
	h.put(h.box.Size())
}

// figures are the large figures under the count: four in a row.
type figures struct {
	box    *fyne.Container
	blocks []*figureBlock
	line   *kit.Box
	note   *kit.Text // that the rounded percentages do not add up to 100
}

// figureBlock is one figure with its label above and its unit beside.
type figureBlock struct {
	label, value, unit *kit.Text
	box                *fyne.Container
}

func newFigureBlock() *figureBlock {
	b := &figureBlock{
		label: kit.NewSmall("").Trim(),
		value: kit.NewText("").Bold().Sized(kit.FigureSize),
		unit:  kit.NewQuiet("").Sized(12),
	}
	b.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(90, 42) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			value := fyne.MeasureText(b.value.Words(), kit.FigureSize, fyne.TextStyle{Bold: true}).Width
			kit.Put(b.label, 0, 0, size.Width, 16)
			kit.Put(b.value, 0, 16, value+1, 26)
			kit.Put(b.unit, value+5, 19, max(0, size.Width-value-5), 22)
		},
	}, b.label, b.value, b.unit)
	return b
}

func (b *figureBlock) set(label, value, unit string) {
	b.label.SetText(label)
	b.value.SetText(value)
	b.unit.SetText(unit)
	b.box.Refresh()
}

func newFigures() *figures {
	f := &figures{line: kit.NewBox(kit.Line), note: kit.NewSmall("").Trim()}
	objects := []fyne.CanvasObject{f.line, f.note}
	for range 6 {
		b := newFigureBlock()
		f.blocks = append(f.blocks, b)
		objects = append(objects, b.box)
	}
	f.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size {
			if f.blocks[4].box.Visible() {
				return fyne.NewSize(380, 10+42+6+42+16)
			}
			return fyne.NewSize(380, 10+42)
		},
		Put: f.put,
	}, objects...)
	return f
}

func (f *figures) put(_ []fyne.CanvasObject, size fyne.Size) {
	kit.Put(f.line, 0, 0, size.Width, 1)
	quarter := size.Width / 4
	for i, b := range f.blocks[:4] {
		kit.Put(b.box, float32(i)*quarter, 10, quarter-6, 42)
	}
	kit.Put(f.blocks[4].box, 0, 58, 2*quarter-6, 42)
	kit.Put(f.blocks[5].box, 2*quarter, 58, 2*quarter, 42)
	kit.Put(f.note, 0, 100, size.Width, 16)
}

// show fills the figures. What is not known yet is a dash.
func (f *figures) show(c election.Contest, r election.Result) {
	set := func(i int, label, value, unit string) { f.blocks[i].set(label, value, unit) }

	majority, percent := "–", ""
	if r.Majority.Known() {
		majority, percent = r.Majority.String(), r.MajorityShare.Percent(1)+"%"
	}
	set(0, "Majority", majority, percent)

	label, value, unit := "Swing", "–", ""
	if b := r.Primary(); b != nil && r.Missing == 0 {
		if b.Swing != nil {
			label = "Swing " + b.Swing.From.Label() + " → " + b.Swing.To.Label()
			value, unit = b.Swing.Butler.Percent(1), "pts"
		} else {
			value = "n/a"
		}
	}
	set(1, label, value, unit)

	set(2, "Turnout, valid", percentOrDash(r.TurnoutValid, 1), "")
	set(3, "Turnout, papers", percentOrDash(r.TurnoutPapers, 2), "")

	outcome, deposits, line := "", "", ""
	if b := r.Primary(); b != nil {
		outcome = b.Outcome.String()
	} else if r.Missing == 0 && len(r.Rows) > 0 && r.Rows[0].Elected {
		outcome = r.Rows[0].Candidate.Party.Label() + " win"
	}
	if n, ok := r.DepositsLost.Get(); ok {
		deposits, line = election.Commas(n)+" lost", "line "+r.DepositLine()
	}
	ended := c.State.IsDeclared()
	f.blocks[4].box.Hidden, f.blocks[5].box.Hidden = !ended, !ended || deposits == ""
	f.note.SetText("")
	if ended {
		f.note.SetText(r.PercentNote())
	}
	set(4, "Outcome", outcome, "")
	set(5, "Deposits", deposits, line)
	f.box.Refresh()
}

func percentOrDash(f election.Fraction, decimals int) string {
	if !f.Known() {
		return "–"
	}
	return f.Percent(decimals) + "%"
}
