package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Bar is a horizontal bar, part of the width it is given.
type Bar struct {
	widget.BaseWidget
	part    float64
	fill    color.NRGBA
	outline color.NRGBA
	show    bool
}

// NewBar makes an empty bar.
func NewBar() *Bar {
	b := &Bar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set gives the bar its length, as a part of the whole width from 0 to 1, its
// colour and its outline, which may be transparent. A bar that is not shown
// draws nothing; one of length 0 that is draws a sliver.
func (b *Bar) Set(part float64, fill, outline color.NRGBA, show bool) {
	if b.part == part && b.fill == fill && b.outline == outline && b.show == show {
		return
	}
	b.part, b.fill, b.outline, b.show = part, fill, outline, show
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{of: b, rect: canvas.NewRectangle(b.fill)}
	r.set()
	return r
}

type barRenderer struct {
	of   *Bar
	rect *canvas.Rectangle
}

func (r *barRenderer) set() {
	r.rect.FillColor, r.rect.Hidden = r.of.fill, !r.of.show
	r.rect.StrokeColor, r.rect.StrokeWidth = r.of.outline, 0
	if r.of.outline.A > 0 {
		r.rect.StrokeWidth = 1
	}
}

func (r *barRenderer) Layout(size fyne.Size) {
	r.rect.Resize(fyne.NewSize(max(3, float32(r.of.part)*size.Width), size.Height))
}
func (r *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(3, 13) }
func (r *barRenderer) Refresh()                     { r.set(); r.Layout(r.of.Size()); r.rect.Refresh() }
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *barRenderer) Destroy()                     {}
