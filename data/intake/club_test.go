package intake

import (
	"strings"
	"testing"

	"nightdesk/data/election"
)

// The columns that every export of candidates has, with those of the groups
// "results" and "election" and two that are asked for one by one.
const clubExport = "person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested," +
	"votes_cast,elected,tied_vote_winner,rank,turnout_reported,spoilt_ballots,total_electorate,turnout_percentage,results_source,by_election,gss,post_id,nuts1,organisation_name,sopn_last_name,sopn_first_names"

func TestExportOfDemocracyClubWithItsResults(t *testing.T) {
	found := read(t, Results, text("a.csv", clubExport,
		"1,Ann Lowe,local.harlow.2021-05-06,local.harlow.bush-fair.2021-05-06,2021-05-06,f,Labour Party,PP53,Bush Fair,f,1,900,t,f,1,2100,12,7000,30.0,the council,f,E05002233,gss:E05002233,East of England,Harlow Council,,",
		"2,Maria de la Cruz,local.harlow.2021-05-06,local.harlow.bush-fair.2021-05-06,2021-05-06,f,Conservative and Unionist Party,PP52,Bush Fair,f,1,640,f,f,2,2100,12,7000,30.0,the council,f,E05002233,gss:E05002233,East of England,Harlow Council,De La Cruz,Maria Pilar"))
	c := only(t, found)
	equal(t, "name and code", c.Name+" "+c.Code, "Bush Fair E05002233")
	equal(t, "group, as the organisation is called", c.Group, "Harlow Council")
	equal(t, "seats and state", c.Seats, 1)
	equal(t, "state, since its papers do not balance", c.State, election.Provisional)
	equal(t, "papers", c.Verified, election.Of(2100))
	equal(t, "the name as nominated", c.Candidates[0].BallotName(), "De La Cruz, Maria Pilar")
	equal(t, "votes", votes(c), "De La Cruz Con 640; Lowe Lab 900")
	noted(t, found)
}

func TestBallotsAreGrouped(t *testing.T) {
	const core = "person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested,nuts1"
	found := read(t, Results, text("a.csv", core,
		"1,Ann Lowe,parl.2024-07-04,parl.65813,2024-07-04,f,Labour Party,PP53,Member of Parliament for Stockton West,f,1,North East",
		"2,Bo Hart,parl.2024-07-04,parl.2.2024-07-04,2024-07-04,f,Labour Party,PP53,Gower,f,1,Wales",
		"3,Cy Dun,parl.2024-07-04,parl.3.2024-07-04,2024-07-04,f,Labour Party,PP53,Bath,f,1,",
		"4,Di Eve,local.nuneaton-and-bedworth.2024-05-02,local.nuneaton-and-bedworth.slough.2024-05-02,2024-05-02,f,Labour Party,PP53,Slough,f,1,"))
	var groups []string
	for _, c := range found.Contests {
		groups = append(groups, c.Name+": "+c.Group)
	}
	equal(t, "groups", strings.Join(groups, "; "), "Stockton West: England; Gower: Wales; Bath: ; Slough: Nuneaton and Bedworth")
	ward := only(t, read(t, Results, text("b.csv", clubHeader, townPriya)))
	equal(t, "of a council's column", ward.Group, "Harbour")
}

func TestCancelledPolls(t *testing.T) {
	const core = "person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested"
	found := read(t, CandidatesOnly, text("a.csv", core,
		"1,Ann Lowe,local.x.2021-05-06,local.x.east.2021-05-06,2021-05-06,f,Labour Party,PP53,East,t,1",
		"2,Bo Hart,local.x.2021-05-06,local.x.west.2021-05-06,2021-05-06,f,Labour Party,PP53,West,True,1",
		"3,Cy Dun,local.x.2021-05-06,local.x.west.2021-05-06,2021-05-06,f,Conservative Party,PP52,West,True,1"))
	equal(t, "no more than seats", found.Contests[0].State, election.Uncontested)
	equal(t, "more than seats", found.Contests[1].State, election.Countermanded)
	noted(t, found, "a.csv, line 3, column 10 (cancelled_poll): the poll for West was cancelled though it had 2 candidates; it is taken to be countermanded.")
}

// Asked for addresses, the export has a row for each that a person has.
func TestARepeatedCandidacyIsTakenOnce(t *testing.T) {
	header := clubHeader + ",homepage_url"
	found := read(t, Results, text("a.csv", header, townPriya+",https://a.example/", townPriya+",https://b.example/", townOwen+",", townAnn+","))
	equal(t, "votes", votes(only(t, found)), "ap Rhys Lab 870; de Vere Ind 640; Nair Lab 900")
	noted(t, found, "a.csv, line 3: Priya Nair stands in Town on line 2 already and is taken once.")
	_, err := Read([]Source{text("a.csv", header, townPriya+",", swap(townPriya, ",900,", ",901,")+",")}, Results)
	if err == nil || !strings.HasPrefix(err.Error(), "a.csv, line 3, column 6 (person_name): “Priya Nair” stands in Town twice") {
		t.Errorf("with other votes: %v", err)
	}
}

// A percentage was typed where the papers belong.
func TestPercentageForPapers(t *testing.T) {
	for column, row := range map[string]string{
		"11 (turnout_reported)": swap(townPriya, ",2100,12,7000,30.0", ",22.98,12,7000,22.98"),
		"12 (spoilt_ballots)":   swap(townPriya, ",2100,12,", ",2100,0.6%,"),
		"13 (total_electorate)": swap(townPriya, ",7000,30.0", ",30.0,30.0"),
		"9 (votes_cast)":        swap(townPriya, ",900,", ",42.9,"),
	} {
		_, err := Read([]Source{text("a.csv", clubHeader, row)}, Results)
		if err == nil || !strings.HasPrefix(err.Error(), "a.csv, line 2, column "+column+": “") || !strings.Contains(err.Error(), "looks like a percentage; it wants a whole number of ") {
			t.Errorf("%s: %v", column, err)
		}
	}
}

func TestPartyIDsInAllTheirWays(t *testing.T) {
	for id, want := range map[string]string{
		"PP52": "PP52", "party:52": "PP52", "PP 52": "PP52", "pp52": "PP52", "joint-party:53-119": "PP53", "PP53;PP119": "PP53",
		"ynmp-party:2": "", "ynmp-party:12522": election.SpeakerID, "x:slate": "x:slate",
	} {
		k := only(t, read(t, Results, text("a.csv", clubHeader, swap(swap(townPriya, "party:53", id), "Labour Party", "")))).Candidates[0]
		equal(t, id, k.Party.ID, want)
	}
}
