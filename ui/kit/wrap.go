package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

type glyph struct {
	r    rune
	size float32
	bold bool
}

// advances holds how wide each character is, measured once. It belongs to the
// window's goroutine.
var advances = map[glyph]float32{}

func advance(r rune, size float32, bold bool) float32 {
	g := glyph{r, size, bold}
	w, ok := advances[g]
	if !ok {
		w = fyne.MeasureText(string(r), size, fyne.TextStyle{Bold: bold}).Width
		advances[g] = w
	}
	return w
}

// advanceOf is how wide a word is.
func advanceOf(word string, size float32, bold bool) float32 {
	w := float32(0)
	for _, r := range word {
		w += advance(r, size, bold)
	}
	return w
}

// Wrap breaks text into at most most lines no wider than width, between words
// where it can and within a word that is wider than a line. Text that does not
// fit ends in an ellipsis.
func Wrap(text string, size float32, bold bool, width float32, most int) []string {
	var lines []string
	space := advance(' ', size, bold)
	line, used := "", float32(0)
	for word := range strings.FieldsSeq(text) {
		w := advanceOf(word, size, bold)
		if used > 0 && used+space+w > width {
			if len(lines) == most-1 {
				return append(lines, cut(line+" "+word, size, bold, width))
			}
			lines, line, used = append(lines, line), "", 0
		}
		for w > width {
			if len(lines) == most-1 {
				return append(lines, cut(word, size, bold, width))
			}
			n := fitting(word, size, bold, width)
			lines, word = append(lines, word[:n]), word[n:]
			w = advanceOf(word, size, bold)
		}
		if used > 0 {
			line, used = line+" ", used+space
		}
		line, used = line+word, used+w
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}

// fitting is how many bytes of a word fit a width, one character at least.
func fitting(word string, size float32, bold bool, width float32) int {
	used := float32(0)
	for i, r := range word {
		used += advance(r, size, bold)
		if i > 0 && used > width {
			return i
		}
	}
	return len(word)
}

// cut is the beginning of text that fits a width with an ellipsis after it.
func cut(text string, size float32, bold bool, width float32) string {
	short := Fit(text, size, fyne.TextStyle{Bold: bold}, width-advance('…', size, bold))
	return strings.TrimSuffix(short, "…") + "…"
}
