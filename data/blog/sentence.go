package blog

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentencesWith prints the sentences of a text that hold one of the figures,
// in order.
func sentencesWith(text string, figures []Frozen, values Figures) string {
	var found []string
	for _, p := range read(text, values).passages {
		for _, s := range sentences(string(p.text)) {
			if p.holds(s, figures) {
				found = append(found, strings.ReplaceAll(strings.TrimSpace(string(p.text[s.from:s.to])), "\n", " "))
			}
		}
	}
	return strings.Join(found, " ")
}

func (p *passage) holds(s span, figures []Frozen) bool {
	return slices.ContainsFunc(p.figures, func(f passageFigure) bool {
		return f.from >= s.from && f.from < s.to &&
			slices.ContainsFunc(figures, func(x Frozen) bool { return x.Slot == f.slot })
	})
}

// A span is a piece of a text by byte offsets.
type span struct{ from, to int }

// sentences cuts running text into sentences. A stop ends one where a blank
// follows, and after it something that is no lower-case letter; a stop after a
// single capital is an initial.
func sentences(text string) []span {
	var spans []span
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
		spans = append(spans, span{from, end})
		from, i = end, end-1
	}
	if strings.TrimSpace(text[from:]) != "" {
		spans = append(spans, span{from, len(text)})
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
