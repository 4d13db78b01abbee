package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// VoteCell is a field for one number of votes or papers. It holds digits and
// shows them with commas, right-aligned. Reaching it selects everything;
// Enter, Down and Up leave it for the next or the one before; Esc puts back
// the committed figure. What is no whole number of votes is refused, and said.
type VoteCell struct {
	widget.BaseWidget

	// Changed is told the digits after every keystroke, empty for none.
	Changed func(digits string)
	// Committed is told the digits when the cell is left and they differ from
	// the figure last committed.
	Committed func(digits string)
	// Leave is asked to move the focus: +1 to the next cell, −1 to the one
	// before.
	Leave func(step int)
	// Typed is offered characters that are no digits before they are refused,
	// and says whether it took one.
	Typed func(rune) bool
	// Pasted is offered what is pasted where it is more than one number: of
	// several lines, or of several columns. Without it that is refused.
	Pasted func(text string)
	// Refused is told what was refused: a character that was typed, or the
	// whole of what was pasted.
	Refused func(what string)
	// Keyed is offered the keys that the cell has no use for (F6).
	Keyed func(*fyne.KeyEvent)

	digits    string // as typed
	committed string
	caret     int  // between digits, 0 … len(digits)
	all       bool // everything is selected
	focused   bool
}

// MaxDigits is as long as a number of votes can get in a cell.
const MaxDigits = 7

// NewVoteCell makes an empty cell.
func NewVoteCell() *VoteCell {
	c := &VoteCell{}
	c.ExtendBaseWidget(c)
	return c
}

// SetCommitted shows a figure that the night holds, "" for unknown. What is
// being typed in the cell stays.
func (c *VoteCell) SetCommitted(digits string) {
	typed := c.digits != c.committed
	if c.committed == digits && (typed || c.digits == digits) {
		return
	}
	c.committed = digits
	if !typed || !c.focused {
		c.digits, c.caret = digits, len(digits)
	}
	c.Refresh()
}

// Start shows the figure of another number altogether. What is being typed in
// the cell was meant for the one before and goes.
func (c *VoteCell) Start(digits string) {
	c.committed, c.digits, c.caret, c.all = digits, digits, len(digits), c.focused && digits != ""
	c.Refresh()
}

// Uncommitted takes back a commit that failed: what is typed stays, to be
// tried again, and Esc restores the figure before.
func (c *VoteCell) Uncommitted(was string) {
	c.committed = was
	c.Refresh()
}

// SetTyped puts back what was typed and not committed, with its caret.
func (c *VoteCell) SetTyped(digits string, caret int) {
	c.digits, c.caret, c.all = digits, min(max(0, caret), len(digits)), false
	c.Refresh()
}

// Digits are what the cell shows, without commas.
func (c *VoteCell) Digits() string { return c.digits }

// Caret is where the caret stands, counted in digits from the left.
func (c *VoteCell) Caret() int { return c.caret }

// HasFocus reports whether keys go to this cell.
func (c *VoteCell) HasFocus() bool { return c.focused }

// Pending reports whether what is typed differs from the committed figure.
func (c *VoteCell) Pending() bool { return c.digits != c.committed }

// FocusGained selects everything.
func (c *VoteCell) FocusGained() {
	c.focused = true
	if !c.Pending() {
		c.all, c.caret = c.digits != "", len(c.digits)
	}
	c.Refresh()
}

// FocusLost commits what was typed.
func (c *VoteCell) FocusLost() {
	c.focused, c.all = false, false
	c.Commit()
	c.Refresh()
}

// Commit hands on what was typed, if it is new.
func (c *VoteCell) Commit() {
	if !c.Pending() {
		return
	}
	c.committed = c.digits
	if c.Committed != nil {
		c.Committed(c.digits)
	}
}

// TypedRune takes a digit; thousands separators are passed over.
func (c *VoteCell) TypedRune(r rune) {
	switch {
	case r >= '0' && r <= '9':
		c.insert(string(r))
	case r == ',' || unicode.IsSpace(r):
	case c.Typed != nil && c.Typed(r):
	default:
		c.refuse(string(r))
	}
}

func (c *VoteCell) refuse(what string) {
	if c.Refused != nil {
		c.Refused(what)
	}
}

// insert takes all of the digits or, where there is no room, none: cut short
// they would be another number.
func (c *VoteCell) insert(digits string) {
	room := MaxDigits - len(c.digits)
	if c.all {
		room = MaxDigits
	}
	if len(digits) > room {
		c.refuse(digits)
		return
	}
	if c.all {
		c.digits, c.caret, c.all = "", 0, false
	}
	c.digits = c.digits[:c.caret] + digits + c.digits[c.caret:]
	c.caret += len(digits)
	c.changed()
}

func (c *VoteCell) changed() {
	c.Refresh()
	if c.Changed != nil {
		c.Changed(c.digits)
	}
}

// TypedKey moves, deletes, leaves and restores.
func (c *VoteCell) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		c.leave(+1)
	case fyne.KeyUp:
		c.leave(-1)
	case fyne.KeyEscape:
		c.digits, c.caret, c.all = c.committed, len(c.committed), c.committed != ""
		c.changed()
	case fyne.KeyBackspace:
		c.erase(c.caret-1, c.caret)
	case fyne.KeyDelete:
		c.erase(c.caret, c.caret+1)
	case fyne.KeyLeft:
		c.moveTo(c.caret - 1)
	case fyne.KeyRight:
		c.moveTo(c.caret + 1)
	case fyne.KeyHome:
		c.moveTo(0)
	case fyne.KeyEnd:
		c.moveTo(len(c.digits))
	default:
		if c.Keyed != nil {
			c.Keyed(k)
		}
	}
}

func (c *VoteCell) leave(step int) {
	if c.Leave != nil {
		c.Leave(step)
	}
}

func (c *VoteCell) moveTo(caret int) {
	c.caret, c.all = min(max(0, caret), len(c.digits)), false
	c.Refresh()
}

func (c *VoteCell) erase(from, to int) {
	if c.all {
		from, to, c.all = 0, len(c.digits), false
	}
	if from < 0 || to > len(c.digits) || from == to {
		c.Refresh()
		return
	}
	c.digits = c.digits[:from] + c.digits[to:]
	c.caret = from
	c.changed()
}

// TypedShortcut copies, cuts, pastes and selects.
func (c *VoteCell) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(c.digits)
	case *fyne.ShortcutCut:
		s.Clipboard.SetContent(c.digits)
		c.erase(0, len(c.digits))
	case *fyne.ShortcutSelectAll:
		c.all = c.digits != ""
		c.Refresh()
	case *fyne.ShortcutPaste:
		c.paste(s.Clipboard.Content())
	}
}

// paste takes one number, plain or with a separator before every three
// digits. Anything else is refused whole: two numbers read as one are worse
// than none. A block is handed on.
func (c *VoteCell) paste(text string) {
	if c.Pasted != nil && strings.ContainsAny(strings.TrimSpace(text), "\t\r\n") {
		c.Pasted(text)
		return
	}
	digits := ""
	shown := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			digits += string(r)
		case unicode.Is(unicode.Zs, r):
			return ','
		}
		return r
	}, strings.TrimSpace(text))
	switch {
	case shown == "":
	case digits == "" || shown != digits && shown != grouped(digits):
		c.refuse(strings.Join(strings.Fields(text), " "))
	default:
		c.insert(digits)
	}
}

// Tapped gives the cell the focus.
func (c *VoteCell) Tapped(*fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
}

// Cursor implements desktop.Cursorable.
func (c *VoteCell) Cursor() desktop.Cursor { return desktop.TextCursor }

// grouped puts commas between the thousands of a run of digits.
func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// afterCaret is the end of a grouped number that holds n digits.
func afterCaret(shown string, n int) string {
	i := len(shown)
	for ; n > 0; i-- {
		if shown[i-1] != ',' {
			n--
		}
	}
	return shown[i:]
}

// CreateRenderer implements fyne.Widget.
func (c *VoteCell) CreateRenderer() fyne.WidgetRenderer {
	r := &voteCellRenderer{
		of: c, box: NewBox(Field).Edged(Line),
		chosen: canvas.NewRectangle(ColorOf(theme.ColorNameSelection)),
		text:   canvas.NewText("", ColorOf(Ink)),
		caret:  canvas.NewRectangle(ColorOf(Focus)),
	}
	r.text.Alignment, r.text.TextSize = fyne.TextAlignTrailing, BodySize
	return r
}

type voteCellRenderer struct {
	of     *VoteCell
	box    *Box
	chosen *canvas.Rectangle
	text   *canvas.Text
	caret  *canvas.Rectangle
}

const cellPad float32 = 8

func (r *voteCellRenderer) Layout(size fyne.Size) {
	c := r.of
	shown := grouped(c.digits)
	r.box.Resize(size)
	Put(r.text, cellPad, 0, size.Width-2*cellPad, size.Height)
	width := fyne.MeasureText(shown, BodySize, fyne.TextStyle{}).Width
	left := size.Width - cellPad - width
	Put(r.chosen, left-1, 5, width+2, size.Height-10)
	// The caret stands before the digits that follow it, so that it does not
	// jump when a comma is put in on its left.
	after := afterCaret(shown, len(c.digits)-c.caret)
	x := size.Width - cellPad - fyne.MeasureText(after, BodySize, fyne.TextStyle{}).Width
	Put(r.caret, x, 5, 1.5, size.Height-10)
}

func (r *voteCellRenderer) MinSize() fyne.Size { return fyne.NewSize(86, 26) }

func (r *voteCellRenderer) Refresh() {
	c := r.of
	switch {
	case c.focused:
		r.box.Set(Panel, Focus, 2)
	default:
		r.box.Set(Field, Line, 1)
	}
	r.text.Text, r.text.Color = grouped(c.digits), ColorOf(Ink)
	r.chosen.FillColor, r.chosen.Hidden = ColorOf(theme.ColorNameSelection), !(c.focused && c.all)
	r.caret.FillColor, r.caret.Hidden = ColorOf(Focus), !c.focused || c.all
	r.Layout(c.Size())
	r.box.Refresh()
	canvas.Refresh(c)
}

func (r *voteCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.box, r.chosen, r.text, r.caret}
}
func (r *voteCellRenderer) Destroy() {}
