package paste

import (
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

// A matcher knows the candidates of a ballot paper by their words.
type matcher struct {
	candidates         []election.Candidate
	forenames, surname [][]string        // words, folded
	parties            map[string][]int  // who stands for a party, by what it may be called
	longest            int               // words of the longest of these
	own                []map[string]bool // all words of a candidate's name and parties
}

func newMatcher(candidates []election.Candidate) *matcher {
	m := &matcher{candidates: candidates, parties: map[string][]int{}}
	for i, k := range candidates {
		m.forenames = append(m.forenames, foldWords(k.Forenames))
		m.surname = append(m.surname, foldWords(k.Surname))
		own := map[string]bool{}
		for _, word := range slices.Concat(m.forenames[i], m.surname[i]) {
			own[word] = true
		}
		for _, name := range partyNames(k) {
			words := foldWords(name)
			key := strings.Join(words, " ")
			for _, word := range words {
				own[word] = true
			}
			if key != "" && !slices.Contains(m.parties[key], i) {
				m.parties[key] = append(m.parties[key], i)
				m.longest = max(m.longest, len(words))
			}
		}
		m.own = append(m.own, own)
	}
	return m
}

func foldWords(s string) []string {
	return strings.Fields(register.Fold(s))
}

// partyNames is everything that a candidate's party may be called.
func partyNames(k election.Candidate) []string {
	if k.Party.IsIndependent() {
		return []string{"Independent", "Ind", k.Description}
	}
	names := []string{k.Party.Name, k.Party.Short, k.Description, k.Party.ID}
	names = append(names, register.Names(k.Party.ID)...)
	for _, name := range names[:3] {
		if key := register.Key(name); key != "" {
			names = append(names, key, key+" party")
		}
	}
	return names
}

// A span is a run of a line's words that names a party.
type span struct {
	from, to int
	of       []int // who stands for it
}

func (s span) overlaps(used []bool) bool { return slices.Contains(used[s.from:s.to], true) }

// spans are the parties that the words name, without those that are only part of
// a longer name.
func (m *matcher) spans(words []token) []span {
	var spans []span
	for from := range words {
		for to := min(from+m.longest, len(words)); to > from; to-- {
			if of := m.parties[phrase(words[from:to])]; len(of) > 0 {
				if n := len(spans); n == 0 || to > spans[n-1].to {
					spans = append(spans, span{from, to, of})
				}
				break
			}
		}
	}
	return spans
}

// How surely words name a candidate.
const (
	notNamed   = iota
	byParty    // the surname, and the party agrees
	bySurname  // the surname and nothing else
	byForename // the surname, and a forename agrees
	byFullName // every word of the name
)

// A fit is one way in which words name a candidate.
type fit struct {
	candidate, level int
	used             []bool // the words of the name
	marked           bool   // the writing shows which word is the surname
}

// find is the candidate that words mean, or says why it is nobody.
func (m *matcher) find(words []token) (candidate int, problem string) {
	spans := m.spans(words)
	best := m.best(words, spans)
	switch len(best) {
	case 0:
		return m.byPartyAlone(words, spans)
	case 1:
		return best[0].candidate, m.contradiction(best[0], spans)
	}
	var among []int
	for _, f := range best {
		among = append(among, f.candidate)
	}
	return 0, "may be " + strings.Replace(m.andList(among), " and ", " or ", 1) + "; give the full name or the party"
}

// onlyName is the candidate whom words name without a doubt.
func (m *matcher) onlyName(words []token) (candidate int, ok bool) {
	spans := m.spans(words)
	best := m.best(words, spans)
	if len(best) != 1 || m.contradiction(best[0], spans) != "" {
		return -1, false
	}
	return best[0].candidate, true
}

// best are the likeliest fits: one where the words are clear, none where they
// name nobody.
func (m *matcher) best(words []token, spans []span) []fit {
	var best []fit
	for k := range m.candidates {
		f := m.fit(k, words, spans)
		switch {
		case f.level == notNamed || len(best) > 0 && f.level < best[0].level:
		case len(best) > 0 && f.level == best[0].level:
			best = append(best, f)
		default:
			best = []fit{f}
		}
	}
	for _, better := range []func(a, b fit) bool{m.saysMore, m.rightWayRound, func(a, b fit) bool { return m.hasParty(a, spans) && !m.hasParty(b, spans) }} {
		if len(best) < 2 {
			break
		}
		best = slices.DeleteFunc(slices.Clone(best), func(b fit) bool {
			return slices.ContainsFunc(best, func(a fit) bool { return better(a, b) })
		})
	}
	return best
}

// saysMore reports whether a takes up every word that b does, and more: "Ann
// Mary Smith" is not Ann Smith where both stand.
func (m *matcher) saysMore(a, b fit) bool {
	more := false
	for i := range a.used {
		if b.used[i] && !a.used[i] {
			return false
		}
		more = more || a.used[i] && !b.used[i]
	}
	return more
}

// rightWayRound reports whether a takes that word for the surname which the
// writing shows to be it, and b does not: "MARTIN James" is not Martin James.
func (m *matcher) rightWayRound(a, b fit) bool { return a.marked && !b.marked }

func (m *matcher) hasParty(f fit, spans []span) bool {
	return slices.ContainsFunc(spans, func(s span) bool { return !s.overlaps(f.used) && slices.Contains(s.of, f.candidate) })
}

// contradiction says what speaks against a fit: another's party stands beside the
// name, or the surname alone is also another's party.
func (m *matcher) contradiction(f fit, spans []span) string {
	name := m.candidates[f.candidate].Name()
	if m.hasParty(f, spans) {
		return ""
	}
	for _, s := range spans {
		switch {
		case !s.overlaps(f.used):
			return "names " + name + " but the party of " + m.andList(s.of)
		case f.level == bySurname && !slices.Contains(s.of, f.candidate):
			return "may be " + name + " or the party of " + m.andList(s.of)
		}
	}
	return ""
}

// byPartyAlone is the candidate of the one party that words name and nothing
// else.
func (m *matcher) byPartyAlone(words []token, spans []span) (candidate int, problem string) {
	used := make([]bool, len(words))
	var of []int
	for i, s := range spans {
		for j := s.from; j < s.to; j++ {
			used[j] = true
		}
		if i == 0 {
			of = slices.Clone(s.of)
		}
		of = slices.DeleteFunc(of, func(k int) bool { return !slices.Contains(s.of, k) })
	}
	rest := m.rest(words, used)
	switch {
	case len(rest) > 0 || len(spans) == 0:
		return 0, m.nobody(words)
	case len(of) == 0:
		return 0, "names more than one party"
	case len(of) > 1:
		return 0, "gives a party that " + m.andList(of) + " stand for; give the name"
	}
	return of[0], ""
}

// nobody says that words name no candidate, and who comes near.
func (m *matcher) nobody(words []token) string {
	var near []int
	for k, surname := range m.surname {
		if len(places(words, surname)) > 0 {
			near = append(near, k)
		}
	}
	if len(near) == 0 {
		return "names no candidate of this ballot paper"
	}
	return "names no candidate of this ballot paper for certain, though " + m.andList(near) + " comes near"
}
