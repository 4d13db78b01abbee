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

// correctedNight is a night whose contest was declared and then corrected.
func correctedNight(t testing.TB) string {
	t.Helper()
	return uitest.DeclaredNight(t, func(n *night.Night, author string) {
		c := uitest.OnlyContest(t, n)
		votes := map[string]election.Count{}
		for _, k := range c.Candidates {
			switch k.Surname {
			case "Lee":
				votes[k.ID] = election.Of(2895)
			case "Williams":
				votes[k.ID] = election.Of(8598)
			}
		}
		uitest.Must(t, n.CorrectResult(author, c.ID, "Two digits were read out the wrong way round", "Acting returning officer, in the hall", votes, nil))
	})
}

func TestRevisionsStandSideBySide(t *testing.T) {
	s := at(t, correctedNight(t))
	uitest.Has(t, "badge", uitest.Words(s.count.head.badge), "CORRECTED (REVISION 2) ")
	uitest.Has(t, "head", s.count.head.about.Words(), "Ada Reporter · declared ")
	s.Chord(shell.CtrlShift, fyne.KeyZ)
	s.Settle()
	shown := uitest.Words(s.Above())
	for _, want := range []string{"Revisions: Hartlepool", "Two digits were read out the wrong way round",
		"Source: Acting returning officer, in the hall. By Ada Reporter.", "Revision 1, declared ", "Revision 2, corrected "} {
		uitest.Has(t, "view", shown, want)
	}
	lines := strings.Join(linesOf(s), "\n")
	for _, want := range []string{"Lee, Sam Ind 2,904 2,895", "Williams, Paul Lab 8,589 8,598", "Mortimer, Jill Con 15,529 15,529", "Valid votes 29,933 29,933", "Majority 6,940 6,931", "Elected Mortimer Mortimer"} {
		uitest.Has(t, "lines", lines, want)
	}
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "over the window", s.Above() == nil, true)
}

func TestEveryRevisionCanBeReached(t *testing.T) {
	s := at(t, correctedNight(t))
	lee := s.count.contest.Candidates[9].ID
	uitest.Must(t, s.Night.File.CorrectResult(s.Night.Author, s.count.contest.ID, "Once more", "The officer", map[string]election.Count{lee: election.Of(2896)}, nil))
	s.Chord(shell.CtrlShift, fyne.KeyZ)
	s.Settle()
	uitest.Has(t, "newest pair", uitest.Words(s.Above()), "Once more")
	uitest.Has(t, "newest pair", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,895 2,896")
	s.Keys(fyne.KeyLeft)
	uitest.Has(t, "pair before", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,904 2,895")
	s.Keys(fyne.KeyLeft)
	uitest.Has(t, "still", uitest.Words(s.Above()), "Two digits")
	s.Keys(fyne.KeyRight, fyne.KeyRight)
	uitest.Has(t, "newest again", uitest.Words(s.Above()), "Once more")
}

func TestADeclarationIsTakenBackWithAReason(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyU)
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Say why")
	s.Types("Declared by mistake")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Provisional)
	acts, err := s.Night.File.History(s.count.contest.ID)
	uitest.Must(t, err)
	uitest.Equal(t, "reason", acts[len(acts)-1].Reason, "Declared by mistake")
	uitest.Has(t, "badge", uitest.Words(s.count.head.badge), "PROVISIONAL")
	uitest.Equal(t, "keyed again", s.count.look(), keyingLook)
	s.Chord(shell.CtrlShift, fyne.KeyU)
	s.Says("Nothing is declared here")
	s.Chord(shell.CtrlShift, fyne.KeyZ)
	s.Settle()
	uitest.Has(t, "what was declared", uitest.Words(s.Above()), "Revision 1, declared ")
}

func TestACandidateIsRemovedOnceThatIsConfirmed(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Unfocus()
	s.Chord(shell.CtrlShift, fyne.KeyX)
	s.Says("Go to a candidate's vote cell first")
	s.Focus(s.row("Lee").cell)
	s.Chord(shell.CtrlShift, fyne.KeyX)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Remove Sam Lee?")
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "the 2,904 votes keyed for them")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "candidates after Esc", len(s.InNight().Candidates), 16)
	s.Chord(shell.CtrlShift, fyne.KeyX)
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "candidates", len(s.InNight().Candidates), 15)
	uitest.Equal(t, "rows", len(s.count.rows), 15)
	uitest.Equal(t, "votes of the next", s.row("Martin").cell.Digits(), "468")
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	uitest.Equal(t, "votes after undo", s.Votes("Lee"), "2,904")
	uitest.Equal(t, "cell after undo", s.row("Lee").cell.Digits(), "2904")
}

// A night that can only be read has every view and no way to change it.
func TestReadOnlyNightsHaveTheViewsAndNoMore(t *testing.T) {
	path := correctedNight(t)
	n, err := night.Open(path, night.Options{}) // another desk has it
	uitest.Must(t, err)
	defer n.Close()
	s := at(t, path)
	if s.Night.ReadOnly == "" {
		t.Fatal("the night can be changed")
	}
	s.Chord(shell.Ctrl, fyne.KeyR)
	uitest.Has(t, "read-back", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,895")
	uitest.Has(t, "read-back", uitest.Words(s.Above()), "as corrected, revision 2")
	s.Keys(fyne.KeyEscape)
	s.Chord(shell.CtrlShift, fyne.KeyH)
	s.Settle()
	uitest.Has(t, "course", strings.Join(linesOf(s), "\n"), "Corrected (revision 2) Ada Reporter")
	s.Keys(fyne.KeyEscape)
	s.Chord(shell.CtrlShift, fyne.KeyZ)
	s.Settle()
	uitest.Has(t, "revisions", strings.Join(linesOf(s), "\n"), "Majority 6,940 6,931")
	s.Keys(fyne.KeyEscape)
	for _, c := range uitest.MenuCommands(s.Shell) {
		if c.Menu == "Count" && c.Needs >= shell.Writing {
			s.Chord(c.Mod, c.Key)
			if s.Above() != nil || s.count.strip.busy() || s.count.blind() != nil || s.count.correcting {
				t.Errorf("%q is offered", c.Words)
			}
		}
	}
	for _, r := range s.count.rows {
		if r.cell.Visible() {
			t.Errorf("%s has a cell", r.name.Words())
		}
	}
	uitest.Equal(t, "the button of the head", s.count.head.action.Visible(), false)
	uitest.HasNot(t, "badge", uitest.Words(s.count.head.badge), "▾")
	uitest.Equal(t, "revision in the file", s.InNight().Revision, 2)
}
