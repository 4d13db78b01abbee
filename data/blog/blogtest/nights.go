// Package blogtest has what the tests of the blog are told of: the nights of
// Hartlepool and Harlow, 6 May 2021, and lines that break careless readers.
package blogtest

import "nightdesk/data/election"

// Candidate is somebody who stood for the party of an id, or for none.
func Candidate(forenames, surname, party string, votes int) election.Candidate {
	p := election.Independent
	if party != "" {
		p, _ = election.PartyByID(party)
	}
	return election.Candidate{ID: "c-" + surname, Forenames: forenames, Surname: surname, Party: p, Votes: election.Of(votes)}
}

// Hartlepool is the by-election of 6 May 2021 as declared, against the
// general election of 2019.
func Hartlepool() election.Contest {
	reform, _ := election.PartyByID("PP7931")
	brexit := reform
	brexit.Name, brexit.Short = "Brexit Party", "Brexit"
	tice := Candidate("Richard", "Tice", "", 10603)
	tice.Party = brexit
	return election.Contest{
		ID: "hartlepool", Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06",
		Kind: election.Parliamentary, Seats: 1, State: election.Declared, Revision: 1,
		Electorate: election.Of(70768), Verified: election.Of(30115), Rejected: election.Of(182),
		Candidates: []election.Candidate{
			Candidate("David", "Bettney", "PP243", 104),
			Candidate("Hilton", "Dawson", "PP2303", 163),
			Candidate("Gemma", "Evans", "PP2755", 140),
			Candidate("Rachel", "Featherstone", "PP63", 358),
			Candidate("The Incredible", "Flying Brick", "PP66", 108),
			Candidate("Adam", "Gaines", "", 126),
			Candidate("Andrew", "Hagon", "PP90", 349),
			Candidate("Steve", "Jack", "PP12667", 72),
			Candidate("Chris", "Killick", "", 248),
			Candidate("Sam", "Lee", "", 2904),
			Candidate("Claire", "Martin", "PP12550", 468),
			Candidate("Jill", "Mortimer", "PP52", 15529),
			Candidate("John", "Prescott", "PP7931", 368),
			Candidate("Thelma", "Walker", "", 250),
			Candidate("W. Ralph", "Ward-Jackson", "", 157),
			Candidate("Paul", "Williams", "PP53", 8589),
		},
		Baselines: []election.Baseline{{
			ID: "ge2019", Name: "2019 general election", Date: "2019-12-12", Seats: 1,
			Electorate: election.Of(70855), Rejected: election.Of(119),
			Candidates: []election.Candidate{
				Candidate("Mike", "Hill", "PP53", 15464),
				Candidate("Stefan", "Houghton", "PP52", 11869),
				tice,
				Candidate("Andy", "Hagon", "PP90", 1696),
				Candidate("Joe", "Bousfield", "", 911),
				Candidate("Kevin", "Cranney", "PP73", 494),
			},
		}},
	}
}

// In is the contest in another state.
func In(c election.Contest, s election.State) election.Contest {
	c.State = s
	if !s.IsDeclared() {
		c.Revision = 0
	}
	return c
}

// BushFair is a ward of another place, with a candidate and parties that
// share names with Hartlepool's.
func BushFair() election.Contest {
	return election.Contest{
		ID: "bush-fair", Name: "Bush Fair ward", Kind: election.Local, Seats: 1, State: election.Declared, Revision: 1,
		Electorate: election.Of(5000), Verified: election.Of(1510), Rejected: election.Of(10),
		Candidates: []election.Candidate{
			Candidate("Ada", "Green", "PP52", 800),
			Candidate("Ben", "Williams", "PP53", 600),
			Candidate("Cy", "O’Neill", "PP63", 100),
		},
	}
}
