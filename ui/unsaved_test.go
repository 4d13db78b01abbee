//go:build unix

package ui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// alone reports whether this is a process of the test's own, and otherwise
// runs the test in one: what fills the disk holds for a whole process.
func alone(t *testing.T) bool {
	t.Helper()
	const which = "NIGHTDESK_TEST_ALONE"
	if os.Getenv(which) == t.Name() {
		return true
	}
	c := exec.Command(os.Args[0], "-test.run=^"+strings.ReplaceAll(t.Name(), "/", "$/^")+"$")
	c.Env = append(os.Environ(), which+"="+t.Name())
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

// A disk is full here where no file may grow: nothing can be written, and all
// can be read. What the function returns makes room again.
func fillDisk(t *testing.T) (room func()) {
	t.Helper()
	var was syscall.Rlimit
	must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
	must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 0, Max: was.Max}))
	room = func() { _ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was) } // it was so before
	t.Cleanup(room)
	return room
}

// pullDrive takes the folder of the night away, as somebody does who pulls
// the stick out. What the function returns puts it back.
func pullDrive(t *testing.T, path string) (back func()) {
	t.Helper()
	folder, away := filepath.Dir(path), filepath.Dir(path)+"-pulled"
	must(t, os.Rename(folder, away))
	back = func() { _ = os.Rename(away, folder) } // a test may have put it back already
	t.Cleanup(back)
	return back
}

// troubles are what may keep a night from being written.
func troubles(t *testing.T, each func(t *testing.T, begin func(path string) (end func()))) {
	t.Run("the disk is full", func(t *testing.T) {
		if alone(t) {
			each(t, func(string) func() { return fillDisk(t) })
		}
	})
	t.Run("the drive is out", func(t *testing.T) {
		each(t, func(path string) func() { return pullDrive(t, path) })
	})
}

func (s *screen) notSaved() {
	s.t.Helper()
	s.until("the drafts have failed", func() bool { return s.composer.status.Words() == "draft not saved" })
}

func (s *screen) savedAgain() {
	s.t.Helper()
	s.until("the drafts are saved again", func() bool { return strings.HasPrefix(s.composer.status.Words(), "draft saved") })
}

func TestWhatCannotBeSavedStaysAndIsTriedAgain(t *testing.T) {
	troubles(t, func(t *testing.T, begin func(string) func()) {
		path := nightOf(t, nil)
		s := at(t, path)
		s.writes("Polls close", "The doors")
		s.savedAgain()
		end := begin(path)
		s.types(" are shut.")
		s.notSaved()
		s.says("What you write stays here and is tried again.")
		equal(t, "text", s.composer.text.Text, "The doors are shut.")
		s.types(" Counting begins.") // fails as well, and nothing says otherwise
		s.notSaved()
		equal(t, "in the file", s.draftsOf(composerGroup)["text"].Text, "The doors")
		s.taps("Save it elsewhere…")
		s.keys(fyne.KeyEscape)
		end()
		s.savedAgain()
		equal(t, "in the file", s.draftsOf(composerGroup)["text"].Text, "The doors are shut. Counting begins.")
		equal(t, "message", s.tells(), false)
		s.end()
		s = at(t, path)
		equal(t, "text after a crash", s.composer.text.Text, "The doors are shut. Counting begins.")
	})
}

func TestWhatIsHeldWithoutADiskIsNotLost(t *testing.T) {
	troubles(t, func(t *testing.T, begin func(string) func()) {
		path := nightOf(t, nil)
		s := at(t, path)
		end := begin(path)
		s.writes("Later", "When she has spoken.")
		s.chord(shell.Ctrl, fyne.KeyH)
		s.settle()
		equal(t, "status", s.composer.status.Words(), "draft not saved")
		s.taps("Held 1")
		has(t, "held", words(s.blog.list), "When she has spoken.")
		s.Focus(s.composer.text)
		s.types("Something else")
		s.notSaved()
		elsewhere := filepath.Join(t.TempDir(), "kept.md")
		s.saveElsewhere()
		s.selectAll()
		s.types(elsewhere)
		has(t, "what is saved elsewhere", s.unsavedText(), "Something else")
		has(t, "what is saved elsewhere", s.unsavedText(), "Later\n\nWhen she has spoken.")
		s.keys(fyne.KeyEscape)
		s.blog.take(s.blog.held[0])
		equal(t, "taken up", s.composer.text.Text, "When she has spoken.")
		s.types(" At last.")
		end()
		s.savedAgain()
		s.end()
		s = at(t, path)
		found := map[string]bool{}
		for _, h := range s.blog.held {
			found[h.text] = true
		}
		if !found["Something else"] || !found["When she has spoken. At last."] {
			t.Errorf("held after a crash: %+v", s.blog.held)
		}
	})
}

func TestPublishingWithoutADiskComesBack(t *testing.T) {
	troubles(t, func(t *testing.T, begin func(string) func()) {
		path := nightOf(t, nil)
		s := at(t, path)
		s.writes("Polls close", "The doors are shut.")
		end := begin(path)
		s.chord(shell.Ctrl, fyne.KeyReturn)
		s.types("The next") // begun before the failure is known
		s.until("the act has failed", func() bool { return s.Saved() == "Not saved" })
		s.settle()
		equal(t, "kicker", s.composer.kicker.Text, "Polls close")
		equal(t, "text", s.composer.text.Text, "The doors are shut.")
		equal(t, "held", len(s.blog.held), 1)
		equal(t, "held", s.blog.held[0].text, "The next")
		s.published(0)
		end()
		s.chord(shell.Ctrl, fyne.KeyReturn)
		s.published(1)
		s.until("nothing waits", func() bool { return !s.Night.Drafts.Unsaved() })
		s.end()
		s = at(t, path)
		equal(t, "composer after a crash", s.composer.text.Text, "")
		equal(t, "held after a crash", len(s.blog.held), 1)
	})
}

// A draft that could not be saved is not written any more once its entry is
// published or thrown away.
func TestWhatIsDroppedDoesNotComeBack(t *testing.T) {
	if !alone(t) {
		return
	}
	s := at(t, nightOf(t, nil))
	room := fillDisk(t)
	s.types("Too early.")
	s.notSaved()
	room()
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)
	equal(t, "waiting", s.Night.Drafts.Unsaved(), false)
	s.Night.Drafts.Flush()
	s.settle()
	equal(t, "drafts", len(s.draftsOf(composerGroup)), 0)
}

// An edit that is under way when the act before it fails is held.
func TestAnEditUnderWayOutlivesAFailedAct(t *testing.T) {
	if !alone(t) {
		return
	}
	s := twoEntries(t)
	room := fillDisk(t)
	s.types("A third.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.composer.edit(s.Night.Entries[0], night.Update)
	s.types(" Slowly.")
	s.until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.settle()
	equal(t, "composer", s.composer.text.Text, "A third.")
	equal(t, "held", len(s.blog.held), 1)
	room()
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(3)
	s.blog.take(s.blog.held[0])
	equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	texts := ""
	for _, e := range s.published(3) {
		texts += e.Text + "|"
	}
	equal(t, "entries", texts, "A third.|The hall empties. Slowly.|The hall fills.|")
}

func TestQuittingSaysWhatWouldBeLost(t *testing.T) {
	if !alone(t) {
		return
	}
	s := at(t, nightOf(t, nil))
	app := s.App.(*testApp)
	room := fillDisk(t)
	s.types("Not in the file")
	s.chord(shell.Ctrl, fyne.KeyQ)
	s.until("the window says so", func() bool {
		return s.tells() && strings.Contains(s.told(), "quits all the same")
	})
	equal(t, "quits", app.quits, 0)
	equal(t, "text", s.composer.text.Text, "Not in the file")
	room()
	s.chord(shell.Ctrl, fyne.KeyQ)
	s.until("it has quit", func() bool { return app.quits == 1 })
	s.Night = nil // it is closed
}

// What was typed in a sheet is not gone when its act fails.
func TestASheetWhoseActFailsKeepsItsWords(t *testing.T) {
	s := twoEntries(t)
	back := pullDrive(t, s.Night.File.Path())
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("w")
	s.types("It was of another hall")
	s.keys(fyne.KeyReturn)
	s.until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.says("What was typed under “Withdraw” is there when you open that again.")
	back()
	s.types("w")
	s.keys(fyne.KeyReturn)
	s.settle()
	e := s.published(2)[0]
	equal(t, "withdrawn", e.Withdrawn, true)
	acts, err := s.Night.File.History(e.ID)
	must(t, err)
	equal(t, "reason", acts[len(acts)-1].Reason, "It was of another hall")
	s.Night.Act(func(n *night.Night) error { return n.Restore("nobody", "nothing") }, nil)
	s.settle()
	hasNot(t, "a later failure", s.told(), "Withdraw”")
}
