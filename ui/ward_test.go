package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// armthorpe is the ward of Doncaster on 6 May 2021, three seats, in the order
// of its ballot paper.
func armthorpe() election.Contest {
	c := election.Contest{Name: "Armthorpe", Code: "E05010729", Date: "2021-05-06", Kind: election.Local, Seats: 3,
		Electorate: election.Of(10949), Rejected: election.Of(17), Verified: election.Of(2848)}
	lab, con, green := election.Party{ID: "PP53", Name: "Labour Party", Short: "Lab"}, election.Party{ID: "PP52", Name: "Conservative and Unionist Party", Short: "Con"}, election.Party{ID: "PP63", Name: "Green Party", Short: "Green"}
	for _, k := range []struct {
		forenames, surname string
		party              election.Party
		votes              int
	}{
		{"Margaret", "Beard", con, 1026}, {"Aimee Louise", "Dickson", lab, 1306}, {"Mark", "Gray", green, 507}, {"Sue", "Knowles", lab, 1216},
		{"Ann Nadin", "Martin", con, 878}, {"Tim", "Needham", lab, 1219}, {"Janet", "Sanderson", con, 427},
	} {
		c.Candidates = append(c.Candidates, election.Candidate{Forenames: k.forenames, Surname: k.surname, Party: k.party, Votes: election.Of(k.votes)})
	}
	return c
}

// wardNight is a night with the ward alone, as changed and with its votes
// keyed.
func wardNight(t testing.TB, change func(*election.Contest), put func(n *night.Night, author string)) string {
	t.Helper()
	full := armthorpe()
	if change != nil {
		change(&full)
	}
	return nightWith(t, []election.Contest{unkeyed(full)}, func(n *night.Night, author string) {
		c := onlyContest(t, n)
		for i, k := range full.Candidates {
			must(t, n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes))
		}
		must(t, n.KeyPapers(author, c.ID, night.Papers{Electorate: full.Electorate, Rejected: full.Rejected, Verified: full.Verified}))
		if put != nil {
			put(n, author)
		}
	})
}

func TestAWardNamesItsSeatsAndTicksAsMany(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	has(t, "head", s.count.head.about.Words(), "3 seats")
	ticked := ""
	for _, r := range s.count.rows {
		if strings.HasPrefix(r.change.Words(), "✔") {
			ticked += r.name.Words() + " " + r.change.Words() + "; "
		}
	}
	equal(t, "ticks while keying", ticked, "Dickson, Aimee Louise ✔ 1; Knowles, Sue ✔ 3; Needham, Tim ✔ 2; ")
	has(t, "strip", words(s.count.strip.box), "6,579 votes keyed of at most 8,493 (3 seats × 2,831 papers).")
	blocks := s.count.figures.blocks
	equal(t, "majority", blocks[0].label.Words()+" "+blocks[0].value.Words()+blocks[0].unit.Words(), "Majority, last seat 190")
	equal(t, "turnout", blocks[3].label.Words()+" "+blocks[3].value.Words(), "Turnout, papers 26.01%")
	hasNot(t, "figures", words(s.count.figures.box), "Turnout, valid")

	settleChecks(s)
	s.keys(fyne.KeySpace)
	s.until("the result is declared", func() bool { return s.inNight().State == election.Declared })
	s.settle()
	ticked = ""
	for _, r := range s.count.rows {
		if strings.HasSuffix(r.party.Words(), "✔") {
			ticked += r.name.Words() + "; "
		}
	}
	equal(t, "ticks once declared", ticked, "Aimee Louise Dickson; Tim Needham; Sue Knowles; ")
	equal(t, "share", s.count.rows[0].share.Words(), "19.9")
	equal(t, "of what", s.count.heads.percent.Words(), "% votes")
	equal(t, "note", s.count.figures.notes[1].Words(), "Percentages of votes cast. Party shares by top vote: each party’s best candidate.")
	equal(t, "seats", blocks[5].label.Words()+" "+blocks[5].value.Words(), "Seats Lab 3")
	equal(t, "changes without a baseline", s.count.heads.end.Words(), "")
}

// Two have the votes of the last of three seats: the lot is recorded by keys,
// and dropped where the tie goes away.
func TestATieAtTheCutIsSettledByLotWithKeys(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, nil))
	has(t, "strip", words(s.count.strip.box), "Margaret Beard and Sue Knowles have 1,216 votes each for 1 seat")
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.says("Not yet")
	s.keys(fyne.KeySpace) // the button that the strip leads to
	has(t, "chooser", words(s.above()), "Who was drawn by lot?")
	s.types("knowles")
	s.keys(fyne.KeyReturn)
	s.settle()
	c := s.inNight()
	equal(t, "lot", strings.Join(c.Lot, " "), c.Candidates[3].ID)
	has(t, "place", s.row("Knowles").change.Words(), "✔")
	equal(t, "the other", s.row("Beard").change.Words(), "4")

	s.Focus(s.row("Beard").cell)
	s.types("1026")
	s.keys(fyne.KeyReturn)
	s.settle()
	has(t, "strip", words(s.count.strip.box), "A lot is recorded, but")
	s.taps("Drop the lot")
	s.settle()
	equal(t, "lot in the file", len(s.inNight().Lot), 0)
	hasNot(t, "strip", words(s.count.strip.box), "A lot is recorded")
}

func TestContestsWithoutAPollHaveWordsAndNoCells(t *testing.T) {
	for state, want := range map[election.State]string{
		election.Uncontested:   "Elected unopposed: there are no votes to count.",
		election.Countermanded: "The poll is countermanded: there are no votes to count.",
		election.Postponed:     "The poll is postponed: there are no votes to count.",
	} {
		t.Run(string(state), func(t *testing.T) {
			three := func(c *election.Contest) {
				c.Candidates = []election.Candidate{c.Candidates[1], c.Candidates[3], c.Candidates[5]}
			}
			s := at(t, wardNight(t, three, func(n *night.Night, author string) {
				must(t, n.SetState(author, onlyContest(t, n).ID, state))
			}))
			has(t, "strip", words(s.count.strip.box), want)
			has(t, "head", words(s.count.head.box), "no votes are cast")
			for _, r := range s.count.rows {
				if r.cell.Visible() || r.votes.Visible() || r.share.Visible() || r.bar.Visible() {
					t.Errorf("%s has a cell or a figure", r.name.Words())
				}
				if unopposed := strings.HasSuffix(r.party.Words(), "✔ elected unopposed"); unopposed != (state == election.Uncontested) {
					t.Errorf("%s: %s", r.name.Words(), r.party.Words())
				}
			}
			equal(t, "papers and figures to see", s.count.papers.box.Visible() || s.count.figures.box.Visible(), false)
			equal(t, "declaring offered", s.count.head.action.Visible(), false)
			s.chord(shell.CtrlShift, fyne.KeyD)
			equal(t, "declaring asked", s.count.strip.asking, nothing)
			s.chord(shell.Ctrl, fyne.KeyR)
			has(t, "read-back", words(s.above()), want)
			hasNot(t, "read-back", words(s.above()), "1,306")
			s.keys(fyne.KeyEscape)
			s.chord(shell.CtrlShift, fyne.KeyN)
			s.says("No votes are cast in Armthorpe.")
		})
	}
}

// A state without a poll hides the votes that are keyed, and so asks first.
func TestAStateWithoutAPollAsksWhereVotesAreKeyed(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	s.chord(shell.CtrlShift, fyne.KeyS)
	s.types("uncontested\n")
	s.settle()
	s.says("7 candidates stand for 3 seats")
	equal(t, "state", s.inNight().State, election.NotStarted)

	s.chord(shell.CtrlShift, fyne.KeyS)
	s.types("postponed\n")
	s.settle()
	equal(t, "state before the answer", s.inNight().State, election.NotStarted)
	has(t, "question", words(s.above()), "has the votes of 7 candidates. They stay in the night, hidden, and do not become public.")
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "state after Esc", s.inNight().State, election.NotStarted)

	s.chord(shell.CtrlShift, fyne.KeyS)
	s.types("postponed\n")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "state", s.inNight().State, election.Postponed)
}

// The focus is never left on what an answer took away: Enter goes on to the
// next question and to Declare.
func TestTheFocusGoesOnAfterALot(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, nil))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.keys(fyne.KeySpace)
	s.types("knowles\n")
	s.settle()
	for range 8 {
		at, _ := s.Win.Canvas().Focused().(*kit.Button)
		if at == nil || !isSeen(s, at) {
			t.Fatalf("the focus is on %v, which cannot be seen", at)
		}
		if at == s.count.head.action {
			break
		}
		s.keys(fyne.KeyReturn)
		s.settle()
	}
	s.keys(fyne.KeyReturn)
	equal(t, "asks", s.count.strip.asking, whetherToDeclare)

	s.taps("Not now")
	s.Focus(s.row("Knowles").cell)
	c := s.inNight()
	s.setState(c, election.Postponed)
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "focus in a hidden cell", s.row("Knowles").cell.HasFocus(), false)
}

// isSeen reports whether an object is in the window and can be seen.
func isSeen(s *screen, want fyne.CanvasObject) bool {
	found := false
	see(s.Win.Canvas().Content(), func(o fyne.CanvasObject) { found = found || o == want })
	return found
}

func TestALotIsShownAndDrawnAnew(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, func(n *night.Night, author string) {
		c := onlyContest(t, n)
		must(t, n.SetLot(author, c.ID, []string{c.Candidates[3].ID}))
	}))
	has(t, "strip", words(s.count.strip.box), "Drawn by lot: Sue Knowles, of 2 candidates with 1,216 votes each.")
	s.taps("Draw anew…")
	s.types("beard\n")
	s.settle()
	has(t, "strip", words(s.count.strip.box), "Drawn by lot: Margaret Beard")
	settleChecks(s)
	s.keys(fyne.KeySpace)
	s.settle()
	has(t, "strip once declared", words(s.count.strip.box), "Drawn by lot: Margaret Beard")
	hasNot(t, "strip once declared", words(s.count.strip.box), "Draw anew")
}

// A result that came declared from a file, and wrong, says so.
func TestADeclaredResultInErrorSaysSo(t *testing.T) {
	c := hartlepool(t)
	c.State, c.Revision = election.Declared, 1
	c.Verified, c.Rejected = election.Of(30215), election.Of(182)
	s := at(t, nightWith(t, []election.Contest{c}, nil))
	strip := words(s.count.strip.box)
	has(t, "strip", strip, "✗")
	has(t, "strip", strip, "but 30,215 were verified")
	hasNot(t, "strip", strip, "…")
	hasNot(t, "strip", strip, "Override")
}

func TestADeclaredWardShowsItsPapersAndItsMethod(t *testing.T) {
	s := at(t, wardNight(t, nil, declareAll(t)))
	all := words(s.count.figures.box)
	has(t, "figures", all, "Rejected 17 · verified 2,848 · electorate 10,949")
	has(t, "figures", all, "Percentages of votes cast. Party shares by top vote")
}

func TestARushOfAWardSaysWhatItLeavesUnsaid(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	s.chord(shell.CtrlShift, fyne.KeyY)
	s.keys(fyne.KeyReturn, fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "It names one of 3 who are elected; of the other seats it says nothing.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "Say who says so.")
	s.types("PA\n")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	flags := s.inNight().Flags
	if len(flags) != 1 || flags[0].Source != "PA" {
		t.Errorf("flags in the file: %+v", flags)
	}
}

// Of two baselines each has its outcome, by name.
func TestTheOutcomeOnEachBaselineIsNamed(t *testing.T) {
	c := hartlepool(t)
	again := c.Baselines[0]
	again.Name, again.Date = "by-election of 4 May 2023", "2023-05-04"
	again.Candidates = append([]election.Candidate(nil), again.Candidates...)
	for i, k := range again.Candidates {
		if k.Party.Label() == "Con" {
			again.Candidates[i].Votes = election.Of(40000)
		}
	}
	c.Baselines = append(c.Baselines, again)
	c.State, c.Revision = election.Declared, 1
	s := at(t, nightWith(t, []election.Contest{c}, nil))
	all := words(s.count.figures.box)
	has(t, "figures", all, "Con gain from Lab on 2019 general election · Con hold on by-election of 4 May 2023")
	has(t, "figures", all, "Outcome on 2019 general election")
	has(t, "head", words(s.count.head.box), "change since 2019 general election")
}

func TestReadBackOfACorrectionSaysItsRevision(t *testing.T) {
	s := at(t, correctedNight(t))
	s.chord(shell.Ctrl, fyne.KeyR)
	has(t, "view", words(s.above()), "as corrected, revision ")
}

// A window that only reads asks nobody to write, and says why nothing happens.
func TestAWindowThatReadsSaysSo(t *testing.T) {
	path := nightOf(t, nil)
	first, err := night.Open(path, night.Options{})
	must(t, err)
	defer func() { must(t, first.Close()) }()
	s := at(t, path)
	has(t, "top", s.Saved(), "Read only")
	equal(t, "timeline", s.blog.empty.Words(), "No entries yet.")
	for _, key := range []struct {
		mod fyne.KeyModifier
		key fyne.KeyName
	}{{shell.CtrlShift, fyne.KeyD}, {shell.Ctrl, fyne.KeyI}} {
		s.Hush()
		s.chord(key.mod, key.key)
		s.says("Nothing can be changed here.")
	}
}

// What differs is settled in its cell, which has the focus when declaring had
// to be refused.
func TestRefusedForADifferenceGoesToItsCell(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		keyAll(t, n, author)
		differing(t, n, author)
	}))
	s.chord(shell.CtrlShift, fyne.KeyD)
	s.says("Not yet")
	equal(t, "focus", s.count.rows[1].cell.HasFocus(), true)
}
