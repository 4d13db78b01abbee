package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// What is typed replaces what a sheet came with; nothing is glued together.
func TestTypedCandidatesAreNotGluedToTheContestAtHand(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyI)
	s.types("Bush Fair\n")
	s.types("6 June 2021\nlocal\n2\n5123\n")
	s.types("Ann Jones, Labour\nBob Smith, Conservative\nCid Brown, Green")
	s.chord(shell.Ctrl, fyne.KeyReturn) // from the field that Enter does not leave
	s.settle()
	equal(t, "sheet is open", s.above() != nil, false)
	contests, err := s.Night.File.Contests()
	must(t, err)
	equal(t, "contests", len(contests), 2)
	c := contests[1]
	equal(t, "name", c.Name, "Bush Fair")
	equal(t, "day", c.Date, election.Date("2021-06-06"))
	equal(t, "kind", c.Kind, election.Local)
	equal(t, "seats", c.Seats, 2)
	equal(t, "electorate", c.Electorate, election.Of(5123))
	equal(t, "candidates", len(c.Candidates), 3)
	equal(t, "on the desk", s.count.contest.Name, "Bush Fair")
	equal(t, "focus in the first cell", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[0].cell), true)
	s.says("Bush Fair is on the desk with 3 candidates.")
}

func TestTypedCandidatesNeedADayThatIsOne(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyI)
	s.types("Bush Fair\nsoon\n")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "“soon” is no day")
	has(t, "sheet", words(s.above()), "Ctrl+Enter: Add")
}

// A contest that was added by hand gets its candidates from the next sheet.
func TestTypedCandidatesAreOfTheContestWithoutAny(t *testing.T) {
	empty := election.Contest{Name: "Bush Fair", Group: "Harlow", Date: "2021-05-06", Kind: election.Local, Seats: 1}
	s := at(t, nightWith(t, []election.Contest{empty}, nil))
	s.chord(shell.CtrlShift, fyne.KeyI)
	s.types("Ann Jones, Labour\nBob Smith, Conservative")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	c := s.inNight()
	equal(t, "candidates", len(c.Candidates), 2)
	equal(t, "group", c.Group, "Harlow")
}

// Once a line of a sheet is typed in it is the user's: coming back to it
// selects nothing.
func TestALineTypedInASheetIsNotSelectedAgain(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyI)
	first, _ := s.Win.Canvas().Focused().(*kit.Entry)
	s.types("Bush\n")
	s.Focus(first)
	s.types("!")
	equal(t, "name", first.Text, "Bush!")
}
