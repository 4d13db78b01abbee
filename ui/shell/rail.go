package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
)

// rail leads from one screen to another.
type rail struct {
	box   *fyne.Container
	items map[Screen]*railItem
}

func newRail(sh *Shell) *rail {
	r := &rail{items: map[Screen]*railItem{}}
	objects := []fyne.CanvasObject{kit.NewBox(kit.Panel), kit.NewBox(kit.Line)}
	for _, s := range sh.screens {
		item := newRailItem(s.Title(), s.Icon(), func() { sh.GoTo(s) })
		r.items[s] = item
		objects = append(objects, item)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(RailWidth, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], size.Width-1, 0, 1, size.Height)
			for i, item := range o[2:] {
				kit.Put(item, 0, 8+float32(i)*58, size.Width-1, 58)
			}
		},
	}, objects...)
	return r
}

func (r *rail) show(s Screen) {
	for of, item := range r.items {
		item.setChosen(of == s)
	}
}
