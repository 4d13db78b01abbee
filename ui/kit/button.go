package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Weight says how loudly a button asks.
type Weight int

// Filled is ink on paper and stands once on a screen; Outlined has a fine
// edge; Bare is words alone.
const (
	Outlined Weight = iota
	Filled
	Bare
)

// Button is something to press: by the mouse, or by Space or Enter while it
// has the focus.
type Button struct {
	widget.DisableableWidget
	Words    string
	OnTapped func()

	weight         Weight
	chosen         bool // of several like it, this is the one that holds
	focused, hover bool
	bold           bool
	size           float32
	box            *Box
	label          *Text
}

// NewButton makes a button.
func NewButton(words string, weight Weight, tapped func()) *Button {
	b := &Button{Words: words, OnTapped: tapped, weight: weight, size: BodySize}
	b.ExtendBaseWidget(b)
	return b
}

// SetWords changes what the button says.
func (b *Button) SetWords(words string) {
	if b.Words != words {
		b.Words = words
		b.Refresh()
	}
}

// SetChosen marks the button as the one that holds among several.
func (b *Button) SetChosen(chosen bool) {
	if b.chosen != chosen {
		b.chosen = chosen
		b.Refresh()
	}
}

// Title sets the words as a title and returns b.
func (b *Button) Title() *Button { b.bold, b.size = true, TitleSize; return b }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.OnTapped != nil && !b.Disabled() {
		b.OnTapped()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune leaves characters to the window, as if nothing had the focus.
func (b *Button) TypedRune(r rune) {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey presses the button on Space and Enter; other keys are the window's,
// as if nothing had the focus.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		c := fyne.CurrentApp().Driver().CanvasForObject(b)
		if c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(k)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hover = false; b.Refresh() }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.box, b.label = NewBox(Clear).Rounded(), NewText(b.Words).Sized(b.size).Centre().Trim()
	r := &buttonRenderer{b}
	r.set()
	return r
}

type buttonRenderer struct{ of *Button }

func (r *buttonRenderer) set() {
	b := r.of
	fill, edge, ink, width := Field, Line, Ink, float32(1)
	switch {
	case b.weight == Filled:
		fill, edge, ink, width = Ink, Clear, Panel, 0
	case b.weight == Bare:
		fill, edge, width = Clear, Clear, 0
		if !b.chosen && !b.bold {
			ink = Quiet
		}
	}
	if b.hover && b.weight != Filled {
		fill, ink = Selected, Ink
	}
	if b.Disabled() {
		ink = Quiet
		if b.weight == Filled {
			fill = Selected
		}
	}
	if b.focused {
		edge, width = Focus, 2
	}
	b.box.Set(fill, edge, width)
	b.label.Set(b.Words, b.bold || b.chosen || b.weight == Filled, ink)
}

func (r *buttonRenderer) padding() float32 {
	switch r.of.weight {
	case Filled:
		return 13
	case Bare:
		return 5
	}
	return 10
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.of.box.Resize(size)
	r.of.label.Resize(size)
}

func (r *buttonRenderer) MinSize() fyne.Size {
	b := r.of
	style := fyne.TextStyle{Bold: b.bold || b.chosen || b.weight == Filled}
	return fyne.NewSize(fyne.MeasureText(b.Words, b.size, style).Width+2*r.padding(), 26)
}

func (r *buttonRenderer) Refresh() {
	r.set()
	r.of.box.Refresh()
	r.of.label.Refresh()
	canvas.Refresh(r.of)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.of.box, r.of.label}
}
func (r *buttonRenderer) Destroy() {}
