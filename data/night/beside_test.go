package night

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A reader inside a transaction makes a writer wait, and a writer a reader:
// neither may ever fail for it.
func TestExportingBesideKeyingNeverFails(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "busy.night"), o)
	defer n.Close()
	author, c := firstAuthor(t, n), onlyContest(t, n)
	must0(t, n.TakeBack(author, c.ID, "to key on"))
	v, err := View(n.Path(), o)
	must0(t, err)
	defer v.Close()
	beside, err := OpenBeside(n.Path(), o)
	must0(t, err)
	defer beside.Close()

	ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
	defer stop()
	var group sync.WaitGroup
	var lock sync.Mutex
	done := map[string]int{}
	loop := func(name string, f func(i int) error) {
		group.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				if err := f(i); err != nil {
					t.Errorf("%s: %v", name, err)
					return
				}
				lock.Lock()
				done[name]++
				lock.Unlock()
			}
		})
	}
	loop("export", func(int) error { _, err := v.Edition(Moment{}); return err })
	loop("look", func(int) error { _, err := n.Edition(Moment{}); return err })
	loop("key", func(i int) error { return n.KeyVotes(author, c.ID, c.Candidates[0].ID, election.Of(i)) })
	loop("draft", func(i int) error { return n.SaveDraft(Draft{Group: "composer", Field: "text", Caret: i}) })
	loop("post", func(int) error {
		_, err := beside.Publish(author, blog.Entry{Text: "Beside."})
		return err
	})
	loop("check", func(int) error {
		problems, err := v.Check(context.Background(), nil)
		for _, p := range problems {
			t.Error(p)
		}
		return err
	})
	loop("back up", func(int) error { time.Sleep(100 * time.Millisecond); return n.Backup(context.Background()) })
	group.Wait()
	t.Log(done)
	for _, name := range []string{"export", "look", "key", "draft", "post", "check", "back up"} {
		if done[name] == 0 {
			t.Errorf("%s never got its turn", name)
		}
	}
}

func TestTwoDesksHandsOnOneNight(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	author := firstAuthor(t, n)
	before, err := n.Entries()
	must0(t, err)
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			for range 15 {
				if _, err := n.Publish(author, blog.Entry{Text: "From one of two."}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	after, err := n.Entries()
	must0(t, err)
	if len(after) != len(before)+30 {
		t.Errorf("%d entries, want %d", len(after), len(before)+30)
	}
}

// heard collects changes.
type heard struct {
	mu      sync.Mutex
	changes []Change
	more    chan struct{}
}

func listen(n *Night) (*heard, func()) {
	h := &heard{more: make(chan struct{}, 100)}
	return h, n.Watch(func(c Change) {
		h.mu.Lock()
		h.changes = append(h.changes, c)
		h.mu.Unlock()
		h.more <- struct{}{}
	})
}

func (h *heard) next(t *testing.T) Change {
	t.Helper()
	select {
	case <-h.more:
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was heard")
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	c := h.changes[0]
	h.changes = h.changes[1:]
	return c
}

func TestADeskHearsItsOwnActsAndOthers(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "heard.night"), o)
	defer n.Close()
	v, err := View(n.Path(), o)
	must0(t, err)
	defer v.Close()
	desk, stopDesk := listen(n)
	viewer, stopViewer := listen(v)
	defer stopViewer()

	author := firstAuthor(t, n)
	e, err := n.Publish(author, blog.Entry{Text: "Heard."})
	must0(t, err)
	own := desk.next(t)
	if own.External || len(own.Subjects) != 1 || own.Subjects[0] != (Subject{Kind: "entry", ID: e.ID}) {
		t.Errorf("of its own entry the desk hears %+v", own)
	}
	if c := viewer.next(t); !c.External || c.Seq != own.Seq || c.Subjects[0].ID != e.ID {
		t.Errorf("the viewer hears %+v", c)
	}
	must0(t, n.SaveDraft(Draft{Group: "composer"}))
	out, err := childRun(t, "post", n.Path())
	if err != nil {
		t.Fatal(out)
	}
	if c := desk.next(t); !c.External || c.Seq != own.Seq+1 || c.Subjects[0].Kind != "entry" {
		t.Errorf("of an entry posted beside it the desk hears %+v", c)
	}
	stopDesk()
	must0(t, n.SetDetails(author, blog.Details{Title: "Unheard"}))
	if len(desk.changes) > 0 {
		t.Errorf("after it stopped listening the desk hears %+v", desk.changes)
	}
}
