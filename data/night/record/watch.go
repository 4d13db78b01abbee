package record

import (
	"database/sql"
	"sync"
	"time"

	"nightdesk/data/night/file"
)

// A Change says that something was committed.
type Change struct {
	Seq      int64 // of the last act in it
	Subjects []Subject
	External bool // another process did it
}

// pollEvery is how often a watched night is asked whether another process
// wrote to it.
const pollEvery = 500 * time.Millisecond

// following keeps those who watch and the goroutine that polls for them.
type following struct {
	mu       sync.Mutex
	next     int
	watchers map[int]func(Change)
	stop     chan struct{}
	stopped  chan struct{}
}

// Watch calls f after every commit: on the goroutine that committed, or on
// a polling one for the acts of other processes. No lock is held meanwhile,
// so f may read and write the night. Drafts are nobody's change.
func (l *Log) Watch(f func(Change)) (stop func()) {
	w := &l.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.watchers == nil {
		w.watchers = map[int]func(Change){}
	}
	id := w.next
	w.next++
	w.watchers[id] = f
	if w.stop == nil {
		w.stop, w.stopped = make(chan struct{}), make(chan struct{})
		go l.poll(w.stop, w.stopped)
	}
	return func() { w.remove(id) }
}

func (w *following) remove(id int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.watchers, id)
	if len(w.watchers) == 0 && w.stop != nil {
		close(w.stop)
		w.stop = nil
	}
}

// end stops polling and waits until it has stopped.
func (w *following) end() {
	w.mu.Lock()
	w.watchers = nil
	stopped := w.stopped
	if w.stop != nil {
		close(w.stop)
		w.stop = nil
	}
	w.mu.Unlock()
	if stopped != nil {
		<-stopped
	}
}

// tell passes changes on to everybody who watches.
func (l *Log) tell(changes []Change) {
	l.watch.mu.Lock()
	watchers := make([]func(Change), 0, len(l.watch.watchers))
	for id := 0; id < l.watch.next; id++ {
		if f := l.watch.watchers[id]; f != nil {
			watchers = append(watchers, f)
		}
	}
	l.watch.mu.Unlock()
	for _, c := range changes {
		for _, f := range watchers {
			f(c)
		}
	}
}

// missed are the acts of other processes between the last that watchers know
// of and the one just written. Nobody writes meanwhile.
func (l *Log) missed(q file.Querier, before int64) ([]Change, error) {
	if l.seen == 0 || l.seen >= before-1 {
		return nil, nil
	}
	return l.format.changesBetween(q, l.seen, before)
}

// changesBetween are the acts after one and before another, as one change; nil
// where there are none.
func (f *Format) changesBetween(q file.Querier, after, before int64) ([]Change, error) {
	var all Recorded
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var kind, about string
		err := rows.Scan(&all.Seq, &kind, &about)
		if err == nil && kind != "" {
			all.add(f.subjectOf(kind, about))
		}
		return err
	}, `SELECT a.seq, coalesce(v.kind, ''), coalesce(v.about, '')
		FROM act a LEFT JOIN version v ON v.act = a.seq WHERE a.seq > ? AND a.seq < ? ORDER BY a.seq`, after, before)
	if err != nil || all.Seq == 0 {
		return nil, err
	}
	return []Change{{Seq: all.Seq, Subjects: all.Subjects, External: true}}, nil
}

// poll follows other processes until stop is closed.
func (l *Log) poll(stop, stopped chan struct{}) {
	defer close(stopped)
	l.File.Follow(pollEvery, stop, l.others)
}

// others are the acts of other processes that watchers do not know of, and how
// they are told.
func (l *Log) others() (tell func(), err error) {
	var changes []Change
	err = l.File.Read("follow", func(q file.Querier) error {
		changes, err = l.format.changesBetween(q, l.seen, Latest)
		return err
	})
	if err != nil || len(changes) == 0 {
		return nil, err
	}
	l.seen = changes[len(changes)-1].Seq
	return func() { l.tell(changes) }, nil
}
