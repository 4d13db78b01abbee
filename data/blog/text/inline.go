package text

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inlines reads the running text of a block.
func (r *Reading) inlines(block ast.Node) []Inline {
	if r.recording {
		r.passage = &Passage{Foreign: r.foreign > 0}
		r.Passages = append(r.Passages, r.passage)
	}
	return r.children(block, 0)
}

// A run gathers inlines, neighbouring pieces of plain text as one.
type run struct {
	inlines []Inline
	text    []byte
}

func (t *run) plain(s string) { t.text = append(t.text, s...) }

func (t *run) add(x Inline) { t.inlines = append(t.all(), x) }

func (t *run) all() []Inline {
	if len(t.text) > 0 {
		t.inlines = append(t.inlines, Plain{string(t.text)})
		t.text = nil
	}
	return t.inlines
}

// children reads the inlines of a block or a link. The last of nested is the
// innermost marked text that is being read, the first what stands in none.
func (r *Reading) children(parent ast.Node, depth int) []Inline {
	marks := r.marks(parent)
	nested := []*marked{{}}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		in := nested[len(nested)-1]
		switch n := n.(type) {
		case *ast.Text:
			in.plain(r.text(n))
			if n.SoftLineBreak() || n.HardLineBreak() {
				in.add(Break{})
				r.note("\n", n.Segment.Stop)
			}
		case *markNode:
			nested = r.mark(nested, n, marks[0], depth)
			marks = marks[1:]
		case *ast.Link:
			in.add(Link{Address: string(n.Destination), Text: r.children(n, depth+len(nested))})
		case *ast.AutoLink:
			r.bareLink(&in.run, n)
		case *slotNode:
			in.add(r.slot(n))
		case *linkMark:
			in.plain("[")
			r.note("[", n.Pos())
		}
	}
	return nested[0].all()
}

// text reads a piece of text, taking the backslash from before punctuation.
// A backslash at the end of a line is no construct here and stays.
func (r *Reading) text(n *ast.Text) string {
	from, to := n.Segment.Start, n.Segment.Stop
	if n.HardLineBreak() && to < len(r.source.text) && r.source.text[to] == '\\' {
		to++
	}
	if !r.recording {
		return string(unescape(r.source.text[from:to]))
	}
	start := len(r.passage.text)
	for i := from; i < to; i++ {
		if r.source.text[i] == '\\' && i+1 < to && util.IsPunct(r.source.text[i+1]) {
			i++
		}
		r.note(string(r.source.text[i:i+1]), i)
	}
	return string(r.passage.text[start:])
}

// note adds to the passage what stands at an offset of the source.
func (r *Reading) note(s string, offset int) {
	if !r.recording {
		return
	}
	for i := range len(s) {
		r.passage.text = append(r.passage.text, s[i])
		r.passage.at = append(r.passage.at, r.source.typed(max(offset, 0)))
	}
}

// mask hides what was noted from an offset of the passage on from proof
// reading.
func (r *Reading) mask(from int) {
	if r.recording {
		r.passage.masked = append(r.passage.masked, Span{from, len(r.passage.text)})
	}
}

// noted is how long the passage is so far.
func (r *Reading) noted() int {
	if !r.recording {
		return 0
	}
	return len(r.passage.text)
}

func (r *Reading) bareLink(t *run, n *ast.AutoLink) {
	label := string(n.Label(r.source.text))
	from := r.noted()
	r.note(label, n.Pos())
	r.mask(from)
	typed := label
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail:
		typed = "mailto:" + label
	case n.Protocol != nil:
		typed = string(n.Protocol) + "://" + label
	}
	address, ok := linkAddress(typed)
	if !ok {
		t.plain(label)
		return
	}
	t.add(Link{Address: address, Text: []Inline{Plain{label}}})
}

func (r *Reading) slot(n *slotNode) Figure {
	from, to := n.segment.Start, n.segment.Stop
	f := Figure{Slot: string(r.source.text[from+1 : to-1])}
	if r.figures != nil {
		f.Value, f.Known = r.figures(f.Slot)
	}
	if !f.Known {
		f.Value = ""
	}
	if r.recording {
		start := r.noted()
		r.note(f.String(), from)
		r.mask(start)
		r.Slots = append(r.Slots, SlotPlace{f.Slot, r.source.typed(from), r.source.typed(to)})
		r.passage.Slots = append(r.passage.Slots, PassageSlot{f.Slot, Span{start, r.noted()}})
	}
	return f
}
