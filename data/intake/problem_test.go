package intake

import (
	"errors"
	"strings"
	"testing"
)

// swap is a row with one cell changed.
func swap(row, old, new string) string { return strings.Replace(row, old, new, 1) }

const clubHeader = "ballot_paper_id,council,ward,ward_gss,person_id,person_name,party_id,party_name,votes_cast,elected,turnout_reported,spoilt_ballots,total_electorate,turnout_percentage"

const townPriya = "local.harbour.town.2021-05-06,harbour,Town,E05000001,11,Priya Nair,party:53,Labour Party,900,True,2100,12,7000,30.0"
const townOwen = "local.harbour.town.2021-05-06,harbour,Town,E05000001,12,Owen ap Rhys,joint-party:53-119,Labour and Co-operative Party,870,True,2100,12,7000,30.0"
const townAnn = "local.harbour.town.2021-05-06,harbour,Town,E05000001,13,Ann de Vere,ynmp-party:2,Independent,640,False,2100,12,7000,30.0"

const townFlat = "Town,E05000001,2021-05-06,local,2,declared,7000,2100,12,Priya,Nair,PP53,Labour,Lab,,900,yes"

func list(name, contest string, lines ...string) Source {
	s := text(name, lines...)
	s.Contest = contest
	return s
}

func TestEveryProblemHasItsPlace(t *testing.T) {
	for _, c := range []struct {
		name    string
		sources []Source
		want    []string
	}{
		{"a letter in the votes", []Source{text("a.csv", byElectionHeader, mortimer, swap(williams, "8589", "85b9"))}, []string{
			"a.csv, line 3, column 20 (Votes): “85b9” is not a whole number of votes: “b” at place 3 is not a digit."}},
		{"in a file without a header", []Source{text("a.csv", hill, swap(tice, "10603", "1O603"))}, []string{
			"a.csv, line 2, column 19 (Votes): “1O603” is not a whole number of votes: “O” at place 2 is not a digit."}},
		{"negative votes", []Source{text("a.csv", byElectionHeader, swap(mortimer, "15529", "-15529"))}, []string{
			"a.csv, line 2, column 20 (Votes): “-15529” is negative; it wants a whole number of votes."}},
		{"a share for votes", []Source{text("a.csv", byElectionHeader, swap(mortimer, "15529", "51.9"))}, []string{
			"a.csv, line 2, column 20 (Votes): “51.9” looks like a percentage; it wants a whole number of votes."}},
		{"half a vote", []Source{text("a.csv", byElectionHeader, swap(mortimer, "15529", "15529.5"))}, []string{
			"a.csv, line 2, column 20 (Votes): “15529.5” is not a whole number of votes: “.” at place 6 is not a digit."}},
		{"unknown votes are not [x]", []Source{text("a.csv", hill, swap(tice, "10603", "[x]"))}, []string{
			"a.csv, line 2, column 19 (Votes): “[x]” is not a whole number of votes: “[” at place 1 is not a digit."}},
		{"a missing column", []Source{text("a.csv", swap(byElectionHeader, "Votes", "Ballots"), mortimer)}, []string{
			"a.csv, line 1: has no column “votes”, which Parliament candidacies have."}},
		{"two missing columns", []Source{text("a.csv", "ONS ID,Constituency name,Candidate surname,Votes,Party name,Party", "E14000733,Hartlepool,Lee,2904,Independent,")}, []string{
			"a.csv, line 1: has no column “electoral commission party id”, which Parliament candidacies have.",
			"a.csv, line 1: has no column “candidate first name”, which Parliament candidacies have."}},
		{"too few fields", []Source{text("a.csv", hill, swap(tice, ",1006,", ","))}, []string{
			"a.csv, line 2, column 20: the row has 20 fields; it wants 21."}},
		{"too many fields", []Source{text("a.csv", hill, tice+",,")}, []string{
			"a.csv, line 2, column 22: the row has 23 fields; it wants 21."}},
		{"an unknown width", []Source{text("a.csv", "E14000733,Hartlepool,Lee,2904")}, []string{
			"a.csv, line 1: “E14000733,Hartlepool,Lee,2904” has 4 columns and no header; the Parliament's candidacies have 21 to 23, its constituencies 31 to 34."}},
		{"a candidate twice", []Source{text("a.csv", byElectionHeader, mortimer, williams, swap(mortimer, "15529", "15592"))}, []string{
			"a.csv, line 4, column 15 (Candidate surname): “Jill Mortimer” stands in Hartlepool twice, first in a.csv, line 2, column 15 (Candidate surname)."}},
		{"a file twice", []Source{text("a.csv", hill), text("b.csv", hill)}, []string{
			"b.csv, line 1, column 14 (Candidate surname): “Mike Hill” stands in Hartlepool twice, first in a.csv, line 1, column 14 (Candidate surname)."}},
		{"totals twice", []Source{text("a.csv", hill), text("b.csv", totals2019, totals2019)}, []string{
			"b.csv, line 2, column 1 (ONS ID): “E14000733” is already in b.csv, line 1, for the same polling day."}},
		{"totals of two elections", []Source{text("a.csv", hill), text("b.csv", totals2019, swap(totals2019, "13/12/2019", "09/06/2017"))}, []string{
			"a.csv, line 1: “Hartlepool” has no polling day, and there are totals for 2019-12-12 and 2017-06-08; import one election at a time."}},
		{"totals alone", []Source{text("b.csv", totals2019)}, []string{
			"b.csv: has totals but no candidates; import the candidacies file with it."}},
		{"no ONS id", []Source{text("a.csv", byElectionHeader, swap(mortimer, "E14000733", "Hartlepool"))}, []string{
			"a.csv, line 2, column 2 (ONS ID2): “Hartlepool” is not an ONS id; it wants a letter and eight digits, as E14000733."}},
		{"an American date", []Source{text("a.csv", byElectionHeader, swap(mortimer, "06/05/2021", "05/26/2021"))}, []string{
			"a.csv, line 2, column 1 (Election date): “05/26/2021” is not a date; it wants day/month/year, as in 06/05/2021."}},
		{"no time", []Source{text("a.csv", hill), text("b.csv", swap(totals2019, "02:20", "2am"))}, []string{
			"b.csv, line 1, column 8 (Declaration time): “13/12/2019 2am” is not a date and time; it wants them as in 13/12/2019 02:20."}},
		{"no party id", []Source{text("a.csv", byElectionHeader, swap(mortimer, "PP52", "Tory"))}, []string{
			"a.csv, line 2, column 11 (Electoral Commission party ID): “Tory” is not a party id; it wants the Electoral Commission's, as PP52 or party:52."}},
		{"no surname", []Source{text("a.csv", byElectionHeader, swap(mortimer, "Mortimer", " "))}, []string{
			"a.csv, line 2, column 15 (Candidate surname): “ ” is empty; it wants the candidate's surname."}},
		{"too many votes for a seat", []Source{text("a.csv", hill, swap(tice, "10603", "1060310603"))}, []string{
			"a.csv, line 2, column 19 (Votes): “1060310603” is not a whole number of votes: it has more than 9 digits."}},
		{"a quotation mark inside", []Source{text("a.csv", hill, swap(tice, "Richard", `Richard "Dick"`))}, []string{
			"a.csv, line 2, column 13: has a quotation mark inside; a cell with one is written in quotation marks, with the mark doubled."}},
		{"a quotation mark left open", []Source{text("a.csv", hill, swap(tice, "Richard", `"Richard`), houghton)}, []string{
			"a.csv, line 2: has a quotation mark that is not closed as it should be."}},
		{"bad UTF-8 beside good", []Source{text("a.csv", hill, swap(tice, "Richard", "Zo\xeb Ré"))}, []string{
			"a.csv, line 2: “E14000733,E12000001,Hartlepool,Cleveland,North East,England,…” has a letter that is not UTF-8 at the end of this; save the file as CSV UTF-8."}},
		{"bytes of no alphabet", []Source{text("a.csv", "\x81")}, []string{
			"a.csv, line 1: “\ufffd” has a letter that is not UTF-8 at the end of this; save the file as CSV UTF-8."}},
		{"UTF-16", []Source{text("a.csv", "\xff\xfec\x00")}, []string{"a.csv: is UTF-16 text that breaks off; ask for it again, or save it as CSV UTF-8."}},
		{"a spreadsheet's own file", []Source{text("a.xlsx", "PK\x03\x04", "\x00")}, []string{
			"a.xlsx: is an archive that breaks off; ask for it again, or save the table as CSV."}},
		{"not text", []Source{text("a.csv", "Ann", "\x00")}, []string{
			"a.csv, line 2: is not text: there is a zero byte; save the table as CSV."}},
		{"a PDF", []Source{text("a.csv", "%PDF-1.7")}, []string{
			"a.csv: is a PDF, which does not say where a table's cells are; copy the table out of it and paste it into the count, or ask for it as a spreadsheet."}},
		{"a picture", []Source{text("a.csv", "\x89PNG")}, []string{
			"a.csv: is a picture; key its figures by hand, or copy the table out of where it comes from and paste it into the count."}},
		{"empty", []Source{{Name: "a.csv", Data: strings.NewReader("")}}, []string{"a.csv: is empty."}},
		{"blank", []Source{text("a.csv", "", " ")}, []string{"a.csv: has nothing in it."}},
		{"a header alone", []Source{text("a.csv", byElectionHeader)}, []string{"a.csv: has no rows."}},
		{"a page", []Source{list("a.html", "Town", "<!doctype html>", "<title>x</title>")}, []string{
			"a.html: is a web page without a table; copy the figures out of it and paste them into the count."}},
		{"no contest for a list", []Source{text("a.txt", "Priya Nair, Labour, 900")}, []string{
			"a.txt, line 1: “Priya Nair, Labour, 900” is in no format that is known here; if it is a list of candidates, say which contest it is for."}},

		{"a percentage for papers", []Source{text("a.csv", clubHeader, swap(townPriya, ",2100,", ",30.1%,"))}, []string{
			"a.csv, line 2, column 11 (turnout_reported): “30.1%” looks like a percentage; it wants a whole number of ballot papers."}},
		{"papers for a percentage", []Source{text("a.csv", clubHeader, swap(townPriya, ",30.0", ",2100"))}, []string{
			"a.csv, line 2, column 14 (turnout_percentage): “2100” is not a percentage; it wants one as 42.55."}},
		{"rows of a ballot differ", []Source{text("a.csv", clubHeader, townPriya, swap(townOwen, "7000", "7001"))}, []string{
			"a.csv, line 3, column 13 (total_electorate): “7001” differs from \"7000\" on line 2, though the ballot is the same."}},
		{"neither elected nor not", []Source{text("a.csv", clubHeader, swap(townPriya, "True", "maybe"))}, []string{
			"a.csv, line 2, column 10 (elected): “maybe” is neither yes nor no."}},
		{"no ballot", []Source{text("a.csv", clubHeader, swap(townPriya, "local.harbour.town.2021-05-06", ""))}, []string{
			"a.csv, line 2, column 1 (ballot_paper_id): is empty; it wants an id such as local.doncaster.town.2021-05-06."}},
		{"one contest in two formats", []Source{text("a.csv", clubHeader, townPriya), text("b.csv", hartlepoolFlat, townFlat)}, []string{
			"b.csv, line 2: “Town” is also in a.csv, line 2, for the same polling day."}},

		{"an unknown state", []Source{text("a.csv", hartlepoolFlat, swap(townFlat, "declared", "done"))}, []string{
			"a.csv, line 2, column 6 (state): “done” is no state of a count; it wants one such as declared or provisional."}},
		{"an unknown kind", []Source{text("a.csv", hartlepoolFlat, swap(townFlat, "local", "mayoral"))}, []string{
			"a.csv, line 2, column 4 (kind): “mayoral” is no kind of contest; it wants parliamentary or local."}},
		{"no seats", []Source{text("a.csv", hartlepoolFlat, swap(townFlat, ",2,", ",0,"))}, []string{
			"a.csv, line 2, column 5 (seats): “0” is no number of seats; it wants 1 or more."}},
		{"rows of a contest differ", []Source{text("a.csv", hartlepoolFlat, townFlat, swap(swap(townFlat, "Priya", "Owen"), "2100", "2101"))}, []string{
			"a.csv, line 3, column 8 (verified): “2101” differs from \"2100\" on line 2, though the contest is the same."}},
		{"a line inside a cell moves the next", []Source{text("a.csv", hartlepoolFlat, swap(townFlat, "Lab,,900", "Lab,\"one\ntwo\",9oo"))}, []string{
			"a.csv, line 3, column 16 (votes): “9oo” is not a whole number of votes: “o” at place 2 is not a digit."}},

		{"a letter in a list", []Source{list("a.txt", "Town", "Priya Nair, Labour, 9oo")}, []string{
			"a.txt, line 1, column 3 (votes): “ 9oo” is not a whole number of votes: “o” at place 2 is not a digit."}},
		{"too much in a list", []Source{list("a.txt", "Town", "Priya Nair, Labour, 900", "Nair, Priya, Labour, 900")}, []string{
			"a.txt, line 2, column 4: the row has 4 fields; it wants at most 3: name, party, votes."}},
		{"nobody in a list", []Source{list("a.txt", "Town", "Priya Nair, Labour, 900", ", Labour, 5")}, []string{
			"a.txt, line 2, column 1 (name): is empty; it wants the candidate's name."}},
		{"twice in a list", []Source{list("a.txt", "Town", "Priya Nair, Labour, 900", "PRIYA  NAIR, Lab, 9")}, []string{
			"a.txt, line 2, column 1 (name): “PRIYA NAIR” stands in Town twice, first in a.txt, line 1, column 1 (name)."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := Read(c.sources, Results)
			var p *Problems
			if !errors.As(err, &p) {
				t.Fatalf("got %v", err)
			}
			if len(found.Contests) != 0 {
				t.Error("contests beside problems")
			}
			equal(t, "problems", p.Error(), strings.Join(c.want, "\n"))
		})
	}
}

func TestManyProblemsAreCountedNotListed(t *testing.T) {
	rows := []string{byElectionHeader}
	for range 300 {
		rows = append(rows, swap(mortimer, "15529", "x"))
	}
	_, err := Read([]Source{text("a.csv", rows...)}, Results)
	var p *Problems
	if !errors.As(err, &p) || len(p.List) != maxProblems || p.More == 0 {
		t.Fatalf("got %v", err)
	}
	if !strings.HasSuffix(p.Error(), "more.") {
		t.Error("the rest is not mentioned")
	}
	if p.Hint() == "" {
		t.Error("no next step")
	}
}
