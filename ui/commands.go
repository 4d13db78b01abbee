package ui

import (
	"fyne.io/fyne/v2"

	"nightdesk/ui/shell"
)

// commands are those of the window itself: nights are opened and left, and
// what belongs to several screens.
func (w *Window) commands() []shell.Command {
	return []shell.Command{
		{Menu: "Night", Place: 10, Words: "New night…", Key: fyne.KeyN, Mod: shell.Ctrl, Do: w.newNight},
		{Menu: "Night", Place: 10, Words: "Open…", Key: fyne.KeyO, Mod: shell.Ctrl, Do: w.openNight},
		{Menu: "Night", Place: 10, Words: "Open recent…", Key: fyne.KeyO, Mod: shell.CtrlShift, Do: w.openRecent},
		{Menu: "Night", Place: 10, Words: "Night details…", Key: fyne.KeyD, Mod: shell.Ctrl, Do: w.editDetails, Needs: shell.Signing},
		{Menu: "Night", Place: 30, Words: "House rules…", Key: fyne.Key0, Mod: shell.Ctrl, Do: w.chooseRules, Needs: shell.Signing},
		{Menu: "Night", Place: 90, Words: "Quit", Key: fyne.KeyQ, Mod: shell.Ctrl, Do: w.quit},
		{Menu: "Go", Place: 30, Words: "Which to list…", Key: fyne.KeyComma, Mod: shell.Ctrl, Do: w.chooseListed, Needs: shell.ANight},
		{Menu: "Go", Place: 80, Words: "Find", Key: fyne.KeyF, Mod: shell.Ctrl, Do: w.find, Needs: shell.ANight},
		{Menu: "Go", Place: 91, Words: "Light, dark or as the system", Key: fyne.KeyB, Mod: shell.Ctrl, Do: w.nextMode},
	}
}

// Commands are those of the desk and its halves.
func (d *desk) Commands() []shell.Command {
	w := d.w
	return append([]shell.Command{
		{Menu: "Go", Place: 10, Words: "Desk", Key: fyne.Key1, Mod: shell.Ctrl, Do: func() { w.GoTo(d) }, Needs: shell.ANight},
		{Menu: "Go", Place: 60, Words: "Between count and composer", Key: fyne.KeyTab, Mod: shell.Ctrl, Do: d.other, Needs: shell.ANight},
		{Place: 8, Keys: "F6", Words: "between count and composer", Key: fyne.KeyF6, Do: d.other},
	}, append(w.countCommands(), w.writeCommands()...)...)
}

// setUpCommands are those of what the night is of.
func (w *Window) setUpCommands() []shell.Command {
	return []shell.Command{
		{Menu: "Night", Place: 20, Words: "Import results or candidates…", Key: fyne.KeyI, Mod: shell.Ctrl, Do: w.importFiles, Needs: shell.Signing},
		{Menu: "Night", Place: 20, Words: "Type in candidates…", Key: fyne.KeyI, Mod: shell.CtrlShift, Do: w.typeCandidates, Needs: shell.Signing},
		{Menu: "Night", Place: 20, Words: "Party colours…", Key: fyne.KeyB, Mod: shell.CtrlShift, Do: w.chooseColour, Needs: shell.Signing},
		{Menu: "Night", Place: 20, Words: "Past contests…", Key: fyne.Key3, Mod: shell.CtrlShift, Do: w.editHistory, Needs: shell.Signing},
		{Menu: "Count", Place: 20, Words: "Contests and councils…", Key: fyne.KeySemicolon, Mod: shell.Ctrl, Do: w.chooseContestOrCouncil, Needs: shell.Signing},
	}
}

func (w *Window) writeCommands() []shell.Command {
	entry := func(key rune) func() { return func() { w.blog.do(key) } }
	return []shell.Command{
		{Menu: "Write", Place: 10, Words: "Publish", Key: fyne.KeyReturn, Mod: shell.Ctrl, Do: func() { w.composer.publish(false) }, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Publish as key moment", Key: fyne.KeyReturn, Mod: shell.CtrlShift, Do: func() { w.composer.publish(true) }, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Preview", Key: fyne.KeyP, Mod: shell.Ctrl, Do: w.togglePreview, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Hold the draft", Key: fyne.KeyH, Mod: shell.Ctrl, Do: func() { w.composer.hold() }, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Put in a picture…", Key: fyne.KeyP, Mod: shell.CtrlShift, Do: w.pickPicture, Needs: shell.Signing},
		{Menu: "Write", Place: 10, Words: "Put in a post from elsewhere…", Key: fyne.KeyApostrophe, Mod: shell.Ctrl, Do: w.capturePost, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Figures for the text…", Key: fyne.KeyF, Mod: shell.CtrlShift, Do: w.helpOnFigures, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Draft from a pattern…", Key: fyne.KeyPeriod, Mod: shell.Ctrl, Do: w.draftFromPattern, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Sentence patterns…", Key: fyne.KeyG, Mod: shell.CtrlShift, Do: w.editPatterns, Needs: shell.Signing},
		{Menu: "Write", Place: 10, Words: "By-line of the entry…", Key: fyne.KeyJ, Mod: shell.CtrlShift, Do: w.chooseByline, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Time of the event…", Key: fyne.KeyT, Mod: shell.CtrlShift, Do: w.askHappened, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Emphasis", Key: fyne.KeyM, Mod: shell.Ctrl, Do: func() { w.composer.surround("*", "*") }, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Strong", Key: fyne.KeyM, Mod: shell.CtrlShift, Do: func() { w.composer.surround("**", "**") }, Needs: shell.Writing},
		{Menu: "Write", Place: 10, Words: "Link", Key: fyne.KeyL, Mod: shell.Ctrl, Do: func() { w.composer.link() }, Needs: shell.Writing},

		{Menu: "Entry", Words: "Edit the selected entry", Key: fyne.KeyE, Mod: shell.CtrlShift, Do: entry('e'), Needs: shell.Writing},
		{Menu: "Entry", Words: "Correct the selected entry", Key: fyne.KeyC, Mod: shell.CtrlShift, Do: entry('c'), Needs: shell.Writing},
		{Menu: "Entry", Words: "Key moment or not", Key: fyne.KeyK, Mod: shell.CtrlShift, Do: entry('k'), Needs: shell.Writing},
		{Menu: "Entry", Words: "Pin or unpin", Key: fyne.KeyL, Mod: shell.CtrlShift, Do: entry('p'), Needs: shell.Writing},
		{Menu: "Entry", Words: "Entries whose figures moved…", Key: fyne.Key1, Mod: shell.CtrlShift, Do: func() { w.blog.chooseStale() }, Needs: shell.Writing},
		{Menu: "Entry", Words: "Withdraw", Key: fyne.KeyW, Mod: shell.CtrlShift, Do: entry('w'), Needs: shell.Writing},

		{Menu: "Go", Place: 70, Words: "Timeline", Key: fyne.KeyT, Mod: shell.Ctrl, Do: w.focusTimeline, Needs: shell.ANight},

		{Place: 2, Keys: "Ctrl+V", Words: "in text: words, a picture, or the file of one; a picture can be dropped too"},
		{Place: 9, Keys: "F7  F8", Words: "in text: proof-read, then put the first mark right / leave it as it is"},
		{Place: 9, Keys: "{ and Tab", Words: "in text: put in the figure that is shown at the foot"},
		{Place: 9, Keys: "/", Words: "at the start of a line: put in a quote, picture, result, chart, figure"},
		{Place: 12, Keys: "E  T  C  P  K  L  G  W  V  Y", Words: "on an entry: edit, typo, correct, pin, key, label, tags, withdraw, versions, copy"},
	}
}

func (w *Window) countCommands() []shell.Command {
	return []shell.Command{
		{Menu: "Count", Place: 10, Words: "Next state of the count", Key: fyne.KeyN, Mod: shell.CtrlShift, Do: w.moveOn, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Recount", Key: fyne.Key9, Mod: shell.Ctrl, Do: w.recount, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "State of the count…", Key: fyne.KeyS, Mod: shell.CtrlShift, Do: w.chooseState, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Declare, or correct", Key: fyne.KeyD, Mod: shell.CtrlShift, Do: func() { w.count.declareOrCorrect() }, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Second keying, blind, or compare", Key: fyne.KeyJ, Mod: shell.Ctrl, Do: w.keySecond, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Take the declaration back…", Key: fyne.KeyU, Mod: shell.CtrlShift, Do: w.takeBack, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Rush, call or estimate…", Key: fyne.KeyY, Mod: shell.CtrlShift, Do: w.chooseFlag, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Rejected papers and figures read out…", Key: fyne.KeyR, Mod: shell.CtrlShift, Do: w.askGrounds, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Move the candidate up", Key: fyne.KeyUp, Mod: shell.CtrlShift, Do: func() { w.count.moveCandidate(-1) }, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Move the candidate down", Key: fyne.KeyDown, Mod: shell.CtrlShift, Do: func() { w.count.moveCandidate(+1) }, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Remove the candidate…", Key: fyne.KeyX, Mod: shell.CtrlShift, Do: func() { w.count.removeCandidate() }, Needs: shell.Writing},
		{Menu: "Count", Place: 10, Words: "Revisions of the result", Key: fyne.KeyZ, Mod: shell.CtrlShift, Do: w.showRevisions, Needs: shell.ANight},
		{Menu: "Count", Place: 10, Words: "Course of the count", Key: fyne.KeyH, Mod: shell.CtrlShift, Do: w.showCourse, Needs: shell.ANight},
		{Menu: "Count", Place: 10, Words: "Read back", Key: fyne.KeyR, Mod: shell.Ctrl, Do: w.readBack, Needs: shell.ANight},

		{Place: 1, Keys: "Enter or ↓ / ↑", Words: "in a vote cell: the next / the one before"},
		{Place: 1, Keys: "Ctrl+V", Words: "in a vote cell: a figure, or a whole block of figures or of names and figures"},
		{Place: 3, Keys: "F / S", Words: "in a cell whose two keyings differ: keep the first figure / take the second"},
		{Place: 5, Keys: "Esc", Words: "in a vote cell: put back the committed figure; in text: leave the field"},
	}
}
