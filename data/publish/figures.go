package publish

import (
	"errors"
	"html"
	"strconv"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/chart"
)

// This file writes what an entry shows besides its text: pictures, result
// cards and charts.

// unfound is a block whose contest or picture the night does not have: what
// was typed, since nothing typed is lost.
func unfound(words ...string) string {
	for len(words) > 1 && words[len(words)-1] == "" {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " | ")
}

func (t *tree) paragraph(class, s string) {
	t.open("p", class)
	t.text(s)
	t.line("p")
}

func (t *tree) picture(b blog.PictureBlock) {
	p, known := t.n.picture(b.ID)
	src := ""
	if known {
		src = t.n.beside.picture(p)
	}
	t.open("figure", "picture")
	if src != "" {
		t.image(src, oneLine(b.Alt), p.Width, p.Height)
		t.WriteString("\n")
	} else {
		t.paragraph("absent", absent(b, known))
	}
	t.caption(b)
	t.line("figure")
}

// image shows a file of so many pixels. The page's style fits it to the
// column. A fragment has no style, and where the CMS has none for pictures
// either, sizes keeps a wide one on a small screen: the rems are what margins
// browsers give a figure.
func (t *tree) image(src, alt string, width, height int) {
	src = html.EscapeString(src)
	t.WriteString(`<img src="` + src + `" alt="` + html.EscapeString(alt) + `"`)
	switch {
	case width <= 0 || height <= 0:
	case t.page:
		t.WriteString(` width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `"`)
	default:
		t.WriteString(` srcset="` + src + " " + strconv.Itoa(width) + `w" sizes="(max-width: 46.5rem) calc(100vw - 6.5rem), ` +
			strconv.Itoa(min(width, wideChart)) + `px"`)
	}
	t.WriteString(">")
}

// absent is what stands for a picture that is not shown.
func absent(b blog.PictureBlock, known bool) string {
	said := "Picture"
	if alt := oneLine(b.Alt); alt != "" {
		said += ": " + alt
	}
	if !known {
		said += " (" + oneLine(b.ID) + ")"
	}
	return "[" + said + "]"
}

func (t *tree) caption(b blog.PictureBlock) {
	caption, credit := oneLine(b.Caption), oneLine(b.Credit)
	if caption == "" && credit == "" {
		return
	}
	t.open("figcaption", "")
	t.text(caption)
	if credit != "" {
		if caption != "" {
			t.WriteString(" ")
		}
		t.open("small", "credit")
		t.text(credit)
		t.close("small")
	}
	t.close("figcaption")
}

func (t *tree) result(b blog.ResultBlock) {
	r, ok := t.n.result(b.Contest)
	if !ok {
		t.paragraph("", unfound("@result "+b.Contest))
		return
	}
	if !r.Contest.State.IsDeclared() {
		p := newPending(r)
		t.paragraph("note", p.Contest+": "+p.Text)
		return
	}
	name := "fragment-card"
	if t.page {
		name = "card"
	}
	if err := templates().ExecuteTemplate(t, name, t.n.newCard(r).inEntry()); err != nil && t.err == nil {
		t.err = err
	}
}

// The widths that a chart is laid out for on the page, which shows the one
// that fits.
const (
	wideChart   = 640
	narrowChart = 320
)

// sharp is how many pixels a chart's picture has to one of its units.
const sharp = 2

func (t *tree) chart(b blog.ChartBlock) {
	r, ok := t.n.result(b.Contest)
	if !ok {
		t.paragraph("", unfound("@chart "+b.Contest, b.Kind))
		return
	}
	m, err := chart.New(r.Contest, chart.Kind(b.Kind), t.n.Colours)
	if err != nil {
		t.paragraph("note", chartless(err, r.Contest.Name))
		return
	}
	if !t.page {
		t.chartPicture(m)
		return
	}
	t.open("figure", "chart")
	t.ids++
	for _, v := range []struct {
		class   string
		width   int
		palette chart.Palette
	}{
		{"light broad", wideChart, cardLight}, {"light slim", narrowChart, cardLight},
		{"dark broad", wideChart, cardDark}, {"dark slim", narrowChart, cardDark},
	} {
		t.open("div", v.class)
		id := t.scope + "-chart-" + strconv.Itoa(t.ids) + "-" + strings.ReplaceAll(v.class, " ", "-")
		t.Write(m.Layout(v.width, v.palette).SVG(id))
		t.line("div")
	}
	t.line("figure")
}

// chartPicture shows a chart as a file, for systems that drop drawings from
// what is pasted.
func (t *tree) chartPicture(m chart.Model) {
	scene := m.Layout(wideChart, chart.Light)
	png, err := scene.PNG(sharp)
	if err != nil {
		t.n.beside.fail(err)
		return
	}
	t.WriteString("<figure>")
	t.image(t.n.beside.drawing(png), scene.Title+". "+scene.Description, scene.Width*sharp, scene.Height*sharp)
	t.line("figure")
}

// chartless says to a reader why there is no chart.
func chartless(err error, contest string) string {
	var early *chart.NotPublicError
	if errors.As(err, &early) {
		return oneLine(contest) + ": the chart comes with the declaration."
	}
	return err.Error()
}
