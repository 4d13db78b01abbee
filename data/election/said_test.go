package election

import (
	"strings"
	"testing"
)

// stvWard is an invented ward of three seats by single transferable vote, in
// which the fourth of the first preferences is elected and the second is not.
func stvWard() Contest {
	c := Contest{ID: "w", Name: "Kirkdale", Date: "2022-05-05", Kind: Local, Seats: 3, SystemName: TransferableVote, State: Declared, Revision: 1,
		Candidates: []Candidate{
			{ID: "a", Surname: "Adams", Party: Party{ID: "PP102", Name: "SNP", Short: "SNP"}, Votes: Of(1800), Elected: true},
			{ID: "b", Surname: "Brown", Party: Party{ID: "PP52", Name: "Con", Short: "Con"}, Votes: Of(1200)},
			{ID: "c", Surname: "Clark", Party: Party{ID: "PP53", Name: "Lab", Short: "Lab"}, Votes: Of(1100), Elected: true},
			{ID: "d", Surname: "Dale", Party: Party{ID: "PP102", Name: "SNP", Short: "SNP"}, Votes: Of(700), Elected: true},
			{ID: "e", Surname: "East", Party: Party{ID: "PP130", Name: "Green", Short: "Green"}, Votes: Of(900)},
		}}
	return c
}

func electedIn(r Result) string {
	var names []string
	for _, row := range r.Rows {
		if row.Elected {
			names = append(names, row.Candidate.Surname)
		}
	}
	return strings.Join(names, " ")
}

// What is not counted here elects nobody but who is said to be elected, and has
// none of the figures that rest on votes electing.
func TestElectedIsWhoIsSaidToBe(t *testing.T) {
	for _, system := range []SystemName{TransferableVote, SupplementaryVote, PartyLists} {
		c := stvWard()
		c.SystemName, c.Kind = system, Parliamentary
		r := Compute(c)
		if got := electedIn(r); got != "Adams Clark Dale" {
			t.Errorf("%s: elected %s", system, got)
		}
		if r.Majority.Known() || r.DepositsLost.Known() || r.MajorityShare.Known() || r.Rows[4].DepositLost != nil {
			t.Errorf("%s has a majority of %s, %s deposits lost", system, r.Majority, r.DepositsLost)
		}
		if r.Rows[0].Candidate.Surname != "Adams" || r.Rows[0].Share.Percent(1) != "31.6" || r.Rows[3].Rank != 4 {
			t.Errorf("%s: the votes are kept otherwise: %+v", system, r.Rows)
		}
		for i := range c.Candidates {
			c.Candidates[i].Elected = false
		}
		if got := electedIn(Compute(c)); got != "" {
			t.Errorf("%s: nobody is said to be elected, and %s is", system, got)
		}
		if got := Compute(c).Outcome().String(); got != "" {
			t.Errorf("%s ends in %q", system, got)
		}
		if tied, open := c.TiedAtCut(); len(tied) != 0 || open != 0 {
			t.Errorf("%s: %d tied for %d", system, len(tied), open)
		}
	}
}

// A ward is declared when as many are said to be elected as there are seats. Of
// lists there may be fewer than seats.
func TestAsManyAreSaidToBeElectedAsThereAreSeats(t *testing.T) {
	c := stvWard()
	if blocked := Blocked(Checks(c)); len(blocked) != 0 {
		t.Errorf("%+v", blocked)
	}
	equal(t, "outcome", Compute(c).Outcome().String(), "split ward")
	c.Candidates[3].Elected = false
	check, ok := raised(c, "elected-not-seats")
	if !ok || check.Text != "2 candidates are said to be elected for 3 seats: who is elected by single transferable vote is not counted here; say who is." {
		t.Errorf("%+v", check)
	}
	equal(t, "outcome of two of three", Compute(c).Outcome().String(), "")
	c.SystemName, c.Candidates = PartyLists, c.Candidates[:2]
	if blocked := Blocked(Checks(c)); len(blocked) != 0 {
		t.Errorf("two lists for three seats: %+v", blocked)
	}
}

// First preferences are not set against votes: neither a change nor a swing is
// drawn from them. They are set against first preferences.
func TestFirstPreferencesAreNotComparedWithVotes(t *testing.T) {
	c := stvWard()
	b := Baseline{ID: "b", Name: "2017", Date: "2017-05-04", Seats: 3, Candidates: stvWard().Candidates}
	c.Baselines = []Baseline{b}
	r := Compute(c)
	for _, row := range r.Rows {
		if row.Change().String() != "" {
			t.Errorf("%s changed by %s", row.Candidate.Surname, row.Change())
		}
	}
	if r.Primary().Swing != nil || r.MethodNote() != "" {
		t.Errorf("%+v, %q", r.Primary().Swing, r.MethodNote())
	}
	c.Baselines[0].SystemName = TransferableVote
	r = Compute(c)
	equal(t, "change", r.Rows[0].Change().String(), "0.0")
	if r.Primary().Swing != nil {
		t.Errorf("%+v", r.Primary().Swing)
	}
}

// A mayor after 7 May 2026 elects nobody until the system is said.
func TestAnOpenSystemElectsNobody(t *testing.T) {
	c := stvWard()
	for i := range c.Candidates {
		c.Candidates[i].Elected = false
	}
	c.SystemName, c.Seats, c.Code, c.Date = "", 1, "mayor.docklow.2026-06-18", "2026-06-18"
	r := Compute(c)
	equal(t, "elected", electedIn(r), "")
	if r.Outcome().String() != "" || r.Majority.Known() {
		t.Errorf("%s, majority %s", r.Outcome(), r.Majority)
	}
	if _, ok := raised(c, SystemOpen); !ok {
		t.Error("nothing is asked")
	}
	c.SystemName = FirstPastThePost
	equal(t, "elected", electedIn(Compute(c)), "Adams")
	if _, ok := raised(c, SystemOpen); ok {
		t.Error("it is asked though it is said")
	}
}

// “None of the above” has no party and no deposit, and is never elected.
func TestNoneOfTheAbove(t *testing.T) {
	c := Contest{Name: "Docklow", Kind: Parliamentary, Seats: 1, State: Declared, Candidates: []Candidate{
		{ID: "a", Surname: "Able", Party: Party{ID: "PP53", Name: "Lab", Short: "Lab"}, Votes: Of(1234)},
		{ID: "b", Surname: "Bone", Party: Party{ID: "PP52", Name: "Con", Short: "Con"}, Votes: Of(987)},
		{ID: "n", Surname: "None of the above", Party: NoParty, Votes: Of(2000)},
		{ID: "z", Surname: "Zane", Party: Independent, Votes: Of(5)},
	}}
	c.Baselines = []Baseline{{ID: "b", Name: "2019", Seats: 1, Candidates: c.Candidates}}
	r := Compute(c)
	equal(t, "elected", electedIn(r), "Able")
	equal(t, "majority", r.Majority, Of(247))
	equal(t, "deposits lost", r.DepositsLost, Of(1))
	equal(t, "outcome", r.Outcome().String(), "Lab hold")
	for _, row := range r.Rows {
		if row.Candidate.IsAnswer() && (row.DepositLost != nil || row.Change() != Change{} || row.Elected) {
			t.Errorf("%+v", row)
		}
	}
	if blocked := Blocked(Checks(c)); len(blocked) != 0 {
		t.Errorf("%+v", blocked)
	}
	for _, row := range Tally([]Result{r}).Rows {
		if row.Party.IsNone() {
			t.Errorf("%+v", row)
		}
	}
	c.Candidates = c.Candidates[1:3]
	if got := electedIn(Compute(c)); got != "Bone" {
		t.Errorf("the only person elected is %q", got)
	}
	if tied, open := c.TiedAtCut(); len(tied) != 1 || open != 1 {
		t.Errorf("%d tied for %d", len(tied), open)
	}
}

// A referendum has answers and no winner with a party; it fills no seat.
func TestReferendum(t *testing.T) {
	c := Contest{Name: "Docklow referendum", SystemName: Referendum, Seats: 1, Kind: Parliamentary, State: Declared, Candidates: []Candidate{
		{ID: "r", Surname: "Remain", Party: NoParty, Votes: Of(16141241)},
		{ID: "l", Surname: "Leave", Party: NoParty, Votes: Of(17410742), Elected: true},
	}}
	r := Compute(c)
	if electedIn(r) != "" || r.Outcome() != (Outcome{}) || r.DepositsLost.Known() || r.Majority.Known() {
		t.Errorf("elected %s, %s, majority %s", electedIn(r), r.Outcome(), r.Majority)
	}
	equal(t, "share", r.Rows[0].Share.Percent(1)+r.ShareOf(), "51.9valid answers")
	if blocked := Blocked(Checks(c)); len(blocked) != 0 {
		t.Errorf("%+v", blocked)
	}
	board := Tally([]Result{r})
	if board.Seats != 0 || board.Declared != 1 || board.Valid != 0 || len(board.Rows) != 0 {
		t.Errorf("%+v", board)
	}
}

// First preferences are no votes of a night that has votes too.
func TestFirstPreferencesAreAddedUpAlone(t *testing.T) {
	ward := Compute(stvWard())
	board := Tally([]Result{ward, ward})
	equal(t, "first preferences", board.Valid, 11400)
	equal(t, "seats of the SNP", board.Rows[0].Seats, 4)
	other := stvWard()
	other.SystemName, other.Seats = FirstPastThePost, 1
	board = Tally([]Result{ward, Compute(other)})
	equal(t, "votes", board.Valid, 5700)
	equal(t, "seats filled", board.Filled, 4)
	lists := stvWard()
	lists.SystemName = PartyLists
	equal(t, "list votes beside first preferences", Tally([]Result{ward, Compute(lists)}).Valid, 0)
}

// Before the declaration nobody outside is told who is said to be elected.
func TestWhoIsSaidToBeElectedIsNotPublicBefore(t *testing.T) {
	c := stvWard()
	c.State = Provisional
	for _, k := range c.Public().Candidates {
		if k.Elected {
			t.Errorf("%s", k.Surname)
		}
	}
	if !c.Candidates[0].Elected {
		t.Error("the contest itself was changed")
	}
}
