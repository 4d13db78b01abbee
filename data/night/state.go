package night

import (
	"database/sql"
	"errors"
	"fmt"

	"nightdesk/data/election"
)

// A count is how far a contest's count has come.
type count struct {
	state             election.State
	recount, revision int64
	declared          int64 // UTC milliseconds, 0 before
}

func (c count) content() content { return one(string(c.state), c.recount, c.revision, c.declared) }

// countOf reads how far a contest has come: steps in indexes, no more.
func countOf(q querier, contest string) (count, error) {
	if err := must(q, "contest", contest, contest); err != nil {
		return count{}, err
	}
	c := count{state: election.NotStarted}
	h, found, err := headOf(q, "state", contest, contest)
	if err != nil || !found || h.gone {
		return c, err
	}
	err = q.row(`SELECT state, recount, revision, declared FROM state WHERE version = ?`, h.version).
		Scan(&c.state, &c.recount, &c.revision, &c.declared)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return c, err
}

// mustBeOpen refuses to touch a declared result.
func mustBeOpen(q querier, contest string) error {
	c, err := countOf(q, contest)
	if err == nil && c.state.IsDeclared() {
		err = &DeclaredError{Contest: contest}
	}
	return err
}

// SetState moves the count along. Every recount gets the next number.
// Declaring and correcting are acts of their own. A contest with more
// candidates than seats is not uncontested.
func (n *Night) SetState(author, contest string, s election.State) error {
	_, err := n.act("change the state", act{kind: "state", author: author}, func(a *act) error {
		if s.IsDeclared() {
			return &RefusedError{"A result is declared or corrected, not set so.", "Declare it, or correct it with a reason."}
		}
		c, err := countOf(a, contest)
		if err != nil {
			return err
		}
		if c.state.IsDeclared() {
			return &DeclaredError{Contest: contest}
		}
		if s == election.Uncontested {
			if err := mustFit(a, contest); err != nil {
				return err
			}
		}
		c.state = s
		if s == election.Recounting {
			c.recount++
		}
		return a.put("state", contest, contest, c.content())
	})
	return err
}

// mustFit refuses an uncontested contest with more candidates than seats.
func mustFit(q querier, contest string) error {
	c, err := readContest(q, latest, contest)
	if err != nil || len(c.Candidates) <= max(1, c.Seats) {
		return err
	}
	return &RefusedError{
		fmt.Sprintf("%s is not uncontested: it has %s for %s.", c.Name, election.Several(len(c.Candidates), "candidate", "candidates"), election.Several(max(1, c.Seats), "seat", "seats")),
		"Take those who withdrew off the ballot paper first, or put the number of seats right.",
	}
}
