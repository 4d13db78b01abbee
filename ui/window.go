package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/night"
	"nightdesk/ui/clip"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// Window is the one window of the app. Without a night it welcomes; with one
// it shows the screens of that night.
type Window struct {
	app     fyne.App
	win     fyne.Window
	open    *model.OpenNight // nil without a night
	options model.Options    // that nights are opened with

	// clipboard reads the picture on the system's clipboard; see the package.
	clipboard func(ctx context.Context, limit int) ([]byte, error)

	count    *countPane
	blog     *timeline
	preview  *preview
	composer *composer
	results  *resultScreen
	charts   *chartScreen
	handOver *handOverScreen

	top     *topBar
	rail    *rail
	screen  screenID
	body    *fyne.Container // the screen at hand
	message *messageBar
	half    half // which half the narrow desk shows
	halves  *fyne.Container
	overlay *fyne.Container // a sheet or chooser over everything, nil mostly
	before  fyne.Focusable  // what had the focus before the overlay
	left    func()          // called when the overlay is closed, nil mostly
	accept  func()          // accepts the sheet that is open, nil without one
	layers  *fyne.Container

	// begun is what was typed in sheets and not accepted when the desk was last
	// left; asked is what the last one accepted held, until it is done.
	begun, asked map[model.DraftID]night.Draft

	opening  bool
	quitting bool // it was said once that something is not saved
}

type screenID string

const (
	deskScreenID     screenID = "desk"
	resultScreenID   screenID = "results"
	chartScreenID    screenID = "charts"
	handOverScreenID screenID = "hand-over"
)

// half is one of the two halves of the desk.
type half int

const (
	countHalf half = iota
	blogHalf
)

// narrow is the width under which the desk shows one half at a time.
const narrow float32 = 1120

// Create builds the window's content for an app and shows the welcome. The
// window is sized but not yet shown.
func Create(app fyne.App, win fyne.Window) *Window { return create(app, win, model.Options{}) }

// create is Create with a clock and a pace of a test's own.
func create(app fyne.App, win fyne.Window, o model.Options) *Window {
	w := &Window{app: app, win: win, options: o, screen: deskScreenID, clipboard: clip.Picture}
	app.Settings().SetTheme(kit.Theme{Mode: w.mode()})
	win.SetPadded(false)
	win.Resize(w.savedSize())
	w.message = newMessageBar()
	w.layers = container.NewStack()
	win.SetContent(w.layers)
	win.SetMainMenu(w.mainMenu())
	win.SetOnDropped(w.dropped)
	win.SetCloseIntercept(w.quit)
	win.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.undo() })
	win.Canvas().SetOnTypedKey(w.keyedNowhere)
	win.Canvas().SetOnTypedRune(w.typedNowhere)
	w.build()
	return w
}

// build makes the content anew for the night at hand, or the welcome.
func (w *Window) build() {
	if w.open == nil {
		w.top, w.rail, w.count, w.composer, w.blog = nil, nil, nil, nil, nil
		w.body = container.NewStack(w.welcome())
		w.setLayers(w.body)
		return
	}
	d := w.open
	d.Changed, d.Kept, d.Failed = w.changed, w.kept, w.failed
	d.LiveTold = func(was model.LiveState) {
		if w.open == d {
			w.liveTold(was)
		}
	}
	w.preview = newPreview(w)
	w.blog = newTimeline(w)
	w.count = newCountPane(w)
	w.composer = newComposer(w)
	d.Drafts.Written = w.composer.wrote
	w.results, w.charts, w.handOver = newResultScreen(w), newChartScreen(w), newHandOverScreen(w)
	w.top, w.rail = newTopBar(w), newRail(w)
	w.halves = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 400) },
		Put: w.putHalves,
	}, w.count.content(), kit.NewBox(kit.Line), container.NewStack(w.blogHalfContent()))
	w.body = container.NewStack()
	main := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(900, 480) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, 44)
			kit.Put(o[1], 0, 44, 68, size.Height-44)
			kit.Put(o[2], 68, 44, size.Width-68, size.Height-44)
		},
	}, w.top.box, w.rail.box, w.body)
	w.setLayers(main)
	w.showAll()
	w.goTo(deskScreenID)
	w.startLive()
}

func (w *Window) setLayers(main fyne.CanvasObject) {
	if w.overlay != nil {
		w.win.Canvas().Overlays().Remove(w.overlay)
		w.overlay, w.accept = nil, nil
	}
	w.layers.Objects = []fyne.CanvasObject{kit.NewBox(kit.Ground), main, w.message.place}
	w.layers.Refresh()
}

func (w *Window) blogHalfContent() fyne.CanvasObject {
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			y := float32(13)
			if w.composer != nil && w.composer.root.Visible() {
				h := w.composer.root.MinSize().Height
				kit.Put(o[0], 18, y, size.Width-36, h)
				y += h
			}
			o[1].Resize(fyne.NewSize(size.Width-16, size.Height-y))
			kit.Put(o[1], 8, y, size.Width-16, size.Height-y)
			kit.Put(o[2], 8, y, size.Width-16, size.Height-y)
		},
	}, w.composer.root, w.blog.root, w.preview.root)
}

// layoutDesk lays the blog's half out anew, when the composer has grown.
func (w *Window) layoutDesk() {
	if w.halves != nil {
		w.halves.Refresh()
		if stack, ok := w.halves.Objects[2].(*fyne.Container); ok {
			stack.Objects[0].Refresh()
		}
	}
}

func (w *Window) putHalves(o []fyne.CanvasObject, size fyne.Size) {
	show := func(o fyne.CanvasObject, on bool) {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	w.top.other.Hidden = size.Width+68 >= narrow
	if size.Width+68 < narrow {
		show(o[0], w.half == countHalf)
		show(o[1], false)
		show(o[2], w.half == blogHalf)
		kit.Put(o[0], 0, 0, size.Width, size.Height)
		kit.Put(o[2], 0, 0, size.Width, size.Height)
		return
	}
	left := max(560, size.Width*0.455)
	for _, x := range o {
		x.Show()
	}
	kit.Put(o[0], 0, 0, left, size.Height)
	kit.Put(o[1], left, 0, 1, size.Height)
	kit.Put(o[2], left+1, 0, size.Width-left-1, size.Height)
}

// goTo shows a screen.
func (w *Window) goTo(id screenID) {
	if w.open == nil {
		return
	}
	w.unfocus()
	w.screen = id
	content := map[screenID]fyne.CanvasObject{deskScreenID: w.halves, resultScreenID: w.results.root, chartScreenID: w.charts.root, handOverScreenID: w.handOver.root}[id]
	w.body.Objects = []fyne.CanvasObject{content}
	w.rail.show(id)
	w.top.other.Hidden = id != deskScreenID || !w.isNarrow()
	w.top.box.Refresh()
	if id == chartScreenID {
		w.charts.show()
	}
	w.body.Refresh()
	switch id {
	case resultScreenID:
		w.results.begin()
	case handOverScreenID:
		w.handOver.begin()
	}
}

// changed shows again what an act changed.
func (w *Window) changed(subjects []night.Subject) {
	contest, entries, rest := false, false, false
	for _, s := range subjects {
		switch s.Kind {
		case "contest":
			contest = true
		case "entry":
			entries = true
		case "hand-over":
		default:
			rest = true
		}
	}
	if contest || rest {
		w.count.show()
		w.top.show()
		w.composer.unmark()
		w.preview.later()
	}
	w.findStale()
	if rest {
		w.blog.forget()
	}
	if entries || rest || contest && w.blog.filter == heldEntries {
		w.blog.show()
	}
	if rest {
		w.composer.show()
	}
	if w.screen == chartScreenID && (contest || rest) {
		w.charts.show()
	}
	if w.screen == resultScreenID && (contest || rest) {
		w.results.show()
	}
	w.findHanded()
	w.handOver.changed()
}

func (w *Window) showAll() {
	w.preview.root.Hide()
	w.top.show()
	w.count.show()
	w.composer.show()
	w.blog.show()
	w.findStale()
	w.findHanded()
}

// kept says that an act is in the file.
func (w *Window) kept(at time.Time) {
	w.asked = nil
	w.top.saved.Set("Saved "+at.In(w.open.Zone).Format("15:04:05")+" ✓", false, kit.Ink)
	w.message.clear()
	w.top.box.Refresh()
}

// failed says that an act is not in the file, and why.
func (w *Window) failed(err error) {
	w.top.saved.Set("Not saved", true, kit.WarnInk)
	w.top.box.Refresh()
	w.message.warn(model.Sentence(err) + w.putBack())
}

// say tells the user something that needs no answer.
func (w *Window) say(words string) { w.message.say(words) }

func (w *Window) togglePreview() {
	w.preview.toggle()
	if w.preview.on {
		w.blog.root.Hide()
		w.preview.root.Show()
	} else {
		w.preview.root.Hide()
		w.blog.root.Show()
	}
	w.showHalf(blogHalf)
}

// setContest brings another contest to the desk, with what was left half-typed
// in it.
func (w *Window) setContest(id string) {
	w.unfocus() // commits the cell that is being typed in
	w.open.Contest = id
	w.count.show()
	w.top.show()
	var kept []night.Draft
	w.open.Ask(func(n *night.Night) (err error) {
		kept, err = n.Drafts()
		return err
	}, func(err error) {
		if err != nil {
			w.open.Failed(err)
		} else if w.open.Contest == id && w.open.ReadOnly == "" {
			w.count.restore(kept)
		}
	})
	if w.screen == chartScreenID {
		w.charts.show()
	}
}

// undo takes back this author's own last act, and says which it was.
func (w *Window) undo() {
	if w.open == nil || w.open.ReadOnly != "" {
		return
	}
	author := w.open.Author
	var undone night.Recorded
	w.open.Act(func(n *night.Night) (err error) {
		if undone, _, err = n.LastUndoable(author); err != nil {
			return err
		}
		_, err = n.Undo(author)
		return err
	}, func(err error) {
		if err == nil {
			w.say("Undone: " + model.ActWords(undone.Kind) + ".")
		}
	})
}

// clockWords is the time of day at the head of the window.
func (w *Window) clockWords(now time.Time) string {
	return now.In(w.open.Zone).Format("15:04 MST")
}
