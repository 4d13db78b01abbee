package publish_test

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// proofs are the findings of an export by entry and code.
func proofs(t *testing.T, e blog.Edition, f publish.Form, o publish.Options) []string {
	t.Helper()
	o.Pictures = pictures
	files, err := publish.Export(e, f, o)
	if err != nil {
		t.Fatal(err)
	}
	found, err := publish.Proof(e, f, o, files)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, x := range found {
		if x.Text == "" || x.Level == "" {
			t.Errorf("a finding without words: %+v", x)
		}
		told = append(told, string(x.Level)+" "+x.Entry+" "+x.Code)
	}
	return told
}

// TestNothingIsFoundInAGoodNight in any form, with any options.
func TestNothingIsFoundInAGoodNight(t *testing.T) {
	since := blog.HandOver{}
	for _, e := range []blog.Edition{night(), harlow()} {
		for i, x := range e.Entries { // a chart takes as long to draw as all the rest
			e.Entries[i].Text, _, _ = strings.Cut(x.Text, "@chart")
		}
		for _, f := range publish.Forms {
			for _, o := range []publish.Options{{}, {NoIDs: true, NoTimes: true, PicturesAs: blog.PicturesInside, ASCII: true}, {Since: &since},
				{Only: publish.Only{Results: true}}, {PicturesAs: blog.PicturesZipped, ChartAs: blog.ChartAsSVG}, {Only: publish.Only{Entry: "k4"}}} {
				if found := proofs(t, e, f, o); len(found) > 0 {
					t.Errorf("%s, %+v: %q", f, o, found)
				}
			}
		}
	}
}

// TestTheProofFindsWhatMustNotLeave in whatever form it would leave.
func TestTheProofFindsWhatMustNotLeave(t *testing.T) {
	counting := func(e *blog.Edition) { e.Contests[0].State, e.Contests[0].Declared = election.Counting, 0 }
	for name, c := range map[string]struct {
		do   func(*blog.Edition)
		want []string
	}{
		"a declaration that was taken back": {func(e *blog.Edition) { counting(e); e.Entries[0].Text = "By {majority}." }, []string{"error k9 embargo"}},
		"votes that somebody typed": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = nil, "Mortimer has 15,529, they say."
		}, []string{"error k9 embargo"}},
		"other numbers": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = nil, "Mortimer has 115,529 friends, 15,529.5 or 15,529,000; Walker came at 2.50 and 250 watched Jack."
			e.Contests[0].Candidates[13].Votes = election.Of(251)
		}, nil},
		"a name within another": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = nil, "2,904 came by train from Leeds, asleep or not; “Leé” was one of 2,904."
		}, nil},
		"a name beside marks": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = nil, "Leeds waits. **Lee**: 2,904"
		}, []string{"error k9 embargo"}},
		"a turnout that may be told": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = []blog.Frozen{{Slot: "turnout.papers", Value: "42.55", Contest: "c1"}}, "{turnout.papers}"
		}, nil},
		"one that is held":      {func(e *blog.Edition) { e.Entries[2].Published = 0 }, []string{"error k7 held"}},
		"two of one id":         {func(e *blog.Edition) { e.Entries[2].ID = "k9" }, []string{"error k9 id-twice"}},
		"a picture left alone":  {func(e *blog.Edition) { e.Entries[3].Text = "@picture deadbeef00 | In the hall" }, []string{"warning k6 picture-credit", "warning k6 picture-alt"}},
		"a withdrawn one of it": {func(e *blog.Edition) { e.Entries[3].Text = "@picture deadbeef00"; e.Entries[3].Withdrawn = true }, nil},
	} {
		for _, f := range []publish.Form{publish.Page, publish.Fragment, publish.WordPress, publish.Markdown, publish.Text} {
			e := night()
			e.Entries[0].Text = "Words. {majority}, {swing}"
			c.do(&e)
			want := c.want
			if name == "two of one id" && (f == publish.Markdown || f == publish.Text) {
				want = nil // which have no anchors
			}
			if got := proofs(t, e, f, publish.Options{}); !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q", name, f, got)
			}
		}
	}
}

// TestTheProofLooksAtWhatLeavesAlone.
func TestTheProofLooksAtWhatLeavesAlone(t *testing.T) {
	e := night()
	e.Entries[3].Text = "@picture deadbeef00 | In the hall"
	for want, o := range map[string]publish.Options{"": {Only: publish.Only{Entry: "k8"}}, "warning k6 picture-alt": {Only: publish.Only{Entry: "k6"}}} {
		got := proofs(t, e, publish.Fragment, o)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%+v: %q", o.Only, got)
		}
	}
}

// TestTheProofTellsWhatATargetCannotCarry: characters that ASCII has nothing
// for, but not those that it spells.
func TestTheProofTellsWhatATargetCannotCarry(t *testing.T) {
	e := night()
	e.Details.Standfirst = "“£5” – café 🗳️"
	e.Entries[3].Text = "Dobrý večer 中 \u200b"
	for _, f := range publish.Forms {
		var inUnicode, inASCII []string
		switch f {
		case publish.Page, publish.Fragment, publish.WordPress:
			inUnicode = []string{"warning k6 invisible"}
			inASCII = inUnicode // which leaves as references
		case publish.Text, publish.Markdown:
			inUnicode = []string{"warning k6 invisible"}
			inASCII = []string{"warning  characters", "warning k6 characters", "warning k6 invisible"}
		}
		if got := proofs(t, e, f, publish.Options{ASCII: true}); !slices.Equal(got, inASCII) {
			t.Errorf("%s: %q", f, got)
		}
		if got := proofs(t, e, f, publish.Options{}); !slices.Equal(got, inUnicode) {
			t.Errorf("%s in Unicode: %q", f, got)
		}
	}
}

// TestTheProofTellsWhatTheDeskLeft of marks, and of figures that moved since.
func TestTheProofTellsWhatTheDeskLeft(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*blog.Edition)
		want string
	}{
		"a figure that was corrected": {func(e *blog.Edition) {
			e.Entries[0].Text = "By {majority}."
			e.Entries[0].Frozen = []blog.Frozen{{Slot: "majority", Value: "6,941", Contest: "c1", Revision: 1}}
		}, "warning k9 figure-moved"},
		"a result card of nothing":    {func(e *blog.Edition) { e.Entries[0].Text = "@result Harltepool" }, "warning k9 contest-unknown"},
		"a directive that stayed":     {func(e *blog.Edition) { e.Entries[0].Text = "@chart Hartlepool | pie" }, "warning k9 directive-malformed"},
		"a link that is none":         {func(e *blog.Edition) { e.Entries[0].Text = "[a](javascript:x)" }, "warning k9 link-not-linked"},
		"what cannot be seen":         {func(e *blog.Edition) { e.Entries[0].Text = "a\u200bb" }, "warning k9 invisible"},
		"a kicker of what is unseen":  {func(e *blog.Edition) { e.Entries[0].Kicker = "a\u200bb" }, "warning k9 kicker-invisible"},
		"a figure within a caption":   {func(e *blog.Edition) { e.Entries[0].Text = "@picture ab | {majority} | PA | Hall" }, "warning k9 slot-in-caption"},
		"a wrong figure in the prose": {func(e *blog.Edition) { e.Entries[0].Text = "The majority was 7,000." }, ""},
		"marks of a withdrawn one":    {func(e *blog.Edition) { e.Entries[0].Text, e.Entries[0].Withdrawn = "@result Harltepool", true }, ""},
	} {
		for _, f := range []publish.Form{publish.Page, publish.WordPress, publish.Text} {
			e := night()
			c.do(&e)
			if got := strings.Join(proofs(t, e, f, publish.Options{}), ", "); got != c.want {
				t.Errorf("%s, %s: %q", name, f, got)
			}
		}
	}
}

// TestTheProofOfWhatIsNewLeavesTheRestAlone: it was handed over as it is.
func TestTheProofOfWhatIsNewLeavesTheRestAlone(t *testing.T) {
	e := night()
	e.Entries[3].Text = "@picture deadbeef00 | In the hall"
	given := blog.HandOver{Items: publish.Items(e)}
	e.Entries[0].Text = "@result Harltepool"
	if got := proofs(t, e, publish.Fragment, publish.Options{Since: &given}); !slices.Equal(got, []string{"warning k9 contest-unknown"}) {
		t.Errorf("what is new: %q", got)
	}
	if got := proofs(t, e, publish.Page, publish.Options{Since: &given}); len(got) != 3 {
		t.Errorf("a page is whole: %q", got)
	}
}

// TestTheProofReadsAZippedExport as it is, not as it might have been zipped.
func TestTheProofReadsAZippedExport(t *testing.T) {
	e, o := night(), publish.Options{PicturesAs: blog.PicturesZipped, Pictures: pictures}
	e.Entries[2].ID = "k9"
	files, err := publish.Export(e, publish.Page, o)
	if err != nil {
		t.Fatal(err)
	}
	found, err := publish.Proof(e, publish.Page, o, files)
	if err != nil || len(found) != 1 || found[0].Code != "id-twice" {
		t.Errorf("%+v, %v", found, err)
	}
	files[0].Data = files[0].Data[:100]
	if _, err := publish.Proof(e, publish.Page, o, files); err == nil {
		t.Error("half a zip is read")
	}
}

// TestTheProofReadsEveryNumberedPage, each by itself: an entry stands on the
// head and on its own page.
func TestTheProofReadsEveryNumberedPage(t *testing.T) {
	e := long()
	e.Entries = e.Entries[:3*publish.EntriesPerPage]
	e.Details.Rehearsal = true
	for _, as := range []string{blog.PicturesAsFiles, blog.PicturesZipped} {
		o := publish.Options{PicturesAs: blog.PicturesAsFiles, Pictures: pictures}
		files, err := publish.Export(e, publish.Page, o)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 4 || !strings.HasSuffix(files[1].Name, "-1.html") {
			t.Fatalf("there are %d files, the second is %s", len(files), files[1].Name)
		}
		o.PicturesAs = as
		given := func() []publish.File {
			if as == blog.PicturesZipped {
				return packed(t, files)
			}
			return files
		}
		if found, err := publish.Proof(e, publish.Page, o, given()); err != nil || len(found) > 0 {
			t.Errorf("%s: %+v, %v", as, found, err)
		}
		files[1].Data = []byte(`<html><p id="e-x"></p><p id="e-x"></p><a href="ftp://example.org/">x</a></html>`)
		found, err := publish.Proof(e, publish.Page, o, given())
		var codes []string
		for _, f := range found {
			codes = append(codes, f.Code)
		}
		if want := []string{"id-twice", "link-not-allowed", "rehearsal"}; err != nil || !slices.Equal(codes, want) {
			t.Errorf("%s: %q, %v", as, codes, err)
		}
	}
}

// packed is one zip of some files, as a taker has it.
func packed(t *testing.T, files []publish.File) []publish.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return []publish.File{{Name: "night.zip", Data: b.Bytes()}}
}
