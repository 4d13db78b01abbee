package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nightdesk/ui/kit"
)

// command is one thing that can be asked of the window by name or by key. The
// table of commands makes the menus, the keyboard page and the list of
// everything.
type command struct {
	menu  string
	words string
	key   fyne.KeyName
	mod   fyne.KeyModifier
	do    func(*Window)
	// desk says that it needs an open night, write that the night can be
	// changed, and signed that in addition somebody acts: it asks who, once.
	desk, write, signed bool
}

const (
	ctrl      = fyne.KeyModifierShortcutDefault
	ctrlShift = fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
)

// commands gives the one table. Every key has Ctrl, since only such keys reach a
// menu while one types.
func commands() []command {
	return []command{
		{menu: "Night", words: "New night…", key: fyne.KeyN, mod: ctrl, do: (*Window).newNight},
		{menu: "Night", words: "Open…", key: fyne.KeyO, mod: ctrl, do: (*Window).openNight},
		{menu: "Night", words: "Open recent…", key: fyne.KeyO, mod: ctrlShift, do: (*Window).openRecent},
		{menu: "Night", words: "Night details…", key: fyne.KeyD, mod: ctrl, do: (*Window).editDetails, desk: true, signed: true},
		{menu: "Night", words: "Import results or candidates…", key: fyne.KeyI, mod: ctrl, do: (*Window).importFiles, desk: true, signed: true},
		{menu: "Night", words: "Type in candidates…", key: fyne.KeyI, mod: ctrlShift, do: (*Window).typeCandidates, desk: true, signed: true},
		{menu: "Night", words: "Party colours…", key: fyne.KeyB, mod: ctrlShift, do: (*Window).chooseColour, desk: true, signed: true},
		{menu: "Night", words: "Past contests…", key: fyne.Key3, mod: ctrlShift, do: (*Window).editHistory, desk: true, signed: true},
		{menu: "Night", words: "House rules…", key: fyne.Key0, mod: ctrl, do: (*Window).chooseRules, desk: true, signed: true},
		{menu: "Night", words: "Hand over…", key: fyne.KeyE, mod: ctrl, do: (*Window).showHandOver, desk: true},
		{menu: "Night", words: "Save the chart as SVG…", key: fyne.Key6, mod: ctrl, do: func(w *Window) { w.withChart(func(s *chartScreen) { s.save("svg") }) }, desk: true},
		{menu: "Night", words: "Save the chart as PNG…", key: fyne.Key7, mod: ctrl, do: func(w *Window) { w.withChart(func(s *chartScreen) { s.save("png") }) }, desk: true},
		{menu: "Night", words: "Copy the chart as text", key: fyne.Key8, mod: ctrl, do: func(w *Window) { w.withChart((*chartScreen).copy) }, desk: true},
		{menu: "Night", words: "Quit", key: fyne.KeyQ, mod: ctrl, do: (*Window).quit},

		{menu: "Write", words: "Publish", key: fyne.KeyReturn, mod: ctrl, do: func(w *Window) { w.composer.publish(false) }, desk: true, write: true},
		{menu: "Write", words: "Publish as key moment", key: fyne.KeyReturn, mod: ctrlShift, do: func(w *Window) { w.composer.publish(true) }, desk: true, write: true},
		{menu: "Write", words: "Preview", key: fyne.KeyP, mod: ctrl, do: (*Window).togglePreview, desk: true, write: true},
		{menu: "Write", words: "Hold the draft", key: fyne.KeyH, mod: ctrl, do: func(w *Window) { w.composer.hold() }, desk: true, write: true},
		{menu: "Write", words: "Put in a picture…", key: fyne.KeyP, mod: ctrlShift, do: (*Window).pickPicture, desk: true, signed: true},
		{menu: "Write", words: "Put in a post from elsewhere…", key: fyne.KeyApostrophe, mod: ctrl, do: (*Window).capturePost, desk: true, write: true},
		{menu: "Write", words: "Figures for the text…", key: fyne.KeyF, mod: ctrlShift, do: (*Window).helpOnFigures, desk: true, write: true},
		{menu: "Write", words: "Draft from a pattern…", key: fyne.KeyPeriod, mod: ctrl, do: (*Window).draftFromPattern, desk: true, write: true},
		{menu: "Write", words: "Sentence patterns…", key: fyne.KeyG, mod: ctrlShift, do: (*Window).editPatterns, desk: true, signed: true},
		{menu: "Write", words: "By-line of the entry…", key: fyne.KeyJ, mod: ctrlShift, do: (*Window).chooseByline, desk: true, write: true},
		{menu: "Write", words: "Time of the event…", key: fyne.KeyT, mod: ctrlShift, do: (*Window).askHappened, desk: true, write: true},
		{menu: "Write", words: "Emphasis", key: fyne.KeyM, mod: ctrl, do: func(w *Window) { w.composer.surround("*", "*") }, desk: true, write: true},
		{menu: "Write", words: "Strong", key: fyne.KeyM, mod: ctrlShift, do: func(w *Window) { w.composer.surround("**", "**") }, desk: true, write: true},
		{menu: "Write", words: "Link", key: fyne.KeyL, mod: ctrl, do: func(w *Window) { w.composer.link() }, desk: true, write: true},
		{menu: "Write", words: "Switch author…", key: fyne.KeyA, mod: ctrlShift, do: (*Window).chooseAuthor, desk: true, write: true},
		{menu: "Write", words: "Undo the last act", key: fyne.KeyU, mod: ctrl, do: (*Window).undo, desk: true, write: true},

		{menu: "Entry", words: "Edit the selected entry", key: fyne.KeyE, mod: ctrlShift, do: func(w *Window) { w.blog.do('e') }, desk: true, write: true},
		{menu: "Entry", words: "Correct the selected entry", key: fyne.KeyC, mod: ctrlShift, do: func(w *Window) { w.blog.do('c') }, desk: true, write: true},
		{menu: "Entry", words: "Key moment or not", key: fyne.KeyK, mod: ctrlShift, do: func(w *Window) { w.blog.do('k') }, desk: true, write: true},
		{menu: "Entry", words: "Pin or unpin", key: fyne.KeyL, mod: ctrlShift, do: func(w *Window) { w.blog.do('p') }, desk: true, write: true},
		{menu: "Entry", words: "Entries whose figures moved…", key: fyne.Key1, mod: ctrlShift, do: func(w *Window) { w.blog.chooseStale() }, desk: true, write: true},
		{menu: "Entry", words: "Withdraw", key: fyne.KeyW, mod: ctrlShift, do: func(w *Window) { w.blog.do('w') }, desk: true, write: true},

		{menu: "Count", words: "Next state of the count", key: fyne.KeyN, mod: ctrlShift, do: (*Window).moveOn, desk: true, write: true},
		{menu: "Count", words: "Recount", key: fyne.Key9, mod: ctrl, do: (*Window).recount, desk: true, write: true},
		{menu: "Count", words: "State of the count…", key: fyne.KeyS, mod: ctrlShift, do: (*Window).chooseState, desk: true, write: true},
		{menu: "Count", words: "Declare, or correct", key: fyne.KeyD, mod: ctrlShift, do: func(w *Window) { w.count.declareOrCorrect() }, desk: true, write: true},
		{menu: "Count", words: "Second keying, blind, or compare", key: fyne.KeyJ, mod: ctrl, do: (*Window).keySecond, desk: true, write: true},
		{menu: "Count", words: "Take the declaration back…", key: fyne.KeyU, mod: ctrlShift, do: (*Window).takeBack, desk: true, write: true},
		{menu: "Count", words: "Rush, call or estimate…", key: fyne.KeyY, mod: ctrlShift, do: (*Window).chooseFlag, desk: true, write: true},
		{menu: "Count", words: "Rejected papers and figures read out…", key: fyne.KeyR, mod: ctrlShift, do: (*Window).askGrounds, desk: true, write: true},
		{menu: "Count", words: "Move the candidate up", key: fyne.KeyUp, mod: ctrlShift, do: func(w *Window) { w.count.moveCandidate(-1) }, desk: true, write: true},
		{menu: "Count", words: "Move the candidate down", key: fyne.KeyDown, mod: ctrlShift, do: func(w *Window) { w.count.moveCandidate(+1) }, desk: true, write: true},
		{menu: "Count", words: "Remove the candidate…", key: fyne.KeyX, mod: ctrlShift, do: func(w *Window) { w.count.removeCandidate() }, desk: true, write: true},
		{menu: "Count", words: "Revisions of the result", key: fyne.KeyZ, mod: ctrlShift, do: (*Window).showRevisions, desk: true},
		{menu: "Count", words: "Course of the count", key: fyne.KeyH, mod: ctrlShift, do: (*Window).showCourse, desk: true},
		{menu: "Count", words: "Read back", key: fyne.KeyR, mod: ctrl, do: (*Window).readBack, desk: true},
		{menu: "Count", words: "Contests and councils…", key: fyne.KeySemicolon, mod: ctrl, do: (*Window).chooseContestOrCouncil, desk: true, signed: true},
		{menu: "Count", words: "Choose the contest…", key: fyne.KeyG, mod: ctrl, do: (*Window).chooseContest, desk: true},

		{menu: "Go", words: "Desk", key: fyne.Key1, mod: ctrl, do: func(w *Window) { w.goTo(deskScreenID) }, desk: true},
		{menu: "Go", words: "Results", key: fyne.Key2, mod: ctrl, do: func(w *Window) { w.goTo(resultScreenID) }, desk: true},
		{menu: "Go", words: "Which to list…", key: fyne.KeyComma, mod: ctrl, do: (*Window).chooseListed, desk: true},
		{menu: "Go", words: "Charts", key: fyne.Key3, mod: ctrl, do: (*Window).goToCharts, desk: true},
		{menu: "Go", words: "Hand-over", key: fyne.Key4, mod: ctrl, do: (*Window).showHandOver, desk: true},
		{menu: "Go", words: "Between count and composer", key: fyne.KeyTab, mod: ctrl, do: (*Window).otherHalf, desk: true},
		{menu: "Go", words: "Timeline", key: fyne.KeyT, mod: ctrl, do: (*Window).focusTimeline, desk: true},
		{menu: "Go", words: "Find", key: fyne.KeyF, mod: ctrl, do: (*Window).focusFind, desk: true},
		{menu: "Go", words: "Anything…", key: fyne.KeyK, mod: ctrl, do: (*Window).anything},
		{menu: "Go", words: "Light, dark or as the system", key: fyne.KeyB, mod: ctrl, do: (*Window).nextMode},
		{menu: "Go", words: "Keys", key: fyne.KeySlash, mod: ctrl, do: (*Window).showKeys},
	}
}

// keysElsewhere are the keys that are no commands; the keyboard page lists
// them after the commands.
var keysElsewhere = []kit.Choice{
	{Words: "Enter or ↓ / ↑", Aside: "in a vote cell: the next / the one before"},
	{Words: "Ctrl+V", Aside: "in a vote cell: a figure, or a whole block of figures or of names and figures"},
	{Words: "Ctrl+V", Aside: "in text: words, a picture, or the file of one; a picture can be dropped too"},
	{Words: "F / S", Aside: "in a cell whose two keyings differ: keep the first figure / take the second"},
	{Words: "Ctrl+Enter", Aside: "in a sheet: accept it, from any field"},
	{Words: "Esc", Aside: "in a vote cell: put back the committed figure; in text: leave the field"},
	{Words: "← →  Space", Aside: "among the results: along the heads, and sort by the one at hand"},
	{Words: "Enter", Aside: "among the results: to the contest on the desk; on a council: its wards"},
	{Words: "E", Aside: "on a council’s card: edit it"},
	{Words: "Ctrl+3", Aside: "on the charts: the next kind of chart; among the results: a chart of the contest at hand"},
	{Words: "F6", Aside: "between count and composer"},
	{Words: "F7  F8", Aside: "in text: proof-read, then put the first mark right / leave it as it is"},
	{Words: "{ and Tab", Aside: "in text: put in the figure that is shown at the foot"},
	{Words: "/", Aside: "at the start of a line: put in a quote, picture, result, chart, figure"},
	{Words: "Ctrl+Z, Ctrl+Y", Aside: "in text: undo, redo what was typed; elsewhere Ctrl+Z undoes the last act"},
	{Words: "N / F", Aside: "on the hand-over screen: hand over what is new / as a file"},
	{Words: "A / S", Aside: "there: hand over all / as a file"},
	{Words: "C  X  P", Aside: "there, for no ledger: copy, save, open in the browser"},
	{Words: "V  R", Aside: "there: preview of all or of what is new; read what the proof found"},
	{Words: "E  M  L", Aside: "there: edit the profile, a new one, the live folder"},
	{Words: "Enter", Aside: "in the ledger there: what was handed over, to be taken again"},
	{Words: "E  T  C  P  K  L  G  W  V  Y", Aside: "on an entry: edit, typo, correct, pin, key, label, tags, withdraw, versions, copy"},
}

// can reports whether the command can be carried out now.
func (c command) can(w *Window) bool {
	if c.desk && w.open == nil {
		return false
	}
	return !c.changes() || w.open.ReadOnly == ""
}

func (c command) changes() bool { return c.write || c.signed }

// run carries the command out, unless something stands over the window that
// must be answered first: a sheet is accepted by the key that publishes.
func (c command) run(w *Window) {
	switch {
	case w.overlay != nil:
		if w.accept != nil && c.key == fyne.KeyReturn && c.mod == ctrl {
			w.accept()
		}
	case c.can(w) && c.signed:
		w.asWriter(func() { c.do(w) })
	case c.can(w):
		c.do(w)
	case c.changes() && w.open != nil:
		w.say("Nothing can be changed here. " + w.open.ReadOnly)
	}
}

// keyWords is the command's key as the keyboard page prints it.
func (c command) keyWords() string {
	words := "Ctrl+"
	if c.mod&fyne.KeyModifierShift != 0 {
		words += "Shift+"
	}
	switch c.key {
	case fyne.KeyReturn:
		return words + "Enter"
	case fyne.KeyTab:
		return words + "Tab"
	}
	return words + string(c.key)
}

// mainMenu makes the menus from the table.
func (w *Window) mainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, c := range commands() {
		if len(menus) == 0 || menus[len(menus)-1].Label != c.menu {
			menus = append(menus, fyne.NewMenu(c.menu))
		}
		item := fyne.NewMenuItem(c.words, func() { c.run(w) })
		item.Shortcut = &desktop.CustomShortcut{KeyName: c.key, Modifier: c.mod}
		item.IsQuit = c.words == "Quit"
		menu := menus[len(menus)-1]
		menu.Items = append(menu.Items, item)
	}
	return fyne.NewMainMenu(menus...)
}

// anything lists every command that can be carried out now.
func (w *Window) anything() {
	var choices []kit.Choice
	for _, c := range commands() {
		if c.can(w) {
			choices = append(choices, kit.Choice{Words: c.words, Aside: c.keyWords(), Do: func() { c.run(w) }})
		}
	}
	if w.open != nil {
		for _, c := range w.open.Contests {
			choices = append(choices, kit.Choice{Words: c.Name, Aside: "contest", Do: func() { w.setContest(c.ID) }})
		}
	}
	w.choose("Anything", choices)
}

// showKeys shows the keyboard page.
func (w *Window) showKeys() {
	var choices []kit.Choice
	for _, c := range commands() {
		choices = append(choices, kit.Choice{Words: c.keyWords(), Aside: c.menu + ": " + c.words, Do: func() { c.run(w) }})
	}
	for _, k := range keysElsewhere {
		k.Do = func() {}
		choices = append(choices, k)
	}
	w.choose("Keys", choices)
}
