package night

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
)

func TestClosingBacksUpWhatChanged(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "kept.night")
	n := fullNightAt(t, path, o)
	want, err := n.Edition(Moment{})
	must0(t, err)
	must0(t, n.Close())
	first := Backups(path, o)
	if len(first) != 1 {
		t.Fatalf("backups: %q", first)
	}
	mustBeAlone(t, first[0])
	b, err := View(first[0], o)
	must0(t, err)
	got, err := b.Edition(Moment{})
	must0(t, err)
	if len(got.Entries) != len(want.Entries) || got.Updated != want.Updated {
		t.Error("the backup is not what was backed up")
	}
	must0(t, b.Close())

	n, err = Open(path, o)
	must0(t, err)
	_, err = n.Entries()
	must0(t, err)
	must0(t, n.Close())
	if again := Backups(path, o); len(again) != 1 {
		t.Errorf("a night that was only read was backed up: %q", again)
	}
}

func TestShortRunsBesideADeskAreNotEachBackedUp(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "short.night")
	must0(t, fullNightAt(t, path, o).Close())
	for range 5 {
		n, err := OpenBeside(path, o)
		must0(t, err)
		_, err = n.Publish(firstAuthor(t, n), blog.Entry{Text: "By a script."})
		must0(t, err)
		must0(t, n.Close())
	}
	if all := Backups(path, o); len(all) > 2 {
		t.Errorf("%d backups of five short runs", len(all))
	}
}

func TestDamageIsNeverBackedUpOverWhatIsGood(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "hurt.night"), o)
	must0(t, n.Backup(t.Context()))
	inWriter(t, n, func(tx *file.Transaction) {
		_, err := tx.Exec(`DROP TRIGGER entry_is_never_changed`)
		must0(t, err)
		_, err = tx.Exec(`UPDATE entry SET text = 'forged'`)
		must0(t, err)
	})
	if err := n.Backup(t.Context()); !errors.Is(err, ErrDamaged) {
		t.Errorf("a forged night is backed up: %v", err)
	}
	if all := Backups(n.Path(), o); len(all) != 1 {
		t.Errorf("backups: %q", all)
	}
	_ = n.Close()
	mustHold(t, filepath.Dir(Backups(n.Path(), o)[0]), filepath.Base(Backups(n.Path(), o)[0]))
}

func TestACopyIsWholeAndAReplicaOfItsOwn(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "one.night"), o)
	defer n.Close()
	to := filepath.Join(t.TempDir(), "two.night")
	must0(t, Copy(n.Path(), to, o))
	mustBeAlone(t, to)
	if err := Copy(n.Path(), to, o); !errors.Is(err, ErrExists) {
		t.Errorf("copied over a file: %v", err)
	}
	c, err := Open(to, o)
	must0(t, err)
	defer c.Close()
	if c.Replica() == n.Replica() || c.Replica() == "" {
		t.Errorf("replica %q of %q", c.Replica(), n.Replica())
	}
	_, err = c.Publish(firstAuthor(t, c), blog.Entry{Text: "In the copy."})
	must0(t, err)
	own := c.Replica()
	must0(t, c.SetDetails("", blog.Details{Title: "In the copy"}))
	var replicas, firsts int
	db := reader(t, c.Path())
	defer db.Close()
	must0(t, db.QueryRow(`SELECT count(DISTINCT replica), sum(number = 1) FROM act`).Scan(&replicas, &firsts))
	if replicas != 2 || firsts != 2 || c.Replica() != own {
		t.Errorf("%d chains, %d beginnings", replicas, firsts)
	}
	problems, err := c.Check(t.Context(), nil)
	if err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

func TestOpeningAndReadingChangesNothing(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "still.night")
	must0(t, os.WriteFile(path, soundFile(t), 0o644))
	before, err := os.ReadFile(path)
	must0(t, err)
	for _, in := range waysIn {
		n, err := in(path, o)
		must0(t, err)
		_, err = n.Edition(Moment{})
		must0(t, err)
		must0(t, n.Close())
	}
	after, err := os.ReadFile(path)
	must0(t, err)
	if !bytes.Equal(before, after) {
		t.Error("a night that was only looked at is another file")
	}
}

func TestACheckTellsHowFarItIsAndCanBeCancelled(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	var last, total int
	problems, err := n.Check(t.Context(), func(done, of int) {
		if done < last || of < done || total != 0 && of != total {
			t.Errorf("%d of %d after %d of %d", done, of, last, total)
		}
		last, total = done, of
	})
	if err != nil || len(problems) > 0 || last != total {
		t.Errorf("%q, %v, %d of %d", problems, err, last, total)
	}
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	_, err = n.Check(ctx, func(int, int) { calls++; cancel() })
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("cancelled after %d calls: %v", calls, err)
	}
	closing := false
	_, err = n.Check(t.Context(), func(int, int) {
		if closing {
			return
		}
		closing = true
		go n.Close()
		for { // until a check that would be over at once is not begun any more
			if _, err := n.Check(ctx, nil); errors.Is(err, ErrClosed) {
				return
			}
			time.Sleep(time.Millisecond)
		}
	})
	if err == nil {
		t.Error("a check survived its night")
	}
}

func TestMomentsFollowTheRecordingAndTheClockOfThen(t *testing.T) {
	clock := &unsteady{at: 1620334800000}
	o := options(t)
	o.Now = clock.now
	clock.step = func() int64 { return 0 }
	n, err := Create(filepath.Join(t.TempDir(), "moments.night"), blog.Details{Title: "0"}, o)
	must0(t, err)
	defer n.Close()
	for i, at := range []int64{10, 20, 15, 30} { // the clock is set back once
		clock.at = 1620334800000 + at
		must0(t, n.SetDetails("", blog.Details{Title: string(rune('1' + i))}))
	}
	for at, want := range map[int64]string{0: "0", 5: "0", 10: "1", 14: "1", 15: "3", 29: "3", 30: "4", 99: "4"} {
		m, err := n.MomentAt(1620334800000 + at)
		must0(t, err)
		e, err := n.Edition(m)
		must0(t, err)
		if e.Details.Title != want {
			t.Errorf("at %d the title was %q, want %q", at, e.Details.Title, want)
		}
	}
	if _, err := n.MomentAt(1620334799999); err == nil {
		t.Error("there was a night before it was made")
	}
}
