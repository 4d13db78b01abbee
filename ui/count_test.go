package ui

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// barPart is how much of its room a bar fills, 0 where none is drawn.
func barPart(b *kit.Bar) float64 {
	rect := test.WidgetRenderer(b).Objects()[0]
	if !rect.Visible() {
		return 0
	}
	return float64(rect.Size().Width / b.Size().Width)
}

func TestKeyingFollowsEveryDigitAndCommitsOnLeaving(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.Ctrl, fyne.KeyTab)
	s.Focus(s.row("Williams").cell)
	s.types("8589")
	s.keys(fyne.KeyReturn)
	s.Focus(s.row("Mortimer").cell)
	for i, want := range []struct {
		bar, other float64
		place, sum string
	}{
		{1. / 8589, 1, "2", "8,590 keyed"}, {15. / 8589, 1, "2", "8,604 keyed"}, {155. / 8589, 1, "2", "8,744 keyed"},
		{1552. / 8589, 1, "2", "10,141 keyed"}, {1, 8589. / 15529, "1", "24,118 keyed"},
	} {
		s.types("15,529"[map[int]int{0: 0, 1: 1, 2: 3, 3: 4, 4: 5}[i]:][:1])
		mine, other := s.row("Mortimer"), s.row("Williams")
		least := 3 / float64(mine.bar.Size().Width) // a bar never vanishes
		if got := barPart(mine.bar); math.Abs(got-max(want.bar, least)) > 0.001 {
			t.Errorf("after %d digits the bar fills %.4f, want %.4f", i+1, got, want.bar)
		}
		if got := barPart(other.bar); math.Abs(got-want.other) > 0.001 {
			t.Errorf("after %d digits the other bar fills %.4f, want %.4f", i+1, got, want.other)
		}
		equal(t, "place", mine.change.Words(), want.place)
		has(t, "balance", words(s.count.strip.box), want.sum)
	}
	equal(t, "votes in the file while typing", s.votes("Mortimer"), "–")
	s.keys(fyne.KeyReturn)
	s.until("the votes are in the file", func() bool { return s.votes("Mortimer") == "15,529" })
	next := s.count.contest.Candidates[indexOf(t, s, "Mortimer")+1]
	equal(t, "focus on the next of the ballot paper", s.Win.Canvas().Focused() == fyne.Focusable(s.row(next.Surname).cell), true)
	s.settle()
	has(t, "saved", s.Saved(), "Saved ")
	equal(t, "typed and not committed", len(s.count.typed), 0)
}

func indexOf(t *testing.T, s *screen, surname string) int {
	t.Helper()
	for i, k := range s.count.contest.Candidates {
		if k.Surname == surname {
			return i
		}
	}
	t.Fatalf("nobody is called %s", surname)
	return 0
}

func TestKeyingGoesThroughTheWholeBallotPaper(t *testing.T) {
	s := at(t, nightOf(t, nil))
	full := hartlepool(t)
	s.chord(shell.Ctrl, fyne.KeyTab)
	for i, k := range full.Candidates {
		equal(t, "row in ballot-paper order", s.count.contest.Candidates[i].Surname, k.Surname)
		s.types(k.Votes.String())
		s.keys(fyne.KeyReturn)
	}
	for _, papers := range []string{"182", "30 115", "70768"} {
		s.types(papers)
		s.keys(fyne.KeyReturn)
	}
	s.settle()
	c := s.inNight()
	for i, k := range full.Candidates {
		equal(t, k.Surname, c.Candidates[i].Votes, k.Votes)
	}
	equal(t, "rejected", c.Rejected, election.Of(182))
	equal(t, "verified", c.Verified, election.Of(30115))
	equal(t, "electorate", c.Electorate, election.Of(70768))
	has(t, "balance", words(s.count.strip.box), "29,933 valid + 182 rejected = 30,115 ballot papers. Balanced.")
	majority := s.count.figures.blocks[0]
	equal(t, "figure", majority.label.Words()+" "+majority.value.Words()+" "+majority.unit.Words(), "Majority 6,940 23.2%")
	acts, err := s.Night.File.History(c.ID)
	must(t, err)
	for _, a := range acts[1:] {
		equal(t, "author of "+string(a.Kind), a.Author, s.Night.Author)
	}
}

func TestKeyingRefusesWhatIsNoNumber(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.types("29o4")
	s.says("“o” was left out")
	equal(t, "digits", s.row("Lee").cell.Digits(), "294")
}

// What is typed and not left outlives a crash.
func TestHalfTypedFigureComesBack(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.Focus(s.row("Mortimer").cell)
	s.types("155")
	s.keys(fyne.KeyLeft)
	group := "votes:" + s.count.contest.ID
	s.until("the draft is in the file", func() bool { return len(s.draftsOf(group)) == 1 })
	s.end()

	s = at(t, path)
	cell := s.row("Mortimer").cell
	equal(t, "digits", cell.Digits(), "155")
	equal(t, "pending", cell.Pending(), true)
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(cell), true)
	s.says("“155” was not committed yet")
	has(t, "balance", words(s.count.strip.box), "155 keyed")
	equal(t, "votes in the file", s.votes("Mortimer"), "–")
	s.keys(fyne.KeyEnd)
	s.types("29")
	s.keys(fyne.KeyReturn)
	s.until("the votes are in the file", func() bool { return s.votes("Mortimer") == "15,529" })
	s.settle()
	equal(t, "drafts left", len(s.draftsOf(group)), 0)
}

func TestEscapeDropsTheHalfTypedFigureForGood(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.Focus(s.row("Mortimer").cell)
	s.types("155")
	group := "votes:" + s.count.contest.ID
	s.until("the draft is in the file", func() bool { return len(s.draftsOf(group)) == 1 })
	s.keys(fyne.KeyEscape)
	s.until("the draft is gone", func() bool { return len(s.draftsOf(group)) == 0 })
	hasNot(t, "balance", words(s.count.strip.box), "155 keyed")
	s.end()
	s = at(t, path)
	equal(t, "says something was brought back", strings.Contains(s.told(), "was not committed"), false)
}

func TestHalfTypedPapersComeBack(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.Focus(s.count.papers.cells[1])
	s.types("301")
	s.until("the draft is in the file", func() bool { return len(s.draftsOf("papers:"+s.count.contest.ID)) == 1 })
	s.end()
	s = at(t, path)
	equal(t, "digits", s.count.papers.cells[1].Digits(), "301")
	equal(t, "papers in the file", s.inNight().Verified, election.Count{})
}

func TestDeclaringIsRefusedWhileACheckIsOpen(t *testing.T) {
	path := keyedNight(t)
	s := at(t, path)
	s.Focus(s.count.papers.cells[1])
	s.types("30215") // a hundred papers too many
	s.keys(fyne.KeyReturn)
	s.settle()
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.says("Not yet")
	equal(t, "asks", s.count.strip.asking, nothing)
	has(t, "checks", words(s.count.strip.box), "Override…")
	s.settle()
	equal(t, "state", s.inNight().State.IsDeclared(), false)
	focused, _ := s.Win.Canvas().Focused().(*kit.Button)
	if focused == nil || focused.Words != "Override…" {
		t.Errorf("the focus is not on the answer to the check")
	}

	s.keys(fyne.KeyReturn) // Override…
	s.keys(fyne.KeyReturn) // without a reason
	s.says("An override needs a reason")
	s.types("Counted twice, the officer stands by it")
	s.keys(fyne.KeyReturn)
	s.settle()
	answers := s.inNight().Answers
	if len(answers) == 0 || answers[len(answers)-1].Reason != "Counted twice, the officer stands by it" {
		t.Errorf("answers in the file: %+v", answers)
	}
	hasNot(t, "checks", words(s.count.strip.box), "Override…")
}

// settleChecks ticks whatever warnings stand, by keys.
func settleChecks(s *screen) {
	s.t.Helper()
	for range 8 {
		s.chord(shell.CtrlShift, fyne.KeyD)
		if b, ok := s.Win.Canvas().Focused().(*kit.Button); !ok || b.Words != "Tick" {
			return
		}
		s.keys(fyne.KeySpace)
		s.settle()
	}
	s.t.Fatal("the warnings never end")
}

func TestDeclaringAsksOnceAndSortsByVotes(t *testing.T) {
	s := at(t, keyedNight(t))
	settleChecks(s)
	equal(t, "asks", s.count.strip.asking, whetherToDeclare)
	has(t, "question", words(s.count.strip.box), "Declare Hartlepool? Con gain from Lab: Jill Mortimer, majority 6,940.")
	equal(t, "state while it asks", s.inNight().State.IsDeclared(), false)
	s.keys(fyne.KeySpace)
	s.until("the result is declared", func() bool { return s.inNight().State == election.Declared })
	s.settle()
	equal(t, "asks after", s.count.strip.asking, nothing)
	has(t, "badge", words(s.count.head.badge), "DECLARED ")
	rows := s.count.rows
	equal(t, "first row", rows[0].name.Words(), "Jill Mortimer")
	equal(t, "its party", rows[0].party.Words(), "Con ✔")
	equal(t, "its votes", rows[0].votes.Words(), "15,529")
	equal(t, "its share", rows[0].share.Words(), "51.9")
	equal(t, "its change", rows[0].change.Words(), "+23.0")
	equal(t, "second row", rows[1].name.Words(), "Paul Williams")
	equal(t, "its change", rows[1].change.Words(), "−9.0")
	for _, r := range rows {
		if r.cell.Visible() || !r.votes.Visible() {
			t.Errorf("%s can be keyed after the declaration", r.name.Words())
		}
	}
	has(t, "outcome", words(s.count.figures.box), "Con gain from Lab")
}

func TestDeclaringCanWait(t *testing.T) {
	s := at(t, keyedNight(t))
	settleChecks(s)
	s.taps("Not now")
	s.settle()
	equal(t, "asks", s.count.strip.asking, nothing)
	equal(t, "state", s.inNight().State.IsDeclared(), false)
}

func TestCorrectionNeedsReasonAndSource(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) {
		post(t, n, author, "The figures", "Labour took {Lab.votes} votes, and the majority is {majority}.")
		post(t, n, author, "", "The hall empties.")
	}))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Williams").cell)
	s.types("8598")
	s.keys(fyne.KeyReturn)
	s.Focus(s.count.strip.reason)
	s.count.strip.correct()
	s.says("A correction needs a reason and a source")
	s.types("Two digits were read out the wrong way round")
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyReturn) // no source yet
	s.says("A correction needs a reason and a source")
	s.settle()
	equal(t, "revision before", s.inNight().Revision, 1)
	s.types("Acting returning officer, in the hall")
	// Papers must balance, or the correction is refused.
	s.Focus(s.row("Lee").cell)
	s.types("2895")
	s.Focus(s.count.strip.source)
	s.keys(fyne.KeyReturn)
	s.settle()
	c := s.inNight()
	equal(t, "revision", c.Revision, 2)
	equal(t, "state", c.State, election.Corrected)
	equal(t, "votes", s.votes("Williams"), "8,598")
	equal(t, "others", s.votes("Mortimer"), "15,529")
	acts, err := s.Night.File.History(c.ID)
	must(t, err)
	last := acts[len(acts)-1]
	equal(t, "reason", last.Reason, "Two digits were read out the wrong way round")
	equal(t, "source", last.Source, "Acting returning officer, in the hall")
	equal(t, "correcting", s.count.correcting, false)
	equal(t, "typed and left over", len(s.count.typed)+len(s.count.papers.typed), 0)
	has(t, "head", s.count.head.label(), "CORRECTED (REVISION 2) ")

	s.until("the entry is listed", func() bool { return len(s.blog.notice.Objects) > 0 })
	has(t, "notice", words(s.blog.notice), "1 entry prints a figure that has been corrected since.")
	s.taps("Look…")
	has(t, "list", words(s.above()), "8,598")
	s.keys(fyne.KeyReturn)
	equal(t, "composer", s.composer.text.Text, "Labour took {Lab.votes} votes, and the majority is {majority}.")
	equal(t, "kind", s.composer.kind, night.Correction)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	if s.composer.text.Text != "" { // past a mark of the proof reading
		s.chord(shell.Ctrl, fyne.KeyReturn)
		s.settle()
	}
	s.until("nothing is listed", func() bool { return len(s.blog.notice.Objects) == 0 })
	for _, e := range s.entries() {
		if e.Kicker == "The figures" {
			equal(t, "corrections", len(e.Corrections), 1)
			equal(t, "figure", e.Frozen[0].Value, "8,598")
		}
	}
}

// A declaration that is taken back leaves its figures in print: the entries
// that print them are listed until a person rewrites or withdraws them.
func TestTakenBackDeclarationListsWhatPrintsIt(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) {
		post(t, n, author, "The figures", "Labour took {Lab.votes} votes, and the majority is {majority}.")
		post(t, n, author, "", "The hall empties.")
	}))
	equal(t, "listed before", len(s.blog.notice.Objects), 0)
	author := s.Night.Author
	contest := s.inNight()
	s.Night.Act(func(n *night.Night) error { return n.TakeBack(author, contest.ID, "too early") }, nil)
	s.settle()
	s.until("the entry is listed", func() bool { return len(s.blog.notice.Objects) > 0 })
	has(t, "notice", words(s.blog.notice), "1 entry prints a result that was taken back: its figures are not public.")
	s.taps("Look…")
	has(t, "list", unwrapped(s.above()), "The result of Hartlepool was taken back; its figures are not public.")
	s.keys(fyne.KeyReturn)
	equal(t, "kind", s.composer.kind, night.Correction)
	has(t, "note", s.composer.note.Text, "An earlier version printed a result that was taken back: ")
	s.Night.Act(func(n *night.Night) error { return n.Declare(author, contest.ID) }, nil)
	s.settle()
	s.until("nothing is listed", func() bool { return len(s.blog.notice.Objects) == 0 })
}

// Figures of a correction that is given up are never shown as declared.
func TestCorrectionGivenUpLeavesNothing(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Mortimer").cell)
	s.types("1")
	s.Focus(s.count.papers.cells[0])
	s.types("9999")
	s.taps("Not now")
	s.settle()
	equal(t, "votes shown", s.count.rows[0].votes.Words(), "15,529")
	equal(t, "majority shown", s.count.result.Majority.String(), "6,940")
	equal(t, "rejected shown", s.count.result.Contest.Rejected.String(), "182")
	s.chord(shell.CtrlShift, fyne.KeyD)
	equal(t, "votes in the cell", s.row("Mortimer").cell.Digits(), "15529")
	equal(t, "rejected in the cell", s.count.papers.cells[0].Digits(), "182")
	equal(t, "revision", s.inNight().Revision, 1)
}

// An act elsewhere on the desk leaves the figures of a correction alone.
func TestCorrectionOutlivesOtherActs(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Williams").cell)
	s.types("8598")
	s.keys(fyne.KeyReturn)
	details := s.Night.Details
	details.Place = "Mill House"
	s.Night.Act(func(n *night.Night) error { return n.SetDetails(s.Night.Author, details) }, nil)
	s.settle()
	equal(t, "place", s.Night.Details.Place, "Mill House")
	equal(t, "cell", s.row("Williams").cell.Digits(), "8598")
	equal(t, "typed", s.count.typed[s.row("Williams").candidate].String(), "8,598")
}

func TestFailedVoteStaysToBeTriedAgain(t *testing.T) {
	s := at(t, nightOf(t, nil))
	must(t, s.Night.File.Close())
	cell := s.row("Mortimer").cell
	s.Focus(cell)
	s.types("15529")
	s.keys(fyne.KeyReturn)
	s.until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.turns.take()
	equal(t, "digits", cell.Digits(), "15529")
	equal(t, "pending", cell.Pending(), true)
	equal(t, "message", s.tells(), true)
	has(t, "balance", words(s.count.strip.box), "15,529 keyed")
}

// What is half typed in one contest never shows in another.
func TestContestsKeepWhatIsTypedApart(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		other := uncounted(t)
		other.Name, other.Code, other.Baselines = "Hartlepool mayor", "", nil
		must(t, n.PutContests(author, "", []election.Contest{other}))
		first, err := n.Contests()
		must(t, err)
		for i, text := range []string{"11", "22"} {
			must(t, n.SaveDraft(night.Draft{Group: "votes:" + first[0].ID, Field: first[0].Candidates[i].ID, Text: text, Caret: 2}))
		}
		must(t, n.SaveDraft(night.Draft{Group: "papers:" + first[0].ID, Field: "rejected", Text: "33", Caret: 2}))
	}))
	equal(t, "brought back", s.count.rows[0].cell.Digits(), "11")
	equal(t, "brought back", s.count.papers.cells[0].Digits(), "33")
	s.count.strip.ask(whetherToDeclare)
	s.SetContest(s.Night.Contests[1].ID)
	s.settle()
	equal(t, "asks of the other contest", s.count.strip.asking, nothing)
	for i := range s.count.rows {
		equal(t, "cell of the other contest", s.count.rows[i].cell.Digits(), "")
	}
	equal(t, "rejected of the other contest", s.count.papers.cells[0].Digits(), "")
	hasNot(t, "balance of the other contest", words(s.count.strip.box), " keyed,")
	for _, r := range s.count.rows {
		s.Focus(r.cell)
	}
	s.Unfocus()
	s.settle()
	contests, err := s.Night.File.Contests()
	must(t, err)
	for _, k := range contests[1].Candidates {
		equal(t, k.Surname+" in the file", k.Votes.Known(), false)
	}
	s.SetContest(s.Night.Contests[0].ID)
	s.settle()
	hasNot(t, "message", s.told(), "Not saved")
	equal(t, "first contest again", s.count.rows[0].cell.Digits(), "11")
}

func TestStateMovesOn(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.CtrlShift, fyne.KeyS)
	s.types("verified")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "state", s.inNight().State, election.Verified)
	has(t, "badge", words(s.count.head.badge), "VERIFIED")
}
