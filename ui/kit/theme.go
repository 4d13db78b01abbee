package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/dejavu/dejavusansboldoblique"
	"github.com/go-fonts/dejavu/dejavusansmono"
	"github.com/go-fonts/dejavu/dejavusansoblique"
)

// The colours of the window by what they are for. A screen asks for a role,
// never for a colour.
const (
	Ground   fyne.ThemeColorName = "nightdesk.ground"   // the window
	Panel    fyne.ThemeColorName = "nightdesk.panel"    // top bar, rail, composer
	Field    fyne.ThemeColorName = "nightdesk.field"    // what can be typed in
	Selected fyne.ThemeColorName = "nightdesk.selected" // the row or strip at hand
	Line     fyne.ThemeColorName = "nightdesk.line"
	Ink      fyne.ThemeColorName = "nightdesk.ink"
	Quiet    fyne.ThemeColorName = "nightdesk.quiet"
	Focus    fyne.ThemeColorName = "nightdesk.focus"
	WarnInk  fyne.ThemeColorName = "nightdesk.warnink"
	Warn     fyne.ThemeColorName = "nightdesk.warn"
	Veil     fyne.ThemeColorName = "nightdesk.veil" // over the window, under a sheet
	Clear    fyne.ThemeColorName = "nightdesk.clear"
)

// The sizes of text.
const (
	BodySize   float32 = 13.5
	SmallSize  float32 = 11
	TitleSize  float32 = 17
	FigureSize float32 = 19
)

var light = map[fyne.ThemeColorName]color.NRGBA{
	Ground: rgb(0xF4F3EF), Panel: rgb(0xFFFFFF), Field: rgb(0xFBFAF7), Selected: rgb(0xECEBE6),
	Line: rgb(0xDEDBD3), Ink: rgb(0x18191B), Quiet: rgb(0x62656B), Focus: rgb(0x4B4FC4),
	WarnInk: rgb(0x8A5A00), Warn: rgb(0xFFF4D6), Veil: {A: 0x50}, Clear: {},
}

var dark = map[fyne.ThemeColorName]color.NRGBA{
	Ground: rgb(0x131416), Panel: rgb(0x1B1D20), Field: rgb(0x222529), Selected: rgb(0x26292E),
	Line: rgb(0x303338), Ink: rgb(0xECEDEE), Quiet: rgb(0xA0A4AB), Focus: rgb(0x9DA0FF),
	WarnInk: rgb(0xFFCF70), Warn: rgb(0x3A2F14), Veil: {A: 0x90}, Clear: {},
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// fyneRoles says which of our roles each of Fyne's own colour names takes, so
// that its widgets look like ours.
var fyneRoles = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:                Ground,
	theme.ColorNameForeground:                Ink,
	theme.ColorNameForegroundOnPrimary:       Panel,
	theme.ColorNameForegroundOnError:         Panel,
	theme.ColorNameForegroundOnWarning:       Panel,
	theme.ColorNameForegroundOnSuccess:       Panel,
	theme.ColorNameInnerWindowBorder:         Panel,
	theme.ColorNameInnerWindowBorderInactive: Panel,
	theme.ColorNamePrimary:                   Focus,
	theme.ColorNameHyperlink:                 Ink,
	theme.ColorNameButton:                    Field,
	theme.ColorNameDisabledButton:            Field,
	theme.ColorNameDisabled:                  Quiet,
	theme.ColorNamePlaceHolder:               Quiet,
	theme.ColorNameInputBackground:           Field,
	theme.ColorNameInputBorder:               Line,
	theme.ColorNameSeparator:                 Line,
	theme.ColorNameHover:                     Selected,
	theme.ColorNamePressed:                   Selected,
	theme.ColorNameMenuBackground:            Panel,
	theme.ColorNameOverlayBackground:         Panel,
	theme.ColorNameHeaderBackground:          Panel,
	theme.ColorNameScrollBar:                 Quiet,
	theme.ColorNameScrollBarBackground:       Clear,
	theme.ColorNameShadow:                    Clear,
	theme.ColorNameError:                     WarnInk,
	theme.ColorNameWarning:                   WarnInk,
	theme.ColorNameSuccess:                   Ink,
}

// Mode says which of the two sets of colours the window wears.
type Mode string

// Light and dark whatever the system says, or as it says.
const (
	Light  Mode = "light"
	Dark   Mode = "dark"
	System Mode = "system"
)

// Theme is Nightdesk's look. The zero Theme follows the system.
type Theme struct{ Mode Mode }

// Color gives the colour of one of our roles or of Fyne's names.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	set := light
	if t.Mode == Dark || t.Mode != Light && variant == theme.VariantDark {
		set = dark
	}
	switch name {
	case theme.ColorNameSelection:
		c := set[Focus]
		c.A = 0x50
		return c
	case theme.ColorNameFocus:
		c := set[Focus]
		c.A = 0x40
		return c
	}
	if role, ok := fyneRoles[name]; ok {
		name = role
	}
	if c, ok := set[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, variant)
}

var fonts = map[fyne.TextStyle]fyne.Resource{
	{}:                         fyne.NewStaticResource("DejaVuSans.ttf", dejavusans.TTF),
	{Bold: true}:               fyne.NewStaticResource("DejaVuSans-Bold.ttf", dejavusansbold.TTF),
	{Italic: true}:             fyne.NewStaticResource("DejaVuSans-Oblique.ttf", dejavusansoblique.TTF),
	{Bold: true, Italic: true}: fyne.NewStaticResource("DejaVuSans-BoldOblique.ttf", dejavusansboldoblique.TTF),
	{Monospace: true}:          fyne.NewStaticResource("DejaVuSansMono.ttf", dejavusansmono.TTF),
}

// Font gives DejaVu, which has the minus, the arrows and the ticks that the
// bundled font lacks, and whose digits all have one width.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace {
		return fonts[fyne.TextStyle{Monospace: true}]
	}
	if style.Symbol {
		return theme.DefaultTheme().Font(style)
	}
	return fonts[fyne.TextStyle{Bold: style.Bold, Italic: style.Italic}]
}

// Icon gives Fyne's icons.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               BodySize,
	theme.SizeNameCaptionText:        SmallSize,
	theme.SizeNameHeadingText:        FigureSize,
	theme.SizeNameSubHeadingText:     TitleSize,
	theme.SizeNamePadding:            2,
	theme.SizeNameInnerPadding:       4,
	theme.SizeNameLineSpacing:        3,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        4,
	theme.SizeNameButtonRadius:       4,
	theme.SizeNameSelectionRadius:    0,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          8,
	theme.SizeNameScrollBarSmall:     4,
}

// Size gives the dense sizes of the desk.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// ColorOf is the colour of a role in the theme of the running app.
func ColorOf(role fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(role, settings.ThemeVariant())
}

// IsDark reports whether the running app shows dark colours.
func IsDark() bool {
	r, g, b, _ := ColorOf(Ground).RGBA()
	return r+g+b < 3*0x8000
}

// NRGBAOf is the colour of a role in the theme of the running app.
func NRGBAOf(role fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(ColorOf(role)).(color.NRGBA)
}
