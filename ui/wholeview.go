package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
)

// widestView is as wide as a view over the whole window gets: further, the eye
// loses the line between a name and its figure.
const widestView float32 = 980

// whole shows a view over the whole window, with a title, a few words about it
// and the way back. Esc leaves it, and commands do nothing meanwhile.
func (w *window) whole(title, words string, body fyne.CanvasObject, focus fyne.Focusable) {
	head, about := kit.NewBold(title).Sized(kit.TitleSize).Trim(), kit.NewQuiet(words).Trim()
	back := kit.NewButton("Back  Esc", kit.Outlined, w.closeOverlay)
	view := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			width := min(widestView, size.Width-48)
			x := (size.Width - width) / 2
			button := back.MinSize()
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], x, 18, width-button.Width-16, 26)
			kit.Put(o[2], x, 44, width-button.Width-16, 20)
			kit.Put(o[3], x+width-button.Width, 18, button.Width, button.Height)
			kit.Put(o[4], x-8, 76, width+16, max(0, size.Height-76-12))
		},
	}, kit.NewBox(kit.Ground), head, about, back, body)
	w.lay(view, focus)
}

// mayLook reports whether there is a contest whose figures can be shown now,
// and says so where there is none.
func (w *window) mayLook() bool {
	if _, ok := w.desk.current(); !ok {
		w.say("There is no contest yet: import the candidates, or type them in.")
		return false
	}
	return true
}
