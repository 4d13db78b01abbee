package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// again is the desk after a crash.
func (s *screen) again() *screen {
	s.t.Helper()
	path := s.Night.File.Path()
	s.end()
	return at(s.t, path)
}

func TestACaretThatOnlyMovedComesBack(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.writes("Nearly", "The last box is here.")
	s.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	want := s.composer.text.CursorTextOffset()
	s.until("the caret is in the file", func() bool { return s.draftsOf(composerGroup)["text"].Caret == want })
	s = s.again()
	equal(t, "caret", s.composer.text.CursorTextOffset(), want)

	s.keys(fyne.KeyUp) // to the kicker
	s.keys(fyne.KeyHome, fyne.KeyRight)
	s.until("the kicker’s caret is in the file", func() bool { return s.draftsOf(composerGroup)["kicker"].Caret == 1 })
	s = s.again()
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.kicker), true)
	s.types("o")
	equal(t, "kicker", s.composer.kicker.Text, "Noearly")
	equal(t, "caret of the text", s.composer.text.CursorTextOffset(), want)
}

func TestTheNoteOfACorrectionComesBack(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.chord(shell.CtrlShift, fyne.KeyC)
	s.Focus(s.composer.note)
	s.types("It was erly.")
	s.keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	s.until("the note is in the file", func() bool { return s.draftsOf(composerGroup)["note"].Caret == len("It was e") })
	s = s.again()
	s.types("a")
	equal(t, "note", s.composer.note.Text, "It was early.")
}

// A mark is shown until somebody acts on it, however long the drafts take.
func TestDraftsLeaveWhatAMarkSays(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("A majority of 7,940.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	s.Night.Drafts.Flush()
	s.settle()
	s.keys(fyne.KeyLeft)
	s.Night.Drafts.Flush()
	s.settle()
	has(t, "status", s.composer.status.Words(), "again publishes")
}

func TestAHeldEntryInHandComesBack(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.writes("Later", "When she has spoken.")
	s.chord(shell.Ctrl, fyne.KeyH)
	s.settle()
	s.blog.take(s.blog.held[0])
	s.types(" At last.")
	s.until("it is in the file", func() bool { return s.draftsOf(s.composer.group)["text"].Text == "When she has spoken. At last." })
	s = s.again()
	s.says("What was being written is back")
	equal(t, "kicker", s.composer.kicker.Text, "Later")
	equal(t, "text", s.composer.text.Text, "When she has spoken. At last.")
	equal(t, "held", len(s.blog.held), 1)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)
	s = s.again()
	equal(t, "composer", s.composer.text.Text, "")
	equal(t, "held", len(s.blog.held), 0)
}

func TestAHeldEntryThatIsEmptiedIsGone(t *testing.T) {
	s := at(t, nightOf(t, nil))
	for _, text := range []string{"One.", "Two."} {
		s.types(text)
		s.chord(shell.Ctrl, fyne.KeyH)
		s.Focus(s.composer.text)
	}
	s.settle()
	s.blog.take(s.blog.held[0])
	s.selectAll()
	s.keys(fyne.KeyBackspace)
	s.blog.take(s.blog.held[1])
	s.settle()
	equal(t, "composer", s.composer.text.Text, "Two.")
	equal(t, "held", len(s.blog.held), 1)
}

func TestTheEntryInHandIsNotThrownAway(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("One.")
	s.chord(shell.Ctrl, fyne.KeyH)
	s.settle()
	s.blog.take(s.blog.held[0])
	s.settle()
	s.taps("Held 1")
	s.Focus(s.blog.list)
	s.types("w")
	s.says("That one is in the composer")
	s.settle()
	equal(t, "held", len(s.blog.held), 1)
	equal(t, "composer", s.composer.text.Text, "One.")
}

func TestAChangeCanBeHeld(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.chord(shell.CtrlShift, fyne.KeyC)
	s.types(" Slowly.")
	s.Focus(s.composer.note)
	s.types("It was slow.")
	s.chord(shell.Ctrl, fyne.KeyH)
	s.settle()
	equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	s.types("Something new.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(3)
	s.blog.take(s.blog.held[0])
	equal(t, "kind", s.composer.kind, night.Correction)
	equal(t, "note", s.composer.note.Text, "It was slow.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(3)[1]
	equal(t, "text", e.Text, "The hall empties. Slowly.")
	equal(t, "corrections", len(e.Corrections), 1)
}

// The words of a correction and a new by-line are changes too.
func TestNotesAndByLinesAreNotLost(t *testing.T) {
	for name, change := range map[string]func(*screen){
		"a note":      func(s *screen) { s.Focus(s.composer.note); s.types("It was not so.") },
		"the time":    func(s *screen) { s.composer.setByline(s.composer.by.authors, 1620342000000) },
		"the by-line": func(s *screen) { s.composer.setByline([]string{"somebody"}, 0) },
	} {
		s := twoEntries(t)
		s.chord(shell.Ctrl, fyne.KeyT)
		s.chord(shell.CtrlShift, fyne.KeyC)
		first := s.composer.editing
		change(s)
		s.blog.list.Select(1)
		s.chord(shell.CtrlShift, fyne.KeyE)
		equal(t, "after "+name+": editing", s.composer.editing, first)
		s.says("A change to an entry is in the composer")
	}
}

func TestAnUnchangedEditLeavesNoDraft(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyLeft)
	s.Night.Drafts.Flush()
	s.settle()
	s.blog.list.Select(1)
	s.chord(shell.CtrlShift, fyne.KeyE)
	equal(t, "text", s.composer.text.Text, "The hall fills.")
	s.composer.hold()
	s.settle()
	equal(t, "held", len(s.blog.held), 0)
	s = s.again()
	equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
}
