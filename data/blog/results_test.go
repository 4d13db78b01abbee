package blog

import (
	"testing"

	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
)

func TestFindContest(t *testing.T) {
	two := []election.Contest{blogtest.Hartlepool(), blogtest.BushFair()}
	for name, want := range map[string]string{"HARTLEPOOL": "hartlepool", "Bush Fair": "bush-fair", "bush fair ward": "bush-fair", "E14000733": "hartlepool", "bush-fair": "bush-fair", "": "", "x": ""} {
		if c, ok := FindContest(two, name); c.ID != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", name, c.ID, ok)
		}
	}
	if _, ok := FindContest([]election.Contest{blogtest.BushFair(), blogtest.BushFair()}, "Bush Fair"); ok {
		t.Error("two contests of one name were told apart")
	}
}

// Two contests of one name are told apart by their group and their day.
func TestNamesakesAreFoundInFull(t *testing.T) {
	all := []election.Contest{
		{ID: "a", Name: "Central ward", Group: "Harlow", Date: "2026-05-07"}, {ID: "b", Name: "Central ward", Group: "Corby", Date: "2026-05-07"},
		{ID: "c", Name: "Hartlepool", Date: "2019-12-12"}, {ID: "d", Name: "Hartlepool", Date: "2021-05-06"},
		{ID: "e", Name: "St Michael’s & Docks"},
	}
	for name, want := range map[string]string{
		"Central": "", "central (harlow)": "a", "Central, Corby": "b", "Central ward (Corby), 7 May 2026": "b", "Central, Luton": "",
		"Hartlepool": "", "Hartlepool, 6 May 2021": "d", "hartlepool 2019-12-12": "c", "Hartlepool 2017-06-08": "",
		"Saint Michael's and Docks": "e", "st michaels & docks ward": "e", "": "",
	} {
		if c, ok := FindContest(all, name); c.ID != want || ok != (want != "") {
			t.Errorf("%q is %q, %v; want %q", name, c.ID, ok, want)
		}
	}
}

func TestFindCouncil(t *testing.T) {
	councils := []election.Council{
		{ID: "harlow", Name: "Harlow", Code: "E07000073"},
		{ID: "doncaster", Name: "City of Doncaster Council"},
	}
	for name, want := range map[string]string{
		"HARLOW": "harlow", "Harlow Council": "harlow", "E07000073": "harlow", "harlow": "harlow",
		"City of Doncaster": "doncaster", "city of doncaster council": "doncaster",
		"Doncaster": "doncaster", "": "", "council": "", "Harlow Town": "",
	} {
		if c, ok := FindCouncil(councils, name); c.ID != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", name, c.ID, ok)
		}
	}
	if _, ok := FindCouncil([]election.Council{councils[0], councils[0]}, "Harlow"); ok {
		t.Error("two councils of one name were told apart")
	}
}
