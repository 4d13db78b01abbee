package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// A Part is a piece of text that two versions share, or that one of them has
// alone.
type Part struct {
	Text string
	Was  bool // only the older version has it
	Is   bool // only the newer version has it
}

// Difference tells two versions of a text apart, word by word. The parts that
// are not Is make up the older text, those that are not Was the newer; two
// texts that are the same are one part, and two empty ones none.
func Difference(was, is string) []Part {
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
	var parts []Part
	for _, d := range diffs {
		text := ""
		for _, r := range d.Text {
			if r >= 0xE000 {
				r -= 0x800
			}
			text += words[r-1]
		}
		parts = append(parts, Part{text, d.Type == diffmatchpatch.DiffDelete, d.Type == diffmatchpatch.DiffInsert})
	}
	return parts
}

// wordByWord cuts a text into words, and what stands between them into single
// characters. A figure is one word with its commas and its point, and so is
// "Labour’s".
func wordByWord(text string) []string {
	var out []string
	from, before := -1, rune(0)
	for i, r := range text {
		if isOfWord(r) || from >= 0 && joins(before, text[i:]) {
			if from < 0 {
				from = i
			}
			before = r
			continue
		}
		if from >= 0 {
			out, from = append(out, text[from:i]), -1
		}
		out, before = append(out, string(r)), r
	}
	if from >= 0 {
		out = append(out, text[from:])
	}
	return out
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins reports whether the mark that a text begins with makes one word of
// what stands before it and after it.
func joins(before rune, text string) bool {
	mark, size := utf8.DecodeRuneInString(text)
	after, _ := utf8.DecodeRuneInString(text[size:])
	switch mark {
	case ',', '.':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '’', '\'':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	}
	return false
}
