package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A seatKey tells one contest of the Parliament from another.
type seatKey struct {
	code string
	date election.Date
}

// A gathered is a contest while its rows are being read.
type gathered struct {
	contest   election.Contest
	first     row     // the row that named it
	rows      []row   // of the candidates, in their order
	elected   []*bool // what the file says of each, nil where it says nothing
	places    []int   // of each on the ballot paper, from 1; 0, or none at all, where the file says nothing
	seatsSaid bool    // the file says how many seats there are
	list      bool    // it comes from a list, which is no final record
	titleDay  bool    // its day is only in a title above the list
	system    string  // how it is decided, where the columns tell that it is none of those counted here
	doubts    []string
}

// doubt keeps the contest from being declared, with the reason as a sentence.
func (s *gathered) doubt(format string, args ...any) {
	s.doubts = append(s.doubts, fmt.Sprintf(format, args...))
}

func (s *gathered) add(r row, k election.Candidate, elected *bool) {
	s.contest.Candidates = append(s.contest.Candidates, k)
	s.rows = append(s.rows, r)
	s.elected = append(s.elected, elected)
}

// place takes the last candidate's place on the ballot paper, 0 where the row does
// not say it.
func (s *gathered) place(r row) { s.places = append(s.places, r.howMany("position", "places")) }

// order puts the candidates, and what is said of their election, as they stand on
// the ballot paper: by the places that the file says, else by surname.
func (s *gathered) order() {
	indices := make([]int, len(s.contest.Candidates))
	for i := range indices {
		indices[i] = i
	}
	if slices.ContainsFunc(s.places, func(n int) bool { return n != 0 }) {
		s.checkPlaces()
		slices.SortStableFunc(indices, func(a, b int) int { return s.places[a] - s.places[b] })
	} else {
		inOrder := slices.Clone(s.contest.Candidates)
		for i := range inOrder {
			inOrder[i].ID = strconv.Itoa(i)
		}
		match.BallotOrder(inOrder)
		for i, k := range inOrder {
			indices[i], _ = strconv.Atoi(k.ID)
		}
	}
	candidates, elected, rows := make([]election.Candidate, len(indices)), make([]*bool, len(indices)), make([]row, len(indices))
	for i, from := range indices {
		candidates[i], elected[i], rows[i] = s.contest.Candidates[from], s.elected[from], s.rows[from]
	}
	s.contest.Candidates, s.elected, s.rows = candidates, elected, rows
}

// checkPlaces looks for places that are missing or taken twice.
func (s *gathered) checkPlaces() {
	taken := map[int]bool{}
	for i, n := range s.places {
		switch {
		case n == 0:
			s.rows[i].bad("position", "is no place on the ballot paper, though other candidates have one; places count from 1")
		case taken[n]:
			s.rows[i].bad("position", "is the place of another candidate too")
		}
		taken[n] = true
	}
}

// finish checks a gathered contest and makes of it what the mode asks for.
func (g *reading) finish(s *gathered) (election.Contest, Stated) {
	g.twice(s)
	g.oneToAPerson(s)
	g.countSeats(s)
	g.sayWhatItIs(s)
	stated := Stated{File: s.first.file, Line: s.first.line(), List: s.list, TitleDay: s.titleDay, System: s.system}
	if s.contest.State == "" {
		s.contest.State = g.state(s)
	}
	if g.mode != CandidatesOnly {
		g.odd(s)
	}
	s.order()
	for i, e := range s.elected {
		stated.Lines = append(stated.Lines, s.rows[i].line())
		if e != nil && *e {
			stated.Elected = append(stated.Elected, i)
		}
	}
	if g.mode == CandidatesOnly {
		uncount(&s.contest)
	} else if s.contest.State.IsDeclared() || s.list {
		stated.Doubts = append(s.doubts, doubtsOf(s.contest, stated)...)
	}
	switch {
	case s.contest.State.IsDeclared() && len(stated.Doubts) > 0:
		s.contest.State, s.contest.Revision, s.contest.Declared, s.contest.Corrections = election.Provisional, 0, 0, nil
	case s.contest.State == election.Declared:
		s.contest.Revision = max(1, s.contest.Revision)
	case s.contest.State == election.Corrected:
		s.contest.Revision = max(2, s.contest.Revision)
	default:
		s.contest.Revision, s.contest.Declared, s.contest.Corrections = 0, 0, nil
	}
	return s.contest, stated
}

// sayWhatItIs takes what the caller says of the contest where the file does not.
func (g *reading) sayWhatItIs(s *gathered) {
	src := s.first.source
	if said := src.Kind; said != "" {
		if s.contest.Kind != "" && s.contest.Kind != said && !s.list {
			s.first.wrong(Problem{File: s.first.file, Line: s.first.line(), Path: s.first.path, Value: s.contest.Name,
				Want: fmt.Sprintf("is %s by this file, not %s; leave --kind out", s.contest.Kind, said)})
		}
		s.contest.Kind = said
	}
	if src.Seats > 0 {
		if s.seatsSaid && s.contest.Seats != 0 && s.contest.Seats != src.Seats {
			s.first.wrong(Problem{File: s.first.file, Line: s.first.line(), Path: s.first.path, Value: s.contest.Name,
				Want: fmt.Sprintf("is for %s by this file, not %d; leave --seats out", election.Several(s.contest.Seats, "seat", "seats"), src.Seats)})
		}
		s.contest.Seats, s.seatsSaid = src.Seats, true
	}
	if s.contest.Group == "" {
		s.contest.Group = src.Group
	}
	if s.contest.Date == "" {
		s.contest.Date = src.Date
	}
}

// uncount leaves out everything that was counted. A poll that is not held is
// known with the candidates.
func uncount(c *election.Contest) {
	if !slices.Contains(besideTheLine, c.State) {
		c.State = election.NotStarted
	}
	c.Recount, c.Revision, c.Declared, c.Corrections = 0, 0, 0, nil
	c.Verified, c.Rejected, c.Headings = election.Count{}, election.Count{}, election.Headings{}
	c.ReadOut = election.ReadOut{}
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Count{}
	}
}

// twice looks for a candidate who stands in a contest twice. Two people of one
// name are told apart by party or by person id.
func (g *reading) twice(s *gathered) {
	seen := map[string]int{}
	for i, k := range s.contest.Candidates {
		key := Fold(k.Name()) + "|" + k.Party.ID + "|" + Fold(k.Party.Name)
		j, again := seen[key]
		if !again {
			seen[key] = i
			continue
		}
		if other := s.contest.Candidates[j]; k.Person != other.Person && k.Person != "" && other.Person != "" {
			continue
		}
		r, first := s.rows[i], s.rows[j]
		p := r.problem(r.nameColumn(), "stands in "+s.contest.Name+" twice, first in "+strings.TrimSuffix(first.place(first.nameColumn()), ":"))
		p.Value = k.Name()
		r.wrong(p)
	}
}

// nameColumn is the column that a problem with a name is placed in.
func (r row) nameColumn() string {
	for _, column := range []string{"candidate surname", "surname", "person name", "name"} {
		if r.has(column) {
			return column
		}
	}
	return ""
}

// oneToAPerson drops person ids that a file gives to two candidates of a
// contest, since one of the two must be wrong.
func (g *reading) oneToAPerson(s *gathered) {
	first := map[string]int{}
	for i, k := range s.contest.Candidates {
		j, again := first[k.Person]
		if k.Person == "" {
			continue
		}
		if !again {
			first[k.Person] = i
			continue
		}
		g.note("%s, line %d: %s has the person id %s of %s; it is left out for both.",
			s.rows[i].file, s.rows[i].line(), k.Name(), k.Person, s.contest.Candidates[j].Name())
		s.contest.Candidates[i].Person, s.contest.Candidates[j].Person = "", ""
	}
}

// countSeats takes the seats of a ward from the number elected, where the file
// does not say them. Where it says neither, they stay unsaid: a ward that is
// there already keeps those it has.
func (g *reading) countSeats(s *gathered) {
	elected := 0
	for _, e := range s.elected {
		if e != nil && *e {
			elected++
		}
	}
	switch {
	case elected == 0:
	case !s.seatsSaid:
		s.contest.Seats = elected
	case elected != s.contest.Seats:
		g.note("%s, line %d: %s has %d seats but %d elected.", s.first.file, s.first.line(), s.contest.Name, s.contest.Seats, elected)
	}
}

// state is how far the count came, where the file does not say it.
func (g *reading) state(s *gathered) election.State {
	known, elected := 0, 0
	for i, k := range s.contest.Candidates {
		if k.Votes.Known() {
			known++
		}
		if e := s.elected[i]; e != nil && *e {
			elected++
		}
	}
	switch n := len(s.contest.Candidates); {
	case n > 0 && known == n && s.list:
		return election.Provisional
	case n > 0 && known == n:
		return election.Declared
	case known > 0:
		if g.mode != CandidatesOnly {
			g.note("%s, line %d: %s has votes for %d of %d candidates; it is left as counting.", s.first.file, s.first.line(), s.contest.Name, known, n)
		}
		return election.Counting
	case elected > 0 && elected == n:
		return election.Uncontested
	}
	return election.NotStarted
}

// odd notes what a file says of who was elected where the votes say otherwise.
func (g *reading) odd(s *gathered) {
	least, most := -1, -1 // of those elected, of those not
	for i, k := range s.contest.Candidates {
		votes, known := k.Votes.Get()
		e := s.elected[i]
		switch {
		case e == nil || !known:
		case *e && (least < 0 || votes < s.contest.Candidates[least].Votes.Or(0)):
			least = i
		case !*e && (most < 0 || votes > s.contest.Candidates[most].Votes.Or(0)):
			most = i
		}
	}
	if least < 0 || most < 0 {
		return
	}
	in, out := s.contest.Candidates[least], s.contest.Candidates[most]
	where := s.rows[least].place("elected")
	switch a, b := in.Votes.Or(0), out.Votes.Or(0); {
	case a < b:
		g.note("%s %s is elected with %s votes though %s has %s.", where, in.Name(), in.Votes, out.Name(), out.Votes)
	case a == b:
		g.note("%s %s and %s have %s votes each; the file says that %s was elected: record the lot.", where, in.Name(), out.Name(), in.Votes, in.Name())
	}
}
