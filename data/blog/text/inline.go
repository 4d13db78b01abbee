package text

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
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

// A run gathers inlines and joins neighbouring plain ones.
type run []Inline

func (t *run) plain(s string) {
	if s == "" {
		return
	}
	if n := len(*t); n > 0 {
		if last, ok := (*t)[n-1].(Plain); ok {
			(*t)[n-1] = Plain{last.Text + s}
			return
		}
	}
	*t = append(*t, Plain{s})
}

func (r *Reading) children(parent ast.Node, depth int) []Inline {
	var t run
	var pending strings.Builder // keeps long runs of plain text linear
	flush := func() {
		t.plain(pending.String())
		pending.Reset()
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n, ok := n.(*ast.Text); ok {
			pending.WriteString(r.text(n))
			if n.SoftLineBreak() || n.HardLineBreak() {
				flush()
				t = append(t, Break{})
				r.note("\n", n.Segment.Stop)
			}
			continue
		}
		flush()
		r.inline(&t, n, depth)
	}
	flush()
	return t
}

// inline reads one node that is not text.
func (r *Reading) inline(t *run, n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Emphasis:
		r.marked(t, n, n.Level, depth, func(inner []Inline) Inline {
			if n.Level == 2 {
				return Strong{inner}
			}
			return Emphasis{inner}
		})
	case *extast.Strikethrough:
		from := r.noted()
		r.marked(t, n, 2, depth, func(inner []Inline) Inline { return Strike{inner} })
		r.mask(from)
	case *ast.Link:
		*t = append(*t, Link{Address: string(n.Destination), Text: r.children(n, depth+1)})
	case *ast.AutoLink:
		r.bareLink(t, n)
	case *slotNode:
		*t = append(*t, r.slot(n))
	case *linkMark:
		t.plain("[")
		r.note("[", n.Pos())
	}
}

// marked reads what stands between marks. Nested too deep, the marks are text.
func (r *Reading) marked(t *run, n ast.Node, size, depth int, wrap func([]Inline) Inline) {
	if depth < maxInlineNest {
		*t = append(*t, wrap(r.children(n, depth+1)))
		return
	}
	mark := strings.Repeat(string(r.source.text[n.Pos()]), size)
	r.note(mark, n.Pos())
	t.plain(mark)
	for _, x := range r.children(n, depth+1) {
		if p, ok := x.(Plain); ok {
			t.plain(p.Text)
		} else {
			*t = append(*t, x)
		}
	}
	r.note(mark, n.Pos())
	t.plain(mark)
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
	*t = append(*t, Link{Address: address, Text: []Inline{Plain{label}}})
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
