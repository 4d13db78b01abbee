package election

import (
	"reflect"
	"testing"
)

// seat is a single parliamentary seat with the parties' votes and a baseline.
func seat(now, then []Candidate) Contest {
	return Contest{ID: "c", Kind: Parliamentary, Seats: 1, State: Declared, Candidates: now,
		Baselines: []Baseline{{Name: "last", Seats: 1, Candidates: then}}}
}

func TestOutcomeAndSwing(t *testing.T) {
	con := func(n int) Candidate { return stood("A", "Ash", "PP52", n) }
	lab := func(n int) Candidate { return stood("B", "Birch", "PP53", n) }
	ld := func(n int) Candidate { return stood("C", "Cedar", "PP90", n) }
	ind := func(name string, n int) Candidate { return stood("D", name, "", n) }
	speaker := func(n int) Candidate { return stood("E", "Elm", SpeakerID, n) }
	cases := []struct {
		name            string
		now, then       []Candidate
		outcome, butler string // "" is no swing
		from            string
	}{
		{"hold", []Candidate{con(60), lab(40)}, []Candidate{con(50), lab(40), ld(10)}, "Con hold", "5.0", "Lab"},
		{"hold with the swing against", []Candidate{con(51), lab(49)}, []Candidate{con(60), lab(40)}, "Con hold", "9.0", "Con"},
		{"gain", []Candidate{con(40), lab(60)}, []Candidate{con(60), lab(40)}, "Lab gain from Con", "20.0", "Con"},
		{"gain by a third party", []Candidate{con(30), lab(30), ld(40)}, []Candidate{con(60), lab(30), ld(10)}, "LD gain from Con", "30.0", "Con"},
		{"gain though the displaced rose", []Candidate{con(45), lab(55)}, []Candidate{con(40), lab(30), ld(30)}, "Lab gain from Con", "10.0", "Con"},
		{"the displaced did not stand again", []Candidate{con(60), ld(40)}, []Candidate{con(40), lab(60)}, "Con gain from Lab", "", ""},
		{"the winner did not stand before", []Candidate{con(40), ld(60)}, []Candidate{con(60), lab(40)}, "LD gain from Con", "", ""},
		{"the runner-up did not stand before", []Candidate{con(60), ld(40)}, []Candidate{con(60), lab(40)}, "Con hold", "", ""},
		{"the runner-up is an independent", []Candidate{con(60), ind("Oak", 40)}, []Candidate{con(60), ind("Oak", 40)}, "Con hold", "", ""},
		{"two runners-up", []Candidate{con(60), lab(20), ld(20)}, []Candidate{con(60), lab(30), ld(10)}, "Con hold", "", ""},
		{"an independent gains", []Candidate{con(40), ind("Oak", 60)}, []Candidate{con(60), ind("Fir", 40)}, "Ind gain from Con", "", ""},
		{"an independent holds as a person", []Candidate{con(40), ind("Oak", 60)}, []Candidate{con(40), ind("Oak", 60)}, "Ind hold", "", ""},
		{"another independent gains from one", []Candidate{con(40), ind("Fir", 60)}, []Candidate{con(40), ind("Oak", 60)}, "Ind gain from Ind", "", ""},
		{"a member leaves the party and wins", []Candidate{con(40), stood("B", "Birch", "", 60)}, []Candidate{con(40), lab(60)}, "Ind gain from Lab", "", ""},
		{"the Speaker holds", []Candidate{speaker(60), ind("Oak", 40)}, []Candidate{speaker(60), con(40)}, "Spk hold", "", ""},
		{"the Speaker's party before", []Candidate{speaker(60), ind("Oak", 40)}, []Candidate{lab(60), con(40)}, "Spk gain from Lab", "", ""},
		{"tie", []Candidate{con(50), lab(50)}, []Candidate{con(60), lab(40)}, "tie", "", ""},
		{"a tie before", []Candidate{con(60), lab(40)}, []Candidate{con(50), lab(50)}, "Con win", "", ""},
		{"the seat as last won, without votes", []Candidate{con(60), lab(40)}, []Candidate{{Party: party("PP53")}}, "Con gain from Lab", "", ""},
		{"an unknown vote before", []Candidate{con(60), lab(40)}, []Candidate{con(50), {Party: party("PP53")}}, "Con win", "", ""},
		{"no votes at all", []Candidate{con(0), lab(0)}, []Candidate{con(60), lab(40)}, "tie", "", ""},
	}
	for _, k := range cases {
		t.Run(k.name, func(t *testing.T) {
			p := Compute(seat(k.now, k.then)).Primary()
			equal(t, "outcome", p.Outcome.String(), k.outcome)
			if k.butler == "" {
				if p.Swing != nil {
					t.Fatalf("a swing of %v, want none", p.Swing.Butler.Percent(1))
				}
				return
			}
			if p.Swing == nil {
				t.Fatal("no swing")
			}
			equal(t, "Butler swing", p.Swing.Butler.Percent(1), k.butler)
			equal(t, "from", p.Swing.From.Short, k.from)
		})
	}
}

func TestIndependentIsAPersonByIdBeforeName(t *testing.T) {
	person := func(id, name string) Candidate {
		return Candidate{Surname: name, Person: id, Party: Independent, Votes: Of(60)}
	}
	rival := stood("A", "Ash", "PP52", 40)
	for _, k := range []struct {
		now, then Candidate
		want      string
	}{
		{person("7", "Lady Oak"), person("7", "Oak"), "Ind hold"},
		{person("7", "Oak"), person("8", "Oak"), "Ind gain from Ind"},
		{person("", "OAK"), person("8", "Oak"), "Ind hold"},
	} {
		r := Compute(seat([]Candidate{k.now, rival}, []Candidate{k.then, rival}))
		equal(t, "outcome", r.Outcome().String(), k.want)
		equal(t, "new, though the person is not", r.Rows[0].Change().New, true)
	}
}

// Without movement the swing is 0.0, still told towards the winner.
func TestNoMovement(t *testing.T) {
	same := []Candidate{stood("A", "Ash", "PP52", 60), stood("B", "Birch", "PP53", 40)}
	s := Compute(seat(same, same)).Primary().Swing
	equal(t, "to", s.To.Short, "Con")
	equal(t, "Butler", s.Butler.Percent(1), "0.0")
	equal(t, "Steed", s.Steed.Percent(2), "0.00")
}

// The two swings can point different ways when a third party collapses.
func TestSteedFollowsButlersDirection(t *testing.T) {
	r := Compute(seat(
		[]Candidate{stood("A", "Ash", "PP52", 40), stood("B", "Birch", "PP53", 25), stood("C", "Cedar", "PP90", 20), stood("D", "Deal", "PP63", 15)},
		[]Candidate{stood("A", "Ash", "PP52", 60), stood("B", "Birch", "PP53", 40)}))
	s := r.Primary().Swing
	equal(t, "from", s.From.Short, "Con")
	equal(t, "Butler", s.Butler.Percent(1), "2.5")
	equal(t, "Steed", s.Steed.Percent(2), "−1.54")
}

func TestBaselines(t *testing.T) {
	c := hartlepool2021()
	second := hartlepool2019().Baselines[0]
	c.Baselines = append(c.Baselines, second)
	r := Compute(c)
	equal(t, "comparisons", len(r.Comparisons), 2)
	equal(t, "second baseline", r.Comparisons[1].Baseline.Name, "2017 general election")
	equal(t, "second Butler swing", r.Comparisons[1].Swing.Butler.Percent(1), "20.7")
	equal(t, "changes of a row", len(r.Rows[0].Changes), 2)
	equal(t, "Prescott against 2017", r.Rows[4].Changes[1].New, true)

	c.Baselines = nil
	r = Compute(c)
	equal(t, "primary", r.Primary(), (*Comparison)(nil))
	equal(t, "change", r.Rows[0].Change(), Change{})
	equal(t, "outcome without a baseline", r.Outcome().String(), "Con win")
}

func TestTurnout(t *testing.T) {
	c := hartlepool2021()
	c.Verified = Count{}
	equal(t, "by papers counted", Compute(c).TurnoutPapers.Percent(2), "42.55")
	c.Rejected = Count{}
	equal(t, "without papers", Compute(c).TurnoutPapers.Percent(2), "n/a")
	equal(t, "by valid votes", Compute(c).TurnoutValid.Percent(1), "42.3")
	c.Verified = Of(30200)
	equal(t, "by papers verified", Compute(c).TurnoutPapers.Percent(2), "42.67")
	c.Electorate = Count{}
	equal(t, "without an electorate", Compute(c).TurnoutPapers.Percent(2), "n/a")
	c.Electorate = Of(0)
	equal(t, "of nobody", Compute(c).TurnoutPapers.Percent(2), "n/a")
}

func TestDeposits(t *testing.T) {
	c := seat([]Candidate{stood("A", "Ash", "PP52", 949), stood("B", "Birch", "PP53", 50), stood("C", "Cedar", "PP90", 1)}, nil)
	r := Compute(c)
	equal(t, "line", r.DepositLine(), "50.00")
	equal(t, "exactly a twentieth is lost", *r.Rows[1].DepositLost, true)
	c.Candidates[1].Votes, c.Candidates[2].Votes = Of(51), Of(0)
	equal(t, "one more is kept", *Compute(c).Rows[1].DepositLost, false)
	equal(t, "lost", Compute(c).DepositsLost, Of(1))
	equal(t, "of no votes at all", Compute(seat([]Candidate{stood("A", "Ash", "PP52", 0)}, nil)).DepositsLost.Known(), false)
	equal(t, "of nobody", Compute(seat(nil, nil)).DepositsLost.Known(), false)
	c.Kind = Local
	r = Compute(c)
	equal(t, "no deposit in a local contest", r.Rows[2].DepositLost, (*bool)(nil))
	equal(t, "no number either", r.DepositsLost.Known(), false)
	equal(t, "nor a line", r.DepositLine(), "")
}

func TestPercentNote(t *testing.T) {
	third := []Candidate{stood("A", "Ash", "PP52", 1), stood("B", "Birch", "PP53", 1), stood("C", "Cedar", "PP90", 1)}
	equal(t, "thirds", Compute(seat(third, nil)).PercentNote(), "Percentages are rounded and add up to 99.9.")
	sixth := []Candidate{stood("A", "Ash", "PP52", 2), stood("B", "Birch", "PP53", 2), stood("C", "Cedar", "PP90", 2), stood("D", "Deal", "PP63", 1)}
	equal(t, "sevenths", Compute(seat(sixth, nil)).PercentNote(), "Percentages are rounded and add up to 100.1.")
	half := []Candidate{stood("A", "Ash", "PP52", 1), stood("B", "Birch", "PP53", 1)}
	equal(t, "halves", Compute(seat(half, nil)).PercentNote(), "")
	equal(t, "nobody", Compute(Contest{Seats: 1}).PercentNote(), "")
}

// ward is a contest for three seats.
func ward(ks ...Candidate) Contest {
	return Contest{ID: "w", Name: "Ward", Kind: Local, Seats: 3, State: Provisional,
		Electorate: Of(9000), Verified: Of(3000), Candidates: ks}
}

func TestSeveralSeats(t *testing.T) {
	c := ward(
		stood("A", "Ash", "PP52", 1300), stood("B", "Birch", "PP53", 1500), stood("C", "Cedar", "PP53", 1400),
		stood("D", "Deal", "PP53", 1200), stood("E", "Elm", "PP52", 1100), stood("F", "Fir", "", 500))
	c.Rejected = Of(20)
	c.Baselines = []Baseline{{Name: "2017", Seats: 3, Electorate: Of(8800), Verified: Of(2640), Candidates: []Candidate{
		stood("B", "Birch", "PP53", 1000), stood("C", "Cedar", "PP53", 900), stood("D", "Deal", "PP53", 800), stood("A", "Ash", "PP52", 600),
	}}}
	r := Compute(c)
	equal(t, "votes", r.Valid, Of(7000))
	equal(t, "papers counted", r.Papers.Known(), false)
	equal(t, "majority", r.Majority, Of(100))
	equal(t, "turnout by valid votes", r.TurnoutValid.Known(), false)
	equal(t, "turnout by papers", r.TurnoutPapers.Percent(2), "33.33")
	equal(t, "share of the votes cast", r.Rows[0].Share.Percent(1), "21.4")
	equal(t, "outcome", r.Outcome().String(), "split ward")
	equal(t, "turnout change by papers", r.Primary().TurnoutChange.Signed(1), "+3.3")
	for i, name := range []string{"Birch", "Cedar", "Ash", "Deal", "Elm", "Fir"} {
		equal(t, "place", r.Rows[i].Candidate.Surname, name)
		equal(t, name+" elected", r.Rows[i].Elected, i < 3)
		equal(t, name+"'s deposit", r.Rows[i].DepositLost, (*bool)(nil))
	}
	// Top votes: Lab 1,500, Con 1,300, Ind 500 of 3,300; before, 1,000 and 600 of 1,600.
	equal(t, "Lab", printed(r.Rows[0].Change()), "−17.0")
	equal(t, "Lab's second candidate", r.Rows[1].Change(), Change{})
	equal(t, "Con", printed(r.Rows[2].Change()), "+1.9")
	equal(t, "Ind", printed(r.Rows[5].Change()), "new")

	c.Candidates[0].Votes = Of(1000)
	r = Compute(c)
	equal(t, "a clean sweep held", r.Outcome().String(), "Lab hold")
	equal(t, "swing by top votes, from", r.Primary().Swing.From.Short, "Lab")
	equal(t, "swing by top votes", r.Primary().Swing.Butler.Percent(1), "6.0")

	one := Compute(Contest{Seats: 1, State: Declared, Baselines: c.Baselines,
		Candidates: []Candidate{stood("B", "Birch", "PP53", 60), stood("A", "Ash", "PP52", 40)}})
	equal(t, "a by-election for one of three seats", one.Outcome().String(), "Lab hold")
	equal(t, "its change against top votes", printed(one.Rows[0].Change()), "−2.5")
}

func TestSeveralSeatsForIndependents(t *testing.T) {
	c := ward(stood("A", "Ash", "", 900), stood("B", "Birch", "", 800), stood("C", "Cedar", "", 700), stood("D", "Deal", "PP53", 600))
	equal(t, "won", Compute(c).Outcome().String(), "Ind win")
	before := Baseline{Name: "before", Candidates: c.Candidates}
	c.Baselines = []Baseline{before}
	equal(t, "held as persons", Compute(c).Outcome().String(), "Ind hold")
	c.Candidates = append([]Candidate{stood("E", "Elm", "", 950)}, c.Candidates...)
	equal(t, "one of them another person", Compute(c).Outcome().String(), "Ind gain from Ind")
}

func TestSeveralSeatsHalfKeyed(t *testing.T) {
	c := ward(stood("A", "Ash", "PP52", 900), stood("B", "Birch", "PP53", 800), stood("C", "Cedar", "PP53", 0))
	c.Candidates[2].Votes = Count{}
	c.Baselines = []Baseline{{Name: "before", Candidates: []Candidate{stood("A", "Ash", "PP52", 60), stood("B", "Birch", "PP53", 40)}}}
	for _, row := range Compute(c).Rows {
		equal(t, row.Candidate.Surname+"'s change", row.Change(), Change{})
	}
}

// One seat against three: papers are the one definition both sides have.
func TestTurnoutChangeOfOneSeatAgainstThree(t *testing.T) {
	c := Contest{Seats: 1, State: Declared, Electorate: Of(1000), Verified: Of(310), Candidates: []Candidate{stood("A", "Ash", "PP52", 300)},
		Baselines: []Baseline{{Seats: 3, Electorate: Of(1000), Verified: Of(250), Candidates: []Candidate{stood("A", "Ash", "PP52", 200)}}}}
	equal(t, "turnout change", Compute(c).Primary().TurnoutChange.Signed(1), "+6.0")
}

// Two candidates with 1,405 votes each for the last of three seats.
func TestTieForTheLastOfThreeSeats(t *testing.T) {
	c := ward(stood("A", "Ash", "PP52", 1405), stood("B", "Birch", "PP53", 1500), stood("C", "Cedar", "PP53", 1450),
		stood("D", "Deal", "PP53", 1405), stood("E", "Elm", "PP63", 300), stood("F", "Fir", "PP90", 300))
	r := Compute(c)
	equal(t, "outcome", r.Outcome().String(), "tie")
	equal(t, "majority", r.Majority, Of(0))
	ranks := func(r Result) (got []int) {
		for _, row := range r.Rows {
			got = append(got, row.Rank)
		}
		return got
	}
	if got := ranks(r); !reflect.DeepEqual(got, []int{1, 2, 3, 3, 5, 5}) {
		t.Errorf("ranks before the lot are %v", got)
	}
	elected := 0
	for _, row := range r.Rows {
		if row.Elected {
			elected++
		}
	}
	equal(t, "elected before the lot", elected, 2)

	c.Lot = []string{"Deal"}
	r = Compute(c)
	equal(t, "outcome after the lot", r.Outcome().String(), "Lab win")
	equal(t, "majority after the lot", r.Majority, Of(0))
	equal(t, "third", r.Rows[2].Candidate.Surname, "Deal")
	equal(t, "third is elected", r.Rows[2].Elected, true)
	equal(t, "fourth is not", r.Rows[3].Elected, false)
	if got := ranks(r); !reflect.DeepEqual(got, []int{1, 2, 3, 4, 5, 5}) {
		t.Errorf("ranks after the lot are %v", got)
	}
	for _, lot := range [][]string{{"Deal", "Ash"}, {"Birch"}, {"Deal", "Birch"}, {"nobody"}} {
		c.Lot = lot
		equal(t, "outcome of a lot that cannot be", Compute(c).Outcome().Kind, Tie)
	}
}

func TestTiedLosersShareARankAfterALot(t *testing.T) {
	c := seat([]Candidate{stood("A", "Ash", "PP52", 10), stood("B", "Birch", "PP53", 10), stood("C", "Cedar", "PP90", 10)}, nil)
	c.Lot = []string{"Cedar"}
	r := Compute(c)
	for i, want := range []struct {
		name string
		rank int
	}{{"Cedar", 1}, {"Ash", 2}, {"Birch", 2}} {
		equal(t, "place", r.Rows[i].Candidate.Surname, want.name)
		equal(t, "rank", r.Rows[i].Rank, want.rank)
	}
	equal(t, "majority", r.Majority, Of(0))
}

func TestContestsWithoutAPoll(t *testing.T) {
	for state, outcome := range map[State]string{Uncontested: "elected unopposed", Countermanded: "", Postponed: ""} {
		c := hartlepool2021()
		c.State = state
		c.Candidates = c.Candidates[11:12]
		for _, c := range []Contest{c, func() Contest { c.Baselines = nil; return c }()} {
			r := Compute(c)
			equal(t, "outcome", r.Outcome().String(), outcome)
			equal(t, "elected", r.Rows[0].Elected, state == Uncontested)
			equal(t, "share", r.Rows[0].Share.Known(), false)
			equal(t, "votes", r.Rows[0].Candidate.Votes.Known(), false)
			equal(t, "turnout", r.TurnoutPapers.Known() || r.TurnoutValid.Known(), false)
			equal(t, "majority", r.Majority.Known(), false)
			equal(t, "missing", r.Missing, 0)
		}
	}
}

func TestComputeChangesNothing(t *testing.T) {
	c, fresh := hartlepool2021(), hartlepool2021()
	Compute(c)
	Checks(c)
	if !reflect.DeepEqual(c, fresh) {
		t.Error("the contest was changed")
	}
}

// Figures typed by mistake must not stop the desk from seeing its checks, and
// never come out as a share of a negative whole.
func TestImpossibleFigures(t *testing.T) {
	for _, n := range []int{-1, 0, -29933, 999_999_999} {
		c := hartlepool2021()
		c.Candidates[11].Votes = Of(n)
		c.Electorate, c.Verified, c.Rejected = Of(n), Of(n), Of(n)
		r := Compute(c)
		if len(Blocked(Checks(c))) == 0 {
			t.Errorf("%d everywhere passes the desk's checks", n)
		}
		if r.Valid.n < 0 && r.Rows[0].Share.Known() {
			t.Errorf("a share of %v valid votes", r.Valid)
		}
		if n <= 0 && r.TurnoutPapers.Known() {
			t.Errorf("a turnout of an electorate of %d", n)
		}
		if Balance(c) == "" {
			t.Errorf("no balance with %d everywhere", n)
		}
	}
}
