package chart_test

import (
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

var update = flag.Bool("update", false, "write the golden files anew")

var palettes = map[string]chart.Palette{"light": chart.Light, "dark": chart.Dark}

func model(t *testing.T, c election.Contest, k chart.Kind) chart.Model {
	t.Helper()
	m, err := chart.New(c, k, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// listing is a scene as text, a shape a line.
func listing(s chart.Scene) string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %dx%d on %s\ntitle %s\ndescription %s\n", s.Width, s.Height, hex(s.Ground), s.Title, s.Description)
	for _, shape := range s.Shapes {
		switch x := shape.(type) {
		case chart.Rect:
			fmt.Fprintf(&b, "rect %d,%d %dx%d fill %s stroke %s\n", x.X, x.Y, x.W, x.H, hex(x.Fill), hex(x.Stroke))
		case chart.Line:
			fmt.Fprintf(&b, "line %d,%d to %d,%d width %d %s\n", x.X1, x.Y1, x.X2, x.Y2, x.Width, hex(x.Stroke))
		case chart.Circle:
			fmt.Fprintf(&b, "circle %d,%d radius %d fill %s stroke %s\n", x.X, x.Y, x.R, hex(x.Fill), hex(x.Stroke))
		case chart.Text:
			fmt.Fprintf(&b, "text %d,%d %s size %d", x.X, x.Y, x.Anchor, x.Size)
			for _, r := range x.Runs {
				weight := "regular"
				if r.Bold {
					weight = "bold"
				}
				fmt.Fprintf(&b, " %s %s %q", weight, hex(r.Colour), r.Text)
			}
			if x.Full != "" {
				fmt.Fprintf(&b, " full %q", x.Full)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

func hex(c color.NRGBA) string {
	if c.A == 0 {
		return "none"
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at the new one and run with -update if it is right:\n%s", path, got)
	}
}

func TestHartlepoolAsDrawn(t *testing.T) {
	for _, k := range []chart.Kind{chart.Share, chart.Change} {
		m := model(t, hartlepool(), k)
		for _, width := range []int{320, 700, 1200} {
			for tone, p := range palettes {
				golden(t, fmt.Sprintf("hartlepool-%s-%d-%s.txt", k, width, tone), listing(m.Layout(width, p)))
			}
		}
		golden(t, fmt.Sprintf("hartlepool-%s-text.txt", k), m.Text(80))
	}
}

func TestHistoryAndSeatsAsDrawn(t *testing.T) {
	c, contests := harlow()
	contests[3].State = election.Counting
	for name, m := range map[string]chart.Model{
		"history": drawnHistory(t, governing()), "harlow-seats": councilOf(t, harlow), "harlow-seats-open": council(t, c, contests),
	} {
		for _, width := range []int{320, 700, 1200} {
			for tone, p := range palettes {
				golden(t, fmt.Sprintf("%s-%d-%s.txt", name, width, tone), listing(m.Layout(width, p)))
			}
		}
		golden(t, name+"-text.txt", m.Text(80))
	}
}

// words are all texts of a scene.
func words(s chart.Scene) []string {
	var all []string
	for _, shape := range s.Shapes {
		if t, ok := shape.(chart.Text); ok {
			all = append(all, t.String())
		}
	}
	return all
}

func has(all []string, want string) bool {
	for _, s := range all {
		if s == want {
			return true
		}
	}
	return false
}

func TestShareSaysWhatTheDeskSays(t *testing.T) {
	s := model(t, hartlepool(), chart.Share).Layout(700, chart.Light)
	for _, want := range []string{
		"Jill Mortimer Con", "15,529", "51.9", "+23.0", "elected",
		"Paul Williams Lab", "28.7", "−9.0", "Sam Lee Ind", "new", "−24.6", "−3.0",
		"Con gain from Lab, majority 6,940 (23.2%).",
		"Per cent of 29,933 valid votes. ± is the change in points since the 2019 general election.",
		"Percentages are rounded and add up to 99.9.", "Poll of 6 May 2021, as declared.",
	} {
		if !has(words(s), want) {
			t.Errorf("the scene does not say %q", want)
		}
	}
	for _, want := range []string{"Jill Mortimer, Conservative: 15,529 votes, 51.9%, +23.0, elected.", "Steve Jack, Freedom Alliance: 72 votes, 0.2%, new."} {
		if !strings.Contains(s.Description, want) {
			t.Errorf("the description lacks %q", want)
		}
	}
}

func TestChangeTellsThePartiesWithBothFigures(t *testing.T) {
	s := model(t, hartlepool(), chart.Change).Layout(1200, chart.Dark)
	for _, want := range []string{"Con Jill Mortimer", "28.9", "51.9", "+23.0", "Reform UK John Prescott", "−24.6",
		"Stood then and not now: Joe Bousfield (Ind) 2.2% and Soc Lab 1.2%."} {
		if !has(words(s), want) {
			t.Errorf("the scene does not say %q", want)
		}
	}
	if has(words(s), "Green Rachel Featherstone") {
		t.Error("a new party has a bar")
	}
	if want := "New, so without a change: Heritage, Green, North East, Women’s Eq., MRLP, SDP, Freedom All. and 5 independents."; !strings.Contains(s.Description, want) {
		t.Errorf("the description lacks %q", want)
	}
}

func TestNoChangeIsPrintedWithoutSign(t *testing.T) {
	c := hartlepool()
	c.Baselines[0].Candidates = c.Candidates
	s := model(t, c, chart.Change).Layout(700, chart.Light)
	if !has(words(s), "0.0") {
		t.Errorf("no 0.0 in %q", words(s))
	}
	for _, shape := range s.Shapes {
		if r, ok := shape.(chart.Rect); ok {
			t.Errorf("a bar for no change: %+v", r)
		}
	}
}

func TestManyCandidatesShareABarAndAreListed(t *testing.T) {
	s := model(t, crowd(34), chart.Share).Layout(700, chart.Light)
	all := words(s)
	for _, want := range []string{"26 others", "2,019", "3.3", "The 26 others", "Forename33 Surname-1089 Ind"} {
		if !has(all, want) {
			t.Errorf("the scene does not say %q: %q", want, all)
		}
	}
	bars := 0
	for _, shape := range s.Shapes {
		if _, ok := shape.(chart.Rect); ok {
			bars++
		}
	}
	if bars != 9 {
		t.Errorf("%d bars, not 8 and that of the others", bars)
	}
}

func TestEveryCandidateOfManyHasFigures(t *testing.T) {
	c := crowd(34)
	r := election.Compute(c)
	for _, width := range []int{320, 700, 1200} {
		all := strings.Join(words(model(t, c, chart.Share).Layout(width, chart.Light)), "\n") + "\n"
		for _, x := range r.Rows {
			label := x.Candidate.Name() + " " + x.Candidate.Party.Label() + "\n"
			_, after, found := strings.Cut(all, label)
			figures := strings.Join(strings.Split(after, "\n")[:min(4, strings.Count(after, "\n"))], " ")
			if !found || strings.Count(all, label) != 1 || !strings.Contains(figures, x.Candidate.Votes.String()) || !strings.Contains(figures, x.Share.Percent(1)) {
				t.Errorf("at %d %q is followed by %q", width, label, figures)
			}
		}
	}
}

func TestCorrectedResultSaysItsRevision(t *testing.T) {
	c := hartlepool()
	c.State, c.Revision = election.Corrected, 2
	s := model(t, c, chart.Share).Layout(700, chart.Light)
	if want := "Poll of 6 May 2021, as corrected (revision 2)."; !has(words(s), want) {
		t.Errorf("the scene does not say %q", want)
	}
}

func TestWithoutBaselineThereIsNoColumnOfChanges(t *testing.T) {
	c := hartlepool()
	c.Baselines = nil
	s := model(t, c, chart.Share).Layout(700, chart.Light)
	if has(words(s), "±") || has(words(s), "new") {
		t.Error("changes without a baseline")
	}
	if want := "Per cent of 29,933 valid votes. There is no earlier result to compare with."; !has(words(s), want) {
		t.Errorf("the scene does not say %q: %q", want, words(s))
	}
}

func TestNobodyVoted(t *testing.T) {
	c := hartlepool()
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Of(0)
	}
	s := model(t, c, chart.Share).Layout(320, chart.Light)
	if !has(words(s), "n/a") || !has(words(s), "0") {
		t.Errorf("no shares of no votes: %q", words(s))
	}
	for _, shape := range s.Shapes {
		if r, ok := shape.(chart.Rect); ok {
			t.Errorf("a bar for no votes: %+v", r)
		}
	}
}

func TestElectedIsSaidAlsoWhereNoBarCanCarryIt(t *testing.T) {
	c := crowd(2)
	c.Candidates[0].Surname = strings.Repeat("Longbottom-", 20)
	c.Candidates[0].Votes, c.Candidates[1].Votes = election.Of(5), election.Of(5)
	c.Lot = []string{c.Candidates[0].ID}
	for width := 280; width < 1300; width += 13 {
		s := model(t, c, chart.Share).Layout(width, chart.Light)
		if !strings.Contains(strings.Join(words(s), "\n"), "elected") {
			t.Errorf("at %d nobody is elected: %q", width, words(s))
		}
	}
}

func TestMultiSeatWardSaysWhatThePercentagesAreOf(t *testing.T) {
	c := crowd(7)
	c.Kind, c.Seats = election.Local, 3
	s := model(t, c, chart.Share).Layout(1200, chart.Light)
	if got := strings.Join(words(s), "\n"); !strings.Contains(got, "votes cast for 3 seats") || strings.Count(got, "elected") != 3 {
		t.Errorf("three elected by votes cast: %s", got)
	}
}

func TestPartySharesOfAWardNameTheirMethod(t *testing.T) {
	c := crowd(7)
	c.Kind, c.Seats = election.Local, 3
	c.Candidates = append(c.Candidates, stood("Second", "Runner", con, 20000), stood("Third", "Runner", con, 4000))
	c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, stood("Old", "One", soclab, 40), stood("Old", "Two", soclab, 30))
	for method, want := range map[election.Method][]string{
		election.TopVote:     {"Party shares by top vote: each party’s best candidate.", "+15.6"},
		election.AverageVote: {"Party shares by average: the mean of each party’s candidates.", "+6.2"},
		election.SumVote:     {"Party shares by sum: all votes of each party’s candidates.", "+32.8"},
	} {
		c.Method = method
		share, change := model(t, c, chart.Share).Layout(1200, chart.Light), model(t, c, chart.Change).Layout(1200, chart.Light)
		for name, s := range map[string]chart.Scene{"share": share, "change": change} {
			for _, w := range want {
				if got := strings.Join(words(s), "\n"); !strings.Contains(strings.ReplaceAll(got, "\n", " "), w) {
					t.Errorf("%s by %s does not say %q:\n%s", name, method, w, got)
				}
			}
		}
		got := strings.Join(words(change), "\n")
		if strings.Contains(got, "Forename0") || !strings.Contains(got, "Then %") || !strings.Contains(got, "not now: Soc Lab.") {
			t.Errorf("a party’s share is not one candidate’s:\n%s", got)
		}
	}
}

func TestAPartyThatGoesOnUnderAnotherIdIsNotGone(t *testing.T) {
	c := hartlepool()
	c.Baselines[0].Candidates[2].Party.ID = "x:forerunner"
	gone := "Stood then and not now: Brexit 25.8%"
	if got := model(t, c, chart.Change).Layout(1200, chart.Light).Description; !strings.Contains(got, gone) {
		t.Errorf("without a chain: %s", got)
	}
	c.Chains = []election.Chain{{Now: "PP7931", Then: "x:forerunner"}}
	if got := model(t, c, chart.Change).Layout(1200, chart.Light).Description; strings.Contains(got, gone) || !strings.Contains(got, "−24.6") {
		t.Errorf("with a chain: %s", got)
	}
	c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, stood("Both", "Then", reform, 10))
	if got := model(t, c, chart.Change).Layout(1200, chart.Light).Description; !strings.Contains(got, "Stood then and not now: Brexit 25.8%") {
		t.Errorf("the heir stood then itself: %s", got)
	}
}

func TestBaselineIsNamed(t *testing.T) {
	for _, test := range []struct {
		base election.Baseline
		want string
	}{
		{election.Baseline{Name: "2019 general election"}, "since the 2019 general election."},
		{election.Baseline{Name: "Hartlepool as last won"}, "since Hartlepool as last won."},
		{election.Baseline{Date: "2019-12-12"}, "since the poll of 12 December 2019."},
		{election.Baseline{}, "since the earlier result."},
		{election.Baseline{Name: "2019 general election", Notional: true}, "since the 2019 general election (notional, on the new boundaries)."},
	} {
		c := hartlepool()
		test.base.Candidates = c.Baselines[0].Candidates
		c.Baselines = []election.Baseline{test.base}
		if got := model(t, c, chart.Share).Layout(700, chart.Light).Description; !strings.Contains(got, test.want) {
			t.Errorf("%+v: no %q in %q", test.base, test.want, got)
		}
	}
}
