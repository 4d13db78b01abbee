package ui

import (
	"slices"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A reckoning is a contest with everything that the Results screen needs of
// it, worked out once for each version of the contest, off the window's
// goroutine. It is never changed.
type reckoning struct {
	result  election.Result  // and its contest
	blocked []election.Check // errors that stand open and that a desk must be told of
	gain    bool             // the seat went to another party, for certain
	outcome string           // in words, "" while there is none
	keys    [resultColumns + 1]sortKey
	name    string // folded for finding
	found   string // folded: everything that finding looks in
}

func newReckoning(c election.Contest) *reckoning {
	r := &reckoning{result: election.Compute(c), blocked: blocking(c, election.Checks(c)), name: text.SearchKey(c.Name)}
	r.outcome = outcomeOf(r.result)
	r.gain = r.counts() && r.result.Outcome().Kind == election.Gain
	r.keys = sortKeys(r)
	words := []string{c.Name, c.Group}
	for _, k := range c.Candidates {
		words = append(words, k.Name(), k.Party.Name, k.Party.Label())
	}
	r.found = text.SearchKey(strings.Join(words, "\n"))
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

func (r *reckoning) contest() *election.Contest { return &r.result.Contest }

// outcomeOf words the outcome. A count that has not started has none, whatever
// was typed already.
func outcomeOf(r election.Result) string {
	if r.Contest.State == election.NotStarted {
		return ""
	}
	return r.Outcome().String()
}

// counts reports whether the contest's seats are decided.
func (r *reckoning) counts() bool {
	s := r.contest().State
	return s.IsDeclared() || s == election.Uncontested
}

// results are what the contests of a night come to at one moment: each by
// itself, and what they add up to. They are never changed; a change makes new
// ones, which share what stayed as it was.
type results struct {
	all      []*reckoning                   // in the order of the night
	boards   map[string]election.Scoreboard // by group; that of all contests under ""
	groups   []string                       // in the order of the night
	councils []councilReckoning             // by name
}

// A councilReckoning is a council with everything that is worked out of it and
// its wards.
type councilReckoning struct {
	election.CouncilResult
	checks []election.Check
}

// newResults works everything out.
func newResults(contests []election.Contest, councils []election.Council) *results {
	rs := &results{all: make([]*reckoning, len(contests)), boards: map[string]election.Scoreboard{}}
	for i, c := range contests {
		rs.all[i] = newReckoning(c)
	}
	rs.group()
	for _, g := range append([]string{""}, rs.groups...) {
		rs.boards[g] = rs.tally(g)
	}
	for _, c := range councils {
		rs.councils = append(rs.councils, rs.council(c))
	}
	return rs
}

// with gives the results after one contest has changed or come new. Only that
// contest is worked out again, and a sum only where it takes part in it.
func (rs *results) with(c election.Contest) *results {
	now := newReckoning(c)
	next := *rs
	next.all = slices.Clone(rs.all)
	i := slices.IndexFunc(rs.all, func(r *reckoning) bool { return r.contest().ID == c.ID })
	if i < 0 {
		next.all = append(next.all, now)
		next.sum("", c.Group)
		return &next
	}
	was := rs.all[i]
	next.all[i] = now
	if then := was.contest(); was.counts() || now.counts() || then.State != c.State || then.Group != c.Group || then.Seats != c.Seats {
		next.sum("", then.Group, c.Group)
	}
	return &next
}

// sum adds the given groups up anew, and the councils of their names.
func (rs *results) sum(groups ...string) {
	rs.group()
	boards := make(map[string]election.Scoreboard, len(rs.boards)+1)
	for _, g := range append([]string{""}, rs.groups...) {
		if board, ok := rs.boards[g]; ok && !slices.Contains(groups, g) {
			boards[g] = board
			continue
		}
		boards[g] = rs.tally(g)
	}
	rs.boards = boards
	rs.councils = slices.Clone(rs.councils)
	for i, c := range rs.councils {
		if slices.Contains(groups, c.Council.Name) {
			rs.councils[i] = rs.council(c.Council)
		}
	}
}

// group lists the groups of the contests.
func (rs *results) group() {
	seen := map[string]bool{"": true}
	rs.groups = nil
	for _, r := range rs.all {
		if g := r.contest().Group; !seen[g] {
			seen[g] = true
			rs.groups = append(rs.groups, g)
		}
	}
}

// parted reports whether the contests are not all of one group.
func (rs *results) parted() bool {
	return slices.ContainsFunc(rs.all, func(r *reckoning) bool { return r.contest().Group != rs.all[0].contest().Group })
}

// tally adds a group up; "" is all contests.
func (rs *results) tally(group string) election.Scoreboard {
	var of []election.Result
	for _, r := range rs.all {
		if group == "" || r.contest().Group == group {
			of = append(of, r.result)
		}
	}
	return election.Tally(of)
}

// council works a council out from its wards.
func (rs *results) council(c election.Council) councilReckoning {
	var wards []election.Contest
	for _, r := range rs.all {
		if r.contest().Group == c.Name {
			wards = append(wards, *r.contest())
		}
	}
	return councilReckoning{election.ComputeCouncil(c, wards), election.CouncilChecks(c, wards)}
}

// councilOf is the council whose wards the group is.
func (rs *results) councilOf(group string) (councilReckoning, bool) {
	for _, c := range rs.councils {
		if c.Council.Name == group && group != "" {
			return c, true
		}
	}
	return councilReckoning{}, false
}
