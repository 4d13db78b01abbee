package publish

import (
	"encoding/json"
	"html"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
)

// A press writes pieces as text that WordPress reads as blocks of its own:
// headings, paragraphs, quotes, lists, images, tables and separators, each
// between two comments, as WordPress itself stores them. Nothing typed stands
// in a comment. A time is its words, since a paste drops what else it says,
// and a square bracket is a reference, since WordPress would run what it
// begins.
type press struct {
	strings.Builder
	n *night
}

// wordPress writes what leaves as blocks.
func (n *night) wordPress() ([]byte, error) {
	ps, err := n.all()
	if err != nil {
		return nil, err
	}
	w := press{n: n}
	w.blocks(ps)
	if n.o.ASCII {
		return []byte(references(w.String())), nil
	}
	return []byte(w.String()), nil
}

func (w *press) blocks(ps []piece) {
	for i, p := range w.n.flat(ps) {
		if i > 0 {
			w.WriteString("\n")
		}
		w.block(p)
	}
}

// block writes one block. Attributes are JSON, of numbers and true and false
// alone but for the address of what Pasted says is shown, which no export has.
func (w *press) block(p piece) {
	switch p := p.(type) {
	case heading:
		attributes := `{"level":` + strconv.Itoa(p.level) + `}`
		if p.level == 2 {
			attributes = ""
		}
		w.between("heading", attributes, func() {
			element := "h" + strconv.Itoa(p.level)
			w.WriteString("<" + element + ` class="wp-block-heading"` + anchorOf(p.anchor) + ">")
			w.words(p.words)
			w.WriteString("</" + element + ">")
		})
	case paragraph:
		w.between("paragraph", "", func() {
			w.WriteString("<p" + anchorOf(p.anchor) + ">")
			w.words(p.words)
			w.WriteString("</p>")
		})
	case quotation:
		w.between("quote", "", func() { w.quotation(p) })
	case listing:
		w.listing(p)
	case grid:
		w.between("table", `{"hasFixedLayout":false}`, func() { w.grid(p) })
	case image:
		w.image(p)
	case rule:
		w.between("separator", "", func() {
			w.WriteString(`<hr class="wp-block-separator has-alpha-channel-opacity"/>`)
		})
	case embed:
		to, err := json.Marshal(p.address) // which escapes <, > and &
		if err != nil {
			panic("publish: an address is no text: " + err.Error())
		}
		w.between("embed", `{"url":`+strings.ReplaceAll(string(to), "--", `\u002d\u002d`)+`}`, func() {
			w.WriteString(`<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">` + "\n" + pressText.Replace(p.address) + "\n</div></figure>")
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

func (w *press) words(ws []word) {
	for _, x := range ws {
		switch x.mark {
		case "":
			w.WriteString(pressText.Replace(x.text))
		case lineBreak:
			w.WriteString("<br>")
		case inLink:
			w.WriteString(`<a href="` + pressValue(x.to) + `">`)
			w.words(x.inner)
			w.WriteString("</a>")
		case inTime:
			w.words(x.inner)
		default:
			w.WriteString("<" + x.mark + ">")
			w.words(x.inner)
			w.WriteString("</" + x.mark + ">")
		}
	}
}

func (w *press) quotation(q quotation) {
	w.WriteString(`<blockquote class="wp-block-quote">`)
	inner := press{n: w.n}
	inner.blocks(q.pieces)
	w.WriteString(strings.TrimSuffix(inner.String(), "\n"))
	if len(q.source) > 0 {
		w.WriteString("<cite>")
		w.words(q.source)
		w.WriteString("</cite>")
	}
	w.WriteString("</blockquote>")
}

func (w *press) listing(l listing) {
	element, attributes, start := "ul", "", ""
	if l.ordered {
		element, attributes = "ol", `{"ordered":true}`
		if l.start != 1 {
			attributes = `{"ordered":true,"start":` + strconv.Itoa(l.start) + `}`
			start = ` start="` + strconv.Itoa(l.start) + `"`
		}
	}
	w.between("list", attributes, func() {
		w.WriteString("<" + element + start + ` class="wp-block-list">`)
		for i, item := range l.items {
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
func (w *press) item(ps []piece) {
	var lines []word
	var lists []listing
	for _, p := range w.n.flat(ps) {
		if l, ok := p.(listing); ok {
			lists = append(lists, l)
			continue
		}
		for _, line := range w.n.asLines(p) {
			if len(lines) > 0 {
				lines = append(lines, word{mark: lineBreak})
			}
			lines = append(lines, line...)
		}
	}
	w.WriteString("<!-- wp:list-item -->\n<li>")
	w.words(lines)
	for _, l := range lists {
		inner := press{n: w.n}
		inner.listing(l)
		w.WriteString(strings.TrimSuffix(inner.String(), "\n"))
	}
	w.WriteString("</li>\n<!-- /wp:list-item -->")
}

func (w *press) grid(g grid) {
	w.WriteString(`<figure class="wp-block-table"><table><thead><tr>`)
	for i, ws := range g.head {
		w.cell("th", ` scope="col"`, g.align, i, gridCell{words: ws})
	}
	w.WriteString("</tr></thead>")
	if len(g.rows) > 0 {
		w.WriteString("<tbody>")
	}
	for _, row := range g.rows {
		w.WriteString("<tr>")
		for i, c := range row {
			if i == 0 && g.named {
				w.cell("th", ` scope="row"`, g.align, i, c)
			} else {
				w.cell("td", "", g.align, i, c)
			}
		}
		w.WriteString("</tr>")
	}
	if len(g.rows) > 0 {
		w.WriteString("</tbody>")
	}
	w.WriteString("</table>")
	if g.caption != "" {
		w.WriteString(`<figcaption class="wp-element-caption">` + pressText.Replace(g.caption) + "</figcaption>")
	}
	w.WriteString("</figure>")
}

func (w *press) cell(element, attributes string, align []text.Align, column int, c gridCell) {
	w.WriteString("<" + element)
	if column < len(align) && align[column] != text.AlignNone {
		side := map[text.Align]string{text.AlignLeft: "left", text.AlignCentre: "center", text.AlignRight: "right"}[align[column]]
		w.WriteString(` class="has-text-align-` + side + `" data-align="` + side + `"`)
	}
	w.WriteString(attributes)
	if c.span > 1 {
		w.WriteString(` colspan="` + strconv.Itoa(c.span) + `"`)
	}
	w.WriteString(">")
	w.words(c.words)
	w.WriteString("</" + element + ">")
}

func (w *press) image(m image) {
	if m.src == "" {
		w.block(paragraph{words: saying(m.instead)})
		if below := captionText(m); below != "" {
			w.WriteString("\n")
			w.block(paragraph{words: saying(below)})
		}
		return
	}
	w.between("image", "", func() {
		w.WriteString(`<figure class="wp-block-image"><img src="` + pressValue(m.src) + `" alt="` + pressValue(m.alt) + `"/>`)
		if below := captionText(m); below != "" {
			w.WriteString(`<figcaption class="wp-element-caption">` + pressText.Replace(below) + "</figcaption>")
		}
		w.WriteString("</figure>")
	})
}
