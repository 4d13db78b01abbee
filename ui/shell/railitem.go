package shell

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nightdesk/ui/kit"
)

// railItem is one way on the rail: an icon over a word.
type railItem struct {
	widget.BaseWidget
	words, icon string
	tapped      func()
	chosen      bool
}

func newRailItem(words, icon string, tapped func()) *railItem {
	r := &railItem{words: words, icon: icon, tapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

func (r *railItem) Tapped(*fyne.PointEvent) { r.tapped() }

func (r *railItem) setChosen(chosen bool) {
	r.chosen = chosen
	r.Refresh()
}

func (r *railItem) CreateRenderer() fyne.WidgetRenderer {
	o := &railRenderer{of: r, back: kit.NewBox(kit.Panel), edge: kit.NewBox(kit.Clear), label: kit.NewSmall(r.words).Sized(10).Centre(), icon: canvas.NewImageFromResource(nil)}
	o.Refresh()
	return o
}

type railRenderer struct {
	of         *railItem
	back, edge *kit.Box
	label      *kit.Text
	icon       *canvas.Image
}

func (r *railRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	kit.Put(r.edge, 0, 0, 3, size.Height)
	kit.Put(r.icon, (size.Width-20)/2, 9, 20, 20)
	kit.Put(r.label, 0, 32, size.Width, 16)
}

func (r *railRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 58) }

func (r *railRenderer) Refresh() {
	fill, edge, ink := kit.Panel, kit.Clear, kit.Quiet
	if r.of.chosen {
		fill, edge, ink = kit.Selected, kit.Ink, kit.Ink
	}
	r.back.Set(fill, kit.Clear, 0)
	r.edge.Set(edge, kit.Clear, 0)
	r.label.Set(r.of.words, r.of.chosen, ink)
	r.icon.Resource = strokedIcon(r.of.words, r.of.icon, kit.NRGBAOf(ink))
	r.icon.Refresh()
	canvas.Refresh(r.of)
}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.edge, r.icon, r.label}
}
func (r *railRenderer) Destroy() {}

// strokedIcon is an icon in one colour. Fyne keeps pictures by name, so the
// name has the colour in it.
func strokedIcon(name, path string, c color.NRGBA) fyne.Resource {
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fyne.NewStaticResource(name+hex+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="`+hex+`" stroke-width="2">`+path+`</svg>`))
}
