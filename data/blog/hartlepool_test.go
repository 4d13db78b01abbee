package blog

import "nightdesk/data/election"

func candidate(forenames, surname, party string, votes int) election.Candidate {
	p := election.Independent
	if party != "" {
		p, _ = election.PartyByID(party)
	}
	return election.Candidate{ID: "c-" + surname, Forenames: forenames, Surname: surname, Party: p, Votes: election.Of(votes)}
}

// hartlepool is the by-election of 6 May 2021 as declared, against the
// general election of 2019.
func hartlepool() election.Contest {
	reform, _ := election.PartyByID("PP7931")
	brexit := reform
	brexit.Name, brexit.Short = "Brexit Party", "Brexit"
	tice := candidate("Richard", "Tice", "", 10603)
	tice.Party = brexit
	return election.Contest{
		ID: "hartlepool", Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06",
		Kind: election.Parliamentary, Seats: 1, State: election.Declared, Revision: 1,
		Electorate: election.Of(70768), Verified: election.Of(30115), Rejected: election.Of(182),
		Candidates: []election.Candidate{
			candidate("David", "Bettney", "PP243", 104),
			candidate("Hilton", "Dawson", "PP2303", 163),
			candidate("Gemma", "Evans", "PP2755", 140),
			candidate("Rachel", "Featherstone", "PP63", 358),
			candidate("The Incredible", "Flying Brick", "PP66", 108),
			candidate("Adam", "Gaines", "", 126),
			candidate("Andrew", "Hagon", "PP90", 349),
			candidate("Steve", "Jack", "PP12667", 72),
			candidate("Chris", "Killick", "", 248),
			candidate("Sam", "Lee", "", 2904),
			candidate("Claire", "Martin", "PP12550", 468),
			candidate("Jill", "Mortimer", "PP52", 15529),
			candidate("John", "Prescott", "PP7931", 368),
			candidate("Thelma", "Walker", "", 250),
			candidate("W. Ralph", "Ward-Jackson", "", 157),
			candidate("Paul", "Williams", "PP53", 8589),
		},
		Baselines: []election.Baseline{{
			ID: "ge2019", Name: "2019 general election", Date: "2019-12-12", Seats: 1,
			Electorate: election.Of(70855), Rejected: election.Of(119),
			Candidates: []election.Candidate{
				candidate("Mike", "Hill", "PP53", 15464),
				candidate("Stefan", "Houghton", "PP52", 11869),
				tice,
				candidate("Andy", "Hagon", "PP90", 1696),
				candidate("Joe", "Bousfield", "", 911),
				candidate("Kevin", "Cranney", "PP73", 494),
			},
		}},
	}
}

// in is the contest in another state.
func in(c election.Contest, s election.State) election.Contest {
	c.State = s
	if !s.IsDeclared() {
		c.Revision = 0
	}
	return c
}

// bushFair is a ward of another place, with a candidate and parties that
// share names with Hartlepool's.
func bushFair() election.Contest {
	return election.Contest{
		ID: "bush-fair", Name: "Bush Fair ward", Kind: election.Local, Seats: 1, State: election.Declared, Revision: 1,
		Electorate: election.Of(5000), Verified: election.Of(1510), Rejected: election.Of(10),
		Candidates: []election.Candidate{
			candidate("Ada", "Green", "PP52", 800),
			candidate("Ben", "Williams", "PP53", 600),
			candidate("Cy", "O’Neill", "PP63", 100),
		},
	}
}
