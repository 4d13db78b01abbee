package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"nightdesk/data/election"
)

func history(t testing.TB, s Source) ([]election.Past, []string) {
	t.Helper()
	rows, notes, err := ReadHistory(t.Context(), s)
	if err != nil {
		t.Fatalf("not read:\n%v", err)
	}
	return rows, notes
}

// The Parliament's by-elections, by the change of the governing party.
func TestHistoryOfByElections(t *testing.T) {
	rows, notes := history(t, shared(t, parliament+"by-elections-2010-2026-summary.csv")[0])
	equal(t, "rows", len(rows), 59)
	equal(t, "left out", len(notes), 6)
	equal(t, "first left out", notes[0], "by-elections-2010-2026-summary.csv, line 5, column 21 (gov_change_pp): Belfast West has no change of the party's share and is left out.")
	gains := ""
	for i, p := range rows {
		if i > 0 && p.Date < rows[i-1].Date {
			t.Errorf("%s, %s, stands after %s", p.Name, p.Date, rows[i-1].Date)
		}
		equal(t, "source", p.Source, "by-elections-2010-2026-summary.csv")
		if p.Gain {
			gains += p.Name + " " + p.Party.ID + " " + p.Points.Signed(2) + "; "
		}
	}
	// A seat that somebody else gained is no gain of the governing party.
	equal(t, "gains", gains, "Copeland PP52 +8.46; Hartlepool PP52 +22.96; ")
}

func TestHistoryOfTheDesksOwn(t *testing.T) {
	rows, notes := history(t, text("h.csv",
		"date,name,party,points,gain,named,source",
		"06/05/2021,Hartlepool,Con,+22.96,yes,yes,House of Commons Library",
		"1982-06-03,Mitcham and Morden,PP52,−1.1,no,,\"Rallings, Thrasher\"",
		"2013-03-07,'-Ulster,Independent,,,,BBC"))
	equal(t, "rows", len(rows), 2)
	old, now := rows[0], rows[1]
	equal(t, "oldest first", old.Name, "Mitcham and Morden")
	equal(t, "party by id", old.Party.Short, "Con")
	equal(t, "points", old.Points.Signed(1)+" "+now.Points.Signed(2), "−1.1 +22.96")
	equal(t, "date", now.Date, "2021-05-06")
	equal(t, "gain and name", [4]bool{old.Gain, old.Named, now.Gain, now.Named}, [4]bool{false, false, true, true})
	equal(t, "source", old.Source, "Rallings, Thrasher")
	equal(t, "notes", strings.Join(notes, "\n"), "h.csv, line 4, column 4 (points): -Ulster has no change of the party's share and is left out.")
}

// A chart that names nothing says little: of a file that does not say which
// contests to name, the latest gains are named.
func TestHistoryNamesTheLatestGains(t *testing.T) {
	lines := []string{"date,name,party,points,gain"}
	for year := 2000; year < 2015; year++ { // the latest first, as some lists are
		lines = append(lines, fmt.Sprintf("%d-05-01,Seat %d,PP52,1.0,yes", 2014-(year-2000), 2014-(year-2000)))
	}
	lines = append(lines, "2015-05-01,Kept,PP52,2.0,no")
	rows, notes := history(t, text("h.csv", lines...))
	var named []string
	for _, p := range rows {
		if p.Named {
			named = append(named, p.Name)
		}
	}
	equal(t, "named", len(named), 12)
	equal(t, "the first and last", named[0]+", "+named[11], "Seat 2003, Seat 2014")
	equal(t, "notes", len(notes), 0)
	rows, _ = history(t, text("h.csv", "date,name,party,points,gain,named", "2014-05-01,Hartlepool,PP52,1.0,yes,"))
	equal(t, "named where the file says who is", rows[0].Named, false)
	rows, _ = history(t, shared(t, parliament+"by-elections-2010-2026-summary.csv")[0])
	for _, p := range rows {
		equal(t, p.Name, p.Named, p.Gain)
	}
}

// The source is printed with the chart, and a reader has no use for the
// folders of the desk's machine.
func TestHistorySourceIsNoPath(t *testing.T) {
	rows, _ := history(t, text(filepath.Join("home", "ada", "past.csv"), "date,name,party,points", "2021-05-06,Hartlepool,Con,1"))
	equal(t, "source", rows[0].Source, "past.csv")
}

func TestPastContestsAreTold(t *testing.T) {
	const past, flat = "date,name,party,points\n2021-05-06,Hartlepool,Con,1\n", "contest,surname,votes\nHartlepool,Mortimer,15529\n"
	for document, want := range map[string]bool{
		past: true, "\xef\xbb\xbf" + past: true, "a title\n\n" + past: true, strings.ReplaceAll(past, ",", ";"): true,
		"date,gov_change_pp\n": true, flat: false, "": false, "{}": false, "\x00": false,
		past + strings.Repeat("2021-05-06,Château,Con,1\n", 10000): true,
	} {
		s, told := PastContests(Source{Name: "h.csv", Data: iotest.HalfReader(strings.NewReader(document))})
		equal(t, strconv.Quote(document[:min(len(document), 40)]), told, want)
		again, err := io.ReadAll(s.Data)
		if err != nil || string(again) != document {
			t.Errorf("%.40q reads as %.40q, %v", document, again, err)
		}
	}
}

func TestHistoryProblemsHaveTheirPlace(t *testing.T) {
	const header = "date,name,party,points,gain,named,source"
	for want, lines := range map[string][]string{
		"h.csv: is no list of past contests; its header has date, name, party and points.":                                                      {"name,votes", "Ann Lowe,12"},
		"h.csv, line 1: has no column “name”, which past contests have.":                                                                        {"date,party,points", "2021-05-06,Con,1"},
		"h.csv, line 2, column 1 (date): “6 May” is not a date; it wants day/month/year, as in 06/05/2021.":                                     {header, "6 May,Hartlepool,Con,1,,,BBC"},
		"h.csv, line 2, column 1 (date): is empty; it wants the polling day.":                                                                   {header, ",Hartlepool,Con,1,,,BBC"},
		"h.csv, line 2, column 2 (name): is empty; it wants the name of the contest.":                                                           {header, "2021-05-06,,Con,1,,,BBC"},
		"h.csv, line 2, column 3 (party): is empty; it wants the party whose share it is.":                                                      {header, "2021-05-06,Hartlepool,,1,,,BBC"},
		"h.csv, line 2, column 5 (gain): “perhaps” is neither yes nor no.":                                                                      {header, "2021-05-06,Hartlepool,Con,1,perhaps,,BBC"},
		"h.csv, line 2, column 7 (source): is empty; it wants who says so.":                                                                     {header, "2021-05-06,Hartlepool,Con,1,,,"},
		"h.csv, line 3, column 2 (name): “Hartlepool” stands on line 2 already.":                                                                {header, "2021-05-06,Hartlepool,Con,1,,,BBC", "2021-05-06,Hartlepool,Con,2,,,BBC"},
		"h.csv, line 2, column 6: the row has 6 fields; it wants 7.":                                                                            {header, "2021-05-06,Hartlepool,Con,1,,BBC"},
		"h.csv: has no rows with points.":                                                                                                       {header, "2021-05-06,Hartlepool,Con,,,,BBC"},
		"h.csv, line 2, column 4 (points): “lots” is no change in percentage points: it is not a number with up to six decimals after a point.": {header, "2021-05-06,Hartlepool,Con,lots,,,BBC"},
		"h.csv, line 2, column 4 (points): “122” is no change in percentage points: a share cannot move by more than 100.":                      {header, "2021-05-06,Hartlepool,Con,122,,,BBC"},
		"h.csv: is empty.": nil,
	} {
		s := text("h.csv", lines...)
		if lines == nil {
			s.Data = strings.NewReader("")
		}
		_, _, err := ReadHistory(t.Context(), s)
		var problems *Problems
		if !errors.As(err, &problems) || err.Error() != want {
			t.Errorf("got %v\nwant %v", err, want)
		}
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if _, _, err := ReadHistory(ended, text("h.csv", header, "2021-05-06,Hartlepool,Con,1,,,BBC")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
