package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/chart"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestPastContestsAreTypedAndDrawn(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.goToCharts()
	for range 3 {
		s.goToCharts()
	}
	uitest.Equal(t, "kind", s.charts.kind, chart.History)
	uitest.Has(t, "screen", uitest.Words(s.charts.root), "The night holds no past contests.")
	s.Chord(shell.CtrlShift, fyne.Key3)
	s.Keys(fyne.KeyReturn)
	s.Types("all by-elections of the Parliament")
	s.Keys(fyne.KeyReturn)
	s.Types("2021-05-07")
	s.Keys(fyne.KeyReturn)
	s.Types("2021-05-06, Hartlepool, Con, 22.96, yes, yes, The count\n2021-05-13, Airdrie and Shotts, Con, much, no, no, The count")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "much")
	s.Focus(s.Long())
	s.SelectAll()
	s.Types("2021-05-06, Hartlepool, Con, 22.96, yes, yes, The count\n2021-05-13, Airdrie and Shotts, Con, 2.4, no, no, The count")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	s.Settle()
	uitest.Equal(t, "rows", len(s.Night.History.Rows), 2)
	uitest.Equal(t, "points", s.Night.History.Rows[0].Points.Signed(2), "+22.96")
	uitest.Equal(t, "party", s.Night.History.Rows[0].Party.ID, "PP52")
	uitest.Has(t, "chart", uitest.Words(s.charts.root), "Hartlepool")

	s.Chord(shell.CtrlShift, fyne.Key3) // and comes back as it was typed
	uitest.Has(t, "sheet", s.Long().Text, "2021-05-06,Hartlepool,PP52,22.96,yes,yes,The count")
}
