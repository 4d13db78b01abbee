package main

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"nightdesk/cmd/dev/pages/nights"
	"nightdesk/data/blog"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

var (
	update  = flag.Bool("update", false, "rewrite testdata/pinned.digests")
	outputs = flag.String("outputs", "", "keep every pinned output in this `folder`")
)

// TestPinnedOutputs compares everything that leaves a night with what left it
// when testdata/pinned.digests was written, by a digest a line. To see what became
// another, keep the outputs of the old code and of the new and compare them:
//
//	go test ./cmd/night -run Pinned -outputs /tmp/old    (in a checkout of the old)
//	go test ./cmd/night -run Pinned -outputs /tmp/new
//	diff -r /tmp/old /tmp/new
//
// Where the change is wanted, -update writes the digests anew. The ids of a
// night are random, so each is numbered by where it first stands in an output;
// so is what rests on them, the hash of a page's JSON-LD and an archive's
// digests. Ids of one millisecond come in the order in which they were made, and
// the nights are made in one order, since what an import makes gets its ids from
// the night's.
func TestPinnedOutputs(t *testing.T) {
	random := rand.Reader
	rand.Reader = &counter{}
	t.Cleanup(func() { rand.Reader = random })
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	p := &pins{t: t, home: home, out: map[string][]byte{}}
	dir := t.TempDir()
	t.Chdir(dir)
	atHome(t, filepath.Join(dir, ".home"))
	if err := nights.Make("."); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(nights.General("general.night"), nights.HandedOver("handed.night")); err != nil {
		t.Fatal(err)
	}
	p.run("public", "copy", "every.night", "public.night", "--public")
	p.help()
	p.schema()
	for _, name := range []string{"sample", "every", "general"} {
		p.night(name, publish.Forms)
	}
	for _, name := range []string{"rehearsal", "thousand", "handed", "public"} {
		p.night(name, []publish.Form{publish.Page, publish.Text, publish.JSON})
	}
	p.options("sample", "Hartlepool", "2021-05-07 04:00", publish.Forms, slices.Concat(ofPictures, together)...)
	p.options("every", "Northmere", "2024-05-02 21:00", []publish.Form{publish.Page, publish.Fragment, publish.Text}, together...)
	p.options("general", "Sandmere", "2024-05-02 20:34", []publish.Form{publish.Page, publish.CSV, publish.ParliamentCSV, publish.JSON})
	p.charts("sample", "", "Hartlepool")
	p.charts("every", "Mereshire", "Northmere", "Southmere", "Westmere", "Abbey ward", "Bridge ward")
	p.charts("general", "Sandmere", "North Mereland", "Upper Wold and Fen", "Harbour ward")
	p.revisions("sample", "Hartlepool", "2021-05-07 04:00", "2021-05-07 07:03")
	p.revisions("every", "Northmere", "2024-05-02 21:00", "2024-05-03 00:45")
	p.deltas()
	p.live("every")
	p.live("thousand")
	for _, name := range []string{"sample", "every", "rehearsal", "thousand"} {
		p.file("pasted/"+name, filepath.Join(name, "pasted.txt"))
	}
	t.Run("real general election", p.real)
	p.compare()
}

// A pins collects outputs by name.
type pins struct {
	t       *testing.T
	home    string // the folder of this test
	out     map[string][]byte
	without string // how the names of outputs begin that cannot be made here, empty where all can
}

var (
	pinnedID     = regexp.MustCompile(`\b(?:01[0-9a-z]{24}|[a-z2-7]{26})\b`)
	pinnedScript = regexp.MustCompile(`script-src &#39;sha256-[^&]*`)
	pinnedDigest = regexp.MustCompile(`\b([0-9a-f]{64}|[0-9a-f]{32})\b`)
)

// A counter gives bytes that count up.
type counter struct{ n atomic.Uint32 }

func (c *counter) Read(b []byte) (int, error) {
	clear(b)
	if len(b) >= 4 {
		binary.BigEndian.PutUint32(b[len(b)-4:], c.n.Add(1))
	}
	return len(b), nil
}

// numbered puts numbers where the matches stand, equal ones for equal matches,
// in the order in which they come, as long as the matches were.
func numbered(pattern *regexp.Regexp, data []byte) []byte {
	known := map[string]string{}
	return pattern.ReplaceAllFunc(data, func(match []byte) []byte {
		if known[string(match)] == "" {
			known[string(match)] = fmt.Sprintf("%0*d", len(match), len(known)+1)
		}
		return []byte(known[string(match)])
	})
}

func (p *pins) add(name string, data []byte) {
	p.t.Helper()
	if _, twice := p.out[name]; twice {
		p.t.Fatalf("two outputs are called %s", name)
	}
	data = numbered(pinnedScript, numbered(pinnedID, data))
	if strings.Contains(name, "archive") {
		data = numbered(pinnedDigest, data)
	}
	p.out[name] = data
}

func (p *pins) file(name, path string) {
	p.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		p.t.Fatal(err)
	}
	p.add(name, data)
}

// said is what a call of the program wrote to its streams, and how it ended.
func said(args ...string) []byte {
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &errs)
	return fmt.Appendf(nil, "> night %s\n%s%send %d\n", strings.Join(args, " "), &out, &errs, code)
}

// run pins what a call of the program says.
func (p *pins) run(name string, args ...string) {
	p.t.Helper()
	p.add(name, said(args...))
}

// export pins what an export says and all files that it writes.
func (p *pins) export(name, night string, args ...string) {
	p.t.Helper()
	folder := filepath.Join("out", name)
	text := said(append([]string{"export", night + ".night", "--out", folder + "/"}, args...)...)
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		text = append(text, listed(path[len(folder)+1:], data)...)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		p.t.Fatal(err)
	}
	p.add(name, text)
}

// listed is a file under its name. Of what is no text it has the digest, and of
// an archive what is in it.
func listed(name string, data []byte) []byte {
	if r, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		text := fmt.Appendf(nil, "-- %s: %d files --\n", name, len(r.File))
		for _, f := range r.File {
			content, err := f.Open()
			if err != nil {
				return append(text, err.Error()...)
			}
			data, _ := io.ReadAll(content) // what is cut off is another output
			text = append(text, fmt.Sprintf("(%v, %v)\n", f.Modified.UTC(), f.Method)...)
			text = append(text, listed(f.Name, data)...)
		}
		return text
	}
	if !utf8.Valid(data) {
		data = fmt.Appendf(nil, "sha256 %x", sha256.Sum256(data))
	}
	return fmt.Appendf(nil, "-- %s --\n%s\n", name, data)
}

// help pins what the program says of itself. Asking for help ends a program,
// so this is the real one.
func (p *pins) help() {
	for _, command := range []string{"", "new", "import", "results", "check", "post", "entries", "export", "chart", "copy", "history", "sample"} {
		said, err := exec.Command("night", strings.Fields(command+" --help")...).CombinedOutput()
		if err != nil {
			p.t.Fatalf("night %s --help: %v", command, err)
		}
		p.add("help/night "+command, said)
	}
}

// schema pins the text of a new night's tables, views and triggers.
func (p *pins) schema() {
	p.run("new", "new", "new.night", "--title", "New")
	db, err := sql.Open("sqlite3", "file:new.night?mode=ro")
	if err != nil {
		p.t.Fatal(err)
	}
	defer db.Close()
	var schema []byte
	rows, err := db.Query(`SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
		UNION ALL SELECT 'user_version ' || user_version FROM pragma_user_version
		UNION ALL SELECT 'application_id ' || application_id FROM pragma_application_id`)
	if err != nil {
		p.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			p.t.Fatal(err)
		}
		schema = append(schema, line+"\n"...)
	}
	if err := rows.Err(); err != nil {
		p.t.Fatal(err)
	}
	p.add("schema", schema)
}

// night pins forms of a night as it is, and what its lists say.
func (p *pins) night(name string, forms []publish.Form) {
	for _, form := range forms {
		p.export(name+"/"+string(form), name, "--as", string(form))
	}
	file := name + ".night"
	p.run(name+"/results", "results", file)
	p.run(name+"/results json", "results", file, "--json")
	p.run(name+"/entries", "entries", file)
	p.run(name+"/entries json", "entries", file, "--json")
	p.run(name+"/check", "check", file)
	if name != "public" { // its acts are of this minute
		p.run(name+"/history", "history", file)
		p.export(name+"/archive", name, "--as", "archive")
	}
}

// The options of an export: of the text, of the pictures, and some together.
// Those of the text are tried at a moment, before most of the charts, which
// take longer to draw than all the rest.
var (
	ofText     = [][]string{{"--heading", "2"}, {"--order", "newest"}, {"--order", "oldest"}, {"--no-ids"}, {"--no-times"}, {"--numbered"}, {"--new"}}
	ofPictures = [][]string{
		{"--pictures", "files"}, {"--pictures", "inside"}, {"--pictures", "placeholders"}, {"--pictures", "zipped"},
		{"--chart", "png"}, {"--chart", "svg"}, {"--ascii"},
	}
	together = [][]string{
		{"--results"}, {"--results", "--ascii", "--order", "oldest", "--chart", "svg"},
		{"--heading", "3", "--no-ids", "--no-times", "--pictures", "placeholders", "--ascii"},
	}
)

// options pins options of an export in some forms, and what is asked for of the
// night: its newest entry, one contest, and a moment.
func (p *pins) options(name, contest, moment string, forms []publish.Form, sets ...[]string) {
	at := []string{"--as-of", moment}
	sets = append(slices.Clone(sets), at, []string{"--contest", contest}, []string{"--entry", p.newest(name)},
		append(at, "--contest", contest, "--order", "newest", "--pictures", "inside", "--heading", "6"))
	for _, set := range ofText {
		sets = append(sets, append(set, at...))
	}
	for _, form := range forms {
		for _, set := range sets {
			if isTable(form) && !slices.Contains([]string{"--contest", "--as-of"}, set[0]) {
				continue
			}
			label := strings.ReplaceAll(strings.Join(set, " "), ":", "")
			if set[0] == "--entry" {
				label = "--entry"
			}
			p.export(name+"/"+string(form)+" "+label, name, append([]string{"--as", string(form)}, set...)...)
		}
	}
}

func isTable(form publish.Form) bool {
	return slices.Contains([]publish.Form{publish.CSV, publish.ParliamentCSV, publish.JSON}, form)
}

// newest is the id of a night's newest entry.
func (p *pins) newest(name string) string {
	p.t.Helper()
	var out bytes.Buffer
	var all struct{ Entries []struct{ ID string } }
	if code := run([]string{"entries", name + ".night", "--json"}, nil, &out, io.Discard); code != 0 {
		p.t.Fatalf("listing the entries of %s ended with %d", name, code)
	}
	if err := json.Unmarshal(out.Bytes(), &all); err != nil {
		p.t.Fatal(err)
	}
	return all.Entries[0].ID
}

// charts pins every chart that can be drawn.
func (p *pins) charts(name, council string, contests ...string) {
	draw := func(kind, of string) {
		for _, ending := range []string{"svg", "png", "txt"} {
			file := kind + " " + of + "." + ending
			text := said("chart", name+".night", "--kind", kind, "--contest", of, "--out", file)
			if data, err := os.ReadFile(file); err == nil {
				text = append(text, listed(file, data)...)
				_ = os.Remove(file)
			}
			p.add(name+"/chart "+file, text)
		}
	}
	for _, contest := range contests {
		draw("share", contest)
		draw("change", contest)
	}
	draw("history", contests[0])
	if council != "" {
		draw("seats", council)
	}
}

// revisions pins the results of a corrected contest, and the night's lists at
// moments of it.
func (p *pins) revisions(name, contest string, moments ...string) {
	file := name + ".night"
	p.run(name+"/results of one", "results", file, "--contest", contest)
	p.run(name+"/history of one", "history", file, contest)
	for _, n := range []string{"1", "2", "3"} {
		p.run(name+"/results revision "+n, "results", file, "--contest", contest, "--revision", n)
		p.run(name+"/results revision json "+n, "results", file, "--contest", contest, "--revision", n, "--json")
	}
	for i, m := range moments {
		p.run(fmt.Sprint(name, "/results as of ", i), "results", file, "--as-of", m)
		p.run(fmt.Sprint(name, "/results json as of ", i), "results", file, "--as-of", m, "--json")
		p.run(fmt.Sprint(name, "/entries as of ", i), "entries", file, "--as-of", m)
		p.run(fmt.Sprint(name, "/entries json as of ", i), "entries", file, "--as-of", m, "--json")
	}
}

// deltas pins what is new since each hand-over, and a whole export by profile.
func (p *pins) deltas() {
	p.export("handed/profile Bare", "handed", "--profile", "Bare")
	for _, x := range nights.Profiles {
		p.export("handed/new "+x.Name, "handed", "--profile", x.Name, "--new")
	}
	for _, form := range publish.Forms {
		p.export("handed/new form "+string(form), "handed", "--as", string(form), "--new")
	}
	p.export("handed/recorded", "handed", "--profile", "Wire", "--new", "--author", "AT")
	p.export("handed/recorded twice", "handed", "--profile", "Wire", "--new", "--author", "AT")
}

// live pins the live page of a night: all that is given of it first, and what
// is after an entry and the headline have become others.
func (p *pins) live(name string) {
	n, err := night.View(name+".night", night.Options{})
	if err != nil {
		p.t.Fatal(err)
	}
	defer n.Close()
	e, err := n.Edition(night.Moment{})
	if err != nil {
		p.t.Fatal(err)
	}
	page := publish.NewLive(publish.Options{Name: "index", Pictures: n.Picture})
	page.Take(e)
	p.add("live/"+name, p.given(page))
	first := e.Entries[len(e.Entries)-1]
	first.Text += "\n\nThis came later."
	page.Put(first, "")
	p.add("live/"+name+" after an edit", p.given(page))
	newer := blog.Entry{ID: "01zzzzzzzzzzzzzzzzzzzzzzzz", Text: "Newer.", Authors: first.Authors, Published: e.Entries[0].Published + 60_000}
	page.Put(newer, e.Entries[0].ID)
	p.add("live/"+name+" after an entry", p.given(page))
	e.Details.Headline = "Another headline"
	page.Set(e)
	p.add("live/"+name+" after the headline", p.given(page))
}

// given is all that a live page gives, in order, and what it says is gone.
func (p *pins) given(page *publish.Live) (text []byte) {
	for {
		files, err := page.Next()
		if err != nil {
			p.t.Fatal(err)
		}
		if files == nil {
			return fmt.Appendf(text, "gone: %q\n", page.Gone())
		}
		for _, f := range files {
			text = append(text, listed(f.Name, f.Data)...)
		}
	}
}

// real pins the general election of 2019 over that of 2017, where the files
// lie beside the checkout.
func (p *pins) real(t *testing.T) {
	var sources [2][]intake.Source
	for i, year := range []string{"2019", "2017"} {
		for _, what := range []string{"candidacies", "constituencies"} {
			name := "ge" + year + "-" + what + ".csv"
			f, err := os.Open(filepath.Join(p.home, "../../../shared/data/parliament", name))
			if err != nil {
				p.without = "real/"
				t.Skip("the real general election is not at ../shared/data/parliament; the night general stands for it")
			}
			defer f.Close()
			sources[i] = append(sources[i], intake.Source{Name: name, Data: f})
		}
	}
	if err := nights.Imported("real.night", "The 2019 general election", sources[0], sources[1]); err != nil {
		t.Fatal(err)
	}
	for _, form := range []publish.Form{publish.Page, publish.CSV, publish.ParliamentCSV, publish.JSON} {
		p.export("real/"+string(form), "real", "--as", string(form))
	}
	p.run("real/results", "results", "real.night")
}

// compare holds the outputs against the digests, or writes these anew.
func (p *pins) compare() {
	path := filepath.Join(p.home, "testdata", "pinned.digests")
	old, err := os.ReadFile(path)
	if err != nil && !*update {
		p.t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(old)) {
		digest, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		want[name] = digest
	}
	var others []string
	for name, data := range p.out {
		digest := fmt.Sprintf("%x", sha256.Sum256(data))
		if want[name] != digest {
			others = append(others, name)
		}
		if *update {
			want[name] = digest
		}
	}
	for name := range want {
		if _, made := p.out[name]; !made && (p.without == "" || !strings.HasPrefix(name, p.without)) {
			others = append(others, name+" (there is no such output any more)")
			if *update {
				delete(want, name)
			}
		}
	}
	p.keep(len(others) > 0)
	if *update {
		var text []byte
		for _, name := range slices.Sorted(maps.Keys(want)) {
			text = append(text, want[name]+"  "+name+"\n"...)
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			p.t.Fatal(err)
		}
		return
	}
	slices.Sort(others)
	for _, name := range others {
		p.t.Errorf("another output: %s", name)
	}
}

// keep writes the outputs where they can be looked at: where that was asked
// for, or where some are others.
func (p *pins) keep(others bool) {
	folder := *outputs
	if folder == "" && others && !*update {
		var err error
		if folder, err = os.MkdirTemp("", "nightdesk-pinned-"); err != nil {
			p.t.Fatal(err)
		}
		p.t.Logf("The outputs as they are now are in %s. To compare them with those of the old code, run there: go test ./cmd/night -run Pinned -outputs FOLDER", folder)
	}
	if folder == "" {
		return
	}
	for name, data := range p.out {
		path := filepath.Join(folder, filepath.FromSlash(name)+".out")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			p.t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			p.t.Fatal(err)
		}
	}
}
