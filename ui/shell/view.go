package shell

import (
	"nightdesk/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// widestView is as wide as a view over the whole window gets: further, the eye
// loses the line between a name and its figure.
const widestView float32 = 980

// Whole shows a view over the whole window, with a title, a few words about it
// and the way back. Esc leaves it, and commands do nothing meanwhile.
func (sh *Shell) Whole(title, words string, body fyne.CanvasObject, focus fyne.Focusable) {
	head, about := kit.NewBold(title).Sized(kit.TitleSize).Trim(), kit.NewQuiet(words).Trim()
	back := kit.NewButton("Back  Esc", kit.Outlined, sh.CloseOverlay)
	view := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			width := min(widestView, size.Width-48)
			x := (size.Width - width) / 2
			button := back.MinSize()
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], x, 18, width-button.Width-16, 26)
			kit.Put(o[2], x, 44, width-button.Width-16, 20)
			kit.Put(o[3], x+width-button.Width, 18, button.Width, button.Height)
			kit.Put(o[4], x-8, 76, width+16, max(0, size.Height-76-12))
		},
	}, kit.NewBox(kit.Ground), head, about, back, body)
	sh.Lay(view, focus)
}

// Line is one line of a list that fills a view.
type Line struct {
	Number string // of a line that has one: a candidate's place on the ballot paper
	Words  string // bold where the line has a number
	Aside  string
	Figure string
	Known  bool // the figure is one; else it says why there is none
}

// Look is how large the lines of a list are.
type Look struct{ Size, Aside, Height float32 }

// ViewList lists lines, one of which is at hand: ↓, ↑ and Enter go from line to
// line, Esc goes back to the desk.
func (sh *Shell) ViewList(lines []Line, look Look, at int) *kit.List {
	rows := map[fyne.CanvasObject]*viewRow{}
	list := kit.NewList(func() fyne.CanvasObject {
		r := newViewRow(look)
		rows[r.box] = r
		return r.box
	}, func(i int, o fyne.CanvasObject) { rows[o].show(lines[i]) })
	list.Keyed = func(k *fyne.KeyEvent) {
		switch {
		case k.Name == fyne.KeyEscape:
			sh.CloseOverlay()
		case kit.IsEnter(k):
			list.Select(list.Selection() + 1)
		}
	}
	heights := make([]float32, len(lines))
	for i := range heights {
		heights[i] = look.Height
	}
	list.SetRows(heights, at)
	return list
}

// viewRow is a line as it is drawn.
type viewRow struct {
	box                          *fyne.Container
	number, words, aside, figure *kit.Text
}

func newViewRow(look Look) *viewRow {
	r := &viewRow{
		number: kit.NewQuiet("").Right(), words: kit.NewText("").Sized(look.Size).Trim(),
		aside: kit.NewQuiet("").Sized(look.Aside).Trim(), figure: kit.NewText("").Sized(look.Size).Right(),
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, look.Height) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			figure := r.figure.MinSize().Width
			left, right := float32(48), size.Width-20-figure-16
			words := min(r.words.Wide()+4, right-left)
			drop := (look.Size - look.Aside) / 3 // on one line of writing with the words
			kit.Put(r.number, 0, drop, 34, look.Height)
			kit.Put(r.words, left, 0, words, look.Height)
			kit.Put(r.aside, left+words+10, drop, max(0, right-left-words-10), look.Height)
			kit.Put(r.figure, size.Width-20-figure, 0, figure, look.Height)
		},
	}, r.number, r.words, r.aside, r.figure)
	return r
}

func (r *viewRow) show(l Line) {
	r.number.SetText(l.Number)
	r.words.Set(l.Words, l.Number != "", kit.Ink)
	r.aside.SetText(l.Aside)
	ink := kit.Ink
	if !l.Known {
		ink = kit.Quiet
	}
	r.figure.Set(l.Figure, l.Known, ink)
	r.box.Refresh()
}
