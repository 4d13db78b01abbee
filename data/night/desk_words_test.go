package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

func TestChainsAreTheWholeNights(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	must0(t, n.PutContests("", "", []election.Contest{{Name: "Bush Fair ward"}}))
	chains := []election.Chain{{Now: "PP7931", Then: "PP85"}, {Now: "PP4", Then: "PP3"}}
	must0(t, n.SetChains("", chains))
	cs, err := n.Contests()
	must0(t, err)
	for _, c := range cs {
		one, err := n.Contest(c.ID)
		if err != nil || !reflect.DeepEqual(c.Chains, chains) || !reflect.DeepEqual(one.Chains, chains) {
			t.Errorf("%s carries %v and %v, %v", c.Name, c.Chains, one.Chains, err)
		}
	}
	cs[0].Chains[0].Then = "PP1"
	if cs[1].Chains[0].Then != "PP85" {
		t.Error("two contests share one list")
	}
	must0(t, n.SetChains("", nil))
	if got, err := n.Chains(); err != nil || len(got) > 0 {
		t.Errorf("taken back they are %v, %v", got, err)
	}
	_, err = n.Undo("")
	must0(t, err)
	if got, err := n.Chains(); err != nil || !reflect.DeepEqual(got, chains) {
		t.Errorf("undone to %v, %v", got, err)
	}
	acts, err := n.History("chain")
	must0(t, err)
	if len(acts) != 3 || !reflect.DeepEqual(acts[0].Subjects, []Subject{{Kind: "chain"}}) {
		t.Errorf("recorded as %+v", acts)
	}
}

func TestPastContestsAreKeptOldestFirst(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	want := byElections()
	want.Rows[0].Points = election.Ratio(election.Of(-1), election.Of(30)) // no end of decimals
	given := want
	given.Rows = []election.Past{want.Rows[1], want.Rows[0]}
	must0(t, n.SetHistory("", "keyed", given))
	got, err := n.PastContests()
	must0(t, err)
	if len(got.Rows) != 2 || got.Rows[0].Points.Signed(2) != "−3.33" || got.Rows[1].Points.Cmp(want.Rows[1].Points) != 0 {
		t.Fatalf("it reads %+v", got)
	}
	got.Rows[0].Points = want.Rows[0].Points
	if !reflect.DeepEqual(got, want) {
		t.Errorf("it reads\n%+v\nwant\n%+v", got, want)
	}
	e, err := n.Edition(Moment{})
	must0(t, err)
	if len(e.History.Rows) != 2 {
		t.Errorf("the edition has %+v", e.History)
	}
	must0(t, n.SetHistory("", "", election.History{}))
	if got, err := n.PastContests(); err != nil || !reflect.DeepEqual(got, election.History{}) {
		t.Errorf("taken back it is %+v, %v", got, err)
	}
	_, err = n.Undo("")
	must0(t, err)
	if got, err := n.PastContests(); err != nil || len(got.Rows) != 2 {
		t.Errorf("undone to %+v, %v", got, err)
	}
	acts, err := n.History("history")
	must0(t, err)
	if len(acts) != 3 || acts[0].Reason != "keyed" || !reflect.DeepEqual(acts[0].Subjects, []Subject{{Kind: "history"}}) {
		t.Errorf("recorded as %+v", acts)
	}
}

func TestFiguresInPointsAreKeptAsTheyWereKeyed(t *testing.T) {
	for keyed, want := range map[string]string{"+22.96": "22.96", "−3.0": "−3", "0": "0", "-0.000001": "−0.000001", "100": "100", "26.880": "26.88"} {
		f, err := election.ParsePoints(keyed)
		must0(t, err)
		kept, ok := points(f)
		if again, err := election.ParsePoints(kept); kept != want || !ok || err != nil || again.Cmp(f) != 0 {
			t.Errorf("%s is kept as %s, %v, %v", keyed, kept, ok, err)
		}
	}
	for _, f := range []election.Fraction{{}, election.Ratio(election.Of(5), election.Of(2))} {
		if kept, ok := points(f); ok {
			t.Errorf("%v is kept as %s", f, kept)
		}
	}
}

func TestPatternsOfTheDesk(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	hold := blog.Pattern{ID: "hold", Moment: blog.HoldMoment, Kicker: "No change", Text: "{winner} holds on."}
	_, err := n.SetPattern("", hold)
	must0(t, err)
	own := blog.Pattern{Moment: blog.GainMoment, Contest: c.ID, Text: "{winner} takes it."}
	own.ID, err = n.SetPattern("", own)
	must0(t, err)
	hold.Text = "{winner} hangs on."
	_, err = n.SetPattern("", hold)
	must0(t, err)
	if got, err := n.Patterns(); err != nil || !reflect.DeepEqual(got, []blog.Pattern{hold, own}) {
		t.Errorf("they are %+v, %v", got, err)
	}
	e, err := n.Edition(Moment{})
	must0(t, err)
	if !reflect.DeepEqual(e.Patterns, []blog.Pattern{hold, own}) {
		t.Errorf("the edition has %+v", e.Patterns)
	}
	must0(t, n.DropPattern("", "hold"))
	if got, err := n.Patterns(); err != nil || !reflect.DeepEqual(got, []blog.Pattern{own}) {
		t.Errorf("one dropped, they are %+v, %v", got, err)
	}
	_, err = n.Undo("")
	must0(t, err)
	if got, err := n.Patterns(); err != nil || len(got) != 2 {
		t.Errorf("undone to %+v, %v", got, err)
	}
	acts, err := n.History(own.ID)
	must0(t, err)
	if len(acts) != 1 || !reflect.DeepEqual(acts[0].Subjects, []Subject{{Kind: "pattern", ID: own.ID}}) {
		t.Errorf("recorded as %+v", acts)
	}
}

func TestAPartysColourIsAChangeOfColour(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	must0(t, n.SetColour("", "PP52", "0087dc"))
	acts, err := n.History("")
	must0(t, err)
	if last := acts[len(acts)-1]; !reflect.DeepEqual(last.Subjects, []Subject{{Kind: "colour"}}) {
		t.Errorf("it speaks of %v", last.Subjects)
	}
	_, err = n.Undo("")
	must0(t, err)
	e, err := n.Edition(Moment{})
	must0(t, err)
	if len(e.Colours) > 0 {
		t.Errorf("undone the colours are %v", e.Colours)
	}
}
