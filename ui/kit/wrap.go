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

// Wrap breaks text into at most most lines no wider than width, between words
// where it can. Text that does not fit ends in an ellipsis.
func Wrap(text string, size float32, bold bool, width float32, most int) []string {
	var lines []string
	space := advance(' ', size, bold)
	var line strings.Builder
	used := float32(0)
	end := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsSeq(text) {
		w := float32(0)
		for _, r := range word {
			w += advance(r, size, bold)
		}
		if used > 0 && used+space+w > width {
			if len(lines) == most-1 {
				return append(lines, Fit(line.String()+" "+word, size, fyne.TextStyle{Bold: bold}, width-advance('…', size, bold)))
			}
			end()
		}
		if used > 0 {
			line.WriteByte(' ')
			used += space
		}
		line.WriteString(word)
		used += w
	}
	if used > 0 {
		end()
	}
	return lines
}
