package proofread

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nightdesk/data/election"
)

// Facts are what the figures in a sentence are compared with: the public
// result of one contest, the results it is compared with itself, and the
// words that candidates and parties go by.
type facts struct {
	contest election.Contest
	results []election.Result // the contest's own, then its baselines'
	words   map[rune][]word   // by their first letter, longest first
	slot    string            // what a slot of this contest starts with: "", "Bush Fair ward."
}

// A word is a name that a sentence may use.
type word struct {
	text string
	mention
}

// A mention is a candidate or party named in a sentence.
type mention struct {
	candidate string   // id of the candidate named, empty for a party
	full      bool     // named with forenames
	surname   bool     // named by surname alone
	parties   []string // ids of the party named, "" for independents
	name      string
}

func newFacts(c election.Contest, among int) *facts {
	public := c.Public()
	s := &facts{contest: c, results: []election.Result{election.Compute(public)}}
	if among > 1 {
		s.slot = c.Name + "."
	}
	for _, b := range c.Baselines {
		s.results = append(s.results, election.Compute(election.Contest{
			Kind: c.Kind, Seats: max(b.Seats, 1), State: election.Declared,
			Electorate: b.Electorate, Verified: b.Verified, Rejected: b.Rejected, Candidates: b.Candidates,
		}))
	}
	s.words = map[rune][]word{}
	for _, w := range s.parties(s.candidates()) {
		first, _ := utf8.DecodeRuneInString(w.text)
		s.words[first] = append(s.words[first], w)
	}
	for _, words := range s.words {
		slices.SortFunc(words, func(a, b word) int {
			return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
		})
	}
	return s
}

func (s *facts) candidates() []word {
	var words []word
	surnames := map[string]int{}
	for _, k := range s.contest.Candidates {
		surnames[k.Surname]++
	}
	for _, k := range s.contest.Candidates {
		m := mention{candidate: k.ID, name: k.Name()}
		if k.Forenames != "" && k.Surname != "" {
			full := m
			full.full = true
			words = append(words, word{straight(k.Name()), full})
		}
		if surnames[k.Surname] == 1 && k.Surname != "" {
			m.surname = true
			words = append(words, word{straight(k.Surname), m})
		}
	}
	return words
}

// proseNames are the names that prose has for parties beside those of the
// table, by the party's id.
var proseNames = map[string][]string{
	"PP52":   {"Conservatives", "Conservative", "Tories", "Tory", "Con"},
	"PP53":   {"Labour", "Lab"},
	"PP90":   {"Liberal Democrats", "Liberal Democrat", "Lib Dems", "Lib Dem", "LD"},
	"PP63":   {"Greens", "Green Party", "Green"},
	"PP7931": {"Reform UK", "Reform"},
	"PP102":  {"SNP"},
	"PP77":   {"Plaid Cymru", "Plaid"},
	"PP85":   {"UKIP", "Ukip"},
}

// parties adds to the candidates the parties that stand or stood here, and
// those that a sentence may name anywhere. A word that is also a candidate's
// surname is neither's.
func (s *facts) parties(words []word) []word {
	names := map[string][]string{} // ids by name
	add := func(id, name string) {
		name = straight(name)
		if len(name) > 1 && !slices.Contains(names[name], id) {
			names[name] = append(names[name], id)
		}
	}
	for id, all := range proseNames {
		for _, name := range all {
			add(id, name)
		}
	}
	for _, r := range s.results {
		for _, k := range r.Contest.Candidates {
			if !k.Party.IsIndependent() && k.Party.ID != "" {
				add(k.Party.ID, k.Party.Name)
				add(k.Party.ID, k.Party.Short)
				add(k.Party.ID, strings.TrimPrefix(strings.TrimSuffix(k.Party.Name, " Party"), "The "))
			}
		}
	}
	for _, name := range []string{"Independent", "independent", "Ind"} {
		add("", name)
	}
	for name, ids := range names {
		i := slices.IndexFunc(words, func(w word) bool { return w.text == name })
		if i >= 0 {
			words = slices.Delete(words, i, i+1)
			continue
		}
		words = append(words, word{name, mention{parties: ids, name: name}})
	}
	return words
}

// row is the line of a result that a mention means: the candidate's own, or
// that of the party's only candidate.
func (m mention) row(r election.Result) (election.Row, bool) {
	var found []election.Row
	for _, row := range r.Rows {
		if m.candidate != "" && row.Candidate.ID == m.candidate ||
			m.candidate == "" && row.Candidate.Party.ID != "" && slices.Contains(m.parties, row.Candidate.Party.ID) {
			found = append(found, row)
		}
	}
	if len(found) != 1 {
		return election.Row{}, false
	}
	return found[0], true
}

// then is the line of a baseline's result for the same party.
func (s *facts) then(m mention, r election.Result) (election.Row, bool) {
	if m.candidate != "" {
		k, _ := s.contest.Candidate(m.candidate)
		if k.Party.ID == "" {
			return election.Row{}, false
		}
		m = mention{parties: []string{k.Party.ID}}
	}
	return m.row(r)
}

// straight makes typographic quotes, dashes and blanks plain, one character
// for one.
func straight(s string) string { return strings.Map(straightRune, s) }

func straightRune(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—', '−', '‑', '‐':
		return '-'
	case '\u00a0', '\u2009', '\u202f', '\t', '\n':
		return ' '
	}
	if r >= firstMention && r <= lastMention {
		return '?'
	}
	return r
}
