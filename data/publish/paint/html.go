package paint

import (
	"html"
	"html/template"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
)

// A tree writes blocks as HTML: as the page's, with the classes of its style,
// or as a fragment's, bare. It has a case for every type of block and none
// that passes anything through: element and attribute names are written here,
// and all else is escaped.
type tree struct {
	strings.Builder
	page *PageText // nil in a fragment
	err  error
}

// HTML writes the blog for the body of a page that a CMS makes.
func HTML(n *layout.Blog, bs []layout.Block) []byte {
	var t tree
	t.blocks(bs)
	if n.Options.ASCII {
		return []byte(references(t.String()))
	}
	return []byte(t.String())
}

// A PageText is what the text of entries needs of the page that it stands in.
type PageText struct {
	Templates *template.Template // one for each template that a section names
	tables    int                // on the page so far
}

// Page writes the text of one entry for the page.
func Page(bs []layout.Block, page *PageText) (string, error) {
	t := tree{page: page}
	t.blocks(bs)
	return t.String(), t.err
}

func (t *tree) text(s string) { t.WriteString(html.EscapeString(s)) }

// open begins an element, with a class where the page's style needs one.
func (t *tree) open(element, class string) {
	t.WriteString("<" + element)
	if t.page != nil && class != "" {
		t.WriteString(` class="` + class + `"`)
	}
	t.WriteString(">")
}

// anchored begins an element that links may lead to.
func (t *tree) anchored(element, anchor string) {
	t.WriteString("<" + element)
	if anchor != "" {
		t.WriteString(` id="` + html.EscapeString(anchor) + `"`)
	}
	t.WriteString(">")
}

func (t *tree) close(element string) { t.WriteString("</" + element + ">") }

// line closes a block, so that the source of a page can be read.
func (t *tree) line(element string) { t.WriteString("</" + element + ">\n") }

func (t *tree) blocks(bs []layout.Block) {
	for _, p := range bs {
		t.block(p)
	}
}

func (t *tree) block(p layout.Block) {
	switch p := p.(type) {
	case layout.Heading:
		element := "h" + strconv.Itoa(p.Level)
		t.anchored(element, p.Anchor)
		t.words(p.Words)
		t.line(element)
	case layout.Paragraph:
		t.paragraph(p)
	case layout.Quote:
		t.quotation(p)
	case layout.List:
		t.listing(p)
	case layout.Table:
		t.grid(p)
	case layout.Image:
		t.image(p)
	case layout.Drawing:
		t.drawing(p)
	case layout.Section:
		t.section(p)
	case layout.Entry:
		t.anchored("article", p.Anchor)
		t.WriteString("\n")
		t.blocks(p.Blocks())
		t.line("article")
	case layout.Folded:
		// The heading in the summary is what keeps it apart in a paste.
		t.WriteString("<details>\n<summary>")
		element := "h" + strconv.Itoa(p.Level)
		t.open(element, "")
		t.text(p.Summary)
		t.close(element)
		t.line("summary")
		t.blocks(p.Blocks)
		t.line("details")
	case layout.Rule:
		t.WriteString("<hr>\n")
	}
}

func (t *tree) paragraph(p layout.Paragraph) {
	if p.Anchor != "" {
		t.anchored("p", p.Anchor)
	} else {
		t.open("p", p.Role)
	}
	t.words(p.Words)
	t.line("p")
}

func (t *tree) words(ws []layout.Word) {
	for _, w := range ws {
		switch w.Mark {
		case "":
			t.text(w.Text)
		case layout.Break:
			t.WriteString("<br>\n")
		case layout.Link:
			t.WriteString(`<a href="` + html.EscapeString(w.To) + `">`)
			t.words(w.Inner)
			t.close("a")
		case layout.Time:
			t.WriteString(`<time datetime="` + html.EscapeString(w.To) + `">`)
			t.words(w.Inner)
			t.close("time")
		default:
			t.open(w.Mark, "")
			t.words(w.Inner)
			t.close(w.Mark)
		}
	}
}

func (t *tree) quotation(q layout.Quote) {
	if len(q.Source) == 0 && !q.Captured {
		t.open("blockquote", "")
		t.blocks(q.Blocks)
		t.line("blockquote")
		return
	}
	class := "quote"
	if q.Captured {
		class = "post"
	}
	t.open("figure", class)
	t.open("blockquote", "")
	t.blocks(q.Blocks)
	t.line("blockquote")
	if len(q.Source) > 0 {
		t.open("figcaption", "")
		t.words(q.Source)
		t.close("figcaption")
	}
	t.line("figure")
}

func (t *tree) listing(l layout.List) {
	if len(l.Items) == 0 {
		return
	}
	element := "ul"
	if l.Ordered {
		element = "ol"
	}
	t.WriteString("<" + element)
	if l.Ordered && l.Start != 1 {
		t.WriteString(` start="` + strconv.Itoa(l.Start) + `"`)
	}
	t.WriteString(">\n")
	for _, item := range l.Items {
		t.open("li", "")
		t.item(item)
		t.line("li")
	}
	t.line(element)
}

// item leaves out the paragraph of an item that begins with one, as lists are
// set in print.
func (t *tree) item(bs []layout.Block) {
	if len(bs) > 0 {
		if p, ok := bs[0].(layout.Paragraph); ok && p.Role == "" && p.Anchor == "" {
			t.words(p.Words)
			bs = bs[1:]
		}
	}
	t.blocks(bs)
}

func (t *tree) grid(g layout.Table) {
	if t.page != nil {
		// A wide table scrolls in its own frame, which the keyboard reaches.
		t.page.tables++
		t.WriteString(`<section class="wide" aria-label="` + html.EscapeString(gridName(g, t.page.tables)) + `" tabindex="0">`)
	}
	t.WriteString("<table>\n")
	if g.Caption != "" {
		t.open("caption", "")
		t.text(g.Caption)
		t.line("caption")
	}
	t.WriteString("<thead>\n<tr>")
	for i, words := range g.Head {
		t.cell("th", ` scope="col"`, g.Align, i, layout.Cell{Words: words})
	}
	t.WriteString("</tr>\n</thead>\n")
	if len(g.Rows) > 0 {
		t.WriteString("<tbody>\n")
		for _, row := range g.Rows {
			t.row(g, row)
		}
		t.line("tbody")
	}
	t.WriteString("</table>")
	if t.page != nil {
		t.WriteString("</section>")
	}
	t.WriteString("\n")
}

func (t *tree) row(g layout.Table, row []layout.Cell) {
	t.WriteString("<tr>")
	for i, c := range row {
		if i == 0 && g.Named {
			t.cell("th", ` scope="row"`, g.Align, i, c)
		} else {
			t.cell("td", "", g.Align, i, c)
		}
	}
	t.line("tr")
}

// gridName is what a table's frame is called to those who cannot see it; the
// number keeps two of one head apart.
func gridName(g layout.Table, number int) string {
	name := "Table " + strconv.Itoa(number)
	var heads []string
	for _, h := range g.Head {
		heads = append(heads, layout.OneLine(layout.PlainWords(h)))
	}
	if head := layout.OneLine(strings.Join(heads, ", ")); strings.Trim(head, ", ") != "" {
		name += ": " + head
	}
	return name
}

var alignClass = map[text.Align]string{
	text.AlignLeft: "left", text.AlignCentre: "centre", text.AlignRight: "right",
}

func (t *tree) cell(element, attributes string, align []text.Align, column int, c layout.Cell) {
	if len(c.Words) == 0 {
		element, attributes = "td", ""
	}
	t.WriteString("<" + element + attributes)
	if c.Span > 1 {
		t.WriteString(` colspan="` + strconv.Itoa(c.Span) + `"`)
	}
	if t.page != nil && column < len(align) && align[column] != text.AlignNone {
		t.WriteString(` class="` + alignClass[align[column]] + `"`)
	}
	t.WriteString(">")
	t.words(c.Words)
	t.close(element)
}
