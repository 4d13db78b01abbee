package publish

import (
	"errors"
	"strconv"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/chart"
)

// This file writes the result cards and charts that an entry shows.

// unfound is a block whose contest or picture the night does not have: what
// was typed, since nothing typed is lost.
func unfound(words ...string) string {
	for len(words) > 1 && words[len(words)-1] == "" {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " | ")
}

func (t *tree) result(b blog.ResultBlock) {
	if r, ok := t.n.result(b.Contest); !ok {
		t.councilResult(b)
	} else if r.Contest.State.IsDeclared() {
		t.template("card", t.n.newCard(r).inEntry())
	} else {
		t.template("news", t.n.newPending(r))
	}
}

func (t *tree) councilResult(b blog.ResultBlock) {
	r, ok := t.n.council(b.Contest)
	if !ok {
		t.paragraph("", unfound("@result "+b.Contest))
		return
	}
	t.template("council", t.n.newCouncil(r).inEntry())
}

// template writes something by its template, the page's or the fragment's.
func (t *tree) template(name string, v any) {
	if !t.page {
		name = "fragment-" + name
	}
	if err := templates().ExecuteTemplate(t, name, v); err != nil && t.err == nil {
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
	m, instead, found := t.n.model(b)
	switch {
	case !found:
		t.paragraph("", instead)
	case instead != "":
		t.paragraph("note", instead)
	case t.page:
		t.drawing(m)
	default:
		t.chartPicture(m)
	}
}

// drawing is a chart as the page shows it.
func (t *tree) drawing(m chart.Model) {
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

// model is the chart that a block asks for, or what to print instead of it:
// what was typed, where nothing of the night is found by that name, else why
// there is no chart.
func (n *night) model(b blog.ChartBlock) (m chart.Model, instead string, found bool) {
	switch kind := chart.Kind(b.Kind); kind {
	case chart.History:
		m, err := chart.NewHistory(n.History, n.Colours)
		return m, chartless(err, ""), true
	case chart.Seats:
		if r, ok := n.council(b.Contest); ok {
			m, err := chart.NewSeats(r.Council, n.Contests, n.Colours)
			return m, chartless(err, r.Council.Name), true
		}
	default:
		if r, ok := n.result(b.Contest); ok {
			m, err := chart.New(r.Contest, kind, n.Colours)
			return m, chartless(err, r.Contest.Name), true
		}
	}
	return m, unfound("@chart "+b.Contest, b.Kind), false
}

// chartless says to a reader why there is no chart; it is empty where there
// is one.
func chartless(err error, of string) string {
	var early *chart.NotPublicError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &early):
		return oneLine(of) + ": the chart comes with the declaration."
	}
	return err.Error()
}
