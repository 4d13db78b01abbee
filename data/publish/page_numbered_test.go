package publish_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
	pages "nightdesk/data/publish/page"
)

// manyEntries is a night of so many short entries, the last of which is
// withdrawn.
func manyEntries(n int) blog.Edition {
	e := night()
	e.Entries = nil
	for i := range n {
		when := at("7 09.00") - int64(i)*60_000
		e.Entries = append(e.Entries, blog.Entry{ID: fmt.Sprintf("k%d", n-i), Kicker: fmt.Sprintf("Box %d", n-i), Authors: []string{"a1"}, Published: when, Updated: when,
			Text: "It is *in*.", Withdrawn: i == 1})
	}
	return e
}

func namesOf(files []publish.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

func TestAPageIsSplitPastSoManyEntries(t *testing.T) {
	for _, c := range []struct {
		what string
		n    int
		o    publish.Options
		want string
	}{
		{"a night that is one page", publish.EntriesPerPage, publish.Options{}, "night.html"},
		{"one entry more", publish.EntriesPerPage + 1, publish.Options{}, "night.html night-1.html night-2.html"},
		{"two pages that are full", 2 * publish.EntriesPerPage, publish.Options{}, "night.html night-1.html night-2.html night-3.html"},
		{"a short night with numbers", 3, publish.Options{Numbered: true}, "night.html night-1.html"},
		{"no entry, with numbers", 0, publish.Options{Numbered: true}, "night.html night-1.html"},
		{"a single file", publish.EntriesPerPage + 1, publish.Options{PicturesAs: blog.PicturesInside}, "night.html"},
		{"the results", publish.EntriesPerPage + 1, publish.Options{Only: publish.Only{Results: true}, Numbered: true}, "night.html"},
		{"an entry", publish.EntriesPerPage + 1, publish.Options{Only: publish.Only{Entry: "k7"}, Numbered: true}, "night.html"},
		{"in one archive", publish.EntriesPerPage + 1, publish.Options{PicturesAs: blog.PicturesZipped}, "night.zip"},
	} {
		c.o.Name = "night"
		files, err := publish.Export(manyEntries(c.n), publish.Page, c.o)
		if err != nil {
			t.Fatal(c.what, err)
		}
		if got := strings.Join(namesOf(files), " "); got != c.want {
			t.Errorf("%s: the files are %q, want %q", c.what, got, c.want)
		}
		if c.o.PicturesAs == blog.PicturesZipped {
			z, err := zip.NewReader(bytes.NewReader(files[0].Data), int64(len(files[0].Data)))
			if err != nil || len(z.File) != 3 || z.File[2].Name != "night-2.html" {
				t.Errorf("%s: the archive has %d files: %v", c.what, len(z.File), err)
			}
		}
	}
	for _, f := range []publish.Form{publish.Fragment, publish.Text, publish.WordPress, publish.Markdown} {
		if files, err := publish.Export(manyEntries(publish.EntriesPerPage+1), f, publish.Options{Numbered: true}); err != nil || len(files) != 1 {
			t.Errorf("%s: there are %d files: %v", f, len(files), err)
		}
	}
}

// TestTheHeadHasTheNewestEntries: as many as a page holds, and up to as many
// again but one.
func TestTheHeadHasTheNewestEntries(t *testing.T) {
	const size = 10
	for n, want := range map[int]int{0: 0, 1: 1, 9: 9, 10: 10, 11: 11, 19: 19, 20: 10, 21: 11, 29: 19, 30: 10} {
		for _, oldestFirst := range []bool{false, true} {
			e := manyEntries(n)
			e.Details.OldestFirst = oldestFirst
			files, err := pages.Numbered(e, publish.Options{Name: "night"}, size)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for node := range read(t, files[0].Data).Descendants() {
				if id, ok := strings.CutPrefix(attribute(node, "id"), "e-"); ok && node.Data == "article" {
					ids = append(ids, id)
				}
			}
			if !oldestFirst {
				slices.Reverse(ids)
			}
			if len(ids) != want || want > 0 && (ids[want-1] != fmt.Sprintf("k%d", n) || ids[0] != fmt.Sprintf("k%d", n-want+1)) {
				t.Errorf("of %d entries the head has %d, %v", n, len(ids), ids)
			}
			contains(t, "head", string(files[0].Data), e.Details.Headline, "Con gain from Lab")
			if n > 1 {
				contains(t, "head", string(files[0].Data), fmt.Sprintf("%d entr", n-1))
			}
		}
	}
}

// TestNumberedPagesStandAlone: each is a page as the head is, says which it is,
// and leads to those beside it.
func TestNumberedPagesStandAlone(t *testing.T) {
	const size = 10
	e := manyEntries(25)
	for _, rehearsal := range []bool{false, true} {
		e.Details.Rehearsal = rehearsal
		name := "a night: live"
		files, err := pages.Numbered(e, publish.Options{Name: name, Pictures: pictures}, size)
		if err != nil {
			t.Fatal(err)
		}
		prefix := ""
		if rehearsal {
			prefix = "TEST-"
		}
		if got, want := namesOf(files), []string{prefix + name + ".html", prefix + name + "-1.html", prefix + name + "-2.html", prefix + name + "-3.html"}; !slices.Equal(got, want) {
			t.Fatalf("the files are %q, want %q", got, want)
		}
		href := prefix + "a%20night%3A%20live"
		for i, want := range []map[string]string{
			{"prev": href + "-1.html"}, {"next": href + "-2.html"}, {"prev": href + "-1.html", "next": href + "-3.html"}, {"prev": href + "-2.html"},
		} {
			root := read(t, files[i].Data)
			for _, rel := range []string{"prev", "next"} {
				for _, element := range []string{"link", "a"} {
					got := ""
					if n := find(root, element, "rel", rel); n != nil {
						got = attribute(n, "href")
					}
					if got != want[rel] {
						t.Errorf("page %d: its %s rel=%s leads to %q, want %q", i, element, rel, got, want[rel])
					}
				}
			}
			canonical := "https://harbourpost.example/live/hartlepool"
			if i > 0 {
				canonical = fmt.Sprintf("https://harbourpost.example/live/%s-%d.html", href, i)
				if !strings.Contains(string(files[i].Data), `href="`+href+`.html"`) {
					t.Errorf("page %d does not lead to the head", i)
				}
				if strings.Contains(string(files[i].Data), "take the seat") {
					t.Errorf("page %d has the headline, which will change", i)
				}
			}
			if got := attribute(find(root, "link", "rel", "canonical"), "href"); got != canonical {
				t.Errorf("page %d: its address is %q, want %q", i, got, canonical)
			}
			if got := strings.Contains(string(files[i].Data), "TEST. This is a rehearsal"); got != rehearsal {
				t.Errorf("page %d says that it is a rehearsal: %v", i, got)
			}
			checkPolicy(t, root)
			mustDescribe(t, files[i].Data, canonical, rehearsal)
		}
		contains(t, "second page", string(files[2].Data), "Hartlepool by-election: updates 11 to 20", "page 2", "Friday 7 May")
		contains(t, "open page", string(files[3].Data), "updates 21 onwards")
	}
}

// mustDescribe holds the JSON-LD of a page against what is the same on all of
// them.
func mustDescribe(t *testing.T, page []byte, canonical string, rehearsal bool) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(find(read(t, page), "script", "type", "application/ld+json").FirstChild.Data))
	d.DisallowUnknownFields()
	var b ldBlog
	if err := d.Decode(&b); err != nil {
		t.Fatal(err)
	}
	began := time.UnixMilli(at("7 09.00") - 24*60_000)
	if !b.CoverageStartTime.Equal(began) || !b.DatePublished.Equal(began) || b.ID != canonical || b.URL != canonical || b.Publisher.Name != "The Harbour Post" || b.About.Name == "" {
		t.Errorf("%s: the data are %+v", canonical, b)
	}
	if strings.HasPrefix(b.Headline, "TEST: ") != rehearsal {
		t.Errorf("%s: its headline is %q", canonical, b.Headline)
	}
	if len(b.LiveBlogUpdate) == 0 || len(b.Author) == 0 {
		t.Errorf("%s: it has %d updates by %v", canonical, len(b.LiveBlogUpdate), b.Author)
	}
	for _, u := range b.LiveBlogUpdate {
		if !strings.Contains(u.ID, "-") || !strings.Contains(u.ID, ".html#e-") || u.URL != u.ID {
			t.Errorf("%s: an update stands at %s", canonical, u.ID)
		}
	}
}

// TestAHeadIsCalledAsItsPagesCallIt whatever its file was to be called.
func TestAHeadIsCalledAsItsPagesCallIt(t *testing.T) {
	files, err := pages.Numbered(manyEntries(25), publish.Options{Name: "night"}, 10)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "night.htm")
	if err := publish.Write(path, files); err != nil {
		t.Fatal(err)
	}
	if got, want := publish.Place(path, files), filepath.Join(dir, "night.html"); got != want {
		t.Errorf("it goes to %s, want %s", got, want)
	}
	there, err := os.ReadDir(dir)
	if err != nil || len(there) != len(files) || there[len(there)-1].Name() != "night.html" {
		t.Errorf("there are %v: %v", there, err)
	}
}
