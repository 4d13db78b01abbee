package publish

import (
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
)

// A scribe writes pieces as Markdown as on GitHub. Every paragraph is one
// line, a line break a backslash at its end, and what stands over something is
// a line in bold, so that no reader takes anything for a heading.
type scribe struct{ n *night }

// markdown writes what leaves as Markdown.
func (n *night) markdown() ([]byte, error) {
	ps, err := n.all()
	if err != nil {
		return nil, err
	}
	return []byte(scribe{n}.blocks(ps) + "\n"), nil
}

// flat is pieces with those that only hold others, or stand for others, taken
// apart: what is left are headings, paragraphs, quotations, listings, grids,
// images and rules.
func (n *night) flat(ps []piece) []piece {
	var out []piece
	for _, p := range ps {
		switch p := p.(type) {
		case result:
			out = append(out, n.flat(n.cardPieces(p.card))...)
		case tally:
			out = append(out, n.flat(n.councilPieces(p.council))...)
		case news:
			out = append(out, n.flat(n.newsPieces(p.pending))...)
		case article:
			out = append(out, anchoredFirst(n.flat(p.pieces), p.anchor)...)
		case folded:
			out = append(out, heading{level: p.level, words: saying(p.summary)})
			out = append(out, n.flat(p.pieces)...)
		default:
			out = append(out, p)
		}
	}
	return out
}

// anchoredFirst puts an article's anchor on the first of its pieces.
func anchoredFirst(ps []piece, anchor string) []piece {
	if len(ps) == 0 {
		return ps
	}
	switch p := ps[0].(type) {
	case heading:
		p.anchor = anchor
		ps[0] = p
	case paragraph:
		p.anchor = anchor
		ps[0] = p
	}
	return ps
}

func (s scribe) blocks(ps []piece) string {
	var out []string
	lists := 0 // that stand one right after the other
	for _, p := range s.n.flat(ps) {
		if l, ok := p.(listing); ok {
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

func (s scribe) block(p piece) string {
	switch p := p.(type) {
	case heading:
		return s.words([]word{marked(inStrong, p.words...)})
	case paragraph:
		return s.words(p.words)
	case quotation:
		return s.quotation(p)
	case grid:
		return s.grid(p)
	case image:
		return s.image(p)
	case rule:
		return between
	}
	return ""
}

func (s scribe) quotation(q quotation) string {
	said := s.blocks(q.pieces)
	if source := s.words(q.source); source != "" {
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
func (s scribe) listing(l listing, second bool) string {
	bullet, after, gap := "-", ".", "\n"
	if second {
		bullet, after = "+", ")"
	}
	var items []string
	for i, ps := range l.items {
		mark := bullet
		if l.ordered {
			mark = strconv.Itoa(l.start+i) + after
		}
		item := s.blocks(ps)
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
func (s scribe) grid(g grid) string {
	rules := make([]string, len(g.head))
	for i := range rules {
		rules[i] = gridRules[text.AlignNone]
		if i < len(g.align) {
			rules[i] = gridRules[g.align[i]]
		}
	}
	head := make([]string, len(g.head))
	for i, ws := range g.head {
		head[i] = s.cell(ws)
	}
	lines := []string{bars(head), bars(rules)}
	for _, row := range g.rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, s.cell(c.words))
			for range c.span - 1 {
				cells = append(cells, "")
			}
		}
		lines = append(lines, bars(cells))
	}
	if g.caption != "" {
		lines = append([]string{s.words(saying(g.caption)), ""}, lines...)
	}
	return strings.Join(lines, "\n")
}

func bars(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// cell writes words on one line: a table has no breaks.
func (s scribe) cell(ws []word) string {
	var flat []word
	for _, w := range ws {
		if w.mark == lineBreak {
			w = said(" · ")
		}
		flat = append(flat, w)
	}
	return s.words(flat)
}

func (s scribe) image(m image) string {
	shown := s.words(saying(m.instead))
	if m.src != "" {
		shown = "![" + s.text(m.alt) + "](" + m.src + ")"
	}
	if below := s.words(saying(captionText(m))); below != "" {
		shown += "\n\n" + below
	}
	return shown
}

// captionText is what stands below a picture: "In the hall. (B. Rider)".
func captionText(m image) string {
	text := m.caption
	if m.credit != "" {
		text = strings.TrimSpace(text + " (" + m.credit + ")")
	}
	return text
}
