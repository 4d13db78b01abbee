package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

func TestCommandsHaveKeysOfTheirOwn(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	taken := map[string]string{}
	for _, c := range menuCommands(s.Shell) {
		name := (&desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}).ShortcutName()
		if other := taken[name]; other != "" {
			t.Errorf("%q and %q have the key %s", other, c.Words, c.KeyWords())
		}
		taken[name] = c.Words
		if c.Mod&shell.Ctrl == 0 || c.Key == "" {
			t.Errorf("%q has the key %s, which does not reach the menu while one types", c.Words, c.KeyWords())
		}
		if c.Needs >= shell.Writing && c.Needs == shell.Nothing {
			t.Errorf("%q writes without a night", c.Words)
		}
	}
	// These belong to the field that is being typed in.
	for _, key := range []fyne.KeyName{fyne.KeyC, fyne.KeyV, fyne.KeyX, fyne.KeyZ, fyne.KeyY, fyne.KeyA} {
		if words := taken[(&desktop.CustomShortcut{KeyName: key, Modifier: shell.Ctrl}).ShortcutName()]; words != "" {
			t.Errorf("%q takes Ctrl+%s away from typing", words, key)
		}
	}
}

func TestEveryCommandReachesTheMenu(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	inMenu := map[string]string{}
	for _, menu := range s.Win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut == nil {
				t.Errorf("%q has no key in the menu", item.Label)
				continue
			}
			inMenu[item.Shortcut.ShortcutName()] = menu.Label + ": " + item.Label
		}
	}
	for _, c := range menuCommands(s.Shell) {
		name := (&desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}).ShortcutName()
		equal(t, "menu item of "+name, inMenu[name], c.Menu+": "+c.Words)
	}
	equal(t, "items", len(inMenu), len(menuCommands(s.Shell)))
}

// chosen are the words and asides of the chooser that is open, as its list
// shows them when it is scrolled through.
func chosen(s *screen) []string {
	s.t.Helper()
	var list *kit.List
	see(s.above(), func(o fyne.CanvasObject) {
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
	s.chord(shell.Ctrl, fyne.KeySlash)
	page := chosen(s)
	for _, c := range menuCommands(s.Shell) {
		if !slices.Contains(page, c.KeyWords()) || !slices.Contains(page, c.Menu+": "+c.Words) {
			t.Errorf("the keyboard page has no line %q %q", c.KeyWords(), c.Menu+": "+c.Words)
		}
	}
	for _, c := range s.Commands() {
		if !slices.Contains(page, c.KeyWords()) {
			t.Errorf("the keyboard page has no line %q", c.KeyWords())
		}
	}
}

func TestAnythingListsWhatCanBeDone(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	s.chord(shell.Ctrl, fyne.KeyK)
	before := chosen(s)
	if !slices.Contains(before, "New night…") || slices.Contains(before, "Publish") {
		t.Errorf("without a night there is %q", before)
	}
	s.keys(fyne.KeyEscape)
	s = at(t, nightOf(t, nil))
	s.chord(shell.Ctrl, fyne.KeyK)
	after := chosen(s)
	for _, want := range []string{"Publish", "Declare, or correct", "Hartlepool"} {
		if !slices.Contains(after, want) {
			t.Errorf("with a night there is no %q", want)
		}
	}
	s.types("charts")
	s.keys(fyne.KeyReturn)
	equal(t, "screen", s.Showing(s.charts), true)
}

func TestCommandsDoNothingBehindASheet(t *testing.T) {
	s := twoEntries(t)
	s.types("Not to be published")
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("w")
	sheet := s.above()
	if sheet == nil {
		t.Fatal("no sheet is open")
	}
	before, err := s.Night.File.History("")
	must(t, err)
	for _, c := range menuCommands(s.Shell) {
		if c.Mod == shell.Ctrl && c.Key == fyne.KeyReturn {
			continue // it accepts the sheet
		}
		s.chord(c.Mod, c.Key)
		if s.above() != sheet {
			t.Fatalf("%q does something behind a sheet", c.Words)
		}
	}
	s.settle()
	after, err := s.Night.File.History("")
	must(t, err)
	equal(t, "acts", len(after), len(before))
	equal(t, "composer", s.composer.text.Text, "Not to be published")
	equal(t, "screen", s.Showing(s.desk), true)
	s.keys(fyne.KeyEscape)
	equal(t, "sheet after Esc", s.above() == nil, true)
	equal(t, "focus after Esc", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
}

func TestCommandsNeedANight(t *testing.T) {
	home(t)
	s := newScreen(t, 1366, 740)
	for _, c := range menuCommands(s.Shell) {
		if c.Needs != shell.Nothing {
			s.chord(c.Mod, c.Key)
			equal(t, c.Words+" opens something without a night", s.above() == nil, true)
		}
	}
}

// Every command can be given at any moment of a night without harm.
func TestEveryCommandRuns(t *testing.T) {
	for _, path := range []string{nightOf(t, nil), declaredNight(t, func(n *night.Night, author string) { post(t, n, author, "First", "The hall fills.") })} {
		s := at(t, path)
		for _, c := range menuCommands(s.Shell) {
			if c.Words == "Quit" {
				continue
			}
			s.chord(c.Mod, c.Key)
			s.settle()
			s.CloseOverlay()
		}
		equal(t, "the desk still answers", s.Night.Details.Title, "Hartlepool by-election")
		s.end()
	}
}
