package election

import (
	"strconv"
	"testing"
)

// chainedAsPersons is where the file measures a change from a share that the
// same person had as an independent: Count Binface in 2019 (69 votes in
// Uxbridge) and Alan Victor (812 in Mid Bedfordshire). Both stand for a party
// now, which has no predecessor: independents are never chained.
var chainedAsPersons = map[string]bool{"Count Binface": true, "Alan Victor": true}

// A roundedFigure is a figure that the file has rounded to four places of a
// fraction, onto a 5 that is not there, so that rounding it again for print
// goes wrong. Exact is the figure in per cent to five places, from the votes.
type roundedFigure struct{ exact, printed string }

var (
	// 95 of 38,022 votes are filed as 0.0025; and so on.
	sharesRoundedTwice = map[string]roundedFigure{
		"North Shropshire 16/12/2021, Suzie Akers Smith": {"0.24986", "0.2"},
		"North Shropshire 16/12/2021, Earl Jesse":        {"0.14991", "0.1"},
		"North Shropshire 16/12/2021, Russell Dean":      {"0.04997", "0.0"},
		"Southend West 03/02/2022, Olga Childs":          {"0.34998", "0.3"},
		"Wakefield 23/06/2022, Jamie Needle":             {"1.84956", "1.8"},
	}
	changesRoundedTwice = map[string]roundedFigure{
		"Mid Bedfordshire 19/10/2023, Festus Akinbusoye": {"−28.64697", "−28.6"},
		"Hammersmith, Xingang Wang":                      {"−4.64998", "−4.6"},
	}
)

// agreesAtTheDigit compares a figure with the file's at the digit that is
// printed, or with the votes where the file's is among the exceptions.
func agreesAtTheDigit(t *testing.T, what, name string, got, filed Fraction, exceptions map[string]roundedFigure) {
	t.Helper()
	want := filed.Percent(1)
	if known, ok := exceptions[name]; ok {
		equal(t, name+what+", exactly", got.Percent(5), known.exact)
		equal(t, name+what+" is an exception", want != known.printed, true)
		want = known.printed
	}
	equal(t, name+what, got.Percent(1), want)
}

// Columns of the summary of all by-elections since 2010.
const (
	sumDate, sumCode, sumTurnout = 0, 2, 12
	sumShare, sumChange          = 15, 16
)

// summaries is the rows of the Parliament of 2019 by code.
func summaries(t *testing.T) map[string][]string {
	t.Helper()
	byCode := map[string][]string{}
	for _, row := range shared(t, "parliament/by-elections-2010-2026-summary.csv")[1:] {
		if row[sumDate] > "2019-12-12" && row[sumDate] < "2024-07-04" {
			byCode[row[sumCode]] = row
		}
	}
	return byCode
}

// agreesWithNumber compares a figure with a number of per cent to two places,
// or with none.
func agreesWithNumber(t *testing.T, what string, got Fraction, filed string) {
	t.Helper()
	want, err := ParsePoints(filed)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, what, got.Percent(2), want.Percent(2))
}

// The 23 by-elections of that Parliament against the general election of 2019:
// outcome, majority, turnout, and every share and change at the digit that is
// printed.
func TestByElections(t *testing.T) {
	then, _ := general(t, "2019")
	file := shared(t, "parliament/by-elections-2019-2024-candidacies.csv")[1:]
	rows := shared(t, "parliament/by-elections-2019-2024-constituencies.csv")[1:]
	equal(t, "by-elections", len(rows), 23)
	equal(t, "candidates", len(file), 252)
	contests := map[string][]Candidate{}
	for i, row := range file {
		key := row[0] + row[1+colCode]
		contests[key] = append(contests[key], candidacy(t, strconv.Itoa(i), row[1:]))
	}
	summary := summaries(t)
	for _, row := range rows {
		c, says := officially(t, row[2:])
		c.Candidates = contests[row[0]+c.Code]
		c.Baselines = []Baseline{baselineOf(then[c.Code], "2019 general election")}
		name := c.Name + " " + row[0]
		r := Compute(c)
		agrees(t, name, r, says)
		sum, ok := summary[c.Code]
		if !ok {
			t.Fatalf("%s is not in the summary", name)
		}
		first := r.Rows[0]
		agreesWithNumber(t, name+": turnout", r.TurnoutValid, sum[sumTurnout])
		agreesWithNumber(t, name+": the winner's share", first.Share, sum[sumShare])
		if c.Name == "City of Chester" {
			// The candidacies file has 0.1114 here, and the summary took it from
			// there; the votes give 11.14956.
			equal(t, name+": the winner's change as summed up", sum[sumChange], "11.14")
			sum[sumChange] = "11.15"
		}
		agreesWithNumber(t, name+": the winner's change", first.Change().Points, sum[sumChange])
		for _, row := range r.Rows {
			agreesWithCandidacy(t, name, row, file[numbered(t, row.Candidate)][1:])
		}
	}
}

// agreesWithCandidacy compares one candidate's share and change with the
// file's.
func agreesWithCandidacy(t *testing.T, contest string, row Row, filed []string) {
	t.Helper()
	k, change := row.Candidate, row.Change()
	name := contest + ", " + k.Name()
	agreesAtTheDigit(t, ": share", name, row.Share, asFiled(t, filed[colShare]), sharesRoundedTwice)
	if chainedAsPersons[k.Name()] {
		equal(t, name+": new, though the file has "+filed[colChange], change.New, true)
		return
	}
	equal(t, name+": new", change.New, filed[colChange] == "")
	if !change.New && filed[colChange] != "" {
		agreesAtTheDigit(t, ": change", name, change.Points, asFiled(t, filed[colChange]), changesRoundedTwice)
	}
}
