package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"nightdesk/ui/clip"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// Window is the one window of the app. Without a night it welcomes; with one
// it shows the screens of that night.
type Window struct {
	*shell.Shell
	options model.Options // that nights are opened with

	// clipboard reads the picture on the system's clipboard; see the package.
	clipboard func(ctx context.Context, limit int) ([]byte, error)

	desk     *desk
	count    *countPane
	blog     *timeline
	preview  *preview
	composer *composer
	results  *resultsRoom
	charts   *chartsRoom
	handOver *handOverRoom

	opening  bool
	quitting bool // it was said once that something is not saved
}

// Create builds the window's content for an app and shows the welcome. The
// window is sized but not yet shown.
func Create(app fyne.App, win fyne.Window) *Window { return create(app, win, model.Options{}) }

// create is Create with a clock and a pace of a test's own.
func create(app fyne.App, win fyne.Window, o model.Options) *Window {
	w := &Window{options: o, clipboard: clip.Picture}
	app.Settings().SetTheme(kit.Theme{Mode: modeIn(app.Preferences())})
	win.Resize(savedSize(app.Preferences()))
	w.Shell = shell.New(app, win)
	w.desk = &desk{w: w}
	w.results, w.charts, w.handOver = &resultsRoom{w: w}, &chartsRoom{w: w}, &handOverRoom{w: w}
	w.Furnish(shell.Frame{Details: w.editDetails, Commands: append(w.commands(), w.setUpCommands()...)},
		[]shell.Screen{w.desk, w.results, w.charts, w.handOver})
	win.SetOnDropped(w.dropped)
	win.SetCloseIntercept(w.quit)
	w.Welcome(w.welcome())
	return w
}
