package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// column is the votes of Hartlepool as a spreadsheet copies a column.
func column(t testing.TB) string {
	var lines []string
	for _, k := range uitest.Hartlepool(t).Candidates {
		lines = append(lines, k.Votes.String())
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestABlockOfFiguresIsTakenAfterALook(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.Pastes(column(t))
	uitest.Has(t, "preview", uitest.Words(s.Above()), "Take these 16 figures?")
	uitest.Has(t, "preview", uitest.Words(s.Above()), "Together 29,933 votes.")
	for i, k := range uitest.Hartlepool(t).Candidates {
		uitest.Equal(t, "line", linesOf(s)[i], fmt.Sprintf("%d %s %s %s", i+1, k.BallotName(), k.Party.Label(), k.Votes))
	}
	s.Settle()
	uitest.Equal(t, "votes while it asks", s.Votes("Mortimer"), "–")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "over the window", s.Above() == nil, true)
	for _, k := range uitest.Hartlepool(t).Candidates {
		uitest.Equal(t, k.Surname, s.Votes(k.Surname), k.Votes.String())
		uitest.Equal(t, "cell of "+k.Surname, s.row(k.Surname).cell.Digits(), model.Digits(k.Votes))
		uitest.Equal(t, "pending in the cell of "+k.Surname, s.row(k.Surname).cell.Pending(), false)
	}
	uitest.Equal(t, "focus", s.row("Lee").cell.HasFocus(), true)
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "29,933 valid")
	s.Says("16 figures taken. Ctrl+U takes them back.")
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	for _, k := range uitest.Hartlepool(t).Candidates {
		uitest.Equal(t, k.Surname+" after undo", s.Votes(k.Surname), "–")
	}
}

// Names find their candidates in any order, totals stand aside, and whoever is
// not in the block stays.
func TestABlockOfNamesAndFigures(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Focus(s.count.rows[0].cell)
	s.Pastes("Candidate\tParty\tVotes\r\nPaul WILLIAMS\tLabour\t8,598\r\nLee, Sam\tIndependent\t2 904\r\nTurnout\t\t42.55%\r\n")
	uitest.Equal(t, "lines", strings.Join(linesOf(s), "; "), "10 Lee, Sam Ind 2,904; 16 Williams, Paul Lab · instead of 8,589 8,598")
	shown := uitest.Words(s.Above())
	uitest.Has(t, "preview", shown, "14 candidates are not in it and stay as they are.")
	uitest.Has(t, "preview", shown, "“Turnout 42.55%”")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "votes after Esc", s.Votes("Williams"), "8,589")
	s.Pastes("Paul WILLIAMS\tLabour\t8,598\r\n")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "votes after Enter", s.Votes("Williams"), "8,598")
	uitest.Equal(t, "others", s.Votes("Mortimer"), "15,529")
}

func TestABlockThatIsNotClearIsRefusedLineByLine(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Focus(s.count.rows[0].cell)
	s.Pastes("Jill Mortimer 15,529\nNobody Known 44\n")
	uitest.Has(t, "title", uitest.Words(s.Above()), "That block was not taken")
	uitest.Has(t, "problem", uitest.Words(s.Above()), "Line 2: “Nobody Known 44” ")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "over the window", s.Above() == nil, true)
	s.Pastes("1\n2\n3\n")
	uitest.Has(t, "problem", uitest.Words(s.Above()), "The block holds 3 figures for 16 candidates")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "votes", s.Votes("Mortimer")+" "+s.Votes("Bettney"), "15,529 104")
}

// One figure is pasted as it always was.
func TestASingleFigureIsPastedIntoItsCell(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Focus(s.row("Lee").cell)
	s.Pastes("2,905\r\n")
	uitest.Equal(t, "over the window", s.Above() == nil, true)
	uitest.Equal(t, "cell", s.row("Lee").cell.Digits(), "2905")
	s.Pastes("29o5")
	s.Says("“29o5” was left out")
}

// In a second keying and in a correction a block fills the cells and keys
// nothing yet.
func TestABlockInASecondKeyingAndInACorrection(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Pastes(column(t))
	uitest.HasNot(t, "preview", strings.Join(linesOf(s), "\n"), "instead of")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "16 of 16 keyed")
	s.Settle()
	uitest.Equal(t, "second in the file", s.InNight().Second == nil, true)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Settle()
	uitest.Equal(t, "second votes", len(s.InNight().Second.Votes), 16)
	s.end()

	s = at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {}))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Pastes("Lee 2895\nWilliams 8598\n")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "cell", s.row("Williams").cell.Digits(), "8598")
	uitest.Equal(t, "votes in the file", s.Votes("Williams"), "8,589")
	uitest.Equal(t, "state", s.InNight().State, election.Declared)
}
