package uitest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// Patience is how long a test waits for something that must happen. It is
// long since nothing waits it out but a failure.
const Patience = 30 * time.Second

// A User sits at a window.
type User struct {
	t     testing.TB
	app   *App
	win   fyne.Window
	night func() *model.OpenNight
}

// NewUser sits a user at a window of an app. The night that is open in it is
// asked for whenever one is needed.
func NewUser(t testing.TB, app *App, win fyne.Window, night func() *model.OpenNight) *User {
	t.Cleanup(win.Close)
	return &User{t, app, win, night}
}

// Open opens a night in a window of the given size that has these screens,
// which the cleanup of the test closes as a crash would.
func Open(t testing.TB, path string, size fyne.Size, screens func(*shell.Shell) []shell.Screen) (*User, *shell.Shell) {
	t.Helper()
	app := NewApp(t)
	app.Settings().SetTheme(kit.Theme{Mode: kit.Light})
	win := app.NewWindow("Nightdesk")
	win.Resize(size)
	sh := shell.New(app, win)
	u := NewUser(t, app, win, func() *model.OpenNight { return sh.Night })
	sh.Furnish(shell.Frame{}, screens(sh))
	n, err := model.Open(path)
	Must(t, err)
	d, err := model.New(n, model.Options{})
	Must(t, err)
	kept, err := n.Drafts()
	Must(t, err)
	sh.Begin(d, kept)
	t.Cleanup(func() { Crash(sh) })
	u.Settle()
	return u, sh
}

// Crash closes what is open as a crash would: nothing is committed first.
func Crash(sh *shell.Shell) {
	if d := sh.Night; d != nil {
		sh.End()
		_ = d.Close() // a test may have closed the night underneath
	}
}

// Take has the window take its turns.
func (u *User) Take() { u.app.driver.take() }

// Quits is how often the app was asked to quit.
func (u *User) Quits() int { return u.app.Quits }

// Until takes the window's turns until something holds.
func (u *User) Until(what string, holds func() bool) {
	u.t.Helper()
	deadline := time.After(Patience)
	// What only the night knows of, a draft say, brings no turn of its own.
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for {
		u.Take()
		if holds() {
			return
		}
		select {
		case <-u.app.driver.more:
		case <-look.C:
		case <-deadline:
			u.t.Fatalf("waited in vain until %s. The window says %q", what, u.Told())
		}
	}
}

// Settle waits until the night has done what it was asked to and what that led
// to.
func (u *User) Settle() {
	u.t.Helper()
	for range 3 {
		done := false
		u.night().Ask(func(*night.Night) error { return nil }, func(error) { done = true })
		u.Until("the desk is at rest", func() bool { return done })
	}
}

// Types types into what has the focus.
func (u *User) Types(text string) {
	u.t.Helper()
	for _, r := range text {
		at := u.win.Canvas().Focused()
		if at == nil {
			u.t.Fatalf("%q is typed and nothing has the focus", text)
		}
		if r == '\n' {
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		at.TypedRune(r)
	}
}

// Keys presses keys as a window passes them on.
func (u *User) Keys(names ...fyne.KeyName) {
	for _, name := range names {
		at := u.win.Canvas().Focused()
		tabs, ok := at.(fyne.Tabbable)
		switch {
		case name == fyne.KeyTab && !(ok && tabs.AcceptsTab()):
			u.win.Canvas().FocusNext()
		case at != nil:
			at.TypedKey(&fyne.KeyEvent{Name: name})
		case u.win.Canvas().OnTypedKey() != nil:
			u.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
		}
	}
}

// Chord presses the keys of a command of the main menu.
func (u *User) Chord(mod fyne.KeyModifier, key fyne.KeyName) {
	u.t.Helper()
	want := (&desktop.CustomShortcut{KeyName: key, Modifier: mod}).ShortcutName()
	for _, menu := range u.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == want {
				item.Action()
				return
			}
		}
	}
	u.t.Fatalf("no command has the key %s", want)
}

// Taps clicks the button with the given words that can be seen.
func (u *User) Taps(words string) {
	u.t.Helper()
	b := Button(u.win.Canvas().Content(), words)
	if b == nil {
		u.t.Fatalf("there is no button %q", words)
	}
	test.Tap(b)
}

// Pastes pastes words into what has the focus.
func (u *User) Pastes(words string) {
	u.t.Helper()
	u.app.Clipboard().SetContent(words)
	at, ok := u.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		u.t.Fatalf("%q is pasted and nothing takes it", words)
	}
	at.TypedShortcut(&fyne.ShortcutPaste{Clipboard: u.app.Clipboard()})
}

// SelectAll selects everything in the field that has the focus.
func (u *User) SelectAll() {
	u.t.Helper()
	at, ok := u.win.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		u.t.Fatal("nothing has the focus whose text could be selected")
	}
	at.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Clipboard is what is on the clipboard.
func (u *User) Clipboard() string { return u.app.Clipboard().Content() }

// Foot is the bar at the foot of the window, and its words.
func (u *User) Foot() (*fyne.Container, *widget.Label) {
	content := u.win.Canvas().Content().(*fyne.Container)
	bar := content.Objects[len(content.Objects)-1].(*fyne.Container).Objects[0].(*fyne.Container)
	for _, o := range bar.Objects {
		if words, ok := o.(*widget.Label); ok {
			return bar, words
		}
	}
	u.t.Fatal("nothing is ever told at the foot of the window")
	return nil, nil
}

// Told is what was told last at the foot of the window.
func (u *User) Told() string { _, words := u.Foot(); return words.Text }

// Tells reports whether it is seen.
func (u *User) Tells() bool { bar, _ := u.Foot(); return bar.Visible() }

// Says fails unless the bar at the foot of the window says the words.
func (u *User) Says(words string) {
	u.t.Helper()
	if !u.Tells() || !strings.Contains(u.Told(), words) {
		u.t.Errorf("the window says %q (visible: %v), want %q", u.Told(), u.Tells(), words)
	}
}

// Head is the head of the window, while a night is open.
func (u *User) Head() *fyne.Container {
	return u.win.Canvas().Content().(*fyne.Container).Objects[1].(*fyne.Container).Objects[0].(*fyne.Container)
}

// Above is what lies over the window, nil where nothing does.
func (u *User) Above() fyne.CanvasObject { return u.win.Canvas().Overlays().Top() }

// Long is the field of several lines in the sheet that is open, nil where there
// is none.
func (u *User) Long() (found *kit.Entry) {
	See(u.Above(), func(o fyne.CanvasObject) {
		if e, ok := o.(*kit.Entry); ok && e.MultiLine {
			found = e
		}
	})
	return found
}

// Chosen are the words and asides of the chooser that is open, as its list
// shows them when it is scrolled through.
func (u *User) Chosen() []string {
	u.t.Helper()
	var list *kit.List
	See(u.Above(), func(o fyne.CanvasObject) {
		if l, ok := o.(*kit.List); ok {
			list = l
		}
	})
	if list == nil {
		u.t.Fatal("no chooser is open")
	}
	var out []string
	for i := range list.Len() {
		list.Select(i)
		for line := range strings.Lines(Words(list)) {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}

// MenuCommands are the commands that have a menu.
func MenuCommands(sh *shell.Shell) []shell.Command {
	return slices.DeleteFunc(slices.Clone(sh.Commands()), func(c shell.Command) bool { return c.Menu == "" })
}

// InNight is the contest as the file has it.
func (u *User) InNight() election.Contest {
	u.t.Helper()
	return OnlyContest(u.t, u.night().File)
}

// Votes are those of a candidate as the file has them, "–" where unknown.
func (u *User) Votes(surname string) string {
	u.t.Helper()
	for _, k := range u.InNight().Candidates {
		if k.Surname == surname {
			return k.Votes.String()
		}
	}
	u.t.Fatalf("nobody is called %s", surname)
	return ""
}

// Entries are all entries as the file has them, the newest first.
func (u *User) Entries() []blog.Entry {
	u.t.Helper()
	entries, err := u.night().File.Entries()
	Must(u.t, err)
	return entries
}

// Published waits until the night is at rest, and gives its entries, of which
// there must be so many.
func (u *User) Published(n int) []blog.Entry {
	u.t.Helper()
	u.Settle()
	entries := u.Entries()
	if len(entries) != n {
		u.t.Fatalf("%d entries in the file, want %d; the window says %q", len(entries), n, u.Told())
	}
	return entries
}

// DraftsOf are the drafts of a group as the file has them, by field.
func (u *User) DraftsOf(group string) map[string]night.Draft {
	u.t.Helper()
	kept, err := u.night().File.Drafts()
	Must(u.t, err)
	out := map[string]night.Draft{}
	for _, d := range kept {
		if d.Group == group {
			out[d.Field] = d
		}
	}
	return out
}
