package night

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
)

// schema1File is a night as schema 1 kept it, with what it showed: a night in
// which nothing is said that came later, its rows in the tables of then. The
// digests hold over both, since what came later is nothing there.
func schema1File(t *testing.T) (path string, shown []blog.Edition) {
	t.Helper()
	now := filepath.Join(t.TempDir(), "now.night")
	n := countAt(t, now, options(t))
	acts, err := n.History("")
	must0(t, err)
	for i := range acts {
		e, err := n.Edition(Moment{Seq: int64(i + 1)})
		must0(t, err)
		shown = append(shown, e)
	}
	must0(t, n.Close())
	path = filepath.Join(t.TempDir(), "old.night")
	rewriteAs(t, format.Schema.Before(1), now, path)
	return path, shown
}

// countAt is a count from the candidates to a correction, with an entry.
func countAt(t *testing.T, path string, o Options) *Night {
	t.Helper()
	n, err := Create(path, blog.Details{Title: "Hartlepool by-election", Zone: "Europe/London"}, o)
	must0(t, err)
	ada, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter"})
	must0(t, err)
	must0(t, n.SetColour(ada, "PP52", "112233"))
	must0(t, n.PutContests(ada, "nominations", []election.Contest{hartlepool()}))
	c := onlyContest(t, n)
	keyAll(t, n, c, 2904, 15529, 8589)
	answerEverything(t, n, ada, c.ID)
	must0(t, n.Declare(ada, c.ID))
	for _, text := range []string{"A majority of {majority}.", strings.Repeat(entryText, 100), strings.Repeat(entryText, 100)} {
		_, err = n.Publish(ada, blog.Entry{Text: text})
		must0(t, err)
	}
	must0(t, n.CorrectResult(ada, c.ID, "transposed", "returning officer",
		map[string]election.Count{c.Candidates[0].ID: election.Of(2905)}, nil))
	must0(t, n.SaveDraft(Draft{Group: "composer", Field: "text", Text: "half a sen"}))
	return n
}

// rewriteAs writes a night's rows into a file of an older schema.
func rewriteAs(t *testing.T, s *file.Schema, from, to string) {
	t.Helper()
	must0(t, s.Fill(to, func(file.Filling) error { return nil }))
	db, err := sql.Open("sqlite3", to)
	must0(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1)
	_, err = db.Exec("ATTACH ? AS later", from)
	must0(t, err)
	tables, err := s.Names("table")
	must0(t, err)
	for _, table := range tables {
		columns, _, err := columnsOf(db, table)
		must0(t, err)
		list := strings.Join(columns, ", ")
		_, err = db.Exec(fmt.Sprintf("INSERT INTO main.%s (%s) SELECT %s FROM later.%s", table, list, list, table))
		must0(t, err)
	}
}

// mustShow asserts that every moment of the night shows what it showed.
func mustShow(t *testing.T, n *Night, shown []blog.Edition) {
	t.Helper()
	for i, want := range shown {
		got, err := n.Edition(Moment{Seq: int64(i + 1)})
		must0(t, err)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("as of act %d it shows\n%+v\nand showed\n%+v", i+1, got, want)
		}
	}
}

func TestANightOfSchema1IsBroughtUpToDate(t *testing.T) {
	for _, as := range []file.Role{file.Desk, file.Guest} {
		path, shown := schema1File(t)
		n, err := openAs(as, path, options(t), format)
		must0(t, err)
		if why := n.ReadOnly(); why != "" {
			t.Error(why)
		}
		mustShow(t, n, shown)
		if got, err := n.Drafts(); err != nil || len(got) != 1 {
			t.Errorf("drafts: %v, %v", got, err)
		}
		c, ada := onlyContest(t, n), firstAuthor(t, n)
		if k := c.Corrections; len(k) != 1 || k[0].Reason != "transposed" || k[0].Source != "returning officer" || k[0].Author != ada {
			t.Errorf("its correction reads %+v", k)
		}
		must0(t, n.TakeBack(ada, c.ID, "to go on"))
		sayTheRest(t, n, ada, c)
		must0(t, n.PutContests(ada, "", []election.Contest{{Name: "Bush Fair ward", Group: "Harlow", Seats: 3, Method: election.SumVote}}))
		problems, err := n.Check(t.Context(), nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("%q, %v", problems, err)
		}
		must0(t, n.Close())
		mustHold(t, filepath.Dir(path), "old.night", "old (schema 1).night")
		mustBeSchema(t, path, format.Schema.Number())
		mustBeSchema(t, filepath.Join(filepath.Dir(path), "old (schema 1).night"), 1)
	}
}

func mustBeSchema(t *testing.T, path string, number int) {
	t.Helper()
	h, err := Peek(path)
	must0(t, err)
	if h.Schema != number {
		t.Errorf("%s is of schema %d, not %d", filepath.Base(path), h.Schema, number)
	}
	if difference, err := format.Schema.Before(number).Altered(path); err != nil || difference != "" {
		t.Errorf("%s: %s, %v", filepath.Base(path), difference, err)
	}
}

func TestANightOfSchema1IsViewedAsItIs(t *testing.T) {
	path, shown := schema1File(t)
	before, err := os.ReadFile(path)
	must0(t, err)
	n, err := View(path, options(t))
	must0(t, err)
	mustShow(t, n, shown)
	if problems, err := n.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
	must0(t, n.Close())
	mustBeUnchanged(t, path, before)
}

func mustBeUnchanged(t *testing.T, path string, before []byte) {
	t.Helper()
	mustBeAlone(t, path)
	after, err := os.ReadFile(path)
	must0(t, err)
	if !bytes.Equal(before, after) {
		t.Errorf("%s was changed", filepath.Base(path))
	}
}

// What another program put into an older night is never carried over.
func TestAnAlteredNightOfSchema1IsViewedAsItIs(t *testing.T) {
	for name, alter := range map[string]string{
		"trigger": "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN SELECT 1; END",
		"table":   "CREATE TABLE mine (x)",
		"missing": "DROP VIEW contest_now",
		"changed": "DROP VIEW contest_now; CREATE VIEW contest_now AS SELECT 1",
	} {
		path, shown := schema1File(t)
		alterFile(t, path, alter)
		before, err := os.ReadFile(path)
		must0(t, err)
		for way, in := range waysIn {
			n, err := in(path, options(t))
			must0(t, err)
			if !strings.Contains(n.ReadOnly(), "altered by another program") {
				t.Errorf("%s, %s: read-only because %q", name, way, n.ReadOnly())
			}
			mustShow(t, n, shown)
			must0(t, n.Close())
			mustBeUnchanged(t, path, before)
		}
	}
}

func TestANightOfSchema1WithANameThatIsTakenIsRefused(t *testing.T) {
	path, _ := schema1File(t)
	alterFile(t, path, "CREATE TABLE council (x)")
	before, err := os.ReadFile(path)
	must0(t, err)
	for way, in := range waysIn {
		_, err := in(path, options(t))
		var told *Error
		if !errors.Is(err, ErrForeign) || !errors.As(err, &told) || told.Hint == "" || !strings.Contains(err.Error(), `table "council"`) {
			t.Errorf("%s: %v", way, err)
		}
		mustBeUnchanged(t, path, before)
	}
}

// A damaged older night is read as far as it goes, and its newest good backup
// is one of then.
func TestADamagedNightOfSchema1IsReadAsFarAsItGoes(t *testing.T) {
	path, _ := schema1File(t)
	o := options(t)
	whole, err := os.ReadFile(path)
	must0(t, err)
	// A backup is found by its night's path, whatever happened to the night.
	folder := fmt.Sprintf("old-%x", sha256.Sum256(fmt.Appendf(nil, "s%d:%s\n", len(path), path)))[:len("old-")+12]
	backup := filepath.Join(o.BackupDir, folder, o.Now().UTC().Format("2006-01-02T150405.000Z.night"))
	must0(t, os.MkdirAll(filepath.Dir(backup), 0o700))
	must0(t, os.WriteFile(backup, whole, 0o600))
	for name, damage := range map[string]func(b []byte) []byte{
		"truncated": func(b []byte) []byte { return b[:len(b)-2*4096] },
		"torn":      func(b []byte) []byte { return overwrite(t, b, "entry") },
	} {
		damaged := damage(bytes.Clone(whole))
		must0(t, os.WriteFile(path, damaged, 0o644))
		for way, in := range waysIn {
			n, err := in(path, o)
			must0(t, err)
			if _, err := n.Entries(); err != nil {
				t.Errorf("%s, %s: %v", name, way, err)
			}
			if d := n.Damage(); d == nil || d.Backup != backup || !strings.Contains(n.ReadOnly(), "damaged") || strings.HasSuffix(n.ReadOnly(), "..") {
				t.Errorf("%s, %s: damage %+v, read-only because %q", name, way, d, n.ReadOnly())
			}
			if c, err := n.Contests(); err != nil || len(c) != 1 || len(c[0].Candidates) != 3 {
				t.Errorf("%s, %s: of the count %+v is read, %v", name, way, c, err)
			}
			must0(t, n.Close())
			mustBeUnchanged(t, path, damaged)
		}
	}
}

// overwrite destroys the root page of a table.
func overwrite(t *testing.T, file []byte, table string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "look.night")
	must0(t, os.WriteFile(path, file, 0o600))
	db, err := sql.Open("sqlite3", path)
	must0(t, err)
	defer db.Close()
	var root int
	must0(t, db.QueryRow(`SELECT rootpage FROM sqlite_schema WHERE name = ?`, table).Scan(&root))
	copy(file[(root-1)*4096:], bytes.Repeat([]byte{0xff}, 4096))
	return file
}
