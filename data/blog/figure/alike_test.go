package figure

import (
	"testing"

	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
)

// A name in a slot is found as one in a file is.
func TestNamesInSlotsAreFoundAsThoseInFiles(t *testing.T) {
	docks := election.Contest{ID: "docks", Name: "St Michael’s & Docks", State: election.Declared, Revision: 1, Kind: election.Local, Seats: 1, Date: "2026-05-07",
		Candidates: []election.Candidate{
			{ID: "1", Forenames: "Siân", Surname: "Llŷr-Jones", Votes: election.Of(95), Party: election.Party{ID: "x:a", Name: "A"}},
			{ID: "2", Forenames: "Michelle", Surname: "O’Neill", Votes: election.Of(102), Party: election.Party{ID: "x:b", Name: "B"}},
		}}
	later := docks
	later.ID, later.Date, later.Candidates = "later", "2027-02-04", []election.Candidate{{ID: "3", Surname: "Able", Votes: election.Of(7)}}
	live := Live(of(docks, blogtest.BushFair()))
	for slot, want := range map[string]string{
		"St Michael's and Docks.Sian Llyr Jones.votes": "95",
		"Saint Michaels and Docks ward.oneill.votes":   "102",
		"St. Michael's & Docks.LLYR JONES.votes":       "95",
	} {
		if got, ok := live(slot); !ok || got != want {
			t.Errorf("{%s} prints %q, %v", slot, got, ok)
		}
	}
	live = Live(of(docks, later))
	if got, ok := live("St Michael's & Docks.O'Neill.votes"); ok {
		t.Errorf("of two days it prints %q", got)
	}
	if got, _ := live("St Michael's & Docks, 7 May 2026.O'Neill.votes"); got != "102" {
		t.Errorf("of the first day it prints %q", got)
	}
	if got, _ := live("St Michael's & Docks 2027-02-04.Able.votes"); got != "7" {
		t.Errorf("of the second day it prints %q", got)
	}
	if bound := (drafting{resolver: newResolver(of(docks, later)), contest: later}).bind("{majority}"); bound != "{St Michael’s & Docks, 4 February 2027.majority}" {
		t.Errorf("a drafted slot is bound as %s", bound)
	}
}
