// Package uitest is a user at a window without a display, for the tests of the
// window and of its screens. It presses keys, taps buttons and reads what can
// be seen, and makes the nights that such tests begin with.
//
// The window takes its turns when the test says so: what other goroutines hand
// to it waits until then, so that -race also proves that nothing touches the
// window from elsewhere.
package uitest

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The test driver runs what other goroutines hand to fyne.Do on those
// goroutines. A window runs it on its own, one after another, and so do these
// tests: what is handed over waits until the test takes it.
type turns struct {
	fyne.Driver
	mu      sync.Mutex
	waiting []func()
	more    chan struct{} // holds one where something waits
}

// DoFromGoroutine implements fyne.Driver.
func (t *turns) DoFromGoroutine(f func(), wait bool) {
	done := make(chan struct{})
	t.mu.Lock()
	t.waiting = append(t.waiting, func() { f(); close(done) })
	t.mu.Unlock()
	select {
	case t.more <- struct{}{}:
	default:
	}
	if wait {
		<-done
	}
}

// take runs what waits, and what that leads to.
func (t *turns) take() {
	for {
		t.mu.Lock()
		waiting := t.waiting
		t.waiting = nil
		t.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}

// An App is Fyne's test app with the driver above. One stands behind those of
// all tests: another would parse every font again.
type App struct {
	fyne.App
	driver *turns
	prefs  *preferences
	Quits  int // how often it was asked to quit
}

var theApp = sync.OnceValue(test.NewApp)

// NewApp makes the app of a test, without preferences and with an empty
// clipboard, and makes it the current one.
func NewApp(t testing.TB) *App {
	a := &App{App: theApp()}
	a.driver = &turns{Driver: a.App.Driver(), more: make(chan struct{}, 1)}
	a.prefs = &preferences{Preferences: a.App.Preferences(), set: map[string]bool{}}
	a.Clipboard().SetContent("")
	fyne.SetCurrentApp(a)
	t.Cleanup(a.prefs.forget)
	return a
}

// Quit counts, and quits nothing.
func (a *App) Quit() { a.Quits++ }

// Driver implements fyne.App.
func (a *App) Driver() fyne.Driver { return a.driver }

// Preferences implements fyne.App.
func (a *App) Preferences() fyne.Preferences { return a.prefs }

// Settings implements fyne.App.
func (a *App) Settings() fyne.Settings { return settings{a.App.Settings()} }

// settings do not set the theme that is set already.
type settings struct{ fyne.Settings }

func (s settings) SetTheme(to fyne.Theme) {
	if s.Theme() != to {
		s.Settings.SetTheme(to)
	}
}

// preferences are those of one test: they are forgotten after it.
type preferences struct {
	fyne.Preferences
	set map[string]bool
}

func (p *preferences) SetString(key, value string) {
	p.set[key] = true
	p.Preferences.SetString(key, value)
}

func (p *preferences) SetStringList(key string, value []string) {
	p.set[key] = true
	p.Preferences.SetStringList(key, value)
}

func (p *preferences) SetFloat(key string, value float64) {
	p.set[key] = true
	p.Preferences.SetFloat(key, value)
}

func (p *preferences) forget() {
	for key := range p.set {
		p.RemoveValue(key)
	}
}
