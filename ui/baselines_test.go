package ui

import (
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
	"testing"

	"fyne.io/fyne/v2"
)

// picks opens a list by its key and chooses from it.
func (s *screen) picks(mod fyne.KeyModifier, key fyne.KeyName, words ...string) {
	s.t.Helper()
	s.Chord(mod, key)
	for _, w := range words {
		s.Types(w)
		s.Keys(fyne.KeyReturn)
	}
	s.Settle()
}

func TestBaselinesAreTypedOrderedAndTakenAway(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "Type in")
	s.Types("By-election of 2020")
	s.Keys(fyne.KeyReturn)
	s.Types("never")
	s.Keys(fyne.KeyReturn)
	s.Focus(s.Long())
	s.Types("Jill Mortimer, Conservative, 900\nPaul Williams, Labour, 800")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "“never” is no day")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "baselines", len(s.InNight().Baselines), 1)

	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "Type in")
	s.Types("By-election of 2020")
	s.Keys(fyne.KeyReturn)
	s.Types("2020-05-07")
	s.Keys(fyne.KeyReturn)
	s.Focus(s.Long())
	s.Types("Jill Mortimer, Conservative, 900\nPaul Williams, Labour, 800")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	s.Settle()
	b := s.InNight().Baselines
	if len(b) != 2 || b[1].Name != "By-election of 2020" || b[1].Date != "2020-05-07" || len(b[1].Candidates) != 2 || b[1].Candidates[0].Party.ID != "PP52" {
		t.Fatalf("%+v", b)
	}
	uitest.Equal(t, "outcome on the primary", s.count.result.Comparisons[0].Outcome.String(), "Con gain from Lab")
	uitest.Equal(t, "outcome on the other", s.count.result.Comparisons[1].Outcome.String(), "Con hold")

	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "By-election", "Make it")
	uitest.Equal(t, "primary", s.InNight().Baselines[0].Name, "By-election of 2020")
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "By-election", "Take it away")
	uitest.Equal(t, "baselines", len(s.InNight().Baselines), 1)
}

func TestPartiesAreChainedByHand(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Parties that go on")
	s.Types("Heritage = Nobody at all")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Line 1: “Nobody at all” is no party of this night.")
	s.Focus(s.Long())
	s.SelectAll()
	s.Types("Heritage = Socialist Labour")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	s.Settle()
	uitest.Equal(t, "chains", len(s.InNight().Chains), 1)
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Parties that go on")
	uitest.Has(t, "sheet", s.Long().Text, "Heritage = ")
}
