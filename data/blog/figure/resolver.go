package figure

import (
	"fmt"
	"strings"
	"sync"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A resolver looks slots up: it has the contests and councils of a night with
// what is public of their results, worked out when first asked for. It can be
// used from several goroutines.
type resolver struct {
	blog.Results
	results  []func() election.Result        // as Contests
	councils []func() election.CouncilResult // as Councils
	names    func() [][]string               // as Contests, folded
	known    sync.Map                        // what was looked up, by the slot as typed
}

// An answer is a slot's figure or why it has none.
type answer struct {
	figure  blog.Frozen
	problem *slotError
}

func newResolver(of blog.Results) *resolver {
	r := &resolver{Results: of}
	r.names = sync.OnceValue(func() (names [][]string) {
		for _, c := range of.Contests {
			names = append(names, blog.ContestNames(c))
		}
		return names
	})
	for _, c := range of.Contests {
		r.results = append(r.results, sync.OnceValue(func() election.Result { return election.Compute(c.Public()) }))
	}
	for _, c := range of.Councils {
		r.councils = append(r.councils, sync.OnceValue(func() election.CouncilResult { return election.ComputeCouncil(c, wardsOf(c, of.Contests)) }))
	}
	return r
}

// Live resolves slots against the public figures of a night as they stand, for
// a preview.
func Live(of blog.Results) text.Figures {
	r := newResolver(of)
	return func(slot string) (string, bool) {
		f, problem := r.resolve(slot)
		return f.Value, problem == nil
	}
}

// A slotError says why a slot has no figure.
type slotError struct{ code, text string }

// withoutFigure is the code of a slot that is right and has no figure.
const withoutFigure = "slot-without-figure"

// resolve finds the value of a slot typed without its braces.
func (r *resolver) resolve(typed string) (blog.Frozen, *slotError) {
	if a, ok := r.known.Load(typed); ok {
		return a.(answer).figure, a.(answer).problem
	}
	figure, problem := r.lookUp(typed)
	r.known.Store(typed, answer{figure, problem})
	return figure, problem
}

func (r *resolver) lookUp(typed string) (blog.Frozen, *slotError) {
	name, problem := cutSlot(typed)
	if len(r.named(name)) == 0 {
		switch at, rest, hits := r.councilNamed(typed); {
		case hits == 1:
			return r.ofCouncil(typed, at, rest)
		case hits > 1:
			return blog.Frozen{}, &slotError{"slot-ambiguous", fmt.Sprintf("{%s} could be of two councils. Give the council’s code instead of its name.", typed)}
		}
	}
	if problem != nil {
		return blog.Frozen{}, problem
	}
	at, subject, problem := r.contestOf(typed, name)
	if problem != nil {
		return blog.Frozen{}, problem
	}
	c := r.Contests[at]
	s := scope{Result: r.results[at]()}
	if name.figure.Subject {
		id, problem := findSubject(typed, c, subject)
		if problem != nil {
			return blog.Frozen{}, problem
		}
		s.row = rowOf(s.Result, id)
	}
	// Where nobody voted there is no figure to keep back, and who is elected
	// unopposed is no secret.
	if !c.IsPublic(name.figure.measure) && c.State != election.Uncontested {
		return blog.Frozen{}, &slotError{"slot-not-public", fmt.Sprintf(
			"{%s} is not public yet: %s is %s. Publish the entry later, or write it without the figure.", typed, c.Name, c.State)}
	}
	v := name.figure.value(s)
	if !v.known() {
		return blog.Frozen{}, &slotError{withoutFigure, fmt.Sprintf(
			"There is no figure for {%s} in %s. Check what has been keyed, or write the entry without it.", typed, c.Name)}
	}
	return blog.Frozen{Slot: typed, Value: v.print(name.format), Contest: c.ID, Revision: c.Revision}, nil
}

// A hit is a contest that a slot names, and what of the slot's owner is left to
// name a candidate or party.
type hit struct {
	at      int
	subject string
}

// named finds the contests that a slot names: as they are written or, where none
// is, as package match tells names apart.
func (r *resolver) named(n slotName) []hit {
	if hits := r.written(n); len(hits) > 0 {
		return hits
	}
	for to := len(n.owner); to > 0; to = strings.LastIndexByte(n.owner[:to], '.') {
		subject := strings.TrimPrefix(n.owner[to:], ".")
		if (subject != "") != n.figure.Subject {
			continue
		}
		var hits []hit
		for i, c := range r.Contests {
			if blog.NamesContest(c, n.owner[:to]) {
				hits = append(hits, hit{i, subject})
			}
		}
		if len(hits) > 0 {
			return hits
		}
	}
	return nil
}

func (r *resolver) written(n slotName) []hit {
	var hits []hit
	for i, names := range r.names() {
		for _, name := range names {
			rest, ok := strings.CutPrefix(n.owner, name)
			if ok && (rest == "" || rest[0] == '.') && (rest != "") == n.figure.Subject {
				hits = append(hits, hit{i, strings.TrimPrefix(rest, ".")})
				break
			}
		}
	}
	return hits
}

// contestOf finds the contest that a slot means, whether it is named or the
// only one, and what of its owner is left to name a candidate or party.
func (r *resolver) contestOf(typed string, n slotName) (at int, subject string, problem *slotError) {
	hits := r.named(n)
	if len(r.Contests) == 1 && len(hits) == 0 && (n.owner != "") == n.figure.Subject {
		return 0, n.owner, nil
	}
	switch {
	case len(hits) == 1:
		return hits[0].at, hits[0].subject, nil
	case len(hits) > 1:
		return 0, "", &slotError{"slot-ambiguous", fmt.Sprintf(
			"{%s} could be of %s or %s. Give the contest’s code instead of its name.", typed, r.Contests[hits[0].at].Name, r.Contests[hits[1].at].Name)}
	case len(r.Contests) == 0:
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s} has no contest to take a figure from. Import or add one first.", typed)}
	case n.figure.Subject && n.owner == "":
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s} has to say whose %s it means. Put a candidate or party and a dot before it.", typed, n.figure.Name)}
	case len(r.Contests) == 1:
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s}: “%s” is not the contest here. Leave it out, or write %s.", typed, n.owner, r.Contests[0].Name)}
	}
	return 0, "", &slotError{"slot-unknown", fmt.Sprintf(
		"{%s} has to say which of the %d contests it means, as in {%s.%s}.", typed, len(r.Contests), r.Contests[0].Name, strings.Trim(typed, ". "))}
}

func rowOf(r election.Result, candidate string) election.Row {
	for _, row := range r.Rows {
		if row.Candidate.ID == candidate {
			return row
		}
	}
	return election.Row{}
}

// findSubject finds the one candidate that a folded name means: by name, by
// surname, by party where it has one candidate, or by the last word of the
// name.
func findSubject(typed string, c election.Contest, name string) (string, *slotError) {
	hits := matching(c.Candidates, name, subjectNames)
	if len(hits) == 0 {
		hits = alike(c.Candidates, name)
	}
	if len(hits) == 0 {
		hits = matching(c.Candidates, name, lastWord)
	}
	switch len(hits) {
	case 0:
		return "", &slotError{"slot-unknown", fmt.Sprintf(
			"{%s}: nobody and no party in %s is called “%s”. Write the name as the table prints it.", typed, c.Name, name)}
	case 1:
		return hits[0].ID, nil
	}
	return "", &slotError{"slot-ambiguous", fmt.Sprintf(
		"{%s}: “%s” could be %s or %s. Write the full name.", typed, name, hits[0].Name(), hits[1].Name())}
}

// matching finds those that go by a folded name; a dot at its end may be left
// out.
func matching[T any](all []T, name string, names func(T) []string) []T {
	var hits []T
	name = strings.TrimRight(name, ".")
	for _, x := range all {
		for _, n := range names(x) {
			if n != "" && strings.TrimRight(text.SearchKey(n), ".") == name {
				hits = append(hits, x)
				break
			}
		}
	}
	return hits
}

func subjectNames(k election.Candidate) []string {
	return append([]string{k.Name(), k.Surname, k.BallotName()}, partyNames(k.Party)...)
}

func partyNames(party election.Party) []string {
	if party.IsIndependent() {
		party = election.Independent
	}
	names := []string{party.Name, party.Short, party.ID}
	if short, ok := strings.CutSuffix(party.Name, " Party"); ok {
		names = append(names, short, strings.TrimPrefix(short, "The "))
	}
	return append(names, party.Name+" Party")
}

// alike finds those whose name or surname package match does not tell from another.
func alike(all []election.Candidate, name string) (hits []election.Candidate) {
	for _, k := range all {
		if match.SameName(k.Name(), name) || match.Fold(k.Surname) == match.Fold(name) {
			hits = append(hits, k)
		}
	}
	return hits
}

func lastWord(k election.Candidate) []string {
	words := strings.Fields(k.Name())
	if len(words) == 0 {
		return nil
	}
	return words[len(words)-1:]
}
