package blogtest

import (
	"fmt"

	"nightdesk/data/election"
)

// Harlow is the council on 6 May 2021: 33 seats, of which 13 were up in 11
// wards; a councillor had died, so that one seat not up was vacant. The votes
// are made up.
func Harlow() ([]election.Contest, []election.Council) {
	con, _ := election.PartyByID("PP52")
	lab, _ := election.PartyByID("PP53")
	councils := []election.Council{{
		ID: "harlow", Name: "Harlow", Code: "E07000073", Date: "2021-05-06", Seats: 33, Vacant: 1,
		NotUp: []election.Holding{{Party: lab, Seats: 11}, {Party: con, Seats: 8}},
		Baselines: []election.CouncilBaseline{
			{Name: "as last fought", Date: "2019-05-02", Holdings: []election.Holding{{Party: lab, Seats: 20}, {Party: con, Seats: 13}}},
		},
	}}
	var contests []election.Contest
	for i := range 11 {
		w := election.Contest{
			ID: fmt.Sprint("w", i), Name: fmt.Sprintf("Ward %d ward", i), Group: "Harlow", Kind: election.Local,
			Seats: 1, State: election.Declared, Revision: 1,
			Candidates: []election.Candidate{
				Candidate("Ann", "Adams", "PP52", 800), Candidate("Bob", "Brown", "PP53", 600), Candidate("Cy", "Clark", "PP63", 90),
			},
		}
		switch i {
		case 0:
			w.Candidates[0].Votes, w.Candidates[1].Votes = election.Of(600), election.Of(800)
		case 1, 2:
			w.Seats = 2
			w.Candidates = append(w.Candidates, Candidate("Di", "Dean", "PP52", 700))
		}
		contests = append(contests, w)
	}
	return contests, councils
}
