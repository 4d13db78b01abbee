package publish

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A flatColumn is one column of the flat file that data/intake documents and
// reads again.
type flatColumn struct {
	name  string
	value func(election.Result, election.Row) string
}

var flatColumns = []flatColumn{
	{"contest", func(r election.Result, _ election.Row) string { return cell(r.Contest.Name) }},
	{"code", func(r election.Result, _ election.Row) string { return cell(r.Contest.Code) }},
	{"date", func(r election.Result, _ election.Row) string { return cell(string(r.Contest.Date)) }},
	{"kind", func(r election.Result, _ election.Row) string { return cell(string(r.Contest.Kind)) }},
	{"group", func(r election.Result, _ election.Row) string { return cell(r.Contest.Group) }},
	{"method", func(r election.Result, _ election.Row) string { return cell(string(r.Contest.Method)) }},
	{"seats", func(r election.Result, _ election.Row) string { return positive(r.Contest.Seats) }},
	{"state", func(r election.Result, _ election.Row) string { return cell(string(r.Contest.State)) }},
	{"recount", func(r election.Result, _ election.Row) string { return positive(r.Contest.Recount) }},
	{"revision", func(r election.Result, _ election.Row) string { return positive(r.Contest.Revision) }},
	{"declared", func(r election.Result, _ election.Row) string { return instantCell(r.Contest.Declared) }},
	{"electorate", func(r election.Result, _ election.Row) string { return plain(r.Contest.Electorate) }},
	{"verified", func(r election.Result, _ election.Row) string { return plain(r.Contest.Verified) }},
	{"rejected", func(r election.Result, _ election.Row) string { return plain(r.Contest.Rejected) }},
	{"forenames", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Forenames) }},
	{"surname", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Surname) }},
	{"party id", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Party.ID) }},
	{"party name", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Party.Name) }},
	{"party short", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Party.Short) }},
	{"description", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Description) }},
	{"person", func(_ election.Result, k election.Row) string { return cell(k.Candidate.Person) }},
	{"votes", func(_ election.Result, k election.Row) string { return plain(k.Candidate.Votes) }},
	{"elected", electedCell},
}

// flatFile is the contests with their candidates, one row a candidate in
// ballot-paper order. A contest without candidates has no row.
func flatFile(e blog.Edition, name string) ([]File, error) {
	rows := [][]string{nil}
	for _, c := range flatColumns {
		rows[0] = append(rows[0], c.name)
	}
	for _, c := range e.Contests {
		r := election.Compute(c)
		for _, k := range inBallotOrder(r) {
			var row []string
			for _, column := range flatColumns {
				row = append(row, column.value(r, k))
			}
			rows = append(rows, row)
		}
	}
	data, err := table(rows)
	return []File{{name + CSV.Extension(), data}}, err
}

func inBallotOrder(r election.Result) []election.Row {
	places := positions(r.Contest)
	at := make([]election.Row, len(r.Rows))
	for _, row := range r.Rows {
		at[places(row.Candidate)-1] = row
	}
	return at
}

// electedCell is empty until it is known who is elected: before all votes are
// in, and at a tied cut for those whom only a lot can part.
func electedCell(r election.Result, k election.Row) string {
	decided := r.Valid.Known() || r.Contest.State == election.Uncontested
	switch {
	case !decided:
		return ""
	case k.Elected:
		return "yes"
	case r.Outcome().Kind == election.Tie && k.Candidate.Votes == lastIn(r):
		return ""
	}
	return "no"
}

// lastIn is the votes that the last seat takes.
func lastIn(r election.Result) election.Count {
	return r.Rows[max(r.Contest.Seats, 1)-1].Candidate.Votes
}

// table writes rows as CSV: commas, quotation marks where they are needed,
// one line feed after each row.
func table(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	err := csv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}

var lineEnd = regexp.MustCompile(`\r+\n`)

// cell is a text as a table has it. A text that a spreadsheet would run as a
// formula gets one apostrophe in front: one that after any apostrophes begins
// with = + - @, tab or return. data/intake takes exactly that one away. Line
// ends become single characters, as every reader of CSV makes them.
func cell(s string) string {
	lines := strings.Split(lineEnd.ReplaceAllString(s, "\n"), "\r")
	for i, l := range lines {
		lines[i] = string(clean([]byte(l)))
	}
	s = strings.Join(lines, "\r")
	if bare := strings.TrimLeft(s, "'"); bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0 {
		return "'" + s
	}
	return s
}

// plain is a count in bare digits, empty where it is unknown.
func plain(c election.Count) string {
	n, known := c.Get()
	if !known {
		return ""
	}
	return strconv.Itoa(n)
}

// positive is a number that is empty where there is none.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func instantCell(ms int64) string {
	if at := instant(ms); at != nil {
		return *at
	}
	return ""
}
