package intake

import (
	"fmt"
	"strings"
	"testing"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// What the real files prove where they lie beside the repository, these rows
// of our own prove everywhere. All but Hartlepool's are invented.

// inventedElection are the two files of a general election of Hartlepool, with
// the candidates that are typed in these tests, and of a seat in Wales and one
// in Northern Ireland.
func inventedElection() []Source {
	wales := strings.NewReplacer("E14000733", "W07000999", "E12000001", "W92000004", "Hartlepool", "Llanfor", "North East", "Wales", "England", "Wales", "Mike,Hill", "Ann,Fawr", "13/12/2019 02:20", "13/12/2019 03:41",
		"Lab hold", "Lab gain from Con", "15464", "15465", ",37936,", ",37937,", ",3595,", ",3596,")
	ireland := strings.NewReplacer("E14000733", "N06000999", "E12000001", "N92000002", "Hartlepool", "Loughmere", "North East", "Northern Ireland", "England", "Northern Ireland", "Stefan,Houghton", "Bo,Beg",
		"Lab hold", "Con gain from Lab", "11869", "25464", "37936", "51531", ",3595,", ",10000,")
	candidacies, totals := []string{}, []string{totals2019, wales.Replace(totals2019), ireland.Replace(totals2019)}
	for _, row := range []string{hill, houghton, tice} {
		candidacies = append(candidacies, row, wales.Replace(row), ireland.Replace(row))
	}
	return []Source{text("ge2019-candidacies.csv", candidacies...), text("ge2019-constituencies.csv", totals...)}
}

// inventedBefore are the files of the election before it: Labour had held all
// but Llanfor.
func inventedBefore() []Source {
	day := strings.NewReplacer("13/12/2019 02:20", "09/06/2017 02:20")
	wales := strings.NewReplacer("E14000733", "W07000999", "Hartlepool", "Llanfor", "11869", "19869")
	ireland := strings.NewReplacer("E14000733", "N06000999", "Hartlepool", "Loughmere")
	var candidacies []string
	for _, row := range []string{hill, houghton} {
		candidacies = append(candidacies, row, wales.Replace(row), ireland.Replace(row))
	}
	totals := day.Replace(totals2019)
	return []Source{text("ge2017-candidacies.csv", candidacies...), text("ge2017-constituencies.csv", totals, wales.Replace(totals), ireland.Replace(totals))}
}

func TestInventedElectionOnTheOneBefore(t *testing.T) {
	found := read(t, Results, inventedElection()...)
	with, matched := withBaseline(found.Contests, read(t, AsBaseline, inventedBefore()...), "")
	equal(t, "contests", len(with), 3)
	equal(t, "with a baseline", matched, 3)
	groups, outcomes := map[string]int{}, map[string]string{}
	for _, c := range with {
		groups[c.Group]++
		outcomes[c.Name] = election.Compute(c).Primary().Outcome.String()
		equal(t, c.Name+": baseline", c.Baselines[0].Name, "2017 general election")
		if c.State != election.Declared || c.Declared == 0 || c.Date != "2019-12-12" || !c.Electorate.Known() || !c.Rejected.Known() {
			t.Errorf("%s: %s at %d on %s", c.Name, c.State, c.Declared, c.Date)
		}
		for _, check := range election.Blocked(election.Checks(c)) {
			t.Errorf("%s is blocked: %s", c.Name, check.Text)
		}
	}
	equal(t, "nations", fmt.Sprint(groups), "map[England:1 Northern Ireland:1 Wales:1]")
	equal(t, "outcomes, as the file words them", fmt.Sprint(outcomes), "map[Hartlepool:Lab hold Llanfor:Lab gain from Con Loughmere:Con gain from Lab]")
	noted(t, found, "ge2019-candidacies.csv: the polling day, 12 December 2019, is taken from the file's name.")
}

// A by-election is held against the general election before it, and has the
// name that the totals have.
func TestByElectionOnTheGeneralElectionBefore(t *testing.T) {
	found := read(t, Results, text("c.csv", bom+byElectionHeader, williams, mortimer, lee), text("t.csv", byElectionTotals, strings.Replace(hartlepoolTotals, ",Hartlepool,", ",The Hartlepools,", 1)))
	with, matched := withBaseline(found.Contests, read(t, AsBaseline, inventedElection()...), "")
	equal(t, "with a baseline", matched, 1)
	c := only(t, Found{Contests: with})
	equal(t, "the name as the totals have it", c.Name, "The Hartlepools")
	equal(t, "baseline", c.Baselines[0].Name, "2019 general election")
	r := election.Compute(c)
	equal(t, "valid, majority", r.Valid.String()+", "+r.Majority.String(), "27,022, 6,940")
	equal(t, "majority share", r.MajorityShare.Percent(1), "25.7")
	equal(t, "turnout", r.TurnoutValid.Percent(1), "38.2")
	equal(t, "outcome", r.Primary().Outcome.String(), "Con gain from Lab")
	equal(t, "swing", r.Primary().Swing.Butler.Percent(1), "17.6")
	equal(t, "change of the winner", r.Rows[0].Change().Points.Signed(1), "+26.2")
	noted(t, found)
}

// The wards of a council stand in its group, each with its seats; of a slip in
// the file, a note says where, and a check of the desk's keeps it from being
// declared.
func TestInventedWards(t *testing.T) {
	typed := strings.NewReplacer("harbour.town", "harbour.quay", "Town", "Quay", "E05000001", "E05000002", ",2100,12,7000,30.0", ",7000,12,,30.0")
	found := read(t, Results, text("wards.csv", clubHeader, townPriya, townOwen, townAnn, typed.Replace(townPriya), typed.Replace(townOwen), typed.Replace(townAnn)))
	equal(t, "wards", len(found.Contests), 2)
	seats, candidates, blocked := 0, 0, ""
	for _, c := range found.Contests {
		seats, candidates = seats+c.Seats, candidates+len(c.Candidates)
		if c.Group != "Harbour" || c.Kind != election.Local || c.Date != "2021-05-06" || !match.IsGSS(c.Code) || (c.State == election.Declared) == (c.Name == "Quay") {
			t.Errorf("%+v", c)
		}
		for _, check := range election.Blocked(election.Checks(c)) {
			blocked += c.Name + ": " + check.Text
		}
	}
	equal(t, "seats and candidates", [2]int{seats, candidates}, [2]int{4, 6})
	equal(t, "blocked", blocked, "Quay: 2,410 votes are too few for 7,000 papers verified and 12 rejected: every other paper carries at least one.")
	noted(t, found, "wards.csv, line 5, column 11 (turnout_reported): Quay: 7,000 ballot papers look like the electorate, of which 30.0% would be 2,100 papers.")
}

func TestTextsThatAreNoResults(t *testing.T) {
	for name, header := range map[string]string{
		"a register of parties": "MNIS ID,MNIS name,Electoral Commission ID,Jurisdiction\n1,Nobody’s Party,PP1,England",
		"a summary":             "date,constituency,ons_id,result,turnout_valid_pct,gov_party,gov_change_pp\n2021-05-06,Mereland,E14000999,Con gain from Lab,42.3,Con,22.96",
		"hostile lines":         "# <script>alert(1)</script>\n'; DROP TABLE entry;--\n=1+1",
	} {
		if _, err := Read([]Source{text("x.csv", header)}, Results); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A list of by-elections is read by the change of the governing party. Who else
// gained a seat is no gain of it; where nothing is said of naming, the gains
// are named.
func TestInventedListOfByElections(t *testing.T) {
	rows, notes := history(t, text("summary.csv",
		"date,constituency,ons_id,first,gov_party,gov_share_pct,gov_change_pp,gain",
		"2021-05-06,Mereland,E14000999,Con,Con,51.9,22.96,True",
		"2020-03-05,Northmere,E14000998,Lab,Con,20.0,-12.4,True",
		"2019-08-01,Loughmere,N06000999,SF,Con,,,False",
		"2018-08-01,Southmere,E14000997,Lab,Con,30.1,-1.5,False"))
	var told []string
	for _, p := range rows {
		told = append(told, fmt.Sprintf("%s %s %s %s %v %v", p.Date, p.Name, p.Party.ID, p.Points.Signed(2), p.Gain, p.Named))
		equal(t, "source", p.Source, "summary.csv")
	}
	equal(t, "rows, the oldest first", strings.Join(told, "\n"),
		"2018-08-01 Southmere PP52 −1.50 false false\n2020-03-05 Northmere PP52 −12.40 false false\n2021-05-06 Mereland PP52 +22.96 true true")
	equal(t, "left out", strings.Join(notes, "\n"), "summary.csv, line 4, column 7 (gov_change_pp): Loughmere has no change of the party's share and is left out.")
}
