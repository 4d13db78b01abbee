package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
)

// chartScreen shows the charts of the contest at hand and saves them as files.
type chartScreen struct {
	window *window
	kind   chart.Kind
	tabs   map[chart.Kind]*kit.Button
	title  *kit.Button
	body   *fyne.Container
	root   fyne.CanvasObject
	model  *chart.Model
	asked  election.Contest
}

// widestChart keeps names and figures within one glance.
const widestChart float32 = 900

func newChartScreen(w *window) *chartScreen {
	s := &chartScreen{window: w, kind: chart.Share, tabs: map[chart.Kind]*kit.Button{}}
	s.title = kit.NewButton("", kit.Bare, w.chooseContest).Title()
	s.body = container.New(kit.Place{
		Min: func(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, min(size.Width, widestChart), size.Height)
		},
	}, kit.NewQuiet(""))
	head := []fyne.CanvasObject{s.title}
	for _, k := range []struct {
		kind  chart.Kind
		words string
	}{{chart.Share, "Share"}, {chart.Change, "Change"}} {
		b := kit.NewButton(k.words, kit.Bare, func() { s.kind = k.kind; s.show() })
		s.tabs[k.kind] = b
		head = append(head, b)
	}
	head = append(head, kit.NewSpring(),
		kit.NewButton("Save SVG…", kit.Outlined, func() { s.save("svg") }),
		kit.NewButton("Save PNG…", kit.Outlined, func() { s.save("png") }),
		kit.NewButton("Copy as text", kit.Outlined, s.copy))
	s.root = container.NewBorder(kit.Inset(kit.Row(8, head...), 13, 18, 10, 13), nil, nil, nil,
		container.NewVScroll(kit.Inset(s.body, 6, 24, 24, 18)))
	return s
}

// show draws the chart of the contest at hand from what is public of it.
func (s *chartScreen) show() {
	for kind, tab := range s.tabs {
		tab.SetChosen(kind == s.kind)
	}
	s.model = nil
	c, ok := s.window.desk.current()
	if !ok {
		s.title.SetWords("Charts")
		s.say("There is no contest yet. Import the candidates on the desk (Ctrl+I).")
		return
	}
	s.title.SetWords(c.Name)
	s.asked = c
	model, err := chart.New(c, s.kind, s.window.desk.colours)
	if err != nil {
		s.say(err.Error())
		return
	}
	s.model = &model
	s.body.Objects = []fyne.CanvasObject{newChartView(model)}
	s.body.Refresh()
}

func (s *chartScreen) say(words string) {
	s.body.Objects = []fyne.CanvasObject{kit.NewQuiet(words)}
	s.body.Refresh()
}

func (s *chartScreen) copy() {
	if s.model == nil {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(s.model.Text(80))
	s.window.say("The chart is on the clipboard as text.")
}

// save asks where to, and writes the chart there whole or not at all.
func (s *chartScreen) save(ext string) {
	if s.model == nil {
		return
	}
	model, name := *s.model, fileName(s.asked.Name+" "+string(s.kind))+"."+ext
	s.window.askSave("Save the chart", name, func(path string) {
		go func() {
			scene := model.Layout(700, chart.Light)
			data, err := scene.SVG("chart"), error(nil)
			if ext == "png" {
				data, err = scene.PNG(2)
			}
			if err == nil {
				err = publish.Write(path, []publish.File{{Name: filepath.Base(path), Data: data}})
			}
			fyne.Do(func() { s.window.written(path, err) })
		}()
	})
}
