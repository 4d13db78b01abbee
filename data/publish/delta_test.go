package publish_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// A cms is a simple model of one: the entries of a live blog by anchor, in
// order, and what stands round them. It knows only what it is handed.
type cms struct {
	order   []string          // anchors of entries
	entries map[string]string // HTML by anchor
	round   map[string]string // HTML by kind and id
}

func emptyCMS() *cms { return &cms{entries: map[string]string{}, round: map[string]string{}} }

// take applies what a producer pasted: each change with its HTML.
func (c *cms) take(t rapid.TB, changes publish.Changes, pasted []string) {
	t.Helper()
	if len(pasted) != len(changes.All) {
		t.Fatalf("%d changes are written as %d", len(changes.All), len(pasted))
	}
	for i, x := range changes.All {
		entry := x.Item.Kind == blog.EntryItem || x.Item.Kind == blog.WithdrawnItem
		key := x.Item.Kind + " " + x.Item.ID
		_, there := c.round[key]
		if entry {
			key = x.Anchor()
			_, there = c.entries[key]
		}
		if (x.Mark == publish.New) == there {
			t.Fatalf("%s %s, which is there: %v", x.Mark, key, there)
		}
		switch {
		case !entry && x.Item.Digest == "":
			delete(c.round, key)
		case !entry:
			c.round[key] = pasted[i]
		case x.Item.Digest == "":
			delete(c.entries, key)
			c.order = slices.DeleteFunc(c.order, func(a string) bool { return a == key })
		default:
			if x.Mark == publish.New {
				at := 0
				if x.Below != "" {
					if at = slices.Index(c.order, "e-"+x.Below) + 1; at == 0 {
						t.Fatalf("%s goes below %s, which is not there", key, x.Below)
					}
				}
				c.order = slices.Insert(c.order, at, key)
			}
			c.entries[key] = pasted[i]
		}
	}
}

// fill takes from a full export what is not new to anybody: the notices of
// entries that were withdrawn before they were handed over.
func (c *cms) fill(t rapid.TB, e blog.Edition) {
	order, by := articles(t, export(t, e, publish.Fragment, publish.Options{}))
	c.order = order
	for a, text := range by {
		if c.entries[a] == "" {
			c.entries[a] = text
		}
	}
}

// sections are the parts of a fragment of changes, without their marks.
func sections(t rapid.TB, data []byte) []string {
	t.Helper()
	parts := strings.Split(string(data), "<hr>\n")
	var out []string
	for _, p := range parts[1:] {
		mark, rest, ok := strings.Cut(p, "</p>\n")
		if !ok || !regexp.MustCompile(`^<p><strong>(NEW|REPLACES|KILL)\b`).MatchString(mark) {
			t.Fatalf("a change without a mark: %.200q", p)
		}
		out = append(out, rest)
	}
	return out
}

// articles are those of a fragment, by anchor and in order.
func articles(t rapid.TB, data []byte) (order []string, by map[string]string) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	by = map[string]string{}
	for n := range root.Descendants() {
		if n.Data != "article" || attribute(n, "id") == "" {
			continue
		}
		var b bytes.Buffer
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
		order = append(order, attribute(n, "id"))
		by[attribute(n, "id")] = b.String()
	}
	return order, by
}

// mustHave wants the CMS to have what a full export has, but for entries that
// were withdrawn before they were ever handed over.
func (c *cms) mustHave(t rapid.TB, e blog.Edition) {
	t.Helper()
	full := export(t, e, publish.Fragment, publish.Options{})
	order, by := articles(t, full)
	order = slices.DeleteFunc(order, func(a string) bool {
		return c.entries[a] == "" && strings.Contains(by[a], "This entry has been withdrawn.")
	})
	if !slices.Equal(order, c.order) {
		t.Fatalf("the CMS has %v and should have %v", c.order, order)
	}
	for _, a := range order {
		if _, has := articles(t, []byte(c.entries[a])); has[a] != by[a] {
			t.Fatalf("the CMS has\n%s\nand should have\n%s", has[a], by[a])
		}
	}
	for key, has := range c.round {
		if !strings.Contains(string(full), has) {
			t.Fatalf("%s in the CMS is\n%s\nin\n%s", key, has, full)
		}
	}
	for key, mark := range map[string]string{"key moments ": "<h3>Key moments", "pinned ": "<h3>Pinned", "corrections ": "<h3>Corrections", "headline ": "<h2>"} {
		if _, has := c.round[key]; has != strings.Contains(string(full), mark) {
			t.Fatalf("%sin the CMS: %v", key, has)
		}
	}
}

func export(t rapid.TB, e blog.Edition, f publish.Form, o publish.Options) []byte {
	t.Helper()
	files, err := publish.Export(e, f, o)
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

// A desk changes a night at random, as a desk does.
type desk struct {
	e    blog.Edition
	made int
	now  int64
}

func (d *desk) entry(t *rapid.T) *blog.Entry {
	if len(d.e.Entries) == 0 {
		return &blog.Entry{}
	}
	return &d.e.Entries[rapid.IntRange(0, len(d.e.Entries)-1).Draw(t, "entry")]
}

func (d *desk) add(t *rapid.T) {
	d.made++
	at := rapid.SampledFrom([]int{0, 0, 0, len(d.e.Entries) / 2, len(d.e.Entries)}).Draw(t, "place")
	x := blog.Entry{ID: fmt.Sprintf("n%d", d.made), Kicker: fmt.Sprintf("Number %d", d.made), Authors: []string{"a1"}, Published: d.now, Updated: d.now,
		Text: rapid.SampledFrom([]string{"A text.", "@result Hartlepool", "@result Second", "*Two*\n\n> quoted"}).Draw(t, "text")}
	d.e.Entries = slices.Insert(d.e.Entries, at, x)
}

func (d *desk) act(t *rapid.T) {
	d.now += rapid.SampledFrom([]int64{60_000, 3_600_000, 30_000_000}).Draw(t, "later")
	switch rapid.IntRange(0, 13).Draw(t, "act") {
	case 0, 1, 2:
		d.add(t)
	case 3:
		x := d.entry(t)
		x.Text += fmt.Sprintf("\n\nMore at %d.", d.now)
		x.Updated = d.now
	case 4:
		x := d.entry(t)
		x.Corrections = append(slices.Clone(x.Corrections), blog.Correction{When: d.now, Note: "It was wrong.", Was: "A wrong text."})
		x.Updated = d.now
	case 5:
		x := d.entry(t)
		x.Withdrawn, x.Updated = !x.Withdrawn, d.now
	case 6:
		if len(d.e.Entries) > 0 { // a publishing is undone
			i := rapid.IntRange(0, len(d.e.Entries)-1).Draw(t, "gone")
			d.e.Entries = slices.Delete(slices.Clone(d.e.Entries), i, i+1)
		}
	case 7:
		x := d.entry(t)
		x.Pinned = !x.Pinned
	case 8:
		x := d.entry(t)
		x.Key = !x.Key
	case 9:
		d.e.Details.Headline = fmt.Sprintf("Headline %d", d.now)
	case 10:
		d.e.Details.Standfirst = rapid.SampledFrom([]string{"", "A standfirst.", "Another."}).Draw(t, "standfirst")
	case 11:
		c := &d.e.Contests[0]
		c.State, c.Declared = rapid.SampledFrom([]election.State{election.Counting, election.Declared}).Draw(t, "state"), at("7 07.01")
		if c.State == election.Counting {
			c.Declared = 0
		}
		c.Flags = []election.Flag{{Kind: election.Rush, Candidate: "mortimer", Source: "an agent", When: at("7 06.58"), Public: true}}
	case 12:
		second := hartlepool()
		second.ID, second.Name, second.Code, second.Baselines = "c2", "Second", "", nil
		d.e.Contests = d.e.Contests[:1:1]
		if rapid.Bool().Draw(t, "two contests") {
			d.e.Contests = append(d.e.Contests, second)
		}
	case 13:
		d.e.Authors = slices.Clone(d.e.Authors)
		d.e.Authors[0].Name = fmt.Sprintf("Ann %d", d.now)
	}
}

// TestAllDeltasTogetherAreTheFullExport: whoever starts with nothing and takes
// what is new, again and again, has what a full export has; so has who took
// the whole in between.
func TestAllDeltasTogetherAreTheFullExport(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := &desk{e: night(), now: at("7 09.00")}
		d.e.Entries[0].Text = "@result Hartlepool" // a chart takes as long to draw as all the rest
		d.e.Details.OldestFirst = rapid.Bool().Draw(rt, "oldest first")
		d.e.Details.Struck = rapid.Bool().Draw(rt, "struck")
		cms := emptyCMS()
		for range rapid.IntRange(1, 6).Draw(rt, "hand-overs") {
			for range rapid.IntRange(0, 5).Draw(rt, "acts") {
				d.act(rt)
			}
			whole := rapid.IntRange(0, 5).Draw(rt, "whole") == 0
			given := publish.Given(d.e, "p1", "fragment", "CMS")
			if whole {
				given, cms = blog.HandOver{}, emptyCMS()
			}
			o := publish.Options{Since: &given}
			changes := publish.Delta(publish.Items(d.e), given)
			files, err := publish.Export(d.e, publish.Fragment, o)
			if len(changes.All) == 0 && errors.Is(err, publish.ErrNothingNew) {
				cms.mustHave(rt, d.e)
				continue
			}
			if err != nil {
				rt.Fatal(err)
			}
			items := publish.HandedOver(d.e, o)
			if !slices.Equal(items, changes.Items()) {
				rt.Fatalf("handed over are %v and not %v", items, changes.Items())
			}
			if whole {
				items = publish.HandedOver(d.e, publish.Options{})
			}
			cms.take(rt, changes, sections(rt, files[0].Data))
			if whole {
				cms.fill(rt, d.e)
			}
			cms.mustHave(rt, d.e)
			d.e.HandOvers = append(slices.Clone(d.e.HandOvers),
				blog.HandOver{Profile: "p1", Form: "fragment", To: "CMS", Whole: whole, When: d.now, Author: "a1", Items: items},
				blog.HandOver{Profile: "p2", Form: "fragment", To: "CMS", Whole: true, When: d.now, Author: "a1", Items: publish.Items(d.e)})
			if left := publish.Delta(publish.Items(d.e), publish.Given(d.e, "p1", "fragment", "CMS")).All; len(left) > 0 {
				rt.Fatalf("right after a hand-over %v is new", left)
			}
		}
	})
}

// TestDigestsOfItemsStayAsTheyWere: a ledger holds those of an older program, and
// what it says was handed over must not all be new to this one.
func TestDigestsOfItemsStayAsTheyWere(t *testing.T) {
	var got strings.Builder
	for _, i := range append(publish.Items(night()), publish.Items(harlow())...) {
		fmt.Fprintln(&got, strings.TrimSpace(i.Kind+" "+i.ID), i.Digest)
	}
	holdTo(t, "items.txt", []byte(got.String()))
}
