package intake

import (
	"fmt"
	"regexp"
	"strings"

	"nightdesk/data/election"
)

var listFormat = &format{name: "list of candidates", lazy: true, read: (*reading).readList,
	also: map[string]string{
		"candidate": "name", "candidate name": "name", "candidates": "name", "forename": "forenames",
		"first name": "forenames", "party name": "party", "votes cast": "votes", "vote": "votes",
	},
}

// listColumns are the columns that a list's header may name.
var listColumns = []string{"name", "forenames", "surname", "party", "description", "votes"}

// listMost is how many fields a line of a list has at most: name, party and
// votes, the votes cut once more by the comma of thousands or millions.
const listMost = 5

// listLayout tells the columns of a plain list from its first line, which may
// be a header.
func listLayout(first record) (f *format, columns []string, headed int) {
	if len(first.cells) > listMost || strings.ContainsAny(first.cells[0][:min(1, len(first.cells[0]))], "<{[") {
		return nil, nil, 0
	}
	t := listFormat.table(Source{}, first.cells)
	known := 0
	for _, column := range listColumns {
		if _, ok := t.at[column]; ok {
			known++
		}
	}
	_, named := t.at["name"]
	_, surname := t.at["surname"]
	if (named || surname) && known == len(first.cells) {
		return listFormat, first.cells, first.line()
	}
	return listFormat, []string{"name", "party", "votes"}, 0
}

// readList gathers the one contest of a list. Its kind and seats stay empty,
// since a list is often for a contest that is there already.
func (g *reading) readList(s Source, t *table, rows []row) {
	of := &gathered{seatsSaid: true, contest: election.Contest{Name: s.Contest, Date: s.Date}}
	for _, r := range rows {
		r.cells = joinThousands(r.cells)
		if len(r.cells) > len(t.names) {
			r.wrong(Problem{File: r.file, Line: r.line(), Column: len(t.names) + 1,
				Want: fmt.Sprintf("the row has %d fields; it wants at most %d: %s", len(r.cells), len(t.names), strings.Join(t.names, ", "))})
			continue
		}
		if len(of.rows) == 0 {
			of.first = r
		}
		of.add(r, g.listed(r), nil)
	}
	if len(of.rows) > 0 {
		g.contestsRead = append(g.contestsRead, of)
	}
}

// listed reads one candidate. A number where the party should be is the votes of
// a candidate whose party is not said.
func (g *reading) listed(r row) election.Candidate {
	k := election.Candidate{Forenames: r.text("forenames"), Surname: r.text("surname"), Description: r.text("description")}
	if r.has("name") {
		k.Forenames, k.Surname = splitName(r.text("name"))
	}
	if k.Surname == "" {
		r.bad(r.nameColumn(), "is empty; it wants the candidate's name")
	}
	votes := "votes"
	if n, err := election.ParseCount(r.text("party")); err == nil && n.Known() && len(r.cells) == 2 {
		votes = "party"
	} else if party := r.text("party"); party != "" {
		k.Party = r.party("", "party", "")
	}
	if g.mode != CandidatesOnly {
		k.Votes = r.count(votes, "votes")
	}
	return k
}

var (
	beforeComma = regexp.MustCompile(`^\s*\d{1,3}$`)
	afterComma  = regexp.MustCompile(`^\d{3}(,\d{3})*\s*$`)
)

// joinThousands puts a number together again that its own commas cut: 15,529.
func joinThousands(cells []string) []string {
	for n := len(cells) - 1; n > 1 && afterComma.MatchString(cells[n]) && beforeComma.MatchString(cells[n-1]); n-- {
		cells = append(cells[:n-1:n-1], cells[n-1]+","+cells[n])
	}
	return cells
}
