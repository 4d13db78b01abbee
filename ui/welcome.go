package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
)

// welcome is what the window shows without a night.
func (w *Window) welcome() fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		kit.NewText("Nightdesk").Bold().Sized(28),
		kit.NewQuiet("Results and a live blog for one election night, in one file, offline."),
		kit.Inset(kit.Row(8,
			kit.NewButton("New night  Ctrl+N", kit.Filled, w.newNight),
			kit.NewButton("Open…  Ctrl+O", kit.Outlined, w.openNight),
			kit.NewButton("Look at the sample night", kit.Outlined, w.openSample),
		), 14, 0, 14, 0),
	}
	recent := w.App.Preferences().StringList(recentKey)
	if len(recent) > 0 {
		rows = append(rows, kit.NewSmall("Recent"))
	}
	for _, path := range recent[:min(len(recent), 6)] {
		rows = append(rows, kit.Row(4, kit.NewButton(filepath.Base(path), kit.Bare, func() { w.Open(path) }), kit.NewSmall(filepath.Dir(path))))
	}
	rows = append(rows, kit.Inset(kit.NewSmall("A night or a results file can be dropped here. Ctrl+/ lists the keys."), 18, 0, 0, 0))
	return container.NewCenter(kit.Column(6, rows...))
}
