package night

import (
	"bytes"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
	"nightdesk/data/picture"

	"pgregory.net/rapid"
)

// failing lets helpers be used by tests and by properties.
type failing interface {
	Helper()
	Fatal(args ...any)
}

func archived(t failing, n *Night) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := n.Archive(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rowsOf is every row of every table but the drafts', as text.
func rowsOf(t failing, path string) map[string][]string {
	t.Helper()
	db := reader(t, path)
	defer db.Close()
	all := map[string][]string{}
	for _, table := range names(t, "table") {
		if table == "draft" {
			continue
		}
		columns, key, err := columnsOf(db, table)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := db.Query("SELECT " + strings.Join(columns, ", ") + " FROM " + table + " ORDER BY " + strings.Join(key, ", "))
		if err != nil {
			t.Fatal(err)
		}
		all[table] = rowTexts(t, rows, len(columns))
	}
	return all
}

func rowTexts(t failing, rows *sql.Rows, columns int) (all []string) {
	t.Helper()
	defer rows.Close()
	values, into := make([]any, columns), make([]any, columns)
	for i := range into {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%q", values))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// mustBeTheSame asserts that a night made of an archive is the one that was
// archived: row for row, and archived again byte for byte.
func mustBeTheSame(t failing, n *Night, archive []byte, again string, o Options) {
	t.Helper()
	if got, want := rowsOf(t, again), rowsOf(t, n.Path()); !reflect.DeepEqual(got, want) {
		t.Fatal(fmt.Sprintf("the tables are\n%v\nwant\n%v", got, want))
	}
	c, err := View(again, o)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if c.ReadOnly() != AsViewer {
		t.Fatal(c.ReadOnly())
	}
	if !bytes.Equal(archived(t, c), archive) {
		t.Fatal("archived again it is another archive")
	}
	if drafts, err := c.Drafts(); err != nil || len(drafts) > 0 {
		t.Fatal("there are drafts", drafts, err)
	}
}

func TestAnArchiveIsTheSameNight(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "one.night"), o)
	ada := firstAuthor(t, n)
	_, err := n.Publish(ada, blog.Entry{Kicker: "<b>&\u2028</b>", Text: "No UTF-8: \xff\xfe, a zero: \x00, a tab:\t and “£”."})
	must0(t, err)
	_, err = n.Undo(ada)
	must0(t, err)
	archive := archived(t, n)
	again := filepath.Join(t.TempDir(), "again.night")
	must0(t, FromArchive(bytes.NewReader(archive), again))
	mustBeAlone(t, again)
	mustBeTheSame(t, n, archive, again, o)

	c, err := Open(again, o)
	must0(t, err)
	if c.Replica() == n.Replica() {
		t.Error("it is the same copy")
	}
	must0(t, c.SetDetails("", blog.Details{Title: "It goes on"}))
	problems, err := c.Check(t.Context(), nil)
	if err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
	must0(t, c.Close())
	if err := FromArchive(bytes.NewReader(archive), again); !errors.Is(err, ErrExists) {
		t.Errorf("over a file that is there: %v", err)
	}
	must0(t, n.Close())
}

// A night of several copies and of whatever a desk does comes back the same.
func TestAnyArchiveIsTheSameNight(t *testing.T) {
	folder := memoryFolder(t)
	o := options(t)
	rapid.Check(t, func(t *rapid.T) {
		s := newStory(t, folder)
		defer s.end()
		for range rapid.IntRange(1, 8).Draw(t, "acts") {
			author := rapid.SampledFrom(s.authors).Draw(t, "author")
			switch rapid.IntRange(0, 8).Draw(t, "turn") {
			case 8:
				s.result(t, author)
			case 0:
				_, err := s.night.Undo(author)
				refusedOnly(t, err)
			case 1:
				_, err := s.night.HandOver(author, given())
				refusedOnly(t, err)
			case 2:
				b := rapid.SliceOfN(rapid.Byte(), 1, 60).Draw(t, "picture")
				_, err := s.night.AddPicture(author, picture.Checked{Bytes: b, MediaType: "image/png"})
				check(t, err)
			case 3:
				text := string(rapid.SliceOfN(rapid.Byte(), 1, 20).Draw(t, "bytes"))
				_, err := s.night.Publish(author, blog.Entry{Kicker: text, Text: text})
				refusedOnly(t, err)
			case 4:
				s.goOnInACopy(t)
			default:
				s.act(t, author)
			}
		}
		archive := archived(t, s.night)
		again := s.night.Path() + "-again"
		check(t, FromArchive(bytes.NewReader(archive), again))
		defer os.Remove(again)
		mustBeTheSame(t, s.night, archive, again, o)
		c, err := View(again, o)
		check(t, err)
		defer c.Close()
		m := Moment{Seq: rapid.Int64Range(1, s.last(t)).Draw(t, "act")}
		got, err := c.Edition(m)
		check(t, err)
		if want := s.edition(t, m); !reflect.DeepEqual(got, want) {
			t.Fatalf("as of act %d\n%+v\nwas shown as\n%+v", m.Seq, got, want)
		}
	})
}

// TestAnArchiveOfHostileTextIsTheSameNight: every line of the lists of hostile
// texts is the text of an entry and a name on a ballot paper.
func TestAnArchiveOfHostileTextIsTheSameNight(t *testing.T) {
	lines := blogtest.HostileLines(t)
	o := options(t)
	n, err := Create(filepath.Join(t.TempDir(), "one.night"), blog.Details{Title: lines[0], Zone: "Europe/London"}, o)
	must0(t, err)
	defer n.Close()
	ada, err := n.AddAuthor("", blog.Author{Name: lines[len(lines)-1] + "Ada"})
	must0(t, err)
	const sheet = 200 // lines in one entry and one contest
	for from := 0; from < len(lines); from += sheet {
		part := lines[from:min(from+sheet, len(lines))]
		c := election.Contest{Name: fmt.Sprint("Contest ", from), Kind: election.Parliamentary, Seats: 1}
		for i, line := range part {
			c.Candidates = append(c.Candidates, election.Candidate{Forenames: fmt.Sprint(i), Surname: line, Party: election.Independent})
		}
		must0(t, n.PutContests(ada, part[0], []election.Contest{c}))
		_, err := n.Publish(ada, blog.Entry{Kicker: part[0], Text: "- " + strings.Join(part, "\n- ")})
		var unprintable *UnprintableError
		if errors.As(err, &unprintable) { // a slot that names no figure
			plain := strings.NewReplacer(`\`, `\\`, `{`, `\{`).Replace(strings.Join(part, "\n- "))
			_, err = n.Publish(ada, blog.Entry{Kicker: part[0], Text: "- " + plain})
		}
		must0(t, err)
	}
	archive := archived(t, n)
	again := filepath.Join(t.TempDir(), "again.night")
	must0(t, FromArchive(bytes.NewReader(archive), again))
	mustBeTheSame(t, n, archive, again, o)
}

// goOnInACopy lets the story go on in another copy of its night.
func (s *story) goOnInACopy(t *rapid.T) {
	to := s.night.Path() + "+"
	check(t, Copy(s.night.Path(), to, s.options))
	o := s.options
	s.end()
	n, err := Open(to, o)
	check(t, err)
	s.night = n
}

// Other programs read it, so its shape is a promise.
func TestTheShapeOfAnArchive(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	var a struct {
		Archive  string
		Schema   int
		Replicas []struct{ ID, Digest string }
		Acts     []struct {
			ID, Kind, Author, Previous, Digest string
			Recorded                           int64
			Versions                           []struct {
				Kind, About, Subject, Replaces, Hash string
				Gone                                 bool
				Says                                 map[string][]map[string]any
			}
		}
		Pictures []struct {
			ID    string
			Bytes []byte
		}
	}
	must0(t, json.Unmarshal(archived(t, n), &a))
	if a.Archive != "nightdesk night" || a.Schema != format.Schema.Number() || len(a.Replicas) != 1 || len(a.Pictures) != 1 || len(a.Pictures[0].Bytes) != 21000 {
		t.Errorf("it is %q of schema %d with %d replicas, %d pictures", a.Archive, a.Schema, len(a.Replicas), len(a.Pictures))
	}
	first, entries := a.Acts[0], 0
	if first.Kind != "create" || first.Previous != "" || first.Versions[0].Says["details"][0]["title"] != "Hartlepool by-election" {
		t.Errorf("it begins with %+v", first)
	}
	if _, null := first.Versions[0].Says["details"][0]["rehearsal"]; null {
		t.Error("what is NULL stands in it")
	}
	for i, act := range a.Acts {
		if i > 0 && act.Previous != a.Acts[i-1].Digest {
			t.Errorf("act %d does not follow the one before it", i+1)
		}
		for _, v := range act.Versions {
			if v.Kind == "entry" {
				entries++
				if v.Says["entry"][0]["kicker"] != "But how?" || v.Says["entry_author"][0]["author"] != act.Author {
					t.Errorf("an entry says %+v", v.Says)
				}
			}
		}
	}
	if entries != 2 {
		t.Errorf("%d versions of the entry", entries)
	}
}

// Nobody waits for an archive, and what is done meanwhile is not in it.
func TestAnArchiveStandsInNobodysWay(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	quiet := archived(t, n)
	w := &meddling{does: func() {
		_, err := n.Publish(ada, blog.Entry{Text: "Meanwhile."})
		must0(t, err)
		_, err = n.AddPicture(ada, picture.Checked{Bytes: []byte("meanwhile"), MediaType: "image/png"})
		must0(t, err)
	}}
	must0(t, n.Archive(w))
	if !bytes.Equal(w.Bytes(), quiet) {
		t.Error("what was done meanwhile is half in it")
	}
}

// A meddling writer does something in the middle.
type meddling struct {
	bytes.Buffer
	does func()
}

func (m *meddling) Write(b []byte) (int, error) {
	if m.does != nil && m.Len() > 0 {
		does := m.does
		m.does = nil
		does()
	}
	return m.Buffer.Write(b)
}

// What is no archive, or not the one that was written, leaves no file and says
// where it is wrong.
func TestHostileArchivesAreRefused(t *testing.T) {
	n := fullNight(t)
	whole := string(archived(t, n))
	must0(t, n.Close())
	swap := func(old, new string) string {
		if !strings.Contains(whole, old) {
			t.Fatalf("there is no %s in the archive", old)
		}
		return strings.Replace(whole, old, new, 1)
	}
	cut := func(from, to string) string {
		_, rest, _ := strings.Cut(whole, from)
		gone, _, found := strings.Cut(rest, to)
		if !found {
			t.Fatalf("there is no %s, %s in the archive", from, to)
		}
		return swap(from+gone, "")
	}
	bytesOf := base64.StdEncoding.EncodeToString([]byte("other"))
	for what, c := range map[string]struct{ archive, where string }{
		"nothing":               {"", "the beginning: it ends too soon"},
		"no JSON":               {"<html>", "the beginning"},
		"a list":                {"[]", "the beginning: [ stands where { should"},
		"another's":             {`{"archive":"blog"}`, `the beginning: it calls itself "blog"`},
		"no schema":             {swap(`"schema":3`, `"schema":0`), "the beginning: its schema 0"},
		"a wrong schema":        {swap(`"schema":3`, `"schema":"two"`), "the beginning"},
		"no acts":               {`{"archive":"nightdesk night","schema":3,"replicas":[],"acts":[],"pictures":[]}`, "there is no act in it"},
		"cut short":             {whole[:len(whole)/2], "it ends too soon"},
		"without its end":       {strings.TrimSuffix(whole, "}\n"), "the end: it ends too soon"},
		"something after it":    {whole + "{}", "the end: something comes after it"},
		"lists out of order":    {swap(`"replicas":[`, `"acts":[`), `the replicas: acts stands where "replicas" should`},
		"an unknown field":      {swap(`"number":1`, `"extra":1,"number":1`), "act 1: json: unknown field"},
		"an act changed":        {swap(`"reason":"nominations"`, `"reason":"forged"`), "Act 4 (import"},
		"an act left out":       {cut(`{"id":"`+actID(t, whole, 5), `{"id":"`+actID(t, whole, 6)), "does not follow the act before it"},
		"an act twice":          {swap(`"acts":[`, `"acts":[`+actLine(t, whole, 1)+","), "act 2: a night is append-only: act is never replaced"},
		"acts of no replica":    {cut(`{"id":"`, "\n]"), "act 1: FOREIGN KEY"},
		"a replica changed":     {swap(`"began":1`, `"began":2`), "The replica"},
		"a text changed":        {swap(`"title":"Hartlepool by-election"`, `"title":"Forged"`), "act 1, version 1: the details details is not as it was written"},
		"a kind that is none":   {swap(`"kind":"details"`, `"kind":"sqlite_schema"`), `act 1, version 1: it speaks of a "sqlite_schema"`},
		"another kind":          {swap(`"kind":"details"`, `"kind":"author"`), "act 1, version 1: it has 0 rows of author"},
		"a table too many":      {swap(`"says":{"details"`, `"says":{"draft":[],"details"`), "act 1, version 1: it says something in a table of another kind"},
		"a column too many":     {swap(`"place":`, `"placed":`), "act 1, version 1: details has no such column"},
		"a broken column":       {swap(`"place":"Mill House"`, `"place":[1]`), "act 1: a column holds neither"},
		"a column of half":      {swap(`"place":"Mill House"`, `"place":1.5`), "act 1: a column holds neither"},
		"a column of the wrong": {swap(`"votes":2904`, `"votes":"many"`), "is not as it was written"},
		"a row too many":        {swap(`"says":{"details":[{`, `"says":{"details":[{},{`), "act 1, version 1: it has 2 rows of details"},
		"gone, and says so":     {swap(`"hash"`, `"gone":true,"hash"`), "act 1, version 1: it says something of a thing that is gone"},
		"replaces nothing":      {swap(`"replaces":"`, `"replaces":"0`), "which does not come before it"},
		"replaces another":      {swap(`"replaces":"`+replaced(t, whole), `"replaces":"`+actID(t, whole, 1)+"-0"), "which is of another thing"},
		"no name of a version":  {swap(`"replaces":"`+replaced(t, whole), `"replaces":"-`), "which does not come before it"},
		"a digest too many":     {swap(`"previous":""`, `"previous":"00"`), "Act 1 (create"},
		"a digest that is none": {swap(`"previous":""`, `"previous":"xx"`), "act 1: encoding/hex"},
		"a picture changed":     {swap(`"bytes":"cGl4`, `"bytes":"cGl5`), "is not as it was stored"},
		"no picture":            {cut(`{"id":"`+picID(t, whole), "\n]"), "the picture"},
		"a picture too many":    {swap(`"pictures":[`, `"pictures":[{"id":"x","bytes":"`+bytesOf+`"},`), "no act speaks of its picture x"},
		"deep":                  {swap(`"place":"Mill House"`, `"place":`+strings.Repeat("[", 20000)), "act 1"},
	} {
		path := filepath.Join(t.TempDir(), "no.night")
		err := FromArchive(strings.NewReader(c.archive), path)
		var refused *ArchiveError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.where) || refused.Hint() == "" {
			t.Errorf("%s: %v\nwant %s", what, err, c.where)
		}
		mustHold(t, filepath.Dir(path))
	}
	newer := FromArchive(strings.NewReader(swap(`"schema":3`, `"schema":4`)), filepath.Join(t.TempDir(), "no.night"))
	if !errors.Is(newer, ErrNewer) {
		t.Errorf("one of a newer schema: %v", newer)
	}
}

// actLine is the line of an act in an archive.
func actLine(t *testing.T, archive string, number int) string {
	t.Helper()
	_, acts, _ := strings.Cut(archive, `"acts":[`+"\n")
	return strings.TrimSuffix(strings.Split(acts, "\n")[number-1], ",")
}

func idIn(t *testing.T, line string) string {
	t.Helper()
	var has struct{ ID string }
	must0(t, json.Unmarshal([]byte(line), &has))
	return has.ID
}

func actID(t *testing.T, archive string, number int) string {
	t.Helper()
	return idIn(t, actLine(t, archive, number))
}

func picID(t *testing.T, archive string) string {
	t.Helper()
	_, pictures, _ := strings.Cut(archive, `"pictures":[`+"\n")
	return idIn(t, strings.Split(pictures, "\n")[0])
}

// replaced is the first version that another replaces.
func replaced(t *testing.T, archive string) string {
	t.Helper()
	_, rest, _ := strings.Cut(archive, `"replaces":"`)
	name, _, found := strings.Cut(rest, `"`)
	if !found {
		t.Fatal("nothing is replaced")
	}
	return name
}

// What the reader or the writer has to say is not the archive's fault.
func TestAnArchiveSaysWhoFailed(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	archive := archived(t, n)
	broken := errors.New("the stick was pulled out")
	path := filepath.Join(t.TempDir(), "no.night")
	err := FromArchive(io.MultiReader(bytes.NewReader(archive[:9000]), failingReader{broken}), path)
	var ours *Error
	if !errors.Is(err, broken) || !errors.As(err, &ours) {
		t.Errorf("reading: %v", err)
	}
	mustHold(t, filepath.Dir(path))
	if err := n.Archive(failingWriter{broken}); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
	if err := FromArchive(bytes.NewReader(archive), filepath.Join(t.TempDir(), "no", "folder.night")); !errors.Is(err, ErrNoFolder) {
		t.Errorf("no folder: %v", err)
	}
}

type failingReader struct{ err error }

func (f failingReader) Read([]byte) (int, error) { return 0, f.err }

type failingWriter struct{ err error }

func (f failingWriter) Write([]byte) (int, error) { return 0, f.err }

// Whatever is changed in an archive, it is refused or makes the same night.
func TestAnArchiveWithAByteChangedIsRefusedOrTheSame(t *testing.T) {
	n := fullNight(t)
	want := rowsOf(t, n.Path())
	archive := archived(t, n)
	must0(t, n.Close())
	folder := memoryFolder(t)
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.IntRange(0, len(archive)-1).Draw(t, "at")
		changed := bytes.Clone(archive)
		switch rapid.IntRange(0, 2).Draw(t, "change") {
		case 0:
			changed[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case 1:
			changed = append(changed[:at], changed[min(len(changed), at+rapid.IntRange(1, 40).Draw(t, "out")):]...)
		default:
			more := rapid.SampledFrom([]string{" ", ",", "0", `"`, "null", "{", "}", "[", "]", `\u0000`}).Draw(t, "in")
			changed = append(changed[:at:at], append([]byte(more), archive[at:]...)...)
		}
		path := filepath.Join(folder, "changed.night")
		defer os.Remove(path)
		err := FromArchive(bytes.NewReader(changed), path)
		var told *ArchiveError
		switch {
		case err == nil && !reflect.DeepEqual(rowsOf(t, path), want):
			t.Fatal("it became another night")
		case err != nil && !errors.As(err, &told) && !errors.Is(err, ErrNewer):
			t.Fatal(err)
		case err != nil:
			refused++
		}
	})
	if refused == 0 {
		t.Error("nothing was ever refused")
	}
}
