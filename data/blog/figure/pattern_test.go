package figure

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Every ending of a count with what the desk would write of it.
var drafts = []struct {
	name    string
	contest election.Contest
	moments []blog.Moment
	kicker  string
	prints  string
}{
	{"a gain", hartlepool(), []blog.Moment{blog.GainMoment, blog.LandslideMoment, blog.DepositsMoment}, "Con gain from Lab",
		"Jill Mortimer (Conservative) gained Hartlepool from Labour. The majority is 6,940 votes, 23.2 per cent of the valid votes. " +
			"The swing is 16.0 points from Labour to the Conservatives. It is a landslide. The £500 deposit was lost by 13 candidates."},
	{"a hold by one vote", with(held(bushFair(), "PP52"), 800, 799), []blog.Moment{blog.HoldMoment, blog.KnifeEdgeMoment}, "Con hold",
		"Ada Green (Conservative) held Bush Fair ward. The majority is one vote, 0.1 per cent of the valid votes. It could hardly be closer."},
	{"a win", bushFair(), []blog.Moment{blog.WinMoment}, "Con win",
		"Ada Green (Conservative) won Bush Fair ward. The majority is 200 votes, 13.3 per cent of the valid votes."},
	{"a tie", with(bushFair(), 600, 600), []blog.Moment{blog.TieMoment}, "tie",
		"Ada Green and Ben Williams are level in Bush Fair ward with 600 votes each."},
	{"a tie for the last seat", with(threeSeats(), 1600, 1500, 1405, 1405), []blog.Moment{blog.TieMoment}, "tie",
		"Cy Cedar and Di Dock are level in Sandhill ward with 1,405 votes each. Elected so far: Ada Ash (Labour) and Ben Birch (Labour)."},
	{"a lot", func() election.Contest {
		c := with(threeSeats(), 1600, 1500, 1405, 1405)
		c.Lot = []string{"c-Dock"}
		return c
	}(), []blog.Moment{blog.SplitMoment, blog.KnifeEdgeMoment}, "split ward",
		"Ada Ash (Labour), Ben Birch (Labour) and Di Dock (Conservative) won seats in Sandhill ward. " +
			"The majority is zero votes, 0.0 per cent of the votes cast. Lots were drawn, and they fell on Di Dock. It could hardly be closer."},
	{"three held", held(threeSeats(), "PP53"), []blog.Moment{blog.HoldMoment, blog.LandslideMoment}, "Lab hold",
		"Ada Ash, Ben Birch and Cy Cedar (Labour) held Sandhill ward. The majority is 400 votes, 6.9 per cent of the votes cast. " +
			"The swing is 29.7 points from Labour to the Conservatives. Party shares by top vote: each party’s best candidate. It is a landslide."},
	{"unopposed", uncontested(threeSeats()), []blog.Moment{blog.UnopposedMoment}, "elected unopposed",
		"Elected unopposed in Sandhill ward: Ada Ash (Labour), Ben Birch (Labour) and Cy Cedar (Labour)."},
	{"one deposit", func() election.Contest {
		c := with(bushFair(), 800, 600, 70)
		c.Kind = election.Parliamentary
		return c
	}(), []blog.Moment{blog.WinMoment, blog.DepositsMoment}, "Con win",
		"Ada Green (Conservative) won Bush Fair ward. The majority is 200 votes, 13.6 per cent of the valid votes. The £500 deposit was lost by one candidate."},
	{"an independent’s seat", held(bushFair(), ""), []blog.Moment{blog.GainMoment}, "Con gain from Ind",
		"Ada Green (Conservative) gained Bush Fair ward from an independent. The majority is 200 votes, 13.3 per cent of the valid votes."},
}

// A drafted entry can be published as it is: alone in a night and beside
// others, every slot freezes and the proof reading finds nothing.
func TestDrafted(t *testing.T) {
	other := bushFair()
	other.ID, other.Name = "elsewhere", "Elsewhere ward"
	for _, d := range drafts {
		for _, all := range [][]election.Contest{{d.contest}, {other, d.contest}} {
			t.Run(fmt.Sprintf("%s in %d", d.name, len(all)), func(t *testing.T) {
				if got := Moments(d.contest); !reflect.DeepEqual(got, d.moments) {
					t.Errorf("moments are %v, want %v", got, d.moments)
				}
				e := Drafted(d.contest, all, nil)
				if e.Kicker != d.kicker {
					t.Errorf("the kicker is %q, want %q", e.Kicker, d.kicker)
				}
				frozen, problems := Freeze(e.Text, of(all...))
				if len(problems) > 0 || len(frozen) == 0 {
					t.Errorf("%q: %v", e.Text, problems)
				}
				e.Frozen = frozen
				if got := text.Plaintext(text.Parse(e.Text, e.Figures())); got != d.prints {
					t.Errorf("it prints\n%s\nwant\n%s", got, d.prints)
				}
				for _, f := range frozen {
					if f.Contest != d.contest.ID || f.Value == "" {
						t.Errorf("%+v is not of %s", f, d.contest.ID)
					}
				}
			})
		}
	}
}

// Until a result is public there is nothing to write of it, and no figure of
// it in anything that is drafted.
func TestNothingIsDraftedUnderEmbargo(t *testing.T) {
	for _, state := range election.States {
		c := in(hartlepool(), state)
		if e := Drafted(c, []election.Contest{c}, nil); (e.Text != "") != state.IsDeclared() || len(Moments(c)) > 0 != state.IsDeclared() {
			t.Errorf("%s: %v, %+v", state, Moments(c), e)
		}
	}
	for _, state := range []election.State{election.Countermanded, election.Postponed} {
		if c := in(hartlepool(), state); Moments(c) != nil || !reflect.DeepEqual(Drafted(c, nil, nil), blog.Entry{}) {
			t.Errorf("%s: %v", state, Moments(c))
		}
	}
}

func TestHouseRuleForHowClear(t *testing.T) {
	for _, c := range []struct {
		votes []int
		want  blog.Moment
	}{
		{[]int{505, 495, 0}, blog.KnifeEdgeMoment}, // 1.0 per cent
		{[]int{5099, 4901, 0}, blog.KnifeEdgeMoment},
		{[]int{510, 490, 0}, ""}, // 2.0 per cent
		{[]int{599, 401, 0}, ""},
		{[]int{600, 400, 0}, blog.LandslideMoment}, // 20.0 per cent
	} {
		got := Moments(with(bushFair(), c.votes...))
		if c.want == "" && len(got) != 1 || c.want != "" && (len(got) != 2 || got[1] != c.want) {
			t.Errorf("%v: %v, want %q", c.votes, got, c.want)
		}
	}
	// 100 votes are 1.7 per cent of the votes cast for three seats, but 5.2 of
	// what a seat has.
	if got := Moments(with(threeSeats(), 1600, 1500, 1400, 1300)); len(got) != 1 {
		t.Error(got)
	}
}

func TestPatterns(t *testing.T) {
	own := []blog.Pattern{
		{ID: "p1", Moment: blog.GainMoment, Contest: "hartlepool", Text: "A seat that Labour has lost."},
		{ID: "gain", Moment: blog.GainMoment, Text: "{winner} takes it."},
	}
	all := Patterns(own)
	gain := slices.IndexFunc(all, func(p blog.Pattern) bool { return p.ID == "gain" })
	if len(all) != len(builtIn)+1 || all[0].ID != "verified" || all[gain].Text != "{winner} takes it." || all[len(all)-1].ID != "p1" {
		t.Errorf("%+v", all)
	}
	if builtIn[0].ID != "" || len(Patterns(nil)) != len(builtIn) {
		t.Error("the built-in patterns were changed")
	}
	for _, p := range Patterns(nil) {
		if p.ID != string(p.Moment) || p.Text == "" || p.Contest != "" {
			t.Errorf("%+v", p)
		}
	}
}

func TestMomentsOfTheCountsCourse(t *testing.T) {
	c := hartlepool()
	c.State, c.Revision = election.Verified, 0
	all := []election.Contest{bushFair(), c}
	want := map[blog.Moment]string{
		blog.VerifiedMoment:   "Verification is done in {Hartlepool.contest}: {Hartlepool.verified} ballot papers go to the count.",
		blog.TurnoutMoment:    "Turnout in {Hartlepool.contest} is {Hartlepool.turnout.papers:per cent}, by the ballot papers in the boxes.",
		blog.RecountMoment:    "A recount has been called in {Hartlepool.contest}.",
		blog.ImminentMoment:   "The declaration in {Hartlepool.contest} is expected shortly.",
		blog.ConcessionMoment: "WHO has conceded in {Hartlepool.contest}.",
		blog.SpeechMoment:     "> WORDS\n> — WHO",
	}
	for _, p := range Patterns(nil) {
		text, ok := want[p.Moment]
		if !ok {
			continue
		}
		delete(want, p.Moment)
		e := DraftedFrom(p, c, all)
		if e.Text != text {
			t.Errorf("%s: %q, want %q", p.Moment, e.Text, text)
		}
		if _, problems := Freeze(e.Text, blog.Results{Contests: all}); len(problems) > 0 {
			t.Errorf("%s: %+v", p.Moment, problems)
		}
	}
	if len(want) > 0 {
		t.Errorf("no pattern for %v", want)
	}
}

func TestADesksOwnPatterns(t *testing.T) {
	c := hartlepool()
	fair := bushFair()
	all := []election.Contest{fair, c}
	for _, x := range []struct {
		name   string
		own    []blog.Pattern
		kicker string
		text   string
	}{
		{"slots keep their braces and formats", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Kicker: "Gain by {majority:votes}", Text: `By {majority : words}, \{majority}.`}},
			"Gain by 6,940 votes", `By {Hartlepool.majority : words}, \{majority}.`},
		{"of a candidate or party", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "**{Lab.change:points}** and {W. Ralph Ward-Jackson.votes}"}},
			"", "**{Hartlepool.Lab.change:points}** and {Hartlepool.W. Ralph Ward-Jackson.votes}"},
		{"of a contest that it names", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "{Bush Fair.majority} there, {Hartlepool.Con.votes} here."}},
			"", "{Bush Fair.majority} there, {Hartlepool.Con.votes} here."},
		{"one for the contest goes first", []blog.Pattern{{ID: "a", Moment: blog.GainMoment, Contest: "hartlepool", Text: "Ours."}, {ID: "gain", Moment: blog.GainMoment, Text: "General."}},
			"", "Ours."},
		{"not one for another", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "General."}, {ID: "a", Moment: blog.GainMoment, Contest: "bush-fair", Text: "Theirs."}},
			"", "General."},
		{"the last one of several", []blog.Pattern{{ID: "a", Moment: blog.GainMoment, Text: "First."}, {ID: "b", Moment: blog.GainMoment, Text: "Second."}},
			"", "Second."},
		{"what is no slot stays", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "By {majorty}. {Nobody.votes}"}},
			"", "By {majorty}. {Hartlepool.Nobody.votes}"},
		{"a sentence without its figure falls away", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "One. By lot {lot}, or {W. Ralph Ward-Jackson.votes}. Two {winner}.\n\n{tied} again."}},
			"", "One. Two {Hartlepool.winner}."},
		{"a kicker without its figure is left out", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Kicker: "{lot} by lot", Text: "One."}}, "", "One."},
		{"a kicker too long is left out", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Kicker: strings.Repeat("long ", 12) + "{winner}", Text: "One."}}, "", "One."},
		{"a directive stands alone", []blog.Pattern{{ID: "gain", Moment: blog.GainMoment, Text: "One.\n\n@result Hartlepool"}, {ID: "landslide", Moment: blog.LandslideMoment, Text: "Two."}},
			"", "One.\n\n@result Hartlepool\n\nTwo."},
	} {
		own := append([]blog.Pattern{{ID: "landslide", Moment: blog.LandslideMoment}, {ID: "deposits", Moment: blog.DepositsMoment}}, x.own...)
		if e := Drafted(c, all, own); e.Kicker != x.kicker || e.Text != x.text {
			t.Errorf("%s: %q, %q, want %q", x.name, e.Kicker, e.Text, x.text)
		}
	}
}

// A name that does not tell the contest gives way to its code, or its id.
func TestDraftedAmongNamesakes(t *testing.T) {
	own := []blog.Pattern{{ID: "win", Moment: blog.WinMoment, Text: "By {majority}."}}
	c := bushFair()
	for _, x := range []struct {
		name, code, other string
		want              string
	}{
		{"Bush Fair ward", "E05004715", "Hartlepool", "Bush Fair"},
		{"Bush Fair ward", "E05004715", "Bush Fair", "Bush Fair ward"},
		{"Bush Fair ward", "E05004715", "Bush Fair ward", "E05004715"},
		{"Bush Fair ward", "", "Bush Fair ward", "bush-fair"},
		{"Ward {7}", "", "Hartlepool", "bush-fair"},
		{"Ward: 7", "", "Hartlepool", "bush-fair"},
		{strings.Repeat("Long ", 40), "E1", "Hartlepool", "E1"},
		{"The Castle", "", "The", "The Castle"},
	} {
		c.Name, c.Code = x.name, x.code
		other := hartlepool()
		other.Name = x.other
		all := []election.Contest{other, c}
		e := Drafted(c, all, own)
		frozen, problems := Freeze(e.Text, of(all...))
		if e.Text != "By {"+x.want+".majority}." || len(problems) > 0 || frozen[0].Value != "200" {
			t.Errorf("%s: %q, %v", x.name, e.Text, problems)
		}
	}
}

func BenchmarkDraftedAmong650(b *testing.B) {
	var all []election.Contest
	for i := range 650 {
		c := hartlepool()
		c.ID, c.Name, c.Code = fmt.Sprint("c", i), fmt.Sprint("Place ", i), fmt.Sprint("E", i)
		all = append(all, c)
	}
	for b.Loop() {
		Drafted(all[600], all, nil)
	}
}

// Whatever the count gave, in a night of one contest or of several, what is
// drafted of it can be published.
func TestWhateverIsDraftedCanBePublished(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := blogtest.DrawContest(t)
		all := []election.Contest{c}
		if rapid.Bool().Draw(t, "several") {
			all = append(all, hartlepool(), bushFair())
		}
		e := Drafted(c, all, nil)
		overfull := c.State == election.Uncontested && len(c.Candidates) > c.Seats
		if (e.Text == "") != (len(Moments(c)) == 0 || overfull) || e.Text == "" && e.Kicker != "" {
			t.Fatalf("%v: %+v", Moments(c), e)
		}
		frozen, problems := Freeze(e.Text, of(all...))
		if len(problems) > 0 {
			t.Fatalf("%q: %v", e.Text, problems)
		}
		e.Frozen = frozen
		if prints := text.Plaintext(text.Parse(e.Text, e.Figures())); strings.ContainsAny(prints, "{}") || strings.Contains(prints, "  ") || strings.Contains(prints, " .") {
			t.Fatalf("it prints %q", prints)
		}
	})
}
