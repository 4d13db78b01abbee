package model

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// LiveName is what the page is called. A web server shows a file of that name
// for its folder.
const LiveName = "index"

// A LivePace is when a live folder is written.
type LivePace struct {
	Rest  time.Duration // how long acts must rest before the page follows them
	Most  time.Duration // how long it waits for that while they do not
	Retry time.Duration // when a page that could not be written is tried again
	Look  time.Duration // how often it is looked whether the files are as they were left
}

var usualPace = LivePace{Rest: 100 * time.Millisecond, Most: 400 * time.Millisecond, Retry: 5 * time.Second, Look: time.Minute}

// LiveState says how the live folder stands.
type LiveState struct {
	Current time.Time // when the page was last known to be that of the night; zero where it never was
	Err     error     // why it is not now
}

// LiveWriter keeps the page of a night in a folder. It has a goroutine of its
// own, which takes in what it was told and writes the files that are others
// since, those that changed first; the others it looks through in between.
type LiveWriter struct {
	Folder string // the whole path
	pace   LivePace
	now    func() time.Time
	tell   func(LiveState) // called from the writer's goroutine when the state is another

	mu    sync.Mutex
	told  []LiveNews    // and not taken in yet, in order
	wants chan struct{} // holds one where something was told
	stop  chan struct{}
	done  chan struct{}

	page  *publish.Live
	state LiveState
	known map[string]onDisk
}

// LiveNews is what became of a night: one of the three.
type LiveNews struct {
	Whole *blog.Edition // the whole of it
	Rest  *blog.Edition // all but the entries
	Entry blog.Entry
	Below string // the entry that was published before it, where it is new
}

// onDisk is a file as it was found or left, so that only what has changed is
// written.
type onDisk struct {
	sum  [sha256.Size]byte
	size int64
	mod  time.Time
}

// A liveError says that the live page could not be written.
type liveError struct {
	folder string
	cause  string
}

func (e *liveError) Error() string {
	return fmt.Sprintf("the live page could not be written to %s: %s", e.folder, e.cause)
}

// NewLiveWriter starts to keep a folder. It waits for the whole night.
func NewLiveWriter(folder string, pace LivePace, now func() time.Time, picture func(string) ([]byte, error), tell func(LiveState)) *LiveWriter {
	l := &LiveWriter{
		Folder: folder, pace: pace, now: now, tell: tell, known: map[string]onDisk{},
		page:  publish.NewLive(publish.Options{Name: LiveName, Pictures: picture}),
		wants: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{}),
	}
	go l.run()
	return l
}

// Want asks for the page of an edition. Like follow, it never waits.
func (l *LiveWriter) Want(e blog.Edition) {
	l.mu.Lock()
	l.told = nil // it says all that they did
	l.mu.Unlock()
	l.Follow(LiveNews{Whole: &e})
}

// Follow tells what happened since the page was first asked for.
func (l *LiveWriter) Follow(news ...LiveNews) {
	if len(news) == 0 {
		return
	}
	l.mu.Lock()
	l.told = append(l.told, news...)
	l.mu.Unlock()
	select {
	case l.wants <- struct{}{}:
	default:
	}
}

// takeIn takes in what was told and reports whether that was anything.
func (l *LiveWriter) takeIn() bool {
	l.mu.Lock()
	told := l.told
	l.told = nil
	l.mu.Unlock()
	for _, n := range told {
		switch {
		case n.Whole != nil:
			l.page.Take(*n.Whole)
		case n.Rest != nil:
			l.page.Set(*n.Rest)
		default:
			l.page.Put(n.Entry, n.Below)
		}
	}
	return len(told) > 0
}

// Close writes what is still wanted and ends. There may be no writer.
func (l *LiveWriter) Close() {
	if l != nil {
		close(l.stop)
		<-l.done
	}
}

func (l *LiveWriter) run() {
	defer close(l.done)
	select { // before it knows the night, there is nothing to write
	case <-l.wants:
	case <-l.stop:
		return
	}
	look := time.NewTicker(l.pace.Look)
	defer look.Stop()
	for {
		var again <-chan time.Time
		if !l.keep() {
			again = time.After(l.pace.Retry)
		}
		select {
		case <-l.wants:
			l.settle()
		case <-again:
		case <-look.C:
			if l.healthy() && !l.asLeft() {
				l.page.Again(l.lies)
			}
		case <-l.stop:
			l.keep()
			return
		}
	}
}

// settle waits until acts rest.
func (l *LiveWriter) settle() {
	most := time.After(l.pace.Most)
	for {
		select {
		case <-l.wants:
		case <-time.After(l.pace.Rest):
			return
		case <-most:
			return
		case <-l.stop:
			return
		}
	}
}

func (l *LiveWriter) healthy() bool { return l.state.Err == nil && !l.state.Current.IsZero() }

// keep makes the folder that of the night and reports whether it is. The page
// is current as soon as its head is: what comes after that was there before,
// and links to it hold.
func (l *LiveWriter) keep() bool {
	l.takeIn()
	if !l.healthy() {
		l.page.Again(l.lies)
	}
	// What comes meanwhile waits until the head is written, or many acts would
	// put it off for ever.
	waits := true
	for {
		waits = waits || l.takeIn()
		files, err := l.page.Next()
		if err == nil && files == nil {
			err = l.remove(l.page.Gone())
		}
		if err == nil && files != nil {
			err = l.write(files)
		}
		switch {
		case err != nil:
			l.say(LiveState{l.state.Current, err})
			return false
		case files == nil && !waits:
			return true
		case files == nil:
			waits = false
		case files[0].Name == l.page.Head():
			waits = false
			l.say(LiveState{l.now(), nil})
		}
	}
}

func (l *LiveWriter) say(s LiveState) {
	l.state = s
	l.tell(s)
}

// write writes the files that are not there as they should be, the first after
// the others. A folder that has gone is not made again: it may be one of a
// drive that is not plugged in.
func (l *LiveWriter) write(files []publish.File) error {
	info, err := os.Stat(l.Folder)
	switch {
	case err != nil:
		return &liveError{l.Folder, Cause(err)}
	case !info.IsDir():
		return &liveError{l.Folder, "it is not a folder"}
	}
	var changed []publish.File
	for _, f := range files {
		if !l.there(f) {
			changed = append(changed, f)
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := publish.Write(l.Folder+string(filepath.Separator), changed); err != nil {
		clear(l.known)
		return &liveError{l.Folder, Cause(err)}
	}
	for _, f := range changed {
		l.remember(f)
	}
	return nil
}

// remove takes files away that are the page's no more.
func (l *LiveWriter) remove(names []string) error {
	for _, name := range names {
		if err := os.Remove(l.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &liveError{l.Folder, Cause(err)}
		}
		delete(l.known, name)
	}
	return nil
}

func (l *LiveWriter) path(name string) string {
	return filepath.Join(l.Folder, filepath.FromSlash(name))
}

// lies reports whether there is a file of that name.
func (l *LiveWriter) lies(name string) bool {
	info, err := os.Stat(l.path(name))
	return err == nil && info.Mode().IsRegular()
}

// asLeft reports whether the files lie there as they were found or left.
func (l *LiveWriter) asLeft() bool {
	for name := range l.known {
		if info, err := os.Stat(l.path(name)); err != nil || !l.untouched(name, info) {
			return false
		}
	}
	return true
}

// untouched reports whether a file was not touched since it was last looked at.
func (l *LiveWriter) untouched(name string, info fs.FileInfo) bool {
	k, ok := l.known[name]
	return ok && k.size == info.Size() && k.mod.Equal(info.ModTime())
}

// there reports whether a file lies in the folder as it should. One that was
// not touched is not read again.
func (l *LiveWriter) there(f publish.File) bool {
	info, err := os.Stat(l.path(f.Name))
	if err != nil {
		return false
	}
	if l.untouched(f.Name, info) {
		return l.known[f.Name].sum == sha256.Sum256(f.Data)
	}
	data, err := os.ReadFile(l.path(f.Name))
	if err != nil || !bytes.Equal(data, f.Data) {
		return false
	}
	l.remember(f)
	return true
}

// remember keeps what a file that lies in the folder is like.
func (l *LiveWriter) remember(f publish.File) {
	delete(l.known, f.Name)
	if info, err := os.Stat(l.path(f.Name)); err == nil {
		l.known[f.Name] = onDisk{sha256.Sum256(f.Data), info.Size(), info.ModTime()}
	}
}
