package publish_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
	pages "nightdesk/data/publish/page"
)

// A folder is what a live page was written to, and the edition that it was told
// of last.
type folder struct {
	live  *publish.Live
	files map[string][]byte
	wrote []string // since it was asked last
	e     blog.Edition
}

func newFolder(size int) *folder {
	return &folder{live: pages.NewLive(publish.Options{Name: "night", Pictures: pictures}, size), files: map[string][]byte{}}
}

// follow tells the live page what became of the edition, as a desk does: the
// entries that changed, and the rest where it did.
func (f *folder) follow(t fataler, e blog.Edition) {
	was := map[string]blog.Entry{}
	for _, x := range f.e.Entries {
		was[x.ID] = x
	}
	is := map[string]bool{}
	for i, x := range slices.Backward(e.Entries) {
		below := ""
		if i+1 < len(e.Entries) {
			below = e.Entries[i+1].ID
		}
		if old, ok := was[x.ID]; !ok || !reflect.DeepEqual(old, x) {
			f.live.Put(x, below)
		}
		is[x.ID] = true
	}
	for id := range was {
		if !is[id] {
			f.live.Put(blog.Entry{ID: id}, "")
		}
	}
	f.live.Set(e)
	f.e = kept(e)
	f.write(t)
}

// kept is an edition in lists of its own.
func kept(e blog.Edition) blog.Edition {
	e.Entries, e.Contests = slices.Clone(e.Entries), slices.Clone(e.Contests)
	return e
}

type fataler interface{ Fatalf(string, ...any) }

// write writes what may be another, as whoever keeps a folder does. The head
// names no page that is not there, at no moment.
func (f *folder) write(t fataler) {
	f.wrote = nil
	for {
		files, err := f.live.Next()
		if err != nil {
			t.Fatalf("rendering: %v", err)
		}
		if files == nil {
			break
		}
		for _, file := range slices.Backward(files) {
			if !bytes.Equal(f.files[file.Name], file.Data) {
				f.wrote = append(f.wrote, file.Name)
			}
			f.files[file.Name] = file.Data
			f.mustName(t, f.live.Head())
		}
	}
	for _, name := range f.live.Gone() {
		delete(f.files, name)
		f.mustName(t, f.live.Head())
	}
}

var beside = regexp.MustCompile(`(?:href|src)="([^"#:]+)(?:#([^"]*))?"`)

// mustName wants every page and picture to be there that a page names.
func (f *folder) mustName(t fataler, page string) {
	for _, m := range beside.FindAllSubmatch(f.files[page], -1) {
		if _, there := f.files[string(m[1])]; !there {
			t.Fatalf("%s names %s, which is not there", page, m[1])
		}
	}
}

// mustHold wants the folder to be what a fresh export gives, every entry to
// stand on one numbered page, and every link to lead to where it says.
func (f *folder) mustHold(t fataler, size int) {
	files, err := pages.Numbered(f.e, publish.Options{Name: "night", Pictures: pictures}, size)
	if err != nil {
		t.Fatalf("exporting: %v", err)
	}
	for _, file := range files {
		if !bytes.Equal(f.files[file.Name], file.Data) {
			t.Fatalf("%s is not as a fresh export has it:\n%s\n\n%s", file.Name, f.files[file.Name], file.Data)
		}
	}
	if len(files) != len(f.files) {
		t.Fatalf("there are %d files, and a fresh export has %d", len(f.files), len(files))
	}
	on := map[string]string{}
	for name, data := range f.files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		f.mustName(t, name)
		f.mustLead(t, name)
		for _, m := range regexp.MustCompile(`<article id="e-([^"]+)"`).FindAllSubmatch(data, -1) {
			if id := string(m[1]); name != "night.html" {
				if on[id] != "" {
					t.Fatalf("%s stands on %s and on %s", id, on[id], name)
				}
				on[id] = name
			}
		}
	}
	for i, x := range slices.Backward(f.e.Entries) {
		if want := fmt.Sprintf("night-%d.html", (len(f.e.Entries)-1-i)/size+1); on[x.ID] != want {
			t.Fatalf("%s stands on %s, want %s", x.ID, on[x.ID], want)
		}
	}
}

// mustLead follows every link of a page to the place that it names.
func (f *folder) mustLead(t fataler, name string) {
	var data struct {
		LiveBlogUpdate []struct {
			ID string `json:"@id"`
		}
	}
	_, block, _ := bytes.Cut(f.files[name], []byte(`<script type="application/ld+json">`))
	block, _, _ = bytes.Cut(block, []byte(`</script>`))
	if err := json.Unmarshal(block, &data); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var to []string
	for _, u := range data.LiveBlogUpdate {
		to = append(to, u.ID[strings.LastIndex(u.ID, "/")+1:])
	}
	for _, m := range regexp.MustCompile(`href="([^":]*#[^"]+)"`).FindAllSubmatch(f.files[name], -1) {
		to = append(to, string(m[1]))
	}
	for _, link := range to {
		page, anchor, _ := strings.Cut(link, "#")
		if page == "" {
			page = name
		}
		if strings.HasPrefix(anchor, "e-") && page == "night.html" {
			t.Fatalf("%s: %s leads to an entry at the head, where it will not stay", name, link)
		}
		if !bytes.Contains(f.files[page], []byte(` id="`+anchor+`"`)) {
			t.Fatalf("%s: %s leads nowhere", name, link)
		}
	}
}

// act does what a desk does, and some things more that pages rest on.
func (f *folder) act(t *rapid.T, d *desk) {
	e := &d.e
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0:
		e.Details.Title = rapid.SampledFrom([]string{"Hartlepool by-election", "A by-election", ""}).Draw(t, "title")
	case 1:
		e.Details.OldestFirst = !e.Details.OldestFirst
	case 2:
		e.Colours = map[string]string{"PP52": rapid.SampledFrom([]string{"0087DC", "101010"}).Draw(t, "colour")}
	case 3: // an entry that is shown by more than its text
		d.add(t)
		pic, _ := drawing()
		e.Entries[0].Text = rapid.SampledFrom([]string{"@picture " + pic + " | One", "@picture " + pic[:10], "@result Hartlepool", "@result Nowhere"}).Draw(t, "shows")
	case 4:
		e.Pictures = slices.Clone(e.Pictures)
		e.Pictures = append(e.Pictures, blog.Picture{ID: e.Pictures[0].ID[:10] + strings.Repeat("0", 54), MediaType: "image/png"})[:rapid.IntRange(1, len(e.Pictures)+1).Draw(t, "pictures")]
	case 5:
		e.Details.Address = rapid.SampledFrom([]string{"", "https://a.example/live/", "https://a.example/live"}).Draw(t, "address")
	default:
		d.act(t)
	}
}

// TestLivePagesAreThoseOfAFreshExport after whatever happens in a night, and a
// full page is the same for ever as far as later publications go. Under the
// race detector the stories are short; "go run ./cmd/dev test" tells the long
// ones without it.
func TestLivePagesAreThoseOfAFreshExport(t *testing.T) {
	most := 12
	if underRace {
		most = 2
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := &desk{e: night(), now: at("7 09.00")}
		d.e.Entries[0].Text = "@result Hartlepool" // a chart takes as long to draw as all the rest
		d.e.Entries = d.e.Entries[rapid.IntRange(0, len(d.e.Entries)).Draw(rt, "entries at first"):]
		size := rapid.IntRange(1, 4).Draw(rt, "size")
		f := newFolder(size)
		f.live.Take(d.e)
		f.e = kept(d.e)
		f.write(rt)
		f.mustHold(rt, size)
		for range rapid.IntRange(1, most).Draw(rt, "acts") {
			d.e = kept(d.e)
			f.act(rt, d)
			before := map[string][]byte{}
			if n := len(f.e.Entries); len(d.e.Entries) == n+1 && reflect.DeepEqual(withEntries(d.e, d.e.Entries[1:]), f.e) {
				for p := 1; p <= n/size; p++ {
					name := fmt.Sprintf("night-%d.html", p)
					before[name] = f.files[name]
				}
			}
			if rapid.IntRange(0, 9).Draw(rt, "as a whole") == 0 {
				f.live.Take(d.e)
				f.e = kept(d.e)
				f.write(rt)
			} else {
				f.follow(rt, d.e)
			}
			f.mustHold(rt, size)
			for name, was := range before {
				if !bytes.Equal(was, f.files[name]) {
					rt.Fatalf("%s was sealed, and a later publication changed it", name)
				}
			}
		}
	})
}

func withEntries(e blog.Edition, entries []blog.Entry) blog.Edition {
	e.Entries = entries
	return e
}

// TestAnActTouchesOnlyItsPages: what is written of a night of many pages.
func TestAnActTouchesOnlyItsPages(t *testing.T) {
	const size = 3
	e := night()
	e.Entries[0].Text = "@result Hartlepool"
	for i := range 20 {
		e.Entries = append([]blog.Entry{{ID: fmt.Sprintf("m%d", i), Kicker: "More", Text: "More.", Authors: []string{"a3"}, Published: at("7 09.00") + int64(i), Updated: at("7 09.00") + int64(i)}}, e.Entries...)
	}
	f := newFolder(size)
	f.live.Take(e)
	f.e = kept(e)
	f.write(t)
	if n := len(f.wrote); n != 12 { // the head, ten pages of which the last is open, a picture
		t.Fatalf("it wrote %q", f.wrote)
	}
	for _, c := range []struct {
		what string
		act  func()
		want string
	}{
		{"an entry on the open page", func() {
			e.Entries = append([]blog.Entry{{ID: "new1", Text: "New.", Authors: []string{"a1"}, Published: at("7 09.10"), Updated: at("7 09.10")}}, e.Entries...)
		}, "night-10.html night.html"},
		{"an entry that follows", func() {
			e.Entries = append([]blog.Entry{{ID: "new2", Text: "Newer.", Authors: []string{"a1"}, Published: at("7 09.12"), Updated: at("7 09.12")}}, e.Entries...)
		}, "night-10.html night.html"},
		{"an entry that fills a page", func() {
			e.Entries = append([]blog.Entry{{ID: "new3", Text: "Newest.", Authors: []string{"a1"}, Published: at("7 09.13"), Updated: at("7 09.13")}}, e.Entries...)
		}, "night-11.html night-10.html night.html"},
		{"an entry of old corrected", func() {
			x := &e.Entries[len(e.Entries)-1]
			x.Corrections, x.Updated = []blog.Correction{{When: at("7 09.20"), Note: "No."}}, at("7 09.20")
		}, "night-1.html night.html"},
		{"one withdrawn", func() { e.Entries[len(e.Entries)-5].Withdrawn = true }, "night-2.html night.html"},
		{"a headline", func() { e.Details.Headline = "Another" }, "night.html"},
		{"a tag", func() { e.Entries[7].Tags = []string{"tea"} }, ""},
		{"a hand-over", func() { e.HandOvers = []blog.HandOver{{ID: "h1"}} }, ""},
		{"a vote before the declaration", func() {
			c := hartlepool()
			c.ID, c.Name, c.Code, c.State, c.Declared = "c9", "Elsewhere", "", election.Counting, 0
			e.Contests = append(e.Contests, c)
			f.follow(t, e) // a contest that is new may be what a text always meant
			c.Candidates = slices.Clone(c.Candidates)
			c.Candidates[0].Votes = election.Of(9)
			e.Contests[1] = c
		}, ""},
		{"a result that an old entry shows", func() {
			c := hartlepool()
			c.State, c.Revision = election.Corrected, 2
			c.Candidates[0].Votes = election.Of(105)
			c.Corrections = []election.Correction{{Revision: 2, When: at("7 09.30"), Reason: "Misread.", Source: "the officer"}}
			e.Contests[0] = c
		}, "night.html night-3.html"},
		{"an author’s name", func() { e.Authors[2].Name = "Cyd Silent" }, "night.html night-9.html night-8.html night-7.html night-6.html night-5.html night-4.html night-3.html"},
		{"an author who is new", func() { e.Authors = append(e.Authors, blog.Author{ID: "a4", Name: "Di New"}) }, ""},
	} {
		e = kept(e)
		e.Authors = slices.Clone(e.Authors)
		c.act()
		f.follow(t, e)
		if got := strings.Join(f.wrote, " "); got != c.want {
			t.Errorf("%s: it wrote %q, want %q", c.what, got, c.want)
		}
		f.mustHold(t, size)
	}
}

// TestWhatIsLostIsGivenAgain: pages that are not there come before the head,
// with those whose entries it shows, and the others after it.
func TestWhatIsLostIsGivenAgain(t *testing.T) {
	f := newFolder(1)
	f.live.Take(night())
	f.e = night()
	f.write(t)
	for _, name := range []string{"night-2.html", f.live.Head()} {
		delete(f.files, name)
	}
	for name := range f.files {
		if strings.HasSuffix(name, ".png") {
			delete(f.files, name)
		}
	}
	f.live.Again(func(name string) bool { return f.files[name] != nil })
	var order []string
	for {
		files, err := f.live.Next()
		if err != nil {
			t.Fatal(err)
		}
		if files == nil {
			break
		}
		order = append(order, files[0].Name)
		for _, file := range files {
			f.files[file.Name] = file.Data
		}
	}
	want := "night-8.html night-7.html night-2.html night-1.html night.html night-6.html night-5.html night-4.html night-3.html"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("they come as %s, want %s", got, want)
	}
	f.mustHold(t, 1)
}

// TestAPageThatCouldNotBeWrittenComesBeforeTheHead again, though there is an
// older one of its name.
func TestAPageThatCouldNotBeWrittenComesBeforeTheHead(t *testing.T) {
	f := newFolder(3)
	f.live.Take(night())
	f.e = night()
	f.write(t)
	f.live.Put(blog.Entry{ID: "new", Text: "New.", Published: at("7 09.00")}, "k9")
	lost, err := f.live.Next()
	if err != nil {
		t.Fatal(err)
	}
	f.live.Again(func(string) bool { return true })
	if next, err := f.live.Next(); err != nil || next[0].Name != lost[0].Name {
		t.Errorf("%s could not be written, and the next is not it: %v", lost[0].Name, err)
	}
}

// TestAPageThatCannotBeRenderedIsTheNextAgain and keeps nothing of what was
// given before.
func TestAPageThatCannotBeRenderedIsTheNextAgain(t *testing.T) {
	damaged := errors.New("damaged")
	var why error
	live := pages.NewLive(publish.Options{Name: "night", Pictures: func(id string) ([]byte, error) {
		if why != nil {
			return nil, why
		}
		return pictures(id)
	}}, 3)
	why = damaged
	live.Take(night())
	var err error
	for range 5 {
		if _, err = live.Next(); err != nil {
			break
		}
	}
	if _, again := live.Next(); !errors.Is(err, damaged) || !errors.Is(again, damaged) {
		t.Fatalf("it failed with %v, and then with %v", err, again)
	}
	why = nil
	f := &folder{live: live, files: map[string][]byte{}, e: night()}
	live.Again(func(string) bool { return false })
	f.write(t)
	f.mustHold(t, 3)

	e := night()
	e.Details.Zone = "Mars/Olympus"
	live.Set(e)
	if _, err := live.Next(); err == nil {
		t.Error("a zone that nobody knows is rendered")
	}
	live.Set(night())
	f.write(t)
	f.mustHold(t, 3)
}
