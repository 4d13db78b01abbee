package kit

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/font/sfnt"
)

// contrast is WCAG's ratio of two opaque colours.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// onto is a colour with its transparency laid over an opaque ground.
func onto(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(c.A) + int(b)*(255-int(c.A))) / 255) }
	return color.NRGBA{R: mix(c.R, ground.R), G: mix(c.G, ground.G), B: mix(c.B, ground.B), A: 255}
}

var modes = map[Mode]map[fyne.ThemeColorName]color.NRGBA{Light: light, Dark: dark}

func TestThemeContrast(t *testing.T) {
	equal(t, "black on white", math.Round(contrast(color.NRGBA{A: 255}, color.NRGBA{R: 255, G: 255, B: 255, A: 255})), 21.0)
	grounds := []fyne.ThemeColorName{Ground, Panel, Field, Selected}
	text := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		Ink:     append([]fyne.ThemeColorName{Warn}, grounds...),
		Quiet:   grounds,
		WarnInk: append([]fyne.ThemeColorName{Warn}, grounds...),
		Panel:   {Ink}, // a filled button, a badge
	}
	for mode, set := range modes {
		for role, on := range text {
			for _, ground := range on {
				if c := contrast(set[role], set[ground]); c < 4.5 {
					t.Errorf("%s: %s on %s is %.2f, want 4.5", mode, role, ground, c)
				}
			}
		}
		for _, ground := range append([]fyne.ThemeColorName{Warn}, grounds...) {
			if c := contrast(set[Focus], set[ground]); c < 3 {
				t.Errorf("%s: the focus on %s is %.2f, want 3", mode, ground, c)
			}
		}
		// The edge of a message that must be seen.
		if c := contrast(set[WarnInk], set[Ground]); c < 3 {
			t.Errorf("%s: the edge of a warning is %.2f, want 3", mode, c)
		}
	}
}

func TestSelectedTextCanBeRead(t *testing.T) {
	for mode, set := range modes {
		for _, ground := range []fyne.ThemeColorName{Field, Panel} {
			marked := Theme{mode}.Color(theme.ColorNameSelection, theme.VariantLight).(color.NRGBA)
			if c := contrast(set[Ink], onto(marked, set[ground])); c < 4.5 {
				t.Errorf("%s: marked text on %s is %.2f, want 4.5", mode, ground, c)
			}
		}
	}
}

// Every colour that Fyne's own widgets ask for is one of ours: a colour of
// Fyne's would be blue, red, yellow or green, which only parties are.
func TestThemeHasARoleForEveryColourOfFynes(t *testing.T) {
	for _, name := range fyneColours {
		for mode, set := range modes {
			role, ok := fyneRoles[name]
			if name == theme.ColorNameSelection || name == theme.ColorNameFocus {
				role, ok = Focus, true
			}
			if !ok {
				t.Errorf("%s has no role", name)
				continue
			}
			got := Theme{mode}.Color(name, theme.VariantLight).(color.NRGBA)
			if got.A != set[role].A && role == Focus {
				got.A = set[role].A // laid over text, it lets the text through
			}
			equal(t, fmt.Sprint(name, ", ", mode), got, set[role])
		}
	}
}

// fyneColours are the names of all colours that Fyne declares.
var fyneColours = []fyne.ThemeColorName{
	theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameDisabled,
	theme.ColorNameError, theme.ColorNameFocus, theme.ColorNameForeground, theme.ColorNameForegroundOnError,
	theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning,
	theme.ColorNameHeaderBackground, theme.ColorNameHover, theme.ColorNameHyperlink,
	theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive, theme.ColorNameInputBackground,
	theme.ColorNameInputBorder, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
	theme.ColorNamePlaceHolder, theme.ColorNamePressed, theme.ColorNamePrimary, theme.ColorNameScrollBar,
	theme.ColorNameScrollBarBackground, theme.ColorNameSelection, theme.ColorNameSeparator,
	theme.ColorNameShadow, theme.ColorNameSuccess, theme.ColorNameWarning,
}

func TestThemeModes(t *testing.T) {
	for _, k := range []struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    color.NRGBA
	}{
		{Light, theme.VariantDark, light[Ground]}, {Dark, theme.VariantLight, dark[Ground]},
		{System, theme.VariantDark, dark[Ground]}, {System, theme.VariantLight, light[Ground]},
		{"", theme.VariantDark, dark[Ground]},
	} {
		equal(t, fmt.Sprint(k.mode, " while the system is ", k.variant), Theme{k.mode}.Color(Ground, k.variant), color.Color(k.want))
	}
}

// What the desk prints must be in the font: a character from another font
// stands too high and breaks the line.
func TestFontHasWhatTheDeskPrints(t *testing.T) {
	for style, font := range fonts {
		parsed, err := sfnt.Parse(font.Content())
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "−→←↑↓↵✓✔✗✕▾…“”’–±·•¼½é£€" {
			if at, err := parsed.GlyphIndex(nil, r); err != nil || at == 0 {
				t.Errorf("%s (%+v) has no %q", font.Name(), style, r)
			}
		}
	}
}
