package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// TestWindowHandOver is a producer's night by keys alone: a live folder is
// kept, the blog is handed over, an entry is corrected, and what is new since
// is that entry, to be replaced.
func TestWindowHandOver(t *testing.T) {
	screenOr(t)
	w := newWorld(t)
	path := filepath.Join(w.home, "nights", "Hartlepool.night")
	w.must(os.MkdirAll(filepath.Dir(path), 0o700))
	corrected := w.writtenNight(path)
	live, out := filepath.Join(w.home, "live"), filepath.Join(w.home, "out", "new.html")
	w.must(os.MkdirAll(live, 0o700))

	a := w.start("Hartlepool by-election – Nightdesk", path)
	a.keys("ctrl+4", "l", "ctrl+a")
	a.line(live)
	a.onDisk(filepath.Join(live, "index.html"), "The hall opens at nine.", "")
	a.shoot("31-hand-over")
	a.keys("Down", "n") // the HTML fragment
	a.handedOver(path, 1)
	a.shoot("32-handed-over")

	a.keys("ctrl+t", "Down", "c", "ctrl+a")
	a.types("The hall opens at ten.")
	a.keys("ctrl+Return")
	a.types("It opens at ten, not at nine.")
	a.keys("ctrl+Return")
	a.in(path, "the correction", func(n *night.Night) (bool, error) {
		e, err := n.Entry(corrected)
		return err == nil && len(e.Corrections) == 1, err
	})
	a.onDisk(filepath.Join(live, "index.html"), "The hall opens at ten.", "The hall opens at nine.")
	a.shoot("33-changed-since")

	a.keys("ctrl+4", "f", "ctrl+a")
	a.line(out)
	given := a.handedOver(path, 2)
	entries := 0
	for _, i := range given.Items {
		if i.Kind == blog.EntryItem {
			entries++
		}
		if i.Kind == blog.EntryItem && i.ID != corrected || i.Kind == blog.HeadlineItem {
			a.Errorf("what was not changed is given again: %+v", i)
		}
	}
	if entries != 1 || given.Whole {
		a.Errorf("%d entries are given, all of it: %v", entries, given.Whole)
	}
	a.onDisk(out, "The hall opens at ten.", "The boxes are here.")
	data, err := os.ReadFile(out)
	w.must(err)
	if n := strings.Count(string(data), "REPLACES"); n != 1 || !strings.Contains(string(data), "REPLACES e-"+corrected) {
		a.Errorf("REPLACES stands %d times in what is new:\n%s", n, data)
	}
	a.shoot("34-replaces")
	a.keys("ctrl+q")
	a.left()
	w.alone(path)
}

// writtenNight makes a night with two entries and answers the id of the older.
func (w *world) writtenNight(path string) string {
	w.Helper()
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Headline: "Hartlepool by-election", Zone: "Europe/London"}, w.options)
	w.must(err)
	author, err := n.AddAuthor("", blog.Author{Name: "Ann Reed", Initials: "AR"})
	w.must(err)
	first, err := n.Publish(author, blog.Entry{Kicker: "Doors", Text: "The hall opens at nine."})
	w.must(err)
	_, err = n.Publish(author, blog.Entry{Kicker: "Boxes", Text: "The boxes are here."})
	w.must(err)
	w.must(n.Close())
	return first.ID
}

// handedOver waits until so many hand-overs are in the file, and gives the
// last.
func (a *program) handedOver(path string, count int) blog.HandOver {
	a.Helper()
	var last blog.HandOver
	a.in(path, fmt.Sprint(count, " hand-overs"), func(n *night.Night) (bool, error) {
		all, err := n.HandOvers()
		if len(all) == count {
			last = all[count-1]
		}
		return len(all) == count, err
	})
	return last
}

// onDisk waits until a file says one thing and not another.
func (a *program) onDisk(path, says, not string) {
	a.Helper()
	a.until(filepath.Base(path)+" with “"+says+"”", func() (bool, error) {
		data, err := os.ReadFile(path)
		return strings.Contains(string(data), says) && (not == "" || !strings.Contains(string(data), not)), err
	})
}
