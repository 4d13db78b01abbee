package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// listOnStage is a list of n rows whose heights differ, and how many row
// objects were ever made for it.
func listOnStage(t testing.TB, n int) (l *List, made *int, w fyne.Window) {
	t.Helper()
	made = new(int)
	l = NewList(func() fyne.CanvasObject { *made++; return NewText("") },
		func(i int, o fyne.CanvasObject) { o.(*Text).SetText(fmt.Sprint(i)) })
	l.SetRows(unevenHeights(n), -1)
	return l, made, stage(t, l, 400, 300)
}

func unevenHeights(n int) []float32 {
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = 20 + float32(i%5)*15
	}
	return heights
}

// wheel turns the mouse's wheel until the list stands at y, or at its end.
func wheel(l *List, y float32) {
	l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: l.scroll.Offset.Y - y}})
}

// inSight is what the rows in sight say, by row, checked against where they
// must stand.
func inSight(t *testing.T, l *List) map[int]*Text {
	t.Helper()
	out := map[int]*Text{}
	for i, o := range l.shown {
		row := o.(*Text)
		out[i] = row
		equal(t, fmt.Sprintf("row %d says", i), row.Words(), fmt.Sprint(i))
		equal(t, fmt.Sprintf("row %d is visible", i), row.Visible(), true)
		equal(t, fmt.Sprintf("row %d stands at", i), row.Position().Y, l.tops[i])
		equal(t, fmt.Sprintf("row %d is high", i), row.Size().Height, l.tops[i+1]-l.tops[i])
		if bottom := row.Position().Y + row.Size().Height; bottom < l.scroll.Offset.Y || row.Position().Y > l.scroll.Offset.Y+l.scroll.Size().Height {
			t.Errorf("row %d is made and out of sight", i)
		}
	}
	visible := 0
	for _, o := range l.field.Objects {
		if _, ok := o.(*Text); ok && o.Visible() {
			visible++
		}
	}
	equal(t, "visible row objects", visible, len(out))
	return out
}

func TestListMakesOnlyTheRowsInSight(t *testing.T) {
	l, made, _ := listOnStage(t, 10000)
	rows := inSight(t, l)
	if _, ok := rows[0]; !ok || len(rows) < 5 || len(rows) > 16 {
		t.Fatalf("%d rows in sight, want those of 300 units from the top", len(rows))
	}
	for y := float32(0); y < l.tops[len(l.tops)-1]; y += 7001 {
		wheel(l, y)
		inSight(t, l)
	}
	wheel(l, 1e6)
	if _, ok := inSight(t, l)[9999]; !ok {
		t.Error("the last row is not in sight at the bottom")
	}
	if *made > 20 {
		t.Errorf("%d row objects were made for 10,000 rows", *made)
	}
}

func TestListBringsTheSelectionIntoSight(t *testing.T) {
	l, _, w := listOnStage(t, 10000)
	var told []int
	l.Selected = func(i int) { told = append(told, i) }
	w.Canvas().Focus(l)
	equal(t, "the focus selects", l.Selection(), 0)
	seen := func(i int) {
		t.Helper()
		equal(t, "selection", l.Selection(), i)
		equal(t, "the last that was told", told[len(told)-1], i)
		if l.tops[i] < l.scroll.Offset.Y-0.5 || l.tops[i+1] > l.scroll.Offset.Y+300.5 {
			t.Errorf("row %d is selected and not wholly in sight", i)
		}
		if _, ok := inSight(t, l)[i]; !ok {
			t.Errorf("row %d is selected and not made", i)
		}
		equal(t, "the mark of the selection stands at", l.back.Position().Y, l.tops[i])
		equal(t, "the mark is visible", l.back.Visible(), true)
	}
	for i := 1; i <= 40; i++ {
		press(w, fyne.KeyDown)
		seen(i)
	}
	for i := 39; i >= 10; i-- {
		press(w, fyne.KeyUp)
		seen(i)
	}
	press(w, fyne.KeyPageDown)
	seen(15)
	press(w, fyne.KeyPageUp)
	seen(10)
	press(w, fyne.KeyEnd)
	seen(9999)
	press(w, fyne.KeyDown)
	seen(9999)
	press(w, fyne.KeyHome)
	seen(0)
	press(w, fyne.KeyUp)
	seen(0)
}

func TestListKeepsAndLosesTheSelection(t *testing.T) {
	l, _, _ := listOnStage(t, 100)
	l.Select(40)
	l.SetRows(unevenHeights(101), 41) // one more at the top
	equal(t, "kept", l.Selection(), 41)
	inSight(t, l)
	l.SetRows(unevenHeights(101), -1)
	equal(t, "lost", l.Selection(), -1)
	equal(t, "the mark is visible", l.back.Visible(), false)
	l.SetRows(unevenHeights(3), 41)
	equal(t, "beyond the end", l.Selection(), 2)
	l.SetRows(nil, 0)
	equal(t, "of none", l.Selection(), -1)
	equal(t, "rows made of none", len(inSight(t, l)), 0)
	l.Select(5)
	equal(t, "selecting in none", l.Selection(), -1)
}

func TestListShowsRowsAfterItHasShrunk(t *testing.T) {
	l, _, _ := listOnStage(t, 1000)
	wheel(l, 1e6)
	l.SetRows(unevenHeights(3), -1)
	equal(t, "rows in sight", len(inSight(t, l)), 3)
	equal(t, "offset", l.scroll.Offset.Y, 0)
}

func TestListTellsItsWidthBeforeItShowsRows(t *testing.T) {
	l, _, w := listOnStage(t, 50)
	var widths []float32
	l.Resized = func(width float32) {
		widths = append(widths, width)
		l.SetRows(unevenHeights(30), -1)
	}
	w.Resize(fyne.NewSize(500, 300))
	w.Resize(fyne.NewSize(500, 400)) // another height is no other width
	if len(widths) != 1 || widths[0] != 500 {
		t.Errorf("told of %v, want 500 once", widths)
	}
	equal(t, "rows", l.Len(), 30)
	for _, row := range inSight(t, l) {
		equal(t, "width of a row", row.Size().Width, 500)
	}
}

func TestListIsWorkedByTheMouse(t *testing.T) {
	l, _, w := listOnStage(t, 100)
	clicked := -1
	l.Clicked = func(i int) { clicked = i }
	test.TapAt(l, fyne.NewPos(30, l.tops[3]+2))
	equal(t, "clicked", clicked, 3)
	equal(t, "selected", l.Selection(), 3)
	equal(t, "focus", w.Canvas().Focused() == fyne.Focusable(l), true)
	wheel(l, l.tops[50])
	test.TapAt(l, fyne.NewPos(30, 2))
	equal(t, "clicked when scrolled", clicked, 50)
}

func TestListPassesOnWhatItHasNoUseFor(t *testing.T) {
	l, _, w := listOnStage(t, 10)
	var key fyne.KeyName
	var typed rune
	l.Keyed = func(k *fyne.KeyEvent) { key = k.Name }
	l.Typed = func(r rune) { typed = r }
	w.Canvas().Focus(l)
	press(w, fyne.KeyReturn)
	write(w, "k")
	equal(t, "key", key, fyne.KeyReturn)
	equal(t, "character", typed, 'k')
}

// Other heights leave the first row in sight where it is.
func TestOtherHeightsMoveNothingInSight(t *testing.T) {
	l, _, _ := listOnStage(t, 200)
	l.Select(120)
	wheel(l, l.tops[100]+7)
	heights := unevenHeights(200)
	for i := range heights {
		heights[i] += float32(i % 3 * 10)
	}
	l.SetHeights(heights)
	equal(t, "offset", l.scroll.Offset.Y, l.tops[100]+7)
	equal(t, "selection", l.Selection(), 120)
	if rows := inSight(t, l); rows[100] == nil || rows[99] != nil {
		t.Error("another row is the first in sight")
	}
	wheel(l, 0)
	l.SetHeights(unevenHeights(200))
	equal(t, "offset at the top", l.scroll.Offset.Y, float32(0))
	l.SetHeights(nil)
	inSight(t, l)
}
