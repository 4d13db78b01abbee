package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Place is a layout by one function: it is told the size and the objects and
// puts them where they belong.
type Place struct {
	Min func(objects []fyne.CanvasObject) fyne.Size
	Put func(objects []fyne.CanvasObject, size fyne.Size)
}

// MinSize implements fyne.Layout.
func (p Place) MinSize(objects []fyne.CanvasObject) fyne.Size { return p.Min(objects) }

// Layout implements fyne.Layout.
func (p Place) Layout(objects []fyne.CanvasObject, size fyne.Size) { p.Put(objects, size) }

// Put gives an object its place.
func Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// Column stacks objects from the top with a gap between them, each as wide as
// the column and as high as it must be. Hidden objects take no room.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap}, objects...)
}

type column struct{ gap float32 }

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if min.Height > 0 {
			min.Height += c.gap
		}
		min.Height += m.Height
		min.Width = max(min.Width, m.Width)
	}
	return min
}

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		Put(o, 0, y, size.Width, h)
		y += h + c.gap
	}
}

// Row stands objects side by side with a gap, each as wide as it must be and
// centred on the line's height. Hidden objects take no room. A Spring takes
// what is left.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap}, objects...)
}

type row struct{ gap float32 }

// Spring is an empty object that takes the room left in a line.
type Spring struct{ *fyne.Container }

// NewSpring makes a spring.
func NewSpring() *Spring { return &Spring{container.NewWithoutLayout()} }

func (l row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var min fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if min.Width > 0 {
			min.Width += l.gap
		}
		min.Width += m.Width
		min.Height = max(min.Height, m.Height)
	}
	return min
}

func (l row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	springs := 0
	for _, o := range objects {
		if _, ok := o.(*Spring); ok {
			springs++
		}
	}
	left := size.Width - l.MinSize(objects).Width
	x := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if _, ok := o.(*Spring); ok && springs > 0 && left > 0 {
			m.Width = left / float32(springs)
		}
		Put(o, x, (size.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + l.gap
	}
}

// Inset puts room around an object.
func Inset(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(Place{
		Min: func(objects []fyne.CanvasObject) fyne.Size {
			m := objects[0].MinSize()
			return fyne.NewSize(m.Width+left+right, m.Height+top+bottom)
		},
		Put: func(objects []fyne.CanvasObject, size fyne.Size) {
			Put(objects[0], left, top, max(0, size.Width-left-right), max(0, size.Height-top-bottom))
		},
	}, o)
}
