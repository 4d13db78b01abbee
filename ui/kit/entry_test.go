package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestEntryIsLeftByTab(t *testing.T) {
	first, second := NewTextEntry(""), NewTextEntry("")
	w := stage(t, Column(4, first, second), 400, 300)
	w.Canvas().Focus(first)
	write(w, "a")
	press(w, fyne.KeyTab)
	equal(t, "focus", w.Canvas().Focused() == fyne.Focusable(second), true)
	equal(t, "text", first.Text, "a")

	var key fyne.KeyName
	second.TakesTab = true
	second.Keyed = func(k *fyne.KeyEvent) bool { key = k.Name; return true }
	press(w, fyne.KeyTab)
	equal(t, "Tab is offered", key, fyne.KeyTab)
	equal(t, "focus stays", w.Canvas().Focused() == fyne.Focusable(second), true)
	equal(t, "and no tab is typed", second.Text, "")
}

func TestEntryIsLeftByEscape(t *testing.T) {
	e := NewEntry("")
	var focus []bool
	e.Focused = func(on bool) { focus = append(focus, on) }
	w := stage(t, e, 300, 40)
	w.Canvas().Focus(e)
	write(w, "Mill House")
	press(w, fyne.KeyEscape)
	equal(t, "focus", w.Canvas().Focused(), nil)
	equal(t, "text", e.Text, "Mill House")
	if len(focus) != 2 || !focus[0] || focus[1] {
		t.Errorf("told of the focus %v, want that it came and went", focus)
	}
}

func TestEntryOffersKeysAndCharactersFirst(t *testing.T) {
	e := NewTextEntry("")
	e.Keyed = func(k *fyne.KeyEvent) bool { return k.Name == fyne.KeyReturn }
	e.Typed = func(r rune) bool { return r == '/' }
	w := stage(t, e, 300, 100)
	w.Canvas().Focus(e)
	write(w, "a/b")
	press(w, fyne.KeyReturn)
	write(w, "c")
	press(w, fyne.KeyBackspace)
	equal(t, "text", e.Text, "ab")
}

func TestEntrySelectsAllOnFocus(t *testing.T) {
	e := NewEntry("")
	e.SelectAll = true
	e.SetText("old")
	w := stage(t, e, 300, 40)
	w.Canvas().Focus(e)
	write(w, "n")
	equal(t, "text", e.Text, "n")
}

// The caret of a draft comes back to the character it stood before, whatever
// the width that the text is wrapped in.
func TestEntryCaretGoesThereAndBack(t *testing.T) {
	long := strings.Repeat("The returning officer has asked the agents to come to the table. ", 4)
	for _, text := range []string{"", "a", "one\ntwo", "one\n\n\nfour\n", "naïve – “quoted” ✓", long, long + "\n\n" + long + "\nend", strings.Repeat("x", 300)} {
		for _, width := range []float32{120, 333, 900} {
			e := NewTextEntry("")
			stage(t, e, width, 200)
			e.SetText(text)
			n := len([]rune(text))
			for offset := range n + 1 {
				e.SetCaret(offset)
				if at := e.CursorTextOffset(); at != offset {
					t.Fatalf("%.20q at width %v: caret set to %d of %d stands at %d", text, width, offset, n, at)
				}
			}
			e.SetCaret(n + 50)
			equal(t, "caret beyond the end", e.CursorTextOffset(), n)
		}
	}
}

func TestEntryInsertsAtTheCaret(t *testing.T) {
	e := NewTextEntry("")
	changed := ""
	e.OnChanged = func(s string) { changed = s }
	stage(t, e, 300, 100)
	e.SetText("one\nthree")
	e.SetCaret(4)
	e.Insert("two\n")
	equal(t, "text", e.Text, "one\ntwo\nthree")
	equal(t, "told", changed, e.Text)
	equal(t, "caret", e.CursorTextOffset(), 8)
}
