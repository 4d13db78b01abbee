package election

import "testing"

// compared is a seat that one party won from another, each with 100 and 90 votes.
func compared(now, then Party) Contest {
	other := Party{"PP53", "Labour", "Lab"}
	return Contest{ID: "A", Name: "A", Seats: 1, State: Declared,
		Candidates: []Candidate{{ID: "1", Surname: "Smith", Party: now, Votes: Of(110)}, {ID: "2", Surname: "Jones", Party: other, Votes: Of(90)}},
		Baselines: []Baseline{{ID: "b", Name: "2021", Seats: 1, Candidates: []Candidate{
			{ID: "3", Surname: "Smith", Party: then, Votes: Of(100)}, {ID: "4", Surname: "Jones", Party: other, Votes: Of(100 - 10)}}}}}
}

// A party never gains a seat from itself, whatever ids and names it stands under.
func TestAPartyNeverGainsFromItself(t *testing.T) {
	for _, k := range []struct {
		what      string
		now, then Party
		says      string
		change    string
	}{
		{"ids of two registers", Party{"PP51", "Conservative", "Con"}, Party{"PP52", "Conservative", "Con"}, "Con hold", "+2.4"},
		{"an id made of a description", Party{"x:the conservative party candidate", "The Conservative Party Candidate", ""},
			Party{"PP52", "Conservative", "Con"}, "The Conservative Party Candidate hold", "+2.4"},
		{"a successor of the id", Party{"PP7931", "Reform UK", "Reform UK"}, Party{"PP7931", "The Brexit Party", "BRX"}, "Reform UK hold", "+2.4"},
		{"one name under ids that nobody knows", Party{"PP90001", "Mere First", "MF"}, Party{"x:mere", "The Mere First Party", "MF"}, "MF hold", "new"},
		{"another party of the short name", Party{"PP130", "Scottish Green Party", "Green"}, Party{"PP63", "Green Party", "Green"},
			"Scottish Green Party gain from Green Party", "new"},
	} {
		r := Compute(compared(k.now, k.then))
		equal(t, k.what+": outcome", r.Outcome().String(), k.says)
		equal(t, k.what+": change", printed(r.Rows[0].Change()), k.change)
	}
}

// A chain between ids of one party changes nothing.
func TestAChainOfOnePartyIsNone(t *testing.T) {
	c := compared(Party{"PP51", "Conservative", "Con"}, Party{"PP52", "Conservative", "Con"})
	c.Chains = []Chain{{Now: "PP51", Then: "PP52"}}
	equal(t, "outcome", Compute(c).Outcome().String(), "Con hold")
}

// Independents hold a seat as persons, however their name is printed.
func TestAPersonIsOneInEveryPrint(t *testing.T) {
	c := compared(Independent, Independent)
	c.Candidates[0].Surname, c.Baselines[0].Candidates[0].Surname = "O’Neill", "O'NEILL"
	equal(t, "outcome", Compute(c).Outcome().String(), "Ind hold")
}
