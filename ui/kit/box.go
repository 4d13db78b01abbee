package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Box is a filled rectangle in a role's colour, with an edge of another. It
// lies under other things and follows the theme.
type Box struct {
	widget.BaseWidget
	fill, edge fyne.ThemeColorName
	width      float32
	radius     float32
}

// NewBox makes a rectangle without an edge.
func NewBox(fill fyne.ThemeColorName) *Box {
	b := &Box{fill: fill, edge: Clear}
	b.ExtendBaseWidget(b)
	return b
}

// Edged gives the box an edge one unit wide and rounded corners; it returns b.
func (b *Box) Edged(edge fyne.ThemeColorName) *Box {
	b.edge, b.width, b.radius = edge, 1, 4
	return b
}

// Rounded rounds the corners and returns b.
func (b *Box) Rounded() *Box { b.radius = 4; return b }

// Set changes the colours and the width of the edge.
func (b *Box) Set(fill, edge fyne.ThemeColorName, width float32) {
	if b.fill == fill && b.edge == edge && b.width == width {
		return
	}
	b.fill, b.edge, b.width = fill, edge, width
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{of: b, rect: canvas.NewRectangle(ColorOf(b.fill))}
	r.set()
	return r
}

type boxRenderer struct {
	of   *Box
	rect *canvas.Rectangle
}

func (r *boxRenderer) set() {
	r.rect.FillColor = ColorOf(r.of.fill)
	r.rect.StrokeColor = ColorOf(r.of.edge)
	r.rect.StrokeWidth = r.of.width
	r.rect.CornerRadius = r.of.radius
}

func (r *boxRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }
func (r *boxRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *boxRenderer) Refresh()                     { r.set(); r.rect.Refresh() }
func (r *boxRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *boxRenderer) Destroy()                     {}
