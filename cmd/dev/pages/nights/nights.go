// Package nights makes the nights that the page checks and the pinned outputs
// are made of. Each is made as a desk makes it, by the acts of data/night, so that
// the command line exports it as it does any other; all of it is invented.
//
//	sample.night     the sample night
//	every.night      one of everything that a page can hold
//	rehearsal.night  the same, as a rehearsal
//	thousand.night   a thousand entries
//
// General, Imported and HandedOver make others, for the pinned outputs alone.
//
// Beside each it writes, in a folder of its name, pasted.txt: what
// publish.Pasted says that WordPress keeps of the fragment called fragment.
//
// It promises the same words, figures and times each time; only ids differ.
// What is there already under one of the names stops it.
package nights

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"nightdesk/assets/sample"
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// everyDetails are the details of the night of everything.
func everyDetails() blog.Details {
	return blog.Details{
		Title: "Mereshire elections", Place: "Northmere Corn Exchange", Zone: "Europe/London",
		Headline:   "Mereshire votes: “one of everything” – a count & its £20 tea < as it happened",
		Standfirst: "Two seats, a council and a tie, with a word for each of them. None of it is real.",
		Publisher:  "The Mereshire Mercury & Advertiser", Address: "https://mercury.example/live/mereshire?year=2024&page=1", Language: "en-GB",
		Struck: true,
	}
}

// Make makes the first four of them in a folder.
func Make(dir string) error {
	details := everyDetails()
	rehearsal := details
	rehearsal.Rehearsal, rehearsal.OldestFirst, rehearsal.Struck = true, true, false
	if err := errors.Join(sample.Build(filepath.Join(dir, "sample.night")), writePasted(dir, "sample")); err != nil {
		return err
	}
	for _, one := range []struct {
		name    string
		details blog.Details
		fill    func(*desk)
	}{
		{"every", details, (*desk).everything},
		{"rehearsal", rehearsal, (*desk).everything},
		{"thousand", blog.Details{Title: "A thousand entries", Zone: "Europe/London", Address: "https://mercury.example/live/thousand"}, (*desk).thousand},
	} {
		if err := makeNight(filepath.Join(dir, one.name+".night"), one.details, one.fill); err != nil {
			return fmt.Errorf("making the night %s: %w", one.name, err)
		}
		if err := writePasted(dir, one.name); err != nil {
			return err
		}
	}
	return nil
}

// writePasted writes what is said to be kept of a night's fragment.
func writePasted(dir, name string) error {
	n, err := night.View(filepath.Join(dir, name+".night"), night.Options{})
	if err != nil {
		return err
	}
	defer n.Close()
	e, err := n.Edition(night.Moment{})
	if err != nil {
		return err
	}
	kept, err := publish.Pasted(e, publish.Options{Name: "fragment", Pictures: n.Picture})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name, "pasted.txt"), kept, 0o644)
}

// makeNight makes a night and lets it be filled. It leaves no locks and no
// backups in the user's folders.
func makeNight(path string, details blog.Details, fill func(*desk)) (err error) {
	aside, err := os.MkdirTemp("", "nightdesk-pages-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	d := &desk{}
	d.now.Store(time.Date(2024, 5, 2, 20, 30, 0, 0, time.UTC).UnixMilli())
	n, err := night.Create(path, details, night.Options{
		Now:       func() time.Time { return time.UnixMilli(d.now.Load()) },
		StateDir:  filepath.Join(aside, "state"),
		BackupDir: filepath.Join(aside, "backups"),
	})
	if err != nil {
		return err
	}
	d.Night = n
	d.ann = d.joins("Ann Tester", "AT")
	d.ben = d.joins("Ben O’Siân-Łukasiewicz", "BŁ")
	fill(d)
	return errors.Join(d.err, n.Close())
}

// A desk makes one night. After the first act that fails, which err is, it
// does nothing more.
type desk struct {
	*night.Night
	now      atomic.Int64 // what its clock says, UTC milliseconds; a night may read it from any goroutine
	ann, ben string       // ids of its authors
	err      error
}

// do is an act of the desk, a minute after the one before.
func (d *desk) do(act func() error) {
	if d.err == nil {
		d.now.Add(time.Minute.Milliseconds())
		d.err = act()
	}
}

func (d *desk) joins(name, initials string) (id string) {
	d.do(func() (err error) {
		id, err = d.AddAuthor("", blog.Author{Name: name, Initials: initials})
		return err
	})
	return id
}
