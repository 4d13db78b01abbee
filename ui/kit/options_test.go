package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestOptionsAreChosenByArrowsAndClick(t *testing.T) {
	o := NewOptions([]string{"Newest", "Oldest", "Neither"}, 1)
	var told []int
	o.Changed = func(i int) { told = append(told, i) }
	var other fyne.KeyName
	o.Keyed = func(k *fyne.KeyEvent) { other = k.Name }
	w := stage(t, o, 300, 26)
	w.Canvas().Focus(o)
	press(w, fyne.KeyLeft)
	equal(t, "after ←", o.Chosen(), 0)
	press(w, fyne.KeyLeft)
	equal(t, "at the first", o.Chosen(), 0)
	press(w, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	equal(t, "at the last", o.Chosen(), 2)
	equal(t, "times told", len(told), 3)
	press(w, fyne.KeyReturn)
	equal(t, "offered", other, fyne.KeyReturn)
	test.TapAt(o, fyne.NewPos(o.width(0)+4, 10))
	equal(t, "clicked", o.Chosen(), 1)
	test.TapAt(o, fyne.NewPos(299, 10))
	equal(t, "clicked beside them", o.Chosen(), 1)
}

// The words stand still whichever is chosen, and the focus shows.
func TestOptionsStandStill(t *testing.T) {
	o := NewOptions([]string{"With", "Without"}, 7)
	equal(t, "one there is not", o.Chosen(), 1)
	w := stage(t, o, 300, 26)
	r := test.WidgetRenderer(o).(*optionsRenderer)
	at, size := r.labels[1].Position(), o.MinSize()
	o.Choose(0)
	equal(t, "where the second stands", r.labels[1].Position(), at)
	equal(t, "room", o.MinSize(), size)
	equal(t, "bold", r.labels[0].bold, true)
	equal(t, "edge", r.mark.edge, Line)
	w.Canvas().Focus(o)
	equal(t, "edge with the focus", r.mark.edge, Focus)
}
