package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestButtonIsPressedBySpaceEnterAndClick(t *testing.T) {
	n := 0
	b := NewButton("Publish", Filled, func() { n++ })
	w := stage(t, b, 120, 30)
	w.Canvas().Focus(b)
	for i, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		press(w, k)
		equal(t, "pressed by "+string(k), n, i+1)
	}
	press(w, fyne.KeyTab, fyne.KeyA)
	write(w, " ") // the character of the key that has pressed it already
	equal(t, "pressed by anything else", n, 3)
	test.Tap(b)
	equal(t, "clicked", n, 4)
	b.Disable()
	test.Tap(b)
	press(w, fyne.KeyReturn)
	equal(t, "pressed while disabled", n, 4)
}

func TestButtonShowsTheFocus(t *testing.T) {
	b := NewButton("Publish", Bare, func() {})
	w := stage(t, b, 120, 30)
	test.WidgetRenderer(b)
	equal(t, "edge", b.box.edge, Clear)
	w.Canvas().Focus(b)
	equal(t, "edge with the focus", b.box.edge, Focus)
	w.Canvas().Unfocus()
	equal(t, "edge after", b.box.edge, Clear)
}
