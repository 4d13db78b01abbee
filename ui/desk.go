package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// desk is the screen where the night is spent: the count beside the blog, or
// one of them at a time where the window is narrow.
type desk struct {
	w      *Window
	half   half // which half the narrow desk shows
	halves *fyne.Container
}

// half is one of the two halves of the desk.
type half int

const (
	countHalf half = iota
	blogHalf
)

func (d *desk) Title() string           { return "Desk" }
func (d *desk) Icon() string            { return `<path d="M4 5h7v14H4zM15 6h6M15 10h6M15 14h4"/>` }
func (d *desk) Root() fyne.CanvasObject { return d.halves }

// Opened makes the halves anew.
func (d *desk) Opened() {
	w := d.w
	d.half = countHalf
	w.preview = newPreview(w)
	w.blog = newTimeline(w)
	w.count = newCountPane(w)
	w.composer = newComposer(w)
	w.Night.Drafts.Written = w.composer.wrote
	d.halves = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 400) },
		Put: d.put,
	}, w.count.content(), kit.NewBox(kit.Line), container.NewStack(d.blog()))
	w.preview.root.Hide()
	w.count.show()
	w.composer.show()
	w.blog.show()
	w.findStale()
	w.findHanded()
}

func (d *desk) blog() fyne.CanvasObject {
	w := d.w
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			y := float32(13)
			if w.composer.root.Visible() {
				h := w.composer.root.MinSize().Height
				kit.Put(o[0], 18, y, size.Width-36, h)
				y += h
			}
			o[1].Resize(fyne.NewSize(size.Width-16, size.Height-y))
			kit.Put(o[1], 8, y, size.Width-16, size.Height-y)
			kit.Put(o[2], 8, y, size.Width-16, size.Height-y)
		},
	}, w.composer.root, w.blog.root, w.preview.root)
}

// layoutDesk lays the blog's half out anew, when the composer has grown.
func (w *Window) layoutDesk() {
	if w.desk.halves != nil {
		w.desk.halves.Refresh()
		if stack, ok := w.desk.halves.Objects[2].(*fyne.Container); ok {
			stack.Objects[0].Refresh()
		}
	}
}

func (d *desk) put(o []fyne.CanvasObject, size fyne.Size) {
	show := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	d.offer(size)
	if size.Width+shell.RailWidth < shell.Narrow {
		show(o[0], d.half == countHalf)
		show(o[1], false)
		show(o[2], d.half == blogHalf)
		kit.Put(o[0], 0, 0, size.Width, size.Height)
		kit.Put(o[2], 0, 0, size.Width, size.Height)
		return
	}
	left := max(560, size.Width*0.455)
	for _, x := range o {
		x.Show()
	}
	kit.Put(o[0], 0, 0, left, size.Height)
	kit.Put(o[1], left, 0, 1, size.Height)
	kit.Put(o[2], left+1, 0, size.Width-left-1, size.Height)
}

// offer offers the other half at the head of a narrow window.
func (d *desk) offer(size fyne.Size) {
	words := ""
	if size.Width+shell.RailWidth < shell.Narrow && d.w.Showing(d) {
		words = "To the blog  F6"
		if d.half == blogHalf {
			words = "To the count  F6"
		}
	}
	d.w.ShowOther(words, d.other)
}

// Resume puts back what was being typed in either half.
func (d *desk) Resume(kept []night.Draft) string {
	w := d.w
	w.blog.held = heldIn(kept)
	w.blog.show()
	if w.Night.ReadOnly != "" {
		return ""
	}
	words := ""
	if w.composer.restore(kept) {
		words = "What was being written is back in the composer."
	}
	cell := w.count.restore(kept)
	switch {
	case w.count.blind() != nil:
		words = "The second keying is back as it was left; the first figures stay hidden until both are compared. " + words
		w.showHalf(countHalf)
		w.count.focus()
	case cell != nil:
		words = "What was being typed is back: “" + cell.Digits() + "” was not committed yet. Enter commits it, Esc drops it. " + words
		w.Focus(cell)
	default:
		w.Focus(w.composer.inHand())
	}
	return words
}

// Shown offers the other half where the window is narrow.
func (d *desk) Shown() { d.offer(d.halves.Size()) }

// Changed shows again what is another.
func (d *desk) Changed(c shell.Change) {
	w := d.w
	if c.Colours {
		w.count.compute() // outlines of bars depend on the ground
	}
	if c.Contest {
		w.count.show()
		d.takeUpContest()
	}
	if c.Author {
		w.composer.showByline()
		w.preview.later()
	}
	if !c.Acted {
		return
	}
	if c.Contests || c.Rest {
		w.count.show()
		w.composer.unmark()
		w.preview.later()
	}
	w.findStale()
	if c.Rest {
		w.blog.forget()
	}
	if c.Entries || c.Rest || c.Contests && w.blog.filter == heldEntries {
		w.blog.show()
	}
	if c.Rest {
		w.composer.show()
	}
	w.findHanded()
}

// takeUpContest puts back what was left half-typed in the contest at hand.
func (d *desk) takeUpContest() {
	w, id := d.w, d.w.Night.Contest
	var kept []night.Draft
	w.Night.Ask(func(n *night.Night) (err error) {
		kept, err = n.Drafts()
		return err
	}, func(err error) {
		if err != nil {
			w.Night.Failed(err)
		} else if w.Night.Contest == id && w.Night.ReadOnly == "" {
			w.count.restore(kept)
		}
	})
}

// KeyedNowhere takes back what the count asks.
func (d *desk) KeyedNowhere(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyEscape || !d.w.count.strip.busy() {
		return false
	}
	d.w.count.strip.cancel()
	return true
}

// TypedNowhere takes no characters.
func (d *desk) TypedNowhere(rune) {}

// isNarrow reports whether the window shows one half of the desk at a time.
func (d *desk) isNarrow() bool { return d.halves.Size().Width+shell.RailWidth < shell.Narrow }

func (w *Window) showHalf(h half) {
	w.desk.half = h
	w.desk.halves.Refresh()
}

// other moves between the count and the blog, and the focus with it.
func (d *desk) other() {
	w := d.w
	if !w.Showing(d) {
		w.GoTo(d)
	}
	inBlog := w.FocusedIn(w.composer.kicker, w.composer.text, w.composer.note)
	if d.isNarrow() {
		inBlog = d.half == blogHalf
	}
	switch {
	case inBlog:
		w.showHalf(countHalf)
		w.count.focus()
	case w.Night.ReadOnly != "":
		w.showHalf(blogHalf)
		w.Focus(w.blog.list)
	default:
		w.showHalf(blogHalf)
		w.Focus(w.composer.text)
	}
}

func (w *Window) togglePreview() {
	w.preview.toggle()
	if w.preview.on {
		w.blog.root.Hide()
		w.preview.root.Show()
	} else {
		w.preview.root.Hide()
		w.blog.root.Show()
	}
	w.showHalf(blogHalf)
}

func (w *Window) focusTimeline() {
	w.GoTo(w.desk)
	w.showHalf(blogHalf)
	w.Focus(w.blog.list)
}

// find goes to the field to find in: of the results where they are in sight,
// else of the timeline.
func (w *Window) find() {
	if w.Showing(w.results) && len(w.Night.Contests) > 0 {
		w.Focus(w.results.find)
		return
	}
	w.GoTo(w.desk)
	w.showHalf(blogHalf)
	w.blog.list.Select(-1)
	w.Focus(w.blog.find)
}
