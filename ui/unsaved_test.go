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
	"nightdesk/ui/uitest"
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
	uitest.Must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
	uitest.Must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 0, Max: was.Max}))
	room = func() { _ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was) } // it was so before
	t.Cleanup(room)
	return room
}

// pullDrive takes the folder of the night away, as somebody does who pulls
// the stick out. What the function returns puts it back.
func pullDrive(t *testing.T, path string) (back func()) {
	t.Helper()
	folder, away := filepath.Dir(path), filepath.Dir(path)+"-pulled"
	uitest.Must(t, os.Rename(folder, away))
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
	s.Until("the drafts have failed", func() bool { return s.composer.status.Words() == "draft not saved" })
}

func (s *screen) savedAgain() {
	s.t.Helper()
	s.Until("the drafts are saved again", func() bool { return strings.HasPrefix(s.composer.status.Words(), "draft saved") })
}

func TestWhatCannotBeSavedStaysAndIsTriedAgain(t *testing.T) {
	troubles(t, func(t *testing.T, begin func(string) func()) {
		path := uitest.NightOf(t, nil)
		s := at(t, path)
		s.writes("Polls close", "The doors")
		s.savedAgain()
		end := begin(path)
		s.Types(" are shut.")
		s.notSaved()
		s.Says("What you write stays here and is tried again.")
		uitest.Equal(t, "text", s.composer.text.Text, "The doors are shut.")
		s.Types(" Counting begins.") // fails as well, and nothing says otherwise
		s.notSaved()
		uitest.Equal(t, "in the file", s.DraftsOf(composerGroup)["text"].Text, "The doors")
		s.Taps("Save it elsewhere…")
		s.Keys(fyne.KeyEscape)
		end()
		s.savedAgain()
		uitest.Equal(t, "in the file", s.DraftsOf(composerGroup)["text"].Text, "The doors are shut. Counting begins.")
		uitest.Equal(t, "message", s.Tells(), false)
		s.end()
		s = at(t, path)
		uitest.Equal(t, "text after a crash", s.composer.text.Text, "The doors are shut. Counting begins.")
	})
}

func TestWhatIsHeldWithoutADiskIsNotLost(t *testing.T) {
	troubles(t, func(t *testing.T, begin func(string) func()) {
		path := uitest.NightOf(t, nil)
		s := at(t, path)
		end := begin(path)
		s.writes("Later", "When she has spoken.")
		s.Chord(shell.Ctrl, fyne.KeyH)
		s.Settle()
		uitest.Equal(t, "status", s.composer.status.Words(), "draft not saved")
		s.Taps("Held 1")
		uitest.Has(t, "held", uitest.Words(s.blog.list), "When she has spoken.")
		s.Focus(s.composer.text)
		s.Types("Something else")
		s.notSaved()
		elsewhere := filepath.Join(t.TempDir(), "kept.md")
		s.saveElsewhere()
		s.SelectAll()
		s.Types(elsewhere)
		uitest.Has(t, "what is saved elsewhere", s.unsavedText(), "Something else")
		uitest.Has(t, "what is saved elsewhere", s.unsavedText(), "Later\n\nWhen she has spoken.")
		s.Keys(fyne.KeyEscape)
		s.blog.take(s.blog.held[0])
		uitest.Equal(t, "taken up", s.composer.text.Text, "When she has spoken.")
		s.Types(" At last.")
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
		path := uitest.NightOf(t, nil)
		s := at(t, path)
		s.writes("Polls close", "The doors are shut.")
		end := begin(path)
		s.Chord(shell.Ctrl, fyne.KeyReturn)
		s.Types("The next") // begun before the failure is known
		s.Until("the act has failed", func() bool { return s.Saved() == "Not saved" })
		s.Settle()
		uitest.Equal(t, "kicker", s.composer.kicker.Text, "Polls close")
		uitest.Equal(t, "text", s.composer.text.Text, "The doors are shut.")
		uitest.Equal(t, "held", len(s.blog.held), 1)
		uitest.Equal(t, "held", s.blog.held[0].text, "The next")
		s.Published(0)
		end()
		s.Chord(shell.Ctrl, fyne.KeyReturn)
		s.Published(1)
		s.Until("nothing waits", func() bool { return !s.Night.Drafts.Unsaved() })
		s.end()
		s = at(t, path)
		uitest.Equal(t, "composer after a crash", s.composer.text.Text, "")
		uitest.Equal(t, "held after a crash", len(s.blog.held), 1)
	})
}

// A draft that could not be saved is not written any more once its entry is
// published or thrown away.
func TestWhatIsDroppedDoesNotComeBack(t *testing.T) {
	if !alone(t) {
		return
	}
	s := at(t, uitest.NightOf(t, nil))
	room := fillDisk(t)
	s.Types("Too early.")
	s.notSaved()
	room()
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	uitest.Equal(t, "waiting", s.Night.Drafts.Unsaved(), false)
	s.Night.Drafts.Flush()
	s.Settle()
	uitest.Equal(t, "drafts", len(s.DraftsOf(composerGroup)), 0)
}

// An edit that is under way when the act before it fails is held.
func TestAnEditUnderWayOutlivesAFailedAct(t *testing.T) {
	if !alone(t) {
		return
	}
	s := twoEntries(t)
	room := fillDisk(t)
	s.Types("A third.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.composer.edit(s.Night.Entries[0], night.Update)
	s.Types(" Slowly.")
	s.Until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.Settle()
	uitest.Equal(t, "composer", s.composer.text.Text, "A third.")
	uitest.Equal(t, "held", len(s.blog.held), 1)
	room()
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(3)
	s.blog.take(s.blog.held[0])
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	texts := ""
	for _, e := range s.Published(3) {
		texts += e.Text + "|"
	}
	uitest.Equal(t, "entries", texts, "A third.|The hall empties. Slowly.|The hall fills.|")
}

func TestQuittingSaysWhatWouldBeLost(t *testing.T) {
	if !alone(t) {
		return
	}
	s := at(t, uitest.NightOf(t, nil))
	room := fillDisk(t)
	s.Types("Not in the file")
	s.Chord(shell.Ctrl, fyne.KeyQ)
	s.Until("the window says so", func() bool {
		return s.Tells() && strings.Contains(s.Told(), "quits all the same")
	})
	uitest.Equal(t, "quits", s.Quits(), 0)
	uitest.Equal(t, "text", s.composer.text.Text, "Not in the file")
	room()
	s.Chord(shell.Ctrl, fyne.KeyQ)
	s.Until("it has quit", func() bool { return s.Quits() == 1 })
	s.Night = nil // it is closed
}

// What was typed in a sheet is not gone when its act fails.
func TestASheetWhoseActFailsKeepsItsWords(t *testing.T) {
	s := twoEntries(t)
	back := pullDrive(t, s.Night.File.Path())
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("w")
	s.Types("It was of another hall")
	s.Keys(fyne.KeyReturn)
	s.Until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.Says("What was typed under “Withdraw” is there when you open that again.")
	back()
	s.Types("w")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	e := s.Published(2)[0]
	uitest.Equal(t, "withdrawn", e.Withdrawn, true)
	acts, err := s.Night.File.History(e.ID)
	uitest.Must(t, err)
	uitest.Equal(t, "reason", acts[len(acts)-1].Reason, "It was of another hall")
	s.Night.Act(func(n *night.Night) error { return n.Restore("nobody", "nothing") }, nil)
	s.Settle()
	uitest.HasNot(t, "a later failure", s.Told(), "Withdraw”")
}
