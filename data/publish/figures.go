package publish

import (
	"html"
	"strconv"
	"strings"

	"nightdesk/data/chart"
)

// This file writes the pictures, charts and results of an entry as HTML.

func (t *tree) image(m image) {
	class := "picture"
	if m.drawn {
		class = "chart"
	}
	t.open("figure", class)
	if m.src != "" {
		t.source(m)
	} else {
		t.paragraph(paragraph{role: "absent", words: saying(m.instead)})
	}
	if m.caption != "" || m.credit != "" {
		t.WriteString("\n")
		t.open("figcaption", "")
		t.text(m.caption)
		if m.credit != "" {
			if m.caption != "" {
				t.WriteString(" ")
			}
			t.open("small", "credit")
			t.text(m.credit)
			t.close("small")
		}
		t.close("figcaption")
	}
	t.line("figure")
}

// source shows a file of so many pixels. The page's style fits it to the
// column. A fragment has no style, and where the CMS has none for pictures
// either, sizes keeps a wide one on a small screen: the rems are what margins
// browsers give a figure.
func (t *tree) source(m image) {
	src := html.EscapeString(m.src)
	t.WriteString(`<img src="` + src + `" alt="` + html.EscapeString(m.alt) + `"`)
	width, height := strconv.Itoa(m.width), strconv.Itoa(m.height)
	switch {
	case m.width <= 0 || m.height <= 0:
	case t.page || isData(m.src):
		t.WriteString(` width="` + width + `" height="` + height + `"`)
	default:
		t.WriteString(` srcset="` + src + " " + width + `w" sizes="(max-width: 46.5rem) calc(100vw - 6.5rem), ` +
			strconv.Itoa(min(m.width, wideChart)) + `px"`)
	}
	t.WriteString(">")
}

// drawing is a chart drawn in the text. A page has one for every ground and
// width; a fragment knows neither and has one.
func (t *tree) drawing(d drawing) {
	t.open("figure", "chart")
	if !t.page {
		t.Write(d.model.Layout(wideChart, chart.Light).SVG(d.id))
		t.line("figure")
		return
	}
	for _, v := range []struct {
		class   string
		width   int
		palette chart.Palette
	}{
		{"light broad", wideChart, cardLight}, {"light slim", narrowChart, cardLight},
		{"dark broad", wideChart, cardDark}, {"dark slim", narrowChart, cardDark},
	} {
		t.open("div", v.class)
		t.Write(d.model.Layout(v.width, v.palette).SVG(d.id + "-" + strings.ReplaceAll(v.class, " ", "-")))
		t.line("div")
	}
	t.line("figure")
}

func (t *tree) card(r result) {
	if t.page {
		t.template("card", r.card)
		return
	}
	t.pieces(t.n.cardPieces(r.card))
}

func (t *tree) council(c tally) {
	if t.page {
		t.template("council", c.council)
		return
	}
	t.pieces(t.n.councilPieces(c.council))
}

func (t *tree) news(w news) {
	if t.page {
		t.template("news", w.pending)
		return
	}
	t.pieces(t.n.newsPieces(w.pending))
}

// template writes something by one of the page's templates.
func (t *tree) template(name string, v any) {
	if err := templates().ExecuteTemplate(t, name, v); err != nil && t.err == nil {
		t.err = err
	}
}
