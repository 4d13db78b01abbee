package text

import (
	"slices"
	"strconv"
	"strings"
)

// Plaintext prints a tree for search and for the previews of lists: one line
// a block. A link prints its address after its text where they differ; a
// picture's id is left out.
func Plaintext(d Document) string { return strings.Join(allLines(d.Blocks), "\n") }

func allLines(blocks []Block) []string {
	return slices.Concat(PaintBlocks(blocks, blockLines{})...)
}

// blockLines paints a block as the lines of its plain text.
type blockLines struct{}

func (blockLines) Paragraph(p Paragraph) []string { return []string{inlineText(p.Text)} }

func (blockLines) Quote(q Quote) []string {
	lines := allLines(q.Blocks)
	if len(q.Source) > 0 {
		lines = append(lines, "— "+inlineText(q.Source))
	}
	return lines
}

func (blockLines) List(l List) []string {
	var lines []string
	for i, item := range l.Items {
		marker := "• "
		if l.Ordered {
			marker = strconv.Itoa(l.Start+i) + ". "
		}
		inner := allLines(item)
		if len(inner) == 0 {
			inner = []string{""}
		}
		inner[0] = marker + inner[0]
		lines = append(lines, inner...)
	}
	return lines
}

func (blockLines) Table(t Table) []string {
	lines := []string{cellsLine(t.Head)}
	for _, row := range t.Rows {
		lines = append(lines, cellsLine(row))
	}
	return lines
}

func (blockLines) Picture(p PictureBlock) []string {
	return []string{joined("Picture", p.Caption, p.Credit, p.Alt)}
}

func (blockLines) Result(r ResultBlock) []string { return []string{joined("Result", r.Contest)} }
func (blockLines) Chart(c ChartBlock) []string   { return []string{joined("Chart", c.Contest, c.Kind)} }
func (blockLines) ByLine(b ByLine) []string      { return []string{"By " + b.Name} }

func (blockLines) Post(p Post) []string {
	return append([]string{joined("Post", p.Author, p.Handle, p.Time, p.Address)}, allLines(p.Blocks)...)
}

func cellsLine(cells [][]Inline) string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = inlineText(c)
	}
	return strings.Join(texts, " | ")
}

// joined is "what: one | two", empty parts left out.
func joined(what string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return what + ": " + strings.Join(full, " | ")
}

func inlineText(inlines []Inline) string {
	return strings.Join(PaintInlines(inlines, inlineWords{}), "")
}

// inlineWords paints running text as its plain text.
type inlineWords struct{}

func (inlineWords) Plain(p Plain) string       { return p.Text }
func (inlineWords) Break(Break) string         { return " " }
func (inlineWords) Emphasis(e Emphasis) string { return inlineText(e.Text) }
func (inlineWords) Strong(s Strong) string     { return inlineText(s.Text) }
func (inlineWords) Strike(s Strike) string     { return inlineText(s.Text) }
func (inlineWords) Figure(f Figure) string     { return f.String() }

func (inlineWords) Link(l Link) string {
	text := inlineText(l.Text)
	if l.IsBare() {
		return text
	}
	return text + " (" + l.Address + ")"
}

// IsBare reports whether a link's text is its address, as it is where an
// address stands bare in the text: what prints the one need not print the
// other.
func (l Link) IsBare() bool {
	text := inlineText(l.Text)
	return l.Address == escapeAddress(text) || l.Address == "mailto:"+escapeAddress(text) ||
		l.Address == "http://"+escapeAddress(text) && strings.HasPrefix(text, "www.")
}

// String is what a figure prints: its value, or the slot as typed.
func (f Figure) String() string {
	if f.Known {
		return f.Value
	}
	return "{" + f.Slot + "}"
}
