package chart

import (
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// slack is how much wider than DejaVu Sans a reader's font may run before
// texts touch. DejaVu is itself among the widest of the common sans-serifs.
const slack = 1.12

// A typeface measures text by a font's own advance widths, in font units, and
// keeps those it has looked up. It is safe for concurrent use.
type typeface struct {
	font *opentype.Font

	mu       sync.Mutex
	buf      sfnt.Buffer
	advances map[rune]int
}

var regular = sync.OnceValue(func() *typeface { return parse(dejavusans.TTF) })
var bold = sync.OnceValue(func() *typeface { return parse(dejavusansbold.TTF) })

func parse(ttf []byte) *typeface {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("chart: the embedded font does not parse: " + err.Error())
	}
	return &typeface{font: f, advances: map[rune]int{}}
}

func face(isBold bool) *typeface {
	if isBold {
		return bold()
	}
	return regular()
}

func (f *typeface) unitsPerEm() int { return int(f.font.UnitsPerEm()) }

// advance is the width of one character in font units. What the font does not
// have is taken to be an em wide, as wide as what a reader's font may put
// there, but for marks and joiners, which take no room of their own.
func (f *typeface) advance(r rune) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	if a, ok := f.advances[r]; ok {
		return a
	}
	em := f.unitsPerEm()
	a := em
	if i, err := f.font.GlyphIndex(&f.buf, r); err == nil && i != 0 {
		if w, err := f.font.GlyphAdvance(&f.buf, i, fixed.I(em), font.HintingNone); err == nil {
			a = w.Round()
		}
	} else if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		a = 0
	}
	f.advances[r] = a
	return a
}

// drawable is a text without the marks and joiners that the font lacks, which
// would each show as an empty box.
func (f *typeface) drawable(s string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			if i, err := f.font.GlyphIndex(&f.buf, r); err != nil || i == 0 {
				return -1
			}
		}
		return r
	}, s)
}

// width is how much room a text must be given at a size, slack included.
func width(s string, size int, isBold bool) int {
	f, sum := face(isBold), 0
	for _, r := range s {
		sum += f.advance(r)
	}
	return int(math.Ceil(float64(sum*size) / float64(f.unitsPerEm()) * slack))
}

// shorten cuts a text to the room there is, at a character's end as a reader
// sees it, and closes it with an ellipsis.
func shorten(s string, size int, isBold bool, room int) string {
	if width(s, size, isBold) <= room {
		return s
	}
	kept := ""
	for g := graphemes.FromString(s); g.Next(); {
		if width(kept+g.Value()+"…", size, isBold) > room {
			break
		}
		kept += g.Value()
	}
	return strings.TrimRight(kept, " ,.-–") + "…"
}

// wrap breaks a text into lines that fit the room, at spaces; a word that is
// longer than a line is cut where the line ends.
func wrap(s string, size int, isBold bool, room int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && width(line+" "+word, size, isBold) <= room {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for g := graphemes.FromString(word); g.Next(); {
			if line != "" && width(line+g.Value(), size, isBold) > room {
				lines = append(lines, line)
				line = ""
			}
			line += g.Value()
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// clean makes other people's text fit to be drawn on one line: composed
// characters, single spaces, and nothing unseen that would disturb what stands
// beside it, such as control characters and marks that turn the direction of
// writing.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r), r == '\uFEFF':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(norm.NFC.String(printable(s))), " ")
}

// printable is the text without control characters and without the code
// points that XML or HTML cannot carry; bytes that are no text become U+FFFD.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
