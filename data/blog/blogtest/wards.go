package blogtest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"nightdesk/data/election"
)

// With is a contest with other votes, in ballot-paper order.
func With(c election.Contest, votes ...int) election.Contest {
	c.Candidates = slices.Clone(c.Candidates)
	for i, n := range votes {
		c.Candidates[i].Votes = election.Of(n)
	}
	return c
}

// ThreeSeats is a ward that elects three of five.
func ThreeSeats() election.Contest {
	return election.Contest{
		ID: "sandhill", Name: "Sandhill ward", Kind: election.Local, Seats: 3, State: election.Declared, Revision: 1,
		Electorate: election.Of(9000), Verified: election.Of(3010), Rejected: election.Of(10),
		Candidates: []election.Candidate{
			Candidate("Ada", "Ash", "PP53", 1600),
			Candidate("Ben", "Birch", "PP53", 1500),
			Candidate("Cy", "Cedar", "PP53", 1400),
			Candidate("Di", "Dock", "PP52", 1000),
			Candidate("Ed", "Elm", "", 300),
		},
	}
}

// Held is the ward against how its seats were last won, by the party of the
// id.
func Held(c election.Contest, party string) election.Contest {
	b := election.Baseline{ID: "then", Name: "2017", Date: "2017-05-04", Seats: c.Seats}
	for i := range c.Seats {
		k := Candidate("Old", fmt.Sprint("Hand ", i), party, 900+i)
		b.Candidates = append(b.Candidates, k)
	}
	b.Candidates = append(b.Candidates, Candidate("Di", "Dock", "PP52", 100))
	c.Baselines = []election.Baseline{b}
	return c
}

// Uncontested is a contest with as many candidates as seats.
func Uncontested(c election.Contest) election.Contest {
	c.State, c.Revision = election.Uncontested, 0
	c.Candidates = c.Candidates[:c.Seats]
	return c
}

// DrawContest is any contest that can have ended: of one seat or of several,
// declared or uncontested, with a baseline or without.
func DrawContest(t *rapid.T) election.Contest {
	parties := []string{"PP52", "PP53", "PP63", ""}
	poll := func(name string, most int) (ks []election.Candidate) {
		for i := range rapid.IntRange(1, 6).Draw(t, name) {
			k := Candidate("Name", fmt.Sprint(name, i), rapid.SampledFrom(parties).Draw(t, "party"), 0)
			k.Votes = election.Of(rapid.IntRange(0, most).Draw(t, "votes"))
			ks = append(ks, k)
		}
		return ks
	}
	c := election.Contest{
		ID: "c", Name: "Sandhill ward", Kind: rapid.SampledFrom([]election.Kind{election.Local, election.Parliamentary}).Draw(t, "kind"),
		Seats:      rapid.IntRange(1, 3).Draw(t, "seats"),
		State:      rapid.SampledFrom([]election.State{election.Declared, election.Corrected, election.Uncontested}).Draw(t, "state"),
		Revision:   1,
		Candidates: poll("now", rapid.SampledFrom([]int{3, 5000}).Draw(t, "most")),
	}
	if rapid.Bool().Draw(t, "compared") {
		c.Baselines = []election.Baseline{{Name: "2017", Date: "2017-05-04", Seats: rapid.IntRange(0, 3).Draw(t, "then"), Candidates: poll("then", 5000)}}
	}
	return c
}
