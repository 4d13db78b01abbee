package publish_test

import (
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
)

// documents are the forms that hold the blog; the others hold the results.
var documents = []publish.Form{publish.Page, publish.Fragment, publish.Text}

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
		Seats:      rapid.IntRange(1, 3).Draw(t, "seats"),
		State:      rapid.SampledFrom(append([]election.State{election.Uncontested, election.Postponed}, election.States...)).Draw(t, "state"),
		Electorate: oddCount(t, "electorate"), Verified: oddCount(t, "verified"), Rejected: oddCount(t, "rejected"),
	}
	switch c.State {
	case election.Declared:
		c.Revision = 1
	case election.Corrected:
		c.Revision = 2
	}
	for i := range rapid.IntRange(1, 6).Draw(t, "candidates") {
		c.Candidates = append(c.Candidates, election.Candidate{
			Forenames: oddName(t, i), Surname: oddName(t, i), Description: oddName(t, i), Party: oddParty(t), Votes: oddCount(t, "votes"),
		})
	}
	return c
}

// inOrder sorts candidates by the numbers in their names, since files of
// tables keep no order of their own.
func inOrder(contests []election.Contest) []election.Contest {
	for i := range contests {
		contests[i].Candidates = slices.Clone(contests[i].Candidates)
		slices.SortFunc(contests[i].Candidates, func(a, b election.Candidate) int {
			return cmp.Compare(a.Surname[strings.LastIndex(a.Surname, "Zq"):], b.Surname[strings.LastIndex(b.Surname, "Zq"):])
		})
	}
	return contests
}

// unbroken is the contests with line ends as every reader of CSV makes them.
func unbroken(contests []election.Contest) []election.Contest {
	data, err := json.Marshal(contests)
	if err != nil {
		panic(err)
	}
	var all []election.Contest
	data = regexp.MustCompile(`(\\r)+\\n`).ReplaceAll(data, []byte(`\n`))
	if err := json.Unmarshal(data, &all); err != nil {
		panic(err)
	}
	return all
}

func imported(t interface{ Fatal(...any) }, files []publish.File) []election.Contest {
	var sources []intake.Source
	for _, f := range files {
		sources = append(sources, intake.Source{Name: f.Name, Data: strings.NewReader(string(f.Data))})
	}
	found, err := intake.Read(sources, intake.Results)
	if err != nil {
		t.Fatal(err)
	}
	return found.Contests
}

func asJSON(t interface{ Fatal(...any) }, v any) string {
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestTheFlatFileComesBack as what is public of it, whatever people are
// called.
func TestTheFlatFileComesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var e blog.Edition
		for i := range rapid.IntRange(1, 3).Draw(rt, "contests") {
			e.Contests = append(e.Contests, oddContest(rt, i))
		}
		files, err := publish.Export(e, publish.CSV, publish.Options{Name: "night"})
		if err != nil {
			rt.Fatal(err)
		}
		want := asJSON(rt, inOrder(unbroken(e.Public().Contests)))
		if got := asJSON(rt, inOrder(imported(rt, files))); got != want {
			rt.Fatalf("it came back as %s\nand left as %s\nby way of %s", got, want, files[0].Data)
		}
	})
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
	var without *publish.NoCodeError
	if !errors.As(err, &without) || without.Contest != "Hartlepool" {
		t.Errorf("got %v", err)
	}
	e.Contests[0].Kind = election.Local
	if files, err := publish.Export(e, publish.ParliamentCSV, publish.Options{}); err != nil || strings.Count(string(files[0].Data), "\n") != 1 {
		t.Errorf("a ward stands in the Parliament's files: %v", err)
	}
}
