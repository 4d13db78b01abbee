package night

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
)

// opened tries all three ways in.
var waysIn = map[string]func(string, Options) (*Night, error){"open": Open, "beside": OpenBeside, "view": View}

func TestWhatIsNotANightIsLeftAsItIs(t *testing.T) {
	sound := soundFile(t)
	newer := append([]byte(nil), sound...)
	binary.BigEndian.PutUint32(newer[60:], uint32(format.Schema.Number()+1))
	someone := append([]byte(nil), sound...)
	binary.BigEndian.PutUint32(someone[68:], 0x0f055112)
	cases := map[string]struct {
		bytes []byte
		want  error
		says  string
	}{
		"zero length":    {nil, ErrForeign, "empty"},
		"html":           {[]byte("<!doctype html><title>Results</title>"), ErrForeign, "not a night"},
		"short":          {sound[:40], ErrForeign, "not a night"},
		"other database": {someone, ErrForeign, "another program"},
		"newer schema":   {newer, ErrNewer, fmt.Sprintf("its schema is %d, this program knows %d", format.Schema.Number()+1, format.Schema.Number())},
	}
	for name, c := range cases {
		for way, in := range waysIn {
			folder := t.TempDir()
			path := filepath.Join(folder, "results.night")
			must0(t, os.WriteFile(path, c.bytes, 0o644))
			n, err := in(path, options(t))
			if err == nil {
				n.Close()
			}
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s, %s: %v", name, way, err)
			}
			var told *Error
			if !errors.As(err, &told) || told.Hint == "" || told.Path != path {
				t.Errorf("%s, %s: no next step in %#v", name, way, err)
			}
			mustBeAlone(t, path)
			after, err := os.ReadFile(path)
			must0(t, err)
			if !bytes.Equal(after, c.bytes) {
				t.Errorf("%s, %s: the file was changed", name, way)
			}
		}
	}
}

func TestAMissingFileAndAFolder(t *testing.T) {
	folder := t.TempDir()
	for way, in := range waysIn {
		if _, err := in(filepath.Join(folder, "no.night"), options(t)); !errors.Is(err, ErrMissing) {
			t.Errorf("%s of a missing file: %v", way, err)
		}
		if _, err := in(folder, options(t)); !errors.Is(err, ErrForeign) {
			t.Errorf("%s of a folder: %v", way, err)
		}
	}
	mustHold(t, folder)
}

func TestATakenNameIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.night")
	must0(t, os.WriteFile(path, []byte("my notes"), 0o644))
	_, err := Create(path, blog.Details{}, options(t))
	if !errors.Is(err, ErrExists) {
		t.Errorf("creating over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "my notes" {
		t.Errorf("the file now says %q", b)
	}
	if _, err := Create(filepath.Join(t.TempDir(), "no", "such.night"), blog.Details{}, options(t)); !errors.Is(err, ErrNoFolder) {
		t.Errorf("creating in a missing folder: %v", err)
	}
}

func TestEveryPathOpensThatFileAndNoOther(t *testing.T) {
	names := []string{"a?b.night", "a#b.night", "a%41.night", "a b.night", "Länderspiel Nächte 夜.night", "a&mode=memory.night",
		"?mode=ro", "file:x.night", "100%.night", "a+b.night", "'quoted'.night", "\xff\xfe.night"}
	folder := t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, name)
		n, err := Create(path, blog.Details{Title: name}, options(t))
		must0(t, err)
		must0(t, n.SetDetails("", blog.Details{Title: name, Place: "here"}))
		must0(t, n.Close())
	}
	mustHold(t, folder, names...)
	for _, name := range names {
		for way, in := range waysIn {
			n, err := in(filepath.Join(folder, name), options(t))
			must0(t, err)
			if d, err := n.Details(); err != nil || d.Title != name || d.Place != "here" {
				t.Errorf("%s of %q gave %q: %v", way, name, d.Title, err)
			}
			must0(t, n.Close())
		}
	}
	mustHold(t, folder, names...)
}

func TestAnAlteredNightIsOpenedForReading(t *testing.T) {
	for name, alter := range map[string]string{
		"trigger": "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN SELECT 1; END",
		"view":    "CREATE VIEW mine AS SELECT 1",
		"table":   "CREATE TABLE mine (x)",
		"index":   "CREATE INDEX mine ON entry (kicker)",
		"missing": "DROP TRIGGER entry_is_never_deleted",
		"changed": "DROP VIEW lot_now; CREATE VIEW lot_now AS SELECT 1",
	} {
		path := filepath.Join(t.TempDir(), "altered.night")
		must0(t, os.WriteFile(path, soundFile(t), 0o644))
		alterFile(t, path, alter)
		before, err := os.ReadFile(path)
		must0(t, err)
		for way, in := range waysIn {
			n, err := in(path, options(t))
			must0(t, err)
			if !strings.Contains(n.ReadOnly(), "altered by another program") {
				t.Errorf("%s, %s: read-only because %q", name, way, n.ReadOnly())
			}
			if err := n.SetDetails("", blog.Details{}); !errors.Is(err, ErrReadOnly) {
				t.Errorf("%s, %s: writing gives %v", name, way, err)
			}
			if e, err := n.Entries(); err != nil || len(e) != 1 {
				t.Errorf("%s, %s: %d entries, %v", name, way, len(e), err)
			}
			must0(t, n.Close())
			mustBeAlone(t, path)
		}
		after, err := os.ReadFile(path)
		must0(t, err)
		if !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

func TestStatisticsAreNoAlteration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "analysed.night")
	must0(t, os.WriteFile(path, soundFile(t), 0o644))
	alterFile(t, path, "ANALYZE")
	n, err := Open(path, options(t))
	must0(t, err)
	defer n.Close()
	if n.ReadOnly() != "" {
		t.Error(n.ReadOnly())
	}
}

// Another program may have left the night with a write-ahead log, which does
// not open from read-only media and is no whole file.
func TestANightWithAWriteAheadLogBecomesOneFileAgain(t *testing.T) {
	for way, in := range waysIn {
		path := filepath.Join(t.TempDir(), "wal.night")
		must0(t, os.WriteFile(path, soundFile(t), 0o644))
		alterFile(t, path, "PRAGMA journal_mode = WAL")
		n, err := in(path, options(t))
		must0(t, err)
		if e, err := n.Entries(); err != nil || len(e) != 1 {
			t.Errorf("%s: %d entries, %v", way, len(e), err)
		}
		must0(t, n.Close())
		mustBeAlone(t, path)
	}
}

func TestASecondDeskIsToldWhoHoldsTheNight(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "held.night")
	n := fullNightAt(t, path, o)
	defer n.Close()
	_, err := Open(path, o)
	var held *HeldError
	if !errors.As(err, &held) {
		t.Fatalf("a second desk: %v", err)
	}
	if held.Process != os.Getpid() || held.Host != "laptop" || held.Since.IsZero() || held.Hint() == "" {
		t.Errorf("held by %+v", held)
	}
	v, err := View(path, o)
	must0(t, err)
	defer v.Close()
	must0(t, n.SetDetails("", blog.Details{Title: "Changed at the desk"}))
	if d, err := v.Details(); err != nil || d.Title != "Changed at the desk" {
		t.Errorf("the viewer reads %q, %v", d.Title, err)
	}
	must0(t, n.Close())
	n, err = Open(path, o)
	must0(t, err)
	must0(t, n.Close())
	left, err := os.ReadDir(filepath.Join(o.StateDir, "desks"))
	must0(t, err)
	if len(left) > 0 {
		t.Errorf("locks are left: %v", left)
	}
}

func TestATruncatedNightIsReadAsFarAsItGoes(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "truncated.night")
	n := fullNightAt(t, path, o)
	author := firstAuthor(t, n)
	for range 40 {
		_, err := n.Publish(author, blog.Entry{Text: strings.Repeat(entryText, 8)})
		must0(t, err)
	}
	must0(t, n.Close())
	whole, err := os.ReadFile(path)
	must0(t, err)
	must0(t, os.WriteFile(path, whole[:len(whole)-5*4096], 0o644))
	n, err = Open(path, o)
	must0(t, err)
	defer n.Close()
	d := n.Damage()
	if d == nil || d.Backup == "" || !strings.Contains(n.ReadOnly(), "damaged") {
		t.Fatalf("damage %+v, read-only because %q", d, n.ReadOnly())
	}
	backup, err := View(d.Backup, o)
	must0(t, err)
	defer backup.Close()
	if e, err := backup.Entries(); err != nil || len(e) != 41 {
		t.Errorf("the backup has %d entries, %v", len(e), err)
	}
	if e, err := n.Entries(); err != nil || len(e) == 0 || len(e) > 41 {
		t.Errorf("of the damaged night %d entries are read, %v", len(e), err)
	}
	problems, err := n.Check(context.Background(), nil)
	if err != nil || len(problems) == 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
	after, err := os.ReadFile(path)
	must0(t, err)
	if !bytes.Equal(after, whole[:len(whole)-5*4096]) {
		t.Error("the damaged file was changed")
	}
}

func TestANightOfWhichNothingCanBeReadNamesItsBackup(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "gone.night")
	must0(t, fullNightAt(t, path, o).Close())
	whole, err := os.ReadFile(path)
	must0(t, err)
	must0(t, os.WriteFile(path, append(whole[:100:100], make([]byte, len(whole)-100)...), 0o644))
	_, err = Open(path, o)
	var d *DamagedError
	var told *Error
	if !errors.As(err, &d) || !errors.As(err, &told) || d.Backup == "" || !strings.Contains(told.Hint, d.Backup) {
		t.Errorf("%v, %+v", err, told)
	}
}

func TestPeekReadsTheHeaderOfAnOpenNightThroughSQLite(t *testing.T) {
	n := fullNight(t)
	open, err := Peek(n.Path())
	must0(t, err)
	must0(t, n.Close())
	closed, err := Peek(n.Path())
	must0(t, err)
	if open != closed || !closed.IsNight() || closed.Schema != format.Schema.Number() || closed.Truncated() {
		t.Errorf("open %+v, closed %+v", open, closed)
	}
}

// A descriptor closed beside SQLite would drop its locks, and another
// process could write into a running transaction.
func TestPeekDropsNoLocks(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	must0(t, n.file.Write("hold", func(*file.Transaction) (func(), error) {
		_, err := Peek(n.Path())
		must0(t, err)
		if out, err := childRun(t, "lock", n.Path()); err == nil {
			t.Errorf("another process got the lock of a running transaction: %s", out)
		}
		return nil, nil
	}))
}

// soundFile is the bytes of a closed night with a little of everything.
func soundFile(t *testing.T) []byte {
	t.Helper()
	n := fullNight(t)
	must0(t, n.Close())
	b, err := os.ReadFile(n.Path())
	must0(t, err)
	return b
}

func alterFile(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	must0(t, err)
	defer db.Close()
	_, err = db.Exec(statement)
	must0(t, err)
}

// mustBeAlone asserts that nothing lies beside the file.
func mustBeAlone(t *testing.T, path string) {
	t.Helper()
	mustHold(t, filepath.Dir(path), filepath.Base(path))
}

// mustHold asserts that a folder holds these names and no others.
func mustHold(t *testing.T, folder string, names ...string) {
	t.Helper()
	have, err := os.ReadDir(folder)
	must0(t, err)
	want := map[string]bool{}
	for _, name := range names {
		want[name] = true
	}
	for _, f := range have {
		if !want[f.Name()] {
			t.Errorf("%q was left", f.Name())
		}
		delete(want, f.Name())
	}
	for name := range want {
		t.Errorf("%q is gone", name)
	}
}
