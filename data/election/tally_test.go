package election

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func computed(contests ...Contest) []Result {
	var results []Result
	for _, c := range contests {
		results = append(results, Compute(c))
	}
	return results
}

// scores prints the rows of a scoreboard: seats, gains, losses, votes, share
// and change.
func scores(b Scoreboard) []string {
	var said []string
	for _, row := range b.Rows {
		said = append(said, fmt.Sprintf("%s %d +%d −%d %d %s %s", row.Party.Label(), row.Seats, row.Gains, row.Losses, row.Votes, row.Share.Percent(1), row.Change.Signed(1)))
	}
	return said
}

func TestTally(t *testing.T) {
	con := func(n int) Candidate { return stood("A", "Ash", "PP52", n) }
	lab := func(n int) Candidate { return stood("B", "Birch", "PP53", n) }
	hold := seat([]Candidate{con(60), lab(40)}, []Candidate{con(50), lab(50 - 1), stood("D", "Deal", "", 1)})
	gain := seat([]Candidate{con(30), lab(50), stood("O", "Oak", "", 20)}, []Candidate{con(70), lab(30)})
	fresh := seat([]Candidate{lab(10), stood("G", "Green", "PP63", 90)}, nil)
	fresh.Baselines = nil
	open := seat([]Candidate{con(900), lab(800)}, []Candidate{con(1), lab(2)})
	open.State = Provisional
	gone := open
	gone.State = Countermanded
	b := Tally(computed(hold, gain, fresh, open, gone))
	equal(t, "contests", b.Contests, 5)
	equal(t, "declared", b.Declared, 3)
	equal(t, "seats", b.Seats, 5)
	equal(t, "filled", b.Filled, 3)
	equal(t, "valid votes", b.Valid, 300)
	// Changes over the two contests that can be compared: Lab 90 of 200 from
	// 79 of 200, Con 90 from 120.
	sameLines(t, "rows", scores(b),
		"Lab 1 +1 −0 100 33.3 +5.5", "Con 1 +0 −1 90 30.0 −15.0", "Green 1 +0 −0 90 30.0 n/a", "Ind 0 +0 −0 20 6.7 n/a")
}

func TestTallyOfNothing(t *testing.T) {
	if b := Tally(nil); !reflect.DeepEqual(b, Scoreboard{}) {
		t.Errorf("a night without contests: %+v", b)
	}
}

// A party without a predecessor in any baseline has no change: it did not rise
// from 0. One that stood elsewhere, or whose predecessor did, has one.
func TestTallyOfAPartyThatIsNew(t *testing.T) {
	con := func(n int) Candidate { return stood("A", "Ash", "PP52", n) }
	brexit := func(n int) Candidate { return stood("B", "Birch", "PP7931", n) }
	ukip := func(n int) Candidate { return stood("U", "Elm", "PP85", n) }
	first := seat([]Candidate{con(90), brexit(10)}, []Candidate{con(60), ukip(40)})
	second := seat([]Candidate{con(70), ukip(30)}, []Candidate{con(100)})
	board := func(contests ...Contest) ScoreRow {
		for _, row := range Tally(computed(contests...)).Rows {
			if row.Party.ID == "PP7931" {
				return row
			}
		}
		t.Fatal("there is no row of the party")
		return ScoreRow{}
	}
	row := board(first, second)
	equal(t, "stood nowhere: new", row.New, true)
	equal(t, "stood nowhere: no figure", row.Change.Known(), false)
	for _, r := range Tally(computed(first, second)).Rows {
		equal(t, r.Party.Label()+" is new", r.New, r.Party.ID == "PP7931")
	}

	there := seat([]Candidate{con(1)}, []Candidate{brexit(1), con(9)})
	there.State = Counting
	row = board(first, there)
	equal(t, "stood where the count goes on: new", row.New, false)
	equal(t, "stood where the count goes on", row.Change.Signed(1), "+10.0")

	chained := first
	chained.Chains = []Chain{{Then: "PP85", Now: "PP7931"}}
	row = board(chained)
	equal(t, "a predecessor stood: new", row.New, false)
	equal(t, "a predecessor stood", row.Change.Signed(1), "−30.0")

	alone := first
	alone.Baselines = nil
	equal(t, "nothing to compare with: new", board(alone).New, false)
	for _, r := range Tally(computed(seat([]Candidate{con(1), stood("O", "Oak", "", 3)}, []Candidate{con(2)}))).Rows {
		equal(t, r.Party.Label()+" is new", r.New, false)
	}
}

// Seats of a ward count one by one against those who held them.
func TestGainsAndLossesSeatBySeat(t *testing.T) {
	ks := func(parties ...string) []Candidate {
		var all []Candidate
		for i, id := range parties {
			k := stood("", fmt.Sprint(id, i), id, 100-i)
			all = append(all, k)
		}
		return append(all, stood("", "also ran", "PP66", 1))
	}
	for _, k := range []struct {
		what      string
		seats     int
		now, then []Candidate
		before    int // seats of the baseline
		want      string
	}{
		{"one of three changes hands", 3, ks("PP52", "PP53", "PP53"), ks("PP53", "PP53", "PP53"), 3, "Con 1 +1 −0, Lab 2 +0 −1"},
		{"in another order, and two of them", 3, ks("PP90", "PP52", "PP53"), ks("PP53", "PP53", "PP52"), 3, "Con 1 +0 −0, LD 1 +1 −0, Lab 1 +0 −1"},
		{"a clean sweep held", 3, ks("PP53", "PP53", "PP53"), ks("PP53", "PP53", "PP53"), 0, "Lab 3 +0 −0"},
		{"one of three seats, all held by one party", 1, ks("PP52"), ks("PP53", "PP53", "PP53"), 3, "Con 1 +1 −0, Lab 0 +0 −1"},
		{"one of three seats, held by that party", 1, ks("PP53"), ks("PP53", "PP53", "PP53"), 3, "Lab 1 +0 −0"},
		{"one of three seats held by two parties cannot be told", 1, ks("PP52"), ks("PP53", "PP52", "PP53"), 3, "Con 1 +0 −0"},
		{"three seats where there was one", 3, ks("PP52", "PP53", "PP52"), ks("PP53"), 1, "Con 2 +2 −0, Lab 1 +0 −2"},
		{"a vote before is not known", 1, ks("PP52"), []Candidate{stood("A", "Ash", "PP52", 9), {Party: party("PP53")}}, 1, "Con 1 +0 −0"},
		{"another independent", 1, ks("PP66", ""), ks("PP66", ""), 1, "Ind 0 +0 −0, MRLP 1 +0 −0"},
	} {
		c := Contest{ID: "w", Kind: Local, Seats: k.seats, State: Declared, Candidates: k.now,
			Baselines: []Baseline{{Name: "before", Seats: k.before, Candidates: k.then}}}
		var said []string
		for _, row := range Tally(computed(c)).Rows {
			if row.Party.ID != "PP66" || row.Seats > 0 {
				said = append(said, fmt.Sprintf("%s %d +%d −%d", row.Party.Label(), row.Seats, row.Gains, row.Losses))
			}
		}
		slices.Sort(said)
		equal(t, k.what, strings.Join(said, ", "), k.want)
	}
}

func TestGainsAndLossesOfIndependents(t *testing.T) {
	oak, fir := stood("O", "Oak", "", 60), stood("F", "Fir", "", 60)
	con := stood("A", "Ash", "PP52", 40)
	for _, k := range []struct {
		now, then Candidate
		want      string
	}{
		{oak, oak, "Ind 1 +0 −0 60 60.0 n/a"},
		{fir, oak, "Ind 1 +1 −1 60 60.0 n/a"},
	} {
		b := Tally(computed(seat([]Candidate{k.now, con}, []Candidate{k.then, con})))
		equal(t, k.now.Name()+" after "+k.then.Name(), scores(b)[0], k.want)
	}
}

// Elected unopposed: a seat, and a gain or a loss, but no votes on either side
// of a change.
func TestTallyOfTheUnopposed(t *testing.T) {
	c := seat([]Candidate{stood("A", "Ash", "PP52", 0)}, []Candidate{stood("B", "Birch", "PP53", 70), stood("A", "Ash", "PP52", 30)})
	c.State = Uncontested
	other := seat([]Candidate{stood("A", "Ash", "PP52", 50), stood("B", "Birch", "PP53", 50-1)}, []Candidate{stood("A", "Ash", "PP52", 1)})
	b := Tally(computed(c, other))
	equal(t, "declared", b.Declared, 2)
	equal(t, "valid votes", b.Valid, 99)
	sameLines(t, "rows", scores(b), "Con 2 +1 −0 50 50.5 −49.5", "Lab 0 +0 −1 49 49.5 +49.5")
}

// A baseline that only says who held the seat, without votes or with none, has
// no share to compare with.
func TestTallyOfBaselinesWithoutVotes(t *testing.T) {
	now := []Candidate{stood("A", "Ash", "PP52", 40), stood("B", "Birch", "PP53", 60)}
	for _, then := range [][]Candidate{{{Party: party("PP52")}}, {stood("A", "Ash", "PP52", 0)}} {
		b := Tally(computed(seat(now, then), seat(now, []Candidate{stood("A", "Ash", "PP52", 30), stood("B", "Birch", "PP53", 70)})))
		sameLines(t, "rows", scores(b), "Lab 2 +1 −0 120 60.0 −10.0", "Con 0 +0 −1 80 40.0 +10.0")
	}
}

// A tie without a lot leaves its seat open, and nobody gains or loses it.
func TestTallyOfATie(t *testing.T) {
	c := seat([]Candidate{stood("A", "Ash", "PP52", 50), stood("B", "Birch", "PP53", 50)}, []Candidate{stood("B", "Birch", "PP53", 60), stood("A", "Ash", "PP52", 40)})
	b := Tally(computed(c))
	equal(t, "declared", b.Declared, 1)
	equal(t, "filled", b.Filled, 0)
	sameLines(t, "rows", scores(b), "Con 0 +0 −0 50 50.0 +10.0", "Lab 0 +0 −0 50 50.0 −10.0")
	c.Lot = []string{"Ash"}
	sameLines(t, "rows after the lot", scores(Tally(computed(c))), "Con 1 +1 −0 50 50.0 +10.0", "Lab 0 +0 −1 50 50.0 −10.0")
}

// A party is one line by its id however it is spelt, under the name that most
// of its candidates have today.
func TestTallyNamesAPartyOnce(t *testing.T) {
	brexit, reform := Party{ID: "PP7931", Name: "Brexit Party", Short: "Brexit"}, party("PP7931")
	contest := func(p Party) Contest {
		return seat([]Candidate{{Party: p, Votes: Of(10)}}, []Candidate{{Party: brexit, Votes: Of(3)}, {Party: brexit, Votes: Of(2)}})
	}
	for _, order := range [][]Party{{brexit, reform, reform}, {reform, reform, brexit}, {reform, brexit, reform}} {
		b := Tally(computed(contest(order[0]), contest(order[1]), contest(order[2])))
		sameLines(t, "rows", scores(b), "Reform UK 3 +0 −0 30 100.0 0.0")
	}
	for range 20 {
		b := Tally(computed(contest(reform), contest(brexit)))
		equal(t, "in a dead heat the first in order", b.Rows[0].Party.Name, "Brexit Party")
	}
	lost := seat([]Candidate{{Party: party("PP52"), Votes: Of(1)}}, []Candidate{{Party: brexit, Votes: Of(3)}})
	sameLines(t, "a party that does not stand again", scores(Tally(computed(lost))), "Con 1 +1 −0 1 100.0 n/a", "Brexit 0 +0 −1 0 0.0 −100.0")
}

// Parties that a desk has no id for are told apart by name, in any case.
func TestTallyOfPartiesWithoutAnID(t *testing.T) {
	list := func(name string, votes int) Candidate {
		return Candidate{Surname: name, Party: Party{Name: name}, Votes: Of(votes)}
	}
	b := Tally(computed(seat([]Candidate{list("Save the Hospital", 6), list("Ratepayers", 4)}, nil), seat([]Candidate{list("RATEPAYERS", 5), list("Ratepayers", 1)}, nil)))
	sameLines(t, "rows", scores(b), "Ratepayers 1 +0 −0 10 62.5 n/a", "Save the Hospital 1 +0 −0 6 37.5 n/a")
}

// The order of contests changes nothing, and the sums add up.
func TestTallyAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var results []Result
		full := true
		for i := range rapid.IntRange(0, 6).Draw(t, "contests") {
			c := drawContest(t)
			c.ID = fmt.Sprint("c", i)
			c.State = rapid.SampledFrom([]State{Declared, Declared, Corrected, Provisional, Uncontested, Postponed}).Draw(t, "state")
			c.Baselines[0].Seats = c.Seats
			results = append(results, Compute(c))
			full = full && len(c.Candidates) >= c.Seats && len(c.Baselines[0].Candidates) >= c.Seats
		}
		b := Tally(results)
		if other := Tally(rapid.Permutation(results).Draw(t, "order")); !reflect.DeepEqual(other, b) {
			t.Fatalf("%+v, and in another order %+v", b, other)
		}
		seats, votes, gains, losses, share := 0, 0, 0, 0, Ratio(Of(0), Of(1))
		for _, row := range b.Rows {
			seats, votes = seats+row.Seats, votes+row.Votes
			gains, losses = gains+row.Gains, losses+row.Losses
			share = share.Plus(row.Share)
		}
		switch {
		case seats != b.Filled || b.Filled > b.Seats || b.Declared > b.Contests:
			t.Fatalf("%d seats in rows, %+v", seats, b)
		case votes != b.Valid:
			t.Fatalf("%d votes in rows of %d", votes, b.Valid)
		case full && gains != losses:
			t.Fatalf("%d gains and %d losses", gains, losses)
		case b.Valid > 0 && share.Cmp(exactly(1)) != 0:
			t.Fatalf("shares add up to %s", exact(share))
		}
	})
}

// One contest alone: the scoreboard says what its own result says.
func TestTallyOfOneContestAgreesWithIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		c.Seats, c.Baselines[0].Seats = 1, 1
		r := Compute(c)
		b := Tally([]Result{r})
		for _, row := range b.Rows {
			gained := r.Outcome().Kind == Gain && lineMatches(row.Party, r.Outcome().Winner)
			lost := r.Outcome().Kind == Gain && lineMatches(row.Party, r.Outcome().From)
			if row.Gains != oneIf(gained) || row.Losses != oneIf(lost) {
				t.Fatalf("%s has %d gains and %d losses of a %v", row.Party.Label(), row.Gains, row.Losses, r.Outcome())
			}
		}
	})
}

func lineMatches(a, b Party) bool { return partyKey(a) == partyKey(b) }

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
