package election

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// flagged is a contest with one flag of each kind, of which the call alone is
// published.
func flagged(c Contest) Contest {
	c.Flags = []Flag{
		{Kind: Rush, Candidate: "Williams", Source: "agent at the count", Author: "a", When: 1},
		{Kind: Call, Candidate: "Mortimer", Words: "We call it for the Conservatives", Source: "the desk", Author: "a", When: 2, Public: true},
		{Kind: Estimate, Words: "Con ahead by about 6,000", Source: "sampling", Author: "b", When: 3},
	}
	return c
}

// A rush, a call and an estimate never enter a figure, whoever they name.
func TestFlagsChangeNoFigure(t *testing.T) {
	states := append([]State{Uncontested, Countermanded, Postponed}, States...)
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		c.Group = "Town"
		c.State = rapid.SampledFrom(states).Draw(t, "state")
		if rapid.Bool().Draw(t, "half keyed") {
			c.Candidates[0].Votes = Count{}
		}
		with := flagged(c)
		for i := range with.Flags {
			with.Flags[i].Candidate = rapid.SampledFrom(c.Candidates).Draw(t, "named").ID
			with.Flags[i].Public = rapid.Bool().Draw(t, "public")
		}
		plain, told := Compute(c), Compute(with)
		told.Contest = plain.Contest
		council := Council{Name: "Town", Seats: c.Seats + 2, NotUp: []Holding{holding("PP52", 2)}}
		switch {
		case !reflect.DeepEqual(plain, told):
			t.Fatal("a flag changes the result")
		case !reflect.DeepEqual(Checks(c), Checks(with)):
			t.Fatal("a flag changes the checks")
		case Balance(c) != Balance(with):
			t.Fatal("a flag changes the balance")
		case !reflect.DeepEqual(Tally([]Result{Compute(c)}), Tally([]Result{Compute(with)})):
			t.Fatal("a flag changes the scoreboard")
		case !reflect.DeepEqual(ComputeCouncil(council, []Contest{c}), ComputeCouncil(council, []Contest{with})):
			t.Fatal("a flag changes the council")
		}
	})
}

// Only what the desk has published leaves it, whatever the state.
func TestPublicFlags(t *testing.T) {
	for _, s := range append([]State{Uncontested, Countermanded, Postponed}, States...) {
		c := flagged(hartlepool2021())
		c.State = s
		public := c.Public()
		if len(public.Flags) != 1 || public.Flags[0].Kind != Call {
			t.Errorf("%s: the flags that leave the desk are %v", s, public.Flags)
		}
		equal(t, "the desk's own", len(c.Flags), 3)
		public.Flags[0].Words = "changed"
		equal(t, "its words", c.Flags[1].Words, "We call it for the Conservatives")
	}
	equal(t, "no flags", hartlepool2021().Public().Flags == nil, true)
}
