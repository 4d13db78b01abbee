package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"nightdesk/data/election"
)

var clubFormat = &format{
	name:  "Democracy Club ballots",
	marks: [][]string{{"ballot paper id"}, {"person name", "party id"}},
	needs: []string{"ballot paper id", "person name", "party id", "party name"},
	also: map[string]string{
		"post label": "ward", "gss": "ward gss", "election date": "date",
	},
	read: (*reading).readClub,
}

func (g *reading) readClub(_ Source, t *table, rows []row) {
	byBallot := map[string]*seat{}
	for _, r := range rows {
		id := r.need("ballot paper id", "an id such as local.doncaster.town.2021-05-06")
		s := byBallot[id]
		if s == nil {
			s = g.ballot(r, id)
			byBallot[id] = s
			g.seats = append(g.seats, s)
		}
		g.sameBallot(s, r)
		forenames, surname := splitName(r.need("person name", "the candidate's name"))
		k := election.Candidate{
			Forenames: forenames, Surname: surname, Person: r.text("person id"),
			Party:       r.party("party id", "party name", ""),
			Description: r.text("party description text"),
		}
		if g.mode != CandidatesOnly {
			k.Votes = r.count("votes cast", "votes")
		}
		s.add(r, k, r.answer("elected"))
	}
	if g.mode != CandidatesOnly {
		for _, s := range byBallot {
			s.electorateTyped()
		}
	}
}

// ballot starts a contest from the first row of its ballot paper.
func (g *reading) ballot(r row, id string) *seat {
	c := election.Contest{Name: r.text("ward"), Code: r.text("ward gss"), Kind: election.Local, Date: r.day("date")}
	kind, rest, _ := strings.Cut(id, ".")
	if kind == "parl" {
		c.Kind = election.Parliamentary
	}
	if c.Code == "" {
		c.Code = id
	}
	if day := isoDay.FindString(rest); c.Date == "" && day != "" {
		c.Date, _ = parseDay(day)
	}
	if c.Name == "" {
		c.Name = id
	}
	s := &seat{first: r}
	s.contest = c
	if n, ok := r.count("seats contested", "seats").Get(); ok && n > 0 {
		s.contest.Seats, s.seats = n, true
	}
	if cancelled := r.answer("cancelled poll"); cancelled != nil && *cancelled {
		g.note("%s the poll for %s was cancelled: set its state.", r.place("cancelled poll"), c.Name)
	}
	return s
}

// clubFigures are the columns that belong to the ballot and so are the same on
// all its rows.
var clubFigures = []string{"total electorate", "turnout reported", "spoilt ballots", "turnout percentage", "ward", "seats contested"}

func (g *reading) sameBallot(s *seat, r row) {
	for _, column := range clubFigures {
		if r.text(column) != s.first.text(column) {
			r.bad(column, fmt.Sprintf("differs from %q on line %d, though the ballot is the same", s.first.text(column), s.first.line()))
		}
	}
	if len(s.rows) > 0 {
		return
	}
	s.contest.Electorate = r.count("total electorate", "people")
	if g.mode == CandidatesOnly {
		return
	}
	s.contest.Verified = r.count("turnout reported", "ballot papers")
	s.contest.Rejected = r.count("spoilt ballots", "ballot papers")
	s.contest.ReadOut.Turnout = r.percentage("turnout percentage")
}

var percentage = regexp.MustCompile(`^\d{1,3}(\.\d{1,6})?$`)

// percentage is a percentage as read out: "22.98".
func (r row) percentage(column string) string {
	s := strings.TrimSpace(strings.TrimSuffix(r.text(column), "%"))
	if f, _ := strconv.ParseFloat(s, 64); s != "" && (!percentage.MatchString(s) || f > 100) {
		r.bad(column, "is not a percentage; it wants one as 42.55")
		return ""
	}
	return s
}

// electorateTyped notes ballot papers that are really the electorate: no
// electorate stands beside them, and the turnout of so many people would hold
// all votes.
func (s *seat) electorateTyped() {
	papers, known := s.contest.Verified.Get()
	turnout, err := strconv.ParseFloat(s.contest.ReadOut.Turnout, 64)
	if !known || err != nil || s.contest.Electorate.Known() {
		return
	}
	elected, votes := 0, 0
	for i, k := range s.contest.Candidates {
		votes += k.Votes.Or(0)
		if e := s.elected[i]; e != nil && *e {
			elected++
		}
	}
	people := float64(papers) * turnout / 100
	if float64(votes) <= people*float64(max(1, elected, s.contest.Seats)) {
		s.first.note("%s %s: %s ballot papers look like the electorate, of which %s%% would be %s papers.",
			s.first.place("turnout reported"), s.contest.Name, s.contest.Verified, s.contest.ReadOut.Turnout, election.Commas(int(people+0.5)))
	}
}
