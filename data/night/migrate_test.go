package night

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// later is a schema that comes after ours, with the step that leads to it.
func later() *record.Format {
	const more = "CREATE TABLE later_thing (version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id), note TEXT NOT NULL) STRICT, WITHOUT ROWID;"
	return format.WithSchema(format.Schema.Next(more))
}

// keptName is the copy that is put beside a night of our schema.
const keptName = "old (schema 3).night"

func olderFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "old.night")
	must0(t, os.WriteFile(path, soundFile(t), 0o644))
	return path
}

func TestAnOlderNightIsCopiedAndBroughtUpToDate(t *testing.T) {
	for _, as := range []file.Role{file.Desk, file.Guest} {
		path := olderFile(t)
		before, err := os.ReadFile(path)
		must0(t, err)
		n, err := openAs(as, path, options(t), later())
		must0(t, err)
		if n.ReadOnly() != "" {
			t.Error(n.ReadOnly())
		}
		_, err = n.Publish(firstAuthor(t, n), blog.Entry{Text: "In the new schema."})
		must0(t, err)
		must0(t, n.Close())
		mustHold(t, filepath.Dir(path), "old.night", keptName)
		h, err := Peek(path)
		must0(t, err)
		if h.Schema != later().Schema.Number() {
			t.Errorf("the schema is %d", h.Schema)
		}
		kept := filepath.Join(filepath.Dir(path), keptName)
		copied, err := View(kept, options(t))
		must0(t, err)
		if e, err := copied.Entries(); err != nil || len(e) != 1 {
			t.Errorf("the copy has %d entries, %v", len(e), err)
		}
		must0(t, copied.Close())
		if b, err := os.ReadFile(kept); err != nil || len(b) != len(before) {
			t.Errorf("the copy has %d bytes of %d, %v", len(b), len(before), err)
		}
		n, err = openAs(as, path, options(t), later())
		must0(t, err)
		must0(t, n.Close())
		mustHold(t, filepath.Dir(path), "old.night", keptName)
	}
}

func TestAnOlderNightIsViewedAsItIs(t *testing.T) {
	path := olderFile(t)
	before, err := os.ReadFile(path)
	must0(t, err)
	n, err := openAs(file.Viewer, path, options(t), later())
	must0(t, err)
	if e, err := n.Entries(); err != nil || len(e) != 1 {
		t.Errorf("%d entries, %v", len(e), err)
	}
	if !errors.Is(n.SetDetails("", blog.Details{}), ErrReadOnly) {
		t.Error("a viewer wrote")
	}
	must0(t, n.Close())
	mustBeAlone(t, path)
	after, err := os.ReadFile(path)
	must0(t, err)
	if string(after) != string(before) {
		t.Error("looking at it changed it")
	}
}

func TestAnUpdateThatFailsChangesNothing(t *testing.T) {
	path := olderFile(t)
	before, err := os.ReadFile(path)
	must0(t, err)
	broken := format.WithSchema(format.Schema.Next("CREATE TABLE later_thing (x); SELECT no_such_function()"))
	if _, err := openAs(file.Desk, path, options(t), broken); err == nil {
		t.Fatal("it was opened")
	}
	after, err := os.ReadFile(path)
	must0(t, err)
	if string(after) != string(before) {
		t.Error("the night was changed")
	}
	for _, name := range []string{path, strings.TrimSuffix(path, ".night") + " (schema 3).night"} {
		mustBeWell(t, name)
	}
	alterFile(t, path, "PRAGMA user_version = 0")
	if _, err := openAs(file.Desk, path, options(t), later()); !errors.Is(err, ErrForeign) {
		t.Errorf("a schema nobody knows: %v", err)
	}
}
