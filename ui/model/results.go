package model

import (
	"slices"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A ContestResult is a contest with everything that a list of contests shows of
// it, worked out once for each version of the contest, off the window's
// goroutine. It is never changed.
type ContestResult struct {
	Result  election.Result  // and its contest
	Blocked []election.Check // errors that stand open and that a desk must be told of
	Gain    bool             // the seat went to another party, for certain
	Outcome string           // in words, "" while there is none
	Name    string           // folded for finding
	Found   string           // folded: everything that finding looks in
}

// NewContestResult works a contest out.
func NewContestResult(c election.Contest) *ContestResult {
	r := &ContestResult{Result: election.Compute(c), Blocked: blocking(c, election.Checks(c)), Name: text.SearchKey(c.Name)}
	r.Outcome = outcomeOf(r.Result)
	r.Gain = r.Decided() && r.Result.Outcome().Kind == election.Gain
	words := []string{c.Name, c.Group}
	for _, k := range c.Candidates {
		words = append(words, k.Name(), k.Party.Name, k.Party.Label())
	}
	r.Found = text.SearchKey(strings.Join(words, "\n"))
	return r
}

// blocking are the errors that stand in the way of a declaration, or that one
// was made in spite of. That votes are missing goes without saying while they
// are being counted.
func blocking(c election.Contest, checks []election.Check) []election.Check {
	counting := !c.State.IsDeclared() && c.State != election.Provisional && c.State != election.Recounting
	return slices.DeleteFunc(election.Blocked(checks), func(k election.Check) bool {
		return counting && k.Code == election.VotesMissing
	})
}

// Contest is the contest that the result is of.
func (r *ContestResult) Contest() *election.Contest { return &r.Result.Contest }

// outcomeOf words the outcome. A count that has not started has none, whatever
// was typed already.
func outcomeOf(r election.Result) string {
	if r.Contest.State == election.NotStarted {
		return ""
	}
	return r.Outcome().String()
}

// Decided reports whether the contest's seats are decided.
func (r *ContestResult) Decided() bool {
	s := r.Contest().State
	return s.IsDeclared() || s == election.Uncontested
}

// Results are what the contests of a night come to at one moment: each by
// itself, and what they add up to. They are never changed; a change makes new
// ones, which share what stayed as it was.
type Results struct {
	All      []*ContestResult               // in the order of the night
	Boards   map[string]election.Scoreboard // by group; that of all contests under ""
	Groups   []string                       // in the order of the night
	Councils []CouncilResult                // by name
}

// A CouncilResult is a council with everything that is worked out of it and
// its wards.
type CouncilResult struct {
	election.CouncilResult
	Checks []election.Check
}

// NewResults works everything out.
func NewResults(contests []election.Contest, councils []election.Council) *Results {
	rs := &Results{All: make([]*ContestResult, len(contests)), Boards: map[string]election.Scoreboard{}}
	for i, c := range contests {
		rs.All[i] = NewContestResult(c)
	}
	rs.group()
	for _, g := range append([]string{""}, rs.Groups...) {
		rs.Boards[g] = rs.tally(g)
	}
	for _, c := range councils {
		rs.Councils = append(rs.Councils, rs.council(c))
	}
	return rs
}

// With gives the results after one contest has changed or come new. Only that
// contest is worked out again, and a sum only where it takes part in it.
func (rs *Results) With(c election.Contest) *Results {
	now := NewContestResult(c)
	next := *rs
	next.All = slices.Clone(rs.All)
	i := slices.IndexFunc(rs.All, func(r *ContestResult) bool { return r.Contest().ID == c.ID })
	if i < 0 {
		next.All = append(next.All, now)
		next.sum("", c.Group)
		return &next
	}
	was := rs.All[i]
	next.All[i] = now
	if then := was.Contest(); was.Decided() || now.Decided() || then.State != c.State || then.Group != c.Group || then.Seats != c.Seats {
		next.sum("", then.Group, c.Group)
	}
	return &next
}

// sum adds the given groups up anew, and the councils of their names.
func (rs *Results) sum(groups ...string) {
	rs.group()
	boards := make(map[string]election.Scoreboard, len(rs.Boards)+1)
	for _, g := range append([]string{""}, rs.Groups...) {
		if board, ok := rs.Boards[g]; ok && !slices.Contains(groups, g) {
			boards[g] = board
			continue
		}
		boards[g] = rs.tally(g)
	}
	rs.Boards = boards
	rs.Councils = slices.Clone(rs.Councils)
	for i, c := range rs.Councils {
		if slices.Contains(groups, c.Council.Name) {
			rs.Councils[i] = rs.council(c.Council)
		}
	}
}

// group lists the groups of the contests.
func (rs *Results) group() {
	seen := map[string]bool{"": true}
	rs.Groups = nil
	for _, r := range rs.All {
		if g := r.Contest().Group; !seen[g] {
			seen[g] = true
			rs.Groups = append(rs.Groups, g)
		}
	}
}

// Parted reports whether the contests are not all of one group.
func (rs *Results) Parted() bool {
	return slices.ContainsFunc(rs.All, func(r *ContestResult) bool { return r.Contest().Group != rs.All[0].Contest().Group })
}

// tally adds a group up; "" is all contests.
func (rs *Results) tally(group string) election.Scoreboard {
	var of []election.Result
	for _, r := range rs.All {
		if group == "" || r.Contest().Group == group {
			of = append(of, r.Result)
		}
	}
	return election.Tally(of)
}

// council works a council out from its wards.
func (rs *Results) council(c election.Council) CouncilResult {
	var wards []election.Contest
	for _, r := range rs.All {
		if r.Contest().Group == c.Name {
			wards = append(wards, *r.Contest())
		}
	}
	return CouncilResult{election.ComputeCouncil(c, wards), election.CouncilChecks(c, wards)}
}

// CouncilOf is the council whose wards the group is.
func (rs *Results) CouncilOf(group string) (CouncilResult, bool) {
	for _, c := range rs.Councils {
		if c.Council.Name == group && group != "" {
			return c, true
		}
	}
	return CouncilResult{}, false
}
