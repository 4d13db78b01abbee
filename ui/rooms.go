package ui

import (
	"fyne.io/fyne/v2"

	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// resultsRoom is the screen of the results.
type resultsRoom struct {
	w *Window
	*resultScreen
}

func (r *resultsRoom) Title() string { return "Results" }
func (r *resultsRoom) Icon() string {
	return `<path d="M4 5h16M4 10h16M4 15h16M4 20h16"/>`
}
func (r *resultsRoom) Root() fyne.CanvasObject { return r.root }
func (r *resultsRoom) Opened()                 { r.resultScreen = newResultScreen(r.w) }
func (r *resultsRoom) Shown()                  { r.begin() }
func (r *resultsRoom) Selected() string        { return r.selected() }

func (r *resultsRoom) Changed(c shell.Change) {
	if r.w.Showing(r) && (c.Contests || c.Rest) {
		r.show()
	}
}

func (r *resultsRoom) Commands() []shell.Command {
	return []shell.Command{
		{Menu: "Go", Place: 20, Words: "Results", Key: fyne.Key2, Mod: shell.Ctrl, Do: func() { r.w.GoTo(r) }, Needs: shell.ANight},
		{Place: 6, Keys: "← →  Space", Words: "among the results: along the heads, and sort by the one at hand"},
		{Place: 6, Keys: "Enter", Words: "among the results: to the contest on the desk; on a council: its wards"},
		{Place: 6, Keys: "E", Words: "on a council’s card: edit it"},
	}
}

// chartsRoom is the screen of the charts.
type chartsRoom struct {
	w *Window
	*chartScreen
}

func (r *chartsRoom) Title() string { return "Charts" }
func (r *chartsRoom) Icon() string {
	return `<path d="M4 6h14M4 12h9M4 18h5" stroke-width="3"/>`
}
func (r *chartsRoom) Root() fyne.CanvasObject { return r.root }
func (r *chartsRoom) Opened()                 { r.chartScreen = newChartScreen(r.w) }
func (r *chartsRoom) Shown()                  { r.show() }

func (r *chartsRoom) Changed(c shell.Change) {
	if r.w.Showing(r) && (c.Contests || c.Rest || c.Contest || c.Colours) {
		r.show()
	}
}

func (r *chartsRoom) Commands() []shell.Command {
	w := r.w
	return []shell.Command{
		{Menu: "Night", Place: 50, Words: "Save the chart as SVG…", Key: fyne.Key6, Mod: shell.Ctrl, Do: func() { w.withChart(func(s *chartScreen) { s.save("svg") }) }, Needs: shell.ANight},
		{Menu: "Night", Place: 50, Words: "Save the chart as PNG…", Key: fyne.Key7, Mod: shell.Ctrl, Do: func() { w.withChart(func(s *chartScreen) { s.save("png") }) }, Needs: shell.ANight},
		{Menu: "Night", Place: 50, Words: "Copy the chart as text", Key: fyne.Key8, Mod: shell.Ctrl, Do: func() { w.withChart((*chartScreen).copy) }, Needs: shell.ANight},
		{Menu: "Go", Place: 40, Words: "Charts", Key: fyne.Key3, Mod: shell.Ctrl, Do: w.goToCharts, Needs: shell.ANight},
		{Place: 7, Keys: "Ctrl+3", Words: "on the charts: the next kind of chart; among the results: a chart of the contest at hand"},
	}
}

// handOverRoom is the screen where the blog is taken.
type handOverRoom struct {
	w *Window
	*handOverScreen
}

func (r *handOverRoom) Title() string { return "Hand-over" }
func (r *handOverRoom) Icon() string {
	return `<path d="M4 12h15M13 6l6 6-6 6"/>`
}
func (r *handOverRoom) Root() fyne.CanvasObject { return r.root }
func (r *handOverRoom) Shown()                  { r.begin() }

func (r *handOverRoom) Opened() {
	r.handOverScreen = newHandOverScreen(r.w)
	d := r.w.Night
	d.LiveTold = func(was model.LiveState) {
		if r.w.Night == d {
			r.w.liveTold(was)
		}
	}
	r.w.startLive()
}

func (r *handOverRoom) Changed(c shell.Change) {
	if c.Acted {
		r.changed()
	}
	if c.Live {
		r.showLive()
	}
}

func (r *handOverRoom) KeyedNowhere(*fyne.KeyEvent) bool { return false }
func (r *handOverRoom) TypedNowhere(letter rune)         { r.typed(letter) }

func (r *handOverRoom) Commands() []shell.Command {
	show := func() { r.w.GoTo(r) }
	return []shell.Command{
		{Menu: "Night", Place: 40, Words: "Hand over…", Key: fyne.KeyE, Mod: shell.Ctrl, Do: show, Needs: shell.ANight},
		{Menu: "Go", Place: 50, Words: "Hand-over", Key: fyne.Key4, Mod: shell.Ctrl, Do: show, Needs: shell.ANight},
		{Place: 11, Keys: "N / F", Words: "on the hand-over screen: hand over what is new / as a file"},
		{Place: 11, Keys: "A / S", Words: "there: hand over all / as a file"},
		{Place: 11, Keys: "C  X  P", Words: "there, for no ledger: copy, save, open in the browser"},
		{Place: 11, Keys: "V  R", Words: "there: preview of all or of what is new; read what the proof found"},
		{Place: 11, Keys: "E  M  L", Words: "there: edit the profile, a new one, the live folder"},
		{Place: 11, Keys: "Enter", Words: "in the ledger there: what was handed over, to be taken again"},
	}
}
