package chart_test

import (
	"fmt"

	"nightdesk/data/election"
)

var (
	con    = election.Party{ID: "PP52", Name: "Conservative", Short: "Con"}
	lab    = election.Party{ID: "PP53", Name: "Labour", Short: "Lab"}
	libdem = election.Party{ID: "PP90", Name: "Liberal Democrat", Short: "LD"}
	reform = election.Party{ID: "PP7931", Name: "Reform UK", Short: "Reform UK"}
	brexit = election.Party{ID: "PP7931", Name: "Brexit Party", Short: "Brexit"}
	green  = election.Party{ID: "PP63", Name: "Green Party", Short: "Green"}
	soclab = election.Party{ID: "PP73", Name: "Socialist Labour Party", Short: "Soc Lab"}
)

func party(id, name, short string) election.Party {
	return election.Party{ID: id, Name: name, Short: short}
}

func stood(forenames, surname string, p election.Party, votes int) election.Candidate {
	return election.Candidate{
		ID: forenames + " " + surname, Forenames: forenames, Surname: surname, Party: p, Votes: election.Of(votes),
	}
}

// hartlepool is the by-election of 6 May 2021 as it was declared.
func hartlepool() election.Contest {
	ind := election.Independent
	return election.Contest{
		ID: "hartlepool", Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06",
		Kind: election.Parliamentary, Seats: 1, State: election.Declared, Revision: 1,
		Electorate: election.Of(70768), Verified: election.Of(30115), Rejected: election.Of(182),
		Candidates: []election.Candidate{
			stood("David", "Bettney", party("PP243", "Social Democratic Party", "SDP"), 104),
			stood("Hilton", "Dawson", party("PP2303", "The North East Party", "North East"), 163),
			stood("Gemma", "Evans", party("PP2755", "Women’s Equality Party", "Women’s Eq."), 140),
			stood("Rachel", "Featherstone", green, 358),
			stood("The Incredible", "Flying Brick", party("PP66", "Official Monster Raving Loony Party", "MRLP"), 108),
			stood("Adam", "Gaines", ind, 126),
			stood("Andrew", "Hagon", libdem, 349),
			stood("Steve", "Jack", party("PP12667", "Freedom Alliance", "Freedom All."), 72),
			stood("Chris", "Killick", ind, 248),
			stood("Sam", "Lee", ind, 2904),
			stood("Claire", "Martin", party("PP12550", "Heritage Party", "Heritage"), 468),
			stood("Jill", "Mortimer", con, 15529),
			stood("John", "Prescott", reform, 368),
			stood("Thelma", "Walker", ind, 250),
			stood("W. Ralph", "Ward-Jackson", ind, 157),
			stood("Paul", "Williams", lab, 8589),
		},
		Baselines: []election.Baseline{{
			ID: "ge2019", Name: "2019 general election", Date: "2019-12-12", Seats: 1,
			Electorate: election.Of(70855), Rejected: election.Of(119),
			Candidates: []election.Candidate{
				stood("Mike", "Hill", lab, 15464),
				stood("Stefan", "Houghton", con, 11869),
				stood("Richard", "Tice", brexit, 10603),
				stood("Andy", "Hagon", libdem, 1696),
				stood("Joe", "Bousfield", ind, 911),
				stood("Kevin", "Cranney", soclab, 494),
			},
		}},
	}
}

// crowd is a declared contest of n candidates, votes falling by half or so
// each time, against a baseline in which every third party stood.
func crowd(n int) election.Contest {
	c := election.Contest{
		ID: "crowd", Name: "Much Binding", Date: "2024-07-04", Kind: election.Parliamentary,
		Seats: 1, State: election.Declared, Revision: 1,
	}
	base := election.Baseline{ID: "b", Name: "2019 general election", Seats: 1}
	major := []election.Party{con, lab, libdem, reform, green}
	votes := 24000
	for i := range n {
		p := election.Independent
		switch {
		case i < len(major):
			p = major[i]
		case i%2 == 0:
			p = party(fmt.Sprintf("x:%d", i), fmt.Sprintf("Party Number %d", i), fmt.Sprintf("Party %d", i))
		}
		c.Candidates = append(c.Candidates, stood(fmt.Sprintf("Forename%d", i), fmt.Sprintf("Surname-%d", i*i), p, votes))
		if p.ID != "" && i%3 != 2 {
			base.Candidates = append(base.Candidates, stood("Earlier", fmt.Sprint(i), p, 9000-(i*700)%5000))
		}
		votes = votes*3/5 + n - i
	}
	c.Baselines = []election.Baseline{base}
	return c
}
