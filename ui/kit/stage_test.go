package kit

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestMain(m *testing.M) {
	test.NewApp().Settings().SetTheme(Theme{Mode: Light})
	os.Exit(m.Run())
}

// stage shows an object in a window of the given size, in our light theme.
func stage(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	app := fyne.CurrentApp()
	w := app.NewWindow("")
	t.Cleanup(func() {
		w.Close()
		app.Settings().SetTheme(Theme{Mode: Light})
	})
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	w.SetContent(o)
	return w
}

// press sends keys to what has the focus, as the window does; Tab moves the
// focus on unless it is wanted.
func press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		at := w.Canvas().Focused()
		if tabs, ok := at.(fyne.Tabbable); k == fyne.KeyTab && (!ok || !tabs.AcceptsTab()) {
			w.Canvas().FocusNext()
			continue
		}
		if at != nil {
			at.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

// write types characters into what has the focus.
func write(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
