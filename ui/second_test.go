package ui

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// keysAgain keys the votes of Hartlepool and its papers into the cells from
// the first on, with what is another figure by surname or paper.
func keysAgain(s *screen, other map[string]string) {
	s.t.Helper()
	figure := func(name, right string) string {
		if f, ok := other[name]; ok {
			return f
		}
		return right
	}
	for i, k := range uitest.Hartlepool(s.t).Candidates {
		uitest.Equal(s.t, "row", s.count.contest.Candidates[i].Surname, k.Surname)
		s.Types(figure(k.Surname, k.Votes.String()))
		s.Keys(fyne.KeyReturn)
	}
	s.Types(figure("rejected", "182"))
	s.Keys(fyne.KeyReturn)
	s.Types(figure("verified", "30115"))
	s.Keys(fyne.KeyReturn)
}

// secret fails where anything in the window tells a figure of Hartlepool's
// first keying that was not typed again.
func secret(s *screen, when string, typed ...string) {
	s.t.Helper()
	shown := uitest.Words(s.Win.Canvas().Content()) + s.Told()
	if s.Above() != nil {
		shown += uitest.Words(s.Above())
	}
	uitest.See(s.Win.Canvas().Content(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.VoteCell:
			shown += "\n" + o.Digits()
		case *kit.Bar:
			s.t.Errorf("%s: a bar is shown", when)
		}
	})
	figures := []string{"182", "30,115", "30115", "29,933", "6,940", "51.9", "23.2", "42.3", "42.55"}
	for _, k := range uitest.Hartlepool(s.t).Candidates {
		figures = append(figures, k.Votes.String(), model.Digits(k.Votes))
	}
	for _, line := range strings.FieldsFunc(shown, func(r rune) bool { return strings.ContainsRune("\n :;%()", r) }) {
		for _, f := range figures {
			if strings.TrimRight(line, ".,") == f && !strings.Contains(" "+strings.Join(typed, " ")+" ", " "+f+" ") {
				s.t.Errorf("%s: the window shows %s", when, f)
			}
		}
	}
}

func TestSecondKeyingIsBlind(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Settle()
	secret(s, "when it begins")
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[0].cell), true)
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "0 of 16 keyed")
	s.Types("104")
	s.Keys(fyne.KeyReturn)
	s.Types("16")
	secret(s, "while typing", "104", "16")
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "2 of 16 keyed")

	// Esc puts back what was typed, which is nothing here.
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "after Esc", s.count.rows[1].cell.Digits(), "")

	// Nothing else tells: not the read-back, not the sheet of the papers, not a
	// declaration, not the removal of a candidate, not the Results screen.
	for what, do := range map[string]func(){
		"the read-back":     func() { s.Chord(shell.Ctrl, fyne.KeyR) },
		"the rejected":      func() { s.Chord(shell.CtrlShift, fyne.KeyR) },
		"the declaration":   func() { s.Chord(shell.CtrlShift, fyne.KeyD) },
		"the removal":       func() { s.Chord(shell.CtrlShift, fyne.KeyX) },
		"another colouring": func() { s.Chord(shell.Ctrl, fyne.KeyB) },
	} {
		do()
		secret(s, what, "104")
		if s.Above() != nil {
			t.Errorf("%s is shown", what)
			s.CloseOverlay()
		}
	}
	s.GoTo(s.results)
	s.Settle()
	secret(s, "the Results screen", "104")
	s.GoTo(s.desk)

	// An act from elsewhere shows nothing either.
	contest := s.count.contest.ID
	s.Night.Act(func(n *night.Night) error {
		return n.KeyVotes(s.Night.Author, contest, s.count.contest.Candidates[3].ID, election.Of(999))
	}, nil)
	s.Settle()
	secret(s, "after an act", "104")
	uitest.HasNot(t, "cell", s.count.rows[3].cell.Digits(), "999")
	uitest.Equal(t, "second in the file", s.InNight().Second == nil, true)
}

// Half a second keying outlives a crash, and is blind again at once.
func TestSecondKeyingComesBackBlind(t *testing.T) {
	path := uitest.KeyedNight(t)
	s := at(t, path)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	group := blindGroup(s.count.contest.ID)
	s.Until("its beginning is in the file", func() bool { return len(s.DraftsOf(group)) == 1 })
	s.end()
	s = at(t, path)
	secret(s, "brought back empty")
	s.Keys(fyne.KeyUp)
	s.Types("104")
	s.Keys(fyne.KeyReturn)
	s.Types("16")
	s.Until("the figures are in the file", func() bool { return len(s.DraftsOf(group)) == 3 })
	s.end()

	s = at(t, path)
	secret(s, "brought back", "104", "16")
	uitest.Equal(t, "first", s.count.rows[0].cell.Digits(), "104")
	uitest.Equal(t, "half-typed", s.count.rows[1].cell.Digits(), "16")
	uitest.Equal(t, "focus on the next empty", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[2].cell), true)
	s.Says("The second keying is back")

	s.Taps("Give up…")
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "What was keyed the second time is dropped.")
	s.Taps("Go on keying")
	uitest.Equal(t, "still blind", s.count.blind() != nil, true)
	s.Taps("Give up…")
	s.Taps("Drop it")
	s.Until("nothing is left of it in the file", func() bool { return len(s.DraftsOf(group)) == 0 })
	uitest.Equal(t, "first figures", s.count.rows[1].cell.Digits(), "163")
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Balanced.")
}

func TestSecondKeyingByAnotherAuthorThatAgrees(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.KeyAll(t, n, author)
		_, err := n.AddAuthor(author, blog.Author{Name: "Ben Checker", Initials: "BC"})
		uitest.Must(t, err)
	}))
	s.Chord(shell.CtrlShift, fyne.KeyA)
	s.Types("ben")
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	keysAgain(s, nil)
	s.Keys(fyne.KeyReturn) // the button that the last cell leads to
	s.Settle()
	s.Says("Both keyings agree.")
	second := s.InNight().Second
	if second == nil || len(second.Votes) != 16 || second.Rejected != election.Of(182) || second.Verified != election.Of(30115) || second.Author == s.Night.Authors[0].ID {
		t.Fatalf("second keying in the file: %+v", second)
	}
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Keyed a second time by Ben Checker, and both agree.")
	uitest.Equal(t, "look", s.count.look(), keyingLook)
	uitest.Equal(t, "drafts left", len(s.DraftsOf(blindGroup(s.count.contest.ID))), 0)
	settleChecks(s)
	uitest.Equal(t, "declaring asked", s.count.strip.asking, whetherToDeclare)
}

// What differs is shown on both sides and blocks the declaration until one of
// the two figures is taken, by one key each.
func TestWhatDiffersIsSettledByAKey(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyJ)
	// Lee's neighbour has Lee's votes and the other way round, and a paper is
	// another.
	keysAgain(s, map[string]string{"Killick": "2904", "Lee": "248", "Mortimer": "15592", "rejected": "183"})
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Settle()
	uitest.Equal(t, "look", s.count.look(), comparedLook)
	strip := uitest.Words(s.count.strip.box)
	uitest.Has(t, "strip", strip, "The second keying differs from the first:")
	uitest.Has(t, "strip", strip, "Jill Mortimer 15,529 and then 15,592")
	uitest.Has(t, "strip", strip, "Two neighbours are keyed the other way round the second time: Chris Killick 248 and Sam Lee 2,904.")
	for surname, want := range map[string]string{"Mortimer": "15529 ≠ 15,592", "Lee": "2904 ≠ 248", "Killick": "248 ≠ 2,904", "Williams": "8589 ✓"} {
		r := s.row(surname)
		uitest.Equal(t, surname, r.cell.Digits()+" "+r.second.Words(), want)
		uitest.Equal(t, "second of "+surname+" seen", r.second.Visible(), true)
	}
	uitest.Equal(t, "rejected", s.count.papers.again[0].Words(), "≠ 183")
	uitest.Equal(t, "verified", s.count.papers.again[1].Words(), "")
	uitest.Equal(t, "heads", s.count.heads.votes.Words()+" "+s.count.heads.share.Words(), "First Second")

	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Says("Not yet")
	s.Settle()
	uitest.Equal(t, "declared", s.InNight().State.IsDeclared(), false)

	s.Taps("Settle")
	uitest.Equal(t, "the first that differs", s.row("Killick").cell.HasFocus(), true)
	for i, step := range []struct{ at, key string }{{"Killick", "f"}, {"Lee", "F"}, {"Mortimer", "s"}} {
		if !s.row(step.at).cell.HasFocus() {
			t.Fatalf("step %d: the focus is not with %s", i+1, step.at)
		}
		s.Types(step.key)
		s.Settle()
	}
	uitest.Equal(t, "focus on the rejected papers", s.count.papers.cells[0].HasFocus(), true)
	s.Types("s")
	s.Settle()
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Keyed a second time by Ada Reporter, and both agree.")
	uitest.Equal(t, "look", s.count.look(), keyingLook)
	uitest.Equal(t, "kept", s.Votes("Lee")+" "+s.Votes("Killick"), "2,904 248")
	uitest.Equal(t, "taken", s.Votes("Mortimer")+" "+s.InNight().Rejected.String(), "15,592 183")
	for _, k := range election.Checks(s.InNight()) {
		if k.Code == election.SecondDiffers {
			t.Errorf("still: %s", k.Text)
		}
	}
	uitest.HasNot(t, "strip", uitest.Words(s.count.strip.box), "second keying differs")

	// A first figure that is keyed anew differs again, at the first digit.
	s.Focus(s.row("Jack").cell)
	s.Types("7")
	uitest.Equal(t, "look while typing", s.count.look(), comparedLook)
	uitest.Equal(t, "second", s.row("Jack").second.Words(), "≠ 72")
	// In a cell that does not differ F is a wrong character like any other.
	s.Keys(fyne.KeyEscape)
	s.Types("f")
	s.Says("“f” was left out")
}

func TestWhatIsLeftOutIsPointedOutOnceAndNotCompared(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Says("Nothing is keyed the second time yet.")
	s.Focus(s.row("Mortimer").cell)
	s.Types("15529")
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Says("Without a second figure: 15 candidates.")
	uitest.Equal(t, "focus on the first of them", s.count.rows[0].cell.HasFocus(), true)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Settle()
	s.Says("Both keyings agree.")
	uitest.Equal(t, "second votes", fmt.Sprint(len(s.InNight().Second.Votes)), "1")

	// Then it can be dropped, or made anew.
	s.Chord(shell.Ctrl, fyne.KeyJ)
	uitest.Has(t, "chooser", uitest.Words(s.Above()), "keyed a second time by Ada Reporter")
	s.Types("drop")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "second in the file", s.InNight().Second == nil, true)
}

// A second keying stays with its contest while another is on the desk.
func TestSecondKeyingStaysWithItsContest(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.KeyAll(t, n, author)
		other := uitest.Uncounted(t)
		other.Name, other.Code, other.Baselines = "Hartlepool mayor", "", nil
		uitest.Must(t, n.PutContests(author, "", []election.Contest{other}))
	}))
	first, second := s.Night.Contests[0].ID, s.Night.Contests[1].ID
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Types("104")
	s.Keys(fyne.KeyReturn)
	s.SetContest(second)
	s.Settle()
	uitest.Equal(t, "blind in the other", s.count.blind() != nil, false)
	uitest.Equal(t, "cell of the other", s.count.rows[0].cell.Digits(), "")
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Says("Key the votes once first")
	s.SetContest(first)
	secret(s, "back again at once", "104")
	uitest.Equal(t, "its cell", s.count.rows[0].cell.Digits(), "104")
	s.Settle()
	secret(s, "back again", "104")
}

// Where another desk declares meanwhile there is nothing left to hide.
func TestSecondKeyingEndsWithADeclarationFromElsewhere(t *testing.T) {
	path := uitest.KeyedNight(t)
	s := at(t, path)
	s.Chord(shell.Ctrl, fyne.KeyJ)
	s.Types("104")
	beside, err := night.OpenBeside(path, night.Options{})
	uitest.Must(t, err)
	defer beside.Close()
	declareAll(t)(beside, s.Night.Author)
	s.Until("the declaration is shown", func() bool { return s.count.contest.State.IsDeclared() })
	s.Settle()
	uitest.Equal(t, "look", s.count.look(), declaredLook)
	uitest.Equal(t, "votes", s.row("Mortimer").votes.Words(), "15,529")
	s.Until("nothing is left of it in the file", func() bool { return len(s.DraftsOf(blindGroup(s.count.contest.ID))) == 0 })
}
