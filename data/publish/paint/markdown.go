package paint

import (
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
)

// A scribe writes blocks as Markdown as on GitHub. Every paragraph is one
// line, a line break a backslash at its end, and what stands over something is
// a line in bold, so that no reader takes anything for a heading.
type scribe struct {
	n     *layout.Blog
	ascii bool
}

// Markdown writes the blog as Markdown.
func Markdown(n *layout.Blog, bs []layout.Block) []byte {
	return []byte(scribe{n, n.Options.ASCII}.blocks(bs) + "\n")
}

// flat is blocks with those that only hold others taken apart: what is left are
// headings, paragraphs, quotations, listings that have items, grids, images and
// rules.
func flat(bs []layout.Block) []layout.Block {
	var out []layout.Block
	for _, p := range bs {
		switch p := p.(type) {
		case layout.Section:
			out = append(out, flat(p.Blocks)...)
		case layout.Entry:
			out = append(out, anchoredFirst(flat(p.Blocks()), p.Anchor)...)
		case layout.Folded:
			out = append(out, layout.Heading{Level: p.Level, Words: layout.Words(p.Summary)})
			out = append(out, flat(p.Blocks)...)
		case layout.List:
			if len(p.Items) > 0 {
				out = append(out, p)
			}
		default:
			out = append(out, p)
		}
	}
	return out
}

// anchoredFirst puts an article's anchor on the first of its blocks.
func anchoredFirst(bs []layout.Block, anchor string) []layout.Block {
	if len(bs) == 0 {
		return bs
	}
	switch p := bs[0].(type) {
	case layout.Heading:
		p.Anchor = anchor
		bs[0] = p
	case layout.Paragraph:
		p.Anchor = anchor
		bs[0] = p
	}
	return bs
}

func (s scribe) blocks(bs []layout.Block) string {
	var out []string
	lists := 0 // that stand one right after the other
	for _, p := range flat(bs) {
		if l, ok := p.(layout.List); ok {
			out = append(out, s.listing(l, lists%2 == 1))
			lists++
			continue
		}
		if written := s.block(p); written != "" {
			out = append(out, written)
			lists = 0
		}
	}
	return strings.Join(out, "\n\n")
}

func (s scribe) block(p layout.Block) string {
	switch p := p.(type) {
	case layout.Heading:
		return s.words([]layout.Word{layout.Marked(layout.Strong, p.Words...)})
	case layout.Paragraph:
		return s.words(p.Words)
	case layout.Quote:
		return s.quotation(p)
	case layout.Table:
		return s.grid(p)
	case layout.Image:
		return s.image(p)
	case layout.Rule:
		return between
	}
	return ""
}

func (s scribe) quotation(q layout.Quote) string {
	said := s.blocks(q.Blocks)
	if source := s.words(q.Source); source != "" {
		said += "\n\n" + s.text("— ") + source
	}
	lines := strings.Split(said, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// listing writes a list. Of two in a row the second has the other marks, or a
// reader would take them for one.
func (s scribe) listing(l layout.List, second bool) string {
	bullet, after, gap := "-", ".", "\n"
	if second {
		bullet, after = "+", ")"
	}
	var items []string
	for i, bs := range l.Items {
		mark := bullet
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + after
		}
		item := s.blocks(bs)
		if strings.Contains(item, "\n") {
			gap = "\n\n"
		}
		indent := "\n" + strings.Repeat(" ", len(mark)+1)
		item = strings.ReplaceAll(item, "\n", indent)
		items = append(items, strings.TrimRight(mark+" "+strings.ReplaceAll(item, indent+"\n", "\n\n"), " "))
	}
	return strings.Join(items, gap)
}

var gridRules = map[text.Align]string{
	text.AlignNone: "---", text.AlignLeft: ":--", text.AlignCentre: ":-:", text.AlignRight: "--:",
}

// grid writes a table, its caption as a line over it.
func (s scribe) grid(g layout.Table) string {
	rules := make([]string, len(g.Head))
	for i := range rules {
		rules[i] = gridRules[text.AlignNone]
		if i < len(g.Align) {
			rules[i] = gridRules[g.Align[i]]
		}
	}
	head := make([]string, len(g.Head))
	for i, ws := range g.Head {
		head[i] = s.cell(ws)
	}
	lines := []string{bars(head), bars(rules)}
	for _, row := range g.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, s.cell(c.Words))
			for range c.Span - 1 {
				cells = append(cells, "")
			}
		}
		lines = append(lines, bars(cells))
	}
	if g.Caption != "" {
		lines = append([]string{s.words(layout.Words(g.Caption)), ""}, lines...)
	}
	return strings.Join(lines, "\n")
}

func bars(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// cell writes words on one line: a table has no breaks.
func (s scribe) cell(ws []layout.Word) string {
	var flat []layout.Word
	for _, w := range ws {
		if w.Mark == layout.Break {
			w = layout.Text(" · ")
		}
		flat = append(flat, w)
	}
	return s.words(flat)
}

func (s scribe) image(m layout.Image) string {
	shown := s.words(layout.Words(m.Instead))
	if m.Src != "" {
		shown = "![" + s.text(m.Alt) + "](" + m.Src + ")"
	}
	if below := s.words(layout.Words(captionText(m))); below != "" {
		shown += "\n\n" + below
	}
	return shown
}

// captionText is what stands below a picture: "In the hall. (B. Rider)".
func captionText(m layout.Image) string {
	text := m.Caption
	if m.Credit != "" {
		text = strings.TrimSpace(text + " (" + m.Credit + ")")
	}
	return text
}
