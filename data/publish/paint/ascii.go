package paint

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spelled is what ASCII has for a character beyond it, where taking the accent
// off leaves none.
var spelled = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '‹': "'", '›': "'", '′': "'", 'ʼ': "'",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '−': "-", '—': "--", '―': "--",
	'…': "...", '•': "*", '·': "-", '×': "x", '÷': "/", '±': "+/-", '⁄': "/",
	'£': "GBP ", '€': "EUR ", '¥': "JPY ", '¢': "c", '©': "(c)", '®': "(R)", '™': "(TM)", '°': " degrees", '№': "No.",
	'½': "1/2", '¼': "1/4", '¾': "3/4",
	'ß': "ss", 'ẞ': "SS", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D",
	'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "Th", 'ı': "i", 'ħ': "h", 'Ħ': "H", 'ŋ': "ng", 'Ŋ': "Ng",
	'█': "#", '▉': "#", '▊': "#", '▋': "#", '▌': "#", '▍': "#", '▎': "#", '▏': "|", '│': "|", '─': "-", '○': "o", '●': "*", '→': "->", '←': "<-",
}

// ascii spells a text in ASCII. No character is ever a question mark that was
// none: one that ASCII has nothing for is its code point, "[U+4E2D]", and one
// that cannot be seen is left out.
func ascii(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case Unseen(r):
		default:
			b.WriteString(InASCII(r))
		}
	}
	return b.String()
}

func InASCII(r rune) string {
	if s, ok := spelled[r]; ok {
		return s
	}
	s := ""
	for _, part := range norm.NFKD.String(string(r)) {
		switch {
		case part < 0x80:
			s += string(part)
		case spelled[part] != "":
			s += spelled[part]
		case unicode.IsMark(part):
		default:
			return fmt.Sprintf("[U+%04X]", r)
		}
	}
	return s
}

// Unseen reports whether a character is not seen by itself: accents that stand
// alone, marks of direction, joiners, selectors.
func Unseen(r rune) bool {
	return unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// references writes every character beyond ASCII in finished HTML as a
// numeric reference, which is read again as the same character.
func references(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
	}
	return b.String()
}
