package paint

import (
	"encoding/json"
	"html"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
)

// A press writes blocks as text that WordPress reads as blocks of its own:
// headings, paragraphs, quotes, lists, images, tables and separators, each
// between two comments, as WordPress itself stores them. Nothing typed stands
// in a comment. A time is its words, since a paste drops what else it says,
// and a square bracket is a reference, since WordPress would run what it
// begins.
type press struct{ strings.Builder }

// WordPress writes the blog as blocks.
func WordPress(n *layout.Blog, bs []layout.Block) []byte {
	var w press
	w.blocks(bs)
	if n.Options.ASCII {
		return []byte(references(w.String()))
	}
	return []byte(w.String())
}

func (w *press) blocks(bs []layout.Block) {
	for i, p := range flat(bs) {
		if i > 0 {
			w.WriteString("\n")
		}
		w.block(p)
	}
}

// block writes one block. Attributes are JSON, of numbers and true and false
// alone but for the address of what Pasted says is shown, which no export has.
func (w *press) block(p layout.Block) {
	switch p := p.(type) {
	case layout.Heading:
		attributes := `{"level":` + strconv.Itoa(p.Level) + `}`
		if p.Level == 2 {
			attributes = ""
		}
		w.between("heading", attributes, func() {
			element := "h" + strconv.Itoa(p.Level)
			w.WriteString("<" + element + ` class="wp-block-heading"` + anchorOf(p.Anchor) + ">")
			w.words(p.Words)
			w.WriteString("</" + element + ">")
		})
	case layout.Paragraph:
		w.between("paragraph", "", func() {
			w.WriteString("<p" + anchorOf(p.Anchor) + ">")
			w.words(p.Words)
			w.WriteString("</p>")
		})
	case layout.Quote:
		w.between("quote", "", func() { w.quotation(p) })
	case layout.List:
		w.listing(p)
	case layout.Table:
		w.between("table", `{"hasFixedLayout":false}`, func() { w.grid(p) })
	case layout.Image:
		w.image(p)
	case layout.Rule:
		w.between("separator", "", func() {
			w.WriteString(`<hr class="wp-block-separator has-alpha-channel-opacity"/>`)
		})
	case layout.Embed:
		to, err := json.Marshal(p.Address) // which escapes <, > and &
		if err != nil {
			panic("publish: an address is no text: " + err.Error())
		}
		w.between("embed", `{"url":`+strings.ReplaceAll(string(to), "--", `\u002d\u002d`)+`}`, func() {
			w.WriteString(`<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">` + "\n" + pressText.Replace(p.Address) + "\n</div></figure>")
		})
	}
}

// between writes a block's comments and, between them, what is in it.
func (w *press) between(name, attributes string, write func()) {
	if attributes != "" {
		attributes += " "
	}
	w.WriteString("<!-- wp:" + name + " " + attributes + "-->\n")
	write()
	w.WriteString("\n<!-- /wp:" + name + " -->\n")
}

func anchorOf(anchor string) string {
	if anchor == "" {
		return ""
	}
	return ` id="` + html.EscapeString(anchor) + `"`
}

// Typed text and typed addresses, as blocks have them.
var pressText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "[", "&#91;")

func pressValue(s string) string {
	return strings.ReplaceAll(html.EscapeString(s), "[", "&#91;")
}

func (w *press) words(ws []layout.Word) {
	for _, x := range ws {
		switch x.Mark {
		case "":
			w.WriteString(pressText.Replace(x.Text))
		case layout.Break:
			w.WriteString("<br>")
		case layout.Link:
			w.WriteString(`<a href="` + pressValue(x.To) + `">`)
			w.words(x.Inner)
			w.WriteString("</a>")
		case layout.Time:
			w.words(x.Inner)
		default:
			w.WriteString("<" + x.Mark + ">")
			w.words(x.Inner)
			w.WriteString("</" + x.Mark + ">")
		}
	}
}

func (w *press) quotation(q layout.Quote) {
	w.WriteString(`<blockquote class="wp-block-quote">`)
	inner := press{}
	inner.blocks(q.Blocks)
	w.WriteString(strings.TrimSuffix(inner.String(), "\n"))
	if len(q.Source) > 0 {
		w.WriteString("<cite>")
		w.words(q.Source)
		w.WriteString("</cite>")
	}
	w.WriteString("</blockquote>")
}

func (w *press) listing(l layout.List) {
	element, attributes, start := "ul", "", ""
	if l.Ordered {
		element, attributes = "ol", `{"ordered":true}`
		if l.Start != 1 {
			attributes = `{"ordered":true,"start":` + strconv.Itoa(l.Start) + `}`
			start = ` start="` + strconv.Itoa(l.Start) + `"`
		}
	}
	w.between("list", attributes, func() {
		w.WriteString("<" + element + start + ` class="wp-block-list">`)
		for i, item := range l.Items {
			if i > 0 {
				w.WriteString("\n\n")
			}
			w.item(item)
		}
		w.WriteString("</" + element + ">")
	})
}

// item writes an item of a list. WordPress has words in one, and further
// lists after them, and nothing else: what else there is becomes its words.
func (w *press) item(bs []layout.Block) {
	var lines []layout.Word
	var lists []layout.List
	for _, p := range flat(bs) {
		if l, ok := p.(layout.List); ok {
			lists = append(lists, l)
			continue
		}
		for _, line := range asLines(p) {
			if len(lines) > 0 {
				lines = append(lines, layout.Word{Mark: layout.Break})
			}
			lines = append(lines, line...)
		}
	}
	w.WriteString("<!-- wp:list-item -->\n<li>")
	w.words(lines)
	for _, l := range lists {
		inner := press{}
		inner.listing(l)
		w.WriteString(strings.TrimSuffix(inner.String(), "\n"))
	}
	w.WriteString("</li>\n<!-- /wp:list-item -->")
}

func (w *press) grid(g layout.Table) {
	w.WriteString(`<figure class="wp-block-table"><table><thead><tr>`)
	for i, ws := range g.Head {
		w.cell("th", ` scope="col"`, g.Align, i, layout.Cell{Words: ws})
	}
	w.WriteString("</tr></thead>")
	if len(g.Rows) > 0 {
		w.WriteString("<tbody>")
	}
	for _, row := range g.Rows {
		w.WriteString("<tr>")
		for i, c := range row {
			if i == 0 && g.Named {
				w.cell("th", ` scope="row"`, g.Align, i, c)
			} else {
				w.cell("td", "", g.Align, i, c)
			}
		}
		w.WriteString("</tr>")
	}
	if len(g.Rows) > 0 {
		w.WriteString("</tbody>")
	}
	w.WriteString("</table>")
	if g.Caption != "" {
		w.WriteString(`<figcaption class="wp-element-caption">` + pressText.Replace(g.Caption) + "</figcaption>")
	}
	w.WriteString("</figure>")
}

func (w *press) cell(element, attributes string, align []text.Align, column int, c layout.Cell) {
	w.WriteString("<" + element)
	if column < len(align) && align[column] != text.AlignNone {
		side := map[text.Align]string{text.AlignLeft: "left", text.AlignCentre: "center", text.AlignRight: "right"}[align[column]]
		w.WriteString(` class="has-text-align-` + side + `" data-align="` + side + `"`)
	}
	w.WriteString(attributes)
	if c.Span > 1 {
		w.WriteString(` colspan="` + strconv.Itoa(c.Span) + `"`)
	}
	w.WriteString(">")
	w.words(c.Words)
	w.WriteString("</" + element + ">")
}

func (w *press) image(m layout.Image) {
	if m.Src == "" {
		w.block(layout.Paragraph{Words: layout.Words(m.Instead)})
		if below := captionText(m); below != "" {
			w.WriteString("\n")
			w.block(layout.Paragraph{Words: layout.Words(below)})
		}
		return
	}
	w.between("image", "", func() {
		w.WriteString(`<figure class="wp-block-image"><img src="` + pressValue(m.Src) + `" alt="` + pressValue(m.Alt) + `"/>`)
		if below := captionText(m); below != "" {
			w.WriteString(`<figcaption class="wp-element-caption">` + pressText.Replace(below) + "</figcaption>")
		}
		w.WriteString("</figure>")
	})
}
