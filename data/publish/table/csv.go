package table

import (
	"slices"
	"strconv"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// A contestColumn is a column of the flat file that is the same on all rows of
// a contest, a candidateColumn one that is a candidate's own. data/intake
// documents them and reads them again.
type (
	contestColumn struct {
		name  string
		value func(election.Contest) string
	}
	candidateColumn struct {
		name  string
		value func(election.Candidate) string
	}
)

var contestColumns = []contestColumn{
	{"contest", func(c election.Contest) string { return cell(c.Name) }},
	{"code", func(c election.Contest) string { return cell(c.Code) }},
	{"date", func(c election.Contest) string { return cell(string(c.Date)) }},
	{"kind", func(c election.Contest) string { return cell(string(c.Kind)) }},
	{"group", func(c election.Contest) string { return cell(c.Group) }},
	{"method", func(c election.Contest) string { return cell(string(c.Method)) }},
	{"seats", func(c election.Contest) string { return positive(c.Seats) }},
	{"state", func(c election.Contest) string { return cell(string(c.State)) }},
	{"recount", func(c election.Contest) string { return positive(c.Recount) }},
	{"revision", func(c election.Contest) string { return positive(c.Revision) }},
	{"declared", func(c election.Contest) string { return instantCell(c.Declared) }},
	{"electorate", func(c election.Contest) string { return plain(c.Electorate) }},
	{"verified", func(c election.Contest) string { return plain(c.Verified) }},
	{"rejected", func(c election.Contest) string { return plain(c.Rejected) }},
	{"no mark", func(c election.Contest) string { return plain(c.Headings.NoMark) }},
	{"too many", func(c election.Contest) string { return plain(c.Headings.TooMany) }},
	{"identity", func(c election.Contest) string { return plain(c.Headings.Identity) }},
	{"uncertain", func(c election.Contest) string { return plain(c.Headings.Uncertain) }},
	{"turnout read out", func(c election.Contest) string { return cell(c.ReadOut.Turnout) }},
	{"majority read out", func(c election.Contest) string { return plain(c.ReadOut.Majority) }},
}

var candidateColumns = []candidateColumn{
	{"forenames", func(k election.Candidate) string { return cell(k.Forenames) }},
	{"surname", func(k election.Candidate) string { return cell(k.Surname) }},
	{"party id", func(k election.Candidate) string { return cell(k.Party.ID) }},
	{"party name", func(k election.Candidate) string { return cell(k.Party.Name) }},
	{"party short", func(k election.Candidate) string { return cell(k.Party.Short) }},
	{"description", func(k election.Candidate) string { return cell(k.Description) }},
	{"person", func(k election.Candidate) string { return cell(k.Person) }},
	{"votes", func(k election.Candidate) string { return plain(k.Votes) }},
}

// CSV are the contests, one row a candidate in ballot-paper order, and
// where the night has councils those beside it.
func CSV(e blog.Edition, name string) ([]layout.File, error) {
	data, err := table(flatRows(e.Contests))
	files := []layout.File{{Name: name + ".csv", Data: data}}
	if err != nil || len(e.Councils) == 0 {
		return files, err
	}
	data, err = table(councilRows(e.Councils))
	return append(files, layout.File{Name: name + "-councils.csv", Data: data}), err
}

func flatRows(contests []election.Contest) [][]string {
	var head []string
	for _, c := range contestColumns {
		head = append(head, c.name)
	}
	head = append(head, "position")
	for _, c := range candidateColumns {
		head = append(head, c.name)
	}
	rows := [][]string{append(head, "elected")}
	for _, c := range contests {
		var own []string
		for _, column := range contestColumns {
			own = append(own, column.value(c))
		}
		r := election.Compute(c)
		for at, k := range inBallotOrder(r) {
			row := append(slices.Clone(own), strconv.Itoa(at+1))
			for _, column := range candidateColumns {
				row = append(row, column.value(k.Candidate))
			}
			rows = append(rows, append(row, electedCell(r, k)))
		}
		if len(r.Rows) == 0 {
			rows = append(rows, append(own, make([]string, len(candidateColumns)+2)...))
		}
	}
	return rows
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
	case r.Outcome().Kind == election.Tie && k.Candidate.Votes == layout.LastElected(r):
		return ""
	}
	return "no"
}
