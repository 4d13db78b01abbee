package paste

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/intake"
)

// blockFile is what problems call the block.
const file = "pasted block"

// Match gives the figures of a pasted block to candidates, who stand in
// ballot-paper order: votes by candidate id. Figures alone must be exactly as
// many as candidates and are taken in that order. With names each line must fit
// one candidate, by full name, by surname, or by party where only one stands for
// it; candidates that the block does not name are left out. Nothing is guessed: a
// line that fits nobody or more than one, or that gives a name with another's
// party, is a problem that names the line, and with a problem there are no votes.
func Match(b Block, candidates []election.Candidate) (votes map[string]election.Count, problems []intake.Problem) {
	m := newMatcher(candidates)
	var named, bare []Line
	for _, l := range b.Lines {
		switch {
		case l.wrong != "":
			problems = append(problems, l.problem(l.wrong))
		case l.isBare():
			bare = append(bare, l)
		default:
			named = append(named, l)
		}
	}
	switch {
	case len(problems) > 0:
	case len(named)+len(bare) == 0:
		problems = append(problems, intake.Problem{File: file, Want: "holds no figures"})
	case len(named) == 0:
		votes, problems = m.inOrder(bare)
	default:
		votes, problems = m.byName(named)
		for _, l := range bare {
			problems = append(problems, l.problem("has a figure but no name, though other lines have names"))
		}
	}
	if len(problems) == 0 {
		problems = m.missed(b.Apart, votes)
	}
	if len(problems) > 0 {
		slices.SortStableFunc(problems, func(a, b intake.Problem) int { return a.Line - b.Line })
		return nil, problems
	}
	return votes, nil
}

func (l Line) problem(want string) intake.Problem {
	return intake.Problem{File: file, Line: l.Number, Value: intake.Shorten(l.Text), Want: want}
}

// isBare reports whether the line is a figure and nothing else.
func (l Line) isBare() bool {
	for _, r := range l.readings {
		if len(nameable(r.words)) == 0 {
			return true
		}
	}
	return false
}

func (m *matcher) inOrder(lines []Line) (map[string]election.Count, []intake.Problem) {
	if len(lines) != len(m.candidates) {
		return nil, []intake.Problem{{File: file, Want: fmt.Sprintf("holds %s for %s; figures without names must be as many as the candidates",
			election.Several(len(lines), "figure", "figures"), election.Several(len(m.candidates), "candidate", "candidates"))}}
	}
	votes := map[string]election.Count{}
	for i, l := range lines {
		votes[m.candidates[i].ID] = l.readings[0].votes
	}
	return votes, nil
}

func (m *matcher) byName(lines []Line) (map[string]election.Count, []intake.Problem) {
	votes := map[string]election.Count{}
	line := map[int]Line{} // by candidate
	var problems []intake.Problem
	for _, l := range lines {
		k, figure, want := m.line(l)
		if want != "" {
			problems = append(problems, l.problem(want))
			continue
		}
		if first, again := line[k]; again {
			problems = append(problems, l.problem(fmt.Sprintf("is %s again, who stands on line %d already", m.candidates[k].Name(), first.Number)))
			continue
		}
		line[k] = l
		votes[m.candidates[k].ID] = figure
	}
	return votes, problems
}

// missed finds lines set apart that name a candidate whose votes no other line
// gives.
func (m *matcher) missed(apart []Line, votes map[string]election.Count) []intake.Problem {
	var problems []intake.Problem
	for _, l := range apart {
		for _, r := range l.readings {
			k, ok := m.onlyName(r.words)
			if !ok {
				continue
			}
			if _, given := votes[m.candidates[k].ID]; given {
				continue
			}
			want := "has no figure for " + m.candidates[k].Name()
			if r.votes.Known() {
				want = m.maybeTotal(k)
			}
			problems = append(problems, l.problem(want))
			break
		}
	}
	return problems
}

func (m *matcher) maybeTotal(k int) string {
	return "may be a total or the votes of " + m.candidates[k].Name() + "; key that one by hand"
}

// line finds the one candidate and the one figure that a line can mean.
func (m *matcher) line(l Line) (candidate int, votes election.Count, want string) {
	found := map[int]election.Count{}
	first := ""
	for _, r := range l.readings {
		k, problem := m.reading(r)
		switch {
		case problem == "":
			if v, again := found[k]; again && v != r.votes {
				return 0, votes, "has two figures that may be the votes, " + v.String() + " and " + r.votes.String()
			}
			found[k], candidate, votes = r.votes, k, r.votes
		case first == "":
			first = problem
		}
	}
	switch {
	case len(found) == 1:
		return candidate, votes, ""
	case len(found) > 1:
		return 0, votes, "may be read in two ways"
	case len(l.readings) > 1 && m.figures(l) > 1:
		return 0, votes, "has more than one figure; leave only the votes"
	}
	return 0, votes, first
}

// figures counts the figures of a line.
func (m *matcher) figures(l Line) int {
	n := 1
	for _, w := range l.readings[0].words {
		if w.kind == wholeToken {
			n++
		}
	}
	return n
}

// reading finds the candidate that one reading of a line means, or says why
// there is none. A number that is not the votes must be in the candidate's name
// or party, and the votes must not be.
func (m *matcher) reading(r lineReading) (candidate int, problem string) {
	k, problem := m.find(r.words)
	if problem != "" {
		return 0, problem
	}
	own := m.own[k]
	spare := own[r.digits]
	for _, w := range r.words {
		if neverVotes[w.text] && !own[w.text] {
			return 0, m.maybeTotal(k)
		}
		if !digits.MatchString(w.text) {
			continue
		}
		if !own[w.text] {
			return 0, "has more than one figure; leave only the votes"
		}
		spare = spare && w.text != r.digits
	}
	if spare {
		return 0, fmt.Sprintf("has a figure, %s, that may be part of a name or a party; key that one by hand", r.digits)
	}
	return k, ""
}

// noise is what stands beside a name and is no part of it.
var noise = wordSet(`candidate candidates vote votes cast polled received elected the for of and
	mr mrs ms miss mx dr prof professor sir dame lord lady rev cllr councillor rt hon mp`)

// nameable are the words that may be of a name or a party.
func nameable(words []token) []token {
	return slices.DeleteFunc(slices.Clone(words), func(w token) bool { return noise[w.text] })
}

// andList is "Ann Lowe and Bo Hart".
func (m *matcher) andList(candidates []int) string {
	var names []string
	for _, k := range candidates {
		names = append(names, m.candidates[k].Name())
	}
	return election.And(slices.Compact(names))
}

// phrase is words as one string, to be looked up.
func phrase(words []token) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
