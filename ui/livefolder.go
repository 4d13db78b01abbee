package ui

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

const (
	// liveRest is how long acts must rest before the live page follows them,
	// and liveMost how long it waits for that while they do not.
	liveRest = 100 * time.Millisecond
	liveMost = 400 * time.Millisecond
	// liveName is what the page is called. A web server shows a file of that
	// name for its folder.
	liveName = "index"
)

// liveRetry is when a page that could not be written is tried again.
var liveRetry = 5 * time.Second

// liveState says how the live folder stands.
type liveState struct {
	current time.Time // when the page was last known to be that of the night; zero where it never was
	err     error     // why it is not now
}

// liveWriter keeps the page of a night in a folder. It has a goroutine of its
// own, on which one page is written after another; of those wanted meanwhile
// only the newest is.
type liveWriter struct {
	folder  string
	picture func(id string) ([]byte, error)
	tell    func(liveState) // called from the writer's goroutine when the state is another
	retry   time.Duration

	wants chan blog.Edition // holds the newest that is wanted, if any
	stop  chan struct{}
	done  chan struct{}

	state liveState
	last  blog.Edition // that the page shows
	known map[string]onDisk
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

// newLiveWriter starts to keep a folder.
func newLiveWriter(folder string, retry time.Duration, picture func(string) ([]byte, error), tell func(liveState)) *liveWriter {
	l := &liveWriter{folder: folder, picture: picture, tell: tell, retry: retry, known: map[string]onDisk{},
		wants: make(chan blog.Edition, 1), stop: make(chan struct{}), done: make(chan struct{})}
	go l.run()
	return l
}

// want asks for the page of an edition. It is called from one goroutine at a
// time and never waits.
func (l *liveWriter) want(e blog.Edition) {
	e = livePart(e)
	for {
		select {
		case l.wants <- e:
			return
		default:
		}
		select {
		case <-l.wants:
		default:
		}
	}
}

// close writes what is still wanted and ends. There may be no writer.
func (l *liveWriter) close() {
	if l != nil {
		close(l.stop)
		<-l.done
	}
}

// livePart is what the page is made of: acts that change nothing of it need
// no new one.
func livePart(e blog.Edition) blog.Edition {
	e = e.Public()
	e.Patterns, e.Profiles, e.HandOvers, e.Updated = nil, nil, nil, 0
	return e
}

func (l *liveWriter) run() {
	defer close(l.done)
	var again <-chan time.Time
	var e blog.Edition
	for {
		select {
		case e = <-l.wants:
			e = l.settled(e)
		case <-again:
		case <-l.stop:
			select {
			case e = <-l.wants:
				l.keep(e)
			default:
			}
			return
		}
		again = nil
		if !l.keep(e) {
			again = time.After(l.retry)
		}
	}
}

// settled waits until acts rest, and gives the newest edition.
func (l *liveWriter) settled(e blog.Edition) blog.Edition {
	most := time.After(liveMost)
	for {
		select {
		case e = <-l.wants:
		case <-time.After(liveRest):
			return e
		case <-most:
			return e
		case <-l.stop:
			return e
		}
	}
}

// keep makes the folder that of the edition and reports whether it is.
func (l *liveWriter) keep(e blog.Edition) bool {
	healthy := l.state.err == nil && !l.state.current.IsZero()
	if healthy && reflect.DeepEqual(e, l.last) {
		return true
	}
	if err := l.write(e); err != nil {
		l.say(liveState{l.state.current, err})
		return false
	}
	l.last = e
	l.say(liveState{time.Now(), nil})
	return true
}

func (l *liveWriter) say(s liveState) {
	l.state = s
	l.tell(s)
}

// write renders the page and writes the files that are not there as they
// should be. A folder that has gone is not made again: it may be one of a
// drive that is not plugged in.
func (l *liveWriter) write(e blog.Edition) error {
	info, err := os.Stat(l.folder)
	switch {
	case err != nil:
		return &liveError{l.folder, cause(err)}
	case !info.IsDir():
		return &liveError{l.folder, "it is not a folder"}
	}
	files, err := publish.Export(e, publish.Page, publish.Options{Name: liveName, Pictures: l.picture})
	if err != nil {
		return err
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
	if err := publish.Write(l.folder+string(filepath.Separator), changed); err != nil {
		clear(l.known)
		return &liveError{l.folder, cause(err)}
	}
	for _, f := range changed {
		l.remember(f)
	}
	return nil
}

// there reports whether a file lies in the folder as it should. One that was
// not touched since it was last looked at is not read again.
func (l *liveWriter) there(f publish.File) bool {
	path := filepath.Join(l.folder, filepath.FromSlash(f.Name))
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if k, ok := l.known[f.Name]; ok && k.size == info.Size() && k.mod.Equal(info.ModTime()) {
		return k.sum == sha256.Sum256(f.Data)
	}
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(data, f.Data) {
		return false
	}
	l.remember(f)
	return true
}

// remember keeps what a file that lies in the folder is like.
func (l *liveWriter) remember(f publish.File) {
	delete(l.known, f.Name)
	if info, err := os.Stat(filepath.Join(l.folder, filepath.FromSlash(f.Name))); err == nil {
		l.known[f.Name] = onDisk{sha256.Sum256(f.Data), info.Size(), info.ModTime()}
	}
}

// cause is the innermost reason of an error, as the system gives it.
func cause(err error) string {
	words := err.Error()
	if i := strings.LastIndex(words, ": "); i >= 0 {
		words = words[i+2:]
	}
	return words
}
