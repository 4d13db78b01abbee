package intake

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isPage reports whether a text is a web page: no table of results begins with
// an angle bracket.
func isPage(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, "\ufeff \t\r\n"), "<")
}

// The bounds of a page.
const (
	maxTables = 500
	maxDeep   = 400 // elements inside one another
)

// page gives the tables of a web page. A table that only lays out others is left
// out.
func (g *reading) page(file, text string) (sheets []*sheet) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		g.wrong(Problem{File: file, Want: "is a web page that cannot be read; copy the table out of it and paste it into the count, or save it as CSV"})
		return nil
	}
	p := &pageReader{reading: g, file: file}
	p.walk(root, 0)
	if len(p.sheets) == 0 && len(g.problems.List) == 0 {
		g.wrong(Problem{File: file, Want: "is a web page without a table; copy the figures out of it and paste them into the count"})
	}
	return p.sheets
}

// A pageReader gathers the tables of a page in their order.
type pageReader struct {
	*reading
	file    string
	heading string // the last one passed
	sheets  []*sheet
	cells   int
}

func (p *pageReader) walk(n *html.Node, depth int) {
	if depth > maxDeep || len(p.problems.List) > 0 {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript:
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		p.heading = textOf(n)
	case atom.Table:
		if !holds(n, atom.Table) {
			p.table(n)
			return
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.walk(child, depth+1)
	}
}

// holds reports whether an element is anywhere below a node.
func holds(n *html.Node, a atom.Atom) bool {
	for child := range n.Descendants() {
		if child.DataAtom == a {
			return true
		}
	}
	return false
}

// table takes one table.
func (p *pageReader) table(n *html.Node) {
	sh := &sheet{name: p.heading}
	spans := map[int]int{} // rows that a cell above still covers, by column
	line := 0
	for row := range n.Descendants() {
		switch row.DataAtom {
		case atom.Caption:
			sh.name = textOf(row)
		case atom.Tr:
			if line++; isHidden(row) {
				continue
			}
			rec, ok := p.row(row, line, spans)
			if !ok {
				return
			}
			if !rec.blank() {
				sh.grid = append(sh.grid, rec)
			}
		}
	}
	if len(sh.grid) == 0 {
		return
	}
	if len(p.sheets) == maxTables {
		p.wrong(Problem{File: p.file, Want: "has more than 500 tables; save the one that is wanted as CSV"})
		return
	}
	number := len(p.sheets) + 1
	if sh.name == "" {
		sh.name = "table " + strconv.Itoa(number)
	}
	sh.file = fmt.Sprintf("%s, table %d", p.file, number)
	p.sheets = append(p.sheets, sh)
}

// row takes the cells of a row. A cell that goes over several columns or rows
// stands in the first of them; the others are blank.
func (p *pageReader) row(n *html.Node, line int, spans map[int]int) (rec record, ok bool) {
	rec = record{lines: []int{line}}
	skip := func() {
		for spans[len(rec.cells)] > 0 {
			spans[len(rec.cells)]--
			rec.cells = append(rec.cells, "")
		}
	}
	for cell := n.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		skip()
		wide, high := span(cell, "colspan"), span(cell, "rowspan")
		text := ""
		if !isHidden(cell) {
			text = textOf(cell)
		}
		for i := range wide {
			if high > 1 {
				spans[len(rec.cells)] = high - 1
			}
			if i > 0 {
				text = ""
			}
			rec.cells = append(rec.cells, text)
		}
		if p.cells += wide; len(rec.cells) > maxColumns || len(text) > maxLine || p.cells > maxCells {
			p.wrong(Problem{File: p.file, Want: "has a table that is too large to be one of results; save the table as CSV"})
			return rec, false
		}
	}
	skip()
	return rec, true
}

// span is how many columns or rows a cell goes over.
func span(n *html.Node, which string) int {
	for _, a := range n.Attr {
		if a.Key == which {
			if many, err := strconv.Atoi(strings.TrimSpace(a.Val)); err == nil && many > 1 {
				return min(many, maxColumns)
			}
		}
	}
	return 1
}

// isHidden reports whether an element is not shown.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}

// textOf is the text of an element with single spaces. Raised letters are left
// out: they are the numbers of notes.
func textOf(n *html.Node) string {
	var b strings.Builder
	gather(n, &b, 0)
	return strings.Join(strings.Fields(b.String()), " ")
}

func gather(n *html.Node, b *strings.Builder, depth int) {
	for child := n.FirstChild; child != nil && depth < maxDeep; child = child.NextSibling {
		switch {
		case child.Type == html.TextNode:
			b.WriteString(child.Data)
		case child.DataAtom == atom.Script, child.DataAtom == atom.Style, child.DataAtom == atom.Sup, isHidden(child):
		default:
			if isBlock(child.DataAtom) {
				b.WriteByte(' ')
			}
			gather(child, b, depth+1)
			if isBlock(child.DataAtom) {
				b.WriteByte(' ')
			}
		}
	}
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(a atom.Atom) bool {
	return a == atom.Br || a == atom.P || a == atom.Div || a == atom.Li || a == atom.Ul || a == atom.Img
}
