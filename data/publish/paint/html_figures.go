package paint

import (
	"html"
	"strconv"
	"strings"

	"nightdesk/data/chart"
	"nightdesk/data/publish/layout"
)

// This file writes the pictures, charts and results of an entry as HTML.

func (t *tree) image(m layout.Image) {
	class := "picture"
	if m.Drawn {
		class = "chart"
	}
	t.open("figure", class)
	if m.Src != "" {
		t.source(m)
	} else {
		t.paragraph(layout.Paragraph{Role: "absent", Words: layout.Words(m.Instead)})
	}
	if m.Caption != "" || m.Credit != "" {
		t.WriteString("\n")
		t.open("figcaption", "")
		t.text(m.Caption)
		if m.Credit != "" {
			if m.Caption != "" {
				t.WriteString(" ")
			}
			t.open("small", "credit")
			t.text(m.Credit)
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
func (t *tree) source(m layout.Image) {
	src := html.EscapeString(m.Src)
	t.WriteString(`<img src="` + src + `" alt="` + html.EscapeString(m.Alt) + `"`)
	width, height := strconv.Itoa(m.Width), strconv.Itoa(m.Height)
	switch {
	case m.Width <= 0 || m.Height <= 0:
	case t.page != nil || layout.IsPicture(m.Src):
		t.WriteString(` width="` + width + `" height="` + height + `"`)
	default:
		t.WriteString(` srcset="` + src + " " + width + `w" sizes="(max-width: 46.5rem) calc(100vw - 6.5rem), ` +
			strconv.Itoa(min(m.Width, layout.WideChart)) + `px"`)
	}
	t.WriteString(">")
}

// drawing is a chart drawn in the text. A page has one for every ground and
// width; a fragment knows neither and has one.
func (t *tree) drawing(d layout.Drawing) {
	t.open("figure", "chart")
	if t.page == nil {
		t.Write(d.Model.Layout(layout.WideChart, chart.Light).SVG(d.ID))
		t.line("figure")
		return
	}
	for _, v := range []struct {
		class   string
		width   int
		palette chart.Palette
	}{
		{"light broad", layout.WideChart, layout.LightCard}, {"light slim", layout.NarrowChart, layout.LightCard},
		{"dark broad", layout.WideChart, layout.DarkCard}, {"dark slim", layout.NarrowChart, layout.DarkCard},
	} {
		t.open("div", v.class)
		t.Write(d.Model.Layout(v.width, v.palette).SVG(d.ID + "-" + strings.ReplaceAll(v.class, " ", "-")))
		t.line("div")
	}
	t.line("figure")
}

// section writes blocks that belong together, on a page by its own template.
func (t *tree) section(s layout.Section) {
	if t.page == nil || s.Template == "" {
		t.blocks(s.Blocks)
		return
	}
	if err := t.page.Templates.ExecuteTemplate(t, s.Template, s.Data); err != nil && t.err == nil {
		t.err = err
	}
}
