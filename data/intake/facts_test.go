package intake

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

const (
	hartlepool = "hartlepool/hartlepool-"
	parliament = "parliament/"
)

func generalElection(t testing.TB, year string) []Source {
	return shared(t, parliament+"ge"+year+"-candidacies.csv", parliament+"ge"+year+"-constituencies.csv")
}

func TestHartlepoolWithItsBaseline(t *testing.T) {
	now := read(t, Results, shared(t, hartlepool+"2021-05-06-candidates.csv", hartlepool+"2021-05-06-constituency.csv")...)
	before := read(t, AsBaseline, shared(t, hartlepool+"2019-12-12-candidates.csv", hartlepool+"2019-12-12-constituency.csv")...)
	with, matched := withBaseline(now.Contests, before, "")
	equal(t, "matched", matched, 1)
	c := with[0]
	equal(t, "candidates", len(c.Candidates), 16)
	equal(t, "first on the ballot paper", c.Candidates[0].BallotName(), "Bettney, David")
	equal(t, "last", c.Candidates[15].BallotName(), "Williams, Paul")
	equal(t, "baseline", c.Baselines[0].Name, "2019 general election")
	r := election.Compute(c)
	equal(t, "valid", r.Valid.String(), "29,933")
	equal(t, "majority", r.Majority.String(), "6,940")
	equal(t, "majority share", r.MajorityShare.Percent(1), "23.2")
	equal(t, "turnout", r.TurnoutValid.Percent(1), "42.3")
	equal(t, "outcome", r.Primary().Outcome.String(), "Con gain from Lab")
	equal(t, "swing", r.Primary().Swing.Butler.Percent(1)+" "+r.Primary().Swing.Steed.Percent(2), "16.0 20.96")
	equal(t, "deposits", r.DepositsLost, election.Of(13))
	changes := map[string]string{}
	for _, row := range r.Rows {
		if !row.Change().New {
			changes[row.Candidate.Party.ID] = row.Change().Points.Signed(1)
		}
	}
	for id, want := range map[string]string{"PP52": "+23.0", "PP53": "−9.0", "PP90": "−3.0", "PP7931": "−24.6"} {
		equal(t, "change of "+id, changes[id], want)
	}
	for _, check := range election.Blocked(election.Checks(c)) {
		t.Errorf("blocked: %s", check.Text)
	}
}

func TestGeneralElectionOnTheOneBefore(t *testing.T) {
	found := read(t, Results, generalElection(t, "2019")...)
	base := read(t, AsBaseline, generalElection(t, "2017")...)
	equal(t, "contests", len(found.Contests), 650)
	candidates := 0
	for _, c := range found.Contests {
		candidates += len(c.Candidates)
		if c.State != election.Declared || c.Declared == 0 || c.Date != "2019-12-12" || !c.Electorate.Known() || !c.Rejected.Known() {
			t.Errorf("%s: %s at %d on %s", c.Name, c.State, c.Declared, c.Date)
		}
	}
	equal(t, "candidacies", candidates, 3320)
	with, matched := withBaseline(found.Contests, base, "")
	equal(t, "with a baseline", matched, 650)
	for _, c := range with {
		equal(t, c.Name, c.Baselines[0].Name, "2017 general election")
	}
	noted(t, found, "ge2019-candidacies.csv: the polling day, 12 December 2019, is taken from the file's name.")
}

// What the files themselves have wrong is named by the desk's checks, and nothing
// else blocks.
func TestOnlyTrueErrorsBlock(t *testing.T) {
	ge2019 := read(t, Results, generalElection(t, "2019")...)
	nights := map[string][]election.Contest{
		"Doncaster": read(t, Results, shared(t, "democracy-club/doncaster-2021-05-06.csv")...).Contests,
	}
	nights["2019"], _ = withBaseline(ge2019.Contests, read(t, AsBaseline, generalElection(t, "2017")...), "")
	by := read(t, Results, shared(t, parliament+"by-elections-2019-2024-candidacies.csv", parliament+"by-elections-2019-2024-constituencies.csv")...)
	nights["by-elections"], _ = withBaseline(by.Contests, ge2019, "")
	for name, want := range map[string]string{
		"2019": "", "by-elections": "",
		"Doncaster": "Conisbrough: 7,475 votes are too few for 12,222 papers verified and 15 rejected: every other paper carries at least one.",
	} {
		var blocked []string
		for _, c := range nights[name] {
			for _, check := range election.Blocked(election.Checks(c)) {
				blocked = append(blocked, c.Name+": "+check.Text)
			}
		}
		equal(t, name, strings.Join(blocked, "\n"), want)
	}
}

func TestContestsAreGroupedByNation(t *testing.T) {
	groups := map[string]int{}
	for _, c := range read(t, Results, generalElection(t, "2019")...).Contests {
		groups[c.Group]++
	}
	equal(t, "nations", fmt.Sprint(groups), "map[England:533 Northern Ireland:18 Scotland:59 Wales:40]")
}

// The Parliament's own words for each result of 2019 come out of the figures.
func TestOutcomesAsTheFileWordsThem(t *testing.T) {
	sources := generalElection(t, "2019")
	totals, err := io.ReadAll(sources[1].Data)
	if err != nil {
		t.Fatal(err)
	}
	sources[1].Data = bytes.NewReader(totals)
	with, _ := withBaseline(read(t, Results, sources...).Contests, read(t, AsBaseline, generalElection(t, "2017")...), "")
	worded := map[string]string{}
	r := newCSV(string(totals), ',', false)
	for cells, err := r.Read(); err == nil; cells, err = r.Read() {
		worded[cells[0]] = cells[11]
	}
	// The desk has other short names for two parties, and Labour and
	// Co-operative candidates stand for Labour by id.
	ours := strings.NewReplacer("Plaid", "PC", "Alliance", "APNI")
	for _, c := range with {
		equal(t, c.Name, ours.Replace(election.Compute(c).Primary().Outcome.String()), strings.TrimSuffix(worded[c.Code], " Coop"))
	}
}

func TestByElections(t *testing.T) {
	found := read(t, Results, shared(t, parliament+"by-elections-2019-2024-candidacies.csv", parliament+"by-elections-2019-2024-constituencies.csv")...)
	with, matched := withBaseline(found.Contests, read(t, AsBaseline, generalElection(t, "2019")...), "")
	equal(t, "contests", len(found.Contests), 23)
	equal(t, "with a baseline", matched, 23)
	candidates := 0
	for _, c := range with {
		candidates += len(c.Candidates)
		equal(t, c.Name, c.Baselines[0].Name, "2019 general election")
	}
	equal(t, "candidacies", candidates, 252)
	equal(t, "the name as the totals have it", found.Contests[4].Name, "Old Bexley and Sidcup")
	noted(t, found)
}

func TestDoncaster(t *testing.T) {
	found := read(t, Results, shared(t, "democracy-club/doncaster-2021-05-06.csv")...)
	equal(t, "wards", len(found.Contests), 21)
	seats, candidates := 0, 0
	for _, c := range found.Contests {
		seats += c.Seats
		candidates += len(c.Candidates)
		if c.Group != "Doncaster" || c.Kind != election.Local || c.Date != "2021-05-06" || !match.IsGSS(c.Code) || (c.State == election.Declared) == (c.Name == "Conisbrough") {
			t.Errorf("%+v", c) // Conisbrough has its electorate for its ballot papers
		}
	}
	equal(t, "seats", seats, 55)
	equal(t, "candidates", candidates, 168)
	noted(t, found, "doncaster-2021-05-06.csv, line 56, column 11 (turnout_reported): Conisbrough: 12,222 ballot papers look like the electorate, of which 25.23% would be 3,084 papers.")
}

func TestFilesThatAreNoResults(t *testing.T) {
	for _, name := range []string{parliament + "party-registrations.csv", parliament + "by-elections-2010-2026-summary.csv", "hostile/blns.txt"} {
		if _, err := Read(shared(t, name), Results); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkGeneralElection(b *testing.B) {
	sources := generalElection(b, "2019")
	raw := make([][]byte, len(sources))
	for i, s := range sources {
		data, err := io.ReadAll(s.Data)
		if err != nil {
			b.Fatal(err)
		}
		raw[i] = data
		b.SetBytes(int64(len(raw[0]) + len(raw[1])))
	}
	for b.Loop() {
		for i := range sources {
			sources[i].Data = bytes.NewReader(raw[i])
		}
		read(b, Results, sources...)
	}
}

// The floor of the import: the same bytes through the CSV reader alone.
func BenchmarkGeneralElectionFloor(b *testing.B) {
	var raw []string
	for _, s := range generalElection(b, "2019") {
		data, err := io.ReadAll(s.Data)
		if err != nil {
			b.Fatal(err)
		}
		raw = append(raw, string(data))
	}
	b.SetBytes(int64(len(raw[0]) + len(raw[1])))
	for b.Loop() {
		for _, text := range raw {
			if _, err := newCSV(text, ',', false).ReadAll(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
