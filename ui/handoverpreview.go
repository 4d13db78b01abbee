package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// keptList shows what a CMS keeps of what is handed over, block by block.
type keptList struct {
	list   *kit.List
	empty  *kit.Text
	blocks []keptBlock
	lines  [][]string // of each block, as wrapped
	rows   map[fyne.CanvasObject]*keptRowView
	width  float32
}

const (
	keptLine   float32 = 19
	keptGap    float32 = 8
	keptIndent float32 = 18
)

func newKeptList(s *handOverScreen) *keptList {
	k := &keptList{rows: map[fyne.CanvasObject]*keptRowView{}, empty: kit.NewQuiet("")}
	k.list = kit.NewList(func() fyne.CanvasObject {
		r := newKeptRowView()
		k.rows[r.box] = r
		return r.box
	}, func(i int, o fyne.CanvasObject) { k.rows[o].show(k.blocks[i], k.lines[i]) })
	k.list.Typed = s.typed
	k.list.Keyed = s.keyed
	k.list.Focused = func(on bool) {
		if !on {
			k.list.Select(-1)
		}
	}
	k.list.Resized = func(width float32) { k.width = width; k.wrap() }
	return k
}

// show shows blocks from the first on.
func (k *keptList) show(blocks []keptBlock) {
	if more := len(blocks) - keptMost; more > 0 {
		blocks = append(blocks[:keptMost:keptMost], keptBlock{kind: keptLost,
			words: fmt.Sprintf("… and %s more. Look at all of it in the browser (P).", election.Several(more, "block", "blocks"))})
	}
	k.blocks = blocks
	k.wrap()
	k.empty.SetText("")
	if len(blocks) == 0 {
		k.empty.SetText("There is nothing to show.")
	}
}

// wrap works the lines of every block out for the width there is.
func (k *keptList) wrap() {
	k.lines = make([][]string, len(k.blocks))
	heights := make([]float32, len(k.blocks))
	for i, b := range k.blocks {
		k.lines[i] = kit.Wrap(b.words, kit.BodySize, b.kind == keptHeading, max(100, k.width-24-b.indent()), 400)
		heights[i] = keptLine*float32(max(1, len(k.lines[i]))) + keptGap
		switch {
		case b.kind == keptRow || b.kind == keptHead:
			heights[i] = keptLine + 3
		case b.tight:
			heights[i] -= keptGap
		}
	}
	k.list.SetRows(heights, -1)
}

func (b keptBlock) indent() float32 {
	in := float32(0)
	if b.quote {
		in += keptIndent
	}
	if b.kind == keptItem {
		in += keptIndent
	}
	return in
}

// keptRowView is a block as it is drawn.
type keptRowView struct {
	box       *fyne.Container
	bar, rule *kit.Box
	texts     []*kit.Text // lines, or cells of a row of a table
	block     keptBlock
	used      int
}

func newKeptRowView() *keptRowView {
	r := &keptRowView{bar: kit.NewBox(kit.Line), rule: kit.NewBox(kit.Line)}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, keptLine) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size) },
	}, r.bar, r.rule)
	return r
}

func (r *keptRowView) put(size fyne.Size) {
	const x float32 = 8
	in := x + r.block.indent()
	kit.Put(r.bar, x, 2, 3, size.Height-keptGap)
	kit.Put(r.rule, x, size.Height/2, size.Width-2*x, 1)
	if r.block.kind == keptRow || r.block.kind == keptHead {
		r.putCells(in, size.Width-in-x)
		return
	}
	for i, t := range r.texts[:r.used] {
		kit.Put(t, in, 2+float32(i)*keptLine, max(0, size.Width-in-x), keptLine)
	}
}

// keptCell is how wide a column of figures gets.
const keptCell float32 = 96

// putCells gives the figures of a row as much room as they need, and the
// words what is left; the first of them has the room of two.
func (r *keptRowView) putCells(x, width float32) {
	words, figures := 1, float32(0)
	for i := range r.used {
		if r.figures(i) {
			figures += keptCell
		} else {
			words++
		}
	}
	part := max(0, min(width-figures, 2*keptWords)) / float32(words)
	for i, t := range r.texts[:r.used] {
		w := part
		switch {
		case r.figures(i):
			w = keptCell
		case i == 0:
			w = 2 * part
		}
		kit.Put(t, x, 0, max(0, w-8), keptLine+2)
		x += w
	}
}

// keptWords is as wide as the words of a row get: further, the eye loses the
// line to the figures.
const keptWords float32 = 200

// figures reports whether cell i is one of a column of figures.
func (r *keptRowView) figures(i int) bool { return i < len(r.block.right) && r.block.right[i] }

func (r *keptRowView) show(b keptBlock, lines []string) {
	r.block = b
	if b.kind == keptRow || b.kind == keptHead {
		lines = b.cells
	}
	for len(r.texts) < len(lines) {
		t := kit.NewText("").Trim()
		r.texts = append(r.texts, t)
		r.box.Add(t)
	}
	ink := kit.Ink
	if b.kind == keptPicture || b.kind == keptLost {
		ink = kit.Quiet
	}
	for i, t := range r.texts {
		t.Hidden = i >= len(lines)
		t.Left()
		if i < len(lines) {
			if r.figures(i) {
				t.Right()
			}
			t.Set(lines[i], b.kind == keptHeading || b.kind == keptHead, ink)
		}
	}
	r.used = len(lines)
	r.bar.Hidden, r.rule.Hidden = !b.quote, b.kind != keptRule
	r.put(r.box.Size())
	r.box.Refresh()
}
