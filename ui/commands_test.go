package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

func TestCommandsHaveKeysOfTheirOwn(t *testing.T) {
	taken := map[string]string{}
	for _, c := range commands() {
		name := (&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}).ShortcutName()
		if other := taken[name]; other != "" {
			t.Errorf("%q and %q have the key %s", other, c.words, c.keyWords())
		}
		taken[name] = c.words
		if c.mod&ctrl == 0 || c.key == "" {
			t.Errorf("%q has the key %s, which does not reach the menu while one types", c.words, c.keyWords())
		}
		if c.changes() && !c.desk {
			t.Errorf("%q writes without a night", c.words)
		}
	}
	// These belong to the field that is being typed in.
	for _, key := range []fyne.KeyName{fyne.KeyC, fyne.KeyV, fyne.KeyX, fyne.KeyZ, fyne.KeyY, fyne.KeyA} {
		if words := taken[(&desktop.CustomShortcut{KeyName: key, Modifier: ctrl}).ShortcutName()]; words != "" {
			t.Errorf("%q takes Ctrl+%s away from typing", words, key)
		}
	}
}

func TestEveryCommandReachesTheMenu(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	inMenu := map[string]string{}
	for _, menu := range s.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut == nil {
				t.Errorf("%q has no key in the menu", item.Label)
				continue
			}
			inMenu[item.Shortcut.ShortcutName()] = menu.Label + ": " + item.Label
		}
	}
	for _, c := range commands() {
		name := (&desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}).ShortcutName()
		equal(t, "menu item of "+name, inMenu[name], c.menu+": "+c.words)
	}
	equal(t, "items", len(inMenu), len(commands()))
}

// chosen are the words and asides of the chooser that is open, as its list
// shows them when it is scrolled through.
func chosen(s *screen) []string {
	s.t.Helper()
	var list *kit.List
	see(s.overlay, func(o fyne.CanvasObject) {
		if l, ok := o.(*kit.List); ok {
			list = l
		}
	})
	if list == nil {
		s.t.Fatal("no chooser is open")
	}
	var out []string
	for i := range list.Len() {
		list.Select(i)
		for line := range strings.Lines(words(list)) {
			if line = strings.TrimSpace(line); line != "" && !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	return out
}

func TestKeyboardPageListsEveryKey(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	s.chord(ctrl, fyne.KeySlash)
	page := chosen(s)
	for _, c := range commands() {
		if !slices.Contains(page, c.keyWords()) || !slices.Contains(page, c.menu+": "+c.words) {
			t.Errorf("the keyboard page has no line %q %q", c.keyWords(), c.menu+": "+c.words)
		}
	}
	for _, k := range keysElsewhere {
		if !slices.Contains(page, k.Words) {
			t.Errorf("the keyboard page has no line %q", k.Words)
		}
	}
}

func TestAnythingListsWhatCanBeDone(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	s.chord(ctrl, fyne.KeyK)
	before := chosen(s)
	if !slices.Contains(before, "New night…") || slices.Contains(before, "Publish") {
		t.Errorf("without a night there is %q", before)
	}
	s.keys(fyne.KeyEscape)
	s = at(t, nightOf(t, nil))
	s.chord(ctrl, fyne.KeyK)
	after := chosen(s)
	for _, want := range []string{"Publish", "Declare, or correct", "Hartlepool"} {
		if !slices.Contains(after, want) {
			t.Errorf("with a night there is no %q", want)
		}
	}
	s.types("charts")
	s.keys(fyne.KeyReturn)
	equal(t, "screen", s.rail.items[chartScreenID].chosen, true)
}

func TestCommandsDoNothingBehindASheet(t *testing.T) {
	s := twoEntries(t)
	s.types("Not to be published")
	s.chord(ctrl, fyne.KeyT)
	s.types("w")
	sheet := s.overlay
	if sheet == nil {
		t.Fatal("no sheet is open")
	}
	before, err := s.open.File.History("")
	must(t, err)
	for _, c := range commands() {
		if c.mod == ctrl && c.key == fyne.KeyReturn {
			continue // it accepts the sheet
		}
		s.chord(c.mod, c.key)
		if s.overlay != sheet {
			t.Fatalf("%q does something behind a sheet", c.words)
		}
	}
	s.settle()
	after, err := s.open.File.History("")
	must(t, err)
	equal(t, "acts", len(after), len(before))
	equal(t, "composer", s.composer.text.Text, "Not to be published")
	equal(t, "screen", s.Window.screen, deskScreenID)
	s.keys(fyne.KeyEscape)
	equal(t, "sheet after Esc", s.overlay == nil, true)
	equal(t, "focus after Esc", s.win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
}

func TestCommandsNeedANight(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	for _, c := range commands() {
		if c.desk {
			s.chord(c.mod, c.key)
			equal(t, c.words+" opens something without a night", s.overlay == nil, true)
		}
	}
}

// Every command can be given at any moment of a night without harm.
func TestEveryCommandRuns(t *testing.T) {
	for _, path := range []string{nightOf(t, nil), declaredNight(t, func(n *night.Night, author string) { post(t, n, author, "First", "The hall fills.") })} {
		s := at(t, path)
		for _, c := range commands() {
			if c.words == "Quit" {
				continue
			}
			s.chord(c.mod, c.key)
			s.settle()
			s.closeOverlay()
		}
		equal(t, "the desk still answers", s.open.Details.Title, "Hartlepool by-election")
		s.end()
	}
}
