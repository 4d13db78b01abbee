package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// unsignedNight is a night with its contest and nobody to act.
func unsignedNight(t testing.TB) string {
	t.Helper()
	home(t)
	path := t.TempDir() + "/unsigned.night"
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Zone: "Europe/London"}, night.Options{})
	must(t, err)
	must(t, n.PutContests("", "", []election.Contest{uncounted(t)}))
	must(t, n.Close())
	return path
}

// lastAct is the newest act of the night's contest.
func (s *screen) lastAct() night.Recorded {
	s.t.Helper()
	acts, err := s.Night.File.History(s.inNight().ID)
	must(s.t, err)
	return acts[len(acts)-1]
}

func TestTheFirstVotesAskWhoActsOnce(t *testing.T) {
	s := at(t, unsignedNight(t))
	s.chord(shell.Ctrl, fyne.KeyTab)
	s.types("104\n")
	s.until("it is asked who acts", func() bool { return s.above() != nil })
	has(t, "sheet", words(s.above()), "Who writes?")
	s.types("163\n") // the next figure, by somebody who does not look up
	has(t, "sheet", words(s.above()), "Fill in a name.")
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "votes that nobody keyed", s.inNight().Candidates[0].Votes.Known(), false)
	equal(t, "what was typed", s.count.rows[0].cell.Digits(), "104")
	s.types("163\n")
	s.until("it is asked again", func() bool { return s.above() != nil })
	s.types("Ada Reporter\n")
	s.until("both figures are in the file", func() bool {
		c := s.inNight()
		return c.Candidates[0].Votes == election.Of(104) && c.Candidates[1].Votes == election.Of(163)
	})
	s.settle()
	equal(t, "author", s.lastAct().Author, s.Night.Author)
	equal(t, "author is one", s.Night.Author != "", true)
	equal(t, "focus on the next cell", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[2].cell), true)
	s.types("1\n")
	s.settle()
	equal(t, "asked once more", s.above() != nil, false)
}

func TestTheFirstStateAsksWhoActs(t *testing.T) {
	s := at(t, unsignedNight(t))
	s.chord(shell.CtrlShift, fyne.KeyN)
	s.types("Ada Reporter\n")
	s.settle()
	equal(t, "state", s.inNight().State, election.Verifying)
	equal(t, "author", s.lastAct().Author != "", true)
}

func TestWhoeverChangesTheNightIsAskedWhoActs(t *testing.T) {
	s := at(t, unsignedNight(t))
	for _, c := range menuCommands(s.Shell) {
		if c.Needs != shell.Signing {
			continue
		}
		s.chord(c.Mod, c.Key)
		if s.above() == nil || !strings.Contains(words(s.above()), "Who writes?") {
			t.Errorf("%s does not ask who acts", c.Words)
		}
		s.CloseOverlay()
	}
	s.chord(shell.Ctrl, fyne.KeySemicolon)
	s.types("Ada Reporter\n")
	s.until("the contests are listed", func() bool { return s.above() != nil && !strings.Contains(words(s.above()), "Who writes?") })
	s.CloseOverlay()
	s.chord(shell.Ctrl, fyne.KeyD)
	s.types("Hartlepool")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.until("the title is kept", func() bool { return s.Night.Details.Title == "Hartlepool" })
	acts, err := s.Night.File.History("details")
	must(t, err)
	equal(t, "author of the act", acts[len(acts)-1].Author, s.Night.Author)
}

func TestWhoJoinsFromOutsideActsWhereNobodyDoes(t *testing.T) {
	s := at(t, unsignedNight(t))
	id := ""
	s.Night.Act(func(n *night.Night) (err error) {
		id, err = n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		return err
	}, nil)
	s.settle()
	equal(t, "who acts", s.Night.Author, id)
}
