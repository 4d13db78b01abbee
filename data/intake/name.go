package intake

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nightdesk/data/election"
)

// Fold is a name as far as it tells things apart: small letters without
// accents, digits, and single spaces for everything else but apostrophes. A
// name that has none of these is only made small.
func Fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return strings.ToLower(s)
	}
	return b.String()
}

// particles begin a surname of several words: "te Velde", "Ap Harri".
var particles = map[string]bool{
	"ab": true, "al": true, "ap": true, "bin": true, "da": true, "de": true,
	"del": true, "den": true, "der": true, "di": true, "du": true, "el": true,
	"ferch": true, "ibn": true, "la": true, "le": true, "mac": true, "st": true,
	"te": true, "ter": true, "van": true, "von": true,
}

// splitName parts a name that is written in one. "Mortimer, Jill" is taken at
// its comma; else the last word is the surname, with the particles before it.
func splitName(name string) (forenames, surname string) {
	if before, after, ok := strings.Cut(name, ","); ok {
		return strings.TrimSpace(after), strings.TrimSpace(before)
	}
	words := strings.Fields(name)
	from := len(words) - 1
	for from > 1 && particles[Fold(words[from-1])] {
		from--
	}
	if from < 1 {
		return "", strings.Join(words, " ")
	}
	return strings.Join(words[:from], " "), strings.Join(words[from:], " ")
}

// ballotOrder sorts candidates as they stand on the ballot paper.
func ballotOrder(candidates []election.Candidate) {
	slices.SortStableFunc(candidates, func(a, b election.Candidate) int {
		if c := strings.Compare(Fold(a.Surname), Fold(b.Surname)); c != 0 {
			return c
		}
		return strings.Compare(Fold(a.Forenames), Fold(b.Forenames))
	})
}
