package ui

import (
	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
)

// The names of what the app remembers on this machine.
const (
	modeKey   = "mode"
	widthKey  = "window.width"
	heightKey = "window.height"
	recentKey = "recent"
)

const recentMost = 12

func (w *Window) mode() kit.Mode {
	return kit.Mode(w.app.Preferences().StringWithFallback(modeKey, string(kit.System)))
}

// nextMode goes from light to dark to what the system says.
func (w *Window) nextMode() {
	next := map[kit.Mode]kit.Mode{kit.Light: kit.Dark, kit.Dark: kit.System, kit.System: kit.Light}[w.mode()]
	w.app.Preferences().SetString(modeKey, string(next))
	w.app.Settings().SetTheme(kit.Theme{Mode: next})
	if e, ok := w.win.Canvas().Focused().(*kit.Entry); ok {
		w.unfocus() // the caret takes its colour when the focus comes
		w.focus(e)
	}
	w.say("Colours: " + string(next) + ".")
	if w.open != nil {
		w.count.compute() // outlines of bars depend on the ground
		if w.screen == chartScreenID {
			w.charts.show()
		}
	}
}

func (w *Window) savedSize() fyne.Size {
	p := w.app.Preferences()
	return fyne.NewSize(float32(p.FloatWithFallback(widthKey, 1366)), float32(p.FloatWithFallback(heightKey, 740)))
}

func (w *Window) saveSize() {
	size := w.win.Canvas().Size()
	w.app.Preferences().SetFloat(widthKey, float64(size.Width))
	w.app.Preferences().SetFloat(heightKey, float64(size.Height))
}

// remember puts a night at the head of the recent ones.
func (w *Window) remember(path string) {
	recent := []string{path}
	for _, p := range w.app.Preferences().StringList(recentKey) {
		if p != path && len(recent) < recentMost {
			recent = append(recent, p)
		}
	}
	w.app.Preferences().SetStringList(recentKey, recent)
}
