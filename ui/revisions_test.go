package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// correctedNight is a night whose contest was declared and then corrected.
func correctedNight(t testing.TB) string {
	t.Helper()
	return declaredNight(t, func(n *night.Night, author string) {
		c := onlyContest(t, n)
		votes := map[string]election.Count{}
		for _, k := range c.Candidates {
			switch k.Surname {
			case "Lee":
				votes[k.ID] = election.Of(2895)
			case "Williams":
				votes[k.ID] = election.Of(8598)
			}
		}
		must(t, n.CorrectResult(author, c.ID, "Two digits were read out the wrong way round", "Acting returning officer, in the hall", votes, nil))
	})
}

func TestRevisionsStandSideBySide(t *testing.T) {
	s := at(t, correctedNight(t))
	has(t, "badge", words(s.count.head.badge), "CORRECTED (REVISION 2) ")
	has(t, "head", s.count.head.about.Words(), "Ada Reporter · declared ")
	s.chord(shell.CtrlShift, fyne.KeyZ)
	s.settle()
	shown := words(s.above())
	for _, want := range []string{"Revisions: Hartlepool", "Two digits were read out the wrong way round",
		"Source: Acting returning officer, in the hall. By Ada Reporter.", "Revision 1, declared ", "Revision 2, corrected "} {
		has(t, "view", shown, want)
	}
	lines := strings.Join(linesOf(s), "\n")
	for _, want := range []string{"Lee, Sam Ind 2,904 2,895", "Williams, Paul Lab 8,589 8,598", "Mortimer, Jill Con 15,529 15,529", "Valid votes 29,933 29,933", "Majority 6,940 6,931", "Elected Mortimer Mortimer"} {
		has(t, "lines", lines, want)
	}
	s.keys(fyne.KeyEscape)
	equal(t, "over the window", s.above() == nil, true)
}

func TestEveryRevisionCanBeReached(t *testing.T) {
	s := at(t, correctedNight(t))
	lee := s.count.contest.Candidates[9].ID
	must(t, s.Night.File.CorrectResult(s.Night.Author, s.count.contest.ID, "Once more", "The officer", map[string]election.Count{lee: election.Of(2896)}, nil))
	s.chord(shell.CtrlShift, fyne.KeyZ)
	s.settle()
	has(t, "newest pair", words(s.above()), "Once more")
	has(t, "newest pair", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,895 2,896")
	s.keys(fyne.KeyLeft)
	has(t, "pair before", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,904 2,895")
	s.keys(fyne.KeyLeft)
	has(t, "still", words(s.above()), "Two digits")
	s.keys(fyne.KeyRight, fyne.KeyRight)
	has(t, "newest again", words(s.above()), "Once more")
}

func TestADeclarationIsTakenBackWithAReason(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyU)
	s.keys(fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "Say why")
	s.types("Declared by mistake")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "state", s.inNight().State, election.Provisional)
	acts, err := s.Night.File.History(s.count.contest.ID)
	must(t, err)
	equal(t, "reason", acts[len(acts)-1].Reason, "Declared by mistake")
	has(t, "badge", words(s.count.head.badge), "PROVISIONAL")
	equal(t, "keyed again", s.count.look(), keyingLook)
	s.chord(shell.CtrlShift, fyne.KeyU)
	s.says("Nothing is declared here")
	s.chord(shell.CtrlShift, fyne.KeyZ)
	s.settle()
	has(t, "what was declared", words(s.above()), "Revision 1, declared ")
}

func TestACandidateIsRemovedOnceThatIsConfirmed(t *testing.T) {
	s := at(t, keyedNight(t))
	s.Unfocus()
	s.chord(shell.CtrlShift, fyne.KeyX)
	s.says("Go to a candidate's vote cell first")
	s.Focus(s.row("Lee").cell)
	s.chord(shell.CtrlShift, fyne.KeyX)
	has(t, "sheet", words(s.above()), "Remove Sam Lee?")
	has(t, "sheet", words(s.above()), "the 2,904 votes keyed for them")
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "candidates after Esc", len(s.inNight().Candidates), 16)
	s.chord(shell.CtrlShift, fyne.KeyX)
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "candidates", len(s.inNight().Candidates), 15)
	equal(t, "rows", len(s.count.rows), 15)
	equal(t, "votes of the next", s.row("Martin").cell.Digits(), "468")
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	equal(t, "votes after undo", s.votes("Lee"), "2,904")
	equal(t, "cell after undo", s.row("Lee").cell.Digits(), "2904")
}

// A night that can only be read has every view and no way to change it.
func TestReadOnlyNightsHaveTheViewsAndNoMore(t *testing.T) {
	path := correctedNight(t)
	n, err := night.Open(path, night.Options{}) // another desk has it
	must(t, err)
	defer n.Close()
	s := at(t, path)
	if s.Night.ReadOnly == "" {
		t.Fatal("the night can be changed")
	}
	s.chord(shell.Ctrl, fyne.KeyR)
	has(t, "read-back", strings.Join(linesOf(s), "\n"), "Lee, Sam Ind 2,895")
	has(t, "read-back", words(s.above()), "as corrected, revision 2")
	s.keys(fyne.KeyEscape)
	s.chord(shell.CtrlShift, fyne.KeyH)
	s.settle()
	has(t, "course", strings.Join(linesOf(s), "\n"), "Corrected (revision 2) Ada Reporter")
	s.keys(fyne.KeyEscape)
	s.chord(shell.CtrlShift, fyne.KeyZ)
	s.settle()
	has(t, "revisions", strings.Join(linesOf(s), "\n"), "Majority 6,940 6,931")
	s.keys(fyne.KeyEscape)
	for _, c := range menuCommands(s.Shell) {
		if c.Menu == "Count" && c.Needs >= shell.Writing {
			s.chord(c.Mod, c.Key)
			if s.above() != nil || s.count.strip.busy() || s.count.blind() != nil || s.count.correcting {
				t.Errorf("%q is offered", c.Words)
			}
		}
	}
	for _, r := range s.count.rows {
		if r.cell.Visible() {
			t.Errorf("%s has a cell", r.name.Words())
		}
	}
	equal(t, "the button of the head", s.count.head.action.Visible(), false)
	hasNot(t, "badge", words(s.count.head.badge), "▾")
	equal(t, "revision in the file", s.inNight().Revision, 2)
}
