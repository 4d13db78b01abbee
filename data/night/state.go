package night

import (
	"fmt"

	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// A countState is how far a contest's count has come.
type countState struct {
	state             election.State
	recount, revision int64
	declared          int64 // UTC milliseconds, 0 before
}

// stateKind is the state of a contest's count.
var stateKind = record.NewKind(record.Spec[countState]{
	Name: "state", Subject: SubjectContest,
	Columns: func(s *countState) []record.Column {
		return []record.Column{
			{Name: "state", Place: &s.state},
			{Name: "recount", Place: &s.recount},
			{Name: "revision", Place: &s.revision},
			{Name: "declared", Place: &s.declared},
		}
	},
})

// stateIn is how far a contest's count has come.
func stateIn(c election.Contest) countState {
	return countState{c.State, int64(c.Recount), int64(c.Revision), c.Declared}
}

// stateOf reads how far a contest has come: steps in indexes, no more.
func stateOf(q file.Querier, contest string) (countState, error) {
	if err := contestKind.Must(q, contest, contest); err != nil {
		return countState{}, err
	}
	s, found, err := stateKind.Last(q, contest, contest)
	if err == nil && !found {
		s.state = election.NotStarted
	}
	return s, err
}

// mustBeOpen refuses to touch a declared result.
func mustBeOpen(q file.Querier, contest string) error {
	s, err := stateOf(q, contest)
	if err == nil && s.state.IsDeclared() {
		err = &DeclaredError{Contest: contest}
	}
	return err
}

// declarationStandsOn reports whether the version is of a contest that is
// declared.
func declarationStandsOn(q file.Querier, v record.Version) (bool, error) {
	s, err := stateOf(q, v.About)
	return s.state.IsDeclared(), err
}

// SetState moves the count along. Every recount gets the next number.
// Declaring and correcting are acts of their own. A contest with more
// candidates than seats is not uncontested.
func (n *Night) SetState(author, contest string, to election.State) error {
	_, err := n.log.Act("change the state", record.Act{Kind: ActState, Author: author}, func(a *record.Act) error {
		if to.IsDeclared() {
			return &RefusedError{Why: "A result is declared or corrected, not set so.", Next: "Declare it, or correct it with a reason."}
		}
		s, err := stateOf(a, contest)
		if err != nil {
			return err
		}
		if s.state.IsDeclared() {
			return &DeclaredError{Contest: contest}
		}
		if to == election.Uncontested {
			if err := mustFit(a, contest); err != nil {
				return err
			}
		}
		s.state = to
		if to == election.Recounting {
			s.recount++
		}
		return stateKind.Put(a, contest, contest, s)
	})
	return err
}

// mustFit refuses an uncontested contest with more candidates than seats.
func mustFit(q file.Querier, contest string) error {
	c, err := readContest(q, record.Latest, contest)
	if err != nil || len(c.Candidates) <= max(1, c.Seats) {
		return err
	}
	candidates := election.Several(len(c.Candidates), "candidate", "candidates")
	seats := election.Several(max(1, c.Seats), "seat", "seats")
	return &RefusedError{Why: fmt.Sprintf("%s is not uncontested: it has %s for %s.", c.Name, candidates, seats),
		Next: "Take those who withdrew off the ballot paper first, or put the number of seats right."}
}

// Declare records the declaration. It fails with a *BlockedError while an
// error is not overridden or a warning has no tick.
func (n *Night) Declare(author, contest string) error {
	_, err := n.log.Act("declare", record.Act{Kind: ActDeclare, Author: author}, func(a *record.Act) error {
		c, err := readContest(a, record.Latest, contest)
		if err != nil {
			return err
		}
		if c.State.IsDeclared() {
			return &DeclaredError{Contest: contest}
		}
		if open := openChecks(c); len(open) > 0 {
			return &BlockedError{Checks: open}
		}
		s := stateIn(c)
		s.state, s.revision, s.declared = election.Declared, s.revision+1, a.Now
		return stateKind.Put(a, contest, contest, s)
	})
	return err
}

// openChecks are those that stand against a declaration.
func openChecks(c election.Contest) []election.Check {
	var open []election.Check
	for _, check := range election.Checks(c) {
		if check.Open() {
			open = append(open, check)
		}
	}
	return open
}

// TakeBack takes a declaration back that was recorded by mistake: the count
// is provisional again. The number of its revision is not used again.
func (n *Night) TakeBack(author, contest, reason string) error {
	takeBack := record.Act{Kind: ActTakeBack, Author: author, Reason: reason}
	_, err := n.log.Act("take the declaration back", takeBack, func(a *record.Act) error {
		s, err := stateOf(a, contest)
		if err != nil {
			return err
		}
		if !s.state.IsDeclared() {
			return &RefusedError{Why: "The result is not declared.", Next: "There is nothing to take back: go on with the count."}
		}
		s.state, s.declared = election.Provisional, 0
		return stateKind.Put(a, contest, contest, s)
	})
	return err
}

// CorrectResult changes figures of a declared result, with a reason and a
// source: a new revision, which leaves the old one in the history. Votes are
// by candidate id; papers that are nil stay as they are.
func (n *Night) CorrectResult(author, contest, reason, source string, votes map[string]election.Count, p *Papers) error {
	correction := record.Act{Kind: ActCorrect, Author: author, Reason: reason, Source: source}
	_, err := n.log.Act("correct the result", correction, func(a *record.Act) error {
		if reason == "" {
			return &RefusedError{Why: "A correction needs a reason.", Next: "Say in a sentence what was wrong."}
		}
		s, err := stateOf(a, contest)
		if err != nil {
			return err
		}
		if !s.state.IsDeclared() {
			return &RefusedError{Why: "The result is not declared yet.", Next: "Key the figures instead."}
		}
		if err := putVotes(a, contest, votes); err != nil {
			return err
		}
		if p != nil {
			if err := papersKind.Put(a, contest, contest, *p); err != nil {
				return err
			}
		}
		if a.SaysNothing() {
			return nil
		}
		// It was of the figures before.
		if err := secondKind.Drop(a, contest, contest); err != nil {
			return err
		}
		s.state = election.Corrected
		s.revision++
		return stateKind.Put(a, contest, contest, s)
	})
	return err
}

func (r *contestReader) states() error {
	return within(r, stateKind, func(c *election.Contest, s record.Said[countState]) {
		c.State, c.Declared = s.What.state, s.What.declared
		c.Recount, c.Revision = int(s.What.recount), int(s.What.revision)
	})
}
