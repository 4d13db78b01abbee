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
	"nightdesk/ui/uitest"
)

// kept chooses a live folder by keys.
func (s *screen) kept(folder string) {
	s.t.Helper()
	s.Chord(shell.Ctrl, fyne.Key4)
	s.Types("l")
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Keys(fyne.KeyBackspace)
	s.Types(folder)
	s.Keys(fyne.KeyReturn)
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
	s.Until("the page says "+words, func() bool { return strings.Contains(livePage(folder), words) })
}

func TestLiveFolderFollowsEveryPublicAct(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "Hartlepool by-election")
	s.Until("the screen says so", func() bool { return strings.Contains(uitest.Words(s.handOver.root), " · "+folder) })
	uitest.HasNot(t, "the page before the declaration", livePage(folder), "15,529")

	s.Chord(shell.Ctrl, fyne.Key1)
	s.Focus(s.composer.text)
	s.Types("The hall fills.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.shows(folder, "The hall fills.")
	c := uitest.OnlyContest(t, s.Night.File)
	s.Night.Act(func(n *night.Night) error { return n.Declare(s.Night.Author, c.ID) }, nil)
	s.shows(folder, "15,529")
}

func TestLiveFolderIsKeptAfterARestart(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "</html>")
	s.end()
	s.Take()
	uitest.Must(t, os.Remove(filepath.Join(folder, "index.html")))
	s.opens(path)
	s.shows(folder, "</html>")
	uitest.Has(t, "what the machine remembers", s.App.Preferences().String(s.liveKey()), folder)

	s.kept("")
	s.Until("no folder is kept", func() bool { return s.Night.Live == nil })
	uitest.Equal(t, "what the machine remembers of it", s.App.Preferences().String(s.liveKey()), "")
	uitest.Has(t, "the page that was there", livePage(folder), "</html>")
}

func TestLiveFolderWritesWhatIsWantedBeforeTheNightCloses(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "</html>")
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(s.Night.Author, blog.Entry{Text: "The last words."})
		return err
	}, nil)
	s.Settle()
	uitest.Must(t, s.Night.Close())
	s.Take()
	uitest.Has(t, "the page", livePage(folder), "The last words.")
	s.End()
}

func TestLiveFolderAsksBeforeItReplacesAPage(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	folder := t.TempDir()
	uitest.Must(t, os.WriteFile(filepath.Join(folder, "index.html"), []byte("somebody else’s"), 0o644))
	s.kept(folder)
	s.Until("it is asked", func() bool { return s.Above() != nil && strings.Contains(uitest.Words(s.Above()), "Replace the page") })
	s.Keys(fyne.KeyEscape)
	s.Keys(fyne.KeyTab)
	uitest.Equal(t, "the page", livePage(folder), "somebody else’s")
	uitest.Equal(t, "a folder is kept", s.Night.Live != nil, false)
	s.kept(folder)
	s.Until("it is asked again", func() bool { return s.Above() != nil && strings.Contains(uitest.Words(s.Above()), "Replace the page") })
	s.Keys(fyne.KeyReturn)
	s.shows(folder, "Hartlepool by-election")
}

func TestNoLiveFolderIsProposed(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.Key4)
	s.Types("l")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "a folder is kept", s.Night.Live != nil, false)
}

func TestLiveFolderThatIsNoneIsRefused(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	gone := filepath.Join(t.TempDir(), "gone")
	s.kept(gone)
	s.Until("it is said", func() bool {
		return s.Above() != nil && strings.Contains(uitest.Words(s.Above()), "Choose a folder that is there.")
	})
	uitest.Equal(t, "a folder is kept", s.Night.Live != nil, false)
	uitest.Equal(t, "what was typed", s.Win.Canvas().Focused().(*kit.Entry).Text, gone)
	s.Keys(fyne.KeyEscape)
	s.kept("www")
	uitest.Has(t, "the sheet", uitest.Words(s.Above()), "whole path")
}

func TestVanishedLiveFolderIsSaidAndTriedAgain(t *testing.T) {
	hurried(t, model.LivePace{Rest: time.Millisecond, Most: time.Millisecond, Retry: 10 * time.Millisecond, Look: time.Hour})
	s := at(t, uitest.NightOf(t, nil))
	folder := filepath.Join(t.TempDir(), "www")
	uitest.Must(t, os.Mkdir(folder, 0o755))
	s.kept(folder)
	s.shows(folder, "</html>")
	s.Until("the window knows", func() bool { return !s.Night.LiveState.Current.IsZero() })
	uitest.Equal(t, "said at the head while it is well", strings.Contains(uitest.Words(s.Head()), "Live page not written"), false)

	uitest.Must(t, os.RemoveAll(folder))
	s.publishes("One.")
	s.Until("it is said", func() bool { return strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	s.Says("no such file or directory. It is tried again every few seconds; readers have the page of ")
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "not written, tried again: no such file")
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made again: %v", err)
	}

	uitest.Must(t, os.Mkdir(folder, 0o755))
	s.shows(folder, "One.")
	s.Until("it is well again", func() bool { return !strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	s.Says("The live page is current again.")
}

// publishes puts an entry into the night as another process would, by an act.
func (s *screen) publishes(text string) {
	s.t.Helper()
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(author, blog.Entry{Text: text})
		return err
	}, nil)
	s.Settle()
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
	uitest.Equal(t, "written", (<-told).Err == nil, true)
	first, err := os.Stat(filepath.Join(folder, "index.html"))
	uitest.Must(t, err)

	e.Updated, e.HandOvers = 99, []blog.HandOver{{ID: "h"}}
	l.Want(e)
	e.Details.Title = "Another"
	l.Want(e)
	<-told
	if len(told) > 0 {
		t.Errorf("%d more pages than were wanted", len(told))
	}
	second, err := os.Stat(filepath.Join(folder, "index.html"))
	uitest.Must(t, err)
	uitest.Equal(t, "the file is a new one", os.SameFile(first, second), false)
	l.Close()

	again := model.NewLiveWriter(folder, patient, time.Now, nil, func(s model.LiveState) { told <- s })
	again.Want(e)
	<-told
	again.Close()
	third, err := os.Stat(filepath.Join(folder, "index.html"))
	uitest.Must(t, err)
	uitest.Equal(t, "the file was left as it was", os.SameFile(second, third), true)
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
