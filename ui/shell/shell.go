package shell

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// A Screen is one place of the window that the rail leads to. The shell asks
// it for what it shows and tells it what has happened; it reads the night from
// the shell. Its methods run on the window's goroutine.
type Screen interface {
	// Title and Icon stand on the rail. The icon is the inside of an SVG
	// picture 24 wide and high, which is drawn with a stroke.
	Title() string
	Icon() string
	// Root is what the screen shows of the night at hand.
	Root() fyne.CanvasObject
	// Opened is called when another night is at hand, before Root.
	Opened()
	// Shown is called when the screen comes into sight.
	Shown()
	// Changed is called when something is another than before.
	Changed(Change)
	// Commands are what can be asked of the screen. They are asked for once,
	// before any night is open.
	Commands() []Command
}

// A Change says what is another than before.
type Change struct {
	Acted                   bool // something was written into the night
	Contests, Entries, Rest bool // which of it; the rest is all but these and the hand-overs
	Contest                 bool // which contest is at hand
	Author                  bool // who acts
	Live                    bool // how the live folder stands
	Colours                 bool // what the window wears
}

// A Shell is what the screens of a window stand in: the rail and the head of
// the window, what lies over it, what it says at its foot, its commands and
// its keys. All of it belongs to the window's goroutine.
type Shell struct {
	App   fyne.App
	Win   fyne.Window
	Night *model.OpenNight // that is at hand; nil without one

	frame    Frame
	screens  []Screen
	commands []Command
	shown    Screen

	top     *topBar
	rail    *rail
	body    *fyne.Container // the screen in sight
	message *messageBar
	overlay *fyne.Container // a sheet or chooser over everything, nil mostly
	before  fyne.Focusable  // what had the focus before the overlay
	left    func()          // called when the overlay is closed, nil mostly
	accept  func()          // accepts the sheet that is open, nil without one
	layers  *fyne.Container

	// begun is what was typed in sheets and not accepted when the night was last
	// left; asked is what the last one accepted held, until it is done.
	begun, asked map[model.DraftID]night.Draft
}

// A Frame is what the shell asks of the window that it is of.
type Frame struct {
	Details  func()    // shows the details of the night, from the head of the window
	Commands []Command // of the window itself
}

// Narrow is the width of a window under which screens show less at a time.
const Narrow float32 = 1120

// RailWidth is how much of the window the rail takes, topHeight the head.
const (
	RailWidth float32 = 68
	topHeight float32 = 44
)

// New puts an empty shell into a window.
func New(app fyne.App, win fyne.Window) *Shell {
	sh := &Shell{App: app, Win: win, message: newMessageBar(), layers: container.NewStack()}
	win.SetPadded(false)
	win.SetContent(sh.layers)
	win.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { sh.Undo() })
	win.Canvas().SetOnTypedKey(sh.keyedNowhere)
	win.Canvas().SetOnTypedRune(sh.typedNowhere)
	return sh
}

// Furnish gives the shell its screens, in the order of the rail, and others
// that have commands.
func (sh *Shell) Furnish(f Frame, screens []Screen, others ...interface{ Commands() []Command }) {
	sh.frame, sh.screens = f, screens
	all := slices.Concat(f.Commands, sh.own())
	for _, s := range screens {
		all = append(all, s.Commands()...)
	}
	for _, o := range others {
		all = append(all, o.Commands()...)
	}
	sh.commands = inOrder(all)
	sh.Win.SetMainMenu(sh.mainMenu())
}

// Welcome shows content in place of a night.
func (sh *Shell) Welcome(content fyne.CanvasObject) {
	sh.top, sh.rail, sh.shown = nil, nil, nil
	sh.body = container.NewStack(content)
	sh.setLayers(sh.body)
}

// A Resumer is a screen that what was being typed is put back into when a
// night is opened. It gives what to say of it, and the drafts of others are
// none of its business.
type Resumer interface {
	Resume(kept []night.Draft) (words string)
}

// Begin shows a night from its first screen on, with what was being typed in
// it when it was last left.
func (sh *Shell) Begin(d *model.OpenNight, kept []night.Draft) {
	sh.Night = d
	d.Changed, d.Kept, d.Failed = sh.changed, sh.kept, sh.failed
	sh.top, sh.rail = newTopBar(sh), newRail(sh)
	for _, s := range sh.screens {
		s.Opened()
	}
	sh.body = container.NewStack()
	sh.setLayers(container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(900, 480) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, topHeight)
			kit.Put(o[1], 0, topHeight, RailWidth, size.Height-topHeight)
			kit.Put(o[2], RailWidth, topHeight, size.Width-RailWidth, size.Height-topHeight)
		},
	}, sh.top.box, sh.rail.box, sh.body))
	sh.top.show()
	sh.GoTo(sh.screens[0])
	sh.resume(kept)
}

// resume puts back what was being typed when the night was last left.
func (sh *Shell) resume(kept []night.Draft) {
	sh.takeUpSheets(kept)
	var said []string
	for _, s := range sh.screens {
		if r, ok := s.(Resumer); ok {
			said = append(said, r.Resume(kept))
		}
	}
	switch reason := sh.Night.ReadOnly; {
	case reason == "":
		if words := strings.Join(strings.Fields(strings.Join(append(said, sh.begunWords()), " ")), " "); words != "" {
			sh.Say(words)
		}
	case sh.Night.File.Damage() == nil:
		sh.Say("Read only: " + reason)
	}
}

// End leaves the night that is shown. It is not closed.
func (sh *Shell) End() {
	close(sh.top.stop)
	sh.Night = nil
}

func (sh *Shell) setLayers(main fyne.CanvasObject) {
	if sh.overlay != nil {
		sh.Win.Canvas().Overlays().Remove(sh.overlay)
		sh.overlay, sh.accept = nil, nil
	}
	sh.layers.Objects = []fyne.CanvasObject{kit.NewBox(kit.Ground), main, sh.message.place}
	sh.layers.Refresh()
}

// GoTo brings a screen into sight.
func (sh *Shell) GoTo(s Screen) {
	if sh.Night == nil {
		return
	}
	sh.Unfocus()
	sh.shown = s
	sh.top.other.Hide() // the screen may have one of its own
	sh.body.Objects = []fyne.CanvasObject{s.Root()}
	sh.rail.show(s)
	sh.top.box.Refresh()
	sh.body.Refresh()
	s.Shown()
}

// Showing reports whether the screen is in sight.
func (sh *Shell) Showing(s Screen) bool { return sh.Night != nil && sh.shown == s }

// Change tells the screens what is another than before.
func (sh *Shell) Change(c Change) {
	if c.Contest || c.Author || c.Rest || c.Contests {
		sh.top.show()
	}
	if c.Live {
		sh.top.showLive()
	}
	for _, s := range sh.screens {
		s.Changed(c)
	}
}

// changed tells the screens what an act changed.
func (sh *Shell) changed(subjects []night.Subject) {
	c := Change{Acted: true}
	for _, s := range subjects {
		switch s.Kind {
		case "contest":
			c.Contests = true
		case "entry":
			c.Entries = true
		case "hand-over":
		default:
			c.Rest = true
		}
	}
	sh.Change(c)
}

// kept says that an act is in the file.
func (sh *Shell) kept(at time.Time) {
	sh.asked = nil
	sh.top.say("Saved "+at.In(sh.Night.Zone).Format("15:04:05")+" ✓", false, kit.Ink)
	sh.message.clear()
}

// failed says that an act is not in the file, and why.
func (sh *Shell) failed(err error) {
	sh.top.say("Not saved", true, kit.WarnInk)
	sh.Warn(model.Sentence(err) + sh.putBack())
}

// SetContest brings another contest to hand.
func (sh *Shell) SetContest(id string) {
	sh.Unfocus() // commits the cell that is being typed in
	sh.Night.Contest = id
	sh.Change(Change{Contest: true})
}

// Selected is the id of the contest that is selected in the screen in sight,
// empty where none is or where the screen has no contests to select.
func (sh *Shell) Selected() string {
	if s, ok := sh.shown.(interface{ Selected() string }); ok {
		return s.Selected()
	}
	return ""
}

// ContestAtHand is the contest selected in the screen in sight, else the
// night's at hand.
func (sh *Shell) ContestAtHand() (election.Contest, bool) {
	if id := sh.Selected(); id != "" {
		for _, c := range sh.Night.Contests {
			if c.ID == id {
				return c, true
			}
		}
	}
	return sh.Night.Current()
}

// ShowOther offers, at the head of the window, the way to the part of the
// screen that is not in sight; without words it takes the offer back.
func (sh *Shell) ShowOther(words string, do func()) {
	b := sh.top.other
	b.Hidden = words == ""
	if !b.Hidden {
		b.SetWords(words)
		b.OnTapped = do
	}
	sh.top.box.Refresh()
}

// ShowSaved says at the head of the window how the file stands; what is said
// quietly is no warning.
func (sh *Shell) ShowSaved(words string) { sh.top.say(words, false, kit.Quiet) }

// Saved is what is said there.
func (sh *Shell) Saved() string { return sh.top.saved.Words() }
