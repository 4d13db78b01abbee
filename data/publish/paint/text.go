package paint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
)

// between parts entries in plain text.
const between = "* * *"

// A copyText writes blocks as plain text: paragraphs on one line each, blank lines
// between them, "* * *" between entries and "ends" at the end, as copy is
// filed.
type copyText struct{ ascii bool }

// PlainText writes the blog as plain text.
func PlainText(n *layout.Blog, bs []layout.Block) []byte {
	c := copyText{n.Options.ASCII}
	var parts []string
	for _, p := range bs {
		if s := c.block(p); s != "" {
			parts = append(parts, s)
		}
	}
	said := strings.Join(append(parts, "ends"), "\n\n") + "\n"
	if c.ascii {
		said = ascii(said)
	}
	return []byte(said)
}

// blocks are blocks with a blank line between each two.
func (c copyText) blocks(bs []layout.Block) string {
	var parts []string
	for _, p := range bs {
		if s := strings.TrimRight(c.block(p), "\n"); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n\n")
}

func (c copyText) block(p layout.Block) string {
	switch p := p.(type) {
	case layout.Heading:
		return c.words(p.Words)
	case layout.Paragraph:
		return c.words(p.Words)
	case layout.Quote:
		return c.quotation(p)
	case layout.List:
		return c.listing(p)
	case layout.Table:
		return c.grid(p)
	case layout.Image:
		return strings.TrimRight(p.Instead+" "+captionText(p), " ")
	case layout.Drawing:
		const columns = 72
		return unfold(p.Model.Text(columns))
	case layout.Section:
		return c.section(p)
	case layout.Entry:
		return c.entry(p)
	case layout.Rule:
		return between
	}
	return ""
}

// section is blocks a line each; what is counted in it stands between blank
// lines.
func (c copyText) section(s layout.Section) string {
	var lines []string
	for _, p := range s.Blocks {
		switch p := p.(type) {
		case layout.Table:
			lines = append(append(lines, ""), p.Sentences...)
		case layout.List: // of figures
			lines = append(lines, "")
			for _, item := range p.Items {
				lines = append(lines, c.blocks(item))
			}
		default:
			lines = append(lines, c.block(p))
		}
	}
	return strings.Join(lines, "\n")
}

// entry is an entry with its head.
func (c copyText) entry(e layout.Entry) string {
	var head []string
	for _, s := range []string{e.Time.Text, e.By} {
		if s != "" {
			head = append(head, s)
		}
	}
	if e.Pinned {
		head = append(head, "Pinned")
	}
	said := []layout.Block{
		layout.Paragraph{Words: layout.Words(strings.Join(append(head, e.Marks...), " · "))},
		layout.Paragraph{Words: layout.Words(e.Kicker)},
	}
	if e.Withdrawn {
		return c.blocks(append(said[:1], layout.Paragraph{Words: layout.Words(layout.WithdrawnNotice)}))
	}
	said = append(said, e.Text...)
	for _, note := range e.Notes {
		said = append(said, layout.Paragraph{Words: note.Words()})
	}
	return c.blocks(said)
}

// unfold takes the line ends out of the sentences over and under a chart's
// table, since copy has none within a paragraph.
func unfold(s string) string {
	parts := strings.Split(strings.TrimRight(s, "\n"), "\n\n")
	for i, p := range parts {
		switch title, said, more := strings.Cut(p, "\n"); {
		case i == 0 && more:
			parts[i] = title + "\n" + layout.OneLine(said)
		case i == len(parts)-1 && i > 1:
			parts[i] = layout.OneLine(p)
		}
	}
	return strings.Join(parts, "\n\n")
}

// quotation marks quoted lines as mail does, so that a reader sees where the
// quote ends.
func (c copyText) quotation(q layout.Quote) string {
	lines := strings.Split(c.blocks(q.Blocks), "\n")
	if source := c.words(q.Source); source != "" {
		lines = append(lines, "— "+source)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

func (c copyText) listing(l layout.List) string {
	var lines []string
	for i, item := range l.Items {
		mark := "• "
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + ". "
		}
		indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
		text := strings.ReplaceAll(c.blocks(item), "\n\n", "\n")
		lines = append(lines, mark+strings.ReplaceAll(text, "\n", "\n"+indent))
	}
	return strings.Join(lines, "\n")
}

// grid sets a table in columns, which still read as a table where the letters
// have different widths: the bars stay.
func (c copyText) grid(g layout.Table) string {
	rows := [][]string{c.cells(g.Head)}
	for _, r := range g.Rows {
		words := make([][]layout.Word, len(r))
		for i := range r {
			words[i] = r[i].Words
		}
		rows = append(rows, c.cells(words))
	}
	widths := make([]int, len(g.Head))
	for _, r := range rows {
		for i, s := range r[:min(len(r), len(widths))] {
			widths[i] = max(widths[i], utf8.RuneCountInString(s))
		}
	}
	var lines []string
	for _, r := range rows {
		for i := range r[:min(len(r), len(widths))] {
			right := i < len(g.Align) && g.Align[i] == text.AlignRight
			r[i] = pad(r[i], widths[i], right)
		}
		lines = append(lines, strings.TrimRight(strings.Join(r, " | "), " "))
	}
	return strings.Join(lines, "\n")
}

func (c copyText) cells(cells [][]layout.Word) []string {
	texts := make([]string, len(cells))
	for i, ws := range cells {
		texts[i] = layout.OneLine(c.words(ws))
		if c.ascii {
			texts[i] = ascii(texts[i]) // before the columns are measured
		}
	}
	return texts
}

func pad(s string, width int, right bool) string {
	gap := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
	if right {
		return gap + s
	}
	return s + gap
}

// words are running text without marks; the address of an entry's link follows
// its text where the two differ.
func (c copyText) words(ws []layout.Word) string {
	var b strings.Builder
	for _, w := range ws {
		text := w.Text + c.words(w.Inner)
		switch w.Mark {
		case layout.Break:
			text = "\n"
		case layout.Strike:
			text = "[struck: " + text + "]"
		case layout.Link:
			text = c.link(w, text)
		}
		b.WriteString(text)
	}
	return b.String()
}

func (c copyText) link(w layout.Word, text string) string {
	to := w.Typed
	if c.ascii {
		to = layout.ASCIIAddress(to)
	}
	switch {
	case w.Typed == "":
		return text
	case !w.Bare:
		return text + " (" + to + ")"
	case to != w.Typed:
		return to
	}
	return text
}
