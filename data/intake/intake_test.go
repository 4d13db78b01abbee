package intake

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/election"
)

// text is a source that holds lines.
func text(name string, lines ...string) Source {
	return Source{Name: name, Data: strings.NewReader(strings.Join(lines, "\n") + "\n")}
}

// shared opens files of the facts that tests read, or skips where they are not.
func shared(t testing.TB, names ...string) []Source {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	sources := make([]Source, len(names))
	for i, name := range names {
		f, err := os.Open(filepath.Join(dir, "..", "shared", "data", name))
		if errors.Is(err, os.ErrNotExist) {
			t.Skipf("the data folder ../shared/data is not beside the repository: no %s", name)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		sources[i] = Source{Name: filepath.Base(name), Data: f}
	}
	return sources
}

func read(t testing.TB, m Mode, sources ...Source) Found {
	t.Helper()
	found, err := Read(sources, m)
	if err != nil {
		t.Fatalf("not read:\n%v", err)
	}
	return found
}

// only is the one contest of what was found.
func only(t testing.TB, f Found) election.Contest {
	t.Helper()
	if len(f.Contests) != 1 {
		t.Fatalf("%d contests, want one", len(f.Contests))
	}
	return f.Contests[0]
}

// votes lists candidates as "Mortimer Con 15,529".
func votes(c election.Contest) string {
	var lines []string
	for _, k := range c.Candidates {
		lines = append(lines, k.Surname+" "+k.Party.Label()+" "+k.Votes.String())
	}
	return strings.Join(lines, "; ")
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// noted checks that exactly these notes were made.
func noted(t testing.TB, f Found, want ...string) {
	t.Helper()
	equal(t, "notes", strings.Join(f.Notes, "\n"), strings.Join(want, "\n"))
}

// Rows of the Parliament's files, typed from the results of 6 May 2021.
const (
	byElectionHeader = "Election date,ONS ID2,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type,Party name,Party abbreviation,Electoral Commission party ID,MNIS party ID,Electoral Commission adjunct party ID,Candidate first name,Candidate surname,Candidate gender,Sitting MP,Former MP,Member MNIS ID,Votes,Share,Change,Democracy Club person ID"
	mortimer         = "06/05/2021,E14000733,E12000001,Hartlepool,,North East,England,Borough,Conservative,Con,PP52,4,,Jill,Mortimer,Female,No,No,,15529,0.9,0.9,51741"
	williams         = "06/05/2021,E14000733,E12000001,Hartlepool,,North East,England,Borough,Labour,Lab,PP53,15,,Paul,Williams,Male,No,Yes,,8589,0.9,-0.9,34461"
	lee              = "06/05/2021,E14000733,E12000001,Hartlepool,,North East,England,Borough,Independent,Ind,,8,,Sam,Lee,Female,No,No,,2904,0.9,,"

	byElectionTotals = "By-election date,Writ date,ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type,Declaration time,Member first name,Member surname,Member gender,Result,First party,Second party,Electorate,Valid votes,Invalid votes,Majority,Con,Lab,LD,RUK,Green,SNP,PC,DUP,SF,SDLP,UUP,APNI,All other candidates,Of which other winner"
	hartlepoolTotals = "06/05/2021,25/03/2021,E14000733,E12000001,Hartlepool,Cleveland,North East,England,Borough,07/05/2021 07:02,Jill,Mortimer,Female,Con gain from Lab,Con,Lab,70768,27022,182,6940,15529,8589,0,0,0,0,0,0,0,0,0,0,2904,0"

	hill           = "E14000733,E12000001,Hartlepool,Cleveland,North East,England,Borough,Labour,Lab,PP53,15,,Mike,Hill,Male,Yes,No,,15464,0.3,-0.1"
	houghton       = "E14000733,E12000001,Hartlepool,Cleveland,North East,England,Borough,Conservative,Con,PP52,4,,Stefan,Houghton,Male,No,No,,11869,0.2,-0.1"
	tice           = "E14000733,E12000001,Hartlepool,Cleveland,North East,England,Borough,The Brexit Party,BRX,PP7931,1006,,Richard,Tice,Male,No,No,,10603,0.2,"
	totals2019     = "E14000733,E12000001,Hartlepool,Cleveland,North East,England,Borough,13/12/2019 02:20,Mike,Hill,Male,Lab hold,Lab,Con,70855,37936,119,3595,11869,15464,0,10603,0,0,0,0,0,0,0,0,0,0"
	hartlepoolFlat = "contest,code,date,kind,seats,state,electorate,verified,rejected,forenames,surname,party id,party name,party short,description,votes,elected"
)

const bom = "\ufeff"

func TestCandidaciesAndTotalsOfAByElection(t *testing.T) {
	c := only(t, read(t, Results,
		text("c.csv", bom+byElectionHeader, williams, mortimer, lee),
		text("t.csv", byElectionTotals, hartlepoolTotals)))
	equal(t, "name", c.Name, "Hartlepool")
	equal(t, "code", c.Code, "E14000733")
	equal(t, "date", c.Date, "2021-05-06")
	equal(t, "kind", c.Kind, election.Parliamentary)
	equal(t, "seats", c.Seats, 1)
	equal(t, "state", c.State, election.Declared)
	equal(t, "revision", c.Revision, 1)
	equal(t, "declared at 7.02 British Summer Time", c.Declared, int64(1620367320000))
	equal(t, "electorate", c.Electorate.String(), "70,768")
	equal(t, "rejected", c.Rejected.String(), "182")
	equal(t, "verified", c.Verified.Known(), false)
	equal(t, "votes in ballot-paper order", votes(c), "Lee Ind 2,904; Mortimer Con 15,529; Williams Lab 8,589")
	equal(t, "party", c.Candidates[1].Party.ID, "PP52")
	equal(t, "person", c.Candidates[1].Person, "51741")
	equal(t, "independent", c.Candidates[0].Party, election.Independent)
}

func TestFilesOfAGeneralElectionHaveNoHeader(t *testing.T) {
	found := read(t, Results, text("a.csv", hill, tice, houghton), text("b.csv", totals2019))
	c := only(t, found)
	equal(t, "votes", votes(c), "Hill Lab 15,464; Houghton Con 11,869; Tice BRX 10,603")
	equal(t, "polling day, from the time of declaration", c.Date, "2019-12-12")
	equal(t, "declared at 2.20 Greenwich Mean Time", c.Declared, int64(1576203600000))
	equal(t, "the Brexit Party is Reform UK by id", c.Candidates[2].Party.ID, "PP7931")
	noted(t, found)
}

func TestEveryWidthOfTheParliamentsFiles(t *testing.T) {
	person := ",77"
	day := "12/12/2019,"
	const writ = "06/11/2019,"
	narrow := strings.TrimSuffix(totals2019, ",0")
	for width, c := range map[int]struct{ candidacies, totals string }{
		2131: {hill, narrow},
		2132: {hill, totals2019},
		2232: {hill + person, totals2019},
		2233: {day + hill, day + writ + narrow},
		2334: {day + hill + person, day + writ + totals2019},
	} {
		for _, space := range []string{"", bom} {
			found := only(t, read(t, Results, text("a", space+c.candidacies), text("b", space+c.totals)))
			if votes(found) != "Hill Lab 15,464" || found.Date != "2019-12-12" || found.Rejected != election.Of(119) {
				t.Errorf("%d: %+v", width, found)
			}
		}
	}
}

// Two by-elections of one seat are two contests.
func TestOneSeatOnTwoDays(t *testing.T) {
	later := strings.NewReplacer("06/05/2021", "04/07/2024", "Mortimer", "Brash").Replace(mortimer)
	found := read(t, Results, text("c.csv", byElectionHeader, mortimer, later),
		text("t.csv", byElectionTotals, hartlepoolTotals, strings.Replace(hartlepoolTotals, "06/05/2021", "04/07/2024", 1)))
	equal(t, "contests", len(found.Contests), 2)
	equal(t, "second", found.Contests[1].Date, "2024-07-04")
}

func TestCandidatesOnlyLeavesOutWhatWasCounted(t *testing.T) {
	c := only(t, read(t, CandidatesOnly,
		text("c.csv", byElectionHeader, williams, mortimer, strings.Replace(lee, "2904", "two", 1)),
		text("t.csv", byElectionTotals, hartlepoolTotals)))
	equal(t, "state", c.State, election.NotStarted)
	equal(t, "revision", c.Revision, 0)
	equal(t, "declared", c.Declared, 0)
	equal(t, "electorate", c.Electorate.String(), "70,768")
	equal(t, "rejected", c.Rejected.Known(), false)
	equal(t, "votes", votes(c), "Lee Ind –; Mortimer Con –; Williams Lab –")
	without := strings.Replace(byElectionHeader, "Votes", "Nothing", 1)
	read(t, CandidatesOnly, text("a file without votes", without, mortimer))
}

func TestUnknownRejectedPapers(t *testing.T) {
	c := only(t, read(t, Results, text("c.csv", byElectionHeader, mortimer, williams, lee),
		text("t.csv", byElectionTotals, strings.Replace(hartlepoolTotals, ",182,", ",[x],", 1))))
	equal(t, "rejected", c.Rejected, election.Count{})
}

func TestVotesThatAreNotThereAreUnknown(t *testing.T) {
	some := read(t, Results, text("c.csv", byElectionHeader, mortimer, strings.Replace(lee, "2904", "", 1)))
	equal(t, "some", only(t, some).State, election.Counting)
	equal(t, "votes", votes(only(t, some)), "Lee Ind –; Mortimer Con 15,529")
	noted(t, some, "1 contest has no totals: electorate, rejected papers and time of declaration stay unknown.",
		"c.csv, line 2: Hartlepool has votes for 1 of 2 candidates; it is left as counting.")
	none := read(t, Results, text("c.csv", byElectionHeader, strings.Replace(lee, "2904", "", 1)))
	equal(t, "none", only(t, none).State, election.NotStarted)
}

// The Parliament's own file has 14,987 votes where 14,087 were cast, and totals
// beside it that say so.
func TestSheffieldBrightside(t *testing.T) {
	candidate := func(party, id, forename, surname, votes string) string {
		return "05/05/2016,E14000921,E12000003,\"Sheffield, Brightside and Hillsborough\",,Yorkshire and The Humber,England,Borough," +
			party + ",," + id + ",,," + forename + "," + surname + ",,No,No,," + votes + ",,,"
	}
	found := read(t, Results,
		text("c.csv", byElectionHeader,
			candidate("Labour", "PP53", "Gill", "Furniss", "14987"),
			candidate("UK Independence Party", "PP85", "Steven", "Winstone", "4497"),
			candidate("Liberal Democrat", "PP90", "Mohammed", "Shaffaq", "1385"),
			candidate("Conservative", "PP52", "Spencer", "Pittfield", "1267"),
			candidate("Green Party", "PP63", "Christine", "Gilligan Kubo", "938"),
			candidate("Yorkshire First", "PP2120", "Stevie", "Manion", "349"),
			candidate("Give Me Back Elmo", "PP2641", "Bobby", "Smith", "58")),
		text("t.csv", byElectionTotals,
			`05/05/2016,,E14000921,E12000003,"Sheffield, Brightside and Hillsborough",,Yorkshire and The Humber,England,Borough,,Gill,Furniss,Female,Lab hold,Lab,UKIP,,22581,[x],9590,1267,14087,1385,4497,938,0,0,0,0,0,0,0,407,0`))
	noted(t, found,
		"t.csv, line 2, column 18 (Valid votes): Sheffield, Brightside and Hillsborough: the candidates' votes add up to 23,481, not 22,581.",
		"t.csv, line 2, column 20 (Majority): Sheffield, Brightside and Hillsborough: the candidates' votes give a majority of 10,490, not 9,590.")
}

func TestTotalsWithoutCandidatesAreLeftOut(t *testing.T) {
	other := strings.NewReplacer("E14000733", "E14000548", "Hartlepool", "Batley and Spen").Replace(hartlepoolTotals)
	found := read(t, Results, text("c.csv", byElectionHeader, mortimer, williams, lee), text("t.csv", byElectionTotals, hartlepoolTotals, other))
	equal(t, "contests", len(found.Contests), 1)
	noted(t, found, "1 constituency is left out, without candidates in the candidacies.")
}

func TestPollingDayFromElsewhere(t *testing.T) {
	for _, c := range []struct {
		name string
		date election.Date
		want election.Date
		note string
	}{
		{"a.csv", "2019-12-12", "2019-12-12", ""},
		{"seat-2019-12-12.csv", "", "2019-12-12", "seat-2019-12-12.csv: the polling day, 12 December 2019, is taken from the file's name."},
		{"ge2019-candidacies.csv", "", "2019-12-12", "ge2019-candidacies.csv: the polling day, 12 December 2019, is taken from the file's name."},
		{"2017 general-election.csv", "", "2017-06-08", ""},
		{"college2019.csv", "", "", "1 contest has no polling day in these files."},
		{"2019-99-99.csv", "", "", "1 contest has no polling day in these files."},
	} {
		s := text(c.name, hill)
		s.Date = c.date
		found := read(t, Results, s)
		equal(t, c.name, only(t, found).Date, c.want)
		if !strings.Contains(strings.Join(found.Notes, "\n"), c.note) {
			t.Errorf("%s: notes %q lack %q", c.name, found.Notes, c.note)
		}
	}
}

func TestPollingDayIsTheThursdayBefore(t *testing.T) {
	for declared, want := range map[string]election.Date{
		"12/12/2019 23:40": "2019-12-12",
		"13/12/2019 02:20": "2019-12-12",
		"14/12/2019 19:00": "2019-12-12",
		"07/05/2010 03:05": "2010-05-06",
		"28/05/2010 04:00": "2010-05-27", // Thirsk and Malton, three weeks after the others
		"06/05/2021 23:30": "2021-05-06",
		"07/05/2021 07:02": "2021-05-06",
		"08/05/2021 15:00": "2021-05-06",
		"06/05/2021 12:00": "2021-04-29",
	} {
		row := strings.Replace(totals2019, "13/12/2019 02:20", declared, 1)
		equal(t, declared, only(t, read(t, Results, text("a", hill), text("b", row))).Date, want)
	}
}

func TestWindowsLettersAreRead(t *testing.T) {
	row := strings.Replace(hill, "Mike,Hill", "Zo\xeb,O\x92Hara", 1)
	found := read(t, Results, text("a.csv", houghton, row))
	equal(t, "name", only(t, found).Candidates[1].Name(), "Zoë O’Hara")
	if !strings.Contains(found.Notes[0], "a.csv: is not UTF-8 and was read as Windows-1252, first on line 2") {
		t.Errorf("notes: %q", found.Notes)
	}
}

// An official file gives one person's id to two candidates.
func TestOnePersonIDForTwo(t *testing.T) {
	found := read(t, Results, text("c.csv", byElectionHeader, mortimer, strings.Replace(williams, "34461", "51741", 1)))
	for _, k := range only(t, found).Candidates {
		equal(t, k.Surname, k.Person, "")
	}
	if !strings.Contains(found.Notes[len(found.Notes)-1], "c.csv, line 3: Paul Williams has the person id 51741 of Jill Mortimer") {
		t.Errorf("notes: %q", found.Notes)
	}
}

func TestReaderErrorIsTheReadersOwn(t *testing.T) {
	pulled := errors.New("the stick was pulled")
	_, err := Read([]Source{{Name: "a.csv", Data: failing{pulled}}}, Results)
	if !errors.Is(err, pulled) || !strings.Contains(err.Error(), "a.csv") {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
