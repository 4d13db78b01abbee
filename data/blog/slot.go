package blog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"nightdesk/data/election"
)

// A board is where slots are looked up: the contests and councils of a night
// with what is public of their results, worked out when first asked for. It can be read
// from several goroutines.
type board struct {
	Returns
	results  []func() election.Result        // as Contests
	councils []func() election.CouncilResult // as Councils
	names    func() [][]string               // as Contests, folded
	known    sync.Map                        // what was looked up, by the slot as typed
}

// An answer is a slot's figure or why it has none.
type answer struct {
	figure  Frozen
	problem *slotError
}

func newBoard(r Returns) *board {
	b := &board{Returns: r}
	b.names = sync.OnceValue(func() (names [][]string) {
		for _, c := range r.Contests {
			names = append(names, contestNames(c))
		}
		return names
	})
	for _, c := range r.Contests {
		b.results = append(b.results, sync.OnceValue(func() election.Result { return election.Compute(c.Public()) }))
	}
	for _, c := range r.Councils {
		b.councils = append(b.councils, sync.OnceValue(func() election.CouncilResult { return election.ComputeCouncil(c, wardsOf(c, r.Contests)) }))
	}
	return b
}

// Live resolves slots against the public figures of a night as they stand, for
// a preview.
func Live(r Returns) Figures {
	b := newBoard(r)
	return func(slot string) (string, bool) {
		f, problem := b.resolve(slot)
		return f.Value, problem == nil
	}
}

// A slotError says why a slot has no figure.
type slotError struct{ code, text string }

// withoutFigure is the code of a slot that is right and has no figure.
const withoutFigure = "slot-without-figure"

// slotName is a slot taken apart: what stands before the figure, and which
// figure in which format.
type slotName struct {
	owner  string // folded; empty where the contest's own figure was asked for
	figure Slot
	format string
}

// resolve finds the value of a slot typed without its braces.
func (b *board) resolve(typed string) (Frozen, *slotError) {
	if a, ok := b.known.Load(typed); ok {
		return a.(answer).figure, a.(answer).problem
	}
	figure, problem := b.lookUp(typed)
	b.known.Store(typed, answer{figure, problem})
	return figure, problem
}

func (b *board) lookUp(typed string) (Frozen, *slotError) {
	name, problem := cutSlot(typed)
	if len(b.named(name)) == 0 {
		switch at, rest, hits := b.councilNamed(typed); {
		case hits == 1:
			return b.ofCouncil(typed, at, rest)
		case hits > 1:
			return Frozen{}, &slotError{"slot-ambiguous", fmt.Sprintf("{%s} could be of two councils. Give the council’s code instead of its name.", typed)}
		}
	}
	if problem != nil {
		return Frozen{}, problem
	}
	at, subject, problem := b.contestOf(typed, name)
	if problem != nil {
		return Frozen{}, problem
	}
	c := b.Contests[at]
	s := scope{Result: b.results[at]()}
	if name.figure.Subject {
		id, problem := findSubject(typed, c, subject)
		if problem != nil {
			return Frozen{}, problem
		}
		s.row = rowOf(s.Result, id)
	}
	// Where nobody voted there is no figure to keep back, and who is elected
	// unopposed is no secret.
	if !c.IsPublic(name.figure.measure) && c.State != election.Uncontested {
		return Frozen{}, &slotError{"slot-not-public", fmt.Sprintf(
			"{%s} is not public yet: %s is %s. Publish the entry later, or write it without the figure.", typed, c.Name, c.State)}
	}
	v := name.figure.value(s)
	if !v.known() {
		return Frozen{}, &slotError{withoutFigure, fmt.Sprintf(
			"There is no figure for {%s} in %s. Check what has been keyed, or write the entry without it.", typed, c.Name)}
	}
	return Frozen{Slot: typed, Value: v.print(name.format), Contest: c.ID, Revision: c.Revision}, nil
}

// cutSlot takes a slot of a contest apart.
func cutSlot(typed string) (slotName, *slotError) {
	body, format := cutFormat(typed)
	n, ok := cutFigure(body, contestSlots, func(string, Slot) bool { return true })
	if !ok {
		return n, &slotError{"slot-unknown", fmt.Sprintf(
			`{%s} names no figure. Take one from the list of figures, or type \{ for a brace.`, typed)}
	}
	n.format = format
	return n, n.checkFormat(typed)
}

// cutFormat folds a slot and takes the format from its end.
func cutFormat(typed string) (body, format string) {
	body, format = SearchKey(typed), "plain"
	if colon := strings.LastIndexByte(body, ':'); colon >= 0 {
		format = cmp.Or(strings.TrimSpace(body[colon+1:]), format)
		body = strings.TrimSpace(body[:colon])
	}
	return body, format
}

// cutFigure takes the longest name of a figure from the end of a folded slot,
// since the names before it may hold dots.
func cutFigure(body string, among []Slot, fits func(owner string, figure Slot) bool) (n slotName, ok bool) {
	longest := ""
	for _, figure := range among {
		for _, name := range append([]string{figure.Name}, figure.Also...) {
			owner, found := strings.CutSuffix(body, name)
			if found && (owner == "" || strings.HasSuffix(owner, ".")) && len(name) > len(longest) && fits(owner, figure) {
				longest = name
				n.owner, n.figure = strings.TrimSuffix(owner, "."), figure
			}
		}
	}
	return n, longest != ""
}

func (n slotName) checkFormat(typed string) *slotError {
	if slices.Contains(n.figure.Formats, n.format) {
		return nil
	}
	return &slotError{"slot-format", fmt.Sprintf(
		"{%s}: %s cannot be printed as “%s”. It can as %s.", typed, n.figure.Name, n.format, strings.Join(n.figure.Formats, ", "))}
}

// A hit is a contest that a slot names, and what of the slot's owner is left to
// name a candidate or party.
type hit struct {
	at      int
	subject string
}

// named finds the contests that a slot names.
func (b *board) named(n slotName) []hit {
	var hits []hit
	for i, names := range b.names() {
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
func (b *board) contestOf(typed string, n slotName) (at int, subject string, problem *slotError) {
	hits := b.named(n)
	if len(b.Contests) == 1 && len(hits) == 0 && (n.owner != "") == n.figure.Subject {
		return 0, n.owner, nil
	}
	switch {
	case len(hits) == 1:
		return hits[0].at, hits[0].subject, nil
	case len(hits) > 1:
		return 0, "", &slotError{"slot-ambiguous", fmt.Sprintf(
			"{%s} could be of %s or %s. Give the contest’s code instead of its name.", typed, b.Contests[hits[0].at].Name, b.Contests[hits[1].at].Name)}
	case len(b.Contests) == 0:
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s} has no contest to take a figure from. Import or add one first.", typed)}
	case n.figure.Subject && n.owner == "":
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s} has to say whose %s it means. Put a candidate or party and a dot before it.", typed, n.figure.Name)}
	case len(b.Contests) == 1:
		return 0, "", &slotError{"slot-unknown", fmt.Sprintf("{%s}: “%s” is not the contest here. Leave it out, or write %s.", typed, n.owner, b.Contests[0].Name)}
	}
	return 0, "", &slotError{"slot-unknown", fmt.Sprintf(
		"{%s} has to say which of the %d contests it means, as in {%s.%s}.", typed, len(b.Contests), b.Contests[0].Name, strings.Trim(typed, ". "))}
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
			if n != "" && strings.TrimRight(SearchKey(n), ".") == name {
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

func lastWord(k election.Candidate) []string {
	words := strings.Fields(k.Name())
	if len(words) == 0 {
		return nil
	}
	return words[len(words)-1:]
}
