package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nightdesk/data/election"
)

var clubFormat = &format{
	name:  "Democracy Club ballots",
	marks: [][]string{{"ballot paper id"}, {"person name", "party id"}},
	needs: []string{"ballot paper id", "person name", "party id", "party name"},
	reads: []string{
		"ballot paper id", "election id", "council", "ward", "ward gss", "date", "nuts1", "seats contested", "cancelled poll", "person id", "person name",
		"sopn first names", "sopn last name", "party id", "party name", "party description text", "votes cast", "elected", "total electorate",
		"turnout reported", "spoilt ballots", "turnout percentage",
	},
	also: map[string]string{
		"post label": "ward", "gss": "ward gss", "election date": "date", "organisation name": "council",
	},
	read: (*reading).readClub,
}

func (g *reading) readClub(_ Source, _ *table, rows []row) {
	byBallot := map[string]*gathered{}
	standing := map[[2]string]row{} // by ballot and person
	for _, r := range rows {
		id := r.need("ballot paper id", "an id such as local.doncaster.town.2021-05-06")
		s := byBallot[id]
		if s == nil {
			s = g.ballot(r, id)
			byBallot[id] = s
			g.contestsRead = append(g.contestsRead, s)
		}
		g.sameBallot(s, r)
		candidacy := [2]string{id, r.text("person id")}
		if first, ok := standing[candidacy]; ok && g.repeats(s, r, first) {
			continue
		}
		if candidacy[1] != "" {
			standing[candidacy] = r
		}
		k := election.Candidate{
			Forenames: r.text("sopn first names"), Surname: r.text("sopn last name"), Person: r.text("person id"),
			Party:       r.party("party id", "party name", ""),
			Description: r.text("party description text"),
		}
		if name := r.need("person name", "the candidate's name"); k.Surname == "" {
			k.Forenames, k.Surname = splitName(name)
		}
		if g.mode != CandidatesOnly {
			k.Votes = r.count("votes cast", "votes")
		}
		s.add(r, k, r.answer("elected"))
	}
	for _, s := range g.contestsRead {
		if byBallot[s.first.text("ballot paper id")] != s {
			continue
		}
		g.cancelled(s)
		if g.mode != CandidatesOnly {
			s.electorateTyped()
		}
	}
}

// repeats reports whether a row says the same of a candidacy as an earlier one in
// every column that is read: the export has a row for each address of a person
// that it is asked for.
func (g *reading) repeats(s *gathered, r, first row) bool {
	for _, column := range []string{"person name", "party id", "party name", "party description text", "votes cast", "elected"} {
		if r.text(column) != first.text(column) {
			return false
		}
	}
	g.note("%s, line %d: %s stands in %s on line %d already and is taken once.", r.file, r.line(), r.text("person name"), s.contest.Name, first.line())
	return true
}

// ballot starts a contest from the first row of its ballot paper.
func (g *reading) ballot(r row, id string) *gathered {
	kind, rest, _ := strings.Cut(id, ".")
	c := election.Contest{Name: r.text("ward"), Code: r.text("ward gss"), Kind: election.Local, Date: r.day("date"), Group: r.council()}
	if kind == "parl" {
		c.Kind, c.Group = election.Parliamentary, r.nation()
		c.Name = strings.TrimPrefix(c.Name, "Member of Parliament for ")
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
	s := &gathered{first: r, contest: c}
	if n, ok := r.count("seats contested", "seats").Get(); ok && n > 0 {
		s.contest.Seats, s.seatsSaid = n, true
	}
	return s
}

// council is the name of the body that the seat is on, from the column that says
// it, else from the election's id: local.nuneaton-and-bedworth.2021-05-06.
func (r row) council() string {
	name := r.text("council")
	if name == "" {
		if parts := strings.Split(r.text("election id"), "."); len(parts) == 3 {
			name = parts[1]
		}
	}
	if strings.ContainsFunc(name, func(c rune) bool { return unicode.IsUpper(c) || c == ' ' }) {
		return name
	}
	words := strings.Split(name, "-")
	for i, word := range words {
		if i == 0 || !slices.Contains([]string{"and", "in", "le", "of", "on", "the", "under", "upon"}, word) {
			words[i] = capital(word)
		}
	}
	return strings.Join(words, " ")
}

func capital(word string) string {
	letters := []rune(word)
	if len(letters) > 0 {
		letters[0] = unicode.ToUpper(letters[0])
	}
	return string(letters)
}

// nation is the nation of a constituency, from the statistical region.
func (r row) nation() string {
	region := r.text("nuts1")
	if region == "" || slices.Contains([]string{"Northern Ireland", "Scotland", "Wales"}, region) {
		return region
	}
	return "England"
}

// cancelled gives a contest whose poll was cancelled the state that it is in:
// elected unopposed where there are no more candidates than seats, else
// countermanded, which the death of a candidate makes it.
func (g *reading) cancelled(s *gathered) {
	if off := s.first.answer("cancelled poll"); off == nil || !*off {
		return
	}
	n := len(s.contest.Candidates)
	where := s.first.place("cancelled poll")
	switch {
	case s.seatsSaid && n == s.contest.Seats:
		s.contest.State = election.Uncontested
	case s.seatsSaid && n < s.contest.Seats:
		s.contest.State = election.Uncontested
		g.note("%s the poll for %s was cancelled with %s for %s.", where, s.contest.Name,
			election.Several(n, "candidate", "candidates"), election.Several(s.contest.Seats, "seat", "seats"))
	default:
		s.contest.State = election.Countermanded
		g.note("%s the poll for %s was cancelled though it had %s; it is taken to be countermanded.", where, s.contest.Name,
			election.Several(n, "candidate", "candidates"))
	}
}

// clubFigures are the columns that belong to the ballot and so are the same on
// all its rows.
var clubFigures = []string{
	"total electorate", "turnout reported", "spoilt ballots", "turnout percentage", "ward", "seats contested", "cancelled poll", "council",
}

func (g *reading) sameBallot(s *gathered, r row) {
	r.same(s.first, "ballot", clubFigures...)
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
func (s *gathered) electorateTyped() {
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
