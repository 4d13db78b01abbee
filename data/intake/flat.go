package intake

import (
	"cmp"
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
		"party": "party name", "short": "party short", "verified": "papers verified",
	},
	reads: slices.Concat([]string{"contest", "code", "date", "position"}, ofContest, ofCandidate),
	read:  (*reading).readFlat,
}

// ofContest are the columns of the flat file that belong to the contest and so
// are the same on all its rows; ofCandidate those of one candidate.
var (
	ofContest = []string{
		"kind", "group", "method", "seats", "state", "recount", "revision", "declared", "electorate", "papers verified",
		"rejected", "no mark", "too many", "identity", "uncertain", "turnout read out", "majority read out",
	}
	ofCandidate = []string{"forenames", "surname", "party id", "party name", "party short", "description", "person", "votes", "elected"}
)

// unguard takes away the apostrophe that was put before a cell that a
// spreadsheet would run, and no other.
func unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && rest != "" && strings.IndexByte("=+-@\t\r", rest[0]) >= 0 {
		return cell[1:]
	}
	return cell
}

// unguard takes the guard off every cell of the row.
func (r row) unguard() {
	for i := range r.cells {
		r.cells[i] = unguard(r.cells[i])
	}
}

func (g *reading) readFlat(_ Source, t *table, rows []row) {
	byContest := map[seatKey][]*gathered{}
	for _, r := range rows {
		r.unguard()
		r.need("contest", "the name of the contest")
		key := seatKey{r.text("code") + "\x00" + r.raw("contest"), r.day("date")}
		s := sameSeat(byContest[key], r)
		if s == nil {
			s = g.flatContest(r, key.date)
			byContest[key] = append(byContest[key], s)
			g.contestsRead = append(g.contestsRead, s)
		}
		r.same(s.first, "contest", ofContest...)
		if !slices.ContainsFunc(ofCandidate, func(column string) bool { return r.text(column) != "" }) {
			continue // a contest without candidates
		}
		if r.text("forenames") == "" {
			r.need("surname", "the candidate's surname")
		}
		k := election.Candidate{
			Forenames: r.raw("forenames"), Surname: r.raw("surname"), Person: r.text("person"),
		}
		k.Party, k.Description = r.own()
		if g.mode != CandidatesOnly {
			k.Votes = r.count("votes", "votes")
		}
		s.add(r, k, r.answer("elected"))
		s.place(r)
	}
}

// sameSeat is that of some contests of one name, code and day which a row belongs
// to: that of its group. Wards of two councils may share a name where no code tells
// them apart; a row that leaves the group out is none of its own.
func sameSeat(all []*gathered, r row) *gathered {
	for _, s := range all {
		a, b := s.first.text("group"), r.text("group")
		if r.text("code") != "" || a == b || a == "" || b == "" {
			return s
		}
	}
	return nil
}

// own is a party with the desk's own short name for it, as it was exported, and
// the description: where the row has none, what the party's name is if it is no name
// but what a ballot paper says.
func (r row) own() (p election.Party, description string) {
	s := r.stands("party id", "party name", "party short")
	if short := r.text("party short"); short != "" && !s.Party.IsIndependent() {
		s.Party.Short = short
	}
	return s.Party, cmp.Or(r.raw("description"), s.Description)
}

// flatContest starts a contest from its first row.
func (g *reading) flatContest(r row, day election.Date) *gathered {
	s := &gathered{first: r}
	s.contest = election.Contest{
		Name: r.raw("contest"), Code: r.text("code"), Date: day, Group: r.raw("group"),
		Kind: r.kind(), Method: r.method(), State: r.state(), Electorate: r.count("electorate", "people"),
	}
	r.standing(s)
	if g.mode != CandidatesOnly {
		s.contest.Verified = r.count("papers verified", "ballot papers")
		s.contest.Rejected = r.count("rejected", "ballot papers")
		s.contest.Headings = r.headings()
		s.contest.ReadOut = election.ReadOut{Turnout: r.percentage("turnout read out"), Majority: r.count("majority read out", "votes")}
	}
	return s
}

// standing reads how many seats there are and how far the count came.
func (r row) standing(s *gathered) {
	switch n, known := r.count("seats", "seats").Get(); {
	case known && n < 1:
		r.bad("seats", "is no number of seats; it wants 1 or more")
	case known:
		s.contest.Seats, s.seatsSaid = n, true
	}
	s.contest.Recount, s.contest.Revision = r.howMany("recount", "recounts"), r.howMany("revision", "revisions")
	s.contest.Declared = r.instant("declared")
}

func (r row) headings() election.Headings {
	const papers = "ballot papers"
	return election.Headings{
		NoMark: r.count("no mark", papers), TooMany: r.count("too many", papers),
		Identity: r.count("identity", papers), Uncertain: r.count("uncertain", papers),
	}
}

// kind is under which rules a contest is fought, empty where the cell is.
func (r row) kind() election.Kind {
	k := election.Kind(strings.ToLower(r.text("kind")))
	if k != "" && k != election.Parliamentary && k != election.Local {
		r.bad("kind", "is no kind of contest; it wants parliamentary or local")
		return ""
	}
	return k
}

var methods = []election.Method{"", election.TopVote, election.AverageVote, election.SumVote}

// method is how a party's share is taken, empty where the cell is.
func (r row) method() election.Method {
	m := election.Method(strings.ToLower(r.text("method")))
	if !slices.Contains(methods, m) {
		r.bad("method", "is no method of taking a party's share; it wants top vote, average or sum")
		return ""
	}
	return m
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

// same checks that what belongs to the whole is the same on each of its rows.
func (r row) same(first row, whole string, columns ...string) {
	for _, column := range columns {
		if r.text(column) != first.text(column) {
			r.bad(column, fmt.Sprintf("differs from %q on line %d, though the %s is the same", first.text(column), first.line(), whole))
		}
	}
}
