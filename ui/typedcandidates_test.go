package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// What is typed replaces what a sheet came with; nothing is glued together.
func TestTypedCandidatesAreNotGluedToTheContestAtHand(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyI)
	s.Types("Bush Fair\n")
	s.Types("6 June 2021\nlocal\n2\n5123\n")
	s.Types("Ann Jones, Labour\nBob Smith, Conservative\nCid Brown, Green")
	s.Chord(shell.Ctrl, fyne.KeyReturn) // from the field that Enter does not leave
	s.Settle()
	uitest.Equal(t, "sheet is open", s.Above() != nil, false)
	contests, err := s.Night.File.Contests()
	uitest.Must(t, err)
	uitest.Equal(t, "contests", len(contests), 2)
	c := contests[1]
	uitest.Equal(t, "name", c.Name, "Bush Fair")
	uitest.Equal(t, "day", c.Date, election.Date("2021-06-06"))
	uitest.Equal(t, "kind", c.Kind, election.Local)
	uitest.Equal(t, "seats", c.Seats, 2)
	uitest.Equal(t, "electorate", c.Electorate, election.Of(5123))
	uitest.Equal(t, "candidates", len(c.Candidates), 3)
	uitest.Equal(t, "on the desk", s.count.contest.Name, "Bush Fair")
	uitest.Equal(t, "focus in the first cell", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[0].cell), true)
	s.Says("Bush Fair is on the desk with 3 candidates.")
}

func TestTypedCandidatesNeedADayThatIsOne(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyI)
	s.Types("Bush Fair\nsoon\n")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "“soon” is no day")
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Ctrl+Enter: Add")
}

// A contest that was added by hand gets its candidates from the next sheet.
func TestTypedCandidatesAreOfTheContestWithoutAny(t *testing.T) {
	empty := election.Contest{Name: "Bush Fair", Group: "Harlow", Date: "2021-05-06", Kind: election.Local, Seats: 1}
	s := at(t, uitest.NightWith(t, []election.Contest{empty}, nil))
	s.Chord(shell.CtrlShift, fyne.KeyI)
	s.Types("Ann Jones, Labour\nBob Smith, Conservative")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	c := s.InNight()
	uitest.Equal(t, "candidates", len(c.Candidates), 2)
	uitest.Equal(t, "group", c.Group, "Harlow")
}

// Once a line of a sheet is typed in it is the user's: coming back to it
// selects nothing.
func TestALineTypedInASheetIsNotSelectedAgain(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyI)
	first, _ := s.Win.Canvas().Focused().(*kit.Entry)
	s.Types("Bush\n")
	s.Focus(first)
	s.Types("!")
	uitest.Equal(t, "name", first.Text, "Bush!")
}
