package publish

import (
	"html"
	"strconv"
	"strings"

	"nightdesk/data/blog"
)

// A tree writes the text of entries as HTML. It has a case for every type of
// the closed tree and none that passes anything through: element and
// attribute names are written here, and all else is escaped.
type tree struct {
	strings.Builder
	n     *night
	page  bool   // classes and drawn charts, or bare elements and PNGs
	scope string // what ids in the text begin with, never used twice on a page
	ids   int
	err   error
}

// body renders the text of one entry.
func (n *night) body(doc blog.Document, page bool, scope string) (string, error) {
	t := tree{n: n, page: page, scope: scope}
	t.blocks(doc.Blocks)
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

func (t *tree) close(element string) { t.WriteString("</" + element + ">") }

// line closes a block, so that the source of a page can be read.
func (t *tree) line(element string) { t.WriteString("</" + element + ">\n") }

func (t *tree) blocks(bs []blog.Block) {
	for _, b := range bs {
		t.block(b)
	}
}

func (t *tree) block(b blog.Block) {
	switch b := b.(type) {
	case blog.Paragraph:
		t.open("p", "")
		t.inlines(b.Text)
		t.line("p")
	case blog.Quote:
		t.quote(b)
	case blog.List:
		t.list(b)
	case blog.Table:
		t.table(b)
	case blog.ByLine:
		t.open("p", "by")
		t.text("By " + oneLine(b.Name))
		t.line("p")
	case blog.Post:
		t.post(b)
	case blog.PictureBlock:
		t.picture(b)
	case blog.ResultBlock:
		t.result(b)
	case blog.ChartBlock:
		t.chart(b)
	}
}

func (t *tree) inlines(is []blog.Inline) {
	for _, i := range is {
		switch i := i.(type) {
		case blog.Plain:
			t.text(i.Text)
		case blog.Break:
			t.WriteString("<br>\n")
		case blog.Emphasis:
			t.within("em", i.Text)
		case blog.Strong:
			t.within("strong", i.Text)
		case blog.Strike:
			t.within("s", i.Text)
		case blog.Link:
			t.link(i)
		case blog.Figure:
			t.text(i.String())
		}
	}
}

func (t *tree) within(element string, is []blog.Inline) {
	t.open(element, "")
	t.inlines(is)
	t.close(element)
}

// link writes a link, or its text alone where the address is none.
func (t *tree) link(l blog.Link) {
	to := address(l.Address, "http", "https", "mailto")
	if to == "" {
		t.inlines(l.Text)
		return
	}
	t.WriteString(`<a href="` + html.EscapeString(to) + `">`)
	t.inlines(l.Text)
	t.close("a")
}

func (t *tree) quote(q blog.Quote) {
	if len(q.Source) == 0 {
		t.open("blockquote", "")
		t.blocks(q.Blocks)
		t.line("blockquote")
		return
	}
	t.open("figure", "quote")
	t.open("blockquote", "")
	t.blocks(q.Blocks)
	t.line("blockquote")
	t.open("figcaption", "")
	t.inlines(q.Source)
	t.close("figcaption")
	t.line("figure")
}

func (t *tree) list(l blog.List) {
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
func (t *tree) item(bs []blog.Block) {
	if len(bs) > 0 {
		if p, ok := bs[0].(blog.Paragraph); ok {
			t.inlines(p.Text)
			bs = bs[1:]
		}
	}
	t.blocks(bs)
}

func (t *tree) table(b blog.Table) {
	if t.page {
		// A wide table scrolls in its own frame, which the keyboard reaches.
		t.n.tables++
		t.WriteString(`<section class="wide" aria-label="` + html.EscapeString(tableName(b, t.n.tables)) + `" tabindex="0">`)
	}
	t.WriteString("<table>\n<thead>\n<tr>")
	for i, cell := range b.Head {
		t.cell("th", ` scope="col"`, b.Align, i, cell)
	}
	t.WriteString("</tr>\n</thead>\n")
	if len(b.Rows) > 0 {
		t.WriteString("<tbody>\n")
		for _, row := range b.Rows {
			t.WriteString("<tr>")
			for i, cell := range row {
				t.cell("td", "", b.Align, i, cell)
			}
			t.line("tr")
		}
		t.line("tbody")
	}
	t.WriteString("</table>")
	if t.page {
		t.WriteString("</section>")
	}
	t.WriteString("\n")
}

// tableName is what a table's frame is called to those who cannot see it; the
// number keeps two of one head apart.
func tableName(b blog.Table, number int) string {
	name := "Table " + strconv.Itoa(number)
	if head := oneLine(strings.Join(cellTexts(b.Head), ", ")); strings.Trim(head, ", ") != "" {
		name += ": " + head
	}
	return name
}

var alignClass = map[blog.Align]string{
	blog.AlignLeft: "left", blog.AlignCentre: "centre", blog.AlignRight: "right",
}

func (t *tree) cell(element, attributes string, align []blog.Align, column int, is []blog.Inline) {
	if len(is) == 0 {
		element, attributes = "td", ""
	}
	t.WriteString("<" + element + attributes)
	if t.page && column < len(align) && align[column] != blog.AlignNone {
		t.WriteString(` class="` + alignClass[align[column]] + `"`)
	}
	t.WriteString(">")
	t.inlines(is)
	t.close(element)
}

func (t *tree) post(p blog.Post) {
	t.open("figure", "post")
	t.open("blockquote", "")
	t.blocks(p.Blocks)
	t.line("blockquote")
	if said, when := signature(p), oneLine(p.Time); said+when != "" || web(p.Address) != "" {
		t.open("figcaption", "")
		t.text(said)
		if said != "" {
			t.WriteString(", ")
		}
		if when == "" {
			when = "the post"
		}
		if to := web(p.Address); to != "" {
			t.WriteString(`<a href="` + html.EscapeString(to) + `">`)
			t.text(when)
			t.close("a")
		} else {
			t.text(when)
		}
		t.close("figcaption")
	}
	t.line("figure")
}

// signature is who posted: "Name (@handle)".
func signature(p blog.Post) string {
	author, handle := oneLine(p.Author), oneLine(p.Handle)
	switch {
	case author == "":
		return handle
	case handle == "":
		return author
	}
	return author + " (" + handle + ")"
}
