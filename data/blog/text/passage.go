package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Span is a piece of a text by byte offsets.
type Span struct{ From, To int }

// A Passage is the running text of one block, its slots filled in, with the
// way back to the text as typed.
type Passage struct {
	// Foreign is whether it is quoted, captured or in a table: none of the
	// reporter's own words.
	Foreign bool
	Slots   []PassageSlot // in order

	text   []byte
	at     []int  // offset in the typed text of each byte of text
	masked []Span // slots, struck text and bare addresses
}

// A PassageSlot is a slot, without its braces, and where it stands in the
// passage.
type PassageSlot struct {
	Slot string
	Span
}

// String is the passage as it prints, without marks.
func (p *Passage) String() string { return string(p.text) }

// Claimed is the passage with everything blanked out, byte for byte, that the
// reporter does not claim in words: slots, struck text and bare addresses.
func (p *Passage) Claimed() string {
	text := append([]byte(nil), p.text...)
	for _, m := range p.masked {
		for i := m.From; i < m.To; i++ {
			text[i] = 1
		}
	}
	return string(text)
}

// Typed is the place in the typed text of a piece of the passage that is not
// empty.
func (p *Passage) Typed(s Span) (from, to int) { return p.at[s.From], p.at[s.To-1] + 1 }

// Sentences cuts running text into sentences, in order. A stop ends one where
// a blank follows, and after it something that is no lower-case letter; a stop
// after a single capital is an initial. The end of a line ends one too.
func Sentences(text string) []Span {
	var spans []Span
	from := 0
	for i := 0; i < len(text); i++ {
		if !strings.ContainsRune(".!?\n", rune(text[i])) {
			continue
		}
		end := i + 1
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !strings.ContainsRune(`"')]’”.!?`, r) {
				break
			}
			end += size
		}
		if text[i] != '\n' && !endsSentence(text, from, i, end) {
			continue
		}
		spans = append(spans, Span{from, end})
		from, i = end, end-1
	}
	if strings.TrimSpace(text[from:]) != "" {
		spans = append(spans, Span{from, len(text)})
	}
	return spans
}

func endsSentence(text string, from, stop, end int) bool {
	after := strings.TrimLeft(text[end:], " \u00a0")
	if after == "" {
		return true
	}
	if len(after) == len(text[end:]) && after[0] != '\n' {
		return false
	}
	if text[stop] == '.' && isInitial(text[from:stop]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLower(r)
}

// isInitial reports whether the text ends in a capital that stands alone.
func isInitial(text string) bool {
	r, size := utf8.DecodeLastRuneInString(text)
	if !unicode.IsUpper(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return before == utf8.RuneError || unicode.IsSpace(before)
}
