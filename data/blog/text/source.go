package text

import (
	"strings"
	"unicode/utf8"
)

// A source is an entry's text made fit for parsing, with the way back to the
// text as typed.
type source struct {
	text []byte
	at   []int // offset in the typed text of each byte of text; nil where they are one
}

// typed is the offset in the typed text of an offset in s.text.
func (s source) typed(offset int) int {
	if s.at == nil {
		return offset
	}
	if offset >= len(s.at) {
		offset = len(s.at) - 1
	}
	return s.at[offset]
}

// newSource ends lines with a line feed, turns tabs into spaces (four at the
// start of a line, where they indent; one elsewhere), drops control
// characters and replaces what is no UTF-8. Nothing visible is lost.
func newSource(typed string) source {
	if isPlain(typed) {
		return source{text: []byte(typed)}
	}
	var s source
	put := func(piece string, offset int) {
		s.text = append(s.text, piece...)
		for range len(piece) {
			s.at = append(s.at, offset)
		}
	}
	lead := true
	for i := 0; i < len(typed); {
		r, size := utf8.DecodeRuneInString(typed[i:])
		switch {
		case r == '\r':
			if !strings.HasPrefix(typed[i+1:], "\n") {
				put("\n", i)
			}
		case r == '\t' && lead:
			put("    ", i)
		case r == '\t':
			put(" ", i)
		case isControl(r):
		default:
			put(string(r), i)
		}
		lead = r == '\n' || r == '\r' || lead && (r == ' ' || r == '\t')
		i += size
	}
	s.at = append(s.at, len(typed))
	return s
}

// isPlain reports whether the text can be parsed as it is.
func isPlain(typed string) bool {
	for _, r := range typed {
		if r == '\t' || r == utf8.RuneError || isControl(r) {
			return false
		}
	}
	return true
}

// isControl reports whether r is a control character of the C0 or C1 set
// other than the line feed and the tab.
func isControl(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f
}
