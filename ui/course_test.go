package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

func TestTheLineOfStatesIsAKeyAStep(t *testing.T) {
	s := at(t, keyedNight(t))
	for _, want := range []election.State{election.Verifying, election.Verified, election.Counting, election.Provisional} {
		s.chord(shell.CtrlShift, fyne.KeyN)
		s.settle()
		equal(t, "state", s.inNight().State, want)
		s.says("Hartlepool: " + string(want) + ". Ctrl+U takes it back.")
		has(t, "badge", words(s.count.head.badge), strings.ToUpper(string(want)))
	}
	for _, want := range []string{"RECOUNT 1", "RECOUNT 2"} {
		s.chord(shell.Ctrl, fyne.Key9)
		s.settle()
		has(t, "badge", words(s.count.head.badge), want)
	}
	s.says("Hartlepool: recount 2.")
	has(t, "head", s.count.head.about.Words(), "since ")
	has(t, "head", s.count.head.about.Words(), ", Ada Reporter · not public · 30,115 papers verified")

	// What follows is the declaration, which asks.
	settleChecks(s)
	s.count.strip.cancel()
	s.chord(shell.CtrlShift, fyne.KeyN)
	equal(t, "asks", s.count.strip.asking, whetherToDeclare)
	equal(t, "state while it asks", s.inNight().State, election.Recounting)
	s.keys(fyne.KeySpace)
	s.until("the result is declared", func() bool { return s.inNight().State == election.Declared })
	s.settle()
	has(t, "head", s.count.head.about.Words(), "Ada Reporter · change since 2019 general election")
	s.chord(shell.CtrlShift, fyne.KeyN)
	s.says("The result is declared")

	s.chord(shell.CtrlShift, fyne.KeyH)
	s.settle()
	has(t, "view", words(s.above()), "Course of the count: Hartlepool")
	lines := linesOf(s)
	want := []string{"Not started", "Verifying", "Verified", "Counting", "Provisional", "Recount 1", "Recount 2", "Declared"}
	if len(lines) != len(want) {
		t.Fatalf("the course is %q", lines)
	}
	for i, l := range lines {
		has(t, "step", l, want[i]+" Ada Reporter ")
		has(t, "time", l, "m") // of am or pm
	}
	s.keys(fyne.KeyEscape)
}

// Keying a vote is no news: the state stays as it was said.
func TestKeyingMovesNoState(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.types("2904")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "votes", s.votes("Lee"), "2,904")
	equal(t, "state", s.inNight().State, election.NotStarted)
}

// The chooser says which number a recount would have.
func TestAnyStateCanBeChosen(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		must(t, n.SetState(author, onlyContest(t, n).ID, election.Recounting))
	}))
	s.chord(shell.CtrlShift, fyne.KeyS)
	has(t, "chooser", strings.Join(chosen(s), "\n"), "Recount\nnumber 2")
	s.types("postponed")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "state", s.inNight().State, election.Postponed)
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	equal(t, "state after undo", s.inNight().State, election.Recounting)
}
