package election

import (
	"encoding/json"
	"strings"
	"testing"
)

// What is public when: a row a state, a column a measure.
func TestEmbargo(t *testing.T) {
	measures := []Measure{Nomination, PapersTurnout, Progress, Votes}
	table := map[State][4]bool{
		NotStarted:    {true, false, true, false},
		Verifying:     {true, false, true, false},
		Verified:      {true, true, true, false},
		Counting:      {true, true, true, false},
		Provisional:   {true, true, true, false},
		Recounting:    {true, true, true, false},
		Declared:      {true, true, true, true},
		Corrected:     {true, true, true, true},
		Uncontested:   {true, false, true, false},
		Countermanded: {true, false, true, false},
		Postponed:     {true, false, true, false},
		"no such":     {false, false, false, false},
		"":            {false, false, false, false},
	}
	for _, s := range States {
		if _, ok := table[s]; !ok {
			t.Errorf("%s is not in the table", s)
		}
	}
	for s, row := range table {
		for i, m := range measures {
			if got := (Contest{State: s}).IsPublic(m); got != row[i] {
				t.Errorf("%s: measure %d public is %v, want %v", s, m, got, row[i])
			}
		}
		checkPublic(t, s, row[PapersTurnout], row[Votes])
	}
}

// checkPublic looks at what leaves the desk in a state, as data and as
// figures, for every number of the count.
func checkPublic(t *testing.T, s State, papers, votes bool) {
	t.Helper()
	c := hartlepool2021()
	c.State = s
	c.Headings = Headings{Of(1001), Of(1002), Of(1003), Of(1004)}
	c.Lot = []string{"Mortimer"}
	c.Answers = []Answer{{Code: "rejected-high", Figures: "rejected=182;"}}
	c.Corrections = []Correction{{Revision: 2, Reason: "6940 was read out as 9640", Source: "the officer"}}
	c.Second = &Keying{Author: "second desk", Votes: map[string]Count{"Mortimer": Of(15592)}, Verified: Of(30151), Rejected: Of(128)}
	public := c.Public()
	equal(t, string(s)+": the second keying stays", public.Second, (*Keying)(nil))
	equal(t, string(s)+": corrections leave", len(public.Corrections) == 1, votes)
	out, err := json.Marshal(public)
	if err != nil {
		t.Fatal(err)
	}
	secret := []string{`"Rejected":182`, "6940", "1001", "1002", "1003", "1004", "182;"}
	for _, k := range c.Candidates {
		secret = append(secret, `"Votes":`+strings.ReplaceAll(k.Votes.String(), ",", ""))
	}
	for _, figure := range secret {
		if strings.Contains(string(out), figure) != votes {
			t.Errorf("%s: %s leaves the desk is %v, want %v", s, figure, !votes, votes)
		}
	}
	for _, figure := range []string{"30115", "42.55"} {
		if strings.Contains(string(out), figure) != papers {
			t.Errorf("%s: %s leaves the desk is %v, want %v", s, figure, !papers, papers)
		}
	}
	equal(t, string(s)+": the baseline is public", public.Baselines[0].Candidates[0].Votes.Known(), true)
	equal(t, string(s)+": the desk's own figures stay", c.Candidates[0].Votes.Known() && c.Rejected.Known(), true)
	equal(t, string(s)+": and all it said", c.Second != nil && len(c.Corrections) == 1, true)
	checkFigures(t, public, papers, votes)
}

// checkFigures computes from what is public: a masked figure must not come
// back by way of another.
func checkFigures(t *testing.T, public Contest, papers, votes bool) {
	t.Helper()
	r := Compute(public)
	s := string(public.State)
	equal(t, s+": turnout by papers", r.TurnoutPapers.Known(), papers)
	for what, known := range map[string]bool{
		"valid votes": r.Valid.Known(), "papers counted": r.Papers.Known(), "majority": r.Majority.Known(),
		"turnout by valid votes": r.TurnoutValid.Known(), "deposits": r.DepositsLost.Known(),
		"swing": r.Primary().Swing != nil, "turnout change": r.Primary().TurnoutChange.Known(),
		"share": r.Rows[0].Share.Known(), "rank": r.Rows[0].Rank != 0, "keyed": r.Keyed != 0,
		"elected": r.Rows[0].Elected, "outcome": r.Outcome() != Outcome{}, "note": r.PercentNote() != "",
	} {
		if what == "outcome" && public.State == Uncontested {
			continue
		}
		equal(t, s+": "+what, known, votes)
	}
	for i, row := range r.Rows {
		if !votes && row.Candidate.ID != public.Candidates[i].ID {
			t.Errorf("%s: the order of the candidates tells who is ahead", s)
		}
	}
}
