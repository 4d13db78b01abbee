package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"nightdesk/data/blog/text"
)

// allowed lists the elements that an export may hold and, for each, the
// attributes it may have beside class.
var allowed = map[string][]string{
	"html": {"lang"}, "head": nil, "body": nil, "title": nil, "style": nil, "script": {"type"},
	"meta": {"charset", "http-equiv", "name", "content"}, "link": {"rel", "href"},
	"main": nil, "header": nil, "footer": nil, "section": {"id", "aria-label", "tabindex"}, "article": {"id"}, "div": {"id"},
	"h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "p": {"id"}, "hr": nil, "br": nil, "span": nil,
	"a": {"href", "rel"}, "nav": {"aria-label"}, "em": nil, "strong": nil, "s": nil, "small": nil, "time": {"datetime"}, "abbr": {"title"},
	"ul": nil, "ol": {"start"}, "li": nil, "dl": nil, "dt": nil, "dd": nil, "details": nil, "summary": nil,
	"table": nil, "caption": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "data-align"}, "td": {"colspan", "data-align"},
	"figure": nil, "figcaption": nil, "blockquote": nil, "cite": nil, "del": nil, "img": {"src", "alt", "width", "height", "srcset", "sizes"},
	"svg":  {"xmlns", "id", "role", "aria-labelledby", "aria-describedby", "aria-hidden", "focusable", "width", "viewbox", "font-family"},
	"rect": {"x", "y", "width", "height", "fill", "stroke"}, "line": {"x1", "y1", "x2", "y2", "stroke", "stroke-width", "stroke-linecap"},
	"circle": {"cx", "cy", "r", "fill", "stroke"}, "text": {"x", "y", "font-size", "text-anchor", "fill", "font-weight"},
	"tspan": {"fill", "font-weight"}, "desc": {"id"}, "g": nil,
}

// pageOnly are the elements that a fragment must not have.
var pageOnly = []string{"html", "head", "body", "title", "style", "script", "meta", "link", "svg", "main", "header", "footer", "nav"}

// read parses an export as a browser would.
func read(t testing.TB, data []byte) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// check holds a parsed export against the lists: no element, attribute or
// address that is not on them, no id twice.
func check(t testing.TB, root *html.Node, fragment bool) {
	t.Helper()
	seen := map[string]bool{}
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			t.Errorf("a comment: %.80q", n.Data)
		case html.ElementNode:
			checkElement(t, n, seen, fragment)
		}
	}
}

func checkElement(t testing.TB, n *html.Node, seen map[string]bool, fragment bool) {
	t.Helper()
	attributes, known := allowed[n.Data]
	implied := n.Data == "html" || n.Data == "head" || n.Data == "body" // the parser makes them
	if !known || fragment && !implied && slices.Contains(pageOnly, n.Data) {
		t.Errorf("an element <%s> in: %.120q", n.Data, words(n.Parent))
		return
	}
	for _, a := range n.Attr {
		key := strings.ToLower(a.Key)
		if key == "class" && !fragment || key == "id" && n.Namespace == "svg" {
			continue
		}
		if !slices.Contains(attributes, key) {
			t.Errorf("an attribute %s=%.60q on <%s>", a.Key, a.Val, n.Data)
		}
		switch key {
		case "href":
			checkAddress(t, a.Val, "http", "https", "mailto", "#")
		case "src", "srcset":
			checkAddress(t, strings.Fields(a.Val)[0], "")
		case "id":
			if seen[a.Val] {
				t.Errorf("the id %q twice", a.Val)
			}
			seen[a.Val] = true
		}
	}
	if n.Data == "script" && attribute(n, "type") != "application/ld+json" {
		t.Errorf("a script of type %q", attribute(n, "type"))
	}
}

// checkAddress wants an address of one of the schemes, "#" being a place in
// the page and "" a file beside it.
func checkAddress(t testing.TB, to string, schemes ...string) {
	t.Helper()
	u, err := url.Parse(to)
	scheme := ""
	switch {
	case strings.HasPrefix(to, "#e-") || strings.HasPrefix(to, "#r-") || to == "#updates":
		scheme = "#"
	case err == nil:
		scheme = strings.ToLower(u.Scheme)
	default:
		scheme, _, _ = strings.Cut(strings.ToLower(to), ":")
	}
	if !slices.Contains(schemes, scheme) || scheme == "" && (strings.HasPrefix(to, "/") || strings.Contains(to, "..")) {
		t.Errorf("an address %q", to)
	}
}

// checkPolicy wants the page's style and data to be the ones that its policy
// names, and nothing else to be allowed.
func checkPolicy(t testing.TB, root *html.Node) {
	t.Helper()
	hash := func(element string) string {
		n := find(root, element, "", "")
		sum := sha256.Sum256([]byte(n.FirstChild.Data))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	policy := find(root, "meta", "http-equiv", "Content-Security-Policy")
	if policy == nil {
		t.Fatal("the page has no policy")
	}
	want := fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; img-src 'self' file:; base-uri 'none'; form-action 'none'",
		hash("style"), hash("script"))
	if got := attribute(policy, "content"); got != want {
		t.Errorf("the policy is %s\nand should be %s", got, want)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// find is the first element of a name, with an attribute of a value where a
// key is given.
func find(root *html.Node, element, key, value string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == element && (key == "" || attribute(n, key) == value) {
			return n
		}
	}
	return nil
}

// words is all that a reader of the element gets: its text and the words
// that stand for pictures, without scripts and style.
func words(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && c.Parent.Data != "style" && c.Parent.Data != "script":
			b.WriteString(c.Data)
		case c.Data == "img":
			b.WriteString(" " + attribute(c, "alt") + " ")
		case c.Data == "a":
			b.WriteString(" " + attribute(c, "href") + " ")
		case c.Data == "p" || c.Data == "li" || c.Data == "td" || c.Data == "th" || c.Data == "br":
			b.WriteString(" ")
		}
	}
	return b.String()
}

// bare is what of a text is sure to be seen: no control characters, no code
// points that are no characters, and no white space, since that may fold.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
			return -1
		}
		return r
	}, s)
}

// typed is every text in a tree, as an export must show it.
func typed(bs []text.Block) []string {
	var all []string
	for _, b := range bs {
		switch b := b.(type) {
		case text.Paragraph:
			all = append(all, leaves(b.Text)...)
		case text.Quote:
			all = append(append(all, typed(b.Blocks)...), leaves(b.Source)...)
		case text.List:
			for _, item := range b.Items {
				all = append(all, typed(item)...)
			}
		case text.Table:
			for _, row := range append([][][]text.Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					all = append(all, leaves(cell)...)
				}
			}
		case text.PictureBlock:
			all = append(all, b.Caption, b.Credit, b.Alt)
		case text.ByLine:
			all = append(all, b.Name)
		case text.Post:
			all = append(append(all, typed(b.Blocks)...), b.Author, b.Handle, b.Time)
		}
	}
	return all
}

func leaves(is []text.Inline) []string {
	var all []string
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			all = append(all, i.Text)
		case text.Emphasis:
			all = append(all, leaves(i.Text)...)
		case text.Strong:
			all = append(all, leaves(i.Text)...)
		case text.Strike:
			all = append(all, leaves(i.Text)...)
		case text.Link:
			all = append(all, leaves(i.Text)...)
		case text.Figure:
			all = append(all, i.String())
		}
	}
	return all
}
