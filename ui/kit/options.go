package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Options is a line of words of which one holds. ← and → choose, and so does
// a click; the keys it has no use for are offered to Keyed.
type Options struct {
	widget.BaseWidget

	// Keyed is offered every other key.
	Keyed func(*fyne.KeyEvent)
	// Changed is told which option holds now.
	Changed func(i int)

	words   []string
	chosen  int
	focused bool
}

const optionPadding float32 = 9

// NewOptions makes a line of options; the chosen one holds.
func NewOptions(words []string, chosen int) *Options {
	o := &Options{words: words, chosen: max(0, min(chosen, len(words)-1))}
	o.ExtendBaseWidget(o)
	return o
}

// Chosen is the option that holds.
func (o *Options) Chosen() int { return o.chosen }

// Choose has an option hold and tells Changed; one there is not stays unchosen.
func (o *Options) Choose(i int) {
	if i < 0 || i >= len(o.words) || i == o.chosen {
		return
	}
	o.chosen = i
	o.Refresh()
	if o.Changed != nil {
		o.Changed(i)
	}
}

// FocusGained implements fyne.Focusable.
func (o *Options) FocusGained() { o.focused = true; o.Refresh() }

// FocusLost implements fyne.Focusable.
func (o *Options) FocusLost() { o.focused = false; o.Refresh() }

// TypedRune implements fyne.Focusable.
func (o *Options) TypedRune(rune) {}

// TypedKey chooses with ← and →.
func (o *Options) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyLeft:
		o.Choose(o.chosen - 1)
	case k.Name == fyne.KeyRight:
		o.Choose(o.chosen + 1)
	case o.Keyed != nil:
		o.Keyed(k)
	}
}

// Tapped chooses what is under the pointer and takes the focus.
func (o *Options) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
	x := float32(0)
	for i := range o.words {
		if x += o.width(i); e.Position.X < x {
			o.Choose(i)
			return
		}
	}
}

// width is the room of an option. It is that of bold words, so that none
// moves when another is chosen.
func (o *Options) width(i int) float32 {
	return fyne.MeasureText(o.words[i], BodySize, fyne.TextStyle{Bold: true}).Width + 2*optionPadding
}

// CreateRenderer implements fyne.Widget.
func (o *Options) CreateRenderer() fyne.WidgetRenderer {
	r := &optionsRenderer{of: o, mark: NewBox(Selected).Rounded()}
	for _, w := range o.words {
		r.labels = append(r.labels, NewText(w))
	}
	r.set()
	return r
}

type optionsRenderer struct {
	of     *Options
	mark   *Box // under the option that holds
	labels []*Text
}

func (r *optionsRenderer) set() {
	edge, width := Line, float32(1)
	if r.of.focused {
		edge, width = Focus, 2
	}
	r.mark.Set(Selected, edge, width)
	for i, l := range r.labels {
		ink := Quiet
		if i == r.of.chosen {
			ink = Ink
		}
		l.Set(r.of.words[i], i == r.of.chosen, ink)
	}
}

func (r *optionsRenderer) Layout(size fyne.Size) {
	x := float32(0)
	for i, l := range r.labels {
		w := r.of.width(i)
		Put(l, x+optionPadding, 0, w-2*optionPadding, size.Height)
		if i == r.of.chosen {
			Put(r.mark, x, 0, w, size.Height)
		}
		x += w
	}
}

func (r *optionsRenderer) MinSize() fyne.Size {
	size := fyne.NewSize(0, 26)
	for i := range r.labels {
		size.Width += r.of.width(i)
	}
	return size
}

func (r *optionsRenderer) Refresh() {
	r.set()
	r.Layout(r.of.Size())
	canvas.Refresh(r.of)
}

func (r *optionsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.mark}
	for _, l := range r.labels {
		objects = append(objects, l)
	}
	return objects
}
func (r *optionsRenderer) Destroy() {}
