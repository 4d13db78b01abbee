package night

import (
	"cmp"
	"maps"
	"slices"

	"nightdesk/data/election"
)

// MoveCandidate puts a candidate at another place of the ballot paper,
// counted from 0.
func (n *Night) MoveCandidate(author, contest, candidate string, to int) error {
	_, err := n.act("move the candidate", act{kind: "move", author: author}, func(a *act) error {
		c, err := readContest(a, latest, contest)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(c.Candidates, func(k election.Candidate) bool { return k.ID == candidate })
		if at < 0 {
			return &NotFoundError{Kind: "candidate", ID: candidate}
		}
		moved := c.Candidates[at]
		ballot := slices.Delete(c.Candidates, at, at+1)
		ballot = slices.Insert(ballot, min(max(to, 0), len(ballot)), moved)
		return a.putBallot(contest, ballot)
	})
	return err
}

// RemoveCandidate takes a candidate off the ballot paper, with the votes
// keyed for them and the flags that name them. A declared result keeps its
// candidates.
func (n *Night) RemoveCandidate(author, contest, candidate string) error {
	_, err := n.act("remove the candidate", act{kind: "remove candidate", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		if err := must(a, "candidate", contest, candidate); err != nil {
			return err
		}
		for _, forget := range []func(contest, candidate string) error{a.dropVotes, a.dropFlagsOf, a.dropSecondOf} {
			if err := forget(contest, candidate); err != nil {
				return err
			}
		}
		return a.drop("candidate", contest, candidate)
	})
	return err
}

func (a *act) dropVotes(contest, candidate string) error { return a.drop("votes", contest, candidate) }

func (a *act) putBallot(contest string, ballot []election.Candidate) error {
	for position, k := range ballot {
		if err := a.put("candidate", contest, k.ID, candidateContent(k, position)); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
