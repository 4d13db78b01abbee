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
	lines  [][]string  // of each block, as wrapped
	cells  [][]float32 // how wide the columns are that each row of a table stands in
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
	}, func(i int, o fyne.CanvasObject) { k.rows[o].show(k.blocks[i], k.lines[i], k.cells[i]) })
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
	k.cells = columnsOf(k.blocks, max(100, k.width-24))
	heights := make([]float32, len(k.blocks))
	for i, b := range k.blocks {
		k.lines[i] = kit.Wrap(b.words, kit.BodySize, b.bold(), max(100, k.width-24-b.indent()), 400)
		heights[i] = keptLine*float32(max(1, len(k.lines[i]))) + keptGap
		switch {
		case b.isRow():
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

// bold reports whether the words are.
func (b keptBlock) bold() bool {
	return b.strong || b.kind == keptHeading || b.kind == keptHead
}

// columnsOf gives every row of a table the widths of the columns it stands in:
// as wide as what is widest in them, and where that is more than the width
// there is, the columns of words share what those of figures leave.
func columnsOf(blocks []keptBlock, width float32) [][]float32 {
	all := make([][]float32, len(blocks))
	for from := 0; from < len(blocks); from++ {
		to := from
		var columns []float32
		for ; to < len(blocks) && blocks[to].isRow(); to++ {
			for c, cell := range blocks[to].cells {
				if c == len(columns) {
					columns = append(columns, 0)
				}
				style := fyne.TextStyle{Bold: blocks[to].bold()}
				columns[c] = max(columns[c], fyne.MeasureText(cell, kit.BodySize, style).Width+keptColumnGap)
			}
		}
		if to == from {
			continue
		}
		share(columns, blocks[to-1].right, width)
		for ; from < to; from++ {
			all[from] = columns
		}
	}
	return all
}

// keptColumnGap is the room between the columns of a table.
const keptColumnGap float32 = 24

// share narrows the columns of words until all columns fit a width.
func share(columns []float32, figures []bool, width float32) {
	words := float32(0)
	for c, w := range columns {
		if c < len(figures) && figures[c] {
			width -= w
		} else {
			words += w
		}
	}
	if words <= width {
		return
	}
	for c := range columns {
		if c >= len(figures) || !figures[c] {
			columns[c] *= max(0, width) / words
		}
	}
}

// isRow reports whether the block is a row of a table.
func (b keptBlock) isRow() bool { return b.kind == keptRow || b.kind == keptHead }

// keptRowView is a block as it is drawn.
type keptRowView struct {
	box       *fyne.Container
	bar, rule *kit.Box
	texts     []*kit.Text // lines, or cells of a row of a table
	block     keptBlock
	columns   []float32 // of a row of a table
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
	if r.block.isRow() {
		for i, t := range r.texts[:r.used] {
			kit.Put(t, in, 0, max(0, r.columns[i]-keptColumnGap), keptLine+2)
			in += r.columns[i]
		}
		return
	}
	for i, t := range r.texts[:r.used] {
		kit.Put(t, in, 2+float32(i)*keptLine, max(0, size.Width-in-x), keptLine)
	}
}

// figures reports whether cell i is one of a column of figures.
func (r *keptRowView) figures(i int) bool { return i < len(r.block.right) && r.block.right[i] }

func (r *keptRowView) show(b keptBlock, lines []string, columns []float32) {
	r.block, r.columns = b, columns
	if b.isRow() {
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
			t.Set(lines[i], b.bold(), ink)
		}
	}
	r.used = len(lines)
	r.bar.Hidden, r.rule.Hidden = !b.quote, b.kind != keptRule
	r.put(r.box.Size())
	r.box.Refresh()
}
