package ui

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
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
	for i, k := range hartlepool(s.t).Candidates {
		equal(s.t, "row", s.count.contest.Candidates[i].Surname, k.Surname)
		s.types(figure(k.Surname, k.Votes.String()))
		s.keys(fyne.KeyReturn)
	}
	s.types(figure("rejected", "182"))
	s.keys(fyne.KeyReturn)
	s.types(figure("verified", "30115"))
	s.keys(fyne.KeyReturn)
}

// secret fails where anything in the window tells a figure of Hartlepool's
// first keying that was not typed again.
func secret(s *screen, when string, typed ...string) {
	s.t.Helper()
	shown := words(s.Win.Canvas().Content()) + s.told()
	if s.above() != nil {
		shown += words(s.above())
	}
	see(s.Win.Canvas().Content(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.VoteCell:
			shown += "\n" + o.Digits()
		case *kit.Bar:
			s.t.Errorf("%s: a bar is shown", when)
		}
	})
	figures := []string{"182", "30,115", "30115", "29,933", "6,940", "51.9", "23.2", "42.3", "42.55"}
	for _, k := range hartlepool(s.t).Candidates {
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
	s := at(t, keyedNight(t))
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.settle()
	secret(s, "when it begins")
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[0].cell), true)
	has(t, "strip", words(s.count.strip.box), "0 of 16 keyed")
	s.types("104")
	s.keys(fyne.KeyReturn)
	s.types("16")
	secret(s, "while typing", "104", "16")
	has(t, "strip", words(s.count.strip.box), "2 of 16 keyed")

	// Esc puts back what was typed, which is nothing here.
	s.keys(fyne.KeyEscape)
	equal(t, "after Esc", s.count.rows[1].cell.Digits(), "")

	// Nothing else tells: not the read-back, not the sheet of the papers, not a
	// declaration, not the removal of a candidate, not the Results screen.
	for what, do := range map[string]func(){
		"the read-back":     func() { s.chord(shell.Ctrl, fyne.KeyR) },
		"the rejected":      func() { s.chord(shell.CtrlShift, fyne.KeyR) },
		"the declaration":   func() { s.chord(shell.CtrlShift, fyne.KeyD) },
		"the removal":       func() { s.chord(shell.CtrlShift, fyne.KeyX) },
		"another colouring": func() { s.chord(shell.Ctrl, fyne.KeyB) },
	} {
		do()
		secret(s, what, "104")
		if s.above() != nil {
			t.Errorf("%s is shown", what)
			s.CloseOverlay()
		}
	}
	s.GoTo(s.results)
	s.settle()
	secret(s, "the Results screen", "104")
	s.GoTo(s.desk)

	// An act from elsewhere shows nothing either.
	contest := s.count.contest.ID
	s.Night.Act(func(n *night.Night) error {
		return n.KeyVotes(s.Night.Author, contest, s.count.contest.Candidates[3].ID, election.Of(999))
	}, nil)
	s.settle()
	secret(s, "after an act", "104")
	hasNot(t, "cell", s.count.rows[3].cell.Digits(), "999")
	equal(t, "second in the file", s.inNight().Second == nil, true)
}

// Half a second keying outlives a crash, and is blind again at once.
func TestSecondKeyingComesBackBlind(t *testing.T) {
	path := keyedNight(t)
	s := at(t, path)
	s.chord(shell.Ctrl, fyne.KeyJ)
	group := blindGroup(s.count.contest.ID)
	s.until("its beginning is in the file", func() bool { return len(s.draftsOf(group)) == 1 })
	s.end()
	s = at(t, path)
	secret(s, "brought back empty")
	s.keys(fyne.KeyUp)
	s.types("104")
	s.keys(fyne.KeyReturn)
	s.types("16")
	s.until("the figures are in the file", func() bool { return len(s.draftsOf(group)) == 3 })
	s.end()

	s = at(t, path)
	secret(s, "brought back", "104", "16")
	equal(t, "first", s.count.rows[0].cell.Digits(), "104")
	equal(t, "half-typed", s.count.rows[1].cell.Digits(), "16")
	equal(t, "focus on the next empty", s.Win.Canvas().Focused() == fyne.Focusable(s.count.rows[2].cell), true)
	s.says("The second keying is back")

	s.taps("Give up…")
	has(t, "strip", words(s.count.strip.box), "What was keyed the second time is dropped.")
	s.taps("Go on keying")
	equal(t, "still blind", s.count.blind() != nil, true)
	s.taps("Give up…")
	s.taps("Drop it")
	s.until("nothing is left of it in the file", func() bool { return len(s.draftsOf(group)) == 0 })
	equal(t, "first figures", s.count.rows[1].cell.Digits(), "163")
	has(t, "strip", words(s.count.strip.box), "Balanced.")
}

func TestSecondKeyingByAnotherAuthorThatAgrees(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		keyAll(t, n, author)
		_, err := n.AddAuthor(author, blog.Author{Name: "Ben Checker", Initials: "BC"})
		must(t, err)
	}))
	s.chord(shell.CtrlShift, fyne.KeyA)
	s.types("ben")
	s.keys(fyne.KeyReturn)
	s.chord(shell.Ctrl, fyne.KeyJ)
	keysAgain(s, nil)
	s.keys(fyne.KeyReturn) // the button that the last cell leads to
	s.settle()
	s.says("Both keyings agree.")
	second := s.inNight().Second
	if second == nil || len(second.Votes) != 16 || second.Rejected != election.Of(182) || second.Verified != election.Of(30115) || second.Author == s.Night.Authors[0].ID {
		t.Fatalf("second keying in the file: %+v", second)
	}
	has(t, "strip", words(s.count.strip.box), "Keyed a second time by Ben Checker, and both agree.")
	equal(t, "look", s.count.look(), keyingLook)
	equal(t, "drafts left", len(s.draftsOf(blindGroup(s.count.contest.ID))), 0)
	settleChecks(s)
	equal(t, "declaring asked", s.count.strip.asking, whetherToDeclare)
}

// What differs is shown on both sides and blocks the declaration until one of
// the two figures is taken, by one key each.
func TestWhatDiffersIsSettledByAKey(t *testing.T) {
	s := at(t, keyedNight(t))
	s.chord(shell.Ctrl, fyne.KeyJ)
	// Lee's neighbour has Lee's votes and the other way round, and a paper is
	// another.
	keysAgain(s, map[string]string{"Killick": "2904", "Lee": "248", "Mortimer": "15592", "rejected": "183"})
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.settle()
	equal(t, "look", s.count.look(), comparedLook)
	strip := words(s.count.strip.box)
	has(t, "strip", strip, "The second keying differs from the first:")
	has(t, "strip", strip, "Jill Mortimer 15,529 and then 15,592")
	has(t, "strip", strip, "Two neighbours are keyed the other way round the second time: Chris Killick 248 and Sam Lee 2,904.")
	for surname, want := range map[string]string{"Mortimer": "15529 ≠ 15,592", "Lee": "2904 ≠ 248", "Killick": "248 ≠ 2,904", "Williams": "8589 ✓"} {
		r := s.row(surname)
		equal(t, surname, r.cell.Digits()+" "+r.second.Words(), want)
		equal(t, "second of "+surname+" seen", r.second.Visible(), true)
	}
	equal(t, "rejected", s.count.papers.again[0].Words(), "≠ 183")
	equal(t, "verified", s.count.papers.again[1].Words(), "")
	equal(t, "heads", s.count.heads.votes.Words()+" "+s.count.heads.share.Words(), "First Second")

	s.chord(shell.CtrlShift, fyne.KeyD)
	s.says("Not yet")
	s.settle()
	equal(t, "declared", s.inNight().State.IsDeclared(), false)

	s.taps("Settle")
	equal(t, "the first that differs", s.row("Killick").cell.HasFocus(), true)
	for i, step := range []struct{ at, key string }{{"Killick", "f"}, {"Lee", "F"}, {"Mortimer", "s"}} {
		if !s.row(step.at).cell.HasFocus() {
			t.Fatalf("step %d: the focus is not with %s", i+1, step.at)
		}
		s.types(step.key)
		s.settle()
	}
	equal(t, "focus on the rejected papers", s.count.papers.cells[0].HasFocus(), true)
	s.types("s")
	s.settle()
	has(t, "strip", words(s.count.strip.box), "Keyed a second time by Ada Reporter, and both agree.")
	equal(t, "look", s.count.look(), keyingLook)
	equal(t, "kept", s.votes("Lee")+" "+s.votes("Killick"), "2,904 248")
	equal(t, "taken", s.votes("Mortimer")+" "+s.inNight().Rejected.String(), "15,592 183")
	for _, k := range election.Checks(s.inNight()) {
		if k.Code == election.SecondDiffers {
			t.Errorf("still: %s", k.Text)
		}
	}
	hasNot(t, "strip", words(s.count.strip.box), "second keying differs")

	// A first figure that is keyed anew differs again, at the first digit.
	s.Focus(s.row("Jack").cell)
	s.types("7")
	equal(t, "look while typing", s.count.look(), comparedLook)
	equal(t, "second", s.row("Jack").second.Words(), "≠ 72")
	// In a cell that does not differ F is a wrong character like any other.
	s.keys(fyne.KeyEscape)
	s.types("f")
	s.says("“f” was left out")
}

func TestWhatIsLeftOutIsPointedOutOnceAndNotCompared(t *testing.T) {
	s := at(t, keyedNight(t))
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.says("Nothing is keyed the second time yet.")
	s.Focus(s.row("Mortimer").cell)
	s.types("15529")
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.says("Without a second figure: 15 candidates.")
	equal(t, "focus on the first of them", s.count.rows[0].cell.HasFocus(), true)
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.settle()
	s.says("Both keyings agree.")
	equal(t, "second votes", fmt.Sprint(len(s.inNight().Second.Votes)), "1")

	// Then it can be dropped, or made anew.
	s.chord(shell.Ctrl, fyne.KeyJ)
	has(t, "chooser", words(s.above()), "keyed a second time by Ada Reporter")
	s.types("drop")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "second in the file", s.inNight().Second == nil, true)
}

// A second keying stays with its contest while another is on the desk.
func TestSecondKeyingStaysWithItsContest(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		keyAll(t, n, author)
		other := uncounted(t)
		other.Name, other.Code, other.Baselines = "Hartlepool mayor", "", nil
		must(t, n.PutContests(author, "", []election.Contest{other}))
	}))
	first, second := s.Night.Contests[0].ID, s.Night.Contests[1].ID
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.types("104")
	s.keys(fyne.KeyReturn)
	s.SetContest(second)
	s.settle()
	equal(t, "blind in the other", s.count.blind() != nil, false)
	equal(t, "cell of the other", s.count.rows[0].cell.Digits(), "")
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.says("Key the votes once first")
	s.SetContest(first)
	secret(s, "back again at once", "104")
	equal(t, "its cell", s.count.rows[0].cell.Digits(), "104")
	s.settle()
	secret(s, "back again", "104")
}

// Where another desk declares meanwhile there is nothing left to hide.
func TestSecondKeyingEndsWithADeclarationFromElsewhere(t *testing.T) {
	path := keyedNight(t)
	s := at(t, path)
	s.chord(shell.Ctrl, fyne.KeyJ)
	s.types("104")
	beside, err := night.OpenBeside(path, night.Options{})
	must(t, err)
	defer beside.Close()
	declareAll(t)(beside, s.Night.Author)
	s.until("the declaration is shown", func() bool { return s.count.contest.State.IsDeclared() })
	s.settle()
	equal(t, "look", s.count.look(), declaredLook)
	equal(t, "votes", s.row("Mortimer").votes.Words(), "15,529")
	s.until("nothing is left of it in the file", func() bool { return len(s.draftsOf(blindGroup(s.count.contest.ID))) == 0 })
}
