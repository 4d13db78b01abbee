package text

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A directiveNode is a directive in goldmark's tree: a line of its own
// outside all other blocks.
type directiveNode struct {
	ast.BaseBlock
	block       Block // for @post without its quoted text, which are the children
	start, stop int   // offsets of the line
}

var (
	kindDirective = ast.NewNodeKind("Directive")
	kindPost      = ast.NewNodeKind("Post")
)

func (n *directiveNode) Kind() ast.NodeKind {
	if _, ok := n.block.(Post); ok {
		return kindPost
	}
	return kindDirective
}

func (n *directiveNode) Dump(source []byte, by int) { ast.DumpHelper(n, source, by, nil, nil) }

// A directiveParser reads directives. After @post it takes the lines that
// start with > as the quoted text.
type directiveParser struct{}

func (directiveParser) Trigger() []byte             { return []byte{'@'} }
func (directiveParser) CanInterruptParagraph() bool { return true }
func (directiveParser) CanAcceptIndentedLine() bool { return false }

func (directiveParser) Open(parent ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if parent.Kind() != ast.KindDocument || line[0] != '@' {
		return nil, parser.NoChildren
	}
	block, ok := readDirective(strings.TrimSpace(string(line)))
	if !ok {
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &directiveNode{block: block, start: segment.Start, stop: segment.Stop}, parser.NoChildren
}

func (directiveParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	if node.Kind() != kindPost {
		return parser.Close
	}
	return quoteMarks.Continue(node, reader, pc)
}

func (directiveParser) Close(ast.Node, text.Reader, parser.Context) {}

// quoteMarks takes the > from the lines of a captured post.
var quoteMarks = parser.NewBlockquoteParser()

// readDirective reads one line. A line that is not quite a directive is none.
func readDirective(line string) (Block, bool) {
	word, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "@picture":
		return pictureDirective(rest)
	case "@result":
		return ResultBlock{Contest: rest}, rest != ""
	case "@chart":
		return chartDirective(rest)
	case "@by":
		return ByLine{Name: rest}, rest != ""
	case "@post":
		return postDirective(rest)
	}
	return nil, false
}

func pictureDirective(rest string) (Block, bool) {
	f := fields(rest, 4)
	for _, r := range f[0] {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return nil, false
		}
	}
	return PictureBlock{ID: f[0], Caption: f[1], Credit: f[2], Alt: f[3]}, f[0] != ""
}

func chartDirective(rest string) (Block, bool) {
	f := fields(rest, 2)
	switch strings.ToLower(f[1]) {
	case "":
		f[1] = "share"
	case "share", "change", "history", "seats":
		f[1] = strings.ToLower(f[1])
	default:
		return nil, false
	}
	return ChartBlock{Contest: f[0], Kind: f[1]}, f[0] != ""
}

func postDirective(rest string) (Block, bool) {
	f := fields(rest, 4)
	post := Post{Author: f[1], Handle: f[2], Time: f[3]}
	if f[0] == "" {
		return post, f[1] != "" || f[2] != ""
	}
	var ok bool
	post.Address, ok = linkAddress(f[0])
	return post, ok && !strings.HasPrefix(strings.ToLower(f[0]), "mailto:") && !strings.Contains(f[0], " ")
}

// fields splits at most n fields at "|", trimmed; `\|` is a bar within one.
// The last field takes what is left. There are always n.
func fields(s string, n int) []string {
	f := make([]string, 0, n)
	from := 0
	for i := 0; i < len(s) && len(f) < n-1; i++ {
		if s[i] == '|' && (i == 0 || s[i-1] != '\\') {
			f = append(f, s[from:i])
			from = i + 1
		}
	}
	f = append(f, s[from:])
	for i := range f {
		f[i] = strings.TrimSpace(strings.ReplaceAll(f[i], `\|`, "|"))
	}
	for len(f) < n {
		f = append(f, "")
	}
	return f
}
