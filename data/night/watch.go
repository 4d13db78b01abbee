package night

import (
	"database/sql"
	"sync"
	"time"
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
func (n *Night) Watch(f func(Change)) (stop func()) {
	w := &n.watching
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
		go n.poll(w.stop, w.stopped)
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
func (n *Night) tell(changes []Change) {
	n.watching.mu.Lock()
	watchers := make([]func(Change), 0, len(n.watching.watchers))
	for id := 0; id < n.watching.next; id++ {
		if f := n.watching.watchers[id]; f != nil {
			watchers = append(watchers, f)
		}
	}
	n.watching.mu.Unlock()
	for _, c := range changes {
		for _, f := range watchers {
			f(c)
		}
	}
}

// missed are the acts of other processes between the last that watchers know
// of and the one just written. The night's mutex is held.
func (n *Night) missed(q querier, before int64) ([]Change, error) {
	if n.seen == 0 || n.seen >= before-1 {
		return nil, nil
	}
	return changesBetween(q, n.seen, before)
}

// changesBetween are the acts after one and before another, as one change.
func changesBetween(q querier, after, before int64) ([]Change, error) {
	rows, err := q.query(`SELECT a.seq, coalesce(v.kind, ''), coalesce(v.about, '')
		FROM act a LEFT JOIN version v ON v.act = a.seq WHERE a.seq > ? AND a.seq < ? ORDER BY a.seq`, after, before)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all Recorded
	for rows.Next() {
		var kind, about string
		if err := rows.Scan(&all.Seq, &kind, &about); err != nil {
			return nil, err
		}
		if kind != "" {
			all.add(kind, about)
		}
	}
	if all.Seq == 0 {
		return nil, rows.Err()
	}
	return []Change{{Seq: all.Seq, Subjects: all.Subjects, External: true}}, rows.Err()
}

// poll asks a connection of its own whether the file changed, and tells of
// what others did. A reading that fails is tried again the next time.
func (n *Night) poll(stop, stopped chan struct{}) {
	defer close(stopped)
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	db, err := connect(n.file, looking, 1)
	if err != nil {
		return
	}
	defer db.Close()
	last := int64(-1)
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
		}
		last = n.lookAround(db, last)
	}
}

// lookAround tells of others' acts if the file's version is not the last
// one seen, and returns the version it has now.
func (n *Night) lookAround(db *sql.DB, last int64) int64 {
	var version int64
	if err := db.QueryRow("PRAGMA data_version").Scan(&version); err != nil || version == last {
		return last
	}
	changes, err := n.others()
	if err != nil {
		return last
	}
	n.tell(changes)
	return version
}

func (n *Night) others() (changes []Change, err error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	err = n.read("follow", func(q querier) error {
		changes, err = changesBetween(q, n.seen, latest)
		return err
	})
	if err == nil && len(changes) > 0 {
		n.seen = changes[len(changes)-1].Seq
		n.dirty = true
	}
	return changes, err
}
