package shell

import (
	"nightdesk/ui/kit"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Sheet asks for a few lines of text. The function done is called when the
// sheet is accepted and says why it cannot be, or "" where it can.
func (sh *Shell) Sheet(title, words string, fields []*Field, accept string, done func() string) {
	objects := []fyne.CanvasObject{kit.NewText(title).Bold().Sized(kit.TitleSize)}
	if words != "" {
		objects = append(objects, kit.Inset(kit.Wrapped(words), 0, 0, 0, -4))
	}
	wrong := kit.Wrapped("")
	wrong.Importance = widget.WarningImportance
	wrong.Selectable = false // Tab goes on to the button
	whatIsWrong := kit.Inset(wrong, 0, 0, 0, -4)
	whatIsWrong.Hide()
	columns := [2][]fyne.CanvasObject{}
	finish := func() {
		before := sh.acts()
		if why := done(); why != "" {
			wrong.SetText(why)
			whatIsWrong.Show()
			sh.overlay.Refresh()
			return
		}
		if sh.acts() != before {
			sh.Accepted(title, fields)
		}
		sh.CloseOverlay()
	}
	for i, f := range fields {
		f.Entry.Keyed = func(k *fyne.KeyEvent) bool {
			switch {
			case k.Name == fyne.KeyEscape:
				sh.CloseOverlay()
			case kit.IsEnter(k) && !f.Entry.MultiLine && i < len(fields)-1:
				sh.Focus(fields[i+1].Entry)
			case kit.IsEnter(k) && !f.Entry.MultiLine:
				finish()
			default:
				return false
			}
			return true
		}
		at := 0
		if f.Second {
			at = 1
		}
		if f.Label != "" {
			columns[at] = append(columns[at], kit.NewSmall(f.Label))
		}
		columns[at] = append(columns[at], f.Object())
	}
	if columns[1] == nil {
		objects = append(objects, columns[0]...)
	} else {
		objects = append(objects, beside(kit.Column(6, columns[0]...), kit.Column(6, columns[1]...)))
	}
	yes := kit.NewButton(accept, kit.Filled, finish)
	no := kit.NewButton("Cancel  Esc", kit.Outlined, sh.CloseOverlay)
	objects = append(objects, whatIsWrong, sheetFoot(fields, yes, no))
	var first fyne.Focusable = yes
	if len(fields) > 0 {
		first = fields[0].Entry
	}
	sh.Over(kit.Column(6, objects...), first)
	sh.accept = finish
	given := texts(fields)
	sh.KeepSheet(title, fields)
	sh.selectGiven(fields, given)
}

// sheetFoot are the buttons under a sheet, with the key that accepts it where
// Enter begins a new line in one of its fields.
func sheetFoot(fields []*Field, yes, no *kit.Button) fyne.CanvasObject {
	if !slices.ContainsFunc(fields, func(f *Field) bool { return f.lines > 0 }) {
		return kit.Row(8, yes, no)
	}
	return kit.Row(8, yes, no, kit.NewSmall("Ctrl+Enter: "+yes.Words))
}

// texts are what stands in the fields.
func texts(fields []*Field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Entry.Text)
	}
	return out
}

// selectGiven has a line that a sheet came with selected when the focus comes
// to it, so that typing replaces it. Once it is changed it is the user's own.
func (sh *Shell) selectGiven(fields []*Field, given []string) {
	for i, f := range fields {
		if f.lines > 0 || f.Entry.Text == "" || f.Entry.Text != given[i] {
			continue
		}
		changed := f.Entry.OnChanged
		f.Entry.SelectAll = true
		f.Entry.OnChanged = func(s string) {
			f.Entry.SelectAll = false
			if changed != nil {
				changed(s)
			}
		}
		if sh.FocusedIn(f.Entry) {
			f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
}

// beside stands two columns of a sheet side by side, each half as wide.
func beside(left, right fyne.CanvasObject) fyne.CanvasObject {
	const width, gap float32 = 360, 24
	return container.New(kit.Place{
		Min: func(o []fyne.CanvasObject) fyne.Size {
			return fyne.NewSize(2*width+gap, max(o[0].MinSize().Height, o[1].MinSize().Height))
		},
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			half := (size.Width - gap) / 2
			kit.Put(o[0], 0, 0, half, o[0].MinSize().Height)
			kit.Put(o[1], half+gap, 0, half, o[1].MinSize().Height)
		},
	}, left, right)
}

// Field is a line or several to type in a sheet.
type Field struct {
	Label  string
	Entry  *kit.Entry
	Second bool              // stands in a second column
	Below  fyne.CanvasObject // shown under the entry, nil mostly
	lines  int               // of several; 0 is one line
}

// NewField makes a field of one line with a text in it; the placeholder stands
// there while it is empty.
func NewField(label, text, placeholder string) *Field {
	f := &Field{Label: label, Entry: kit.NewEntry(placeholder)}
	f.Entry.SetText(text)
	return f
}

// NewLongField makes a field of so many lines.
func NewLongField(label, text, placeholder string, lines int) *Field {
	f := &Field{Label: label, Entry: kit.NewTextEntry(placeholder), lines: lines}
	f.Entry.SetText(text)
	return f
}

// Object is what a sheet shows of the field, without its label.
func (f *Field) Object() fyne.CanvasObject {
	if f.lines > 0 {
		f.Entry.SetMinRowsVisible(f.lines)
	}
	if f.Below != nil {
		return kit.Column(0, f.Entry, f.Below)
	}
	return f.Entry
}

// Text is what stands in a field, without blanks round it.
func (f *Field) Text() string { return strings.TrimSpace(f.Entry.Text) }

// AskLine asks for one line, which may not be empty.
func (sh *Shell) AskLine(words, placeholder, accept string, then func(string)) {
	f := NewField("", "", placeholder)
	sh.Sheet(accept, words, []*Field{f}, accept, func() string {
		if f.Entry.Text == "" {
			return "Fill in the line."
		}
		then(f.Entry.Text)
		return ""
	})
}
