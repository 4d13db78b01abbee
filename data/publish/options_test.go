package publish_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
	"nightdesk/data/publish/layout"
)

func exportedWith(t *testing.T, e blog.Edition, f publish.Form, o publish.Options) string {
	t.Helper()
	o.Name, o.Pictures = "night", pictures
	files, err := publish.Export(e, f, o)
	if err != nil {
		t.Fatal(err)
	}
	return unescaped(f, files[0].Data)
}

func lacks(t *testing.T, where, text string, unwanted ...string) {
	t.Helper()
	for _, u := range unwanted {
		if strings.Contains(text, u) {
			t.Errorf("the %s has %q", where, u)
		}
	}
}

// copied are the forms that a CMS takes in.
var copied = []publish.Form{publish.Fragment, publish.WordPress, publish.Markdown, publish.Text}

func TestAProfileIsItsOptions(t *testing.T) {
	got := publish.ForProfile(blog.Profile{ID: "p1", Name: "House", Form: "fragment", To: "CMS", Heading: 3, Order: blog.OldestOnTop, NoIDs: true, NoTimes: true,
		Pictures: blog.PicturesInside, Chart: blog.ChartAsSVG, ASCII: true})
	if got.Pictures != nil || got.Since != nil {
		t.Error("a profile has no pictures and no hand-over")
	}
	want := publish.Options{Heading: 3, Order: "oldest", NoIDs: true, NoTimes: true, PicturesAs: "inside", ChartAs: "svg", ASCII: true}
	got.Pictures, got.Since = nil, nil
	if got.Heading != want.Heading || got.Order != want.Order || !got.NoIDs || !got.NoTimes || got.PicturesAs != want.PicturesAs || got.ChartAs != want.ChartAs || !got.ASCII {
		t.Errorf("it is %+v", got)
	}
}

// TestHeadingsStandOneBelowAnother from any level on, and none is below 6.
func TestHeadingsStandOneBelowAnother(t *testing.T) {
	for level, want := range map[int][]string{
		0: {"<h2>Hartlepool by", "<h3>Key moments", "<h4>Historic result", "<h5>Con gain from Lab"},
		1: {"<h1>Hartlepool by", "<h1>Key moments", "<h1>Historic result", "<h2>Con gain from Lab"},
		2: {"<h1>Hartlepool by", "<h2>Key moments", "<h2>Historic result", "<h3>Con gain from Lab"},
		3: {"<h1>Hartlepool by", "<h2>Key moments", "<h3>Historic result", "<h4>Con gain from Lab"},
		6: {"<h4>Hartlepool by", "<h5>Key moments", "<h6>Historic result", "<h6>Con gain from Lab"},
	} {
		contains(t, "fragment", exportedWith(t, night(), publish.Fragment, publish.Options{Heading: level}), want...)
	}
	data := []byte(exportedWith(t, night(), publish.WordPress, publish.Options{Heading: 2}))
	contains(t, "blocks", string(data), "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\" id=\"e-k9\">Historic", "<!-- wp:heading {\"level\":1} -->")
}

// TestTheOrderIsTheNightsOrTheOptions in every form.
func TestTheOrderIsTheNightsOrTheOptions(t *testing.T) {
	for _, f := range documents {
		for _, c := range []struct {
			night, oldest bool
			order         string
		}{{order: "", oldest: false}, {night: true, oldest: true}, {night: true, order: blog.NewestOnTop}, {order: blog.OldestOnTop, oldest: true}} {
			e := night()
			e.Details.OldestFirst = c.night
			e.Entries[0].Key, e.Entries[5].Key = false, false
			e.Entries[0].Text, _, _ = strings.Cut(e.Entries[0].Text, "@chart")
			said := exportedWith(t, e, f, publish.Options{Order: c.order})
			first, last := strings.LastIndex(said, "since the seat was made in 1974"), strings.LastIndex(said, "The doors shut at ten")
			if (last < first) != c.oldest {
				t.Errorf("%s, %+v: the newest is at %d, an old one at %d", f, c, first, last)
			}
		}
	}
	text := exportedWith(t, night(), publish.Text, publish.Options{Order: blog.OldestOnTop})
	contains(t, "text", text, "* * *\n\nThursday 6 May\n\n9.30pm BST · Ann Example · Pinned", "* * *\n\nFriday 7 May\n\n12.20am BST")
}

func TestNothingHasAnAnchorWithoutIDs(t *testing.T) {
	for _, f := range copied {
		said := exportedWith(t, night(), f, publish.Options{NoIDs: true})
		lacks(t, string(f), said, `id="`, "#e-", "#r-")
		contains(t, string(f), said, "The declaration", "But how?")
	}
}

// TestNoTimeIsTold but in what was typed, and the result's own.
func TestNoTimeIsTold(t *testing.T) {
	e := night()
	e.Entries[0].Happened -= 20 * 60_000
	times := regexp.MustCompile(`\d\.\d\d[ap]m|datetime|Thursday 6 May`)
	for _, f := range copied {
		said := exportedWith(t, e, f, publish.Options{NoTimes: true})
		_, said, _ = strings.Cut(said, "Valid votes") // below the result at the head
		for _, typed := range []string{"Hartlepool, declared 7.01am BST on 7 May 2021", "12.14am"} {
			said = strings.ReplaceAll(said, typed, "")
		}
		if found := times.FindString(said); found != "" {
			at := strings.Index(said, found)
			t.Errorf("the %s tells %q", f, said[max(0, at-80):at+40])
		}
		contains(t, string(f), said, "The declaration", "Ann Example", "Corrected", "Correction: an earlier version misheard", "Entry has been withdrawn"[5:], "Historic result")
	}
	contains(t, "fragment", exportedWith(t, e, publish.Fragment, publish.Options{NoTimes: true}), "<p>By Ann Example and Ben Rider · Updated</p>", "<li><a href=\"#e-k9\">The declaration</a></li>")
}

// TestPicturesLeaveAsAsked: beside the text, in it, as a place for them, or
// in one archive with it.
func TestPicturesLeaveAsAsked(t *testing.T) {
	id, bytesOf := drawing()
	inside := "data:image/png;base64," + base64.StdEncoding.EncodeToString(bytesOf)
	for _, f := range []publish.Form{publish.Page, publish.Fragment, publish.WordPress, publish.Markdown} {
		charts := 1
		if f == publish.Page {
			charts = 0 // they are drawn
		}
		for how, want := range map[string]string{
			"": "night-pictures/" + id + ".png", blog.PicturesAsFiles: "night-pictures/" + id + ".png",
			blog.PicturesInside: inside, blog.PicturesReserved: "[Picture: A sports hall with long tables, drawn in grey (" + id + ".png)]",
		} {
			files, err := publish.Export(night(), f, publish.Options{Name: "night", Pictures: pictures, PicturesAs: how})
			if err != nil {
				t.Fatal(err)
			}
			beside := 1 + charts
			if how == blog.PicturesInside {
				beside = 0
				if f == publish.WordPress { // whose editor would drop them
					want, beside = "night-pictures/"+id+".png", 2
				}
			}
			if len(files)-1 != beside {
				t.Errorf("%s, pictures %q: %d files beside it, not %d", f, how, len(files)-1, beside)
			}
			said := unescaped(f, files[0].Data)
			contains(t, string(f), said, want)
			if how == blog.PicturesReserved && strings.Contains(said, "<img") {
				t.Errorf("the %s shows a picture", f)
			}
			if f == publish.Page {
				pagePictures(t, files[0].Data, how)
			}
		}
	}
}

// pagePictures wants the page to allow the pictures that it has, and no
// others, and to name none in its data that nobody can fetch.
func pagePictures(t *testing.T, page []byte, how string) {
	t.Helper()
	policy := attribute(find(read(t, page), "meta", "http-equiv", "Content-Security-Policy"), "content")
	want := "img-src 'self' file:;"
	if how == blog.PicturesInside {
		want = "img-src data:;"
	}
	contains(t, "policy", policy, want)
	data := find(read(t, page), "script", "", "").FirstChild.Data
	lacks(t, "JSON-LD", data, "base64")
}

func TestAnExportInOneArchive(t *testing.T) {
	o := publish.Options{Name: "night", Pictures: pictures, PicturesAs: blog.PicturesZipped}
	files, err := publish.Export(night(), publish.Page, o)
	if err != nil || len(files) != 1 || files[0].Name != "night.zip" {
		t.Fatalf("%d files, %v", len(files), err)
	}
	again, _ := publish.Export(night(), publish.Page, o)
	if !bytes.Equal(files[0].Data, again[0].Data) {
		t.Error("it is not the same twice")
	}
	o.PicturesAs = blog.PicturesAsFiles
	loose, err := publish.Export(night(), publish.Page, o)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := zip.NewReader(bytes.NewReader(files[0].Data), int64(len(files[0].Data)))
	if err != nil || len(packed.File) != len(loose) {
		t.Fatalf("%d files, not %d: %v", len(packed.File), len(loose), err)
	}
	for i, f := range packed.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil || f.Name != loose[i].Name || !bytes.Equal(data, loose[i].Data) {
			t.Errorf("%s is not %s: %v", f.Name, loose[i].Name, err)
		}
	}
}

// TestAChartIsDrawnWhereAsked and no id of it stands twice.
func TestAChartIsDrawnWhereAsked(t *testing.T) {
	e := night()
	e.Entries[0].Pinned = true
	e.Entries[0].Text += "\n\n@chart Hartlepool | share"
	files, err := publish.Export(e, publish.Fragment, publish.Options{Pictures: pictures, ChartAs: blog.ChartAsSVG})
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	root := read(t, files[0].Data)
	check(t, root, false)
	drawn := 0
	for n := range root.Descendants() {
		if n.Data == "svg" {
			drawn++
		}
	}
	if drawn != 4 {
		t.Errorf("%d charts are drawn", drawn)
	}
}

// TestASCII has nothing beyond it and nothing lost to a question mark; a form
// of HTML is read as the same characters.
func TestASCII(t *testing.T) {
	e := night()
	e.Details.Standfirst = "“Quoted” – it’s £500 or €3 — really… Café Zoë, Łódź, Ŵyr, ½, 中 and 🗳️\u200b."
	e.Entries[3].Text = "See https://a.example/caf%C3%A9 and [Zoë](https://b.example/ü).\n\n| Né | b |\n|---|--:|\n| … | – |"
	for _, f := range copied {
		said := exportedWith(t, e, f, publish.Options{ASCII: true})
		for i, r := range said {
			if r >= 0x80 {
				t.Fatalf("the %s has %q in %q", f, r, said[max(0, i-40):i+8])
			}
		}
		lacks(t, string(f), said, "?m", " ? ")
	}
	contains(t, "text", exportedWith(t, e, publish.Text, publish.Options{ASCII: true}),
		`"Quoted" - it's GBP 500 or EUR 3 -- really... Cafe Zoe, Lodz, Wyr, 1/2, [U+4E2D] and [U+1F5F3].`,
		"https://a.example/caf%C3%A9 and Zoe (https://b.example/%C3%BC)", "(51.9%, +23.0), elected", "-9.0", "Ne  | b\n... | -\n")
	contains(t, "Markdown", exportedWith(t, e, publish.Markdown, publish.Options{ASCII: true}), `"Quoted" - it's GBP 500`, "<https://a.example/caf%C3%A9>", "[Zoe](https://b.example/%C3%BC)")
	plain, coded := words(read(t, []byte(exportedWith(t, e, publish.Fragment, publish.Options{})))), words(read(t, []byte(exportedWith(t, e, publish.Fragment, publish.Options{ASCII: true}))))
	if plain != coded {
		t.Error("the fragment in ASCII is not read as the same characters")
	}
	blocksOf(t, []byte(exportedWith(t, e, publish.WordPress, publish.Options{ASCII: true})))
}

// TestNoCharacterBecomesAQuestionMark: of all those that print, and of the signs
// of filed copy each as desks spell it.
func TestNoCharacterBecomesAQuestionMark(t *testing.T) {
	e := night()
	e.Entries = e.Entries[len(e.Entries)-1:]
	for typed, want := range map[string]string{"“a”": `"a"`, "‘a’": "'a'", "a–b": "a-b", "a—b": "a--b", "a…": "a...", "£5": "GBP 5", "é": "e"} {
		e.Entries[0].Text = "So " + typed + " it is"
		contains(t, "text", exportedWith(t, e, publish.Text, publish.Options{ASCII: true}), "So "+want+" it is")
	}
	var all strings.Builder
	for r := rune(0xA0); r <= 0x1FAFF; r++ {
		question := strings.ContainsRune("⁇⁈⁉︖﹖？", r) // in other forms
		if unicode.IsPrint(r) && !question && !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Hangul, r) {
			all.WriteRune(r)
		}
	}
	e.Entries[0].Text = "All: " + all.String()
	for _, f := range copied {
		plain, spelled := exportedWith(t, e, f, publish.Options{}), exportedWith(t, e, f, publish.Options{ASCII: true})
		if strings.Count(spelled, "?") != strings.Count(plain, "?") {
			t.Errorf("the %s in ASCII has %d question marks instead of %d", f, strings.Count(spelled, "?"), strings.Count(plain, "?"))
		}
		if strings.ContainsFunc(spelled, func(r rune) bool { return r >= 0x80 }) {
			t.Errorf("the %s is not in ASCII", f)
		}
	}
}

// TestOneEntryAlone has no word of another; a page keeps its head.
func TestOneEntryAlone(t *testing.T) {
	for _, f := range documents {
		said := exportedWith(t, night(), f, publish.Options{Only: publish.Only{Entry: "k8"}})
		contains(t, string(f), said, "But how?", "42.55 per cent", "misheard", "Ben Rider")
		lacks(t, string(f), said, "Historic result", "Doors are open", "What to expect", "1,496.65", "Key moments")
		if f != publish.Page {
			lacks(t, string(f), said, "Conservatives take the seat")
		}
		_, err := publish.Export(night(), f, publish.Options{Only: publish.Only{Entry: "k77"}})
		var unknown *layout.UnknownEntryError
		if !errors.As(err, &unknown) {
			t.Errorf("%s: got %v", f, err)
		}
	}
	contains(t, "text", exportedWith(t, night(), publish.Text, publish.Options{Only: publish.Only{Entry: "k4"}}), "Thursday 6 May, 10.00pm BST · Ann Example\n\nPolls close\n\nThe doors shut")
	root := read(t, []byte(exportedWith(t, night(), publish.Page, publish.Options{Only: publish.Only{Entry: "k8"}})))
	check(t, root, false)
	checkPolicy(t, root)
	checkData(t, root, 1)
}

// TestTheResultAlone has no word of an entry.
func TestTheResultAlone(t *testing.T) {
	for _, f := range documents {
		said := exportedWith(t, night(), f, publish.Options{Only: publish.Only{Results: true}})
		contains(t, string(f), said, "15,529", "1,496.65")
		lacks(t, string(f), said, "Historic result", "But how?", "Key moments", "Nothing is published yet", "No entries", "Ann Example")
	}
	root := read(t, []byte(exportedWith(t, night(), publish.Page, publish.Options{Only: publish.Only{Results: true}})))
	check(t, root, false)
	checkData(t, root, 0)
}

// TestARehearsalSaysSo on every form, in every file's name and in its data.
func TestARehearsalSaysSo(t *testing.T) {
	e := night()
	e.Details.Rehearsal = true
	for _, f := range publish.Forms {
		for _, only := range []publish.Only{{}, {Entry: "k8"}, {Results: true}} {
			files, err := publish.Export(e, f, publish.Options{Name: "night", Pictures: pictures, Only: only})
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				for _, part := range strings.Split(file.Name, "/") {
					if !strings.HasPrefix(part, "TEST-") {
						t.Errorf("%s: a file is called %s", f, file.Name)
					}
				}
			}
			switch f {
			case publish.CSV, publish.ParliamentCSV:
			case publish.JSON:
				contains(t, "JSON", string(files[0].Data), `"rehearsal": true`)
			default:
				contains(t, string(f), string(files[0].Data), "TEST. This is a rehearsal: nothing in it is real.")
			}
		}
	}
	for _, f := range copied {
		contains(t, string(f), exported(t, e, f), "TEST: Hartlepool by-election: Conservatives", "· TEST")
	}
	b := linkedData(t, e)
	for _, said := range []string{b.Headline, b.About.Name, b.LiveBlogUpdate[0].Headline, b.LiveBlogUpdate[5].Headline} {
		if !strings.HasPrefix(said, "TEST: ") {
			t.Errorf("the JSON-LD says %q", said)
		}
	}
	contains(t, "page", exported(t, e, publish.Page), "<title>TEST: ", `<meta name="robots" content="noindex">`, `<span class="mark">TEST</span>`)
	e.Details.Rehearsal = false
	for _, f := range publish.Forms {
		lacks(t, string(f), exported(t, e, f), "TEST", "noindex", "rehearsal")
	}
}

// TestTheLanguageIsTheNights, and British English where it has none that is
// one.
func TestTheLanguageIsTheNights(t *testing.T) {
	for typed, want := range map[string]string{"": "en-GB", "cy": "cy", "en-ie": "en-IE", `"><b>`: "en-GB", "und": "en-GB"} {
		e := night()
		e.Details.Language = typed
		contains(t, "page", exported(t, e, publish.Page), `<html lang="`+want+`">`)
		if got := linkedData(t, e).InLanguage; got != want {
			t.Errorf("%q is %q in the data", typed, got)
		}
	}
}
