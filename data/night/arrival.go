package night

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/night/record"
)

// An arrival is one contest on its way in.
type arrival struct {
	*record.Act
	by       *Import          // nil where it comes as another night has declared it
	given    election.Contest // with its id
	was      election.Contest // zero where the night does not have it
	now      election.Contest // as the night will have it
	position int64
	seen     bool // something that readers see of a result changes
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

// find reads the contest as it was.
func (i *arrival) find() error {
	was, err := readContest(i, record.Latest, i.given.ID)
	var none *NotFoundError
	if errors.As(err, &none) {
		return nil
	}
	i.was, i.now = was, was
	if err == nil {
		i.position, err = positionOf(i, i.given.ID)
	}
	return err
}

func (i *arrival) contest() error {
	c, was := i.given, i.was
	if c.Name == "" || i.by != nil && match.SeatKey(c.Name) == match.SeatKey(was.Name) {
		c.Name = was.Name
	}
	c.Code = cmp.Or(c.Code, was.Code)
	c.Date, c.Kind = cmp.Or(c.Date, was.Date), cmp.Or(c.Kind, was.Kind, election.Parliamentary)
	c.Seats = cmp.Or(c.Seats, was.Seats, 1)
	c.Group, c.Method = cmp.Or(c.Group, was.Group), cmp.Or(c.Method, was.Method)
	c.SystemName = cmp.Or(c.SystemName, was.SystemName)
	i.seen = c.Name != was.Name || c.Date != was.Date || !sameRules(c, was)
	i.now.ID, i.now.Name, i.now.Code, i.now.Date = c.ID, c.Name, c.Code, c.Date
	i.now.Kind, i.now.Seats, i.now.Group, i.now.Method, i.now.SystemName = c.Kind, c.Seats, c.Group, c.Method, c.SystemName
	return contestKind.Put(i.Act, c.ID, c.ID, placedContest{i.position, c})
}

func (i *arrival) candidates() error {
	ballot, given := slices.Clone(i.was.Candidates), slices.Clone(i.given.Candidates)
	if slices.ContainsFunc(given, func(k election.Candidate) bool { return k.Elected }) {
		for at := range ballot { // it is said anew who is elected
			ballot[at].Elected = false
		}
	}
	var told match.Told
	if i.by != nil {
		told = i.by.Told
	}
	found := match.People(ballot, given, max(i.was.Seats, i.given.Seats), told)
	for _, f := range found {
		k := &given[f.Given]
		switch {
		case f.There >= 0:
			*k = mergeCandidate(ballot[f.There], *k, f.Kind == match.Renamed)
			i.seen = i.seen || k.Name() != ballot[f.There].Name() || k.Party != ballot[f.There].Party
			ballot[f.There] = *k
		case f.Kind == match.Uncertain:
			return i.uncertain(*k, f)
		case i.by != nil && i.was.State.IsDeclared() && !told.IsNew(k.Name()):
			return &RefusedError{Why: fmt.Sprintf("%s is no candidate of %s, which is declared.", k.Name(), i.was.Name), Next: whoIsWho}
		}
	}
	if err := keyCandidates(i.Act, i.given.ID, ballot, given); err != nil {
		return err
	}
	for _, f := range found {
		if f.There < 0 {
			ballot, i.seen = append(ballot, given[f.Given]), true
		}
	}
	i.now.Candidates = ballot
	for position, k := range ballot {
		if err := i.candidate(k, position); err != nil {
			return err
		}
	}
	return nil
}

// whoIsWho is what to do about a name that may be somebody's.
const whoIsWho = "Write the name as it stands here, or say who it is: by --same or --add of night import."

func (i *arrival) uncertain(k election.Candidate, f match.Person) error {
	names := make([]string, len(f.Among))
	for at, there := range f.Among {
		names[at] = i.was.Candidates[there].Name()
	}
	return &RefusedError{Why: fmt.Sprintf("%s may be %s in %s: %s.", k.Name(), strings.Join(names, " or "), i.was.Name, f.Why), Next: whoIsWho}
}

func (i *arrival) candidate(k election.Candidate, position int) error {
	if err := candidateKind.Put(i.Act, i.given.ID, k.ID, ballotLine{position, k}); err != nil {
		return err
	}
	was, _ := i.was.Candidate(k.ID)
	i.seen = i.seen || was.Elected != k.Elected
	if was.Votes == k.Votes {
		return nil
	}
	i.seen = true
	return votesKind.Put(i.Act, i.given.ID, k.ID, k.Votes)
}

// mergeCandidate is the candidate there with what is given of them. Who was found
// without an id stands as the night has them, but for another name by which the
// same person comes.
func mergeCandidate(was, k election.Candidate, renamed bool) election.Candidate {
	if k.ID == "" {
		if !renamed {
			k.Forenames, k.Surname = was.Forenames, was.Surname
		}
		k.Person = cmp.Or(was.Person, k.Person)
		if was.Party.Same(k.Party) {
			k.Party = was.Party
		}
	}
	k.ID = was.ID
	k.Forenames, k.Surname = cmp.Or(k.Forenames, was.Forenames), cmp.Or(k.Surname, was.Surname)
	k.Description, k.Person = cmp.Or(k.Description, was.Description), cmp.Or(k.Person, was.Person)
	k.Party = cmp.Or(k.Party, was.Party)
	k.Votes = cmp.Or(k.Votes, was.Votes)
	k.Elected = k.Elected || was.Elected
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
	i.seen = true
	i.now.Electorate, i.now.Verified, i.now.Rejected, i.now.Headings, i.now.ReadOut = p.Electorate, p.Verified, p.Rejected, p.Headings, p.ReadOut
	return papersKind.Put(i.Act, i.given.ID, i.given.ID, p)
}

// baselines adds those that are new and puts others in the place of those there
// of their name and day, which changes what a declared result is compared with.
func (i *arrival) baselines() error {
	there := slices.Clone(i.was.Baselines)
	for _, b := range i.given.Baselines {
		at := slices.IndexFunc(there, func(x election.Baseline) bool {
			return b.ID != "" && x.ID == b.ID || b.ID == "" && x.Name == b.Name && x.Date == b.Date
		})
		was := election.Baseline{ID: b.ID}
		if at >= 0 {
			was = there[at]
		} else {
			at, there = len(there), append(there, was)
		}
		var err error
		if there[at], err = i.baseline(was, b, there); err != nil {
			return err
		}
		i.seen = i.seen || at < len(i.was.Baselines) && !reflect.DeepEqual(was, there[at])
		if err := baselineKind.Put(i.Act, i.given.ID, there[at].ID, placedBaseline{at, there[at]}); err != nil {
			return err
		}
	}
	i.now.Baselines = there
	return nil
}

// baseline is the given one with its id and those of its candidates.
func (i *arrival) baseline(was, b election.Baseline, there []election.Baseline) (_ election.Baseline, err error) {
	if b.ID = was.ID; b.ID == "" {
		taken := func(id string) bool {
			return slices.ContainsFunc(there, func(x election.Baseline) bool { return x.ID == id })
		}
		if b.ID, err = keyedID(i.Act, taken, "baseline", i.given.ID, string(b.Date), match.Fold(b.Name)); err != nil {
			return b, err
		}
	}
	b.Seats, b.Candidates = cmp.Or(b.Seats, 1), slices.Clone(b.Candidates)
	for _, f := range match.People(was.Candidates, b.Candidates, b.Seats, match.Told{}) {
		if f.There >= 0 {
			b.Candidates[f.Given].ID = was.Candidates[f.There].ID
		}
	}
	return b, keyCandidates(i.Act, b.ID, was.Candidates, b.Candidates)
}

func (i *arrival) rest() error {
	for _, answer := range i.given.Answers {
		if err := answerKind.Put(i.Act, i.given.ID, answerSubject(answer), answer); err != nil {
			return err
		}
	}
	i.now.Answers = append(slices.Clip(i.now.Answers), i.given.Answers...)
	if len(i.given.Lot) == 0 {
		return nil
	}
	i.now.Lot = i.given.Lot
	return lotKind.Put(i.Act, i.given.ID, i.given.ID, i.given.Lot)
}

// state moves the count along, but never back: a list of candidates may come
// again while the count goes on.
func (i *arrival) state() error {
	s := stateIn(i.was)
	s.state = cmp.Or(s.state, election.NotStarted)
	switch {
	case s.state.IsDeclared() && i.seen:
		if err := i.mayCorrect(); err != nil {
			return err
		}
		s.state, s.revision = election.Corrected, s.revision+1
		if err := secondKind.Drop(i.Act, i.given.ID, i.given.ID); err != nil {
			return err
		}
	case s.state.IsDeclared():
		return nil
	case i.given.State.IsDeclared() && len(i.blocked(i.given.State)) > 0:
		s.state = election.Provisional
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

// blocked is what stands in the way of a declaration of the contest as it will
// be; nothing of what another night has declared.
func (i *arrival) blocked(as election.State) []election.Check {
	if i.by == nil {
		return nil
	}
	c := i.now
	c.State = as
	return election.Blocked(election.Checks(c))
}

// mayCorrect refuses a change of a declared result that could not be published by
// hand.
func (i *arrival) mayCorrect() error {
	if i.by == nil {
		return nil
	}
	if i.by.Reason == "" || i.by.Source == "" {
		return &RefusedError{Why: i.was.Name + " is declared, and this would change what is public of it.",
			Next: "Say why and who says so: by --reason and --source of night import, or correct it by hand."}
	}
	if blocked := i.blocked(election.Corrected); len(blocked) > 0 {
		return &RefusedError{Why: i.was.Name + " cannot be published so: " + blocked[0].Text,
			Next: "Put the figures right and import again, or correct it by hand with a reason for what stays."}
	}
	return nil
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
