package ui

import (
	"testing"

	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/uitest"
)

// screen is a window without a display, and a user at it.
type screen struct {
	*Window
	*uitest.User
	t testing.TB
}

// openedWith is what a test's windows open nights with.
var openedWith model.Options

// newScreen makes a window of the given size, for a user whose home is empty.
func newScreen(t testing.TB, width, height float32) *screen {
	t.Helper()
	app := uitest.NewApp(t)
	app.Preferences().SetString(modeKey, string(kit.Light))
	app.Preferences().SetFloat(widthKey, float64(width))
	app.Preferences().SetFloat(heightKey, float64(height))
	win := app.NewWindow("Nightdesk")
	w := create(app, win, openedWith)
	s := &screen{w, uitest.NewUser(t, app, win, func() *model.OpenNight { return w.Night }), t}
	t.Cleanup(s.end)
	return s
}

// end closes what is open, as a crash would: nothing is committed first.
func (s *screen) end() { uitest.Crash(s.Shell) }

// at opens a night in a window of the usual size.
func at(t testing.TB, path string) *screen {
	t.Helper()
	s := newScreen(t, 1366, 740)
	s.opens(path)
	return s
}

func (s *screen) opens(path string) {
	s.t.Helper()
	s.Open(path)
	s.Until("the night is open", func() bool { return s.Night != nil && !s.opening })
	s.Settle()
}

// row is a candidate's line on the desk.
func (s *screen) row(surname string) *countRow {
	s.t.Helper()
	for _, r := range s.count.rows {
		if k, ok := s.count.contest.Candidate(r.candidate); ok && k.Surname == surname {
			return r
		}
	}
	s.t.Fatalf("nobody on the desk is called %s", surname)
	return nil
}
