package election

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// won is a declared ward of a council whose seats went to these parties. The
// votes are made up: what a council adds up to rests on the winners alone.
func won(council, name string, parties ...string) Contest {
	c := Contest{ID: name, Name: name, Group: council, Kind: Local, Seats: len(parties), State: Declared, Revision: 1}
	for i, id := range parties {
		c.Candidates = append(c.Candidates, stood(fmt.Sprint("No ", i), name+" winner", id, 900-i))
		c.Candidates[i].ID = fmt.Sprint(name, i)
	}
	for _, id := range []string{"PP52", "PP53"} {
		c.Candidates = append(c.Candidates, Candidate{ID: name + id, Surname: name + " loser", Party: party(id), Votes: Of(400)})
	}
	return c
}

// wards is one ward of one seat for each party.
func wards(council string, parties ...string) []Contest {
	var all []Contest
	for i, id := range parties {
		all = append(all, won(council, fmt.Sprintf("ward %02d", i), id))
	}
	return all
}

func times(n int, id string) []string { return slices.Repeat([]string{id}, n) }

func holding(id string, seats int) Holding { return Holding{party(id), seats} }

// harlow is Harlow, 6 May 2021: 33 seats in 11 wards, of which 13 were up, two
// of them in Church Langley and two in Toddbrook; the Conservatives won 12. A
// councillor had died the week before, so that one seat not up was vacant, and
// the two seats up beyond a third were vacant on the eve.
func harlow() (Council, []Contest) {
	c := Council{ID: "harlow", Name: "Harlow", Date: "2021-05-06", Seats: 33,
		NotUp: []Holding{holding("PP53", 11), holding("PP52", 8)}, Vacant: 1,
		Baselines: []CouncilBaseline{
			{Name: "as last fought", Date: "2019-05-02", Holdings: []Holding{holding("PP53", 20), holding("PP52", 13)}},
			{Name: "eve of poll", Date: "2021-05-05", Holdings: []Holding{holding("PP53", 18), holding("PP52", 12)}, Vacant: 3},
		}}
	all := wards("Harlow", append(times(8, "PP52"), "PP53")...)
	return c, append(all, won("Harlow", "Church Langley", "PP52", "PP52"), won("Harlow", "Toddbrook", "PP52", "PP52"))
}

// nuneaton is Nuneaton and Bedworth, 6 May 2021: 34 seats, 17 up; the
// Conservatives won 15, ten of them from Labour and one from an independent.
func nuneaton() (Council, []Contest) {
	c := Council{ID: "nuneaton", Name: "Nuneaton & Bedworth", Date: "2021-05-06", Seats: 34,
		NotUp: []Holding{holding("PP52", 9), holding("PP53", 6), holding("", 1), holding("", 1)},
		Baselines: []CouncilBaseline{
			{Name: "the election of 2018", Date: "2018-05-03", Holdings: []Holding{holding("PP53", 17), holding("PP52", 16), holding("PP63", 1)}},
			{Name: "eve of poll", Date: "2021-05-05", Holdings: []Holding{holding("PP53", 17), holding("PP52", 13), holding("", 3), holding("PP63", 1)}},
		}}
	return c, wards("Nuneaton & Bedworth", append(times(15, "PP52"), "PP53", "PP63")...)
}

// lines prints the rows of a council: seats not up, won, in all, and the
// change against each baseline.
func lines(r CouncilResult) []string {
	var said []string
	for _, row := range r.Rows {
		said = append(said, fmt.Sprint(row.Party.Short, " ", row.NotUp, "+", row.Won, "=", row.Total, " ", row.Changes))
	}
	return said
}

func sameLines(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s are %q, want %q", what, got, want)
	}
}

func TestHarlow(t *testing.T) {
	r := ComputeCouncil(harlow())
	equal(t, "up", r.Up, 13)
	equal(t, "filled", r.Filled, 13)
	equal(t, "vacant", r.Vacant, 1)
	equal(t, "needed", r.Needed, 17)
	equal(t, "control", r.Control.String(), "Con")
	equal(t, "majority: 20 less the 12 others, the vacancy being nobody's", r.Majority, Of(8))
	equal(t, "outcome", r.Outcome(), "Con gain from Lab")
	sameLines(t, "rows", lines(r), "Con 8+12=20 [7 8]", "Lab 11+1=12 [-8 -6]")
	for i, name := range []string{"as last fought", "eve of poll"} {
		equal(t, "baseline", r.Comparisons[i].Baseline.Name, name)
		equal(t, "before, "+name, r.Comparisons[i].Before.String(), "Lab")
		equal(t, "outcome, "+name, r.Comparisons[i].Outcome, "Con gain from Lab")
	}
	equal(t, "checks", len(CouncilChecks(harlow())), 0)
}

func TestNuneatonAndBedworth(t *testing.T) {
	r := ComputeCouncil(nuneaton())
	equal(t, "needed", r.Needed, 18)
	equal(t, "control", r.Control.String(), "Con")
	equal(t, "majority", r.Majority, Of(14))
	equal(t, "outcome", r.Outcome(), "Con gain from NOC")
	sameLines(t, "rows", lines(r), "Con 9+15=24 [8 11]", "Lab 6+1=7 [-10 -10]", "Ind 2+0=2 [2 -1]", "Green 0+1=1 [0 0]")
	equal(t, "checks", len(CouncilChecks(nuneaton())), 0)
}

// As the wards of Harlow come in: nothing is said of control before it is
// certain, and nothing of the majority before all seats are in.
func TestControlIsToldWhenItIsCertain(t *testing.T) {
	c, all := harlow()
	for i := range all {
		all[i].State = Provisional
	}
	said := func() string {
		r := ComputeCouncil(c, all)
		return fmt.Sprint(r.Filled, " of ", r.Up, " ", r.Control, " ", r.Majority, " ", r.Outcome())
	}
	equal(t, "before", said(), "0 of 13  – ")
	for i := range 8 {
		all[i].State = Declared
	}
	equal(t, "16 seats are one too few", said(), "8 of 13  – ")
	all[9].State = Declared
	equal(t, "18 are enough, three to come", said(), "10 of 13 Con – Con gain from Lab")
	all[8].State, all[10].State = Declared, Corrected
	equal(t, "all in", said(), "13 of 13 Con 8 Con gain from Lab")
}

// That nobody can reach a majority any more is as certain as that somebody
// has.
func TestNoOverallControlIsToldWhenItIsCertain(t *testing.T) {
	c := Council{Name: "Town", Seats: 10, NotUp: []Holding{holding("PP52", 4)}}
	all := wards("Town", "PP53", "PP53", "PP53", "PP53", "PP53", "PP52")
	all[4].State, all[5].State = Counting, Counting
	equal(t, "either may get there", ComputeCouncil(c, all).Control, Control{})
	all[4].State = Declared
	r := ComputeCouncil(c, all)
	equal(t, "Lab may still", r.Control.Known, false)
	all[4].Candidates[0].Party = party("PP90")
	r = ComputeCouncil(c, all)
	equal(t, "nobody can: 4, 4 and one to come of 10", r.Control, Control{Known: true, None: true})
	equal(t, "in words", r.Outcome(), "no overall control")
	equal(t, "no majority", r.Majority.Known(), false)
}

func TestCouncilOutcomes(t *testing.T) {
	con, lab, noc := []Holding{holding("PP52", 6), holding("PP53", 3)}, []Holding{holding("PP53", 5), holding("PP52", 4)}, []Holding{holding("PP52", 4), holding("PP53", 4), holding("PP63", 1)}
	ind := []Holding{holding("", 5), holding("PP52", 4)}
	for _, k := range []struct {
		after, before []Holding
		want          string
	}{
		{con, con, "Con hold"}, {con, lab, "Con gain from Lab"}, {con, noc, "Con gain from NOC"},
		{noc, lab, "Lab loss to NOC"}, {noc, noc, "NOC hold"}, {lab, ind, "Lab gain from Ind"},
		{ind, con, "Ind gain from Con"}, {ind, ind, "Ind hold"}, {con, nil, "Con control"}, {noc, nil, "no overall control"},
	} {
		c := Council{Name: "Town", Seats: 9, NotUp: k.after, Baselines: []CouncilBaseline{{Name: "eve of poll", Holdings: k.before}}}
		equal(t, "outcome", ComputeCouncil(c, nil).Outcome(), k.want)
	}
	equal(t, "outcome without a baseline", ComputeCouncil(Council{Name: "Town", Seats: 9, NotUp: con}, nil).Outcome(), "Con control")
	equal(t, "of a single seat", ComputeCouncil(Council{Name: "Mayor", Seats: 1}, wards("Mayor", "PP53")).Outcome(), "Lab control")
	equal(t, "of a council nobody has set up", ComputeCouncil(Council{Name: "Town"}, nil).Outcome(), "")
}

// The two baselines of one council may disagree; each keeps its own words.
func TestCouncilBaselinesAreNotMixed(t *testing.T) {
	c, all := harlow()
	c.Baselines[1].Holdings = []Holding{holding("PP52", 17), holding("PP53", 13)}
	r := ComputeCouncil(c, all)
	equal(t, "as last fought", r.Comparisons[0].Outcome, "Con gain from Lab")
	equal(t, "eve of poll", r.Comparisons[1].Outcome, "Con hold")
	sameLines(t, "rows", lines(r), "Con 8+12=20 [7 3]", "Lab 11+1=12 [-8 -1]")
	c.Baselines[0], c.Baselines[1] = c.Baselines[1], c.Baselines[0]
	equal(t, "the primary one speaks for the council", ComputeCouncil(c, all).Outcome(), "Con hold")
}

func TestWardsWithoutAPoll(t *testing.T) {
	c := Council{Name: "Town", Seats: 7, NotUp: []Holding{holding("PP53", 3)}}
	all := []Contest{won("Town", "a", "PP53"), won("Town", "b", "PP52"), won("Town", "c", "PP52", "PP52")}
	all[0].State, all[0].Candidates = Uncontested, all[0].Candidates[:1]
	all[0].Candidates[0].Votes = Count{}
	all[1].State, all[2].State = Countermanded, Postponed
	r := ComputeCouncil(c, all)
	equal(t, "filled", r.Filled, 1)
	equal(t, "vacant", r.Vacant, 3)
	equal(t, "control", r.Control.String(), "Lab")
	equal(t, "majority over nobody", r.Majority, Of(4))
	sameLines(t, "rows", lines(r), "Lab 3+1=4 []")

	all[2].State = Uncontested
	r = ComputeCouncil(c, all)
	equal(t, "four candidates for two seats are no election", r.Filled, 1)
	equal(t, "so the two are to come", r.Vacant, 1)
	all[2].Candidates = all[2].Candidates[:1]
	r = ComputeCouncil(c, all)
	equal(t, "one candidate for two seats is elected", r.Filled, 2)
	equal(t, "and leaves the other open", r.Vacant, 2)
}

// Only the council's own wards count, and only what was declared in them.
func TestOnlyItsDeclaredWardsCount(t *testing.T) {
	c, all := harlow()
	want := ComputeCouncil(c, all)
	other := won("Epping", "elsewhere", "PP90")
	alone := won("", "a parliamentary seat", "PP90")
	if got := ComputeCouncil(c, append([]Contest{other, alone}, all...)); !reflect.DeepEqual(got, want) {
		t.Error("another council's ward counts")
	}
	equal(t, "a council without a name has no wards", ComputeCouncil(Council{Seats: 3}, []Contest{alone}).Up, 0)
	for _, s := range []State{NotStarted, Verifying, Verified, Counting, Provisional, Recounting} {
		all[0].State = s
		equal(t, string(s)+": filled", ComputeCouncil(c, all).Filled, 12)
	}
	all[0].State, all[0].Candidates[0].Votes = Declared, Of(400)
	equal(t, "a tie without a lot fills no seat", ComputeCouncil(c, all).Filled, 12)
}

// Holdings that contradict the council's size give no control, however large.
func TestControlOfSeatsThatDoNotAddUp(t *testing.T) {
	c, all := harlow()
	c.Seats = 32
	equal(t, "more seats than there are", ComputeCouncil(c, all).Control.Known, false)
	c.Seats = 35
	r := ComputeCouncil(c, all)
	equal(t, "fewer: 20 of 35 are enough all the same", r.Control.String(), "Con")
	equal(t, "but the majority is open", r.Majority.Known(), false)
	c.NotUp = append(c.NotUp, holding("PP90", -2))
	equal(t, "a number below 0", ComputeCouncil(c, all).Control.Known, false)
}

// A party that the desk chains keeps its seats; where both stand, neither
// inherits.
func TestCouncilChains(t *testing.T) {
	c := Council{Name: "Town", Seats: 5, NotUp: []Holding{holding("PP7931", 2)},
		Baselines: []CouncilBaseline{{Name: "eve of poll", Holdings: []Holding{holding("PP85", 3), holding("PP53", 2)}}}}
	all := wards("Town", "PP7931", "PP53", "PP53")
	r := ComputeCouncil(c, all)
	equal(t, "without a chain", r.Outcome(), "Reform UK gain from UKIP")
	sameLines(t, "rows", lines(r), "Reform UK 2+1=3 [3]", "Lab 0+2=2 [0]", "UKIP 0+0=0 [-3]")
	all[2].Chains = []Chain{{Now: "PP7931", Then: "PP85"}}
	r = ComputeCouncil(c, all)
	equal(t, "chained", r.Outcome(), "Reform UK hold")
	sameLines(t, "rows", lines(r), "Reform UK 2+1=3 [0]", "Lab 0+2=2 [0]")
	c.Baselines[0].Holdings[1].Party, all[0].Chains = Independent, []Chain{{Now: "PP53"}}
	equal(t, "independents are nobody's forerunners", lines(ComputeCouncil(c, all))[2], "Ind 0+0=0 [-2]")
	c.Baselines[0].Holdings[1].Party = party("PP53")
	all[1].Candidates[2].Party = party("PP85")
	r = ComputeCouncil(c, all)
	equal(t, "where UKIP stands", r.Outcome(), "Reform UK gain from UKIP")
}

func TestCouncilChecks(t *testing.T) {
	c, all := harlow()
	for _, k := range []struct {
		alter func(c *Council)
		code  string
		level Level
		says  string
	}{
		{func(c *Council) { c.Vacant = 0 }, "council-unbalanced", Error, "19 not up + 0 vacant + 13 up = 32 seats, but Harlow has 33."},
		{func(c *Council) { c.Seats, c.Baselines = 0, nil }, "council-unbalanced", Error, "The number of seats is 0; it must be at least 1."},
		{func(c *Council) { c.NotUp[1].Seats, c.Vacant = -1, 10 }, "council-negative", Error, "A number of seats cannot be below 0: Con not up −1."},
		{func(c *Council) { c.Baselines[1].Vacant = 2 }, "council-baseline-unbalanced", Warning, "Harlow has 33 seats, but a baseline adds up to another number: eve of poll 32."},
		{func(c *Council) { c.Baselines[0].Vacant, c.Baselines[1].Vacant = 1, 4 }, "council-baseline-unbalanced", Warning, "Harlow has 33 seats, but a baseline adds up to another number: as last fought 34 and eve of poll 34."},
	} {
		c, _ := harlow()
		k.alter(&c)
		checks := CouncilChecks(c, all)
		if len(checks) != 1 {
			t.Fatalf("%s: there are %v", k.code, checks)
		}
		equal(t, "code", checks[0].Code, k.code)
		equal(t, "level", checks[0].Level, k.level)
		equal(t, "sentence", checks[0].Text, k.says)
		equal(t, "rests on figures", checks[0].Figures != "", true)
	}
	c.Vacant, c.Baselines[1].Vacant = 2, 0
	checks := CouncilChecks(c, all[1:])
	if len(checks) != 1 || checks[0].Code != "council-baseline-unbalanced" {
		t.Errorf("a ward that is not entered yet, filled up with a vacancy: %v", checks)
	}
}

// New boundaries leave a baseline with another number of seats, which has its
// own majority.
func TestBaselineOfAnotherSize(t *testing.T) {
	c, all := harlow()
	c.Baselines = []CouncilBaseline{{Name: "old boundaries", Holdings: []Holding{holding("PP53", 21), holding("PP52", 20)}}}
	equal(t, "21 of 41", ComputeCouncil(c, all).Outcome(), "Con gain from Lab")
	c.Baselines[0].Holdings[0].Seats = 20
	equal(t, "20 of 40", ComputeCouncil(c, all).Outcome(), "Con gain from NOC")
}

// drawCouncil draws a council whose seats add up, with its wards.
func drawCouncil(t *rapid.T) (Council, []Contest) {
	c := Council{Name: "Town", Vacant: rapid.IntRange(0, 2).Draw(t, "vacant")}
	c.Seats = c.Vacant
	for range rapid.IntRange(0, 4).Draw(t, "holdings") {
		h := holding(rapid.SampledFrom(partyIDs).Draw(t, "party"), rapid.IntRange(0, 6).Draw(t, "seats"))
		c.NotUp = append(c.NotUp, h)
		c.Seats += h.Seats
	}
	var all []Contest
	for i := range rapid.IntRange(1, 5).Draw(t, "wards") {
		w := drawContest(t)
		w.ID, w.Group = fmt.Sprint("w", i), "Town"
		w.State = rapid.SampledFrom([]State{Declared, Declared, Corrected, Counting, Uncontested, Countermanded}).Draw(t, "state")
		all = append(all, w)
		c.Seats += w.Seats
	}
	b := CouncilBaseline{Name: "before", Vacant: c.Seats}
	for b.Vacant > 0 && rapid.Bool().Draw(t, "held") {
		h := holding(rapid.SampledFrom(partyIDs).Draw(t, "party before"), rapid.IntRange(1, b.Vacant).Draw(t, "seats before"))
		b.Holdings, b.Vacant = append(b.Holdings, h), b.Vacant-h.Seats
	}
	c.Baselines = []CouncilBaseline{b}
	return c, all
}

// The order of wards changes nothing, every seat is counted once, and control
// that is told does not turn when the rest comes in.
func TestCouncilAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, all := drawCouncil(t)
		r := ComputeCouncil(c, all)
		if other := ComputeCouncil(c, rapid.Permutation(all).Draw(t, "order")); !reflect.DeepEqual(other, r) {
			t.Fatalf("%+v, and in another order %+v", r, other)
		}
		total, won, change := 0, 0, 0
		for _, row := range r.Rows {
			total += row.Total
			won += row.Won
			change += row.Changes[0]
		}
		open := c.Seats - r.Vacant - total
		if won != r.Filled || open < 0 || open < r.Up-r.Filled-r.Vacant {
			t.Fatalf("%d won of %d filled, %d open: %+v", won, r.Filled, open, r)
		}
		if before := c.Seats - c.Baselines[0].Vacant; change != total-before {
			t.Fatalf("changes add up to %d, from %d seats to %d", change, before, total)
		}
		if len(CouncilChecks(c, all)) != 0 && c.Seats > 0 {
			t.Fatalf("checks of seats that add up: %v", CouncilChecks(c, all))
		}
		if r.Majority.Known() != (r.Control.Known && !r.Control.None && open == 0) {
			t.Fatalf("a majority of %v with %d open", r.Majority, open)
		}
		for i := range all {
			if all[i].State == Counting {
				all[i].State = Declared
			}
		}
		if last := ComputeCouncil(c, all); r.Control.Known && last.Control.String() != r.Control.String() {
			t.Fatalf("control was told as %v and came to be %v", r.Control, last.Control)
		}
	})
}
