package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/chart"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// long is the field of several lines in the sheet that is open.
func (s *screen) long() (found *kit.Entry) {
	see(s.above(), func(o fyne.CanvasObject) {
		if e, ok := o.(*kit.Entry); ok && e.MultiLine {
			found = e
		}
	})
	return found
}

func TestPastContestsAreTypedAndDrawn(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.goToCharts()
	for range 3 {
		s.goToCharts()
	}
	equal(t, "kind", s.charts.kind, chart.History)
	has(t, "screen", words(s.charts.root), "The night holds no past contests.")
	s.chord(shell.CtrlShift, fyne.Key3)
	s.keys(fyne.KeyReturn)
	s.types("all by-elections of the Parliament")
	s.keys(fyne.KeyReturn)
	s.types("2021-05-07")
	s.keys(fyne.KeyReturn)
	s.types("2021-05-06, Hartlepool, Con, 22.96, yes, yes, The count\n2021-05-13, Airdrie and Shotts, Con, much, no, no, The count")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	has(t, "sheet", words(s.above()), "much")
	s.Focus(s.long())
	s.selectAll()
	s.types("2021-05-06, Hartlepool, Con, 22.96, yes, yes, The count\n2021-05-13, Airdrie and Shotts, Con, 2.4, no, no, The count")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	s.settle()
	equal(t, "rows", len(s.Night.History.Rows), 2)
	equal(t, "points", s.Night.History.Rows[0].Points.Signed(2), "+22.96")
	equal(t, "party", s.Night.History.Rows[0].Party.ID, "PP52")
	has(t, "chart", words(s.charts.root), "Hartlepool")

	s.chord(shell.CtrlShift, fyne.Key3) // and comes back as it was typed
	has(t, "sheet", s.long().Text, "2021-05-06,Hartlepool,PP52,22.96,yes,yes,The count")
}
