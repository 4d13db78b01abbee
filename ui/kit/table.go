package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A TableColumn is one column of a Table.
type TableColumn struct {
	Head  string
	Width float32 // the room its words need
	Grows float32 // its part of the room that is left over, 0 for none
	Right bool    // figures stand at the right
	// Drop says when the column is left out, where there is no room for all:
	// the one with the highest number first, one with 0 never.
	Drop int
	// Yields says that the column is left out, too, where another would have to
	// cut its words for it.
	Yields bool
}

// A Cell is what a row shows in one column: words, which are set small where
// they do not fit and cut only where that is not enough, after marks in
// colours.
type Cell struct {
	Words string
	Marks []Mark
	Bold  bool
	Quiet bool
}

// A Mark is a small bar in a colour; its outline may be transparent.
type Mark struct{ Fill, Outline color.NRGBA }

// Table shows rows of one height in columns under their heads, and makes only
// the rows in sight. One row can be selected, by a click or with the keys of a
// List. Left and Right move along the heads and Space sorts by the one at
// hand, as a click on it does; the order itself is the caller's. Enter opens
// the selected row, as a second click on it does.
type Table struct {
	*fyne.Container

	// Fill puts the cells of row i into cells, which holds a zero Cell for
	// each column.
	Fill func(i int, cells []Cell)
	// Sort is told by which column to sort.
	Sort func(column int)
	// Open is told which row to open, Selected which one is selected, −1 for
	// none.
	Open     func(i int)
	Selected func(i int)
	// Keyed and Typed are offered what the table has no use for.
	Keyed func(*fyne.KeyEvent)
	Typed func(rune)

	columns []TableColumn
	wishes  []float32 // the room that the words of each column would have, whole; 0 where nobody said
	hidden  []bool    // by the caller
	spans   []span    // where each column stands
	sorted  int       // the column that the rows are sorted by, −1 for none
	falling bool      // largest or last first
	at      int       // the column at hand
	clicked int       // the row clicked last, −1 for none

	heads *tableHeads
	list  *List
	rows  map[fyne.CanvasObject]*tableRow
	cells []Cell // filled anew for each row
}

// span is where a column stands in a row; one that is left out has no width.
type span struct{ x, width float32 }

// The measures of a table. The scroll bar lies over the room at the right.
const (
	TableRow  float32 = 28
	tableHead float32 = 22
	tableGap  float32 = 10
	tableEdge float32 = 8
	headReach float32 = tableGap - 4 // of a head into the gap before its column
	barRoom   float32 = 12
	markWidth float32 = 4
	markHigh  float32 = 13
)

// NewTable makes an empty table.
func NewTable(columns []TableColumn) *Table {
	t := &Table{columns: slices.Clone(columns), wishes: make([]float32, len(columns)), hidden: make([]bool, len(columns)), spans: make([]span, len(columns)), sorted: -1, clicked: -1,
		rows: map[fyne.CanvasObject]*tableRow{}, cells: make([]Cell, len(columns))}
	t.heads = newTableHeads(t)
	t.list = NewList(t.newRow, t.fillRow)
	t.list.Resized = func(float32) { t.measure() }
	t.list.Selected = func(i int) {
		if t.Selected != nil {
			t.Selected(i)
		}
	}
	t.list.Clicked = t.click
	t.list.Keyed = t.key
	t.list.Typed = t.typed
	t.list.Focused = func(bool) { t.heads.show() }
	t.Container = container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, tableHead+3*TableRow) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			Put(o[0], 0, 0, size.Width, tableHead)
			Put(o[1], 0, tableHead, size.Width, 1)
			// No row is cut at the foot.
			rows := max(1, float32(int((size.Height-tableHead-1)/TableRow)))
			Put(o[2], 0, tableHead+1, size.Width, rows*TableRow)
		},
	}, t.heads, NewBox(Line), t.list)
	return t
}

// SetRows gives the table n rows and fills those in sight again. The row
// selected is selected and, where it is asked for, brought into sight; −1 is
// none.
func (t *Table) SetRows(n, selected int) {
	heights := make([]float32, n)
	for i := range heights {
		heights[i] = TableRow
	}
	t.clicked = -1
	t.list.SetRows(heights, selected)
}

// Select selects a row, brings it into sight and tells Selected.
func (t *Table) Select(i int) { t.list.Select(i) }

// Selection is the selected row, −1 for none.
func (t *Table) Selection() int { return t.list.Selection() }

// Len is the number of rows.
func (t *Table) Len() int { return t.list.Len() }

// Rows is where the focus belongs.
func (t *Table) Rows() fyne.Focusable { return t.list }

// Press moves the selection as a key of a List does, without the focus.
func (t *Table) Press(key fyne.KeyName) { t.list.TypedKey(&fyne.KeyEvent{Name: key}) }

// SetSorted marks the column that the rows are sorted by, and which way.
func (t *Table) SetSorted(column int, falling bool) {
	t.sorted, t.falling, t.at = column, falling, column
	t.heads.show()
}

// SetColumn changes the head of a column and whether it is shown at all.
func (t *Table) SetColumn(i int, head string, shown bool) {
	if t.columns[i].Head == head && t.hidden[i] == !shown {
		return
	}
	t.columns[i].Head, t.hidden[i] = head, !shown
	t.measure()
	t.list.Refresh()
}

// SetRoom says what room the words of a column need, and what they would have
// so that none is cut: it gets that as far as there is room, before what is
// left over is shared out. The columns at the left come first.
func (t *Table) SetRoom(i int, needs, whole float32) {
	if t.columns[i].Width == needs && t.wishes[i] == whole {
		return
	}
	t.columns[i].Width, t.wishes[i] = needs, whole
	t.measure()
	t.list.Refresh()
}

// Width is the room that a column has, 0 where it is hidden or left out for
// want of room.
func (t *Table) Width(i int) float32 { return t.spans[i].width }

// HeadRoom is the room that a column of figures needs for its head, also while
// the rows are sorted by it.
func HeadRoom(head string) float32 {
	return fyne.MeasureText(sortedUp+" "+head, SmallSize, fyne.TextStyle{}).Width + 1 - headReach
}

func (t *Table) click(i int) {
	if again := t.clicked == i; again {
		t.open()
		return
	}
	t.clicked = i
}

func (t *Table) open() {
	if i := t.Selection(); i >= 0 && t.Open != nil {
		t.Open(i)
	}
}

func (t *Table) key(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open()
	case fyne.KeyLeft:
		t.along(-1)
	case fyne.KeyRight:
		t.along(+1)
	default:
		if t.Keyed != nil {
			t.Keyed(k)
		}
	}
}

func (t *Table) typed(r rune) {
	if r == ' ' {
		t.sort(t.at)
		return
	}
	if t.Typed != nil {
		t.Typed(r)
	}
}

func (t *Table) sort(column int) {
	if column >= 0 && t.Sort != nil {
		t.Sort(column)
	}
}

// along moves from head to head, over those that are left out.
func (t *Table) along(step int) {
	for i := t.at + step; i >= 0 && i < len(t.columns); i += step {
		if t.Width(i) > 0 {
			t.at = i
			break
		}
	}
	t.heads.show()
}

// measure gives the columns their places in the width there is.
func (t *Table) measure() {
	room := t.list.Size().Width - tableEdge - barRoom
	shown := t.fitting(room)
	left, grows, lacks := room+tableGap, float32(0), float32(0)
	for i, c := range t.columns {
		if shown[i] {
			left -= c.Width + tableGap
			grows += c.Grows
			lacks += t.lack(i)
		}
	}
	for left < lacks {
		last := t.lastOf(shown, func(c TableColumn) bool { return c.Yields })
		if last < 0 {
			break
		}
		shown[last] = false
		left += t.columns[last].Width + tableGap
		grows -= t.columns[last].Grows
		lacks -= t.lack(last)
	}
	extra := make([]float32, len(t.columns))
	for i := range t.columns {
		if shown[i] {
			extra[i] = max(0, min(t.lack(i), left))
			left -= extra[i]
		}
	}
	x := tableEdge
	for i, c := range t.columns {
		t.spans[i] = span{}
		if !shown[i] {
			continue
		}
		width := c.Width + extra[i]
		if grows > 0 {
			width += max(0, left) * c.Grows / grows
		}
		t.spans[i] = span{x, width}
		x += width + tableGap
	}
	t.heads.show()
	for _, r := range t.rows {
		r.put(TableRow)
	}
}

// lack is what a column lacks of the room it would have.
func (t *Table) lack(i int) float32 { return max(0, t.wishes[i]-t.columns[i].Width) }

// lastOf is the column that is left out first of those shown that may be, −1
// for none.
func (t *Table) lastOf(shown []bool, may func(TableColumn) bool) int {
	last := -1
	for i, c := range t.columns {
		if shown[i] && c.Drop > 0 && may(c) && (last < 0 || c.Drop > t.columns[last].Drop) {
			last = i
		}
	}
	return last
}

// fitting says which columns there is room for.
func (t *Table) fitting(room float32) []bool {
	shown := make([]bool, len(t.columns))
	need := -tableGap
	for i, c := range t.columns {
		if shown[i] = !t.hidden[i]; shown[i] {
			need += c.Width + tableGap
		}
	}
	for need > room {
		last := t.lastOf(shown, func(TableColumn) bool { return true })
		if last < 0 {
			break
		}
		shown[last] = false
		need -= t.columns[last].Width + tableGap
	}
	return shown
}

func (t *Table) newRow() fyne.CanvasObject {
	r := newTableRow(t)
	t.rows[r.box] = r
	return r.box
}

func (t *Table) fillRow(i int, o fyne.CanvasObject) {
	clear(t.cells)
	t.Fill(i, t.cells)
	t.rows[o].show(t.cells)
}
