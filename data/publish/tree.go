package publish

import (
	"html"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
)

// A tree writes pieces as HTML: as the page's, with the classes of its style,
// or as a fragment's, bare. It has a case for every type of piece and none
// that passes anything through: element and attribute names are written here,
// and all else is escaped.
type tree struct {
	strings.Builder
	n    *night
	page bool
	err  error
}

// body writes the text of one entry for the page.
func (n *night) body(doc text.Document, scope string) (string, error) {
	t := tree{n: n, page: true}
	t.pieces(n.set(doc, scope))
	return t.String(), t.err
}

func (t *tree) text(s string) { t.WriteString(html.EscapeString(s)) }

// open begins an element, with a class where the page's style needs one.
func (t *tree) open(element, class string) {
	t.WriteString("<" + element)
	if t.page && class != "" {
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

func (t *tree) pieces(ps []piece) {
	for _, p := range ps {
		t.piece(p)
	}
}

func (t *tree) piece(p piece) {
	switch p := p.(type) {
	case heading:
		element := "h" + strconv.Itoa(p.level)
		t.anchored(element, p.anchor)
		t.words(p.words)
		t.line(element)
	case paragraph:
		t.paragraph(p)
	case quotation:
		t.quotation(p)
	case listing:
		t.listing(p)
	case grid:
		t.grid(p)
	case image:
		t.image(p)
	case drawing:
		t.drawing(p)
	case result:
		t.card(p)
	case tally:
		t.council(p)
	case news:
		t.news(p)
	case article:
		t.anchored("article", p.anchor)
		t.WriteString("\n")
		t.pieces(p.pieces)
		t.line("article")
	case folded:
		// The heading in the summary is what keeps it apart in a paste.
		t.WriteString("<details>\n<summary>")
		element := "h" + strconv.Itoa(p.level)
		t.open(element, "")
		t.text(p.summary)
		t.close(element)
		t.line("summary")
		t.pieces(p.pieces)
		t.line("details")
	case rule:
		t.WriteString("<hr>\n")
	}
}

func (t *tree) paragraph(p paragraph) {
	if p.anchor != "" {
		t.anchored("p", p.anchor)
	} else {
		t.open("p", p.role)
	}
	t.words(p.words)
	t.line("p")
}

func (t *tree) words(ws []word) {
	for _, w := range ws {
		switch w.mark {
		case "":
			t.text(w.text)
		case lineBreak:
			t.WriteString("<br>\n")
		case inLink:
			t.WriteString(`<a href="` + html.EscapeString(w.to) + `">`)
			t.words(w.inner)
			t.close("a")
		case inTime:
			t.WriteString(`<time datetime="` + html.EscapeString(w.to) + `">`)
			t.words(w.inner)
			t.close("time")
		default:
			t.open(w.mark, "")
			t.words(w.inner)
			t.close(w.mark)
		}
	}
}

func (t *tree) quotation(q quotation) {
	if len(q.source) == 0 && !q.post {
		t.open("blockquote", "")
		t.pieces(q.pieces)
		t.line("blockquote")
		return
	}
	class := "quote"
	if q.post {
		class = "post"
	}
	t.open("figure", class)
	t.open("blockquote", "")
	t.pieces(q.pieces)
	t.line("blockquote")
	if len(q.source) > 0 {
		t.open("figcaption", "")
		t.words(q.source)
		t.close("figcaption")
	}
	t.line("figure")
}

func (t *tree) listing(l listing) {
	element := "ul"
	if l.ordered {
		element = "ol"
	}
	t.WriteString("<" + element)
	if l.ordered && l.start != 1 {
		t.WriteString(` start="` + strconv.Itoa(l.start) + `"`)
	}
	t.WriteString(">\n")
	for _, item := range l.items {
		t.open("li", "")
		t.item(item)
		t.line("li")
	}
	t.line(element)
}

// item leaves out the paragraph of an item that begins with one, as lists are
// set in print.
func (t *tree) item(ps []piece) {
	if len(ps) > 0 {
		if p, ok := ps[0].(paragraph); ok && p.role == "" && p.anchor == "" {
			t.words(p.words)
			ps = ps[1:]
		}
	}
	t.pieces(ps)
}

func (t *tree) grid(g grid) {
	if t.page {
		// A wide table scrolls in its own frame, which the keyboard reaches.
		t.n.tables++
		t.WriteString(`<section class="wide" aria-label="` + html.EscapeString(gridName(g, t.n.tables)) + `" tabindex="0">`)
	}
	t.WriteString("<table>\n")
	if g.caption != "" {
		t.open("caption", "")
		t.text(g.caption)
		t.line("caption")
	}
	t.WriteString("<thead>\n<tr>")
	for i, words := range g.head {
		t.cell("th", ` scope="col"`, g.align, i, gridCell{words: words})
	}
	t.WriteString("</tr>\n</thead>\n")
	if len(g.rows) > 0 {
		t.WriteString("<tbody>\n")
		for _, row := range g.rows {
			t.row(g, row)
		}
		t.line("tbody")
	}
	t.WriteString("</table>")
	if t.page {
		t.WriteString("</section>")
	}
	t.WriteString("\n")
}

func (t *tree) row(g grid, row []gridCell) {
	t.WriteString("<tr>")
	for i, c := range row {
		if i == 0 && g.named {
			t.cell("th", ` scope="row"`, g.align, i, c)
		} else {
			t.cell("td", "", g.align, i, c)
		}
	}
	t.line("tr")
}

// gridName is what a table's frame is called to those who cannot see it; the
// number keeps two of one head apart.
func gridName(g grid, number int) string {
	name := "Table " + strconv.Itoa(number)
	var heads []string
	for _, h := range g.head {
		heads = append(heads, oneLine(plainWords(h)))
	}
	if head := oneLine(strings.Join(heads, ", ")); strings.Trim(head, ", ") != "" {
		name += ": " + head
	}
	return name
}

var alignClass = map[text.Align]string{
	text.AlignLeft: "left", text.AlignCentre: "centre", text.AlignRight: "right",
}

func (t *tree) cell(element, attributes string, align []text.Align, column int, c gridCell) {
	if len(c.words) == 0 {
		element, attributes = "td", ""
	}
	t.WriteString("<" + element + attributes)
	if c.span > 1 {
		t.WriteString(` colspan="` + strconv.Itoa(c.span) + `"`)
	}
	if t.page && column < len(align) && align[column] != text.AlignNone {
		t.WriteString(` class="` + alignClass[align[column]] + `"`)
	}
	t.WriteString(">")
	t.words(c.words)
	t.close(element)
}

// plainWords is the text of words without their marks.
func plainWords(ws []word) string {
	var b strings.Builder
	for _, w := range ws {
		if w.mark == lineBreak {
			b.WriteString("\n")
		}
		b.WriteString(w.text + plainWords(w.inner))
	}
	return b.String()
}
