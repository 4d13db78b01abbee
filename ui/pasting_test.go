package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// pastes pastes text into what has the focus.
func (s *screen) pastes(text string) {
	s.t.Helper()
	clipboard := s.App.Clipboard()
	clipboard.SetContent(text)
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
}

// column is the votes of Hartlepool as a spreadsheet copies a column.
func column(t testing.TB) string {
	var lines []string
	for _, k := range hartlepool(t).Candidates {
		lines = append(lines, k.Votes.String())
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestABlockOfFiguresIsTakenAfterALook(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.pastes(column(t))
	has(t, "preview", words(s.above()), "Take these 16 figures?")
	has(t, "preview", words(s.above()), "Together 29,933 votes.")
	for i, k := range hartlepool(t).Candidates {
		equal(t, "line", linesOf(s)[i], fmt.Sprintf("%d %s %s %s", i+1, k.BallotName(), k.Party.Label(), k.Votes))
	}
	s.settle()
	equal(t, "votes while it asks", s.votes("Mortimer"), "–")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "over the window", s.above() == nil, true)
	for _, k := range hartlepool(t).Candidates {
		equal(t, k.Surname, s.votes(k.Surname), k.Votes.String())
		equal(t, "cell of "+k.Surname, s.row(k.Surname).cell.Digits(), model.Digits(k.Votes))
		equal(t, "pending in the cell of "+k.Surname, s.row(k.Surname).cell.Pending(), false)
	}
	equal(t, "focus", s.row("Lee").cell.HasFocus(), true)
	has(t, "strip", words(s.count.strip.box), "29,933 valid")
	s.says("16 figures taken. Ctrl+U takes them back.")
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	for _, k := range hartlepool(t).Candidates {
		equal(t, k.Surname+" after undo", s.votes(k.Surname), "–")
	}
}

// Names find their candidates in any order, totals stand aside, and whoever is
// not in the block stays.
func TestABlockOfNamesAndFigures(t *testing.T) {
	s := at(t, keyedNight(t))
	s.Focus(s.count.rows[0].cell)
	s.pastes("Candidate\tParty\tVotes\r\nPaul WILLIAMS\tLabour\t8,598\r\nLee, Sam\tIndependent\t2 904\r\nTurnout\t\t42.55%\r\n")
	equal(t, "lines", strings.Join(linesOf(s), "; "), "10 Lee, Sam Ind 2,904; 16 Williams, Paul Lab · instead of 8,589 8,598")
	shown := words(s.above())
	has(t, "preview", shown, "14 candidates are not in it and stay as they are.")
	has(t, "preview", shown, "“Turnout 42.55%”")
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "votes after Esc", s.votes("Williams"), "8,589")
	s.pastes("Paul WILLIAMS\tLabour\t8,598\r\n")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "votes after Enter", s.votes("Williams"), "8,598")
	equal(t, "others", s.votes("Mortimer"), "15,529")
}

func TestABlockThatIsNotClearIsRefusedLineByLine(t *testing.T) {
	s := at(t, keyedNight(t))
	s.Focus(s.count.rows[0].cell)
	s.pastes("Jill Mortimer 15,529\nNobody Known 44\n")
	has(t, "title", words(s.above()), "That block was not taken")
	has(t, "problem", words(s.above()), "Line 2: “Nobody Known 44” ")
	s.keys(fyne.KeyReturn)
	equal(t, "over the window", s.above() == nil, true)
	s.pastes("1\n2\n3\n")
	has(t, "problem", words(s.above()), "The block holds 3 figures for 16 candidates")
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "votes", s.votes("Mortimer")+" "+s.votes("Bettney"), "15,529 104")
}

// One figure is pasted as it always was.
func TestASingleFigureIsPastedIntoItsCell(t *testing.T) {
	s := at(t, keyedNight(t))
	s.Focus(s.row("Lee").cell)
	s.pastes("2,905\r\n")
	equal(t, "over the window", s.above() == nil, true)
	equal(t, "cell", s.row("Lee").cell.Digits(), "2905")
	s.pastes("29o5")
	s.says("“29o5” was left out")
}

// In a second keying and in a correction a block fills the cells and keys
// nothing yet.
func TestABlockInASecondKeyingAndInACorrection(t *testing.T) {
	s := at(t, keyedNight(t))
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.pastes(column(t))
	hasNot(t, "preview", strings.Join(linesOf(s), "\n"), "instead of")
	s.keys(fyne.KeyReturn)
	has(t, "strip", words(s.count.strip.box), "16 of 16 keyed")
	s.settle()
	equal(t, "second in the file", s.inNight().Second == nil, true)
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.settle()
	equal(t, "second votes", len(s.inNight().Second.Votes), 16)
	s.end()

	s = at(t, declaredNight(t, func(n *night.Night, author string) {}))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.pastes("Lee 2895\nWilliams 8598\n")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "cell", s.row("Williams").cell.Digits(), "8598")
	equal(t, "votes in the file", s.votes("Williams"), "8,589")
	equal(t, "state", s.inNight().State, election.Declared)
}
