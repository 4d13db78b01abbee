package match

import (
	"slices"
	"testing"

	"nightdesk/data/election"
)

func TestContest(t *testing.T) {
	there := []election.Contest{
		{ID: "1", Name: "St Michael’s & Docks", Date: "2026-05-07", Kind: election.Local},
		{ID: "2", Name: "Hartlepool", Code: "E14000733", Date: "2019-12-12", Group: "England"},
		{ID: "3", Name: "Central", Date: "2026-05-07", Group: "Harlow"},
		{ID: "4", Name: "Central", Date: "2026-05-07", Group: "Corby"},
		{ID: "5", Name: "Town", Code: "local.doncaster.town.2021-05-06", Date: "2021-05-06", Group: "Doncaster"},
		{ID: "6", Name: "Bush Fair ward"},
	}
	for _, test := range []struct {
		is    string
		given election.Contest
		want  Seat
	}{
		{"another apostrophe", election.Contest{Name: "St Michael's and Docks", Date: "2026-05-07"}, Seat{Matched, 0, nil}},
		{"saint and ward", election.Contest{Name: "Saint Michaels & Docks Ward"}, Seat{Matched, 0, nil}},
		{"the code on the day", election.Contest{Name: "HARTLEPOOL", Code: "E14000733", Date: "2019-12-12"}, Seat{Matched, 1, nil}},
		{"the code on a later day", election.Contest{Code: "E14000733", Date: "2021-05-06"}, Seat{Later, 1, nil}},
		{"the code on an earlier day", election.Contest{Code: "E14000733", Date: "2017-06-08"}, Seat{Earlier, 1, nil}},
		{"another code of the kind", election.Contest{Name: "Hartlepool", Code: "E14001274", Date: "2019-12-12"}, Seat{New, -1, nil}},
		{"a code of another kind", election.Contest{Name: "Hartlepool", Code: "parl.hartlepool.2019-12-12", Date: "2019-12-12"}, Seat{Matched, 1, nil}},
		{"its group", election.Contest{Name: "Central", Date: "2026-05-07", Group: "Corby Borough Council"}, Seat{Matched, 3, nil}},
		{"no group where two are", election.Contest{Name: "Central", Date: "2026-05-07"}, Seat{Uncertain, -1, []int{2, 3}}},
		{"another group", election.Contest{Name: "Central", Date: "2026-05-07", Group: "Luton"}, Seat{New, -1, nil}},
		{"the by-election's ballot paper", election.Contest{Name: "Town", Code: "local.doncaster.town.by.2023-02-02", Date: "2023-02-02"}, Seat{Later, 4, nil}},
		{"no day there", election.Contest{Name: "Bush Fair", Date: "2026-05-07"}, Seat{Matched, 5, nil}},
		{"a nation for a group of the desk's", election.Contest{Name: "Hartlepool", Date: "2019-12-12", Group: "Tees Valley"}, Seat{Matched, 1, nil}},
		{"a ward of the constituency's name", election.Contest{Name: "Hartlepool", Date: "2019-12-12", Group: "Tees Valley", Kind: election.Local}, Seat{New, -1, nil}},
		{"its id", election.Contest{ID: "6", Name: "renamed"}, Seat{Matched, 5, nil}},
		{"nothing like it", election.Contest{Name: "Netteswell", Date: "2026-05-07"}, Seat{New, -1, nil}},
	} {
		got := NewContests(there).Find(test.given)
		if got.Kind != test.want.Kind || got.There != test.want.There || !slices.Equal(got.Among, test.want.Among) {
			t.Errorf("%s: %+v, want %+v", test.is, got, test.want)
		}
	}
}
