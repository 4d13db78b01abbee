package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestTheLineOfStatesIsAKeyAStep(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	for _, want := range []election.State{election.Verifying, election.Verified, election.Counting, election.Provisional} {
		s.Chord(shell.CtrlShift, fyne.KeyN)
		s.Settle()
		uitest.Equal(t, "state", s.InNight().State, want)
		s.Says("Hartlepool: " + string(want) + ". Ctrl+U takes it back.")
		uitest.Has(t, "badge", uitest.Words(s.count.head.badge), strings.ToUpper(string(want)))
	}
	for _, want := range []string{"RECOUNT 1", "RECOUNT 2"} {
		s.Chord(shell.Ctrl, fyne.Key9)
		s.Settle()
		uitest.Has(t, "badge", uitest.Words(s.count.head.badge), want)
	}
	s.Says("Hartlepool: recount 2.")
	uitest.Has(t, "head", s.count.head.about.Words(), "since ")
	uitest.Has(t, "head", s.count.head.about.Words(), ", Ada Reporter · not public · 30,115 papers verified")

	// What follows is the declaration, which asks.
	settleChecks(s)
	s.count.strip.cancel()
	s.Chord(shell.CtrlShift, fyne.KeyN)
	uitest.Equal(t, "asks", s.count.strip.asking, whetherToDeclare)
	uitest.Equal(t, "state while it asks", s.InNight().State, election.Recounting)
	s.Keys(fyne.KeySpace)
	s.Until("the result is declared", func() bool { return s.InNight().State == election.Declared })
	s.Settle()
	uitest.Has(t, "head", s.count.head.about.Words(), "Ada Reporter · change since 2019 general election")
	s.Chord(shell.CtrlShift, fyne.KeyN)
	s.Says("The result is declared")

	s.Chord(shell.CtrlShift, fyne.KeyH)
	s.Settle()
	uitest.Has(t, "view", uitest.Words(s.Above()), "Course of the count: Hartlepool")
	lines := linesOf(s)
	want := []string{"Not started", "Verifying", "Verified", "Counting", "Provisional", "Recount 1", "Recount 2", "Declared"}
	if len(lines) != len(want) {
		t.Fatalf("the course is %q", lines)
	}
	for i, l := range lines {
		uitest.Has(t, "step", l, want[i]+" Ada Reporter ")
		uitest.Has(t, "time", l, "m") // of am or pm
	}
	s.Keys(fyne.KeyEscape)
}

// Keying a vote is no news: the state stays as it was said.
func TestKeyingMovesNoState(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.Types("2904")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "votes", s.Votes("Lee"), "2,904")
	uitest.Equal(t, "state", s.InNight().State, election.NotStarted)
}

// The chooser says which number a recount would have.
func TestAnyStateCanBeChosen(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Must(t, n.SetState(author, uitest.OnlyContest(t, n).ID, election.Recounting))
	}))
	s.Chord(shell.CtrlShift, fyne.KeyS)
	uitest.Has(t, "chooser", strings.Join(s.Chosen(), "\n"), "Recount\nnumber 2")
	s.Types("postponed")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Postponed)
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	uitest.Equal(t, "state after undo", s.InNight().State, election.Recounting)
}
