package night

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/night/record"
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
	return n.ImportFrom(author, reason, "", cs, councils)
}

// ImportFrom is Import with the source of the figures, which a correction that it
// makes is published with.
func (n *Night) ImportFrom(author, reason, source string, cs []election.Contest, councils []election.Council) error {
	_, err := n.log.Act("import", record.Act{Kind: ActImport, Author: author, Reason: reason, Source: source}, func(a *record.Act) error {
		given := map[string]bool{}
		for _, c := range councils {
			c.Name = strings.TrimSpace(c.Name)
			if given[c.Name] {
				return &RefusedError{Why: fmt.Sprintf("The council %q is given twice.", c.Name), Next: "Take one of the two out and import again."}
			}
			given[c.Name] = true
			if _, err := mergeCouncil(a, c); err != nil {
				return err
			}
		}
		return putContests(a, cs)
	})
	return err
}

func putContests(a *record.Act, cs []election.Contest) error {
	next, err := nextPosition(a)
	if err != nil {
		return err
	}
	given := map[string]bool{}
	for _, c := range cs {
		if c.ID, err = knownContest(a, c); err != nil {
			return err
		}
		which := cmp.Or(c.ID, c.Code, c.Group+"\x00"+c.Name)
		if given[which] {
			return &RefusedError{Why: fmt.Sprintf("The contest %q is given twice.", c.Name), Next: "Take one of the two out and import again."}
		}
		given[which] = true
		i := &arrival{Act: a, given: c, position: next}
		if err := i.put(); err != nil {
			return err
		}
		next = max(next, i.position+1)
	}
	return nil
}

// knownContest finds the id of the contest that the night has for the given
// one, or keeps the given id, which may be empty.
func knownContest(a *record.Act, c election.Contest) (string, error) {
	if c.ID != "" {
		return c.ID, nil
	}
	if c.Code != "" {
		id, err := contestKind.FindOne(a, "code", c.Code)
		if err != nil || id != "" {
			return id, err
		}
	}
	there, err := contestsNamed(a, c.Name)
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
		return "", &RefusedError{Why: fmt.Sprintf("The night has %d contests called %s.", len(there), c.Name),
			Next: "Say in the file which group or which code it has."}
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

// An arrival is one contest on its way in.
type arrival struct {
	*record.Act
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
		i.given.ID = i.NewID()
		return nil
	}
	was, err := readContest(i, record.Latest, i.given.ID)
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
	c.Name, c.Code = cmp.Or(c.Name, was.Name), cmp.Or(c.Code, was.Code)
	c.Date, c.Kind = cmp.Or(c.Date, was.Date), cmp.Or(c.Kind, was.Kind, election.Parliamentary)
	c.Seats = cmp.Or(c.Seats, was.Seats, 1)
	c.Group, c.Method = cmp.Or(c.Group, was.Group), cmp.Or(c.Method, was.Method)
	i.figures = c.Kind != was.Kind || c.Seats != was.Seats || c.Method != was.Method
	return contestKind.Put(i.Act, c.ID, c.ID, placedContest{i.position, c})
}

func (i *arrival) candidates() error {
	ballot := slices.Clone(i.was.Candidates)
	for _, k := range i.given.Candidates {
		at := findCandidate(ballot, k)
		if at < 0 {
			k.ID = cmp.Or(k.ID, i.NewID())
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
	if err := candidateKind.Put(i.Act, i.given.ID, k.ID, ballotLine{position, k}); err != nil {
		return err
	}
	was, _ := i.was.Candidate(k.ID)
	if was.Votes == k.Votes {
		return nil
	}
	i.figures = true
	return votesKind.Put(i.Act, i.given.ID, k.ID, k.Votes)
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
	k.Forenames, k.Surname = cmp.Or(k.Forenames, was.Forenames), cmp.Or(k.Surname, was.Surname)
	k.Description, k.Person = cmp.Or(k.Description, was.Description), cmp.Or(k.Person, was.Person)
	k.Party = cmp.Or(k.Party, was.Party)
	k.Votes = cmp.Or(k.Votes, was.Votes)
	return k
}

func (i *arrival) papers() error {
	c, was := papersOf(i.given), papersOf(i.was)
	p := Papers{
		Electorate: cmp.Or(c.Electorate, was.Electorate),
		Verified:   cmp.Or(c.Verified, was.Verified),
		Rejected:   cmp.Or(c.Rejected, was.Rejected),
		Headings: election.Headings{
			NoMark:    cmp.Or(c.Headings.NoMark, was.Headings.NoMark),
			TooMany:   cmp.Or(c.Headings.TooMany, was.Headings.TooMany),
			Identity:  cmp.Or(c.Headings.Identity, was.Headings.Identity),
			Uncertain: cmp.Or(c.Headings.Uncertain, was.Headings.Uncertain),
		},
		ReadOut: election.ReadOut{
			Turnout:  cmp.Or(c.ReadOut.Turnout, was.ReadOut.Turnout),
			Majority: cmp.Or(c.ReadOut.Majority, was.ReadOut.Majority),
		},
	}
	if p == was {
		return nil
	}
	i.figures = true
	return papersKind.Put(i.Act, i.given.ID, i.given.ID, p)
}

func (i *arrival) baselines() error {
	there := slices.Clone(i.was.Baselines)
	for _, b := range i.given.Baselines {
		at := slices.IndexFunc(there, func(x election.Baseline) bool {
			return b.ID != "" && x.ID == b.ID || b.ID == "" && x.Name == b.Name && x.Date == b.Date
		})
		if at < 0 {
			at, there = len(there), append(there, election.Baseline{ID: cmp.Or(b.ID, i.NewID())})
		}
		b.ID, b.Seats = there[at].ID, cmp.Or(b.Seats, 1)
		b.Candidates = slices.Clone(b.Candidates)
		for j := range b.Candidates {
			b.Candidates[j].ID = cmp.Or(b.Candidates[j].ID, sameCandidate(there[at], b.Candidates[j]), i.NewID())
		}
		there[at] = b
		if err := baselineKind.Put(i.Act, i.given.ID, b.ID, placedBaseline{at, b}); err != nil {
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
		if err := answerKind.Put(i.Act, i.given.ID, answerSubject(answer), answer); err != nil {
			return err
		}
	}
	if len(i.given.Lot) == 0 {
		return nil
	}
	return lotKind.Put(i.Act, i.given.ID, i.given.ID, i.given.Lot)
}

// state moves the count along, but never back: a list of candidates may come
// again while the count goes on.
func (i *arrival) state() error {
	s := stateIn(i.was)
	s.state = cmp.Or(s.state, election.NotStarted)
	switch {
	case s.state.IsDeclared() && i.figures:
		s.state, s.revision = election.Corrected, s.revision+1
		if err := secondKind.Drop(i.Act, i.given.ID, i.given.ID); err != nil {
			return err
		}
	case s.state.IsDeclared():
		return nil
	case i.given.State.IsDeclared():
		s.state = i.given.State
		s.revision = max(int64(i.given.Revision), s.revision+1)
		s.declared = i.whenDeclared()
	default:
		if i.given.State != "" && (outsideTheCount(i.given.State) || isFurther(i.given.State, s.state)) {
			s.state = i.given.State
		}
		s.recount = max(int64(i.given.Recount), s.recount)
	}
	return stateKind.Put(i.Act, i.given.ID, i.given.ID, s)
}

// whenDeclared is when the declaration was made: as the file says, else now,
// since results come in while they are read out. That of a poll long past is
// not known.
func (i *arrival) whenDeclared() int64 {
	polled, err := time.Parse(time.DateOnly, string(i.given.Date))
	if i.given.Declared != 0 || err == nil && i.Now > polled.Add(longestCount).UnixMilli() {
		return i.given.Declared
	}
	return i.Now
}

// longestCount is how long after the day of the poll a result may still be
// declared.
const longestCount = 7 * 24 * time.Hour

// outsideTheCount reports whether a state is one in which nothing is counted.
func outsideTheCount(s election.State) bool { return !slices.Contains(election.States, s) }

// isFurther reports whether a count that stood at one state has come further
// with the other. Outside the count it has not begun.
func isFurther(s, than election.State) bool {
	return slices.Index(election.States, s) > max(0, slices.Index(election.States, than))
}
