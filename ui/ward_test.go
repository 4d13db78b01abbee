package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
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
	return uitest.NightWith(t, []election.Contest{uitest.Unkeyed(full)}, func(n *night.Night, author string) {
		c := uitest.OnlyContest(t, n)
		for i, k := range full.Candidates {
			uitest.Must(t, n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes))
		}
		uitest.Must(t, n.KeyPapers(author, c.ID, night.Papers{Electorate: full.Electorate, Rejected: full.Rejected, Verified: full.Verified}))
		if put != nil {
			put(n, author)
		}
	})
}

func TestAWardNamesItsSeatsAndTicksAsMany(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	uitest.Has(t, "head", s.count.head.about.Words(), "3 seats")
	ticked := ""
	for _, r := range s.count.rows {
		if strings.HasPrefix(r.change.Words(), "✔") {
			ticked += r.name.Words() + " " + r.change.Words() + "; "
		}
	}
	uitest.Equal(t, "ticks while keying", ticked, "Dickson, Aimee Louise ✔ 1; Knowles, Sue ✔ 3; Needham, Tim ✔ 2; ")
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "6,579 votes keyed of at most 8,493 (3 seats × 2,831 papers).")
	blocks := s.count.figures.blocks
	uitest.Equal(t, "majority", blocks[0].label.Words()+" "+blocks[0].value.Words()+blocks[0].unit.Words(), "Majority, last seat 190")
	uitest.Equal(t, "turnout", blocks[3].label.Words()+" "+blocks[3].value.Words(), "Turnout, papers 26.01%")
	uitest.HasNot(t, "figures", uitest.Words(s.count.figures.box), "Turnout, valid")

	settleChecks(s)
	s.Keys(fyne.KeySpace)
	s.Until("the result is declared", func() bool { return s.InNight().State == election.Declared })
	s.Settle()
	ticked = ""
	for _, r := range s.count.rows {
		if strings.HasSuffix(r.party.Words(), "✔") {
			ticked += r.name.Words() + "; "
		}
	}
	uitest.Equal(t, "ticks once declared", ticked, "Aimee Louise Dickson; Tim Needham; Sue Knowles; ")
	uitest.Equal(t, "share", s.count.rows[0].share.Words(), "19.9")
	uitest.Equal(t, "of what", s.count.heads.percent.Words(), "% votes")
	uitest.Equal(t, "note", s.count.figures.notes[1].Words(), "Percentages of votes cast. Party shares by top vote: each party’s best candidate.")
	uitest.Equal(t, "seats", blocks[5].label.Words()+" "+blocks[5].value.Words(), "Seats Lab 3")
	uitest.Equal(t, "changes without a baseline", s.count.heads.end.Words(), "")
}

// Two have the votes of the last of three seats: the lot is recorded by keys,
// and dropped where the tie goes away.
func TestATieAtTheCutIsSettledByLotWithKeys(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, nil))
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Margaret Beard and Sue Knowles have 1,216 votes each for 1 seat")
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Says("Not yet")
	s.Keys(fyne.KeySpace) // the button that the strip leads to
	uitest.Has(t, "chooser", uitest.Words(s.Above()), "Who was drawn by lot?")
	s.Types("knowles")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	c := s.InNight()
	uitest.Equal(t, "lot", strings.Join(c.Lot, " "), c.Candidates[3].ID)
	uitest.Has(t, "place", s.row("Knowles").change.Words(), "✔")
	uitest.Equal(t, "the other", s.row("Beard").change.Words(), "4")

	s.Focus(s.row("Beard").cell)
	s.Types("1026")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "A lot is recorded, but")
	s.Taps("Drop the lot")
	s.Settle()
	uitest.Equal(t, "lot in the file", len(s.InNight().Lot), 0)
	uitest.HasNot(t, "strip", uitest.Words(s.count.strip.box), "A lot is recorded")
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
				uitest.Must(t, n.SetState(author, uitest.OnlyContest(t, n).ID, state))
			}))
			uitest.Has(t, "strip", uitest.Words(s.count.strip.box), want)
			uitest.Has(t, "head", uitest.Words(s.count.head.box), "no votes are cast")
			for _, r := range s.count.rows {
				if r.cell.Visible() || r.votes.Visible() || r.share.Visible() || r.bar.Visible() {
					t.Errorf("%s has a cell or a figure", r.name.Words())
				}
				if unopposed := strings.HasSuffix(r.party.Words(), "✔ elected unopposed"); unopposed != (state == election.Uncontested) {
					t.Errorf("%s: %s", r.name.Words(), r.party.Words())
				}
			}
			uitest.Equal(t, "papers and figures to see", s.count.papers.box.Visible() || s.count.figures.box.Visible(), false)
			uitest.Equal(t, "declaring offered", s.count.head.action.Visible(), false)
			s.Chord(shell.CtrlShift, fyne.KeyD)
			uitest.Equal(t, "declaring asked", s.count.strip.asking, nothing)
			s.Chord(shell.Ctrl, fyne.KeyR)
			uitest.Has(t, "read-back", uitest.Words(s.Above()), want)
			uitest.HasNot(t, "read-back", uitest.Words(s.Above()), "1,306")
			s.Keys(fyne.KeyEscape)
			s.Chord(shell.CtrlShift, fyne.KeyN)
			s.Says("No votes are cast in Armthorpe.")
		})
	}
}

// A state without a poll hides the votes that are keyed, and so asks first.
func TestAStateWithoutAPollAsksWhereVotesAreKeyed(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	s.Chord(shell.CtrlShift, fyne.KeyS)
	s.Types("uncontested\n")
	s.Settle()
	s.Says("7 candidates stand for 3 seats")
	uitest.Equal(t, "state", s.InNight().State, election.NotStarted)

	s.Chord(shell.CtrlShift, fyne.KeyS)
	s.Types("postponed\n")
	s.Settle()
	uitest.Equal(t, "state before the answer", s.InNight().State, election.NotStarted)
	uitest.Has(t, "question", uitest.Words(s.Above()), "has the votes of 7 candidates. They stay in the night, hidden, and do not become public.")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "state after Esc", s.InNight().State, election.NotStarted)

	s.Chord(shell.CtrlShift, fyne.KeyS)
	s.Types("postponed\n")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Postponed)
}

// The focus is never left on what an answer took away: Enter goes on to the
// next question and to Declare.
func TestTheFocusGoesOnAfterALot(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, nil))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Keys(fyne.KeySpace)
	s.Types("knowles\n")
	s.Settle()
	for range 8 {
		at, _ := s.Win.Canvas().Focused().(*kit.Button)
		if at == nil || !isSeen(s, at) {
			t.Fatalf("the focus is on %v, which cannot be seen", at)
		}
		if at == s.count.head.action {
			break
		}
		s.Keys(fyne.KeyReturn)
		s.Settle()
	}
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "asks", s.count.strip.asking, whetherToDeclare)

	s.Taps("Not now")
	s.Focus(s.row("Knowles").cell)
	c := s.InNight()
	s.setState(c, election.Postponed)
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "focus in a hidden cell", s.row("Knowles").cell.HasFocus(), false)
}

// isSeen reports whether an object is in the window and can be seen.
func isSeen(s *screen, want fyne.CanvasObject) bool {
	found := false
	uitest.See(s.Win.Canvas().Content(), func(o fyne.CanvasObject) { found = found || o == want })
	return found
}

func TestALotIsShownAndDrawnAnew(t *testing.T) {
	tie := func(c *election.Contest) { c.Candidates[0].Votes = election.Of(1216) }
	s := at(t, wardNight(t, tie, func(n *night.Night, author string) {
		c := uitest.OnlyContest(t, n)
		uitest.Must(t, n.SetLot(author, c.ID, []string{c.Candidates[3].ID}))
	}))
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Drawn by lot: Sue Knowles, of 2 candidates with 1,216 votes each.")
	s.Taps("Draw anew…")
	s.Types("beard\n")
	s.Settle()
	uitest.Has(t, "strip", uitest.Words(s.count.strip.box), "Drawn by lot: Margaret Beard")
	settleChecks(s)
	s.Keys(fyne.KeySpace)
	s.Settle()
	uitest.Has(t, "strip once declared", uitest.Words(s.count.strip.box), "Drawn by lot: Margaret Beard")
	uitest.HasNot(t, "strip once declared", uitest.Words(s.count.strip.box), "Draw anew")
}

// A result that a file calls declared, and that is wrong, comes provisional and
// says what stands against it.
func TestAResultInErrorIsNotTakenAsDeclared(t *testing.T) {
	c := uitest.Hartlepool(t)
	c.State, c.Revision = election.Declared, 1
	c.Verified, c.Rejected = election.Of(30215), election.Of(182)
	s := at(t, uitest.NightWith(t, []election.Contest{c}, nil))
	strip := uitest.Words(s.count.strip.box)
	uitest.Has(t, "strip", strip, "✗")
	uitest.Has(t, "strip", strip, "but 30,215 were verified")
	uitest.Has(t, "strip", strip, "Override")
	uitest.Equal(t, "state", s.InNight().State, election.Provisional)
}

func TestADeclaredWardShowsItsPapersAndItsMethod(t *testing.T) {
	s := at(t, wardNight(t, nil, declareAll(t)))
	all := uitest.Words(s.count.figures.box)
	uitest.Has(t, "figures", all, "Rejected 17 · verified 2,848 · electorate 10,949")
	uitest.Has(t, "figures", all, "Percentages of votes cast. Party shares by top vote")
}

func TestARushOfAWardSaysWhatItLeavesUnsaid(t *testing.T) {
	s := at(t, wardNight(t, nil, nil))
	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Keys(fyne.KeyReturn, fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "It names one of 3 who are elected; of the other seats it says nothing.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Say who says so.")
	s.Types("PA\n")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	flags := s.InNight().Flags
	if len(flags) != 1 || flags[0].Source != "PA" {
		t.Errorf("flags in the file: %+v", flags)
	}
}

// Of two baselines each has its outcome, by name.
func TestTheOutcomeOnEachBaselineIsNamed(t *testing.T) {
	c := uitest.Hartlepool(t)
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
	s := at(t, uitest.NightWith(t, []election.Contest{c}, nil))
	all := uitest.Words(s.count.figures.box)
	uitest.Has(t, "figures", all, "Con gain from Lab on 2019 general election · Con hold on by-election of 4 May 2023")
	uitest.Has(t, "figures", all, "Outcome on 2019 general election")
	uitest.Has(t, "head", uitest.Words(s.count.head.box), "change since 2019 general election")
}

func TestReadBackOfACorrectionSaysItsRevision(t *testing.T) {
	s := at(t, correctedNight(t))
	s.Chord(shell.Ctrl, fyne.KeyR)
	uitest.Has(t, "view", uitest.Words(s.Above()), "as corrected, revision ")
}

// A window that only reads asks nobody to write, and says why nothing happens.
func TestAWindowThatReadsSaysSo(t *testing.T) {
	path := uitest.NightOf(t, nil)
	first, err := night.Open(path, night.Options{})
	uitest.Must(t, err)
	defer func() { uitest.Must(t, first.Close()) }()
	s := at(t, path)
	uitest.Has(t, "top", s.Saved(), "Read only")
	uitest.Equal(t, "timeline", s.blog.empty.Words(), "No entries yet.")
	for _, key := range []struct {
		mod fyne.KeyModifier
		key fyne.KeyName
	}{{shell.CtrlShift, fyne.KeyD}, {shell.Ctrl, fyne.KeyI}} {
		s.Hush()
		s.Chord(key.mod, key.key)
		s.Says("Nothing can be changed here.")
	}
}

// What differs is settled in its cell, which has the focus when declaring had
// to be refused.
func TestRefusedForADifferenceGoesToItsCell(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.KeyAll(t, n, author)
		differing(t, n, author)
	}))
	s.Chord(shell.CtrlShift, fyne.KeyD)
	s.Says("Not yet")
	uitest.Equal(t, "focus", s.count.rows[1].cell.HasFocus(), true)
}
