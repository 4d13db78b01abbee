package ui

import (
	"errors"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// desk is an open night: what is shown of it, and the one way to act on it.
// Its fields belong to the window's goroutine; the night itself is used only
// from the desk's own goroutine, one job after another.
type desk struct {
	details  blog.Details
	zone     *time.Location
	authors  []blog.Author
	contests []election.Contest // in the order of the night
	councils []election.Council // by name
	history  election.History   // of past contests, without rows where the desk keeps none
	patterns []blog.Pattern     // the desk's own
	entries  []blog.Entry       // newest published first
	room     []blog.Entry       // ends with the entries; what is before them is free
	numbers  map[string]int     // of the entries from the oldest on, by id
	colours  map[string]string  // the desk's own party colours
	pictures []blog.Picture     // those that were ever used
	profiles []blog.Profile     // the desk's own ways to hand over, by name
	handed   []blog.HandOver    // what was handed over, oldest first
	started  int64              // when the night was made, UTC milliseconds
	results  *results           // what the contests come to
	readOnly string             // why nothing can be changed, empty where it can

	author  string // id of the author who acts
	contest string // id of the contest at hand

	// changed is told after each change what to show again; a nil list means
	// everything.
	changed func([]night.Subject)
	// kept is told when an act is in the file, failed when one is not.
	kept   func(at time.Time)
	failed func(err error)

	live      *liveWriter // nil where no folder is kept
	liveState liveState

	night   *night.Night
	jobs    chan func()
	done    chan struct{}
	closing sync.RWMutex // held to read while a job is posted
	closed  bool
	acts    int             // how many were asked for
	pending []night.Subject // changed by the job under way
	latest  *results        // as last read; the desk's goroutine's own
	unwatch func()

	stopCheck func()        // ends the check of the file
	checked   chan struct{} // closed when it has ended
}

// newDesk reads the night and starts to follow it. It may take as long as the
// night is large and is called off the window's goroutine.
func newDesk(n *night.Night) (*desk, error) {
	d := &desk{night: n, readOnly: n.ReadOnly(), jobs: make(chan func(), 1024), done: make(chan struct{})}
	apply, err := d.readAll()
	if err != nil {
		return nil, err
	}
	apply()
	if len(d.contests) > 0 {
		d.contest = d.contests[0].ID
	}
	go func() {
		for job := range d.jobs {
			job()
		}
		close(d.done)
	}()
	d.unwatch = n.Watch(func(c night.Change) {
		if !c.External {
			d.pending = append(d.pending, c.Subjects...)
			return
		}
		d.post(func() { d.show(c.Subjects, nil) })
	})
	return d, nil
}

// post hands a job to the desk's goroutine; a closed desk takes none.
func (d *desk) post(job func()) {
	d.closing.RLock()
	defer d.closing.RUnlock()
	if !d.closed {
		d.jobs <- job
	}
}

// close finishes the jobs under way and closes the night.
func (d *desk) close() error {
	d.stopCheck()
	<-d.checked
	d.live.close()
	d.unwatch()
	d.closing.Lock()
	d.closed = true
	close(d.jobs)
	d.closing.Unlock()
	<-d.done
	return d.night.Close()
}

// act runs f on the night. When it is done, what it changed is read again and
// shown, and then is told how it went; both in one turn of the window.
func (d *desk) act(f func(*night.Night) error, then func(error)) {
	d.acts++
	d.post(func() {
		d.pending = nil
		err := f(d.night)
		at := time.Now()
		d.show(d.pending, func() {
			if err != nil {
				d.failed(err)
			} else {
				d.kept(at)
			}
			if then != nil {
				then(err)
			}
		})
	})
}

// ask runs f on the night without changing it, and then in the window.
func (d *desk) ask(f func(*night.Night) error, then func(error)) {
	d.post(func() {
		err := f(d.night)
		fyne.Do(func() { then(err) })
	})
}

// show reads the subjects again and shows them.
func (d *desk) show(subjects []night.Subject, then func()) {
	apply, err := d.read(subjects)
	fyne.Do(func() {
		if err != nil {
			d.failed(err)
		} else if apply != nil {
			apply()
			d.changed(subjects)
		}
		if then != nil {
			then()
		}
	})
}

// severalContests is from how many changed contests on the whole night is read
// at once, as after an import.
const severalContests = 12

// read reads what changed. The function it returns puts it into the desk and
// must run in the window; it is nil where nothing changed.
func (d *desk) read(subjects []night.Subject) (apply func(), err error) {
	if len(subjects) == 0 {
		return nil, nil
	}
	subjects = each(subjects)
	if many(subjects) {
		return d.readAll()
	}
	var steps []func()
	next := d.latest
	for _, s := range subjects {
		switch s.Kind {
		case "contest":
			c, err := d.night.Contest(s.ID)
			if err != nil {
				return nil, err
			}
			next = next.with(c)
			steps = append(steps, func() { d.putContest(c) })
		case "entry":
			e, err := d.night.Entry(s.ID)
			if gone := (*night.NotFoundError)(nil); errors.As(err, &gone) {
				e, err = blog.Entry{ID: s.ID}, nil // its publishing was undone
			}
			if err != nil {
				return nil, err
			}
			below, err := d.night.Below(s.ID)
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { d.putEntry(e, below) })
		case "details":
			details, err := d.night.Details()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { d.putDetails(details) })
		case "author":
			authors, err := d.night.Authors()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { d.putAuthors(authors) })
		case "picture":
			pictures, err := d.night.Pictures()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { d.pictures = pictures })
		case "hand-over":
			handed, err := d.night.HandOvers()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { d.handed = handed })
		default:
			return d.readAll()
		}
	}
	d.latest = next
	return func() {
		for _, step := range steps {
			step()
		}
		d.results = next
	}, nil
}

// each names every subject once.
func each(subjects []night.Subject) []night.Subject {
	seen := map[night.Subject]bool{}
	return slices.DeleteFunc(slices.Clone(subjects), func(s night.Subject) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}

// many reports whether so many contests changed that reading the whole night
// is less work.
func many(subjects []night.Subject) bool {
	n := 0
	for _, s := range subjects {
		if s.Kind == "contest" {
			n++
		}
	}
	return n >= severalContests
}

func (d *desk) readAll() (apply func(), err error) {
	e, err := d.night.Edition(night.Moment{})
	if err != nil {
		return nil, err
	}
	rs := newResults(e.Contests, e.Councils)
	d.latest = rs
	return func() {
		d.putDetails(e.Details)
		d.results = rs
		d.putAuthors(e.Authors)
		d.contests, d.entries, d.colours = e.Contests, e.Entries, e.Colours
		d.councils, d.history, d.patterns = e.Councils, e.History, e.Patterns
		d.pictures, d.profiles, d.handed, d.started = e.Pictures, e.Profiles, e.HandOvers, e.Started
	}, nil
}

func (d *desk) putDetails(details blog.Details) {
	d.details = details
	zone, err := blog.Zone(details.Zone)
	if err != nil {
		zone = time.UTC
	}
	d.zone = zone
}

// putAuthors takes the authors of the night. The first of them acts where
// nobody has been chosen to.
func (d *desk) putAuthors(authors []blog.Author) {
	d.authors = authors
	if d.author == "" && len(authors) > 0 {
		d.author = authors[0].ID
	}
}

func (d *desk) putContest(c election.Contest) {
	for i := range d.contests {
		if d.contests[i].ID == c.ID {
			d.contests[i] = c
			return
		}
	}
	d.contests = append(d.contests, c)
	if d.contest == "" {
		d.contest = c.ID
	}
}

// returns are the contests and councils as they stand, in lists of their own.
func (d *desk) returns() blog.Results {
	return blog.Results{Contests: slices.Clone(d.contests), Councils: slices.Clone(d.councils)}
}

// edition is the night as it is shown, in lists of its own: what leaves is
// rendered away from the window.
func (d *desk) edition() blog.Edition {
	e := d.rest()
	e.Entries = slices.Clone(d.entries)
	return e
}

// rest is the edition without its entries.
func (d *desk) rest() blog.Edition {
	return blog.Edition{
		Details: d.details, Authors: d.authors, Contests: slices.Clone(d.contests),
		Councils: d.councils, History: d.history, Patterns: d.patterns, Pictures: d.pictures, Colours: d.colours,
		Profiles: d.profiles, HandOvers: d.handed, Started: d.started,
	}
}

// picture reads a stored picture from any goroutine but the desk's own.
func (d *desk) picture(id string) (data []byte, err error) {
	read := make(chan struct{})
	d.post(func() {
		data, err = d.night.Picture(id)
		close(read)
	})
	select {
	case <-read:
		return data, err
	case <-d.done:
		return nil, errors.New("the night is closed")
	}
}

// current is the contest at hand, and whether there is one.
func (d *desk) current() (election.Contest, bool) {
	for i := range d.contests { // a night may have many, and a contest is large
		if d.contests[i].ID == d.contest {
			return d.contests[i], true
		}
	}
	return election.Contest{}, false
}

// authorName is an author's name, or what stands for one who is unknown.
func (d *desk) authorName(id string) string {
	for _, a := range d.authors {
		if a.ID == id {
			return a.Name
		}
	}
	return "The desk"
}
