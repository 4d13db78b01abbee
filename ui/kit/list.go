package kit

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// List shows rows of different heights and makes only those that can be seen.
// What a change costs does not depend on how many rows there are but for one
// addition each. One row can be selected; Up, Down, Page Up, Page Down, Home
// and End move the selection.
type List struct {
	widget.BaseWidget

	// Create makes an empty row, Update fills it for row i. The background of
	// the selected row is the list's.
	Create func() fyne.CanvasObject
	Update func(i int, row fyne.CanvasObject)
	// Selected is told which row is selected now, −1 for none.
	Selected func(i int)
	// Clicked is told which row was clicked, after it was selected.
	Clicked func(i int)
	// Keyed and Typed are offered what the list has no use for.
	Keyed func(*fyne.KeyEvent)
	Typed func(rune)
	// Focused is told when the focus comes and goes.
	Focused func(bool)
	// Over is how much of row i, from its top, is no part of it: words over the
	// rows from there on, say. The mark of the selected row leaves it out.
	Over func(i int) float32
	// Resized is told a new width before the rows are shown in it, so that
	// the heights can be set anew.
	Resized func(width float32)

	tops     []float32 // where each row begins, and where the last one ends
	selected int
	focused  bool
	width    float32

	scroll *container.Scroll
	field  *fyne.Container
	back   *Box
	shown  map[int]fyne.CanvasObject
	spare  []fyne.CanvasObject
	stale  bool // the rows shown must be filled again
}

// NewList makes an empty list.
func NewList(create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *List {
	l := &List{Create: create, Update: update, tops: []float32{0}, selected: -1, shown: map[int]fyne.CanvasObject{}}
	l.back = NewBox(Selected)
	l.back.Hide()
	l.field = container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, l.tops[len(l.tops)-1]) },
		Put: func([]fyne.CanvasObject, fyne.Size) { l.place() },
	}, l.back)
	l.scroll = container.NewVScroll(l.field)
	l.scroll.OnScrolled = func(fyne.Position) { l.place() }
	l.ExtendBaseWidget(l)
	return l
}

// SetRows gives the list one row for each height and fills those in sight
// again. The row selected is selected; −1 is none.
func (l *List) SetRows(heights []float32, selected int) {
	l.tops = make([]float32, len(heights)+1)
	for i, h := range heights {
		l.tops[i+1] = l.tops[i] + h
	}
	l.selected = min(selected, len(heights)-1)
	l.stale = true
	l.scroll.Refresh()
	l.place()
}

// SetHeights gives the same rows other heights. The first row in sight stays
// where it is.
func (l *List) SetHeights(heights []float32) {
	y := l.scroll.Offset.Y
	first := max(0, sort.Search(len(l.tops), func(i int) bool { return l.tops[i] > y })-1)
	into := y - l.tops[first]
	l.SetRows(heights, l.selected)
	if first > 0 && first < len(l.tops) {
		l.scroll.ScrollToOffset(fyne.NewPos(0, l.tops[first]+into))
		l.place()
	}
}

// Len is the number of rows.
func (l *List) Len() int { return len(l.tops) - 1 }

// Selection is the selected row, −1 for none.
func (l *List) Selection() int { return l.selected }

// Select selects a row, brings it into sight and tells Selected.
func (l *List) Select(i int) {
	i = max(-1, min(i, l.Len()-1))
	l.selected = i
	if i >= 0 {
		top, bottom := l.tops[i], l.tops[i+1]
		switch y, h := l.scroll.Offset.Y, l.scroll.Size().Height; {
		case top < y:
			l.scroll.ScrollToOffset(fyne.NewPos(0, top))
		case bottom > y+h:
			l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-h))
		}
	}
	l.place()
	if l.Selected != nil {
		l.Selected(i)
	}
}

// place puts the rows in sight where they belong and takes the others away. A
// row that stays in sight keeps its object: filling it again with the same
// words costs little.
func (l *List) place() {
	y, h, w := l.scroll.Offset.Y, l.scroll.Size().Height, l.scroll.Size().Width
	first := max(0, sort.Search(len(l.tops), func(i int) bool { return l.tops[i] > y })-1)
	for i, o := range l.shown {
		if i < first || i >= l.Len() || l.tops[i] > y+h {
			o.Hide()
			l.spare = append(l.spare, o)
			delete(l.shown, i)
		}
	}
	for i := first; i < l.Len() && l.tops[i] < y+h; i++ {
		o, ok := l.shown[i]
		if !ok {
			o = l.row()
			l.shown[i] = o
		}
		if !ok || l.stale {
			l.Update(i, o)
		}
		Put(o, 0, l.tops[i], w, l.tops[i+1]-l.tops[i])
	}
	l.stale = false
	l.back.Hidden = l.selected < 0
	if l.selected >= 0 {
		top, bottom := l.tops[l.selected], l.tops[l.selected+1]
		if l.Over != nil {
			top += l.Over(l.selected)
		}
		Put(l.back, 0, top, w, bottom-top)
	}
	edge, width := Clear, float32(0)
	if l.focused {
		edge, width = Focus, 2
	}
	l.back.Set(Selected, edge, width)
}

func (l *List) row() fyne.CanvasObject {
	if n := len(l.spare); n > 0 {
		o := l.spare[n-1]
		l.spare = l.spare[:n-1]
		o.Show()
		return o
	}
	o := l.Create()
	l.field.Objects = append(l.field.Objects, o)
	return o
}

// Tapped selects the row under the pointer and takes the focus.
func (l *List) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	y := e.Position.Y + l.scroll.Offset.Y
	if i := sort.Search(len(l.tops), func(i int) bool { return l.tops[i] > y }) - 1; i >= 0 && i < l.Len() {
		l.Select(i)
		if l.Clicked != nil {
			l.Clicked(i)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() {
	l.focused = true
	if l.selected < 0 && l.Len() > 0 {
		l.Select(0)
	}
	l.place()
	if l.Focused != nil {
		l.Focused(true)
	}
}

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() {
	l.focused = false
	l.place()
	if l.Focused != nil {
		l.Focused(false)
	}
}

// TypedRune implements fyne.Focusable.
func (l *List) TypedRune(r rune) {
	if l.Typed != nil {
		l.Typed(r)
	}
}

// TypedKey moves the selection.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyDown:
		l.Select(min(l.selected+1, l.Len()-1))
	case fyne.KeyUp:
		l.Select(max(l.selected-1, 0))
	case fyne.KeyPageDown:
		l.Select(l.page(+1))
	case fyne.KeyPageUp:
		l.Select(l.page(-1))
	case fyne.KeyHome:
		l.Select(0)
	case fyne.KeyEnd:
		l.Select(l.Len() - 1)
	default:
		if l.Keyed != nil {
			l.Keyed(k)
		}
	}
}

// page is the row a page away from the selected one: the last that is in sight
// together with it, and at least the next.
func (l *List) page(step int) int {
	last := l.Len() - 1
	if last < 0 {
		return -1
	}
	at := max(0, min(l.selected, last))
	room := l.scroll.Size().Height - (l.tops[at+1] - l.tops[at])
	next := at + step
	for i := next; i >= 0 && i <= last; i += step {
		if room -= l.tops[i+1] - l.tops[i]; room < 0 {
			break
		}
		next = i
	}
	return max(0, min(next, last))
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ of *List }

func (r *listRenderer) Layout(size fyne.Size) {
	l := r.of
	l.scroll.Resize(size)
	if l.width != size.Width {
		l.width = size.Width
		if l.Resized != nil {
			l.Resized(size.Width)
		}
	}
	l.place()
}

func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(100, 60) }
func (r *listRenderer) Refresh() {
	r.of.stale = true
	r.of.place()
	r.of.scroll.Refresh()
}
func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.of.scroll} }
func (r *listRenderer) Destroy()                     {}
