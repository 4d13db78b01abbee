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

// handed is a night that was handed over as a whole to a CMS.
func handed() blog.Edition {
	e := night()
	e.HandOvers = []blog.HandOver{{ID: "h1", Profile: "p1", Form: "text", To: "CMS", Whole: true, When: at("7 07.30"), Items: publish.Items(e)}}
	return e
}

// later is the same after an hour: an entry is new, one corrected, one
// withdrawn, the headline is another and nobody is pinned any more.
func later() blog.Edition {
	e := handed()
	e.Entries = slices.Clone(e.Entries)
	e.Entries[1].Corrections = append(slices.Clone(e.Entries[1].Corrections), blog.Correction{When: at("7 08.10"), Note: "the box is Seaton Carew."})
	e.Entries[1].Updated = at("7 08.10")
	e.Entries[2].Withdrawn, e.Entries[2].Updated = true, at("7 08.20")
	e.Entries[6].Pinned = false
	e.Details.Headline = "Hartlepool: Conservatives gain"
	e.Entries = slices.Insert(e.Entries, 0, blog.Entry{ID: "k10", Kicker: "Speech", Authors: []string{"a2"}, Text: "She *thanks* the staff.", Published: at("7 08.30"), Happened: at("7 08.30"), Updated: at("7 08.30")})
	return e
}

// TestWhatIsNewSinceAHandOver is told with marks, what must go first; nothing
// else is there.
func TestWhatIsNewSinceAHandOver(t *testing.T) {
	e := later()
	since := publish.Given(e, "p1", "text", "CMS")
	var told []string
	for _, c := range publish.Delta(publish.Items(e), since).All {
		told = append(told, string(c.Mark)+" "+c.Item.Kind+" "+c.Item.ID+" <"+c.Below)
	}
	want := []string{"KILL withdrawn k7 <", "KILL pinned  <", "REPLACES headline  <", "NEW entry k10 <", "REPLACES entry k8 <", "REPLACES corrections  <"}
	if !slices.Equal(told, want) {
		t.Errorf("it is %q", told)
	}
	for _, f := range copied {
		said := exportedWith(t, e, f, publish.Options{Since: &since})
		at := 0
		for _, part := range []string{"Hartlepool: Conservatives gain: what is new since 7.30am BST on 7 May 2021",
			"KILL e-k7, 5.10am BST", "This entry has been withdrawn.", "KILL the pinned entries", "REPLACES the headline", "Hartlepool: Conservatives gain",
			"NEW", "Speech", "thanks", "REPLACES e-k8, “But how?”, 6.31am BST", "But how?", "the box is Seaton Carew.", "REPLACES the corrections", "Seaton Carew"} {
			next := strings.Index(said[at:], part)
			if next < 0 {
				t.Fatalf("the %s lacks %q in its place", f, part)
			}
			at += next + len(part)
		}
		lacks(t, string(f), said, "Historic result", "15,529", "Key moments", "Headland boxes", "What to expect")
	}
}

// TestAChangeIsWrittenAsInTheWhole, so that it can stand in its place.
func TestAChangeIsWrittenAsInTheWhole(t *testing.T) {
	e := later()
	e.Contests[0].Rejected = election.Of(183)
	e.Details.Standfirst = "Another."
	e.Entries[1].Key = true
	since := publish.Given(e, "p1", "text", "CMS")
	for f, rule := range map[publish.Form]string{publish.Fragment: "<hr>\n", publish.Markdown: "\n\n* * *\n\n", publish.Text: "\n\n* * *\n\n",
		publish.WordPress: "<!-- wp:separator -->\n<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->\n\n"} {
		whole := exportedWith(t, e, f, publish.Options{})
		parts := strings.Split(exportedWith(t, e, f, publish.Options{Since: &since}), rule)
		if len(parts) < 9 {
			t.Fatalf("the %s has %d changes", f, len(parts)-1)
		}
		for _, p := range parts[1:] {
			_, said, ok := strings.Cut(strings.TrimSpace(p), "\n\n")
			if f == publish.Fragment {
				_, said, ok = strings.Cut(p, "</p>\n")
			}
			if ok && said != "ends" && !strings.Contains(whole, strings.TrimSpace(said)) {
				t.Errorf("the %s has this change and not so in the whole:\n%s", f, said)
			}
		}
	}
}

// TestGivenIsWhatOneTakerHas: not what another has, nor what was given in a
// rehearsal.
func TestGivenIsWhatOneTakerHas(t *testing.T) {
	e := later()
	k10 := publish.HandedOver(e, publish.Options{Only: publish.Only{Entry: "k10"}})
	e.HandOvers = append(e.HandOvers, blog.HandOver{ID: "h2", Profile: "p1", Form: "text", To: "CMS", When: at("7 08.40"), Items: k10},
		blog.HandOver{ID: "h3", Profile: "p1", Form: "text", To: "Wire", Whole: true, When: at("7 08.50"), Items: publish.Items(e)},
		blog.HandOver{ID: "h4", Profile: "p1", Form: "text", To: "CMS", Whole: true, Rehearsal: true, When: at("7 08.55"), Items: publish.Items(e)})
	has := func(h blog.HandOver, want int, when string) {
		t.Helper()
		if len(h.Items) != want || want > 0 && h.When != at(when) {
			t.Errorf("it has %d things, the last at %d", len(h.Items), h.When)
		}
	}
	before := len(handed().HandOvers[0].Items)
	has(publish.Given(e, "p1", "text", "CMS"), before+1, "7 08.40")
	has(publish.Given(e, "p1", "text", "Wire"), len(publish.Items(e)), "7 08.50")
	has(publish.Given(e, "p1", "text", "nobody"), 0, "")
	has(publish.Given(e, "p2", "text", "CMS"), 0, "")
	has(publish.Given(e, "p1", "fragment", "CMS"), 0, "")
	for _, c := range publish.Delta(publish.Items(e), publish.Given(e, "p1", "text", "CMS")).All {
		if c.Item.ID == "k10" {
			t.Error("an entry that was handed over alone is new")
		}
	}
	e.Details.Rehearsal = true
	has(publish.Given(e, "p1", "text", "CMS"), len(publish.Items(e)), "7 08.55")
	e.Details.Rehearsal = false
	wire := publish.Given(e, "p1", "text", "Wire")
	for _, f := range copied {
		if _, err := publish.Export(e, f, publish.Options{Since: &wire}); !errors.Is(err, publish.ErrNothingNew) {
			t.Errorf("%s: got %v", f, err)
		}
	}
}

// TestADigestTellsWhatReadersCanSee, and work that they cannot see changes
// none.
func TestADigestTellsWhatReadersCanSee(t *testing.T) {
	was := publish.Items(night())
	for name, c := range map[string]struct {
		do   func(*blog.Edition)
		want []string
	}{
		"a tag, a second reader": {func(e *blog.Edition) { e.Entries[0].Tags, e.Entries[0].Seen = []string{"tag"}, "a2" }, nil},
		"a profile, a pattern":   {func(e *blog.Edition) { e.Profiles, e.Patterns = []blog.Profile{{ID: "p"}}, []blog.Pattern{{ID: "x"}} }, nil},
		"what stood before":      {func(e *blog.Edition) { e.Entries[1].Corrections[0].Was = "x" }, nil},
		"the same, struck":       {func(e *blog.Edition) { e.Details.Struck = true; e.Entries[1].Corrections[0].Was = "x" }, []string{"entry k8"}},
		"a kicker":               {func(e *blog.Edition) { e.Entries[3].Kicker = "Else" }, []string{"entry k6"}},
		"a pinned one's text":    {func(e *blog.Edition) { e.Entries[6].Text = "Else" }, []string{"pinned ", "entry k3"}},
		"a colour of a chart":    {func(e *blog.Edition) { e.Colours = map[string]string{"PP52": "000000"} }, []string{"entry k9"}},
		"a result":               {func(e *blog.Edition) { e.Contests[0].Rejected = election.Of(1) }, []string{"result c1", "entry k9"}},
		"a rehearsal":            {func(e *blog.Edition) { e.Details.Rehearsal = true }, []string{"headline ", "standfirst ", "result c1", "key moments ", "pinned ", "entry k9", "entry k8", "entry k7", "entry k6", "entry k4", "entry k3", "corrections "}},
		"a key moment":           {func(e *blog.Edition) { e.Entries[3].Key = true }, []string{"key moments "}},
		"a zone":                 {func(e *blog.Edition) { e.Details.Zone = "nowhere" }, nil},
	} {
		e := night()
		c.do(&e)
		var changed []string
		for i, x := range publish.Items(e) {
			if x != was[i] {
				changed = append(changed, x.Kind+" "+x.ID)
			}
		}
		if !slices.Equal(changed, c.want) {
			t.Errorf("%s changes %q", name, changed)
		}
	}
	counting := func(votes int) []blog.Item {
		e := night()
		e.Contests[0].State, e.Contests[0].Candidates[0].Votes = election.Counting, election.Of(votes)
		return publish.Items(e)
	}
	if !slices.Equal(counting(1), counting(2)) {
		t.Error("a figure under embargo changes a digest")
	}
}
