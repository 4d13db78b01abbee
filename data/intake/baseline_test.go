package intake

import (
	"slices"
	"strconv"
	"testing"

	"nightdesk/data/election"
)

func result(name, code string, date election.Date, kind election.Kind) election.Contest {
	return election.Contest{Name: name, Code: code, Date: date, Kind: kind, Seats: 1,
		Candidates: []election.Candidate{{Surname: string(date), Party: election.Party{ID: "PP52"}, Votes: election.Of(1)}}}
}

// withBaseline is the contests with what BaselinesFor tells of them, and how
// many it tells of.
func withBaseline(contests []election.Contest, base Found, name string) (with []election.Contest, told int) {
	with, numbered := slices.Clone(contests), slices.Clone(contests)
	for i := range numbered {
		numbered[i].ID = strconv.Itoa(i)
	}
	for _, c := range BaselinesFor(numbered, base, name) {
		i, _ := strconv.Atoi(c.ID)
		with[i].Baselines = c.Baselines
		told++
	}
	return with, told
}

func TestBaselineIsFoundByCodeElseName(t *testing.T) {
	base := Found{Contests: []election.Contest{
		result("Hartlepool", "E14000733", "2017-06-08", election.Parliamentary),
		result("Hartlepool", "E14000733", "2019-12-12", election.Parliamentary),
		result("Hartlepool", "E14000733", "2021-05-06", election.Parliamentary),
		result("Bush Fair ward", "", "2019-05-02", election.Local),
		result("Stockton West", "parl.65813", "2019-12-12", election.Parliamentary),
	}}
	for _, c := range []struct {
		name    string
		contest election.Contest
		date    election.Date
		called  string
	}{
		{"the last before it", result("Hartlepool", "E14000733", "2021-05-06", election.Parliamentary), "2019-12-12", "2019 general election"},
		{"of any date", result("Hartlepool", "E14000733", "", election.Parliamentary), "2021-05-06", "Hartlepool, 6 May 2021"},
		{"a by-election between", result("Hartlepool", "E14000733", "2024-07-04", election.Parliamentary), "2021-05-06", "Hartlepool, 6 May 2021"},
		{"by code under another name", result("Hartlepool and Seaton", "E14000733", "2019-12-12", election.Parliamentary), "2017-06-08", "2017 general election"},
		{"by name", result("Bush  fair", "", "2021-05-06", election.Local), "2019-05-02", "Bush Fair ward, 2 May 2019"},
		{"by name where only one has a code", result("Bush Fair", "E05000001", "2021-05-06", election.Local), "2019-05-02", "Bush Fair ward, 2 May 2019"},
		{"by name where the codes are of two kinds", result("Stockton West", "E14001534", "2024-07-04", election.Parliamentary), "2019-12-12", "2019 general election"},
		{"not under new boundaries", result("Hartlepool", "E14001278", "2024-07-04", election.Parliamentary), "", ""},
		{"not itself", result("Hartlepool", "E14000733", "2017-06-08", election.Parliamentary), "", ""},
		{"not another seat", result("Harlow", "", "2021-05-06", election.Local), "", ""},
	} {
		with, matched := withBaseline([]election.Contest{c.contest}, base, "")
		got := with[0].Baselines
		if c.date == "" {
			if matched != 0 || len(got) != 0 {
				t.Errorf("%s: got %+v", c.name, got)
			}
			continue
		}
		if matched != 1 || len(got) != 1 || got[0].Date != c.date || got[0].Name != c.called || got[0].Candidates[0].Surname != string(c.date) {
			t.Errorf("%s: got %d, %+v", c.name, matched, got)
		}
		if len(c.contest.Baselines) != 0 {
			t.Errorf("%s: the contest given was changed", c.name)
		}
	}
}

func TestBaselineIsReplacedOrAdded(t *testing.T) {
	seat := result("Town", "E05000001", "2021-05-06", election.Local)
	seat.Baselines = []election.Baseline{{ID: "b1", Name: "2019", Date: "2019-05-02"}, {ID: "b2", Name: "as last won", Date: "2020-02-06"}}
	again := Found{Contests: []election.Contest{result("Town", "E05000001", "2020-02-06", election.Local)}}
	with, _ := withBaseline([]election.Contest{seat}, again, "by-election of 2020")
	equal(t, "how many", len(with[0].Baselines), 2)
	equal(t, "id", with[0].Baselines[1].ID, "b2")
	equal(t, "name", with[0].Baselines[1].Name, "by-election of 2020")
	equal(t, "before", seat.Baselines[1].Name, "as last won")
	more := Found{Contests: []election.Contest{result("Town", "E05000001", "2016-05-05", election.Local)}}
	with, _ = withBaseline(with, more, "")
	equal(t, "added last", with[0].Baselines[2].Name, "Town, 5 May 2016")
}

// TestOnlyContestsWithAnEarlierResultAreTold: one that has a baseline already
// and no result in these files is left out.
func TestOnlyContestsWithAnEarlierResultAreTold(t *testing.T) {
	kept := []election.Baseline{{ID: "b1", Name: "2019 general election"}}
	contests := []election.Contest{
		{ID: "c1", Name: "Town", Seats: 2, Electorate: election.Of(7000)},
		{ID: "c2", Name: "Harbour", Baselines: kept},
	}
	base := Found{Contests: []election.Contest{{Name: "Town ward", Date: "2019-05-02"}}}
	told := BaselinesFor(contests, base, "last time")
	if len(told) != 1 || told[0].ID != "c1" || told[0].Seats != 0 || told[0].Electorate.Known() ||
		len(told[0].Baselines) != 1 || told[0].Baselines[0].Name != "last time" {
		t.Errorf("told %+v", told)
	}
}
