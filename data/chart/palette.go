package chart

import (
	"image/color"
	"math"
	"strconv"

	"nightdesk/data/election"
)

// A Palette is what a theme brings to a chart; the parties bring the rest.
type Palette struct {
	Ground color.NRGBA // behind everything
	Ink    color.NRGBA // names and figures
	Quiet  color.NRGBA // parties, headings and notes; 4.5:1 on Ground
	Line   color.NRGBA // rules, which carry no meaning
}

// The palettes of the window and the page.
var (
	Light = Palette{Ground: rgb(0xFFFFFF), Ink: rgb(0x18191B), Quiet: rgb(0x62656B), Line: rgb(0xDEDBD3)}
	Dark  = Palette{Ground: rgb(0x1B1D20), Ink: rgb(0xECEDEE), Quiet: rgb(0xA0A4AB), Line: rgb(0x303338)}
)

// graphics is the contrast that WCAG 2 (1.4.11) asks of a bar against what is
// behind it.
const graphics = 3.0

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// Fill is the opaque colour of a party's bars: the desk's own where it has
// one (by party id), else as election.Colour has it.
func Fill(p election.Party, own map[string]string) color.NRGBA {
	v, err := strconv.ParseUint(election.Colour(p, own), 16, 24)
	if err != nil {
		return rgb(0x808080)
	}
	return rgb(uint32(v))
}

// Contrast is WCAG's contrast ratio of two opaque colours, 1 to 21.
func Contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	if l < m {
		l, m = m, l
	}
	return (l + 0.05) / (m + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Outline is the colour of the line that a bar of this fill needs to stand
// out 3:1 from the palette's ground, in the fill's own hue as far as that
// goes; transparent where the fill needs none.
func (p Palette) Outline(fill color.NRGBA) color.NRGBA {
	if Contrast(fill, p.Ground) >= graphics {
		return color.NRGBA{}
	}
	const steps = 64
	for i := 1; i < steps; i++ {
		c := mix(fill, p.Ink, float64(i)/steps)
		if Contrast(c, p.Ground) >= graphics {
			return c
		}
	}
	return p.Ink
}

// Label is black or white, whichever reads better on the fill. It is never
// under 4.5:1.
func Label(fill color.NRGBA) color.NRGBA {
	black, white := rgb(0), rgb(0xFFFFFF)
	if Contrast(black, fill) >= Contrast(white, fill) {
		return black
	}
	return white
}

func mix(a, b color.NRGBA, t float64) color.NRGBA {
	at := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{R: at(a.R, b.R), G: at(a.G, b.G), B: at(a.B, b.B), A: 0xFF}
}
