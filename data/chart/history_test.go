package chart_test

import (
	"errors"
	"strings"
	"testing"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// points is a change in hundredths of a percentage point.
func points(hundredths int) election.Fraction {
	return election.Ratio(election.Of(hundredths), election.Of(10000))
}

func past(name string, day election.Date, p election.Party, hundredths int) election.Past {
	return election.Past{Name: name, Date: day, Party: p, Points: points(hundredths), Source: "UK Parliament"}
}

// governing is how the governing party fared in some by-elections to 2026.
func governing() election.History {
	h := election.History{
		Title: "By-elections: change in the governing party’s share", Scope: "some since 2017", AsOf: "2026-08-20",
		Rows: []election.Past{
			past("Copeland", "2017-02-23", con, 846), past("Stoke-on-Trent Central", "2017-02-23", con, 180),
			past("Hartlepool", "2021-05-06", con, 2296), past("Chesham and Amersham", "2021-06-17", con, -1986),
			past("North Shropshire", "2021-12-16", con, -3107), past("Southend West", "2022-02-03", con, 2688),
			past("Tiverton and Honiton", "2022-06-23", con, -2172), past("Wakefield", "2022-06-23", con, -1726),
			past("Selby and Ainsty", "2023-07-20", con, -2592), past("Uxbridge and South Ruislip", "2023-07-20", con, -745),
			past("Wellingborough", "2024-02-15", con, -3760), past("Runcorn and Helsby", "2025-05-01", lab, -1430),
			past("Makerfield", "2026-06-18", lab, 960), past("Clacton", "2026-08-13", lab, 0),
		},
	}
	for _, i := range []int{0, 2, 3, 5, 10, 12} {
		h.Rows[i].Named = true
	}
	h.Rows[0].Gain, h.Rows[2].Gain = true, true
	h.Rows[12].Source = "BBC News."
	h.Rows[13].Points = election.Fraction{}
	return h
}

func drawnHistory(t *testing.T, h election.History) chart.Model {
	t.Helper()
	m, err := chart.NewHistory(h, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestHistorySaysWhatItCoversAndWhereItIsFrom(t *testing.T) {
	all := words(drawnHistory(t, governing()).Layout(1200, chart.Light))
	for _, want := range []string{
		"By-elections: change in the governing party’s share", "Some since 2017, as of 20 August 2026.",
		"Hartlepool +23.0", "Wellingborough −37.6", "Con", "Lab", "+30", "0", "−40", "2020",
		"Not drawn, for want of a day or a figure: Clacton 2026.",
		"Sources: UK Parliament (all but the following); BBC News (Makerfield 2026).",
	} {
		if !has(all, want) {
			t.Errorf("the scene does not say %q: %q", want, all)
		}
	}
	if has(all, "Wakefield −17.3") {
		t.Error("a contest is named that the desk does not name")
	}
}

func TestHistoryWithoutScopeSaysSo(t *testing.T) {
	h := governing()
	h.Scope, h.AsOf, h.Title = "", "", ""
	all := words(drawnHistory(t, h).Layout(700, chart.Light))
	for _, want := range []string{"Past contests: change in share of the vote", "Scope not stated, as of a day not stated."} {
		if !has(all, want) {
			t.Errorf("the scene does not say %q: %q", want, all)
		}
	}
}

func TestHistoryWithoutRows(t *testing.T) {
	for _, rows := range [][]election.Past{nil, {past("Nowhere", "some day", con, 100)}, {{Name: "Nowhere", Date: "2020-01-02"}}, {past("Nowhere", "2020-01-02", con, 100001)}} {
		_, err := chart.NewHistory(election.History{Rows: rows}, nil)
		var nothing *chart.NothingToDrawError
		if !errors.As(err, &nothing) || nothing.Kind != chart.History || nothing.Hint() == "" {
			t.Errorf("%v: %v", rows, err)
		}
	}
}

func TestHistoryIsToldInFull(t *testing.T) {
	m := drawnHistory(t, governing())
	text, description := m.Text(100), m.Layout(320, chart.Light).Description
	for _, r := range governing().Rows[:13] {
		if !strings.Contains(text, r.Name+", "+r.Party.Short) || !strings.Contains(description, r.Name+", "+r.Party.Name+", "+r.Date.Long()+": "+r.Points.Signed(1)) {
			t.Errorf("%s is missing in\n%s\n%s", r.Name, text, description)
		}
	}
	if !strings.Contains(text, "Hartlepool, Con, gained") || !strings.Contains(description, "+23.0, gained.") {
		t.Errorf("a gain is not told:\n%s", text)
	}
}

func TestNamesWithoutRoomAreListed(t *testing.T) {
	h := procession(120)
	for i := range h.Rows {
		h.Rows[i].Named = true
	}
	for _, width := range []int{320, 700, 1200} {
		s := drawnHistory(t, h).Layout(width, chart.Light)
		all := strings.Join(words(s), " ")
		if !strings.Contains(all, "Also: ") {
			t.Errorf("at %d there is room for 120 names", width)
		}
		for _, r := range h.Rows {
			for _, word := range strings.Fields(r.Name) {
				if !strings.Contains(all, word) {
					t.Errorf("at %d %s is named nowhere", width, r.Name)
				}
			}
		}
	}
}

func TestContestsOfOneNameHaveTheirYear(t *testing.T) {
	h := governing()
	h.Rows[0].Name = "Hartlepool"
	all := words(drawnHistory(t, h).Layout(1200, chart.Light))
	if !has(all, "Hartlepool 2017 +8.5") || !has(all, "Hartlepool 2021 +23.0") {
		t.Errorf("two of one name: %q", all)
	}
}
