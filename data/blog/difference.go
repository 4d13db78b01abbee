package blog

import (
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// A Span is a piece of text that two versions share, or that one of them has
// alone.
type Span struct {
	Text string
	Was  bool // only the older version has it
	Is   bool // only the newer version has it
}

// Difference tells two versions of a text apart, word by word. The spans that
// are not Is make up the older text, those that are not Was the newer; two
// texts that are the same are one span, and two empty ones none.
func Difference(was, is string) []Span {
	// Every word becomes one rune, so that no word is told apart by letters.
	runes, words := map[string]rune{}, []string{}
	number := func(text string) []rune {
		var out []rune
		for _, w := range wordByWord(text) {
			r, known := runes[w]
			if !known {
				r = rune(len(words) + 1)
				if r >= 0xD800 {
					r += 0x800 // past the surrogates, which are no characters
				}
				runes[w], words = r, append(words, w)
			}
			out = append(out, r)
		}
		return out
	}
	differ := diffmatchpatch.New()
	differ.DiffTimeout = 0 // or it would depend on the machine
	diffs := differ.DiffCleanupSemantic(differ.DiffMainRunes(number(was), number(is), false))
	var spans []Span
	for _, d := range diffs {
		text := ""
		for _, r := range d.Text {
			if r >= 0xE000 {
				r -= 0x800
			}
			text += words[r-1]
		}
		spans = append(spans, Span{text, d.Type == diffmatchpatch.DiffDelete, d.Type == diffmatchpatch.DiffInsert})
	}
	return spans
}

// wordByWord cuts a text into words, and what stands between them into single
// characters.
func wordByWord(text string) []string {
	var out []string
	from := -1
	for i, r := range text {
		inWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if inWord {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			out, from = append(out, text[from:i]), -1
		}
		out = append(out, string(r))
	}
	if from >= 0 {
		out = append(out, text[from:])
	}
	return out
}
