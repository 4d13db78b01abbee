package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// again is the desk after a crash.
func (s *screen) again() *screen {
	s.t.Helper()
	path := s.Night.File.Path()
	s.end()
	return at(s.t, path)
}

func TestACaretThatOnlyMovedComesBack(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.writes("Nearly", "The last box is here.")
	s.Keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	want := s.composer.text.CursorTextOffset()
	s.Until("the caret is in the file", func() bool { return s.DraftsOf(composerGroup)["text"].Caret == want })
	s = s.again()
	uitest.Equal(t, "caret", s.composer.text.CursorTextOffset(), want)

	s.Keys(fyne.KeyUp) // to the kicker
	s.Keys(fyne.KeyHome, fyne.KeyRight)
	s.Until("the kicker’s caret is in the file", func() bool { return s.DraftsOf(composerGroup)["kicker"].Caret == 1 })
	s = s.again()
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.kicker), true)
	s.Types("o")
	uitest.Equal(t, "kicker", s.composer.kicker.Text, "Noearly")
	uitest.Equal(t, "caret of the text", s.composer.text.CursorTextOffset(), want)
}

func TestTheNoteOfACorrectionComesBack(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Chord(shell.CtrlShift, fyne.KeyC)
	s.Focus(s.composer.note)
	s.Types("It was erly.")
	s.Keys(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	s.Until("the note is in the file", func() bool { return s.DraftsOf(composerGroup)["note"].Caret == len("It was e") })
	s = s.again()
	s.Types("a")
	uitest.Equal(t, "note", s.composer.note.Text, "It was early.")
}

// A mark is shown until somebody acts on it, however long the drafts take.
func TestDraftsLeaveWhatAMarkSays(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("A majority of 7,940.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	s.Night.Drafts.Flush()
	s.Settle()
	s.Keys(fyne.KeyLeft)
	s.Night.Drafts.Flush()
	s.Settle()
	uitest.Has(t, "status", s.composer.status.Words(), "again publishes")
}

func TestAHeldEntryInHandComesBack(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.writes("Later", "When she has spoken.")
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.Settle()
	s.blog.take(s.blog.held[0])
	s.Types(" At last.")
	s.Until("it is in the file", func() bool { return s.DraftsOf(s.composer.group)["text"].Text == "When she has spoken. At last." })
	s = s.again()
	s.Says("What was being written is back")
	uitest.Equal(t, "kicker", s.composer.kicker.Text, "Later")
	uitest.Equal(t, "text", s.composer.text.Text, "When she has spoken. At last.")
	uitest.Equal(t, "held", len(s.blog.held), 1)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	s = s.again()
	uitest.Equal(t, "composer", s.composer.text.Text, "")
	uitest.Equal(t, "held", len(s.blog.held), 0)
}

func TestAHeldEntryThatIsEmptiedIsGone(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	for _, text := range []string{"One.", "Two."} {
		s.Types(text)
		s.Chord(shell.Ctrl, fyne.KeyH)
		s.Focus(s.composer.text)
	}
	s.Settle()
	s.blog.take(s.blog.held[0])
	s.SelectAll()
	s.Keys(fyne.KeyBackspace)
	s.blog.take(s.blog.held[1])
	s.Settle()
	uitest.Equal(t, "composer", s.composer.text.Text, "Two.")
	uitest.Equal(t, "held", len(s.blog.held), 1)
}

func TestTheEntryInHandIsNotThrownAway(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("One.")
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.Settle()
	s.blog.take(s.blog.held[0])
	s.Settle()
	s.Taps("Held 1")
	s.Focus(s.blog.list)
	s.Types("w")
	s.Says("That one is in the composer")
	s.Settle()
	uitest.Equal(t, "held", len(s.blog.held), 1)
	uitest.Equal(t, "composer", s.composer.text.Text, "One.")
}

func TestAChangeCanBeHeld(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Chord(shell.CtrlShift, fyne.KeyC)
	s.Types(" Slowly.")
	s.Focus(s.composer.note)
	s.Types("It was slow.")
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.Settle()
	uitest.Equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	s.Types("Something new.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(3)
	s.blog.take(s.blog.held[0])
	uitest.Equal(t, "kind", s.composer.kind, night.Correction)
	uitest.Equal(t, "note", s.composer.note.Text, "It was slow.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(3)[1]
	uitest.Equal(t, "text", e.Text, "The hall empties. Slowly.")
	uitest.Equal(t, "corrections", len(e.Corrections), 1)
}

// The words of a correction and a new by-line are changes too.
func TestNotesAndByLinesAreNotLost(t *testing.T) {
	for name, change := range map[string]func(*screen){
		"a note":      func(s *screen) { s.Focus(s.composer.note); s.Types("It was not so.") },
		"the time":    func(s *screen) { s.composer.setByline(s.composer.by.authors, 1620342000000) },
		"the by-line": func(s *screen) { s.composer.setByline([]string{"somebody"}, 0) },
	} {
		s := twoEntries(t)
		s.Chord(shell.Ctrl, fyne.KeyT)
		s.Chord(shell.CtrlShift, fyne.KeyC)
		first := s.composer.editing
		change(s)
		s.blog.list.Select(1)
		s.Chord(shell.CtrlShift, fyne.KeyE)
		uitest.Equal(t, "after "+name+": editing", s.composer.editing, first)
		s.Says("A change to an entry is in the composer")
	}
}

func TestAnUnchangedEditLeavesNoDraft(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyLeft)
	s.Night.Drafts.Flush()
	s.Settle()
	s.blog.list.Select(1)
	s.Chord(shell.CtrlShift, fyne.KeyE)
	uitest.Equal(t, "text", s.composer.text.Text, "The hall fills.")
	s.composer.hold()
	s.Settle()
	uitest.Equal(t, "held", len(s.blog.held), 0)
	s = s.again()
	uitest.Equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
}
