package publish_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// wpBlocks are the blocks that an export for WordPress may have.
var wpBlocks = []string{"heading", "paragraph", "quote", "list", "list-item", "image", "table", "separator"}

var wpComment = regexp.MustCompile(`(?s)<!--(.*?)-->`)

// blocksOf reads the blocks of an export for WordPress: comments that open and
// close in turn, attributes that are JSON, and nothing outside a block. What
// is left without the comments is HTML of the lists.
func blocksOf(t testing.TB, data []byte) (names []string, root *html.Node) {
	t.Helper()
	var open []string
	from := 0
	text := string(data)
	for _, m := range wpComment.FindAllStringSubmatchIndex(text, -1) {
		if between := text[from:m[0]]; len(open) == 0 && strings.TrimSpace(between) != "" {
			t.Errorf("outside every block: %.200q", between)
		}
		from = m[1]
		inside := strings.TrimSpace(text[m[2]:m[3]])
		if name, ok := strings.CutPrefix(inside, "/wp:"); ok {
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("the block %s is closed in %v", name, open)
			}
			open = open[:len(open)-1]
			continue
		}
		name, attributes, _ := strings.Cut(strings.TrimPrefix(inside, "wp:"), " ")
		if !strings.HasPrefix(inside, "wp:") || !slices.Contains(wpBlocks, name) {
			t.Errorf("a comment %.200q", inside)
		}
		if attributes != "" && !json.Valid([]byte(attributes)) {
			t.Errorf("the block %s has attributes %.200q", name, attributes)
		}
		names, open = append(names, name), append(open, name)
	}
	if len(open) > 0 || strings.TrimSpace(text[from:]) != "" {
		t.Errorf("at the end %v is open, and %.200q follows", open, text[from:])
	}
	root = read(t, []byte(wpComment.ReplaceAllString(text, "")))
	check(t, root, false)
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && slices.Contains(pageOnly, n.Data) && n.Data != "html" && n.Data != "head" && n.Data != "body" {
			t.Errorf("an element <%s>", n.Data)
		}
	}
	if strings.Contains(text, "[") {
		t.Error("a square bracket that WordPress would run")
	}
	return names, root
}

// TestWordPressBlocks: every kind of block is there where it belongs, and the
// time as words.
func TestWordPressBlocks(t *testing.T) {
	data := []byte(exported(t, night(), publish.WordPress))
	names, root := blocksOf(t, data)
	for _, want := range wpBlocks {
		if !slices.Contains(names, want) {
			t.Errorf("there is no %s", want)
		}
	}
	if find(root, "time", "", "") != nil {
		t.Error("there is a time that a paste would lose")
	}
	contains(t, "text", string(data), "<p><strong>7.02am BST</strong> by Ann Example</p>", `<h4 class="wp-block-heading" id="e-k9">Historic result</h4>`,
		`<a href="#e-k9">The declaration</a>`, "<cite>An agent on the floor</cite>", `<ol start="4" class="wp-block-list">`, "<s>42.05 per cent</s>")
}

// TestAListItemHoldsWhatItCan: WordPress has words and lists in one, and what
// else was typed there is words.
func TestAListItemHoldsWhatItCan(t *testing.T) {
	e := night()
	e.Entries = e.Entries[:1]
	e.Entries[0].Text = "- one\n\n  two\n\n  > three\n  > — four\n\n  | five | six |\n  |---|---|\n  | seven | eight |\n\n  - nine\n- [gallery] \\[caption]"
	data := []byte(exported(t, e, publish.WordPress))
	contains(t, "text", string(data), "<li>one<br>two<br>three<br>— four<br>five | six<br>seven | eight<!-- wp:list -->\n<ul class=\"wp-block-list\"><!-- wp:list-item -->\n<li>nine</li>")
	raw, err := publish.Export(e, publish.WordPress, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	blocksOf(t, raw[0].Data)
	contains(t, "text", string(raw[0].Data), "<li>&#91;gallery] &#91;caption]</li>")
}

// checkBlocks wants what was typed in the blocks, one entry after another.
func checkBlocks(t *testing.T, data []byte, wanted [][]string) {
	t.Helper()
	_, root := blocksOf(t, data)
	checkInOrder(t, publish.WordPress, words(root), wanted)
}

// checkMarkdown wants the same of Markdown as GitHub's dialect reads it, and
// each text of the entries' own as the same tree.
func checkMarkdown(t *testing.T, e blog.Edition, data []byte, wanted [][]string) {
	t.Helper()
	root := rendered(t, data)
	check(t, root, false)
	checkInOrder(t, publish.Markdown, words(root), wanted)
	for _, x := range e.Entries {
		if bare(x.Kicker) == "" {
			continue // nothing that can be seen leaves nothing to be read
		}
		if !strings.Contains(x.Text, "@chart") {
			sameTree(t, blog.Edition{Details: blog.Details{Zone: "Europe/London"}, Authors: []blog.Author{{ID: "a1", Name: "Ann Example"}}}, x.Text)
		}
	}
}

// TestAPasteJoinsListsAndShowsAddresses: what the editor's paste does, which the
// page checks compare with the editor itself.
func TestAPasteJoinsListsAndShowsAddresses(t *testing.T) {
	for name, c := range map[string]struct {
		typed     string
		want, not []string
	}{
		"a list of one after a list":   {"- a\n- b\n\n* c", []string{"<li>b</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>c</li>"}, nil},
		"a list of two after a list":   {"- a\n\n* b\n* c", []string{"<li>a</li>\n<!-- /wp:list-item --></ul>"}, nil},
		"of another kind":              {"- a\n\n1. b", []string{"<li>a</li>\n<!-- /wp:list-item --></ul>", `<!-- wp:list {"ordered":true} -->`}, nil},
		"a list alone in an item":      {"- a\n- - b", []string{"<li>a<!-- wp:list -->"}, nil},
		"an item without a word":       {"- a\n-\n- b", []string{"<li></li>"}, nil},
		"an address alone":             {"https://a.example/b?c=--d", []string{`<!-- wp:embed {"url":"https://a.example/b?c=\u002d\u002dd"} -->`}, []string{"wp:paragraph -->\n<p><a"}},
		"an address with words":        {"See https://a.example/", []string{`<a href="https://a.example/">`}, []string{"wp:embed"}},
		"one that is not secure":       {"http://a.example/", []string{`<a href="http://a.example/">`}, []string{"wp:embed"}},
		"two addresses":                {"https://a.example/https://b.example", []string{"<a href"}, []string{"wp:embed"}},
		"a file":                       {"https://a.example/b.PDF", []string{"<a href"}, []string{"wp:embed"}},
		"a page":                       {"https://a.example/b.HTML", []string{"wp:embed"}, nil},
		"the site that was named anew": {"https://x.com/desk/1", []string{`{"url":"https://twitter.com/desk/1"}`}, nil},
	} {
		e := night()
		e.Entries = e.Entries[:1]
		e.Entries[0].Text, e.Entries[0].Key = c.typed, false
		data, err := publish.Pasted(e, publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		contains(t, name, string(data), c.want...)
		for _, not := range c.not {
			if strings.Contains(string(data), not) {
				t.Errorf("%s: there is %q", name, not)
			}
		}
	}
}
