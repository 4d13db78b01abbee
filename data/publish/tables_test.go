package publish_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/publish"
	"nightdesk/data/publish/table"
)

// documents are the forms that hold the blog; the others hold the results.
var documents = []publish.Form{publish.Page, publish.Fragment, publish.WordPress, publish.Markdown, publish.Text}

// oddName draws a name such as a ballot paper has not had yet: what a
// spreadsheet would run, quotation marks, commas, line ends. The number at
// its end keeps it apart from all others.
func oddName(t *rapid.T, number int) string {
	parts := rapid.SliceOfN(rapid.SampledFrom([]string{"'", "''", "-", "=", "@", "+", "\t", "\r", "\n", `"`, ",", ";", "|", " ", "é", "’", "Ω", "Smith", "O", "=1+1", "<b>", "&", `\`, "0"}), 0, 6).Draw(t, "name")
	return strings.Join(parts, "") + fmt.Sprintf("Zq%d", number)
}

// trimmed is an odd name without space around it, for what is no name.
func trimmed(t *rapid.T, number int) string { return strings.TrimSpace(oddName(t, number)) }

func oddParty(t *rapid.T) election.Party {
	return rapid.SampledFrom([]election.Party{
		election.Independent, {ID: "PP52", Name: "Conservative", Short: "Con"}, {ID: "PP7931", Name: "Brexit Party", Short: "Brexit"},
		{ID: "PP90909", Name: trimmed(t, 1), Short: trimmed(t, 2)}, {ID: "x:slate", Name: trimmed(t, 3), Short: trimmed(t, 4)},
	}).Draw(t, "party")
}

func oddCount(t *rapid.T, what string) election.Count {
	if !rapid.Bool().Draw(t, what+" known") {
		return election.Count{}
	}
	return election.Of(rapid.IntRange(0, 90_000).Draw(t, what))
}

// oddContest draws a contest as a night could have it after an import: no
// ids, every kind of state.
func oddContest(t *rapid.T, number int) election.Contest {
	c := election.Contest{
		Name: oddName(t, number), Code: rapid.SampledFrom([]string{"", fmt.Sprintf("E1400%04d", number), fmt.Sprintf("=local.x.%d", number)}).Draw(t, "code"),
		Date: "2021-05-06", Kind: rapid.SampledFrom([]election.Kind{election.Parliamentary, election.Local}).Draw(t, "kind"),
		Group: rapid.SampledFrom([]string{"", oddName(t, 100)}).Draw(t, "group"),
		Seats: rapid.IntRange(1, 3).Draw(t, "seats"), Recount: rapid.IntRange(0, 2).Draw(t, "recount"),
		State:      rapid.SampledFrom(append([]election.State{election.Uncontested, election.Postponed}, election.States...)).Draw(t, "state"),
		Electorate: oddCount(t, "electorate"), Verified: oddCount(t, "verified"), Rejected: oddCount(t, "rejected"),
		Headings: election.Headings{NoMark: oddCount(t, "no mark"), Uncertain: oddCount(t, "uncertain")},
		ReadOut:  election.ReadOut{Turnout: rapid.SampledFrom([]string{"", "42.55"}).Draw(t, "turnout"), Majority: oddCount(t, "majority")},
	}
	if c.Seats > 1 {
		c.Method = rapid.SampledFrom([]election.Method{election.TopVote, election.AverageVote, election.SumVote}).Draw(t, "method")
	}
	oddDeclaration(t, &c)
	c.Candidates = oddCandidates(t, 0)
	declarable(t, &c)
	if c.State == election.Uncontested || c.State == election.Postponed {
		for i := range c.Candidates {
			c.Candidates[i].Votes = election.Count{} // nobody voted
		}
	}
	return c
}

// declarable gives a declared contest all of its votes and takes away what
// stands against declaring it, since only what a person could have declared is
// declared again by an import. What still cannot be declared is being counted.
func declarable(t *rapid.T, c *election.Contest) {
	if !c.State.IsDeclared() {
		return
	}
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Of(rapid.IntRange(0, 90_000).Draw(t, "declared votes"))
	}
	if blocked(*c) {
		c.Electorate, c.Verified, c.Rejected, c.Headings, c.ReadOut = election.Count{}, election.Count{}, election.Count{}, election.Headings{}, election.ReadOut{}
	}
	for i := 0; blocked(*c) && i < len(c.Candidates); i++ { // no lot was drawn for a tie
		c.Candidates[i].Votes = election.Of(i + 1)
	}
	if blocked(*c) {
		c.State, c.Declared, c.Revision, c.Corrections = election.Counting, 0, 0, nil
	}
}

// blocked reports whether something stands against declaring a contest.
func blocked(c election.Contest) bool {
	c.Candidates = slices.Clone(c.Candidates)
	for i := range c.Candidates {
		c.Candidates[i].ID = fmt.Sprint("k", i) // by which the checks tell them apart
	}
	return len(election.Blocked(election.Checks(c))) > 0
}

// oddDeclaration draws when a declared contest was declared and corrected.
func oddDeclaration(t *rapid.T, c *election.Contest) {
	if !c.State.IsDeclared() {
		return
	}
	c.Declared, c.Revision = at("7 07.01")+rapid.Int64Range(0, 86_400_000).Draw(t, "declared"), 1
	if c.State == election.Corrected {
		c.Revision = rapid.IntRange(2, 4).Draw(t, "revision")
		for i := 2; i <= c.Revision; i++ {
			c.Corrections = append(c.Corrections, election.Correction{
				Revision: i, When: c.Declared + int64(i), Reason: oddName(t, i), Source: rapid.SampledFrom([]string{"", oddName(t, i)}).Draw(t, "source"),
			})
		}
	}
}

func oddCandidates(t *rapid.T, least int) []election.Candidate {
	var all []election.Candidate
	for i := range rapid.IntRange(least, 6).Draw(t, "candidates") {
		all = append(all, election.Candidate{
			Forenames: oddName(t, i), Surname: oddName(t, i), Description: oddName(t, i), Party: oddParty(t),
			Person: rapid.SampledFrom([]string{"", fmt.Sprint(1000 + i)}).Draw(t, "person"), Votes: oddCount(t, "votes"),
		})
	}
	return all
}

func oddContests(t *rapid.T) []election.Contest {
	var all []election.Contest
	for i := range rapid.IntRange(1, 3).Draw(t, "contests") {
		all = append(all, oddContest(t, i))
	}
	return all
}

func oddCouncils(t *rapid.T) []election.Council {
	var all []election.Council
	for i := range rapid.IntRange(0, 2).Draw(t, "councils") {
		c := election.Council{
			Name: oddName(t, 200+i), Code: rapid.SampledFrom([]string{"", fmt.Sprintf("E0700%04d", i)}).Draw(t, "code"), Date: "2021-05-06",
			Seats: rapid.IntRange(1, 90).Draw(t, "seats"), NotUp: oddHoldings(t), Vacant: rapid.IntRange(0, 2).Draw(t, "vacant"),
		}
		for n := range rapid.IntRange(0, 2).Draw(t, "baselines") {
			c.Baselines = append(c.Baselines, election.CouncilBaseline{
				Name: trimmed(t, n), Date: rapid.SampledFrom([]election.Date{"", "2018-05-03"}).Draw(t, "day"),
				Holdings: oddHoldings(t), Vacant: rapid.IntRange(0, 2).Draw(t, "vacant"),
			})
		}
		all = append(all, c)
	}
	return all
}

func oddHoldings(t *rapid.T) []election.Holding {
	var all []election.Holding
	for i, p := range []election.Party{election.Independent, {ID: "PP52", Name: "Conservative", Short: "Con"}, {ID: "x:slate", Name: trimmed(t, 3), Short: trimmed(t, 4)}} {
		if n := rapid.IntRange(0, 30).Draw(t, fmt.Sprint("holding ", i)); n > 0 {
			all = append(all, election.Holding{Party: p, Seats: n})
		}
	}
	return all
}

// unbroken is a value with line ends as every reader of CSV makes them.
func unbroken[T any](t failing, v T) T {
	data := regexp.MustCompile(`(\\r)+\\n`).ReplaceAll([]byte(asJSON(t, v)), []byte(`\n`))
	var to T
	if err := json.Unmarshal(data, &to); err != nil {
		t.Fatal(err)
	}
	return to
}

type failing interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// asJSON prints a value with an empty list as none at all.
func asJSON(t failing, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "[]", "null")
}

func imported(t failing, files []publish.File) intake.Found {
	t.Helper()
	var sources []intake.Source
	for _, f := range files {
		sources = append(sources, intake.Source{Name: f.Name, Data: bytes.NewReader(f.Data)})
	}
	found, err := intake.Read(sources, intake.Results)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// comesBack wants files to be read as these contests and councils.
func comesBack(t failing, files []publish.File, contests []election.Contest, councils []election.Council) {
	t.Helper()
	found := imported(t, files)
	got, want := asJSON(t, found.Contests)+asJSON(t, found.Councils), asJSON(t, contests)+asJSON(t, councils)
	if got != want {
		t.Fatalf("what came back is %s\nand what left %s\nby way of %s", got, want, files[0].Data)
	}
}

// TestTheFlatFileComesBack as what is public of it, whatever people are
// called; what a table has no column for is not expected.
func TestTheFlatFileComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := blog.Edition{Contests: oddContests(rt), Councils: oddCouncils(rt)}
		files, err := publish.Export(e, publish.CSV, publish.Options{Name: "night"})
		if err != nil {
			rt.Fatal(err)
		}
		want := unbroken(rt, e.Public())
		for i := range want.Contests {
			want.Contests[i].Corrections = nil
		}
		comesBack(rt, files, want.Contests, want.Councils)
	})
}

// withPasts gives contests baselines, and takes away what the JSON has no
// name for.
func withPasts(t *rapid.T, contests []election.Contest) []election.Contest {
	for i := range contests {
		contests[i].ReadOut = election.ReadOut{}
		for n := range rapid.IntRange(0, 2).Draw(t, "pasts") {
			contests[i].Baselines = append(contests[i].Baselines, election.Baseline{
				Name: oddName(t, n), Date: rapid.SampledFrom([]election.Date{"", "2019-12-12"}).Draw(t, "day"), Notional: rapid.Bool().Draw(t, "notional"),
				Seats: rapid.IntRange(0, 3).Draw(t, "seats"), Electorate: oddCount(t, "electorate"), Verified: oddCount(t, "verified"),
				Rejected: oddCount(t, "rejected"), Candidates: oddCandidates(t, 0),
			})
		}
	}
	return contests
}

// TestTheJSONComesBack, from the desk as all there is and as an export as
// what is public.
func TestTheJSONComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := blog.Edition{Contests: withPasts(rt, oddContests(rt)), Councils: oddCouncils(rt)}
		data, err := table.ResultsJSON(e.Contests, e.Councils)
		if err != nil {
			rt.Fatal(err)
		}
		comesBack(rt, []publish.File{{Name: "desk.json", Data: data}}, e.Contests, e.Councils)
		files, err := publish.Export(e, publish.JSON, publish.Options{Name: "night"})
		if err != nil {
			rt.Fatal(err)
		}
		public := e.Public()
		comesBack(rt, files, public.Contests, public.Councils)
	})
}

// TestTheParliamentsFilesComeBack for constituencies that are declared.
func TestTheParliamentsFilesComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var e blog.Edition
		for i := range rapid.IntRange(1, 3).Draw(rt, "contests") {
			c := election.Contest{
				Name: trimmed(rt, i), Code: fmt.Sprintf("E1400%04d", i), Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
				Group: rapid.SampledFrom([]string{"", "Wales", "-" + trimmed(rt, 9)}).Draw(rt, "group"),
				State: election.Declared, Revision: 1, Declared: at("7 07.01") + rapid.Int64Range(0, 1000).Draw(rt, "second")*1000,
				Electorate: oddCount(rt, "electorate"), Rejected: oddCount(rt, "rejected"), Candidates: oddCandidates(rt, 1),
			}
			for n := range c.Candidates {
				k := &c.Candidates[n]
				k.Forenames, k.Surname, k.Description = trimmed(rt, n), trimmed(rt, n), ""
			}
			if declarable(rt, &c); c.State.IsDeclared() { // else it is not in the Parliament's files
				e.Contests = append(e.Contests, c)
			}
		}
		if len(e.Contests) == 0 {
			return
		}
		files, err := publish.Export(e, publish.ParliamentCSV, publish.Options{Name: "night"})
		if err != nil {
			rt.Fatal(err)
		}
		want := inOrder(unbroken(rt, e.Contests))
		if got := inOrder(imported(rt, files).Contests); asJSON(rt, got) != asJSON(rt, want) {
			rt.Fatalf("what came back is %s\nand what left %s\nby way of %s", asJSON(rt, got), asJSON(rt, want), files[0].Data)
		}
	})
}

// inOrder sorts candidates by the numbers in their names, since the
// Parliament's files do not have the order of the ballot paper.
func inOrder(contests []election.Contest) []election.Contest {
	for i := range contests {
		slices.SortFunc(contests[i].Candidates, func(a, b election.Candidate) int {
			return cmp.Compare(a.Surname[strings.LastIndex(a.Surname, "Zq"):], b.Surname[strings.LastIndex(b.Surname, "Zq"):])
		})
	}
	return contests
}

// TestACellThatASpreadsheetWouldRunIsGuarded with one apostrophe, and a
// number never is.
func TestACellThatASpreadsheetWouldRunIsGuarded(t *testing.T) {
	c := hartlepool()
	c.Name, c.Code = "=HYPERLINK(\"x\")", "E14000733"
	c.Candidates[0].Surname, c.Candidates[1].Surname, c.Candidates[2].Surname = "-1", "'@home", "O'Brien"
	c.Candidates[3].Surname, c.Candidates[4].Surname, c.Candidates[5].Surname = "\tTab", "\rReturn", "'Quoted"
	e := night()
	e.Contests = []election.Contest{c}
	csv := results(t, e, publish.CSV)
	contains(t, "flat file", csv[0], `"'=HYPERLINK(""x"")",E14000733,`, ",'-1,", ",''@home,", ",O'Brien,", ",'Quoted,", ",'\tTab,", ",\"'\rReturn\",", ",15529,yes\n", ",104,no\n")
	parliament := results(t, e, publish.ParliamentCSV)
	contains(t, "candidacies", parliament[0], ",'-1,", ",-0.089890,", ",0.518792,0.229565,")
}

// results are the files of a form of results.
func results(t *testing.T, e blog.Edition, f publish.Form) []string {
	t.Helper()
	files, err := publish.Export(e, f, publish.Options{Name: "night"})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, f := range files {
		texts = append(texts, string(f.Data))
	}
	return texts
}

// TestUnknownIsEmptyInATable and not 0, and who is elected is left open
// before it is known.
func TestUnknownIsEmptyInATable(t *testing.T) {
	c := hartlepool()
	c.State, c.Declared, c.Electorate = election.Provisional, 0, election.Count{}
	e := night()
	e.Contests = []election.Contest{c}
	flat := results(t, e, publish.CSV)[0]
	for _, line := range strings.Split(strings.TrimSpace(flat), "\n")[1:] {
		if !strings.HasSuffix(line, ",,") || strings.Contains(line, ",0,") {
			t.Errorf("a line is %q", line)
		}
	}
	totals := results(t, e, publish.ParliamentCSV)[1]
	if _, row, _ := strings.Cut(totals, "\n"); row != "06/05/2021,,E14000733,,Hartlepool"+strings.Repeat(",", 29)+"\n" {
		t.Errorf("the totals are %q", row)
	}
}

// TestATiedCutIsLeftOpen in the table for those whom a lot has to part.
func TestATiedCutIsLeftOpen(t *testing.T) {
	c := hartlepool()
	c.Seats, c.Kind = 2, election.Local
	c.Candidates = []election.Candidate{stood("A", "One", election.Independent, 9), stood("B", "Two", election.Independent, 5), stood("C", "Three", election.Independent, 5), stood("D", "Four", election.Independent, 2)}
	e := night()
	e.Contests = []election.Contest{c}
	contains(t, "flat file", results(t, e, publish.CSV)[0], "9,yes\n", "5,\n", "2,no\n")
	e.Contests[0].Lot = []string{"three"}
	contains(t, "flat file", results(t, e, publish.CSV)[0], "Three,", "5,yes\n", "5,no\n")
}

// TestTheParliamentsFilesHaveItsColumns and lie side by side.
func TestTheParliamentsFilesHaveItsColumns(t *testing.T) {
	files, err := publish.Export(night(), publish.ParliamentCSV, publish.Options{Name: "night-candidacies"})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || files[0].Name != "night-candidacies.csv" || files[1].Name != "night-constituencies.csv" {
		t.Fatalf("the files are %v", files)
	}
	contains(t, "candidacies", string(files[0].Data), "Election date,ONS ID2,", "06/05/2021,E14000733,,Hartlepool,,,,,Conservative,Con,PP52,,,Jill,Mortimer,,,,,15529,0.518792,0.229565,\n")
	contains(t, "constituencies", string(files[1].Data), "By-election date,Writ date,ONS ID,",
		"06/05/2021,,E14000733,,Hartlepool,,,,,07/05/2021 07:01,Jill,Mortimer,,Con gain from Lab,Con,Lab,70768,29933,182,6940,15529,8589,349,368,358,0,0,0,0,0,0,0,4740,0\n")
}

// TestAConstituencyWithoutACodeIsRefused since nothing could read it again.
func TestAConstituencyWithoutACodeIsRefused(t *testing.T) {
	e := night()
	e.Contests[0].Code = ""
	_, err := publish.Export(e, publish.ParliamentCSV, publish.Options{})
	var without *table.NoCodeError
	if !errors.As(err, &without) || without.Contest != "Hartlepool" {
		t.Errorf("got %v", err)
	}
	e.Contests[0].Kind = election.Local
	if files, err := publish.Export(e, publish.ParliamentCSV, publish.Options{}); err != nil || strings.Count(string(files[0].Data), "\n") != 1 {
		t.Errorf("a ward stands in the Parliament's files: %v", err)
	}
}
