package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field for text. Tab leaves it, also where it holds many lines;
// Esc leaves it and changes nothing; the keys it has no use for are offered
// to Keyed.
type Entry struct {
	widget.Entry

	// Keyed is offered every key first and reports whether it took it.
	Keyed func(*fyne.KeyEvent) bool
	// Typed is offered every character first and reports whether it took it.
	Typed func(rune) bool
	// Pasted is offered every pasted text first and reports whether it took it.
	Pasted func(string) bool
	// Focused is told when the focus comes and goes.
	Focused func(bool)
	// TakesTab offers Tab to Keyed instead of moving the focus on.
	TakesTab bool
	// SelectAll selects everything whenever the focus comes.
	SelectAll bool
}

// NewEntry makes a field of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.Scroll = container.ScrollHorizontalOnly
	e.ExtendBaseWidget(e)
	return e
}

// NewTextEntry makes a field of many lines that wraps between words.
func NewTextEntry(placeholder string) *Entry {
	e := &Entry{}
	e.PlaceHolder = placeholder
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab lets Tab leave the field, unless TakesTab says otherwise.
func (e *Entry) AcceptsTab() bool { return e.TakesTab }

// TypedKey offers the key to Keyed; Esc leaves the field.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.Keyed != nil && e.Keyed(k) {
		return
	}
	if k.Name == fyne.KeyEscape {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.Unfocus()
		}
		return
	}
	e.Entry.TypedKey(k)
}

// TypedRune offers the character to Typed.
func (e *Entry) TypedRune(r rune) {
	if e.Typed != nil && e.Typed(r) {
		return
	}
	e.Entry.TypedRune(r)
}

// TypedShortcut offers a paste to Pasted.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && e.Pasted != nil && e.Pasted(paste.Clipboard.Content()) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// Insert writes text at the caret, as a paste does.
func (e *Entry) Insert(text string) {
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: literal(text)})
}

// literal is a clipboard that holds one text.
type literal string

func (l literal) Content() string   { return string(l) }
func (l literal) SetContent(string) {}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	if e.SelectAll {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if e.Focused != nil {
		e.Focused(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.Focused != nil {
		e.Focused(false)
	}
}

// SetCaret puts the caret after the given number of characters, or at the end
// where the text is shorter.
func (e *Entry) SetCaret(offset int) {
	e.CursorRow, e.CursorColumn = 0, 0
	for row, last := 1, 0; ; row++ {
		e.CursorRow = row
		at := e.CursorTextOffset()
		if at <= last || at > offset {
			e.CursorRow = row - 1
			break
		}
		last = at
	}
	e.CursorColumn = 0
	e.CursorColumn = max(0, offset-e.CursorTextOffset())
	e.Refresh()
}

// Unframed shows an entry without its own box, on the panel's colour and in
// the given size of text, for a composer that draws one box around several
// fields.
func Unframed(e *Entry, size float32) fyne.CanvasObject {
	cover := &frame{}
	cover.ExtendBaseWidget(cover)
	return container.NewStack(container.NewThemeOverride(e, unframedTheme{size}), cover)
}

// frame covers the border that Fyne draws around an entry with the focus. The
// border shares its colour with the caret, so it cannot be made transparent.
type frame struct{ widget.BaseWidget }

func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	r := &frameRenderer{rect: canvas.NewRectangle(color.Transparent)}
	r.rect.StrokeWidth = 4
	r.Refresh()
	return r
}

type frameRenderer struct{ rect *canvas.Rectangle }

func (r *frameRenderer) Layout(size fyne.Size) {
	Put(r.rect, 0, 0, size.Width, size.Height)
}
func (r *frameRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *frameRenderer) Refresh()                     { r.rect.StrokeColor = ColorOf(Panel); r.rect.Refresh() }
func (r *frameRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *frameRenderer) Destroy()                     {}

type unframedTheme struct{ size float32 }

func (t unframedTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		name = Panel
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, variant)
}

func (t unframedTheme) Font(style fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(style)
}

func (t unframedTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(name)
}

func (t unframedTheme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return t.size
	case theme.SizeNameInputBorder:
		return 2
	case theme.SizeNameInnerPadding:
		return 6
	}
	return fyne.CurrentApp().Settings().Theme().Size(name)
}
