package ui

import (
	"nightdesk/ui/shell"
	"testing"

	"fyne.io/fyne/v2"
)

// picks opens a list by its key and chooses from it.
func (s *screen) picks(mod fyne.KeyModifier, key fyne.KeyName, words ...string) {
	s.t.Helper()
	s.chord(mod, key)
	for _, w := range words {
		s.types(w)
		s.keys(fyne.KeyReturn)
	}
	s.settle()
}

func TestBaselinesAreTypedOrderedAndTakenAway(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "Type in")
	s.types("By-election of 2020")
	s.keys(fyne.KeyReturn)
	s.types("never")
	s.keys(fyne.KeyReturn)
	s.Focus(s.long())
	s.types("Jill Mortimer, Conservative, 900\nPaul Williams, Labour, 800")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	has(t, "sheet", words(s.above()), "“never” is no day")
	s.keys(fyne.KeyEscape)
	equal(t, "baselines", len(s.inNight().Baselines), 1)

	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "Type in")
	s.types("By-election of 2020")
	s.keys(fyne.KeyReturn)
	s.types("2020-05-07")
	s.keys(fyne.KeyReturn)
	s.Focus(s.long())
	s.types("Jill Mortimer, Conservative, 900\nPaul Williams, Labour, 800")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	s.settle()
	b := s.inNight().Baselines
	if len(b) != 2 || b[1].Name != "By-election of 2020" || b[1].Date != "2020-05-07" || len(b[1].Candidates) != 2 || b[1].Candidates[0].Party.ID != "PP52" {
		t.Fatalf("%+v", b)
	}
	equal(t, "outcome on the primary", s.count.result.Comparisons[0].Outcome.String(), "Con gain from Lab")
	equal(t, "outcome on the other", s.count.result.Comparisons[1].Outcome.String(), "Con hold")

	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "By-election", "Make it")
	equal(t, "primary", s.inNight().Baselines[0].Name, "By-election of 2020")
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Baselines", "By-election", "Take it away")
	equal(t, "baselines", len(s.inNight().Baselines), 1)
}

func TestPartiesAreChainedByHand(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Parties that go on")
	s.types("Heritage = Nobody at all")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	has(t, "sheet", words(s.above()), "Line 1: “Nobody at all” is no party of this night.")
	s.Focus(s.long())
	s.selectAll()
	s.types("Heritage = Socialist Labour")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	s.settle()
	equal(t, "chains", len(s.inNight().Chains), 1)
	s.picks(shell.Ctrl, fyne.KeySemicolon, "Parties that go on")
	has(t, "sheet", s.long().Text, "Heritage = ")
}
