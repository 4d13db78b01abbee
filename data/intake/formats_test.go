package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

func TestBallotsOfDemocracyClub(t *testing.T) {
	found := read(t, Results, text("a.csv", clubHeader, townPriya, townOwen, townAnn))
	c := only(t, found)
	equal(t, "name", c.Name, "Town")
	equal(t, "code", c.Code, "E05000001")
	equal(t, "date, from the ballot paper's id", c.Date, "2021-05-06")
	equal(t, "kind", c.Kind, election.Local)
	equal(t, "seats, from the number elected", c.Seats, 2)
	equal(t, "state", c.State, election.Declared)
	equal(t, "electorate", c.Electorate, election.Of(7000))
	equal(t, "papers", c.Verified, election.Of(2100))
	equal(t, "rejected", c.Rejected, election.Of(12))
	equal(t, "turnout as read out", c.ReadOut.Turnout, "30.0")
	equal(t, "votes", votes(c), "ap Rhys Lab 870; de Vere Ind 640; Nair Lab 900")
	equal(t, "the first of a joint id", c.Candidates[0].Party.ID, "PP53")
	equal(t, "its name stays", c.Candidates[0].Party.Name, "Labour and Co-operative Party")
	equal(t, "independent", c.Candidates[1].Party, election.Independent)
	equal(t, "person", c.Candidates[2].Person, "11")
	noted(t, found)
}

// The wide export of candidates has other names for the same columns, and has
// been seen with a stray line on top.
func TestCandidatesOfDemocracyClub(t *testing.T) {
	found := read(t, Results, text("a.csv",
		"Candidates of 4 July,,,,,,,,,,",
		"person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,cancelled_poll,seats_contested",
		"1,Ann Lowe,parl.2024-07-04,parl.65813,2024-07-04,f,Labour Party,PP53,Stockton West,f,1",
		"2,Bo Hart,parl.2024-07-04,parl.65813,2024-07-04,f,Speaker seeking re-election,ynmp-party:12522,Stockton West,f,1",
		"3,Cy Dun,local.x.2024-07-04,local.x.east.2024-07-04,2024-07-04,f,East First,party:999999,East,t,3"))
	equal(t, "contests", len(found.Contests), 2)
	c, east := found.Contests[0], found.Contests[1]
	equal(t, "name", c.Name, "Stockton West")
	equal(t, "code", c.Code, "parl.65813")
	equal(t, "date", c.Date, "2024-07-04")
	equal(t, "kind", c.Kind, election.Parliamentary)
	equal(t, "state", c.State, election.NotStarted)
	equal(t, "speaker", c.Candidates[0].Party.ID, election.SpeakerID)
	equal(t, "seats", east.Seats, 3)
	equal(t, "party of no table", east.Candidates[0].Party, election.Party{ID: "PP999999", Name: "East First"})
	noted(t, found, "a.csv: what stands above the header on line 2 is left out.",
		"a.csv, line 5, column 10 (cancelled_poll): the poll for East was cancelled with 1 candidate for 3 seats.")
}

// What a file leaves out is the desk's to say: a plain list of a ward's
// candidates that comes again says nothing of its seats or its kind.
func TestWhatAFileDoesNotSayIsNotMadeUp(t *testing.T) {
	rows := []string{"contest,kind,seats,surname,votes,elected", "Town,,,Nair,900,", "Town,,,Lowe,12,"}
	for _, mode := range []Mode{CandidatesOnly, Results} {
		c := only(t, read(t, mode, text("a.csv", rows...)))
		equal(t, "kind and seats", fmt.Sprintf("%q %d", c.Kind, c.Seats), `"" 0`)
	}
	told := only(t, read(t, Results, text("a.csv", rows[0], "Town,Local,,Nair,900,yes", "Town,Local,,Lowe,12,yes")))
	equal(t, "kind and seats", fmt.Sprintf("%q %d", told.Kind, told.Seats), `"local" 2`)
}

func TestUnopposedIsNotAResult(t *testing.T) {
	c := only(t, read(t, Results, text("a.csv", clubHeader, swap(townPriya, ",900,", ",,"), swap(townOwen, ",870,", ",,"))))
	equal(t, "state", c.State, election.Uncontested)
	equal(t, "seats", c.Seats, 2)
	equal(t, "revision", c.Revision, 0)
}

func TestWhatAFileSaysOfTheElectedIsHeldAgainstItsVotes(t *testing.T) {
	fewer := read(t, Results, text("a.csv", clubHeader, townPriya, swap(townOwen, "870", "600"), townAnn))
	noted(t, fewer, "a.csv, line 3, column 10 (elected): Owen ap Rhys is elected with 600 votes though Ann de Vere has 640.")
	tie := read(t, Results, text("a.csv", clubHeader, townPriya, swap(townOwen, "870", "640"), townAnn))
	noted(t, tie, "a.csv, line 3, column 10 (elected): Owen ap Rhys and Ann de Vere have 640 votes each; the file says that Owen ap Rhys was elected: record the lot.")
	header := clubHeader + ",seats_contested"
	three := read(t, Results, text("a.csv", header, townPriya+",3", townOwen+",3", townAnn+",3"))
	noted(t, three, "a.csv, line 2: Town has 3 seats but 2 elected.")
}

func TestElectorateTypedAsPapers(t *testing.T) {
	typed := strings.NewReplacer(",2100,12,7000,30.0", ",7000,12,,30.0")
	found := read(t, Results, text("a.csv", clubHeader, typed.Replace(townPriya), typed.Replace(townOwen), typed.Replace(townAnn)))
	noted(t, found, "a.csv, line 2, column 11 (turnout_reported): Town: 7,000 ballot papers look like the electorate, of which 30.0% would be 2,100 papers.")
}

func TestFlatFile(t *testing.T) {
	c := only(t, read(t, Results, text("a.csv", hartlepoolFlat, townFlat,
		"Town,E05000001,2021-05-06,local,2,declared,7000,2100,12,'=Ann,'-Vere,,,,\"Save, the Pier\",,no",
		"Town,E05000001,2021-05-06,local,2,declared,7000,2100,12,Bo,'Tis,,Harbour First,HF,,12,yes")))
	equal(t, "seats", c.Seats, 2)
	equal(t, "state, since votes are missing", c.State, election.Provisional)
	equal(t, "verified", c.Verified, election.Of(2100))
	equal(t, "votes in ballot-paper order", votes(c), "Nair Lab 900; 'Tis HF 12; -Vere Ind –")
	equal(t, "guard taken off", c.Candidates[2].Forenames, "=Ann")
	equal(t, "description", c.Candidates[2].Description, "Save, the Pier")
	equal(t, "party without an id", c.Candidates[1].Party, election.Party{ID: "x:harbour first", Name: "Harbour First", Short: "HF"})
	bare := only(t, read(t, Results, text("a.csv", "surname;contest", "Nair;Town")))
	equal(t, "two columns do", bare.State, election.NotStarted)
	equal(t, "seats, which the file does not say", bare.Seats, 0)
	equal(t, "kind, which the file does not say", bare.Kind, "")
	provisional := only(t, read(t, Results, text("a.csv", hartlepoolFlat, swap(townFlat, "declared", "provisional"))))
	equal(t, "the state is the file's", provisional.State, election.Provisional)
	corrected := only(t, read(t, Results, text("a.csv", hartlepoolFlat, swap(swap(swap(townFlat, "declared", "corrected"), ",local,2,", ",local,1,"), ",2100,", ",912,"))))
	equal(t, "revision", corrected.Revision, 2)
}

// guard is what an export does to a cell; reading must undo exactly that.
func guard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
		return "'" + cell
	}
	return cell
}

func TestGuardIsUndoneExactly(t *testing.T) {
	for _, cell := range []string{"", "'", "''", "=1", "'=1", "''=1", "-", "'Tis", "@x", "\tx", "\rx", "+44", "plain", "x=1"} {
		equal(t, cell, unguard(guard(cell)), cell)
	}
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`'{0,3}[=+\-@\t\ra'’]{0,2}.*`).Draw(t, "cell")
		if got := unguard(guard(cell)); got != cell {
			t.Fatalf("%q came back as %q", cell, got)
		}
	})
}

func TestLists(t *testing.T) {
	const want = "Lee Ind 2,904; Mortimer Con 15,529; Williams Lab 8,589"
	for name, lines := range map[string][]string{
		"commas":         {"Jill Mortimer, Conservative, 15529", "Paul Williams, Labour Party, 8589", "Sam Lee, Independent, 2904"},
		"thousands":      {"Jill Mortimer,Con,15,529", "Paul Williams,Lab,8,589", "Sam Lee,Ind,2,904"},
		"spaces":         {"Jill Mortimer, con, 15 529", "", "Paul Williams, the Labour Party, 8 589", "Sam Lee,, 2904"},
		"tabs":           {"Mortimer, Jill\tConservative and Unionist Party\t15,529", "Williams, Paul\tLabour\t8,589", "Lee, Sam\tind\t2,904"},
		"header":         {"Candidate,Party,Votes", "Jill Mortimer,Con,15529", "Paul Williams,Lab,8589", "Sam Lee,Ind,2904"},
		"another order":  {"votes\tparty\tsurname\tforenames", "15529\tCon\tMortimer\tJill", "8589\tLab\tWilliams\tPaul", "2904\tInd\tLee\tSam"},
		"quoted":         {`"Mortimer, Jill","Conservative","15,529"`, `"Williams, Paul","Labour","8,589"`, `"Lee, Sam","Independent","2,904"`},
		"no-break space": {"Jill Mortimer\tCon\t15\u00a0529", "Paul Williams\tLab\t8\u202f589", "Sam Lee\tInd\t2904"},
	} {
		c := only(t, read(t, Results, list("pasted", "Hartlepool", lines...)))
		equal(t, name, votes(c), want)
		equal(t, name+" contest", c.Name, "Hartlepool")
		equal(t, name+" state", c.State, election.Provisional)
		equal(t, name+" kind, which a list does not say", c.Kind, "")
		equal(t, name+" seats, which a list does not say", c.Seats, 0)
		equal(t, name+" name", c.Candidates[1].Name(), "Jill Mortimer")
		equal(t, name+" party", c.Candidates[1].Party.ID, "PP52")
	}
}

func TestListsThatSayLess(t *testing.T) {
	s := list("pasted", "Town", "Priya Nair, Harbour First", "Vicky Ashworth te Velde", `Bill "Biro" Hart, Lib Dem`, "Cher")
	s.Date = "2021-05-06"
	c := only(t, read(t, Results, s))
	equal(t, "state", c.State, election.NotStarted)
	equal(t, "date", c.Date, "2021-05-06")
	equal(t, "candidates", votes(c), "Cher Ind –; Hart LD –; Nair Harbour First –; te Velde Ind –")
	equal(t, "own id", c.Candidates[2].Party.ID, "x:harbour first")
	equal(t, "no party said", c.Candidates[3].Party, election.Party{})
	counted := only(t, read(t, Results, list("pasted", "Town", "Priya Nair, 1,900", "Bo Hart, 12")))
	equal(t, "name and votes", votes(counted), "Hart Ind 12; Nair Ind 1,900")
	equal(t, "names alone", votes(only(t, read(t, CandidatesOnly, list("pasted", "Town", "Priya Nair, 1,900")))), "Nair Ind –")
}

func TestPartiesByName(t *testing.T) {
	for name, id := range map[string]string{
		"Con": "PP52", "CONSERVATIVES": "PP52", "Labour": "PP53", "Labour and Co-operative": "PP53", "Labour & Co-operative Party": "PP53",
		"Lib Dem": "PP90", "Liberal Democrats": "PP90", "Reform UK": "PP7931", "The Brexit Party": "PP7931", "Green": "PP63",
		"Women's Equality Party": "PP2755", "Women’s Equality": "PP2755", "Sinn Fein": "PP39", "Yorkshire Party": "PP2055",
		"Harbour First": "x:harbour first", "Éirígí!": "x:eirigi", "☂": "x:☂", "Independent": "", "ind": "", "": "",
	} {
		p := row{table: &table{at: map[string]int{"party": 0}, names: []string{"party"}}, findings: &findings{}, record: record{lines: []int{1}, cells: []string{name}}}.party("", "party", "")
		equal(t, name, p.ID, id)
		equal(t, name+" is independent", p.IsIndependent(), id == "")
	}
}

func TestBallotPaperOrder(t *testing.T) {
	names := []string{"de Silva", "Ap Harri", "O'Brien", "Oakley", "O’Hara", "Zoë", "Ångström", "McAdam", "mabey"}
	var cs []election.Candidate
	for _, n := range names {
		cs = append(cs, election.Candidate{Surname: n})
	}
	match.BallotOrder(cs)
	var got []string
	for _, c := range cs {
		got = append(got, c.Surname)
	}
	if want := []string{"Ångström", "Ap Harri", "de Silva", "mabey", "McAdam", "Oakley", "O'Brien", "O’Hara", "Zoë"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestNamesArePartedAtTheSurname(t *testing.T) {
	for name, want := range map[string][2]string{
		"Jill Mortimer":           {"Jill", "Mortimer"},
		"Mortimer, Jill":          {"Jill", "Mortimer"},
		"Vicky Ashworth te Velde": {"Vicky Ashworth", "te Velde"},
		"Gwyn Ap Harri":           {"Gwyn", "Ap Harri"},
		"Maria de la Cruz":        {"Maria", "de la Cruz"},
		"Cher":                    {"", "Cher"},
		"Van Morrison":            {"Van", "Morrison"},
		"  Ann   Nadin  Martin ":  {"Ann Nadin", "Martin"},
		"Emma Muddiman-Rawlins":   {"Emma", "Muddiman-Rawlins"},
		"":                        {"", ""},
	} {
		forenames, surname := splitName(name)
		equal(t, name, [2]string{forenames, surname}, want)
	}
}

func TestSummarySaysWhatImportingWouldDo(t *testing.T) {
	found := read(t, Results, text("c.csv", byElectionHeader, mortimer, williams, lee), text("t.csv", byElectionTotals, hartlepoolTotals))
	equal(t, "summary", found.Summary(), `c.csv: Parliament candidacies, 3 rows.
t.csv: Parliament constituencies, 1 row.
1 contest with 3 candidates, with their results.
  Hartlepool, 6 May 2021: 3 candidates, 27,022 votes, electorate 70,768, declared
`)
	ward := read(t, CandidatesOnly, text("a.csv", clubHeader, townPriya, townOwen, townAnn))
	ward.Notes = []string{"a.csv: odd."}
	equal(t, "summary", ward.Summary(), `a.csv: Democracy Club ballots, 3 rows.
1 contest with 3 candidates, without votes.
  Town, 6 May 2021, 2 seats: 3 candidates, electorate 7,000, not started
Note: a.csv: odd.
`)
}
