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
	"nightdesk/ui/uitest"
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
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.KeyTab)
	s.Focus(s.row("Williams").cell)
	s.Types("8589")
	s.Keys(fyne.KeyReturn)
	s.Focus(s.row("Mortimer").cell)
	for i, want := range []struct {
		bar, other float64
		place, sum string
	}{
		{1. / 8589, 1, "2", "8,590 keyed"}, {15. / 8589, 1, "2", "8,604 keyed"}, {155. / 8589, 1, "2", "8,744 keyed"},
		{1552. / 8589, 1, "2", "10,141 keyed"}, {1, 8589. / 15529, "1", "24,118 keyed"},
	} {
		s.Types("15,529"[map[int]int{0: 0, 1: 1, 2: 3, 3: 4, 4: 5}[i]:][:1])
		mine, other := s.row("Mortimer"), s.row("Williams")
		least := 3 / float64(mine.bar.Size().Width) // a bar never vanishes
		if got := barPart(mine.bar); math.Abs(got-max(want.bar, least)) > 0.001 {
			t.Errorf("after %d digits the bar fills %.4f, want %.4f", i+1, got, want.bar)
		}
		if got := barPart(other.bar); math.Abs(got-want.other) > 0.001 {
			t.Errorf("after %d digits the other bar fills %.4f, want %.4f", i+1, got, want.other)
		}
		uitest.Equal(t, "place", mine.change.Words(), want.place)
		uitest.Has(t, "balance", uitest.Words(s.count.strip.box), want.sum)
	}
	uitest.Equal(t, "votes in the file while typing", s.Votes("Mortimer"), "–")
	s.Keys(fyne.KeyReturn)
	s.Until("the votes are in the file", func() bool { return s.Votes("Mortimer") == "15,529" })
	next := s.count.contest.Candidates[indexOf(t, s, "Mortimer")+1]
	uitest.Equal(t, "focus on the next of the ballot paper", s.Win.Canvas().Focused() == fyne.Focusable(s.row(next.Surname).cell), true)
	s.Settle()
	uitest.Has(t, "saved", s.Saved(), "Saved ")
	uitest.Equal(t, "typed and not committed", len(s.count.typed), 0)
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
	s := at(t, uitest.NightOf(t, nil))
	full := uitest.Hartlepool(t)
	s.Chord(shell.Ctrl, fyne.KeyTab)
	for i, k := range full.Candidates {
		uitest.Equal(t, "row in ballot-paper order", s.count.contest.Candidates[i].Surname, k.Surname)
		s.Types(k.Votes.String())
		s.Keys(fyne.KeyReturn)
	}
	for _, papers := range []string{"182", "30 115", "70768"} {
		s.Types(papers)
		s.Keys(fyne.KeyReturn)
	}
	s.Settle()
	c := s.InNight()
	for i, k := range full.Candidates {
		uitest.Equal(t, k.Surname, c.Candidates[i].Votes, k.Votes)
	}
	uitest.Equal(t, "rejected", c.Rejected, election.Of(182))
	uitest.Equal(t, "verified", c.Verified, election.Of(30115))
	uitest.Equal(t, "electorate", c.Electorate, election.Of(70768))
	uitest.Has(t, "balance", uitest.Words(s.count.strip.box), "29,933 valid + 182 rejected = 30,115 ballot papers. Balanced.")
	majority := s.count.figures.blocks[0]
	uitest.Equal(t, "figure", majority.label.Words()+" "+majority.value.Words()+" "+majority.unit.Words(), "Majority 6,940 23.2%")
	acts, err := s.Night.File.History(c.ID)
	uitest.Must(t, err)
	for _, a := range acts[1:] {
		uitest.Equal(t, "author of "+string(a.Kind), a.Author, s.Night.Author)
	}
}

func TestKeyingRefusesWhatIsNoNumber(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Focus(s.row("Lee").cell)
	s.Types("29o4")
	s.Says("“o” was left out")
	uitest.Equal(t, "digits", s.row("Lee").cell.Digits(), "294")
}

// What is typed and not left outlives a crash.
func TestHalfTypedFigureComesBack(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.Focus(s.row("Mortimer").cell)
	s.Types("155")
	s.Keys(fyne.KeyLeft)
	group := "votes:" + s.count.contest.ID
	s.Until("the draft is in the file", func() bool { return len(s.DraftsOf(group)) == 1 })
	s.end()

	s = at(t, path)
	cell := s.row("Mortimer").cell
	uitest.Equal(t, "digits", cell.Digits(), "155")
	uitest.Equal(t, "pending", cell.Pending(), true)
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(cell), true)
	s.Says("“155” was not committed yet")
	uitest.Has(t, "balance", uitest.Words(s.count.strip.box), "155 keyed")
	uitest.Equal(t, "votes in the file", s.Votes("Mortimer"), "–")
	s.Keys(fyne.KeyEnd)
	s.Types("29")
	s.Keys(fyne.KeyReturn)
	s.Until("the votes are in the file", func() bool { return s.Votes("Mortimer") == "15,529" })
	s.Settle()
	uitest.Equal(t, "drafts left", len(s.DraftsOf(group)), 0)
}

func TestEscapeDropsTheHalfTypedFigureForGood(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.Focus(s.row("Mortimer").cell)
	s.Types("155")
	group := "votes:" + s.count.contest.ID
	s.Until("the draft is in the file", func() bool { return len(s.DraftsOf(group)) == 1 })
	s.Keys(fyne.KeyEscape)
	s.Until("the draft is gone", func() bool { return len(s.DraftsOf(group)) == 0 })
	uitest.HasNot(t, "balance", uitest.Words(s.count.strip.box), "155 keyed")
	s.end()
	s = at(t, path)
	uitest.Equal(t, "says something was brought back", strings.Contains(s.Told(), "was not committed"), false)
}

func TestHalfTypedPapersComeBack(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.Focus(s.count.papers.cells[1])
	s.Types("301")
	s.Until("the draft is in the file", func() bool { return len(s.DraftsOf("papers:"+s.count.contest.ID)) == 1 })
	s.end()
	s = at(t, path)
	uitest.Equal(t, "digits", s.count.papers.cells[1].Digits(), "301")
	uitest.Equal(t, "papers in the file", s.InNight().Verified, election.Count{})
}

func TestDeclaringIsRefusedWhileACheckIsOpen(t *testing.T) {
	path := uitest.KeyedNight(t)
	s := at(t, path)
	s.Focus(s.count.papers.cells[1])
	s.Types("30215") // a hundred papers too many
	s.Keys(fyne.KeyReturn)
	s.Settle()
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Says("Not yet")
	uitest.Equal(t, "asks", s.count.strip.asking, nothing)
	uitest.Has(t, "checks", uitest.Words(s.count.strip.box), "Override…")
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State.IsDeclared(), false)
	focused, _ := s.Win.Canvas().Focused().(*kit.Button)
	if focused == nil || focused.Words != "Override…" {
		t.Errorf("the focus is not on the answer to the check")
	}

	s.Keys(fyne.KeyReturn) // Override…
	s.Keys(fyne.KeyReturn) // without a reason
	s.Says("An override needs a reason")
	s.Types("Counted twice, the officer stands by it")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	answers := s.InNight().Answers
	if len(answers) == 0 || answers[len(answers)-1].Reason != "Counted twice, the officer stands by it" {
		t.Errorf("answers in the file: %+v", answers)
	}
	uitest.HasNot(t, "checks", uitest.Words(s.count.strip.box), "Override…")
}

// settleChecks ticks whatever warnings stand, by keys.
func settleChecks(s *screen) {
	s.t.Helper()
	for range 8 {
		s.Chord(shell.CtrlShift, fyne.KeyD)
		if b, ok := s.Win.Canvas().Focused().(*kit.Button); !ok || b.Words != "Tick" {
			return
		}
		s.Keys(fyne.KeySpace)
		s.Settle()
	}
	s.t.Fatal("the warnings never end")
}

func TestDeclaringAsksOnceAndSortsByVotes(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	settleChecks(s)
	uitest.Equal(t, "asks", s.count.strip.asking, whetherToDeclare)
	uitest.Has(t, "question", uitest.Words(s.count.strip.box), "Declare Hartlepool? Con gain from Lab: Jill Mortimer, majority 6,940.")
	uitest.Equal(t, "state while it asks", s.InNight().State.IsDeclared(), false)
	s.Keys(fyne.KeySpace)
	s.Until("the result is declared", func() bool { return s.InNight().State == election.Declared })
	s.Settle()
	uitest.Equal(t, "asks after", s.count.strip.asking, nothing)
	uitest.Has(t, "badge", uitest.Words(s.count.head.badge), "DECLARED ")
	rows := s.count.rows
	uitest.Equal(t, "first row", rows[0].name.Words(), "Jill Mortimer")
	uitest.Equal(t, "its party", rows[0].party.Words(), "Con ✔")
	uitest.Equal(t, "its votes", rows[0].votes.Words(), "15,529")
	uitest.Equal(t, "its share", rows[0].share.Words(), "51.9")
	uitest.Equal(t, "its change", rows[0].change.Words(), "+23.0")
	uitest.Equal(t, "second row", rows[1].name.Words(), "Paul Williams")
	uitest.Equal(t, "its change", rows[1].change.Words(), "−9.0")
	for _, r := range rows {
		if r.cell.Visible() || !r.votes.Visible() {
			t.Errorf("%s can be keyed after the declaration", r.name.Words())
		}
	}
	uitest.Has(t, "outcome", uitest.Words(s.count.figures.box), "Con gain from Lab")
}

func TestDeclaringCanWait(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	settleChecks(s)
	s.Taps("Not now")
	s.Settle()
	uitest.Equal(t, "asks", s.count.strip.asking, nothing)
	uitest.Equal(t, "state", s.InNight().State.IsDeclared(), false)
}

func TestCorrectionNeedsReasonAndSource(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "The figures", "Labour took {Lab.votes} votes, and the majority is {majority}.")
		uitest.Post(t, n, author, "", "The hall empties.")
	}))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Williams").cell)
	s.Types("8598")
	s.Keys(fyne.KeyReturn)
	s.Focus(s.count.strip.reason)
	s.count.strip.correct()
	s.Says("A correction needs a reason and a source")
	s.Types("Two digits were read out the wrong way round")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyReturn) // no source yet
	s.Says("A correction needs a reason and a source")
	s.Settle()
	uitest.Equal(t, "revision before", s.InNight().Revision, 1)
	s.Types("Acting returning officer, in the hall")
	// Papers must balance, or the correction is refused.
	s.Focus(s.row("Lee").cell)
	s.Types("2895")
	s.Focus(s.count.strip.source)
	s.Keys(fyne.KeyReturn)
	s.Settle()
	c := s.InNight()
	uitest.Equal(t, "revision", c.Revision, 2)
	uitest.Equal(t, "state", c.State, election.Corrected)
	uitest.Equal(t, "votes", s.Votes("Williams"), "8,598")
	uitest.Equal(t, "others", s.Votes("Mortimer"), "15,529")
	acts, err := s.Night.File.History(c.ID)
	uitest.Must(t, err)
	last := acts[len(acts)-1]
	uitest.Equal(t, "reason", last.Reason, "Two digits were read out the wrong way round")
	uitest.Equal(t, "source", last.Source, "Acting returning officer, in the hall")
	uitest.Equal(t, "correcting", s.count.correcting, false)
	uitest.Equal(t, "typed and left over", len(s.count.typed)+len(s.count.papers.typed), 0)
	uitest.Has(t, "head", s.count.head.label(), "CORRECTED (REVISION 2) ")

	s.Until("the entry is listed", func() bool { return len(s.blog.notice.Objects) > 0 })
	uitest.Has(t, "notice", uitest.Words(s.blog.notice), "1 entry prints a figure that has been corrected since.")
	s.Taps("Look…")
	uitest.Has(t, "list", uitest.Words(s.Above()), "8,598")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "composer", s.composer.text.Text, "Labour took {Lab.votes} votes, and the majority is {majority}.")
	uitest.Equal(t, "kind", s.composer.kind, night.Correction)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	if s.composer.text.Text != "" { // past a mark of the proof reading
		s.Chord(shell.Ctrl, fyne.KeyReturn)
		s.Settle()
	}
	s.Until("nothing is listed", func() bool { return len(s.blog.notice.Objects) == 0 })
	for _, e := range s.Entries() {
		if e.Kicker == "The figures" {
			uitest.Equal(t, "corrections", len(e.Corrections), 1)
			uitest.Equal(t, "figure", e.Frozen[0].Value, "8,598")
		}
	}
}

// A declaration that is taken back leaves its figures in print: the entries
// that print them are listed until a person rewrites or withdraws them.
func TestTakenBackDeclarationListsWhatPrintsIt(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "The figures", "Labour took {Lab.votes} votes, and the majority is {majority}.")
		uitest.Post(t, n, author, "", "The hall empties.")
	}))
	uitest.Equal(t, "listed before", len(s.blog.notice.Objects), 0)
	author := s.Night.Author
	contest := s.InNight()
	s.Night.Act(func(n *night.Night) error { return n.TakeBack(author, contest.ID, "too early") }, nil)
	s.Settle()
	s.Until("the entry is listed", func() bool { return len(s.blog.notice.Objects) > 0 })
	uitest.Has(t, "notice", uitest.Words(s.blog.notice), "1 entry prints a result that was taken back: its figures are not public.")
	s.Taps("Look…")
	uitest.Has(t, "list", uitest.Unwrapped(s.Above()), "The result of Hartlepool was taken back; its figures are not public.")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "kind", s.composer.kind, night.Correction)
	uitest.Has(t, "note", s.composer.note.Text, "An earlier version printed a result that was taken back: ")
	s.Night.Act(func(n *night.Night) error { return n.Declare(author, contest.ID) }, nil)
	s.Settle()
	s.Until("nothing is listed", func() bool { return len(s.blog.notice.Objects) == 0 })
}

// Figures of a correction that is given up are never shown as declared.
func TestCorrectionGivenUpLeavesNothing(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Mortimer").cell)
	s.Types("1")
	s.Focus(s.count.papers.cells[0])
	s.Types("9999")
	s.Taps("Not now")
	s.Settle()
	uitest.Equal(t, "votes shown", s.count.rows[0].votes.Words(), "15,529")
	uitest.Equal(t, "majority shown", s.count.result.Majority.String(), "6,940")
	uitest.Equal(t, "rejected shown", s.count.result.Contest.Rejected.String(), "182")
	s.Chord(shell.CtrlShift, fyne.KeyD)
	uitest.Equal(t, "votes in the cell", s.row("Mortimer").cell.Digits(), "15529")
	uitest.Equal(t, "rejected in the cell", s.count.papers.cells[0].Digits(), "182")
	uitest.Equal(t, "revision", s.InNight().Revision, 1)
}

// An act elsewhere on the desk leaves the figures of a correction alone.
func TestCorrectionOutlivesOtherActs(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Focus(s.row("Williams").cell)
	s.Types("8598")
	s.Keys(fyne.KeyReturn)
	details := s.Night.Details
	details.Place = "Mill House"
	s.Night.Act(func(n *night.Night) error { return n.SetDetails(s.Night.Author, details) }, nil)
	s.Settle()
	uitest.Equal(t, "place", s.Night.Details.Place, "Mill House")
	uitest.Equal(t, "cell", s.row("Williams").cell.Digits(), "8598")
	uitest.Equal(t, "typed", s.count.typed[s.row("Williams").candidate].String(), "8,598")
}

func TestFailedVoteStaysToBeTriedAgain(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	uitest.Must(t, s.Night.File.Close())
	cell := s.row("Mortimer").cell
	s.Focus(cell)
	s.Types("15529")
	s.Keys(fyne.KeyReturn)
	s.Until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.Take()
	uitest.Equal(t, "digits", cell.Digits(), "15529")
	uitest.Equal(t, "pending", cell.Pending(), true)
	uitest.Equal(t, "message", s.Tells(), true)
	uitest.Has(t, "balance", uitest.Words(s.count.strip.box), "15,529 keyed")
}

// What is half typed in one contest never shows in another.
func TestContestsKeepWhatIsTypedApart(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		other := uitest.Uncounted(t)
		other.Name, other.Code, other.Baselines = "Hartlepool mayor", "", nil
		uitest.Must(t, n.PutContests(author, "", []election.Contest{other}))
		first, err := n.Contests()
		uitest.Must(t, err)
		for i, text := range []string{"11", "22"} {
			uitest.Must(t, n.SaveDraft(night.Draft{Group: "votes:" + first[0].ID, Field: first[0].Candidates[i].ID, Text: text, Caret: 2}))
		}
		uitest.Must(t, n.SaveDraft(night.Draft{Group: "papers:" + first[0].ID, Field: "rejected", Text: "33", Caret: 2}))
	}))
	uitest.Equal(t, "brought back", s.count.rows[0].cell.Digits(), "11")
	uitest.Equal(t, "brought back", s.count.papers.cells[0].Digits(), "33")
	s.count.strip.ask(whetherToDeclare)
	s.SetContest(s.Night.Contests[1].ID)
	s.Settle()
	uitest.Equal(t, "asks of the other contest", s.count.strip.asking, nothing)
	for i := range s.count.rows {
		uitest.Equal(t, "cell of the other contest", s.count.rows[i].cell.Digits(), "")
	}
	uitest.Equal(t, "rejected of the other contest", s.count.papers.cells[0].Digits(), "")
	uitest.HasNot(t, "balance of the other contest", uitest.Words(s.count.strip.box), " keyed,")
	for _, r := range s.count.rows {
		s.Focus(r.cell)
	}
	s.Unfocus()
	s.Settle()
	contests, err := s.Night.File.Contests()
	uitest.Must(t, err)
	for _, k := range contests[1].Candidates {
		uitest.Equal(t, k.Surname+" in the file", k.Votes.Known(), false)
	}
	s.SetContest(s.Night.Contests[0].ID)
	s.Settle()
	uitest.HasNot(t, "message", s.Told(), "Not saved")
	uitest.Equal(t, "first contest again", s.count.rows[0].cell.Digits(), "11")
}

func TestStateMovesOn(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.CtrlShift, fyne.KeyS)
	s.Types("verified")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Verified)
	uitest.Has(t, "badge", uitest.Words(s.count.head.badge), "VERIFIED")
}
