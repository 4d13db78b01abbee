package proofread

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// Subjects say which contest a sentence speaks of: the only one that it
// names, else the only one that its paragraph names, else the entry's.
type subjects struct {
	contests []election.Contest
	names    []string // folded, as text does
	folded   []string // as package match does
	entry    election.Contest
	one      bool // whether the entry has one: the night has no other, or its cards and charts are of no other
}

func newSubjects(r *text.Reading, contests []election.Contest) *subjects {
	s := &subjects{contests: contests}
	for _, c := range contests {
		s.names = append(s.names, strings.TrimSuffix(text.SearchKey(c.Name), " ward"))
		s.folded = append(s.folded, strings.TrimSuffix(match.Fold(c.Name), " ward"))
	}
	if len(contests) == 1 {
		s.entry, s.one = contests[0], true
		return s
	}
	var ids []string
	for _, d := range r.Directives {
		name := ""
		switch b := d.Block.(type) {
		case text.ResultBlock:
			name = b.Contest
		case text.ChartBlock:
			name = b.Contest
		}
		if c, ok := blog.FindContest(contests, name); ok && !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
			s.entry = c
		}
	}
	s.one = len(ids) == 1
	return s
}

// of is the contest that a text names, and how many it names. In a night of
// one contest names do not matter.
func (s *subjects) of(prose string) (named election.Contest, n int) {
	if len(s.contests) < 2 {
		return election.Contest{}, 0
	}
	key := text.SearchKey(prose)
	folded := match.Fold(prose) + "\n" + match.Fold(possessive.Replace(prose))
	for i, name := range s.names {
		if holdsWord(key, name) || holdsWord(folded, s.folded[i]) {
			named = s.contests[i]
			n++
		}
	}
	return named, n
}

// possessive parts the ending of a possessive from its name.
var possessive = strings.NewReplacer("'s", " s", "’s", " s")

// holdsWord reports whether a text holds the word, not just as a part of
// another: "Ely" is not in "likely".
func holdsWord(in, word string) bool {
	if word == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(in[from:], word)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(in[:at])
		after, _ := utf8.DecodeRuneInString(in[at+len(word):])
		if !isWord(before) && !isWord(after) {
			return true
		}
		from = at + len(word)
	}
}
