package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// kept chooses a live folder by keys.
func (s *screen) kept(folder string) {
	s.t.Helper()
	s.chord(shell.Ctrl, fyne.Key4)
	s.types("l")
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.keys(fyne.KeyBackspace)
	s.types(folder)
	s.keys(fyne.KeyReturn)
}

// livePage is the page in a live folder, empty where there is none.
func livePage(folder string) string {
	data, err := os.ReadFile(filepath.Join(folder, "index.html"))
	if err != nil {
		return ""
	}
	return string(data)
}

// shows waits until the page in the folder says something.
func (s *screen) shows(folder, words string) {
	s.t.Helper()
	s.until("the page says "+words, func() bool { return strings.Contains(livePage(folder), words) })
}

func TestLiveFolderFollowsEveryPublicAct(t *testing.T) {
	s := at(t, keyedNight(t))
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "Hartlepool by-election")
	s.until("the screen says so", func() bool { return strings.Contains(words(s.handOver.root), " · "+folder) })
	hasNot(t, "the page before the declaration", livePage(folder), "15,529")

	s.chord(shell.Ctrl, fyne.Key1)
	s.Focus(s.composer.text)
	s.types("The hall fills.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.shows(folder, "The hall fills.")
	c := onlyContest(t, s.Night.File)
	s.Night.Act(func(n *night.Night) error { return n.Declare(s.Night.Author, c.ID) }, nil)
	s.shows(folder, "15,529")
}

func TestLiveFolderIsKeptAfterARestart(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "</html>")
	s.end()
	s.turns.take()
	must(t, os.Remove(filepath.Join(folder, "index.html")))
	s.opens(path)
	s.shows(folder, "</html>")
	has(t, "what the machine remembers", s.App.Preferences().String(s.liveKey()), folder)

	s.kept("")
	s.until("no folder is kept", func() bool { return s.Night.Live == nil })
	equal(t, "what the machine remembers of it", s.App.Preferences().String(s.liveKey()), "")
	has(t, "the page that was there", livePage(folder), "</html>")
}

func TestLiveFolderWritesWhatIsWantedBeforeTheNightCloses(t *testing.T) {
	s := at(t, nightOf(t, nil))
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "</html>")
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(s.Night.Author, blog.Entry{Text: "The last words."})
		return err
	}, nil)
	s.settle()
	must(t, s.Night.Close())
	s.turns.take()
	has(t, "the page", livePage(folder), "The last words.")
	s.End()
}

func TestLiveFolderAsksBeforeItReplacesAPage(t *testing.T) {
	s := at(t, nightOf(t, nil))
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "index.html"), []byte("somebody else’s"), 0o644))
	s.kept(folder)
	s.until("it is asked", func() bool { return s.above() != nil && strings.Contains(words(s.above()), "Replace the page") })
	s.keys(fyne.KeyEscape)
	s.keys(fyne.KeyTab)
	equal(t, "the page", livePage(folder), "somebody else’s")
	equal(t, "a folder is kept", s.Night.Live != nil, false)
	s.kept(folder)
	s.until("it is asked again", func() bool { return s.above() != nil && strings.Contains(words(s.above()), "Replace the page") })
	s.keys(fyne.KeyReturn)
	s.shows(folder, "Hartlepool by-election")
}

func TestNoLiveFolderIsProposed(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.Ctrl, fyne.Key4)
	s.types("l")
	s.keys(fyne.KeyReturn)
	equal(t, "a folder is kept", s.Night.Live != nil, false)
}

func TestLiveFolderThatIsNoneIsRefused(t *testing.T) {
	s := at(t, nightOf(t, nil))
	gone := filepath.Join(t.TempDir(), "gone")
	s.kept(gone)
	s.until("it is said", func() bool {
		return s.above() != nil && strings.Contains(words(s.above()), "Choose a folder that is there.")
	})
	equal(t, "a folder is kept", s.Night.Live != nil, false)
	equal(t, "what was typed", s.Win.Canvas().Focused().(*kit.Entry).Text, gone)
	s.keys(fyne.KeyEscape)
	s.kept("www")
	has(t, "the sheet", words(s.above()), "whole path")
}

func TestVanishedLiveFolderIsSaidAndTriedAgain(t *testing.T) {
	hurried(t, model.LivePace{Rest: time.Millisecond, Most: time.Millisecond, Retry: 10 * time.Millisecond, Look: time.Hour})
	s := at(t, nightOf(t, nil))
	folder := filepath.Join(t.TempDir(), "www")
	must(t, os.Mkdir(folder, 0o755))
	s.kept(folder)
	s.shows(folder, "</html>")
	s.until("the window knows", func() bool { return !s.Night.LiveState.Current.IsZero() })
	equal(t, "said at the head while it is well", strings.Contains(words(s.head()), "Live page not written"), false)

	must(t, os.RemoveAll(folder))
	s.publishes("One.")
	s.until("it is said", func() bool { return strings.Contains(words(s.head()), "Live page not written") })
	s.says("no such file or directory. It is tried again every few seconds; readers have the page of ")
	has(t, "the screen", words(s.handOver.root), "not written, tried again: no such file")
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made again: %v", err)
	}

	must(t, os.Mkdir(folder, 0o755))
	s.shows(folder, "One.")
	s.until("it is well again", func() bool { return !strings.Contains(words(s.head()), "Live page not written") })
	s.says("The live page is current again.")
}

// publishes puts an entry into the night as another process would, by an act.
func (s *screen) publishes(text string) {
	s.t.Helper()
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(author, blog.Entry{Text: text})
		return err
	}, nil)
	s.settle()
}

// hurried keeps live folders at another pace for a test.
func hurried(t testing.TB, pace model.LivePace) {
	usual := openedWith
	openedWith.Live = pace
	t.Cleanup(func() { openedWith = usual })
}

// patient is a pace at which nothing is tried or looked at again.
var patient = model.LivePace{Rest: 10 * time.Millisecond, Most: 40 * time.Millisecond, Retry: time.Hour, Look: time.Hour}

// An edition that changes nothing for readers, and files that are there as
// they should be, are not written.
func TestLiveWriterWritesOnlyWhatChanged(t *testing.T) {
	folder := t.TempDir()
	told := make(chan model.LiveState, 100)
	l := model.NewLiveWriter(folder, patient, time.Now, nil, func(s model.LiveState) { told <- s })
	e := blog.Edition{Details: blog.Details{Title: "T", Zone: "UTC"}, Started: 1}
	l.Want(e)
	equal(t, "written", (<-told).Err == nil, true)
	first, err := os.Stat(filepath.Join(folder, "index.html"))
	must(t, err)

	e.Updated, e.HandOvers = 99, []blog.HandOver{{ID: "h"}}
	l.Want(e)
	e.Details.Title = "Another"
	l.Want(e)
	<-told
	if len(told) > 0 {
		t.Errorf("%d more pages than were wanted", len(told))
	}
	second, err := os.Stat(filepath.Join(folder, "index.html"))
	must(t, err)
	equal(t, "the file is a new one", os.SameFile(first, second), false)
	l.Close()

	again := model.NewLiveWriter(folder, patient, time.Now, nil, func(s model.LiveState) { told <- s })
	again.Want(e)
	<-told
	again.Close()
	third, err := os.Stat(filepath.Join(folder, "index.html"))
	must(t, err)
	equal(t, "the file was left as it was", os.SameFile(second, third), true)
}

// A page that could not be written because of its pictures is none.
func TestLiveWriterTellsWhyAPictureIsMissing(t *testing.T) {
	told := make(chan model.LiveState, 100)
	l := model.NewLiveWriter(t.TempDir(), patient, time.Now, func(string) ([]byte, error) { return nil, errors.New("damaged") }, func(s model.LiveState) { told <- s })
	defer l.Close()
	id := strings.Repeat("ab", 32)
	l.Want(blog.Edition{Details: blog.Details{Title: "T", Zone: "UTC"}, Pictures: []blog.Picture{{ID: id, MediaType: "image/png", Width: 1, Height: 1}},
		Entries: []blog.Entry{{ID: "e1", Text: "@picture " + id + " | A | B | C", Published: 1, Updated: 1}}})
	if s := <-told; s.Err == nil || !strings.Contains(s.Err.Error(), "damaged") {
		t.Errorf("it was told %v", s.Err)
	}
}
