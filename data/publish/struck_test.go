package publish_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/publish"
)

// corrected is a night with one entry whose text was corrected.
func corrected(was, is string) blog.Edition {
	e := night()
	e.Details.Struck = true
	e.Entries = e.Entries[1:2]
	e.Entries[0].Text = is
	e.Entries[0].Corrections = []blog.Correction{{When: at("7 06.40"), Note: "an earlier version was wrong.", Was: was}}
	return e
}

// TestACorrectionStrikesWhatWasWrong in whole words, before what stands.
func TestACorrectionStrikesWhatWasWrong(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"Turnout was 42.05 per cent.", "Turnout was 42.55 per cent.", "<p>Turnout was <s>42.05</s> 42.55 per cent.</p>"},
		{"She won by a mile here.", "She won here.", "<p>She won <s>by a mile</s> here.</p>"},
		{"She won, by a mile.", "She won, by a mile. More follows.", "<p>She won, by a mile. More follows.</p>"},
		{"The end is near.", "The end", "<p>The end <s>is near.</s></p>"},
		{"A *very* wrong word there.", "A *very right* word there.", "<p>A <em>very <s>wrong</s> right</em> word there.</p>"},
		{"Nothing here holds.", "Quite another thing happened to them.", "<p><s>Nothing here holds.</s> Quite another thing happened to them.</p>"},
		{"First.\n\nMr Smith said so.\n\nLast.", "First.\n\nMr Smyth said so.\n\nLast.", "<p>First.</p>\n<p>Mr <s>Smith</s> Smyth said so.</p>\n<p>Last.</p>"},
		{"First.\n\nGone now.", "First.", "<p>First.</p>\n<p><s>Gone now.</s></p>"},
		{"First.", "First.\n\nAdded.", "<p>First.</p>\n<p>Added.</p>"},
		{"one line\ntwo lines", "one line\nthree lines", "<p>one line<br>\n<s>two</s> three lines</p>"},
		{"a b\nc", "a\nc", "<p>a <s>b</s><br>\nc</p>"},
		{"- ten\n- twelve men came", "- ten\n- thirteen men came", "<li>ten</li>\n<li><s>twelve</s> thirteen men came</li>"},
		{"- ten\n- twelve", "- ten", "<p><s>• ten</s></p>\n<p><s>• twelve</s></p>\n<ul>\n<li>ten</li>"},
		{"> I never said it.\n> — Ann", "> I never did it.\n> — Anne", "<p>I never <s>said</s> did it.</p>\n</blockquote>\n<figcaption><s>Ann</s> Anne</figcaption>"},
		{"| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 3 |", "<td><s>2</s> 3</td>"},
		{"See [the rules](https://a.example/) now.", "See [the new rules](https://a.example/) now.", `<p>See <a href="https://a.example/">the new rules</a> now.</p>`},
		{"Out.\n\n@picture deadbeef00 | c | d | e", "In.", "<p><s>Out.</s> In.</p>\n<p><em>Correction"},
		{"A majority of {majority}, wrong.", "A majority of 6,940, right.", "<p>A majority of 6,940, right.</p>"}, // what it said then is not known
		{"", "As it is.", "<p>As it is.</p>"},
	} {
		got := exported(t, corrected(c.was, c.is), publish.Fragment)
		contains(t, c.was, got, c.want, "<p><em>Correction, <time datetime=\"2021-05-07T06:40:00+01:00\">6.40am</time>: an earlier version was wrong.</em></p>")
		e := corrected(c.was, c.is)
		e.Details.Struck = false
		lacks(t, c.was, exported(t, e, publish.Fragment), "<s>")
	}
}

// TestWhatWasStruckLeavesInEveryForm, but is no part of what the entry says.
func TestWhatWasStruckLeavesInEveryForm(t *testing.T) {
	e := corrected("Turnout was 42.05 per cent.", "Turnout was 42.55 per cent.")
	for f, want := range map[publish.Form]string{
		publish.Page: "was <s>42.05</s> 42.55", publish.Fragment: "was <s>42.05</s> 42.55", publish.WordPress: "was <s>42.05</s> 42.55",
		publish.Markdown: "was ~~42.05~~ 42.55", publish.Text: "was [struck: 42.05] 42.55",
	} {
		contains(t, string(f), exported(t, e, f), want)
	}
	if got := linkedData(t, e).LiveBlogUpdate[0].ArticleBody; got != "Turnout was 42.55 per cent." {
		t.Errorf("the data says %q", got)
	}
}

// TestTheFirstVersionIsWhatIsStruck, whatever was corrected after it.
func TestTheFirstVersionIsWhatIsStruck(t *testing.T) {
	e := corrected("It was 1 here.", "It was 3 here.")
	e.Entries[0].Corrections = append([]blog.Correction{{When: at("7 06.35"), Note: "the kicker."}}, e.Entries[0].Corrections...)
	e.Entries[0].Corrections = append(e.Entries[0].Corrections, blog.Correction{When: at("7 06.50"), Note: "again.", Was: "It was 2 here."})
	contains(t, "fragment", exported(t, e, publish.Fragment), "It was <s>1</s> 3 here.", "the kicker.", "again.")
	lacks(t, "fragment", exported(t, e, publish.Fragment), "2 here")
}

// TestStrikingLosesNoWord of what stands, whatever the two texts are, and is
// read in every form.
func TestStrikingLosesNoWord(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		is := anyText.Draw(rt, "is")
		was := is[:len(is)/2] + anyText.Draw(rt, "was")
		e := corrected(was, is)
		struck := exported(t, e, publish.Fragment)
		check(t, read(t, []byte(struck)), true)
		root := read(t, []byte(struck))
		for n := range root.Descendants() {
			if n.Data == "s" && !strings.Contains(is, "~~") {
				for c := range n.ChildNodes() {
					n.RemoveChild(c)
				}
			}
		}
		if strings.Contains(is, "~~") {
			return // what stands is struck itself
		}
		said := bare(words(root))
		for _, w := range typed(text.Parse(is, nil).Blocks) {
			if !strings.Contains(said, bare(w)) {
				rt.Fatalf("%q, corrected from %q, lost %q", is, was, w)
			}
		}
		files, err := publish.Export(e, publish.Markdown, publish.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		rendered(t, files[0].Data)
	})
}
