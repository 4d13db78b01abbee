package shell

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nightdesk/ui/kit"
)

// A Command is one thing that can be asked of the window by name or by key.
// The table of commands makes the menus, the keyboard page and the list of
// everything.
type Command struct {
	Menu  string // empty for keys without Ctrl and for those of a field
	Place int    // in its menu, or among the keys; of one place those given first stand first
	Words string
	Key   fyne.KeyName
	Mod   fyne.KeyModifier
	Do    func()
	Needs Need

	// Keys are printed for a row without a menu. Where Do is nil it is what has
	// the focus that takes them.
	Keys string
	// Letters are what single letters do on a screen that takes them.
	Letters map[rune]func()
}

// A Need is what a command needs to be carried out.
type Need int

// A command needs nothing, an open night, one that can be changed, or in
// addition somebody who acts: it asks who, once.
const (
	Nothing Need = iota
	ANight
	Writing
	Signing
)

// The keys with which a command reaches the menus while one types.
const (
	Ctrl      = fyne.KeyModifierShortcutDefault
	CtrlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
)

// menus are the menus in their order; the keys without one come after them.
var menus = []string{"Night", "Write", "Entry", "Count", "Go", ""}

// inOrder sorts commands as the menus have them.
func inOrder(all []Command) []Command {
	slices.SortStableFunc(all, func(a, b Command) int {
		return cmp.Or(slices.Index(menus, a.Menu)-slices.Index(menus, b.Menu), a.Place-b.Place)
	})
	return all
}

// Press does what the commands say of a letter, if they say anything.
func Press(commands []Command, letter rune) {
	for _, c := range commands {
		if do, ok := c.Letters[letter]; ok {
			do()
			return
		}
	}
}

// own are the commands of the shell itself.
func (sh *Shell) own() []Command {
	return []Command{
		{Menu: "Write", Place: 20, Words: "Switch author…", Key: fyne.KeyA, Mod: CtrlShift, Do: sh.chooseAuthor, Needs: Writing},
		{Menu: "Write", Place: 20, Words: "Undo the last act", Key: fyne.KeyU, Mod: Ctrl, Do: sh.Undo, Needs: Writing},
		{Menu: "Count", Place: 30, Words: "Choose the contest…", Key: fyne.KeyG, Mod: Ctrl, Do: sh.ChooseContest, Needs: ANight},
		{Menu: "Go", Place: 90, Words: "Anything…", Key: fyne.KeyK, Mod: Ctrl, Do: sh.anything},
		{Menu: "Go", Place: 92, Words: "Keys", Key: fyne.KeySlash, Mod: Ctrl, Do: sh.showKeys},

		{Place: 4, Keys: "Ctrl+Enter", Words: "in a sheet: accept it, from any field"},
		{Place: 10, Keys: "Ctrl+Z, Ctrl+Y", Words: "in text: undo, redo what was typed; elsewhere Ctrl+Z undoes the last act"},
	}
}

// Commands are the commands of the window, in the order of the menus.
func (sh *Shell) Commands() []Command { return sh.commands }

// Can reports whether the command can be carried out now.
func (sh *Shell) Can(c Command) bool {
	switch {
	case c.Needs == Nothing:
		return true
	case sh.Night == nil:
		return false
	}
	return c.Needs == ANight || sh.Night.ReadOnly == ""
}

// run carries the command out, unless something stands over the window that
// must be answered first: a sheet is accepted by the key that publishes.
func (sh *Shell) run(c Command) {
	switch {
	case sh.overlay != nil:
		if sh.accept != nil && c.Key == fyne.KeyReturn && c.Mod == Ctrl {
			sh.accept()
		}
	case sh.Can(c) && c.Needs == Signing:
		sh.AsWriter(c.Do)
	case sh.Can(c):
		c.Do()
	case c.Needs >= Writing && sh.Night != nil:
		sh.Say("Nothing can be changed here. " + sh.Night.ReadOnly)
	}
}

// KeyWords is the command's key as the keyboard page prints it.
func (c Command) KeyWords() string {
	if c.Keys != "" {
		return c.Keys
	}
	words := "Ctrl+"
	if c.Mod&fyne.KeyModifierShift != 0 {
		words += "Shift+"
	}
	switch c.Key {
	case fyne.KeyReturn:
		return words + "Enter"
	case fyne.KeyTab:
		return words + "Tab"
	}
	return words + string(c.Key)
}

// mainMenu makes the menus from the table.
func (sh *Shell) mainMenu() *fyne.MainMenu {
	var all []*fyne.Menu
	for _, c := range sh.commands {
		if c.Menu == "" {
			continue
		}
		if len(all) == 0 || all[len(all)-1].Label != c.Menu {
			all = append(all, fyne.NewMenu(c.Menu))
		}
		item := fyne.NewMenuItem(c.Words, func() { sh.run(c) })
		item.Shortcut = &desktop.CustomShortcut{KeyName: c.Key, Modifier: c.Mod}
		item.IsQuit = c.Words == "Quit"
		menu := all[len(all)-1]
		menu.Items = append(menu.Items, item)
	}
	return fyne.NewMainMenu(all...)
}

// anything lists every command that can be carried out now.
func (sh *Shell) anything() {
	var choices []kit.Choice
	for _, c := range sh.commands {
		if c.Menu != "" && sh.Can(c) {
			choices = append(choices, kit.Choice{Words: c.Words, Aside: c.KeyWords(), Do: func() { sh.run(c) }})
		}
	}
	if sh.Night != nil {
		for _, c := range sh.Night.Contests {
			choices = append(choices, kit.Choice{Words: c.Name, Aside: "contest", Do: func() { sh.SetContest(c.ID) }})
		}
	}
	sh.Choose("Anything", choices)
}

// showKeys shows the keyboard page.
func (sh *Shell) showKeys() {
	var choices []kit.Choice
	for _, c := range sh.commands {
		choice := kit.Choice{Words: c.KeyWords(), Aside: c.Words, Do: func() {}}
		if c.Menu != "" {
			choice.Aside = c.Menu + ": " + c.Words
			choice.Do = func() { sh.run(c) }
		}
		choices = append(choices, choice)
	}
	sh.Choose("Keys", choices)
}
