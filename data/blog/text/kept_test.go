package text

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// What an entry's text may lose on its way into the tree, and nothing else:
// the characters of syntax that the package comment lists.
const syntax = `*_~[]()\>-+.|:—`

// mustKeep fails unless the tree holds every visible character of the text in
// the order typed, but for characters of syntax, and none that was not typed.
func mustKeep(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string, d Document) {
	t.Helper()
	if encoded.MatchString(text) {
		return // cannot be told from an address that was encoded
	}
	var k keeper
	k.blocks(d.Blocks)
	if k.bare && strings.Contains(text, "](") {
		return // [a](a) and a cannot be told apart
	}
	typed, kept := visible(text), visible(k.String())
	at := 0
	for _, r := range typed {
		switch {
		case at < len(kept) && kept[at] == r:
			at++
		case !strings.ContainsRune(syntax, r):
			t.Fatalf("%q of %.300q is not in the tree\n%.300s", r, text, show(d))
		}
	}
	if at < len(kept) {
		t.Fatalf("the tree of %.300q holds %.80q that was not typed\n%.300s", text, string(kept[at:]), show(d))
	}
}

// encoded are the escapes that linkAddress makes.
var encoded = regexp.MustCompile(`(%(22|3C|3E|5B|5C|5D|5E|60|7B|7C|7D|[89A-F][0-9A-F]))+`)

// visible are the characters of s that show, invisible format characters with
// them: they must not be lost either.
func visible(s string) []rune {
	var kept []rune
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != unicode.ReplacementChar {
			kept = append(kept, r)
		}
	}
	return kept
}

// A keeper writes a tree out with everything that was typed into it.
type keeper struct {
	strings.Builder
	bare bool // whether a link may have been a bare address
}

func (k *keeper) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			k.inlines(b.Text)
		case Quote:
			k.blocks(b.Blocks)
			k.inlines(b.Source)
		case List:
			for i, item := range b.Items {
				if b.Ordered {
					fmt.Fprint(k, b.Start+i)
				}
				k.blocks(item)
			}
		case Table:
			for _, row := range append([][][]Inline{b.Head}, b.Rows...) {
				for _, cell := range row {
					k.inlines(cell)
				}
			}
		case PictureBlock:
			k.WriteString("@picture" + b.ID + b.Caption + b.Credit + b.Alt)
		case ResultBlock:
			k.WriteString("@result" + b.Contest)
		case ChartBlock:
			k.WriteString("@chart" + b.Contest + b.Kind)
		case ByLine:
			k.WriteString("@by" + b.Name)
		case Post:
			k.WriteString("@post")
			k.address(b.Address)
			k.WriteString(b.Author + b.Handle + b.Time)
			k.blocks(b.Blocks)
		default:
			panic(fmt.Sprintf("the tree holds %T", b))
		}
	}
}

func (k *keeper) inlines(inlines []Inline) {
	for _, x := range inlines {
		switch x := x.(type) {
		case Plain:
			k.WriteString(x.Text)
		case Break:
		case Emphasis:
			k.inlines(x.Text)
		case Strong:
			k.inlines(x.Text)
		case Strike:
			k.inlines(x.Text)
		case Figure:
			k.WriteString("{" + x.Slot + "}")
		case Link:
			k.inlines(x.Text)
			if len(x.Text) == 0 || linksWithin(x.Text) > 0 {
				panic("a link without text, or within a link")
			}
			if x.IsBare() {
				k.bare = true
			} else {
				k.address(x.Address)
			}
			checkAddress(x.Address)
		default:
			panic(fmt.Sprintf("the tree holds %T", x))
		}
	}
}

// address writes an address as it was typed.
func (k *keeper) address(a string) {
	k.WriteString(encoded.ReplaceAllStringFunc(a, func(s string) string {
		plain, err := url.PathUnescape(s)
		if err != nil {
			panic(err)
		}
		return plain
	}))
}

func checkAddress(a string) {
	scheme, _, _ := strings.Cut(a, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
	default:
		panic("a link to " + a)
	}
	if strings.ContainsAny(a, " \"<>\\^`{|}\n") {
		panic("a link to " + a)
	}
}

func blocksDepth(blocks []Block) int {
	deepest := 0
	for _, b := range blocks {
		depth := 0
		switch b := b.(type) {
		case Paragraph:
			depth = inlinesDepth(b.Text)
		case Quote:
			depth = max(blocksDepth(b.Blocks), inlinesDepth(b.Source))
		case List:
			for _, item := range b.Items {
				depth = max(depth, blocksDepth(item))
			}
		case Post:
			depth = blocksDepth(b.Blocks)
		}
		deepest = max(deepest, depth+1)
	}
	return deepest
}

func inlinesDepth(inlines []Inline) int {
	deepest := 0
	for _, x := range inlines {
		depth := 0
		switch x := x.(type) {
		case Emphasis:
			depth = inlinesDepth(x.Text)
		case Strong:
			depth = inlinesDepth(x.Text)
		case Strike:
			depth = inlinesDepth(x.Text)
		case Link:
			depth = inlinesDepth(x.Text)
		}
		deepest = max(deepest, depth+1)
	}
	return deepest
}

func TestParseCasesKeepEverything(t *testing.T) {
	for _, c := range parseCases {
		if strings.Contains(c.text, "@chart") {
			continue // a kind may be implied
		}
		mustKeep(t, c.text, Parse(c.text, known))
	}
}

func linksWithin(inlines []Inline) (n int) {
	for _, x := range inlines {
		switch x := x.(type) {
		case Link:
			n++
		case Emphasis:
			n += linksWithin(x.Text)
		case Strong:
			n += linksWithin(x.Text)
		case Strike:
			n += linksWithin(x.Text)
		}
	}
	return n
}
