package blog

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nightdesk/data/election"
)

// Subjects say which contest a sentence speaks of: the only one that it
// names, else the only one that its paragraph names, else the entry's.
type subjects struct {
	contests []election.Contest
	names    []string // folded
	entry    election.Contest
	one      bool // whether the entry has one: the night has no other, or its cards and charts are of no other
}

func newSubjects(r *reading, contests []election.Contest) *subjects {
	s := &subjects{contests: contests}
	for _, c := range contests {
		s.names = append(s.names, strings.TrimSuffix(SearchKey(c.Name), " ward"))
	}
	if len(contests) == 1 {
		s.entry, s.one = contests[0], true
		return s
	}
	var ids []string
	for _, d := range r.directives {
		name := ""
		switch b := d.block.(type) {
		case ResultBlock:
			name = b.Contest
		case ChartBlock:
			name = b.Contest
		}
		if c, ok := FindContest(contests, name); ok && !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
			s.entry = c
		}
	}
	s.one = len(ids) == 1
	return s
}

// of is the contest that a text names, and how many it names. In a night of
// one contest names do not matter.
func (s *subjects) of(text string) (named election.Contest, n int) {
	if len(s.contests) < 2 {
		return election.Contest{}, 0
	}
	key := SearchKey(text)
	for i, name := range s.names {
		if holdsWord(key, name) {
			named = s.contests[i]
			n++
		}
	}
	return named, n
}

// holdsWord reports whether the text holds the word, not just as a part of
// another: "Ely" is not in "likely".
func holdsWord(text, word string) bool {
	if word == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !isWord(before) && !isWord(after) {
			return true
		}
		from = at + len(word)
	}
}
