package publish_test

import (
	"errors"
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
	found, err := publish.Proof(e, f, o)
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
		"a turnout that may be told": {func(e *blog.Edition) {
			counting(e)
			e.Entries[0].Frozen, e.Entries[0].Text = []blog.Frozen{{Slot: "turnout.papers", Value: "42.55", Contest: "c1"}}, "{turnout.papers}"
		}, nil},
		"one that is held":      {func(e *blog.Edition) { e.Entries[2].Published = 0 }, []string{"error k7 held"}},
		"two of one id":         {func(e *blog.Edition) { e.Entries[2].ID = "k9" }, []string{"error k9 id-twice"}},
		"a picture left alone":  {func(e *blog.Edition) { e.Entries[3].Text = "@picture deadbeef00 | In the hall" }, []string{"warning k6 picture-alt", "warning k6 picture-credit"}},
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
	want := []string{"warning  characters", "warning k6 characters"}
	for _, f := range publish.Forms {
		got := proofs(t, e, f, publish.Options{ASCII: true})
		if f != publish.Text && f != publish.Markdown {
			if len(got) > 0 {
				t.Errorf("%s: %q", f, got)
			}
		} else if !slices.Equal(got, want) {
			t.Errorf("%s: %q", f, got)
		}
		if got := proofs(t, e, f, publish.Options{}); len(got) > 0 {
			t.Errorf("%s in Unicode: %q", f, got)
		}
	}
}

func TestTheProofFailsWithTheExport(t *testing.T) {
	since := publish.Given(handed(), "p1", "text", "CMS")
	if _, err := publish.Proof(handed(), publish.Text, publish.Options{Since: &since}); !errors.Is(err, publish.ErrNothingNew) {
		t.Errorf("got %v", err)
	}
}
