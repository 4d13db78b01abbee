package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// unsignedNight is a night with its contest and nobody to act.
func unsignedNight(t testing.TB) string {
	t.Helper()
	uitest.Home(t)
	path := t.TempDir() + "/unsigned.night"
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Zone: "Europe/London"}, night.Options{})
	uitest.Must(t, err)
	uitest.Must(t, n.PutContests("", "", []election.Contest{uitest.Uncounted(t)}))
	uitest.Must(t, n.Close())
	return path
}

// lastAct is the newest act of the night's contest.
func (s *screen) lastAct() night.Recorded {
	s.t.Helper()
	acts, err := s.Night.File.History(s.InNight().ID)
	uitest.Must(s.t, err)
	return acts[len(acts)-1]
}

func TestTheFirstVotesAskWhoActsOnce(t *testing.T) {
	s := at(t, unsignedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyTab)
	s.Types("104\n")
	s.Until("it is asked who acts", func() bool { return s.Above() != nil })
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Who writes?")
	s.Types("163\n") // the next figure, by somebody who does not look up
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Fill in a name.")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "votes that nobody keyed", s.InNight().Candidates[0].Votes.Known(), false)
	uitest.Equal(t, "what was typed", s.count.rows[0].cell.Digits(), "104")
	s.Types("163\n")
	s.Until("it is asked again", func() bool { return s.Above() != nil })
	s.Types("Ada Reporter\n")
	s.Until("both figures are in the file", func() bool {
		c := s.InNight()
		return c.Candidates[0].Votes == election.Of(104) && c.Candidates[1].Votes == election.Of(163)
	})
	s.Settle()
	uitest.Equal(t, "author", s.lastAct().Author, s.Night.Author)
	uitest.Equal(t, "author is one", s.Night.Author != "", true)
	uitest.Equal(t, "focus on the next cell", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[2].cell), true)
	s.Types("1\n")
	s.Settle()
	uitest.Equal(t, "asked once more", s.Above() != nil, false)
}

func TestTheFirstStateAsksWhoActs(t *testing.T) {
	s := at(t, unsignedNight(t))
	s.Chord(shell.CtrlShift, fyne.KeyN)
	s.Types("Ada Reporter\n")
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Verifying)
	uitest.Equal(t, "author", s.lastAct().Author != "", true)
}

func TestWhoeverChangesTheNightIsAskedWhoActs(t *testing.T) {
	s := at(t, unsignedNight(t))
	for _, c := range uitest.MenuCommands(s.Shell) {
		if c.Needs != shell.Signing {
			continue
		}
		s.Chord(c.Mod, c.Key)
		if s.Above() == nil || !strings.Contains(uitest.Words(s.Above()), "Who writes?") {
			t.Errorf("%s does not ask who acts", c.Words)
		}
		s.CloseOverlay()
	}
	s.Chord(shell.Ctrl, fyne.KeySemicolon)
	s.Types("Ada Reporter\n")
	s.Until("the contests are listed", func() bool { return s.Above() != nil && !strings.Contains(uitest.Words(s.Above()), "Who writes?") })
	s.CloseOverlay()
	s.Chord(shell.Ctrl, fyne.KeyD)
	s.Types("Hartlepool")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Until("the title is kept", func() bool { return s.Night.Details.Title == "Hartlepool" })
	acts, err := s.Night.File.History("details")
	uitest.Must(t, err)
	uitest.Equal(t, "author of the act", acts[len(acts)-1].Author, s.Night.Author)
}

func TestWhoJoinsFromOutsideActsWhereNobodyDoes(t *testing.T) {
	s := at(t, unsignedNight(t))
	id := ""
	s.Night.Act(func(n *night.Night) (err error) {
		id, err = n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		return err
	}, nil)
	s.Settle()
	uitest.Equal(t, "who acts", s.Night.Author, id)
}
