package register

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// apostrophes are the signs that files and keyboards write for one. They go
// before the text is decomposed, since the acute accent alone would become a
// blank there.
var apostrophes = strings.NewReplacer(
	"'", "", "’", "", "‘", "", "‛", "", "ʼ", "", "ʻ", "", "´", "", "`", "", "′", "", "＇", "",
	"&", " and ",
)

// plain are the letters that decomposing leaves as they are.
var plain = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h",
}

// Fold is a text as far as it tells one name from another: small letters
// without accents, digits, and single blanks for hyphens, stops and every
// other sign. Apostrophes and what is invisible leave nothing, and & is the
// word and. A text that has neither letters nor digits is only made small.
func Fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(apostrophes.Replace(s)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			r = unicode.ToLower(r)
			if letters, ok := plain[r]; ok {
				b.WriteString(letters)
			} else {
				b.WriteRune(r)
			}
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		default:
			gap = true
		}
	}
	if b.Len() == 0 {
		return strings.ToLower(s)
	}
	return b.String()
}
