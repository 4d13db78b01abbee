package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// tableRow is a row of a table: a line of text and some marks a column.
type tableRow struct {
	of    *Table
	box   *fyne.Container
	texts []*Text
	marks [][]*Bar // by column, as many as were ever needed there
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{of: t, marks: make([][]*Bar, len(t.columns))}
	var objects []fyne.CanvasObject
	for _, c := range t.columns {
		text := NewText("").Trim()
		if c.Right {
			text.Right()
		}
		r.texts = append(r.texts, text)
		objects = append(objects, text)
	}
	r.box = container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, TableRow) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size.Height) },
	}, objects...)
	return r
}

func (r *tableRow) show(cells []Cell) {
	for i, c := range cells {
		role := Ink
		if c.Quiet {
			role = Quiet
		}
		r.texts[i].Set(c.Words, c.Bold, role)
		for len(r.marks[i]) < len(c.Marks) {
			r.marks[i] = append(r.marks[i], NewBar())
			r.box.Objects = append(r.box.Objects, r.marks[i][len(r.marks[i])-1])
		}
		for k, bar := range r.marks[i] {
			var m Mark
			if k < len(c.Marks) {
				m = c.Marks[k]
			}
			bar.Set(1, m.Fill, m.Outline, k < len(c.Marks))
		}
	}
	r.put(TableRow)
}

// put gives cells and marks their places; words begin after the marks.
func (r *tableRow) put(height float32) {
	for i, s := range r.of.spans {
		x, width := s.x, s.width
		if width > 0 {
			for _, bar := range r.marks[i] {
				if bar.show {
					Put(bar, x, (height-markHigh)/2, markWidth, markHigh)
					x += markWidth + 2
				}
			}
			if x > s.x {
				x += 4
			}
		}
		for _, bar := range r.marks[i] {
			bar.Hidden = width == 0
		}
		text, room, size := r.texts[i], max(0, s.x+width-x), BodySize
		if width > 0 && fyne.MeasureText(text.text, BodySize, fyne.TextStyle{Bold: text.bold}).Width > room {
			size = SmallSize
		}
		text.Hidden = width == 0
		Put(text, x, 0, room, height)
		if text.size != size {
			text.Sized(size).Refresh()
		}
	}
}

// The marks of the column that the rows are sorted by: upwards, or falling.
const sortedUp, sortedDown = "▴", "▾"

// tableHeads are the heads of the columns. The one that the rows are sorted by
// is marked; the one at hand is underlined while the table has the focus.
type tableHeads struct {
	widget.BaseWidget
	of    *Table
	texts []*Text
	under *Box
}

func newTableHeads(t *Table) *tableHeads {
	h := &tableHeads{of: t, under: NewBox(Ink)}
	for _, c := range t.columns {
		text := NewSmall(c.Head).Trim()
		if c.Right {
			text.Right()
		}
		h.texts = append(h.texts, text)
	}
	h.ExtendBaseWidget(h)
	return h
}

// show says how the rows are sorted and which head is at hand.
func (h *tableHeads) show() {
	t := h.of
	h.under.Hidden = true
	for i, c := range t.columns {
		words, role := c.Head, Quiet
		if i == t.sorted {
			role = Ink
			mark := sortedUp
			if t.falling {
				mark = sortedDown
			}
			if words += " " + mark; c.Right {
				words = mark + " " + c.Head
			}
		}
		s := t.spans[i]
		h.texts[i].Hidden = s.width == 0
		h.texts[i].Set(words, false, role)
		// A head may reach into the gap before its column, where its figures
		// are narrower than its words.
		x := s.x
		if c.Right {
			x -= headReach
		}
		Put(h.texts[i], x, 0, s.x+s.width-x, tableHead-2)
		if i == t.at && t.list != nil && t.list.focused && s.width > 0 {
			h.under.Hidden = false
			Put(h.under, s.x, tableHead-2, s.width, 2)
		}
	}
	h.Refresh()
}

// Tapped sorts by the column under the pointer.
func (h *tableHeads) Tapped(e *fyne.PointEvent) {
	for i, s := range h.of.spans {
		if s.width > 0 && e.Position.X >= s.x-tableGap/2 && e.Position.X < s.x+s.width+tableGap/2 {
			h.of.sort(i)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (h *tableHeads) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.under}
	for _, t := range h.texts {
		objects = append(objects, t)
	}
	return widget.NewSimpleRenderer(container.NewWithoutLayout(objects...))
}
