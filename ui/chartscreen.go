package ui

import (
	"nightdesk/data/chart"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// chartScreen shows the charts of the contest at hand, of its council and of
// past contests, and saves them as files.
type chartScreen struct {
	window *Window
	kind   chart.Kind
	tabs   map[chart.Kind]*kit.Button
	title  *kit.Button
	edit   *kit.Button // what the chart is made of, where that is typed in
	body   *fyne.Container
	root   *fyne.Container
	model  *chart.Model
	name   string // of what the chart is of
}

// widestChart keeps names and figures within one glance.
const widestChart float32 = 900

// chartTabs are the kinds of chart as the screen offers them.
var chartTabs = []struct {
	kind  chart.Kind
	words string
}{{chart.Share, "Share"}, {chart.Change, "Change"}, {chart.Seats, "Seats"}, {chart.History, "Past contests"}}

func newChartScreen(w *Window) *chartScreen {
	s := &chartScreen{window: w, kind: chart.Share, tabs: map[chart.Kind]*kit.Button{}}
	s.title = kit.NewButton("", kit.Bare, s.choose).Title()
	s.edit = kit.NewButton("Edit the list…", kit.Outlined, w.editHistory)
	s.body = container.New(kit.Place{
		Min: func(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, s.width(size.Width), size.Height)
		},
	}, kit.NewQuiet(""))
	s.root = container.NewBorder(kit.Inset(s.head(), 13, 18, 4, 13), nil, nil, nil,
		container.NewVScroll(kit.Inset(s.body, 6, 24, 24, 18)))
	return s
}

// width is how wide the chart is drawn in the room there is: no wider than one
// glance takes in, unless it had to cut a name there.
func (s *chartScreen) width(room float32) float32 {
	const step float32 = 60
	width := min(room, widestChart)
	for s.model != nil && width < room && cuts(s.model.Layout(int(width), kit.Palette())) {
		width = min(room, width+step)
	}
	return width
}

// cuts reports whether a scene shows a text that had to be cut.
func cuts(scene chart.Scene) bool {
	return slices.ContainsFunc(scene.Shapes, func(shape chart.Shape) bool {
		text, ok := shape.(chart.Text)
		return ok && text.Full != ""
	})
}

// head is the line with what the chart is of, its kinds and what can be done
// with it, over the keys for that. A long name gives way.
func (s *chartScreen) head() *fyne.Container {
	var rest []fyne.CanvasObject
	for _, t := range chartTabs {
		b := kit.NewButton(t.words, kit.Bare, func() { s.kind = t.kind; s.show() })
		s.tabs[t.kind] = b
		rest = append(rest, b)
	}
	rest = append(rest, kit.NewSpring(), s.edit,
		kit.NewButton("Save SVG…", kit.Outlined, func() { s.save("svg") }),
		kit.NewButton("Save PNG…", kit.Outlined, func() { s.save("png") }),
		kit.NewButton("Copy as text", kit.Outlined, s.copy))
	line := kit.Row(8, rest...)
	keys := kit.NewSmall("Ctrl+3 turns to the next kind of chart · Ctrl+6 saves it as SVG, Ctrl+7 as PNG · Ctrl+8 copies it as text").Trim()
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 48) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const pad = 16 // of a button, beside its words
			s.title.SetWords(kit.Fit(s.name, kit.TitleSize, fyne.TextStyle{Bold: true}, size.Width-line.MinSize().Width-8-pad))
			title := s.title.MinSize().Width
			kit.Put(s.title, 0, 0, title, 26)
			kit.Put(line, title+8, 0, max(0, size.Width-title-8), 26)
			kit.Put(keys, 5, 29, size.Width-5, 18)
		},
	}, s.title, line, keys)
}

// goToCharts shows the charts, from the results those of the contest at hand
// there; from the charts, the next kind of chart.
func (w *Window) goToCharts() {
	if w.Showing(w.charts) {
		w.charts.next()
		return
	}
	if w.Showing(w.results) {
		if id := w.results.selected(); id != "" {
			w.SetContest(id)
			if w.charts.kind != chart.Change {
				w.charts.kind = chart.Share
			}
		}
	}
	w.GoTo(w.charts)
}

// withChart does something with the chart that is in sight, or brings the one
// at hand into sight first.
func (w *Window) withChart(do func(*chartScreen)) {
	if !w.Showing(w.charts) {
		w.goToCharts()
	}
	if w.charts.model == nil {
		w.Say("There is no chart here yet.")
		return
	}
	do(w.charts.chartScreen)
}

// next shows the next kind of chart.
func (s *chartScreen) next() {
	for i, t := range chartTabs {
		if t.kind == s.kind {
			s.kind = chartTabs[(i+1)%len(chartTabs)].kind
			break
		}
	}
	s.show()
}

// show draws the chart of what is at hand, from what is public of it.
func (s *chartScreen) show() {
	for kind, tab := range s.tabs {
		tab.SetChosen(kind == s.kind)
	}
	s.edit.Hidden = s.kind != chart.History || s.window.Night.ReadOnly != ""
	s.model = nil
	drawn, title, err := s.draw()
	s.name = title
	s.root.Refresh()
	if err != nil {
		s.say(model.Sentence(err))
		return
	}
	s.model = &drawn
	s.body.Objects = []fyne.CanvasObject{kit.NewChart(drawn)}
	s.body.Refresh()
}

// draw makes the model of the chart and says what it is of.
func (s *chartScreen) draw() (m chart.Model, title string, err error) {
	d := s.window.Night
	switch s.kind {
	case chart.History:
		if len(d.History.Rows) == 0 {
			return m, "Charts", &model.NoSubjectError{Words: "The night holds no past contests.", Next: "Type them in or import them with the button above (Ctrl+Shift+3)."}
		}
		m, err = chart.NewHistory(d.History, d.Colours)
		return m, "Charts", err
	case chart.Seats:
		council, ok := d.Council()
		if !ok {
			return m, "Charts", &model.NoSubjectError{Words: "The night has no council.", Next: "Make one on the Results screen, or import one."}
		}
		m, err = chart.NewSeats(council, d.Contests, d.Colours)
		return m, council.Name, err
	}
	c, ok := d.Current()
	if !ok {
		return m, "Charts", &model.NoSubjectError{Words: "There is no contest yet.", Next: "Import the candidates on the desk (Ctrl+I)."}
	}
	m, err = chart.New(c, s.kind, d.Colours)
	return m, c.Name, err
}

// choose picks what the chart is of: a contest, or for seats one of a
// council's.
func (s *chartScreen) choose() {
	if s.kind != chart.Seats {
		s.window.ChooseContest()
		return
	}
	var choices []kit.Choice
	for _, council := range s.window.Night.Councils {
		for _, c := range s.window.Night.Contests {
			if c.Group == council.Name {
				choices = append(choices, kit.Choice{Words: council.Name, Do: func() { s.window.SetContest(c.ID) }})
				break
			}
		}
	}
	if len(choices) > 1 {
		s.window.Choose("Which council?", choices)
	}
}

func (s *chartScreen) say(words string) {
	s.body.Objects = []fyne.CanvasObject{kit.Wrapped(words)}
	s.body.Refresh()
}

func (s *chartScreen) copy() {
	if s.model == nil {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(s.model.Text(80))
	s.window.Say("The chart is on the clipboard as text.")
}

// save asks where to, and writes the chart there whole or not at all.
func (s *chartScreen) save(ext string) {
	if s.model == nil {
		return
	}
	drawn := *s.model
	s.window.AskSave("Save the chart", model.FileName(s.name+" "+string(s.kind))+"."+ext, func(path string) {
		go func() {
			scene := drawn.Layout(700, chart.Light)
			data, err := scene.SVG("chart"), error(nil)
			if ext == "png" {
				data, err = scene.PNG(2)
			}
			if err == nil {
				err = publish.Write(path, []publish.File{{Name: filepath.Base(path), Data: data}})
			}
			fyne.Do(func() { s.window.Written(path, err) })
		}()
	})
}
