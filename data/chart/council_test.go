package chart_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

func holding(p election.Party, seats int) election.Holding {
	return election.Holding{Party: p, Seats: seats}
}

// wards is one declared ward of one seat for each party. The votes are made
// up: seats rest on the winners alone.
func wards(council string, parties ...election.Party) []election.Contest {
	var all []election.Contest
	for i, p := range parties {
		w := election.Contest{ID: fmt.Sprint("w", i), Name: fmt.Sprint("Ward ", i), Group: council, Kind: election.Local, Seats: 1, State: election.Declared, Revision: 1}
		w.Candidates = []election.Candidate{stood("A", fmt.Sprint("Winner ", i), p, 900), stood("B", fmt.Sprint("Other ", i), soclab, 400)}
		all = append(all, w)
	}
	return all
}

func times(n int, p election.Party) []election.Party {
	all := make([]election.Party, n)
	for i := range all {
		all[i] = p
	}
	return all
}

// harlow is the council on 6 May 2021: 33 seats, of which 13 were up and one
// that was not was vacant.
func harlow() (election.Council, []election.Contest) {
	return election.Council{
		ID: "harlow", Name: "Harlow", Date: "2021-05-06", Seats: 33, Vacant: 1,
		NotUp: []election.Holding{holding(lab, 11), holding(con, 8)},
		Baselines: []election.CouncilBaseline{
			{Name: "as last fought", Date: "2019-05-02", Holdings: []election.Holding{holding(lab, 20), holding(con, 13)}},
			{Name: "eve of poll", Date: "2021-05-05", Holdings: []election.Holding{holding(lab, 18), holding(con, 12)}, Vacant: 3},
		},
	}, wards("Harlow", append(times(12, con), lab)...)
}

// nuneaton is Nuneaton and Bedworth on the same day: 34 seats, 17 up.
func nuneaton() (election.Council, []election.Contest) {
	return election.Council{
		ID: "nuneaton", Name: "Nuneaton & Bedworth", Date: "2021-05-06", Seats: 34,
		NotUp: []election.Holding{holding(con, 9), holding(lab, 6), holding(election.Independent, 2)},
		Baselines: []election.CouncilBaseline{
			{Name: "eve of poll", Date: "2021-05-05", Holdings: []election.Holding{holding(lab, 17), holding(con, 13), holding(election.Independent, 3), holding(green, 1)}},
		},
	}, wards("Nuneaton & Bedworth", append(times(15, con), lab, green)...)
}

// hung is a council without overall control and with parties of a seat or two.
func hung() (election.Council, []election.Contest) {
	residents := party("x:res", "Much Binding Residents’ and Ratepayers’ Association", "Residents")
	won := append(times(14, con), times(13, lab)...)
	won = append(append(won, times(9, libdem)...), times(4, green)...)
	won = append(won, election.Independent, election.Independent, election.Independent, residents, residents, reform, party("x:one", "One Town", "One"))
	return election.Council{
		ID: "hung", Name: "Much Binding", Date: "2024-05-02", Seats: 47,
		Baselines: []election.CouncilBaseline{
			{Name: "as last fought", Date: "2020-05-07", Holdings: []election.Holding{holding(con, 26), holding(lab, 15), holding(libdem, 6), holding(party("PP85", "UK Independence Party", "UKIP"), 2)}},
		},
	}, wards("Much Binding", won...)
}

func council(t *testing.T, c election.Council, contests []election.Contest) chart.Model {
	t.Helper()
	m, err := chart.NewSeats(c, contests, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestSeatsSayWhoIsInControl(t *testing.T) {
	for _, test := range []struct {
		make func() (election.Council, []election.Contest)
		want []string
	}{
		{harlow, []string{
			"Harlow: seats by party", "Con gain from Lab, majority 8.", "17 needed for control",
			"33 seats; 17 needed for control, vacancies counted. ± is the change in seats; baseline: as last fought, 2 May 2019.",
			"Conservative", "20", "12", "+7", "−8", "Vacant", "± as last fought", "19 not up", "13 won this time", "1 vacant",
			"Poll of 6 May 2021, as declared.",
		}},
		{nuneaton, []string{"Con gain from NOC, majority 14.", "18 needed for control", "24", "+11", "−10", "Independent", "−1", "± eve of poll"}},
		{hung, []string{"Con loss to NOC.", "24 needed for control", "14", "−12", "UK Independence Party", "−2", "Residents", "+2"}},
	} {
		all := words(councilOf(t, test.make).Layout(1200, chart.Light))
		for _, want := range test.want {
			if !has(all, want) {
				t.Errorf("the scene does not say %q: %q", want, all)
			}
		}
	}
}

func councilOf(t *testing.T, of func() (election.Council, []election.Contest)) chart.Model {
	t.Helper()
	c, contests := of()
	return council(t, c, contests)
}

func TestSeatsWhileWardsAreStillCounting(t *testing.T) {
	c, contests := harlow()
	for i := range contests {
		contests[i].State = election.Provisional
	}
	all := words(council(t, c, contests).Layout(700, chart.Light))
	for _, want := range []string{"Control is open: Lab has 11 of the 17 seats needed, with 13 seats to come.", "To come", "13 to come", "Poll of 6 May 2021, as declared so far."} {
		if !has(all, want) {
			t.Errorf("the scene does not say %q: %q", want, all)
		}
	}
	if has(all, "±") || has(all, "± as last fought") {
		t.Error("changes while seats are to come")
	}
	for i := range 10 {
		contests[i].State = election.Declared
	}
	if all = words(council(t, c, contests).Layout(700, chart.Light)); !has(all, "Con gain from Lab, with 3 seats to come.") {
		t.Errorf("control is certain: %q", all)
	}
	if want := "33 seats; 17 needed for control, vacancies counted. Baseline: as last fought, 2 May 2019."; !has(all, want) {
		t.Errorf("the outcome names no baseline: %q", all)
	}
}

func TestSeatsThatCannotBe(t *testing.T) {
	for name, spoil := range map[string]func(*election.Council){
		"no seats":       func(c *election.Council) { c.Seats = 0 },
		"too few seats":  func(c *election.Council) { c.Seats = 31 },
		"too many seats": func(c *election.Council) { c.Seats = 1 << 40 },
		"below 0":        func(c *election.Council) { c.NotUp[0].Seats = -3 },
		"vacant below 0": func(c *election.Council) { c.Vacant = -1 },
	} {
		c, contests := harlow()
		spoil(&c)
		_, err := chart.NewSeats(c, contests, nil)
		var nothing *chart.NothingToDrawError
		if !errors.As(err, &nothing) || nothing.Kind != chart.Seats || nothing.Hint() == "" || !strings.Contains(err.Error(), "Harlow") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSeatsTellNothingOfACountUnderWay(t *testing.T) {
	c, contests := harlow()
	for i := range contests {
		contests[i].State = election.Provisional
	}
	before := listing(council(t, c, contests).Layout(700, chart.Light))
	for i := range contests {
		for j := range contests[i].Candidates {
			contests[i].Candidates[j].Votes = election.Of(100 * (j + 1))
		}
	}
	if after := listing(council(t, c, contests).Layout(700, chart.Light)); after != before {
		t.Errorf("provisional votes show:\n%s\nbefore:\n%s", after, before)
	}
}
