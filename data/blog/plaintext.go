package blog

import (
	"strconv"
	"strings"
)

// Plaintext prints a tree for search and for the previews of lists: one line
// a block. A link prints its address after its text where they differ; a
// picture's id is left out.
func Plaintext(d Document) string {
	var lines []string
	for _, b := range d.Blocks {
		lines = append(lines, blockLines(b)...)
	}
	return strings.Join(lines, "\n")
}

func blockLines(b Block) []string {
	switch b := b.(type) {
	case Paragraph:
		return []string{inlineText(b.Text)}
	case Quote:
		lines := allLines(b.Blocks)
		if len(b.Source) > 0 {
			lines = append(lines, "— "+inlineText(b.Source))
		}
		return lines
	case List:
		return listLines(b)
	case Table:
		lines := []string{cellsLine(b.Head)}
		for _, row := range b.Rows {
			lines = append(lines, cellsLine(row))
		}
		return lines
	case PictureBlock:
		return []string{joined("Picture", b.Caption, b.Credit, b.Alt)}
	case ResultBlock:
		return []string{joined("Result", b.Contest)}
	case ChartBlock:
		return []string{joined("Chart", b.Contest, b.Kind)}
	case ByLine:
		return []string{"By " + b.Name}
	case Post:
		return append([]string{joined("Post", b.Author, b.Handle, b.Time, b.Address)}, allLines(b.Blocks)...)
	}
	return nil
}

func allLines(blocks []Block) []string {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, blockLines(b)...)
	}
	return lines
}

func listLines(l List) []string {
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
	var b strings.Builder
	for _, x := range inlines {
		switch x := x.(type) {
		case Plain:
			b.WriteString(x.Text)
		case Break:
			b.WriteByte(' ')
		case Emphasis:
			b.WriteString(inlineText(x.Text))
		case Strong:
			b.WriteString(inlineText(x.Text))
		case Strike:
			b.WriteString(inlineText(x.Text))
		case Link:
			b.WriteString(linkText(x))
		case Figure:
			b.WriteString(x.String())
		}
	}
	return b.String()
}

func linkText(l Link) string {
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
