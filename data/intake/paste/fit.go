package paste

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fit is the surest way in which words name a candidate.
func (m *matcher) fit(k int, words []token, spans []span) fit {
	best := fit{candidate: k}
	for _, at := range places(words, m.surname[k]) {
		if f := m.fitAt(k, at, words, spans); f.level > best.level {
			best = f
		}
	}
	return best
}

// fitAt takes the candidate's surname to stand at one place.
func (m *matcher) fitAt(k, at int, words []token, spans []span) fit {
	end := at + len(m.surname[k])
	f := fit{candidate: k, used: make([]bool, len(words))}
	for i := at; i < end; i++ {
		f.used[i] = true
	}
	found := m.takeForenames(k, words, f.used)
	last := words[end-1]
	f.marked = at == 0 && last.comma || last.caps && slices.ContainsFunc(words, func(w token) bool { return w.kind == wordToken && !w.caps && utf8.RuneCountInString(w.text) > 1 })

	others := slices.Clone(f.used)
	ownParty := false
	for _, s := range spans {
		if s.overlaps(f.used) {
			continue
		}
		ownParty = ownParty || slices.Contains(s.of, k)
		for i := s.from; i < s.to; i++ {
			others[i] = true
		}
	}
	rest := m.rest(words, others)
	switch {
	case found == len(m.forenames[k]) && (found > 0 || len(rest) == 0):
		f.level = byFullName
	case found > 0 || m.agrees(k, rest, f.used, words):
		f.level = byForename
	case len(rest) == 0:
		f.level = bySurname
	case ownParty && (at == 0 && last.comma || !slices.ContainsFunc(rest, func(i int) bool { return i > at })):
		f.level = byParty
	}
	return f
}

// places are where a run of words begins.
func places(words []token, run []string) []int {
	var at []int
	for i := 0; len(run) > 0 && i+len(run) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(run)], run, func(w token, s string) bool { return w.text == s }) {
			at = append(at, i)
		}
	}
	return at
}

// takeForenames marks the candidate's forenames among the words as used, and
// returns how many of them are there.
func (m *matcher) takeForenames(k int, words []token, used []bool) int {
	found := 0
	for _, name := range m.forenames[k] {
		for i, w := range words {
			if w.text == name && !used[i] {
				used[i] = true
				found++
				break
			}
		}
	}
	return found
}

// agrees reports whether one of the words that are left is the initial of a
// forename, or short for one: "J", "Sam" for Samantha. It is marked as used.
func (m *matcher) agrees(k int, rest []int, used []bool, words []token) bool {
	const short = 3
	for _, i := range rest {
		w := words[i].text
		for _, name := range m.forenames[k] {
			n := min(utf8.RuneCountInString(w), utf8.RuneCountInString(name))
			if n != 1 && n < short || !strings.HasPrefix(name, w) && !strings.HasPrefix(w, name) {
				continue
			}
			used[i] = true
			return true
		}
	}
	return false
}

// rest are the places of the words that are not used, noise left out.
func (m *matcher) rest(words []token, used []bool) []int {
	var rest []int
	for i, w := range words {
		if !used[i] && !noise[w.text] {
			rest = append(rest, i)
		}
	}
	return rest
}
