package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// A vote was once keyed, unseen, in a cell beneath an open sheet.
func TestTabStaysInTheSheet(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyD)
	if s.Above() == nil {
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
			s.Keys(fyne.KeyEscape)
			if s.Above() != nil {
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
	s := at(t, uitest.KeyedNight(t))
	settleChecks(s)
	s.Chord(shell.CtrlShift, fyne.KeyD)
	uitest.Equal(t, "asking", s.count.strip.asking, whetherToDeclare)
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "asking after Esc", s.count.strip.asking, nothing)
	s.Keys(fyne.KeyReturn)
	s.Settle()
	if s.InNight().State.IsDeclared() {
		t.Error("Enter after Esc declared the result")
	}
}

// Only the desk has two halves, and only a narrow window shows one of them.
func TestTheOtherHalfIsOfferedOnANarrowDeskAlone(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(uitest.NightOf(t, nil))
	offered := func() bool { return strings.Contains(uitest.Words(s.Head()), "  F6") }
	uitest.Equal(t, "on the desk", offered(), true)
	s.Chord(shell.Ctrl, fyne.Key3)
	uitest.Equal(t, "on the charts", offered(), false)
	s.Chord(shell.Ctrl, fyne.Key1)
	uitest.Equal(t, "back on the desk", offered(), true)
	uitest.Equal(t, "in a wide window", strings.Contains(uitest.Words(at(t, uitest.NightOf(t, nil)).Head()), "F6"), false)
}
