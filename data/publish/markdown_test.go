package publish_test

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/publish"
)

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM))

// rendered is Markdown as GitHub's dialect reads it.
func rendered(t testing.TB, data []byte) *html.Node {
	t.Helper()
	var b bytes.Buffer
	if err := gfm.Convert(data, &b); err != nil {
		t.Fatal(err)
	}
	root := read(t, b.Bytes())
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode: // goldmark leaves one for HTML it drops
			t.Errorf("HTML in the Markdown: %.200q", words(n.Parent))
		case len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6', n.Data == "pre", n.Data == "code", n.Data == "input":
			t.Errorf("a <%s>: %.200q", n.Data, words(n))
		}
	}
	return find(root, "body", "", "")
}

var blanks = regexp.MustCompile(` +`)

// An outline is a tree of text in one line, from whatever it is read. Before
// each run of text stand the marks that are on it: what counts is not how they
// are nested.
type outline struct {
	strings.Builder
	on   map[string]int
	last string // the marks on the last text, empty after anything else
}

var unlike = strings.NewReplacer("<", "‹", ">", "›", "|", "¦")

func (o *outline) marked(mark string, inner func()) {
	if o.on == nil {
		o.on = map[string]int{}
	}
	o.on[mark]++
	inner()
	o.on[mark]--
}

// text writes text so that it cannot be taken for a part of the outline.
func (o *outline) text(s string) {
	marks := "|"
	for _, m := range []string{"em", "strong", "del"} {
		if o.on[m] > 0 {
			marks += m + "|"
		}
	}
	s = strings.ReplaceAll(s, "\n", " ")
	if o.last == "" {
		s = strings.TrimLeft(s, " ")
	}
	for _, piece := range strings.SplitAfter(s, " ") {
		if marks != o.last && strings.Trim(piece, " ") != "" {
			o.WriteString(marks)
			o.last = marks
		}
		o.WriteString(unlike.Replace(piece))
	}
}

func (o *outline) open(element string) {
	o.WriteString("<" + element + ">")
	o.last = ""
}

func (o *outline) close(element string) {
	o.WriteString("</" + element + ">")
	o.last = ""
}

// tidy is an outline without the blanks that no reader sees.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007' || !unicode.IsSpace(r):
			return r
		}
		return ' '
	}, s)
	s = blanks.ReplaceAllString(strings.ReplaceAll(s, "\n", " "), " ")
	for _, block := range []string{"p", "li", "th", "td", "blockquote", "br"} {
		for _, edge := range []string{"<" + block + ">", "</" + block + ">"} {
			s = strings.ReplaceAll(strings.ReplaceAll(s, " "+edge, edge), edge+" ", edge)
		}
	}
	return s
}

var phrases = map[string]bool{"em": true, "strong": true, "del": true, "a": true, "br": true, "img": true}

// html reads what goldmark made of Markdown.
func (o *outline) html(parent *html.Node) {
	paragraph := false
	end := func() {
		if paragraph {
			o.close("p")
			paragraph = false
		}
	}
	for n := range parent.ChildNodes() {
		phrase := n.Type == html.TextNode && strings.Trim(n.Data, " \n") != "" || phrases[n.Data]
		if parent.Data == "li" && phrase && !paragraph {
			o.open("p")
			paragraph = true
		} else if !phrase && n.Type == html.ElementNode {
			end()
		}
		o.node(n)
	}
	end()
}

// between reports whether a text parts two phrases of a tight list's item.
func between(n *html.Node) bool {
	return n.Parent.Data == "li" && n.PrevSibling != nil && n.NextSibling != nil && phrases[n.PrevSibling.Data] && phrases[n.NextSibling.Data]
}

func (o *outline) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		if parent := n.Parent.Data; strings.Trim(n.Data, " \n") != "" || parent == "p" || phrases[parent] || parent == "td" || parent == "th" || between(n) {
			o.text(n.Data)
		}
		return
	case n.Data == "img":
		fmt.Fprintf(o, "<img %s>", attribute(n, "src"))
		o.text(attribute(n, "alt"))
		return
	case n.Data == "br":
		o.open("br")
		return
	case n.Data == "thead" || n.Data == "tbody":
		o.html(n)
		return
	}
	switch n.Data {
	case "em", "strong", "del":
		o.marked(n.Data, func() { o.html(n) })
		return
	case "a":
		o.last = ""
		fmt.Fprintf(o, "<a %s>", decoded(attribute(n, "href")))
	case "ol":
		fmt.Fprintf(o, "<ol %s>", attribute(n, "start"))
	case "td", "th":
		fmt.Fprintf(o, "<%s %s>", n.Data, strings.TrimPrefix(attribute(n, "align")+attribute(n, "style"), "text-align:"))
	default:
		o.open(n.Data)
	}
	o.html(n)
	o.close(n.Data)
}

// decoded is an address without its percent-encoding, which each writer does
// a little differently.
func decoded(to string) string {
	if s, err := url.PathUnescape(to); err == nil {
		return s
	}
	return to
}

// document reads the tree that the entry has.
func (o *outline) document(bs []text.Block) {
	for _, b := range bs {
		switch b := b.(type) {
		case text.Paragraph:
			o.line("p", b.Text)
		case text.Quote:
			o.open("blockquote")
			o.document(b.Blocks)
			if len(b.Source) > 0 {
				o.line("p", append([]text.Inline{text.Plain{Text: "— "}}, b.Source...))
			}
			o.close("blockquote")
		case text.List:
			element, start := "ul", ""
			if b.Ordered {
				element = "ol"
				if b.Start != 1 {
					start = fmt.Sprint(b.Start)
				}
				fmt.Fprintf(o, "<ol %s>", start)
			} else {
				o.open("ul")
			}
			for _, item := range b.Items {
				o.open("li")
				o.document(item)
				o.close("li")
			}
			o.close(element)
		case text.Table:
			o.open("table")
			for i, row := range append([][][]text.Inline{b.Head}, b.Rows...) {
				o.open("tr")
				for column, cell := range row {
					element := map[bool]string{true: "th", false: "td"}[i == 0]
					align := map[text.Align]string{text.AlignLeft: "left", text.AlignCentre: "center", text.AlignRight: "right"}[b.Align[column]]
					fmt.Fprintf(o, "<%s %s>", element, align)
					o.inlines(cell)
					o.close(element)
				}
				o.close("tr")
			}
			o.close("table")
		case text.ByLine:
			o.line("p", plainly("By "+b.Name))
		case text.Post:
			o.open("blockquote")
			o.document(b.Blocks)
			o.post(b)
			o.close("blockquote")
		case text.PictureBlock:
			alt := b.Alt
			if alt != "" {
				alt = ": " + alt
			}
			o.line("p", plainly("[Picture"+alt+" ("+b.ID+")]"))
			if below := strings.TrimSpace(b.Caption + " " + map[bool]string{true: "(" + b.Credit + ")"}[b.Credit != ""]); below != "" {
				o.line("p", plainly(below))
			}
		case text.ResultBlock:
			o.line("p", plainly("@result "+b.Contest))
		case text.ChartBlock:
			o.line("p", plainly("@chart "+b.Contest+" | "+b.Kind))
		}
	}
}

func plainly(s string) []text.Inline { return []text.Inline{text.Plain{Text: s}} }

func (o *outline) post(b text.Post) {
	var who string
	for _, s := range []string{b.Author, b.Handle} {
		if s != "" {
			who = map[bool]string{true: s, false: who + " (" + s + ")"}[who == ""]
		}
	}
	if who+b.Time+b.Address == "" {
		return
	}
	when := []text.Inline{text.Plain{Text: b.Time}}
	if b.Time == "" {
		when = plainly("the post")
	}
	if b.Address != "" {
		when = []text.Inline{text.Link{Address: b.Address, Text: when}}
	}
	if who != "" {
		who += ", "
	}
	o.line("p", append(plainly("— "+who), when...))
}

func (o *outline) line(element string, is []text.Inline) {
	o.open(element)
	o.inlines(is)
	o.close(element)
}

func (o *outline) inlines(is []text.Inline) {
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			o.text(i.Text)
		case text.Break:
			o.open("br")
		case text.Emphasis:
			o.marked("em", func() { o.inlines(i.Text) })
		case text.Strong:
			o.marked("strong", func() { o.inlines(i.Text) })
		case text.Strike:
			o.marked("del", func() { o.inlines(i.Text) })
		case text.Link:
			o.last = ""
			fmt.Fprintf(o, "<a %s>", decoded(string(util.URLEscape([]byte(i.Address), false))))
			o.inlines(i.Text)
			o.close("a")
		case text.Figure:
			o.text(i.String())
		}
	}
}

// TestMarkdownIsReadAgainAsTheSameTree by a reader of GitHub's dialect,
// whatever was typed: no mark more, none less, and no heading.
func TestMarkdownIsReadAgainAsTheSameTree(t *testing.T) {
	e := night()
	e.Contests, e.Pictures = nil, nil
	rapid.Check(t, func(rt *rapid.T) {
		sameTree(rt, e, anyText.Draw(rt, "text"))
	})
}

func sameTree(t rapid.TB, e blog.Edition, typed string) {
	t.Helper()
	entry := blog.Entry{ID: "k1", Kicker: "K", Text: typed, Authors: []string{"a1"}, Published: at("7 03.00")}
	e.Entries = []blog.Entry{entry}
	files, err := publish.Export(e, publish.Markdown, publish.Options{Only: publish.Only{Entry: "k1"}})
	if err != nil {
		t.Fatal(err)
	}
	var got, want outline
	var b bytes.Buffer
	if err := gfm.Convert(files[0].Data, &b); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	got.html(find(root, "body", "", ""))
	_, body, _ := strings.Cut(tidy(got.String()), "by Ann Example</p>")
	want.document(text.Parse(typed, entry.Figures()).Blocks)
	if wanted := tidy(want.String()); body != wanted {
		t.Fatalf("%q\nis written\n%s\nand read as\n%s\nand not as\n%s", typed, files[0].Data, body, wanted)
	}
}

// TestMarkdownKeepsItsMarks where they touch each other, and what means
// something to a reader of Markdown and nothing here.
func TestMarkdownKeepsItsMarks(t *testing.T) {
	e := night()
	e.Contests, e.Pictures = nil, nil
	for _, text := range []string{
		"*a***b**", "_a_**b**c", "x*a***b**c", "***a***", "**_a_**", "*a **b***", "**a *b***", "~~*a*~~ **~~b~~**", "*a*_b_", "a*b*c_d_",
		"# no heading", "a\n===", "a\n---", "- a\n\n---", "> # no\n> ===", "1\\. no list", "\\- no", "+ a\n+ b\n\n1. c\n\n7. d\n8. e",
		"a\\@b.example", "https\\://a.example", "www\\.a.example", "see www.a.example/x_(y) and https://a.example/(z)?a=1&copy;=2",
		"!\\[x] ![y](https://a.example/) wow![z](https://a.example/)", "&amp; &#35; \\&lt; <b> `code` \\`", "[ ] task\n\n- [ ] task\n- [x] done",
		"a | b\n--- | ---", "\\| a |\n:-- | x", "| a\\|b | c |\n|--|--|\n| *d* | |", "- a\n\n  b\n- > c\n- | t |\n  |---|\n  | u |",
		"line\\\nnext", "a  \nb", "£5 and $6 or $7", "{majority}, \\{x}", "*£5*x", "*“q”* *(x)*", "1986\\. A great year", "12345678901. no list",
	} {
		sameTree(t, e, text)
	}
}
