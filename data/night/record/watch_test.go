package record

import (
	"os"
	"path/filepath"
	"testing"

	"nightdesk/data/night/file"
)

// word is a kind that says one text, in the table of colours.
var word = NewKind(Spec[string]{
	Name: "colour", Subject: "word",
	Columns: func(s *string) []Column { return []Column{{"rgb", s}} },
})

var words = NewFormat(Rules{MayAct: func(*Act) error { return nil }}, word)

func say(t *testing.T, l *Log, what string) Recorded {
	t.Helper()
	r, err := l.Act("say", Act{Kind: "say"}, func(a *Act) error { return word.Put(a, "it", "it", what) })
	must(t, err)
	return r
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func options(t *testing.T) file.Options {
	folder := t.TempDir()
	return file.Options{StateDir: filepath.Join(folder, "state"), BackupDir: filepath.Join(folder, "backups")}
}

func TestAnActTellsOfTheOthersBeforeIt(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "gap.night")
	l, err := Create(path, o, words, "create", func(a *Act) error { return word.Put(a, "it", "it", "first") })
	must(t, err)
	guest, err := Open(file.Guest, path, o, words, func(file.Querier) error { return nil })
	must(t, err)
	var heard []Change
	// Nobody polls, so that the acts tell alone.
	l.watch.watchers, l.watch.next = map[int]func(Change){0: func(c Change) { heard = append(heard, c) }}, 1
	say(t, guest, "beside")
	say(t, l, "own")
	if len(heard) != 2 || !heard[0].External || heard[1].External || heard[0].Seq != heard[1].Seq-1 {
		t.Errorf("heard %+v", heard)
	}
	must(t, guest.Close())
	say(t, l, "after it left")
	must(t, l.Close())
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("in its folder are %v, %v", left, err)
	}
}
