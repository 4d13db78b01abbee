package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Badge is a word or two in capitals on ink: the state of a count.
type Badge struct {
	widget.BaseWidget
	words string
	// OnTapped, where it is set, makes the badge something to click.
	OnTapped func()

	box   *Box
	label *Text
}

// NewBadge makes a badge.
func NewBadge(words string) *Badge {
	b := &Badge{words: words}
	b.ExtendBaseWidget(b)
	return b
}

// SetWords changes what the badge says.
func (b *Badge) SetWords(words string) {
	if b.words != words {
		b.words = words
		b.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (b *Badge) Tapped(*fyne.PointEvent) {
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	b.box = NewBox(Ink).Rounded()
	b.label = NewText(b.words).As(Panel).Sized(10.5).Bold().Centre()
	return &badgeRenderer{b}
}

type badgeRenderer struct{ of *Badge }

func (r *badgeRenderer) Layout(size fyne.Size) {
	r.of.box.Resize(size)
	r.of.label.Resize(size)
}

func (r *badgeRenderer) MinSize() fyne.Size {
	return fyne.NewSize(fyne.MeasureText(r.of.words, 10.5, fyne.TextStyle{Bold: true}).Width+14, 19)
}

func (r *badgeRenderer) Refresh() {
	r.of.label.SetText(r.of.words)
	r.of.box.Refresh()
	r.of.label.Refresh()
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.of.box, r.of.label}
}
func (r *badgeRenderer) Destroy() {}
