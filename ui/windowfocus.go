package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
)

// This file moves the focus: between the halves of the desk, to the fields
// that commands name, and by keys that no field has a use for.

// otherHalf moves between the count and the blog, and the focus with it.
func (w *Window) otherHalf() {
	if w.screen != deskScreenID {
		w.goTo(deskScreenID)
	}
	inBlog := w.focusedIn(w.composer.kicker, w.composer.text, w.composer.note)
	if w.isNarrow() {
		inBlog = w.half == blogHalf
	}
	switch {
	case inBlog:
		w.showHalf(countHalf)
		w.count.focus()
	case w.open.ReadOnly != "":
		w.showHalf(blogHalf)
		w.focus(w.blog.list)
	default:
		w.showHalf(blogHalf)
		w.focus(w.composer.text)
	}
}

// isNarrow reports whether the window shows one half of the desk at a time.
func (w *Window) isNarrow() bool { return w.halves.Size().Width+68 < narrow }

func (w *Window) showHalf(h half) {
	w.half = h
	w.halves.Refresh()
	w.top.show()
}

func (w *Window) focusTimeline() {
	w.goTo(deskScreenID)
	w.showHalf(blogHalf)
	w.focus(w.blog.list)
}

func (w *Window) focusFind() {
	if w.screen == resultScreenID && len(w.open.Contests) > 0 {
		w.focus(w.results.find)
		return
	}
	w.goTo(deskScreenID)
	w.showHalf(blogHalf)
	w.blog.list.Select(-1)
	w.focus(w.blog.find)
}

// keyedInCell and keyedInEntry take the keys that fields have no use for.
func (w *Window) keyedInCell(k *fyne.KeyEvent) { w.keyedInEntry(k) }

func (w *Window) keyedInEntry(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyF6 {
		w.otherHalf()
		return true
	}
	return false
}

// typedNowhere takes characters while nothing has the focus that could be typed
// in.
func (w *Window) typedNowhere(r rune) {
	if w.open != nil && w.overlay == nil && w.screen == handOverScreenID {
		w.handOver.typed(r)
	}
}

// keyedNowhere takes keys while nothing has the focus.
func (w *Window) keyedNowhere(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && w.overlay != nil:
		w.closeOverlay()
	case k.Name == fyne.KeyEscape && w.open != nil && w.count.strip.busy():
		w.count.strip.cancel()
	case k.Name == fyne.KeyF6 && w.open != nil && w.overlay == nil:
		w.otherHalf()
	}
}

func (w *Window) focus(f fyne.Focusable) { w.win.Canvas().Focus(f) }
func (w *Window) unfocus()               { w.win.Canvas().Unfocus() }

func (w *Window) focusedIn(entries ...*kit.Entry) bool {
	at := w.win.Canvas().Focused()
	for _, e := range entries {
		if at == fyne.Focusable(e) {
			return true
		}
	}
	return false
}

// moveFocus moves the focus on from what is there no more: a button of the
// strip that is gone, or a cell that is hidden. It goes to what is to be
// answered next, or to Declare.
func (p *countPane) moveFocus(gone []*kit.Button) {
	w := p.window
	at := w.win.Canvas().Focused()
	if w.overlay != nil {
		at = w.before
	}
	if !p.isGone(at, gone) {
		return
	}
	next := p.strip.next()
	switch {
	case w.overlay != nil:
		w.before = next
	case next == nil:
		w.unfocus()
	default:
		w.focus(next)
	}
}

func (p *countPane) isGone(at fyne.Focusable, gone []*kit.Button) bool {
	switch at := at.(type) {
	case *kit.Button:
		return slices.Contains(gone, at)
	case *kit.VoteCell:
		hidden := !at.Visible()
		for _, cell := range p.papers.cells {
			hidden = hidden || at == cell && !p.papers.box.Visible()
		}
		return hidden
	}
	return false
}
