package ui

import (
	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// The names of what the app remembers on this machine.
const (
	modeKey   = "mode"
	widthKey  = "window.width"
	heightKey = "window.height"
	recentKey = "recent"
)

const recentMost = 12

func modeIn(p fyne.Preferences) kit.Mode {
	return kit.Mode(p.StringWithFallback(modeKey, string(kit.System)))
}

// nextMode goes from light to dark to what the system says.
func (w *Window) nextMode() {
	next := map[kit.Mode]kit.Mode{kit.Light: kit.Dark, kit.Dark: kit.System, kit.System: kit.Light}[modeIn(w.App.Preferences())]
	w.App.Preferences().SetString(modeKey, string(next))
	w.App.Settings().SetTheme(kit.Theme{Mode: next})
	if e, ok := w.Win.Canvas().Focused().(*kit.Entry); ok {
		w.Unfocus() // the caret takes its colour when the focus comes
		w.Focus(e)
	}
	w.Say("Colours: " + string(next) + ".")
	if w.Night != nil {
		w.Change(shell.Change{Colours: true})
	}
}

func savedSize(p fyne.Preferences) fyne.Size {
	return fyne.NewSize(float32(p.FloatWithFallback(widthKey, 1366)), float32(p.FloatWithFallback(heightKey, 740)))
}

func (w *Window) saveSize() {
	size := w.Win.Canvas().Size()
	w.App.Preferences().SetFloat(widthKey, float64(size.Width))
	w.App.Preferences().SetFloat(heightKey, float64(size.Height))
}

// remember puts a night at the head of the recent ones.
func (w *Window) remember(path string) {
	recent := []string{path}
	for _, p := range w.App.Preferences().StringList(recentKey) {
		if p != path && len(recent) < recentMost {
			recent = append(recent, p)
		}
	}
	w.App.Preferences().SetStringList(recentKey, recent)
}
