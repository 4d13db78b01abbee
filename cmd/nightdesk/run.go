package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"nightdesk/ui"
)

// The app as FyneApp.toml names it; a test keeps both the same.
var metadata = fyne.AppMetadata{
	ID: "app.nightdesk.Nightdesk", Name: "Nightdesk", Version: "0.1.0", Build: 1,
	Migrations: map[string]bool{"fyneDo": true},
}

// errNoDisplay says that there is no screen to open a window on.
var errNoDisplay = errors.New("there is no display to open the window on. Start it on a desktop, or use the command night, which needs none")

// errNoOpenGL says that the window cannot be drawn.
var errNoOpenGL = errors.New("the window cannot be drawn: this machine offers no OpenGL 2. Install its graphics driver or Mesa's software one, or use the command night, which needs neither")

// run opens the window, on the night that args name if they name one, and
// returns when it is closed. Without a display or without OpenGL it returns
// errNoDisplay or errNoOpenGL.
func run(args []string) (err error) {
	if !hasDisplay() {
		return errNoDisplay
	}
	started := false
	defer func() {
		// Fyne panics on this goroutine where there is no display.
		if r := recover(); r != nil {
			if started {
				panic(r)
			}
			err = fmt.Errorf("%w (%v)", errNoDisplay, r)
		}
	}()
	app.SetMetadata(metadata)
	a := app.New()
	keepPreferences(a.Preferences(), a.Storage().RootURI().Path())
	w := a.NewWindow("Nightdesk")
	window := ui.Create(a, w)
	var closed atomic.Bool // Fyne calls what comes later than the end on any goroutine
	w.SetOnClosed(func() { closed.Store(true) })
	a.Lifecycle().SetOnStarted(func() {
		started = true
		if len(args) > 0 {
			window.Open(args[0])
		}
		time.AfterFunc(3*time.Second, func() {
			fyne.Do(func() {
				if !closed.Load() && !drawn(w) {
					err = errNoOpenGL
					a.Quit()
				}
			})
		})
	})
	w.ShowAndRun()
	return err
}

// hasDisplay reports whether the environment names a display. It is asked
// before Fyne, which complains at length where there is none.
func hasDisplay() bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	if os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" || os.Getenv("WAYLAND_SOCKET") != "" {
		return true
	}
	// Wayland has a display of this name where none is named.
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "wayland-0"))
	return err == nil
}

// drawn reports whether the window has a handle of the system's: without
// OpenGL the app runs and there is no window.
func drawn(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	handle := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			handle = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			handle = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			handle = c.HWND != 0
		}
	})
	return handle
}
