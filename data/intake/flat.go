package intake

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
)

var flatFormat = &format{
	name:  "Nightdesk contests",
	marks: [][]string{{"contest", "surname"}, {"contest", "forenames"}},
	needs: []string{"contest", "surname"},
	also: map[string]string{
		"candidate forenames": "forenames", "candidate surname": "surname",
		"party": "party name", "short": "party short",
	},
	read: (*reading).readFlat,
}

// unguard takes away the apostrophe that was put before a cell that a
// spreadsheet would run, and no other.
func unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && rest != "" && strings.IndexByte("=+-@\t\r", rest[0]) >= 0 {
		return cell[1:]
	}
	return cell
}

func (g *reading) readFlat(_ Source, t *table, rows []row) {
	byContest := map[seatKey]*seat{}
	for _, r := range rows {
		for i := range r.cells {
			r.cells[i] = unguard(r.cells[i])
		}
		r.need("contest", "the name of the contest")
		key := seatKey{r.text("code") + "\x00" + r.raw("contest"), r.day("date")}
		s := byContest[key]
		if s == nil {
			s = g.flatContest(r, key.date)
			byContest[key] = s
			g.seats = append(g.seats, s)
		}
		r.sameContest(s.first)
		r.need("surname", "the candidate's surname")
		k := election.Candidate{
			Forenames: r.raw("forenames"), Surname: r.raw("surname"),
			Description: r.raw("description"),
			Party:       r.party("party id", "party name", "party short"),
		}
		if g.mode != CandidatesOnly {
			k.Votes = r.count("votes", "votes")
		}
		if short := r.text("party short"); short != "" && !k.Party.IsIndependent() {
			k.Party.Short = short // the desk's own, as it was exported
		}
		s.add(r, k, r.answer("elected"))
	}
}

// flatContest starts a contest from its first row.
func (g *reading) flatContest(r row, day election.Date) *seat {
	s := &seat{first: r}
	s.contest = election.Contest{
		Name: r.raw("contest"), Code: r.text("code"), Date: day,
		Kind: r.kind(), State: r.state(), Electorate: r.count("electorate", "people"),
	}
	switch n, known := r.count("seats", "seats").Get(); {
	case known && n < 1:
		r.bad("seats", "is no number of seats; it wants 1 or more")
	case known:
		s.contest.Seats, s.seats = n, true
	}
	if g.mode != CandidatesOnly {
		s.contest.Verified = r.count("verified", "ballot papers")
		s.contest.Rejected = r.count("rejected", "ballot papers")
	}
	return s
}

func (r row) kind() election.Kind {
	switch k := election.Kind(strings.ToLower(r.text("kind"))); k {
	case "", election.Parliamentary:
		return election.Parliamentary
	case election.Local:
		return k
	}
	r.bad("kind", "is no kind of contest; it wants parliamentary or local")
	return election.Parliamentary
}

var besideTheLine = []election.State{election.Uncontested, election.Countermanded, election.Postponed}

// state is the contest's state as the desk names it, empty where the cell is.
func (r row) state() election.State {
	s := election.State(strings.ToLower(r.text("state")))
	if s == "" || slices.Contains(election.States, s) || slices.Contains(besideTheLine, s) {
		return s
	}
	r.bad("state", "is no state of a count; it wants one such as declared or provisional")
	return ""
}

// sameContest checks that what belongs to the contest is the same on each of its
// rows.
func (r row) sameContest(first row) {
	for _, column := range []string{"kind", "seats", "state", "electorate", "verified", "rejected"} {
		if r.text(column) != first.text(column) {
			r.bad(column, fmt.Sprintf("differs from %q on line %d, though the contest is the same", first.text(column), first.line()))
		}
	}
}
