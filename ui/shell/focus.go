package shell

import (
	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
)

// This file moves the focus, and has keys that no field takes do what the
// table of commands says.

// A Listener is a screen that takes keys and characters while nothing has the
// focus. It reports whether it took a key, which it is asked for whichever
// screen is in sight; characters are for the one in sight alone.
type Listener interface {
	KeyedNowhere(k *fyne.KeyEvent) bool
	TypedNowhere(r rune)
}

// Key does what the table says of a key without Ctrl, and reports whether it
// says anything. Fields hand it the keys that they have no use for.
func (sh *Shell) Key(k *fyne.KeyEvent) bool {
	for _, c := range sh.commands {
		if c.Menu == "" && c.Do != nil && c.Key == k.Name {
			c.Do()
			return true
		}
	}
	return false
}

// typedNowhere takes characters while nothing has the focus that could be typed
// in.
func (sh *Shell) typedNowhere(r rune) {
	if l, ok := sh.shown.(Listener); ok && sh.Night != nil && sh.overlay == nil {
		l.TypedNowhere(r)
	}
}

// keyedNowhere takes keys while nothing has the focus.
func (sh *Shell) keyedNowhere(k *fyne.KeyEvent) {
	switch {
	case sh.overlay != nil:
		if k.Name == fyne.KeyEscape {
			sh.CloseOverlay()
		}
	case sh.Night != nil && !sh.heard(k):
		sh.Key(k)
	}
}

func (sh *Shell) heard(k *fyne.KeyEvent) bool {
	for _, s := range sh.screens {
		if l, ok := s.(Listener); ok && l.KeyedNowhere(k) {
			return true
		}
	}
	return false
}

// Focus gives the focus to something.
func (sh *Shell) Focus(f fyne.Focusable) { sh.Win.Canvas().Focus(f) }

// Unfocus takes the focus away. A cell that is being typed in commits.
func (sh *Shell) Unfocus() { sh.Win.Canvas().Unfocus() }

// Focused is what has the focus, nil where nothing has.
func (sh *Shell) Focused() fyne.Focusable { return sh.Win.Canvas().Focused() }

// FocusedIn reports whether one of the fields has the focus.
func (sh *Shell) FocusedIn(entries ...*kit.Entry) bool {
	at := sh.Focused()
	for _, e := range entries {
		if at == fyne.Focusable(e) {
			return true
		}
	}
	return false
}

// MoveFocus moves the focus on from what is gone, to next, nil for nothing.
// While a sheet is open that is where the focus goes when it is closed.
func (sh *Shell) MoveFocus(gone func(fyne.Focusable) bool, next fyne.Focusable) {
	switch {
	case sh.overlay != nil && gone(sh.before):
		sh.before = next
	case sh.overlay != nil || !gone(sh.Focused()):
	case next == nil:
		sh.Unfocus()
	default:
		sh.Focus(next)
	}
}
