package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// A vote was once keyed, unseen, in a cell beneath an open sheet.
func TestTabStaysInTheSheet(t *testing.T) {
	s := at(t, keyedNight(t))
	s.chord(shell.Ctrl, fyne.KeyD)
	if s.above() == nil {
		t.Fatal("no sheet is open")
	}
	for i := range 20 {
		s.Win.Canvas().FocusNext()
		if _, cell := s.Win.Canvas().Focused().(*kit.VoteCell); cell {
			t.Fatalf("after %d tabs in the sheet a vote cell has the focus", i+1)
		}
	}
	for range 20 {
		if _, button := s.Win.Canvas().Focused().(*kit.Button); button {
			s.keys(fyne.KeyEscape)
			if s.above() != nil {
				t.Fatal("Esc on a button does not leave the sheet")
			}
			return
		}
		s.Win.Canvas().FocusNext()
	}
	t.Fatal("no button of the sheet can be reached by Tab")
}

// Esc once did nothing while Declare had the focus, and the next Enter
// declared.
func TestEscTakesBackTheQuestionWhetherToDeclare(t *testing.T) {
	s := at(t, keyedNight(t))
	settleChecks(s)
	s.chord(shell.CtrlShift, fyne.KeyD)
	equal(t, "asking", s.count.strip.asking, whetherToDeclare)
	s.keys(fyne.KeyEscape)
	equal(t, "asking after Esc", s.count.strip.asking, nothing)
	s.keys(fyne.KeyReturn)
	s.settle()
	if s.inNight().State.IsDeclared() {
		t.Error("Enter after Esc declared the result")
	}
}

// Only the desk has two halves, and only a narrow window shows one of them.
func TestTheOtherHalfIsOfferedOnANarrowDeskAlone(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(nightOf(t, nil))
	offered := func() bool { return strings.Contains(words(s.head()), "  F6") }
	equal(t, "on the desk", offered(), true)
	s.chord(shell.Ctrl, fyne.Key3)
	equal(t, "on the charts", offered(), false)
	s.chord(shell.Ctrl, fyne.Key1)
	equal(t, "back on the desk", offered(), true)
	equal(t, "in a wide window", strings.Contains(words(at(t, nightOf(t, nil)).head()), "F6"), false)
}
