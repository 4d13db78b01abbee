package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// everyFlag sets a flag of each kind.
func everyFlag(t testing.TB, n *night.Night, author, contest string) {
	for _, kind := range election.FlagKinds {
		uitest.Must(t, n.SetFlag(author, contest, election.Flag{Kind: kind, Words: "Con ahead by about 6,000, and both agents agree that it will not be close", Source: "the Press Association", Public: kind == election.Rush}))
	}
}

// differing keys the contest a second time, with one figure another.
func differing(t testing.TB, n *night.Night, author string) {
	c := uitest.OnlyContest(t, n)
	k := election.Keying{Votes: map[string]election.Count{}, Rejected: election.Of(1234)}
	for i, x := range c.Candidates {
		k.Votes[x.ID] = election.Of(x.Votes.Or(0) + i%2)
	}
	uitest.Must(t, n.KeySecond(author, c.ID, k))
}

// Every look of the count, and every view over it, in every size of window.
func TestNothingOfTheCountIsCut(t *testing.T) {
	nights := map[string]string{
		"sixteen that differ": uitest.NightOf(t, func(n *night.Night, author string) {
			uitest.KeyAll(t, n, author)
			differing(t, n, author)
			everyFlag(t, n, author, uitest.OnlyContest(t, n).ID)
		}),
		"thirty-four that differ": uitest.NightWith(t, []election.Contest{thirtyFour(t)}, func(n *night.Night, author string) {
			c := uitest.OnlyContest(t, n)
			for i, k := range c.Candidates {
				uitest.Must(t, n.KeyVotes(author, c.ID, k.ID, election.Of(1000+i)))
			}
			differing(t, n, author)
		}),
		"corrected":       correctedNight(t),
		"a ward declared": wardNight(t, nil, declareAll(t)),
		"a ward unopposed": wardNight(t, func(c *election.Contest) { c.Candidates = c.Candidates[:3] }, func(n *night.Night, author string) {
			uitest.Must(t, n.SetState(author, uitest.OnlyContest(t, n).ID, election.Uncontested))
		}),
	}
	for name, path := range nights {
		for _, size := range []fyne.Size{{Width: 1366, Height: 690}, {Width: 1050, Height: 590}, {Width: 1024, Height: 700}} {
			s := newScreen(t, size.Width, size.Height)
			s.opens(path)
			when := fmt.Sprintf("%s at %.0f×%.0f", name, size.Width, size.Height)
			s.showHalf(countHalf)
			nothingCut(t, s, when)
			for _, view := range []struct {
				name string
				mod  fyne.KeyModifier
				key  fyne.KeyName
			}{{"read-back", shell.Ctrl, fyne.KeyR}, {"course", shell.CtrlShift, fyne.KeyH}, {"revisions", shell.CtrlShift, fyne.KeyZ}} {
				s.Chord(view.mod, view.key)
				s.Settle()
				if s.Above() != nil {
					nothingCutIn(t, s, s.Above(), when+", "+view.name)
					s.CloseOverlay()
				}
			}
			s.Chord(shell.Ctrl, fyne.KeyJ)
			if s.Above() != nil {
				s.Keys(fyne.KeyReturn) // key it once more
			}
			nothingCut(t, s, when+", blind")
			if s.count.blind() != nil {
				s.Pastes(column(t))
				nothingCutIn(t, s, s.Above(), when+", a block")
				s.CloseOverlay()
			}
			s.end()
		}
	}
}

// declareAll answers what the checks ask and declares.
func declareAll(t testing.TB) func(*night.Night, string) {
	return func(n *night.Night, author string) {
		c := uitest.OnlyContest(t, n)
		for _, k := range election.Checks(c) {
			uitest.Must(t, n.AnswerCheck(author, c.ID, election.Answer{Code: k.Code, Figures: k.Figures, Reason: "It stands."}))
		}
		uitest.Must(t, n.Declare(author, c.ID))
	}
}

// In a narrow window what is asked of the count is seen, wherever one was.
func TestDeclaringShowsTheCountInANarrowWindow(t *testing.T) {
	s := newScreen(t, 1050, 590)
	s.opens(uitest.KeyedNight(t))
	for _, ask := range []struct {
		what string
		mod  fyne.KeyModifier
		key  fyne.KeyName
	}{{"declaring", shell.CtrlShift, fyne.KeyD}, {"a second keying", shell.Ctrl, fyne.KeyJ}} {
		s.GoTo(s.charts)
		s.desk.half = blogHalf
		s.Chord(ask.mod, ask.key)
		uitest.Equal(t, ask.what+": the desk is shown", s.Showing(s.desk), true)
		uitest.Equal(t, ask.what+": the count is shown", s.desk.halves.Objects[0].Visible(), true)
	}
}

// Without a baseline there is no column of changes, and the names have its
// room.
func TestNamesHaveTheRoomOfChangesThatThereAreNot(t *testing.T) {
	room := func(compared bool) float32 {
		c := uitest.Uncounted(t)
		if !compared {
			c.Baselines = nil
		}
		s := at(t, uitest.NightWith(t, []election.Contest{c}, func(n *night.Night, author string) {
			uitest.KeyAll(t, n, author)
			declareAll(t)(n, author)
		}))
		r := s.row("Mortimer")
		end := r.votes.Position().X
		if got := s.count.heads.votes.Position().X; got != end {
			t.Errorf("compared %v: the head of the votes begins at %v, the votes at %v", compared, got, end)
		}
		return end
	}
	with, without := room(true), room(false)
	uitest.Equal(t, "room gained", without-with, changeWidth)
}
