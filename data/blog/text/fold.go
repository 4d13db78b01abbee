package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folds are the letters and signs that decomposing does not make plain.
var folds = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i",
	'‘': "'", '’': "'", '‚': "'", '‛': "'", 'ʼ': "'", '′': "'", '`': "'",
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
}

// SearchKey folds s for finding it again: case, accents, curly quotes, dashes
// and the width of blanks make no difference, and what is invisible is gone.
func SearchKey(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.Is(unicode.Mn, r), IsInvisible(r):
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		if plain, ok := folds[r]; ok {
			b.WriteString(plain)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// IsInvisible reports whether r shows nothing itself or turns the direction
// of what is round it: format characters (the zero-width ones, the bidi
// controls, the soft hyphen), the line and paragraph separators and the
// blank letters of Hangul.
func IsInvisible(r rune) bool {
	switch r {
	case '\u2028', '\u2029', '\u115f', '\u1160', '\u3164', '\uffa0', '\u034f':
		return true
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
