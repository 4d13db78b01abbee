package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// told is everything that a cell said, in order.
type told struct {
	changed, committed, refused []string
	steps                       []int
	keys                        []fyne.KeyName
}

func cellOnStage(t *testing.T) (*VoteCell, *told, fyne.Window) {
	t.Helper()
	c, s := NewVoteCell(), &told{}
	c.Changed = func(d string) { s.changed = append(s.changed, d) }
	c.Committed = func(d string) { s.committed = append(s.committed, d) }
	c.Leave = func(step int) { s.steps = append(s.steps, step) }
	c.Refused = func(what string) { s.refused = append(s.refused, what) }
	c.Keyed = func(k *fyne.KeyEvent) { s.keys = append(s.keys, k.Name) }
	w := stage(t, c, 90, 28)
	return c, s, w
}

// drawn is the number as the cell draws it, with whether the caret shows and
// whether the number is marked as selected.
func drawn(c *VoteCell) (text string, caret, selected bool) {
	r := test.WidgetRenderer(c).(*voteCellRenderer)
	return r.text.Text, !r.caret.Hidden, !r.chosen.Hidden
}

func TestCellTakesDigitsAndPassesOverSeparators(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "15,5 2\u00a09")
	equal(t, "digits", c.Digits(), "15529")
	text, caret, selected := drawn(c)
	equal(t, "drawn", text, "15,529")
	equal(t, "caret", caret, true)
	equal(t, "selected", selected, false)
	if want := []string{"1", "15", "155", "1552", "15529"}; !slices.Equal(s.changed, want) {
		t.Errorf("told of %q, want %q", s.changed, want)
	}
	if len(s.refused) > 0 {
		t.Errorf("a separator was refused: %q", s.refused)
	}
}

func TestCellRefusesLettersAndSaysWhich(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "1o.-2")
	equal(t, "digits", c.Digits(), "12")
	if want := []string{"o", ".", "-"}; !slices.Equal(s.refused, want) {
		t.Errorf("refused %q, want %q", s.refused, want)
	}
}

func TestCellSelectsAllOnFocus(t *testing.T) {
	c, _, w := cellOnStage(t)
	c.SetCommitted("8589")
	w.Canvas().Focus(c)
	_, caret, selected := drawn(c)
	equal(t, "selected", selected, true)
	equal(t, "caret", caret, false)
	write(w, "7")
	equal(t, "typing replaces what is selected", c.Digits(), "7")
	_, caret, selected = drawn(c)
	equal(t, "selected after typing", selected, false)
	equal(t, "caret after typing", caret, true)
}

func TestCellErasesWhatIsSelected(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyBackspace, fyne.KeyDelete} {
		c, _, w := cellOnStage(t)
		c.SetCommitted("8589")
		w.Canvas().Focus(c)
		press(w, key)
		equal(t, string(key), c.Digits(), "")
	}
}

func TestCellIsLeftByKeys(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	press(w, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp, fyne.KeyF6)
	if want := []int{1, 1, 1, -1}; !slices.Equal(s.steps, want) {
		t.Errorf("left by %v, want %v", s.steps, want)
	}
	if want := []fyne.KeyName{fyne.KeyF6}; !slices.Equal(s.keys, want) {
		t.Errorf("passed on %v, want %v", s.keys, want)
	}
}

func TestCellCommitsOnceWhenItIsLeft(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "15529")
	if len(s.committed) > 0 {
		t.Fatalf("committed %q before it was left", s.committed)
	}
	equal(t, "pending", c.Pending(), true)
	w.Canvas().Unfocus()
	w.Canvas().Focus(c)
	w.Canvas().Unfocus()
	if want := []string{"15529"}; !slices.Equal(s.committed, want) {
		t.Errorf("committed %q, want %q", s.committed, want)
	}
	equal(t, "pending after", c.Pending(), false)
}

func TestCellEscapeRestoresTheCommittedFigure(t *testing.T) {
	c, s, w := cellOnStage(t)
	c.SetCommitted("8589")
	w.Canvas().Focus(c)
	write(w, "15529")
	press(w, fyne.KeyEscape)
	equal(t, "digits", c.Digits(), "8589")
	equal(t, "the last that was told", s.changed[len(s.changed)-1], "8589")
	_, _, selected := drawn(c)
	equal(t, "selected", selected, true)
	w.Canvas().Unfocus()
	if len(s.committed) > 0 {
		t.Errorf("committed %q after Esc", s.committed)
	}
}

func TestCellMovesAndErasesAroundCommas(t *testing.T) {
	for _, k := range []struct {
		keys   []fyne.KeyName
		digits string
		caret  int
	}{
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyBackspace}, "123456", 6},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyDelete}, "234567", 0},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyBackspace}, "1234567", 0},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyDelete}, "1234567", 7},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyDelete}, "134567", 1}, // beside the first comma
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyBackspace}, "234567", 0},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyBackspace}, "123567", 3},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyRight, fyne.KeyRight}, "1234567", 7},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyLeft}, "1234567", 0},
	} {
		c, _, w := cellOnStage(t)
		w.Canvas().Focus(c)
		write(w, "1234567")
		press(w, k.keys...)
		if c.Digits() != k.digits || c.Caret() != k.caret {
			t.Errorf("%v: got %s with the caret at %d, want %s at %d", k.keys, c.Digits(), c.Caret(), k.digits, k.caret)
		}
	}
}

// The caret stands right of the digits before it and of the comma between.
func TestCellDrawsTheCaretWhereTypingGoes(t *testing.T) {
	c, _, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "15529")
	r := test.WidgetRenderer(c).(*voteCellRenderer)
	width := func(s string) float32 { return fyne.MeasureText(s, BodySize, fyne.TextStyle{}).Width }
	right := c.Size().Width - cellPad
	for i, after := range []string{"15,529", "5,529", "529", "29", "9", ""} {
		press(w, fyne.KeyHome)
		for range i {
			press(w, fyne.KeyRight)
		}
		want := right - width(after)
		if after == "" {
			want = right
		}
		if d := r.caret.Position().X - want; d < -0.5 || d > 0.5 {
			t.Errorf("the caret after %d digits stands at %v, want %v", i, r.caret.Position().X, want)
		}
	}
}

func TestCellPastesNumbersAndNothingElse(t *testing.T) {
	for _, k := range []struct{ paste, digits string }{
		{"15,529", "15529"},
		{"15 529", "15529"},
		{" 15\u202f529\n", "15529"},
		{"1\u00a0234\u00a0567", "1234567"},
		{"15529", "15529"},
		{"", "42"},
		{"garbage", "42"},
		{"15.529", "42"},
		{"−3", "42"},
		{"15529\n8589", "42"}, // a column is not one number
		{"15529\t8589", "42"},
		{"155 29", "42"},
		{"15,52", "42"},
		{"1234567890", "42"}, // cut short it would be another number
	} {
		c, s, w := cellOnStage(t)
		c.SetCommitted("42")
		w.Canvas().Focus(c)
		clip := test.NewClipboard()
		clip.SetContent(k.paste)
		c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		equal(t, "pasting "+k.paste, c.Digits(), k.digits)
		if refused := k.digits == "42" && k.paste != ""; refused != (len(s.refused) == 1) {
			t.Errorf("pasting %q refused %q", k.paste, s.refused)
		}
	}
}

func TestCellCopiesAndCuts(t *testing.T) {
	c, _, w := cellOnStage(t)
	c.SetCommitted("15529")
	w.Canvas().Focus(c)
	clip := test.NewClipboard()
	c.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	equal(t, "copied", clip.Content(), "15529")
	equal(t, "left by copying", c.Digits(), "15529")
	clip.SetContent("")
	c.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	equal(t, "cut", clip.Content(), "15529")
	equal(t, "left by cutting", c.Digits(), "")
	write(w, "86")
	c.TypedShortcut(&fyne.ShortcutSelectAll{})
	write(w, "7")
	equal(t, "typed over everything", c.Digits(), "7")
}

func TestCellHoldsNoMoreThanMaxDigits(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "12345678")
	equal(t, "digits", c.Digits(), "1234567")
	if !slices.Equal(s.refused, []string{"8"}) {
		t.Errorf("refused %q, want the eighth digit", s.refused)
	}
	// A file can bring a longer number; typing behind it must do no harm.
	c.SetTyped("12345678901", 11)
	write(w, "2")
	equal(t, "digits of a long number", c.Digits(), "12345678901")
}

func TestCellKeepsWhatIsTypedWhenACommitFails(t *testing.T) {
	c, s, w := cellOnStage(t)
	c.SetCommitted("8589")
	w.Canvas().Focus(c)
	write(w, "15529")
	w.Canvas().Unfocus()
	c.Uncommitted("8589")
	equal(t, "digits", c.Digits(), "15529")
	equal(t, "pending", c.Pending(), true)
	w.Canvas().Focus(c)
	_, _, selected := drawn(c)
	equal(t, "selected, where a keystroke would wipe it", selected, false)
	w.Canvas().Unfocus()
	if want := []string{"15529", "15529"}; !slices.Equal(s.committed, want) {
		t.Errorf("committed %q, want it tried again", s.committed)
	}
	c.Uncommitted("8589")
	w.Canvas().Focus(c)
	press(w, fyne.KeyEscape)
	equal(t, "after Esc", c.Digits(), "8589")
}

func TestCellIsNotOverwrittenWhileOneTypes(t *testing.T) {
	c, _, w := cellOnStage(t)
	c.SetCommitted("8589")
	w.Canvas().Focus(c)
	write(w, "155")
	c.SetCommitted("9000")
	equal(t, "while typing", c.Digits(), "155")
	press(w, fyne.KeyEscape)
	equal(t, "Esc", c.Digits(), "9000")
	c.SetCommitted("9001")
	equal(t, "when nothing is typed", c.Digits(), "9001")
	equal(t, "pending", c.Pending(), false)
}

func TestCellStartsAnewForAnotherFigure(t *testing.T) {
	c, s, w := cellOnStage(t)
	w.Canvas().Focus(c)
	write(w, "155")
	c.Start("")
	equal(t, "digits", c.Digits(), "")
	equal(t, "pending", c.Pending(), false)
	w.Canvas().Unfocus()
	if len(s.committed) > 0 {
		t.Errorf("committed %q, which was typed for another figure", s.committed)
	}
}

func TestCellBringsBackWhatWasTyped(t *testing.T) {
	c, s, w := cellOnStage(t)
	c.SetCommitted("8589")
	c.SetTyped("155", 1)
	w.Canvas().Focus(c)
	write(w, "0")
	equal(t, "digits", c.Digits(), "1055")
	equal(t, "caret", c.Caret(), 2)
	c.SetTyped("7", 99)
	equal(t, "caret beyond the end", c.Caret(), 1)
	w.Canvas().Unfocus()
	equal(t, "committed", s.committed[0], "7")
}

func TestCellShowsTheFocus(t *testing.T) {
	c, _, w := cellOnStage(t)
	r := test.WidgetRenderer(c).(*voteCellRenderer)
	edge := func() any {
		return test.WidgetRenderer(r.box).Objects()[0].(*canvas.Rectangle).StrokeColor
	}
	equal(t, "edge without the focus", edge(), any(ColorOf(Line)))
	test.Tap(c)
	equal(t, "focus", w.Canvas().Focused() == fyne.Focusable(c), true)
	equal(t, "edge with the focus", edge(), any(ColorOf(Focus)))
}

// Characters that are no digits are offered before they are refused, and a
// block that is pasted is handed on whole.
func TestVoteCellOffersWhatIsNoNumber(t *testing.T) {
	c := NewVoteCell()
	var refused, typed, pasted string
	c.Refused = func(what string) { refused += what }
	c.Typed = func(r rune) bool { typed += string(r); return r == 's' }
	c.Pasted = func(text string) { pasted = text }
	w := stage(t, c, 200, 40)
	w.Canvas().Focus(c)
	write(w, "1s2x,")
	equal(t, "digits", c.Digits(), "12")
	equal(t, "offered", typed, "sx")
	equal(t, "refused", refused, "x")
	paste := func(text string) {
		clipboard := fyne.CurrentApp().Clipboard()
		clipboard.SetContent(text)
		c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	for _, block := range []string{"1\n2\n", "Lee\t2,904", "1\r\n2"} {
		pasted = ""
		paste(block)
		equal(t, "pasted", pasted, block)
		equal(t, "digits after a block", c.Digits(), "12")
	}
	paste("\t345\r\n") // one number with the space around it
	equal(t, "digits after a number", c.Digits(), "12345")
}
