package intake

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nightdesk/data/election"
)

// flatNames are the columns of the flat file, as the package documents them.
var flatNames = strings.Split("contest,code,date,kind,group,method,seats,state,recount,revision,declared,electorate,verified,rejected,"+
	"no mark,too many,identity,uncertain,turnout read out,majority read out,position,forenames,surname,party id,party name,party short,description,person,votes,elected", ",")

// flatCells is one row as the package documents it.
func flatCells(c election.Contest, place int, k election.Candidate) []string {
	known := func(n election.Count) string {
		if !n.Known() {
			return ""
		}
		return strconv.Itoa(n.Or(0))
	}
	some := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	declared := ""
	if c.Declared != 0 {
		declared = time.UnixMilli(c.Declared).UTC().Format("2006-01-02T15:04:05.000Z")
	}
	h := c.Headings
	return []string{
		guard(c.Name), guard(c.Code), string(c.Date), string(c.Kind), guard(c.Group), string(c.Method), some(c.Seats), string(c.State), some(c.Recount), some(c.Revision), declared,
		known(c.Electorate), known(c.Verified), known(c.Rejected), known(h.NoMark), known(h.TooMany), known(h.Identity), known(h.Uncertain),
		c.ReadOut.Turnout, known(c.ReadOut.Majority), some(place), guard(k.Forenames), guard(k.Surname), k.Party.ID, guard(k.Party.Name), guard(k.Party.Short),
		guard(k.Description), k.Person, known(k.Votes), "",
	}
}

// Whatever a contest holds that the flat file has a column for comes back as it
// was, in the order of the ballot paper.
func TestFlatFileComesBackAsItWas(t *testing.T) {
	count := func(t *rapid.T, what string) election.Count {
		if rapid.Bool().Draw(t, what+" known") {
			return election.Of(rapid.IntRange(0, 99_999).Draw(t, what))
		}
		return election.Count{}
	}
	name := rapid.StringMatching(`'{0,2}[=+\-@\tA-Z"é]['"a-z,;=\-]{0,8}[a-z]`)
	rapid.Check(t, func(t *rapid.T) {
		c := election.Contest{
			Name: name.Draw(t, "contest"), Code: rapid.SampledFrom([]string{"", "E05000001", "=x"}).Draw(t, "code"), Date: "2021-05-06",
			Kind: rapid.SampledFrom([]election.Kind{election.Parliamentary, election.Local}).Draw(t, "kind"), Group: name.Draw(t, "group"),
			Method: rapid.SampledFrom(methods).Draw(t, "method"), Seats: rapid.IntRange(1, 4).Draw(t, "seats"),
			State:   rapid.SampledFrom(slices.Concat(election.States, besideTheLine)).Draw(t, "state"),
			Recount: rapid.IntRange(0, 3).Draw(t, "recount"), Electorate: count(t, "electorate"), Verified: count(t, "verified"), Rejected: count(t, "rejected"),
			Headings: election.Headings{NoMark: count(t, "no mark"), TooMany: count(t, "too many"), Identity: count(t, "identity"), Uncertain: count(t, "uncertain")},
			ReadOut:  election.ReadOut{Turnout: rapid.SampledFrom([]string{"", "42.55", "9"}).Draw(t, "turnout"), Majority: count(t, "majority")},
		}
		if c.State.IsDeclared() {
			c.Declared = rapid.Int64Range(1, 1<<42).Draw(t, "declared")
			c.Revision = rapid.IntRange(2, 5).Draw(t, "revision")
		}
		for i := range rapid.IntRange(0, 6).Draw(t, "candidates") {
			c.Candidates = append(c.Candidates, election.Candidate{
				Forenames: name.Draw(t, "forenames"), Surname: name.Draw(t, "surname") + strconv.Itoa(i), Description: rapid.SampledFrom([]string{"", "=Save the Pier", "'-x"}).Draw(t, "description"),
				Party:  rapid.SampledFrom([]election.Party{election.Independent, {ID: "PP52", Name: "Conservative", Short: "Con"}, {ID: "x:slate", Name: "=Slate", Short: "-"}}).Draw(t, "party"),
				Person: rapid.SampledFrom([]string{"", strconv.Itoa(i)}).Draw(t, "person"), Votes: count(t, "votes"),
			})
		}
		rows := [][]string{flatNames}
		for i, k := range c.Candidates {
			rows = append(rows, flatCells(c, i+1, k))
		}
		if len(c.Candidates) == 0 {
			rows = append(rows, flatCells(c, 0, election.Candidate{}))
		} else {
			shuffled := rapid.Permutation(rows[1:]).Draw(t, "order of the rows")
			rows = append(rows[:1:1], shuffled...)
		}
		var b strings.Builder
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		found, err := Read([]Source{{Name: "a.csv", Data: strings.NewReader(b.String())}}, Results)
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if c.State.IsDeclared() && len(doubtsOf(c, Stated{})) > 0 {
			c.State, c.Revision, c.Declared = election.Provisional, 0, 0 // what could not be declared by hand is not
		}
		if got, want := fmt.Sprintf("%+v", found.Contests), fmt.Sprintf("%+v", []election.Contest{c}); got != want {
			t.Fatalf("\n got %s\nwant %s\n%s", got, want, b.String())
		}
	})
}

func TestFlatFileTellsTheWholeStanding(t *testing.T) {
	const header = "contest,group,method,seats,state,recount,revision,declared,position,surname,votes"
	c := only(t, read(t, Results, text("a.csv", header,
		"Town,Harlow,Average,2,corrected,1,3,2021-05-07T06:01:00.250Z,2,Lowe,12", "Town,Harlow,Average,2,corrected,1,3,2021-05-07T06:01:00.250Z,1,Vere,9")))
	equal(t, "standing", fmt.Sprint(c.Group, c.Method, c.Recount, c.Revision, c.Declared), "Harlowaverage1 3 1620367260250")
	equal(t, "places", votes(c), "Vere Ind 9; Lowe Ind 12")
	uk := only(t, read(t, Results, text("a.csv", "contest,state,declared,surname,votes", "Town,declared,07/05/2021 07:01,Lowe,12")))
	equal(t, "UK time", uk.Declared, 1620367260000)
	equal(t, "revision", uk.Revision, 1)
	empty := only(t, read(t, Results, text("a.csv", header, "Town,,,3,not started,,,,,,")))
	equal(t, "a contest without candidates", fmt.Sprint(empty.Seats, len(empty.Candidates)), "3 0")
	for want, rows := range map[string][]string{
		"a.csv, line 2, column 3 (method): “best” is no method of taking a party's share; it wants top vote, average or sum.":         {"Town,,best,1,,,,,,Lowe,12"},
		"a.csv, line 3, column 2 (group): differs from \"Harlow\" on line 2, though the contest is the same.":                         {"Town,Harlow,,1,,,,,,Lowe,12", "Town,,,1,,,,,,Vere,9"},
		"a.csv, line 3, column 9 (position): “1” is the place of another candidate too.":                                              {"Town,,,1,,,,,1,Lowe,12", "Town,,,1,,,,,1,Vere,9"},
		"a.csv, line 2, column 9 (position): is no place on the ballot paper, though other candidates have one; places count from 1.": {"Town,,,1,,,,,,Lowe,12", "Town,,,1,,,,,1,Vere,9"},
		"a.csv, line 2, column 8 (declared): “at two” is not a date and time; it wants them as in 13/12/2019 02:20.":                  {"Town,,,1,,,,at two,,Lowe,12"},
	} {
		_, err := Read([]Source{text("a.csv", append([]string{header}, rows...)...)}, Results)
		if err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %v", err, want)
		}
	}
}

// Wards of two councils may share a name: without a code they are told apart by
// their group.
func TestTwoWardsOfOneNameAreTwo(t *testing.T) {
	const header = "contest,code,date,group,surname,votes"
	found := read(t, Results, text("a.csv", header, "Central,,2026-05-07,Harlow,Able,12", "Central,,2026-05-07,Corby,Cole,10", "Central,,2026-05-07,Harlow,Bone,9"))
	if len(found.Contests) != 2 || found.Contests[0].Group != "Harlow" || len(found.Contests[0].Candidates) != 2 || found.Contests[1].Group != "Corby" {
		t.Errorf("they read %+v", found.Contests)
	}
	_, err := Read([]Source{text("a.csv", header, "Central,E05000001,2026-05-07,Harlow,Able,12", "Central,E05000001,2026-05-07,Corby,Cole,10")}, Results)
	if err == nil || !strings.Contains(err.Error(), "“Corby” differs") {
		t.Errorf("one ward in two groups: %v", err)
	}
}

// The Parliament's columns, as a desk writes them, are guarded as the flat file is.
func TestGuardIsTakenOffTheParliamentsFiles(t *testing.T) {
	c := only(t, read(t, Results, text("c.csv", byElectionHeader, swap(swap(mortimer, "Mortimer", "'-Mortimer"), "Hartlepool", "'=Hartlepool"), swap(williams, "Williams", "O'Brien")),
		text("t.csv", byElectionTotals, swap(hartlepoolTotals, "Hartlepool", "'=Hartlepool"))))
	equal(t, "name", c.Name, "=Hartlepool")
	equal(t, "votes", votes(c), "-Mortimer Con 15,529; O'Brien Lab 8,589")
	equal(t, "country", c.Group, "England")
}
