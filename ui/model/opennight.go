package model

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// An OpenNight is a night that is open in the window: what is shown of it, and
// the one way to act on it. Its fields and methods belong to the window's
// goroutine, except where a method says otherwise; a list of it may change with
// the next act, so whoever takes one elsewhere takes Edition. Screens read the
// fields; they set Author and Contest only.
type OpenNight struct {
	Details  blog.Details
	Zone     *time.Location // of Details; UTC where that names none
	Authors  []blog.Author
	Contests []election.Contest // in the order of the night
	Councils []election.Council // by name
	History  election.History   // past contests; without rows where the night has none
	Patterns []blog.Pattern     // the night's own
	Entries  []blog.Entry       // newest published first
	Colours  map[string]string  // the night's own party colours, RRGGBB by party id
	Pictures []blog.Picture     // those that were ever used
	Profiles []blog.Profile     // the night's own ways to hand over, by name
	Handed   []blog.HandOver    // what was handed over, oldest first
	Started  int64              // when the night was made, UTC milliseconds
	Results  *Results           // what the contests come to
	ReadOnly string             // why nothing can be changed, empty where it can

	Author  string // id of the author who acts; empty where nobody does yet
	Contest string // id of the contest at hand; empty where there is none

	// Drafts keep what is being typed.
	Drafts *Drafts
	// Now is the clock.
	Now func() time.Time
	// Acts is how many acts were asked for.
	Acts int

	// Changed is called after each change, with what to show again; a nil list
	// means everything.
	Changed func([]night.Subject)
	// Kept is called when an act is in the file, Failed when one is not.
	Kept   func(at time.Time)
	Failed func(err error)

	// Live keeps the live folder; nil where none is kept. LiveTold is called
	// when the folder stands otherwise than before.
	Live      *LiveWriter
	LiveState LiveState
	LiveTold  func(was LiveState)

	// File is the night itself. It is used in Act and Ask; only its path and
	// its damage are asked for elsewhere.
	File *night.Night

	numbers map[string]int // of the entries from the oldest on, by id
	pace    LivePace
	jobs    chan func() // for the goroutine that the file belongs to
	done    chan struct{}
	closing sync.RWMutex // held to read while a job is posted
	closed  bool
	pending []night.Subject // changed by the job under way
	latest  *Results        // as last read; belongs to the goroutine of the file
	unwatch func()

	stopCheck func()        // ends the check of the file
	checked   chan struct{} // closed when it has ended
}

// Options are what a night is opened with. The zero value is for daily use.
type Options struct {
	Now  func() time.Time // the clock; nil is the system's
	Live LivePace         // when the live folder is written; zero is the usual pace
}

// New reads the night and starts to follow it. It may take as long as the
// night is large and is called off the window's goroutine.
func New(n *night.Night, with Options) (*OpenNight, error) {
	o := &OpenNight{
		File: n, ReadOnly: n.ReadOnly(), Now: with.Now, pace: cmp.Or(with.Live, usualPace),
		jobs: make(chan func(), 1024), done: make(chan struct{}),
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	o.Drafts = newDrafts(o)
	apply, err := o.readAll()
	if err != nil {
		return nil, err
	}
	apply()
	if len(o.Contests) > 0 {
		o.Contest = o.Contests[0].ID
	}
	go func() {
		for job := range o.jobs {
			job()
		}
		close(o.done)
	}()
	o.unwatch = n.Watch(func(c night.Change) {
		if !c.External {
			o.pending = append(o.pending, c.Subjects...)
			return
		}
		o.post(func() { o.show(c.Subjects, nil) })
	})
	return o, nil
}

// post hands a job to the goroutine of the file; a closed night takes none.
func (o *OpenNight) post(job func()) {
	o.closing.RLock()
	defer o.closing.RUnlock()
	if !o.closed {
		o.jobs <- job
	}
}

// Close finishes the jobs under way and closes the night.
func (o *OpenNight) Close() error {
	if o.stopCheck != nil {
		o.stopCheck()
		<-o.checked
	}
	o.Live.Close()
	o.unwatch()
	o.closing.Lock()
	o.closed = true
	close(o.jobs)
	o.closing.Unlock()
	<-o.done
	return o.File.Close()
}

// Act runs f on the night. When it is done, what it changed is read again and
// shown, and then is told how it went; both in one turn of the window.
func (o *OpenNight) Act(f func(*night.Night) error, then func(error)) {
	o.Acts++
	o.post(func() {
		o.pending = nil
		err := f(o.File)
		at := o.Now()
		o.show(o.pending, func() {
			if err != nil {
				o.Failed(err)
			} else {
				o.Kept(at)
			}
			if then != nil {
				then(err)
			}
		})
	})
}

// Ask runs f on the night without changing it, and then in the window.
func (o *OpenNight) Ask(f func(*night.Night) error, then func(error)) {
	o.post(func() {
		err := f(o.File)
		fyne.Do(func() { then(err) })
	})
}

// show reads the subjects again and shows them.
func (o *OpenNight) show(subjects []night.Subject, then func()) {
	apply, err := o.read(subjects)
	fyne.Do(func() {
		if err != nil {
			o.Failed(err)
		} else if apply != nil {
			apply()
			o.followLive(subjects) // the live page does not wait for the window
			o.Changed(subjects)
		}
		if then != nil {
			then()
		}
	})
}

// Returns are the contests and councils as they stand, in lists of their own.
func (o *OpenNight) Returns() blog.Results {
	return blog.Results{Contests: slices.Clone(o.Contests), Councils: slices.Clone(o.Councils)}
}

// Edition is the night as it is shown, in lists of its own: what leaves is
// rendered away from the window.
func (o *OpenNight) Edition() blog.Edition {
	e := o.rest()
	e.Entries = slices.Clone(o.Entries)
	return e
}

// rest is the edition without its entries.
func (o *OpenNight) rest() blog.Edition {
	return blog.Edition{
		Details: o.Details, Authors: o.Authors, Contests: slices.Clone(o.Contests),
		Councils: o.Councils, History: o.History, Patterns: o.Patterns, Pictures: o.Pictures, Colours: o.Colours,
		Profiles: o.Profiles, HandOvers: o.Handed, Started: o.Started,
	}
}

// Check looks the file over in the background: its structure and every digest.
// What it found is told in the window, unless the night is closed before.
func (o *OpenNight) Check(told func(problems []string, err error)) {
	ctx, cancel := context.WithCancel(context.Background())
	o.stopCheck, o.checked = cancel, make(chan struct{})
	go func() {
		defer close(o.checked)
		problems, err := o.File.Check(ctx, nil)
		fyne.Do(func() {
			if ctx.Err() == nil {
				told(problems, err)
			}
		})
	}()
}

// Council is the council that the contest at hand belongs to, else the first.
func (o *OpenNight) Council() (election.Council, bool) {
	if len(o.Councils) == 0 {
		return election.Council{}, false
	}
	c, _ := o.Current()
	i := slices.IndexFunc(o.Councils, func(x election.Council) bool { return x.Name == c.Group })
	return o.Councils[max(0, i)], true
}

// Picture reads a stored picture from any goroutine but that of the file.
func (o *OpenNight) Picture(id string) (data []byte, err error) {
	read := make(chan struct{})
	o.post(func() {
		data, err = o.File.Picture(id)
		close(read)
	})
	select {
	case <-read:
		return data, err
	case <-o.done:
		return nil, errors.New("the night is closed")
	}
}

// Current is the contest at hand, and whether there is one.
func (o *OpenNight) Current() (election.Contest, bool) {
	for i := range o.Contests { // a night may have many, and a contest is large
		if o.Contests[i].ID == o.Contest {
			return o.Contests[i], true
		}
	}
	return election.Contest{}, false
}

// AuthorName is an author's name, or what stands for one who is unknown.
func (o *OpenNight) AuthorName(id string) string {
	for _, a := range o.Authors {
		if a.ID == id {
			return a.Name
		}
	}
	return "The desk"
}
