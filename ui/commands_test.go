package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestCommandsHaveKeysOfTheirOwn(t *testing.T) {
	uitest.Home(t)
	s := newScreen(t, 1366, 740)
	taken := map[string]string{}
	for _, c := range uitest.MenuCommands(s.Shell) {
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
	uitest.Home(t)
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
	for _, c := range uitest.MenuCommands(s.Shell) {
		name := (&desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}).ShortcutName()
		uitest.Equal(t, "menu item of "+name, inMenu[name], c.Menu+": "+c.Words)
	}
	uitest.Equal(t, "items", len(inMenu), len(uitest.MenuCommands(s.Shell)))
}

func TestKeyboardPageListsEveryKey(t *testing.T) {
	uitest.Home(t)
	s := newScreen(t, 1366, 740)
	s.Chord(shell.Ctrl, fyne.KeySlash)
	page := s.Chosen()
	for _, c := range uitest.MenuCommands(s.Shell) {
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
	uitest.Home(t)
	s := newScreen(t, 1366, 740)
	s.Chord(shell.Ctrl, fyne.KeyK)
	before := s.Chosen()
	if !slices.Contains(before, "New night…") || slices.Contains(before, "Publish") {
		t.Errorf("without a night there is %q", before)
	}
	s.Keys(fyne.KeyEscape)
	s = at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.KeyK)
	after := s.Chosen()
	for _, want := range []string{"Publish", "Declare, or correct", "Hartlepool"} {
		if !slices.Contains(after, want) {
			t.Errorf("with a night there is no %q", want)
		}
	}
	s.Types("charts")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "screen", s.Showing(s.charts), true)
}

func TestCommandsDoNothingBehindASheet(t *testing.T) {
	s := twoEntries(t)
	s.Types("Not to be published")
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("w")
	sheet := s.Above()
	if sheet == nil {
		t.Fatal("no sheet is open")
	}
	before, err := s.Night.File.History("")
	uitest.Must(t, err)
	for _, c := range uitest.MenuCommands(s.Shell) {
		if c.Mod == shell.Ctrl && c.Key == fyne.KeyReturn {
			continue // it accepts the sheet
		}
		s.Chord(c.Mod, c.Key)
		if s.Above() != sheet {
			t.Fatalf("%q does something behind a sheet", c.Words)
		}
	}
	s.Settle()
	after, err := s.Night.File.History("")
	uitest.Must(t, err)
	uitest.Equal(t, "acts", len(after), len(before))
	uitest.Equal(t, "composer", s.composer.text.Text, "Not to be published")
	uitest.Equal(t, "screen", s.Showing(s.desk), true)
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "sheet after Esc", s.Above() == nil, true)
	uitest.Equal(t, "focus after Esc", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
}

func TestCommandsNeedANight(t *testing.T) {
	uitest.Home(t)
	s := newScreen(t, 1366, 740)
	for _, c := range uitest.MenuCommands(s.Shell) {
		if c.Needs != shell.Nothing {
			s.Chord(c.Mod, c.Key)
			uitest.Equal(t, c.Words+" opens something without a night", s.Above() == nil, true)
		}
	}
}

// Every command can be given at any moment of a night without harm.
func TestEveryCommandRuns(t *testing.T) {
	for _, path := range []string{uitest.NightOf(t, nil), uitest.DeclaredNight(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "First", "The hall fills.") })} {
		s := at(t, path)
		for _, c := range uitest.MenuCommands(s.Shell) {
			if c.Words == "Quit" {
				continue
			}
			s.Chord(c.Mod, c.Key)
			s.Settle()
			s.CloseOverlay()
		}
		uitest.Equal(t, "the desk still answers", s.Night.Details.Title, "Hartlepool by-election")
		s.end()
	}
}
