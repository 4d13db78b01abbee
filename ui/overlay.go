package ui

import (
	"nightdesk/ui/kit"
	"slices"
	"strings"
	"unicode"

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

// over shows content in a panel over the window and gives the focus to one of
// its parts.
func (w *Window) over(content fyne.CanvasObject, focus fyne.Focusable) {
	w.lay(w.panel(content), focus)
}

func (w *Window) panel(content fyne.CanvasObject) *fyne.Container {
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
	}, newCover(w.closeOverlay), kit.NewBox(kit.Panel).Edged(kit.Line), content)
}

// lay lays something over the whole window and gives the focus to one of its
// parts.
func (w *Window) lay(panel *fyne.Container, focus fyne.Focusable) {
	if w.overlay != nil {
		w.closeOverlay()
	}
	w.before = w.win.Canvas().Focused()
	w.unfocus() // commits the cell that is being typed in
	w.overlay = panel
	// The canvas keeps Tab within what lies over it: nothing beneath can be
	// keyed unseen.
	w.win.Canvas().Overlays().Add(panel)
	if focus != nil {
		w.focus(focus)
	}
}

// closeOverlay takes away what stands over the window.
func (w *Window) closeOverlay() {
	if w.overlay == nil {
		return
	}
	w.win.Canvas().Overlays().Remove(w.overlay)
	w.overlay, w.accept = nil, nil
	if w.before != nil {
		w.focus(w.before)
	} else {
		w.unfocus()
	}
	if left := w.left; left != nil {
		w.left = nil
		left()
	}
}

// choose lets the user pick from a list.
func (w *Window) choose(title string, choices []kit.Choice) {
	c := kit.NewChooser(title, choices)
	c.Leave = w.closeOverlay
	w.over(c.Container, c.Field())
}

// sheet asks for a few lines of text. The function done is called when the
// sheet is accepted and says why it cannot be, or "" where it can.
func (w *Window) sheet(title, words string, fields []*field, accept string, done func() string) {
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
		before := w.acts()
		if why := done(); why != "" {
			wrong.SetText(why)
			whatIsWrong.Show()
			w.overlay.Refresh()
			return
		}
		if w.acts() != before {
			w.accepted(title, fields)
		}
		w.closeOverlay()
	}
	for i, f := range fields {
		f.entry.Keyed = func(k *fyne.KeyEvent) bool {
			switch {
			case k.Name == fyne.KeyEscape:
				w.closeOverlay()
			case kit.IsEnter(k) && !f.entry.MultiLine && i < len(fields)-1:
				w.focus(fields[i+1].entry)
			case kit.IsEnter(k) && !f.entry.MultiLine:
				finish()
			default:
				return false
			}
			return true
		}
		at := 0
		if f.second {
			at = 1
		}
		if f.label != "" {
			columns[at] = append(columns[at], kit.NewSmall(f.label))
		}
		columns[at] = append(columns[at], f.object())
	}
	if columns[1] == nil {
		objects = append(objects, columns[0]...)
	} else {
		objects = append(objects, beside(kit.Column(6, columns[0]...), kit.Column(6, columns[1]...)))
	}
	yes := kit.NewButton(accept, kit.Filled, finish)
	no := kit.NewButton("Cancel  Esc", kit.Outlined, w.closeOverlay)
	objects = append(objects, whatIsWrong, sheetFoot(fields, yes, no))
	var first fyne.Focusable = yes
	if len(fields) > 0 {
		first = fields[0].entry
	}
	w.over(kit.Column(6, objects...), first)
	w.accept = finish
	given := texts(fields)
	w.keepSheet(title, fields)
	w.selectGiven(fields, given)
}

// sheetFoot are the buttons under a sheet, with the key that accepts it where
// Enter begins a new line in one of its fields.
func sheetFoot(fields []*field, yes, no *kit.Button) fyne.CanvasObject {
	if !slices.ContainsFunc(fields, func(f *field) bool { return f.lines > 0 }) {
		return kit.Row(8, yes, no)
	}
	return kit.Row(8, yes, no, kit.NewSmall("Ctrl+Enter: "+yes.Words))
}

// texts are what stands in the fields.
func texts(fields []*field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.entry.Text)
	}
	return out
}

// selectGiven has a line that a sheet came with selected when the focus comes
// to it, so that typing replaces it. Once it is changed it is the user's own.
func (w *Window) selectGiven(fields []*field, given []string) {
	for i, f := range fields {
		if f.lines > 0 || f.entry.Text == "" || f.entry.Text != given[i] {
			continue
		}
		changed := f.entry.OnChanged
		f.entry.SelectAll = true
		f.entry.OnChanged = func(s string) {
			f.entry.SelectAll = false
			if changed != nil {
				changed(s)
			}
		}
		if w.focusedIn(f.entry) {
			f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
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

// field is a line or several to type in a sheet.
type field struct {
	label  string
	entry  *kit.Entry
	second bool              // stands in a second column
	lines  int               // of several; 0 is one line
	below  fyne.CanvasObject // shown under the entry, nil mostly
}

func newField(label, text, placeholder string) *field {
	f := &field{label: label, entry: kit.NewEntry(placeholder)}
	f.entry.SetText(text)
	return f
}

func newLongField(label, text, placeholder string, lines int) *field {
	f := &field{label: label, entry: kit.NewTextEntry(placeholder), lines: lines}
	f.entry.SetText(text)
	return f
}

func (f *field) object() fyne.CanvasObject {
	if f.lines > 0 {
		f.entry.SetMinRowsVisible(f.lines)
	}
	if f.below != nil {
		return kit.Column(0, f.entry, f.below)
	}
	return f.entry
}

// askLine asks for one line, which may not be empty.
func (w *Window) askLine(words, placeholder, accept string, then func(string)) {
	f := newField("", "", placeholder)
	w.sheet(accept, words, []*field{f}, accept, func() string {
		if f.entry.Text == "" {
			return "Fill in the line."
		}
		then(f.entry.Text)
		return ""
	})
}

// askAuthor asks who writes, the first time somebody does.
func (w *Window) askAuthor(then func()) {
	name := newField("Name, as the by-line prints it", "", "")
	w.sheet("Who writes?", "Every act in the night names its author.", []*field{name}, "Add", func() string {
		if !strings.ContainsFunc(name.entry.Text, unicode.IsLetter) { // digits were meant for a vote cell
			return "Fill in a name."
		}
		w.addAuthor(name.entry.Text, then)
		return ""
	})
}
