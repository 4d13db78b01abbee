package shell

import (
	"nightdesk/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// This file holds what stands over the window for a moment: a list to choose
// from, or a sheet with a few fields. There is one at a time, Esc leaves it,
// and the focus goes back to where it was. Commands do nothing meanwhile.

// cover lies between the window and what stands over it, and takes the clicks.
type cover struct {
	widget.BaseWidget
	tapped func()
}

func newCover(tapped func()) *cover {
	c := &cover{tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cover) Tapped(*fyne.PointEvent) { c.tapped() }
func (c *cover) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(kit.NewBox(kit.Veil))
}

// Over shows content in a panel over the window and gives the focus to one of
// its parts.
func (sh *Shell) Over(content fyne.CanvasObject, focus fyne.Focusable) {
	sh.Lay(sh.panel(content), focus)
}

func (sh *Shell) panel(content fyne.CanvasObject) *fyne.Container {
	return container.New(kit.Place{
		Min: func(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 100) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			m := o[2].MinSize()
			width := min(max(m.Width, 480), size.Width-32)
			height := min(o[2].MinSize().Height+36, size.Height-48)
			x, y := (size.Width-width-36)/2, max(24, (size.Height-height)/4)
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], x, y, width+36, height)
			kit.Put(o[2], x+18, y+18, width, height-36)
		},
	}, newCover(sh.CloseOverlay), kit.NewBox(kit.Panel).Edged(kit.Line), content)
}

// Lay lays something over the whole window and gives the focus to one of its
// parts.
func (sh *Shell) Lay(panel *fyne.Container, focus fyne.Focusable) {
	if sh.overlay != nil {
		sh.CloseOverlay()
	}
	sh.before = sh.Win.Canvas().Focused()
	sh.Unfocus() // commits the cell that is being typed in
	sh.overlay = panel
	// The canvas keeps Tab within what lies over it: nothing beneath can be
	// keyed unseen.
	sh.Win.Canvas().Overlays().Add(panel)
	if focus != nil {
		sh.Focus(focus)
	}
}

// CloseOverlay takes away what stands over the window.
func (sh *Shell) CloseOverlay() {
	if sh.overlay == nil {
		return
	}
	sh.Win.Canvas().Overlays().Remove(sh.overlay)
	sh.overlay, sh.accept = nil, nil
	if sh.before != nil {
		sh.Focus(sh.before)
	} else {
		sh.Unfocus()
	}
	if left := sh.left; left != nil {
		sh.left = nil
		left()
	}
}

// Choose lets the user pick from a list.
func (sh *Shell) Choose(title string, choices []kit.Choice) {
	c := kit.NewChooser(title, choices)
	c.Leave = sh.CloseOverlay
	sh.Over(c.Container, c.Field())
}

// Covered reports whether something lies over the window.
func (sh *Shell) Covered() bool { return sh.overlay != nil }

// OnAccept has a function accept what lies over the window, by the key of a
// sheet.
func (sh *Shell) OnAccept(accept func()) { sh.accept = accept }

// OnLeave has a function called when what lies over the window is left.
func (sh *Shell) OnLeave(left func()) { sh.left = left }

// RefreshOverlay lays out anew what lies over the window, where anything does.
func (sh *Shell) RefreshOverlay() {
	if sh.overlay != nil {
		sh.overlay.Refresh()
	}
}

// ForgetFocus leaves the focus nowhere when what lies over the window is
// closed: what had it before is another's by then.
func (sh *Shell) ForgetFocus() { sh.before = nil }
