package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// listIn is the list that fills the view over the window.
func listIn(s *screen) *kit.List {
	s.t.Helper()
	var list *kit.List
	uitest.See(s.Above(), func(o fyne.CanvasObject) {
		if l, ok := o.(*kit.List); ok {
			list = l
		}
	})
	if list == nil {
		s.t.Fatalf("no list lies over the window; it says %q", s.Told())
	}
	return list
}

// linesOf are the lines of such a list, each with its parts in the order of
// the screen.
func linesOf(s *screen) []string {
	s.t.Helper()
	list := listIn(s)
	var out []string
	for i := range list.Len() {
		row := list.Create()
		list.Update(i, row)
		line := ""
		uitest.See(row, func(o fyne.CanvasObject) {
			if text, ok := o.(*kit.Text); ok && text.Words() != "" {
				line += " " + text.Words()
			}
		})
		out = append(out, strings.TrimSpace(line))
	}
	return out
}

func TestReadBackGoesThroughTheSheetLineByLine(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Focus(s.row("Lee").cell)
	s.Types("2905") // read back as typed
	s.Chord(shell.Ctrl, fyne.KeyR)
	s.Settle()
	uitest.Has(t, "view", uitest.Words(s.Above()), "Read-back: Hartlepool")
	uitest.Has(t, "view", uitest.Words(s.Above()), "16 candidates in ballot-paper order, not public.")
	lines := linesOf(s)
	for i, want := range map[int]string{
		0: "1 Bettney, David SDP 104", 9: "10 Lee, Sam Ind 2,905", 11: "12 Mortimer, Jill Con · elected ✔ 15,529", 15: "16 Williams, Paul Lab 8,589",
		16: "Valid votes 29,934", 17: "Rejected papers 182", 18: "Papers counted valid and rejected 30,116", 19: "Papers verified 30,115",
		20: "Electorate 70,768", 21: "Turnout by ballot papers 42.55%", 22: "Majority Jill Mortimer over Paul Williams 6,940",
	} {
		uitest.Equal(t, fmt.Sprint("line ", i+1), lines[i], want)
	}
	uitest.Equal(t, "lines", len(lines), 23)
	at := func() int { return listIn(s).Selection() }
	uitest.Equal(t, "line at hand", at(), 0)
	s.Keys(fyne.KeyDown, fyne.KeyDown)
	uitest.Equal(t, "after ↓ ↓", at(), 2)
	s.Keys(fyne.KeyUp, fyne.KeyReturn, fyne.KeyReturn)
	uitest.Equal(t, "after ↑ and Enter twice", at(), 3)
	s.Keys(fyne.KeyEnd, fyne.KeyDown)
	uitest.Equal(t, "at the end", at(), 22)
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "over the window after Esc", s.Above() == nil, true)
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.row("Lee").cell), true)
}

func TestReadBackOfWhatIsNotKeyedSaysSo(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.KeyR)
	lines := linesOf(s)
	uitest.Equal(t, "first", lines[0], "1 Bettney, David SDP not keyed")
	uitest.Equal(t, "last", lines[len(lines)-1], "Majority not keyed")
	for _, l := range lines {
		uitest.HasNot(t, "line", l, " 0")
	}
}

// Rejected papers are read back by ground where the grounds are known, and a
// ward has no papers counted.
func TestReadBackOfAWard(t *testing.T) {
	s := at(t, wardNight(t, nil, func(n *night.Night, author string) {
		c := uitest.OnlyContest(t, n)
		p := papersOf(c)
		p.Headings.TooMany, p.Headings.Uncertain = election.Of(12), election.Of(5)
		uitest.Must(t, n.KeyPapers(author, c.ID, p))
	}))
	s.Chord(shell.Ctrl, fyne.KeyR)
	lines := strings.Join(linesOf(s), "\n")
	for _, want := range []string{"Votes cast for 3 seats 6,579", "Rejected papers 17", "Rejected for voting for more candidates than allowed 12",
		"Rejected unmarked or void for uncertainty 5", "Papers verified 2,848", "Majority Sue Knowles over Margaret Beard 190"} {
		uitest.Has(t, "lines", lines, want)
	}
	uitest.HasNot(t, "lines", lines, "Papers counted")
}

// Thirty-four have stood in one seat: the list scrolls with the line at hand,
// in the smallest window too.
func TestReadBackOfThirtyFour(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(uitest.NightWith(t, []election.Contest{thirtyFour(t)}, nil))
	s.Chord(shell.Ctrl, fyne.KeyR)
	uitest.Equal(t, "lines", len(linesOf(s)), 34+6)
	for range 33 {
		s.Keys(fyne.KeyDown)
	}
	uitest.Equal(t, "line at hand", listIn(s).Selection(), 33)
	uitest.Has(t, "in sight", uitest.Words(s.Above()), s.count.contest.Candidates[33].BallotName())
	nothingCutIn(t, s, s.Above(), "the read-back")
}

// thirtyFour is a contest of thirty-four candidates, the last eighteen of them
// independents with long names.
func thirtyFour(t testing.TB) election.Contest {
	c := uitest.Uncounted(t)
	for i := range 18 {
		c.Candidates = append(c.Candidates, election.Candidate{Forenames: "Bartholomew Montgomery", Surname: fmt.Sprintf("Featherstonehaugh-Cholmondeley %c", 'A'+i), Party: election.Party{Name: "Independent", Short: "Ind"}})
	}
	return c
}
