package night

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"nightdesk/data/election"
)

// PutContests adds contests or, where the night has them, adds to them what
// they bring; all or nothing. A contest is the one of its ID, else of its
// Code, else of its Name in its Group; a candidate the one of its ID, else of its Person,
// else of its name and party; a baseline the one of its ID, else of its name
// and date. What the given contest leaves empty or unknown stays as it was,
// and nobody is taken off a ballot paper. New candidates come after those
// that are there, in the given order. A declared contest becomes declared
// here, now unless the file or the day of its poll says otherwise; where it is already, and a figure differs, that is a correction with
// the given reason.
func (n *Night) PutContests(author, reason string, cs []election.Contest) error {
	return n.Import(author, reason, cs, nil)
}

// Import adds contests as PutContests does and councils as PutCouncil does, in
// one act: all of it or nothing.
func (n *Night) Import(author, reason string, cs []election.Contest, councils []election.Council) error {
	_, err := n.act("import", act{kind: "import", author: author, reason: reason}, func(a *act) error {
		given := map[string]bool{}
		for _, c := range councils {
			c.Name = strings.TrimSpace(c.Name)
			if given[c.Name] {
				return &RefusedError{fmt.Sprintf("The council %q is given twice.", c.Name), "Take one of the two out and import again."}
			}
			given[c.Name] = true
			if _, err := a.putCouncil(c); err != nil {
				return err
			}
		}
		return a.putContests(cs)
	})
	return err
}

func (a *act) putContests(cs []election.Contest) error {
	next, err := nextPosition(a)
	if err != nil {
		return err
	}
	given := map[string]bool{}
	for _, c := range cs {
		if c.ID, err = a.knownContest(c); err != nil {
			return err
		}
		which := first(c.ID, c.Code, c.Group+"\x00"+c.Name)
		if given[which] {
			return &RefusedError{fmt.Sprintf("The contest %q is given twice.", c.Name), "Take one of the two out and import again."}
		}
		given[which] = true
		i := &arrival{act: a, given: c, position: next}
		if err := i.put(); err != nil {
			return err
		}
		next = max(next, i.position+1)
	}
	return nil
}

func nextPosition(q querier) (next int64, err error) {
	err = q.row(`SELECT coalesce(max(position), -1) + 1 FROM contest`).Scan(&next)
	return next, err
}

// knownContest finds the id of the contest that the night has for the given
// one, or keeps the given id, which may be empty.
func (a *act) knownContest(c election.Contest) (string, error) {
	if c.ID != "" {
		return c.ID, nil
	}
	if c.Code != "" {
		id, err := a.contestOfCode(c.Code)
		if err != nil || id != "" {
			return id, err
		}
	}
	there, err := a.contestsNamed(c.Name)
	if err != nil {
		return "", err
	}
	if c.Code != "" {
		// Typed by hand before the official file came: no code there yet.
		there = slices.DeleteFunc(there, func(x election.Contest) bool { return x.Code != "" })
	}
	return chooseContest(c, there)
}

// chooseContest is the one of the same group, else one that has no group yet.
// Wards of several councils share a name: without a group there must be one.
func chooseContest(c election.Contest, there []election.Contest) (string, error) {
	if c.Group == "" && len(there) > 1 {
		return "", &RefusedError{fmt.Sprintf("The night has %d contests called %s.", len(there), c.Name),
			"Say in the file which group or which code it has."}
	}
	for _, group := range []string{c.Group, ""} {
		for _, x := range there {
			if c.Group == "" || x.Group == group {
				return x.ID, nil
			}
		}
	}
	return "", nil
}

func (a *act) contestOfCode(code string) (id string, err error) {
	err = a.row(`SELECT v.subject FROM contest x JOIN version v ON v.id = x.version
		WHERE x.code = ?2 AND `+standing+` ORDER BY v.id LIMIT 1`, latest, code).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}

// contestsNamed are the contests of that name, each with its id, code and
// group alone.
func (a *act) contestsNamed(name string) ([]election.Contest, error) {
	rows, err := a.query(`SELECT v.subject, x.code, coalesce(x.group_name, '') FROM contest x JOIN version v ON v.id = x.version
		WHERE x.name = ?2 AND `+standing+` ORDER BY v.id`, latest, name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []election.Contest
	for rows.Next() {
		c := election.Contest{Name: name}
		if err := rows.Scan(&c.ID, &c.Code, &c.Group); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// An arrival is one contest on its way in.
type arrival struct {
	*act
	given    election.Contest
	was      election.Contest // zero where the night does not have it
	position int64
	figures  bool // a figure that is under embargo before the declaration changed
}

func (i *arrival) put() error {
	if err := i.find(); err != nil {
		return err
	}
	for _, step := range []func() error{i.contest, i.candidates, i.papers, i.baselines, i.rest, i.state} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// find reads the contest as it was, or gives the new one its id.
func (i *arrival) find() error {
	if i.given.ID == "" {
		i.given.ID = i.night.newID()
		return nil
	}
	was, err := readContest(i, latest, i.given.ID)
	var none *NotFoundError
	if errors.As(err, &none) {
		return nil
	}
	i.was = was
	if err == nil {
		i.position, err = positionOf(i, i.given.ID)
	}
	return err
}

func (i *arrival) contest() error {
	c, was := i.given, i.was
	c.Name, c.Code = first(c.Name, was.Name), first(c.Code, was.Code)
	c.Date, c.Kind = first(c.Date, was.Date), first(c.Kind, was.Kind, election.Parliamentary)
	c.Seats = first(c.Seats, was.Seats, 1)
	c.Group, c.Method = first(c.Group, was.Group), first(c.Method, was.Method)
	i.figures = c.Kind != was.Kind || c.Seats != was.Seats || c.Method != was.Method
	return i.act.put("contest", c.ID, c.ID, contestContent(c, i.position))
}

func (i *arrival) candidates() error {
	ballot := slices.Clone(i.was.Candidates)
	for _, k := range i.given.Candidates {
		at := findCandidate(ballot, k)
		if at < 0 {
			k.ID = first(k.ID, i.night.newID())
			ballot = append(ballot, k)
			continue
		}
		ballot[at] = mergeCandidate(ballot[at], k)
	}
	for position, k := range ballot {
		if err := i.candidate(k, position); err != nil {
			return err
		}
	}
	return nil
}

func (i *arrival) candidate(k election.Candidate, position int) error {
	if err := i.act.put("candidate", i.given.ID, k.ID, candidateContent(k, position)); err != nil {
		return err
	}
	was, _ := i.was.Candidate(k.ID)
	if was.Votes == k.Votes {
		return nil
	}
	i.figures = true
	return i.act.put("votes", i.given.ID, k.ID, votesContent(k.Votes))
}

// findCandidate is the place of a candidate among those there, or -1.
func findCandidate(there []election.Candidate, k election.Candidate) int {
	return slices.IndexFunc(there, func(x election.Candidate) bool {
		switch {
		case k.ID != "":
			return x.ID == k.ID
		case k.Person != "" && x.Person != "":
			return x.Person == k.Person
		}
		sameParty := x.Party.Same(k.Party) || x.Party.ID == "" && k.Party.ID == "" && x.Party.Name == k.Party.Name
		return x.Name() == k.Name() && sameParty
	})
}

func mergeCandidate(was, k election.Candidate) election.Candidate {
	k.ID = was.ID
	k.Forenames, k.Surname = first(k.Forenames, was.Forenames), first(k.Surname, was.Surname)
	k.Description, k.Person = first(k.Description, was.Description), first(k.Person, was.Person)
	k.Party = first(k.Party, was.Party)
	k.Votes = first(k.Votes, was.Votes)
	return k
}

func (i *arrival) papers() error {
	c, was := papersOf(i.given), papersOf(i.was)
	p := Papers{
		Electorate: first(c.Electorate, was.Electorate),
		Verified:   first(c.Verified, was.Verified),
		Rejected:   first(c.Rejected, was.Rejected),
		Headings: election.Headings{
			NoMark:    first(c.Headings.NoMark, was.Headings.NoMark),
			TooMany:   first(c.Headings.TooMany, was.Headings.TooMany),
			Identity:  first(c.Headings.Identity, was.Headings.Identity),
			Uncertain: first(c.Headings.Uncertain, was.Headings.Uncertain),
		},
		ReadOut: election.ReadOut{
			Turnout:  first(c.ReadOut.Turnout, was.ReadOut.Turnout),
			Majority: first(c.ReadOut.Majority, was.ReadOut.Majority),
		},
	}
	if p == was {
		return nil
	}
	i.figures = true
	return i.act.put("papers", i.given.ID, i.given.ID, papersContent(p))
}

func (i *arrival) baselines() error {
	there := slices.Clone(i.was.Baselines)
	for _, b := range i.given.Baselines {
		at := slices.IndexFunc(there, func(x election.Baseline) bool {
			return b.ID != "" && x.ID == b.ID || b.ID == "" && x.Name == b.Name && x.Date == b.Date
		})
		if at < 0 {
			at, there = len(there), append(there, election.Baseline{ID: first(b.ID, i.night.newID())})
		}
		b.ID, b.Seats = there[at].ID, first(b.Seats, 1)
		b.Candidates = slices.Clone(b.Candidates)
		for j := range b.Candidates {
			b.Candidates[j].ID = first(b.Candidates[j].ID, sameCandidate(there[at], b.Candidates[j]), i.night.newID())
		}
		there[at] = b
		if err := i.act.put("baseline", i.given.ID, b.ID, baselineContent(b, at)); err != nil {
			return err
		}
	}
	return nil
}

// sameCandidate is the id that the baseline's candidate had, or "".
func sameCandidate(b election.Baseline, k election.Candidate) string {
	if at := findCandidate(b.Candidates, k); at >= 0 {
		return b.Candidates[at].ID
	}
	return ""
}

func (i *arrival) rest() error {
	for _, answer := range i.given.Answers {
		if err := i.act.put("answer", i.given.ID, answerSubject(answer), answerContent(answer)); err != nil {
			return err
		}
	}
	if len(i.given.Lot) == 0 {
		return nil
	}
	return i.act.put("lot", i.given.ID, i.given.ID, lotContent(i.given.Lot))
}

// state moves the count along, but never back: a list of candidates may come
// again while the count goes on.
func (i *arrival) state() error {
	s := count{first(i.was.State, election.NotStarted), int64(i.was.Recount), int64(i.was.Revision), i.was.Declared}
	switch {
	case s.state.IsDeclared() && i.figures:
		s.state, s.revision = election.Corrected, s.revision+1
		if err := i.act.drop("second_keying", i.given.ID, i.given.ID); err != nil {
			return err
		}
	case s.state.IsDeclared():
		return nil
	case i.given.State.IsDeclared():
		s.state = i.given.State
		s.revision = max(int64(i.given.Revision), s.revision+1)
		s.declared = i.whenDeclared()
	default:
		if i.given.State != "" && (besideTheLine(i.given.State) || isFurther(i.given.State, s.state)) {
			s.state = i.given.State
		}
		s.recount = max(int64(i.given.Recount), s.recount)
	}
	return i.act.put("state", i.given.ID, i.given.ID, s.content())
}

// whenDeclared is when the declaration was made: as the file says, else now,
// since results come in while they are read out. That of a poll long past is
// not known.
func (i *arrival) whenDeclared() int64 {
	polled, err := time.Parse(time.DateOnly, string(i.given.Date))
	if i.given.Declared != 0 || err == nil && i.now > polled.Add(longestCount).UnixMilli() {
		return i.given.Declared
	}
	return i.now
}

// longestCount is how long after the day of the poll a result may still be
// declared.
const longestCount = 7 * 24 * time.Hour

// besideTheLine reports whether a state is one in which nothing is counted.
func besideTheLine(s election.State) bool { return !slices.Contains(election.States, s) }

// isFurther reports whether a count that stood at one state has come further
// with the other. Beside the line it has not begun.
func isFurther(s, than election.State) bool {
	return slices.Index(election.States, s) > max(0, slices.Index(election.States, than))
}

// first is the first value that is not zero.
func first[T comparable](values ...T) T {
	var zero T
	for _, v := range values {
		if v != zero {
			return v
		}
	}
	return zero
}
