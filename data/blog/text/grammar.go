package text

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The bounds of an entry's text. What goes beyond them stays text. They keep
// parsing linear and every renderer's recursion shallow.
const (
	maxNesting    = 8   // quotes and list items within one another
	maxInlineNest = 8   // emphasis within emphasis
	maxMarks      = 400 // runs of *, _ and ~~ that may mark, in one block
	MaxSlot       = 160 // bytes of a slot between its braces
	maxLabel      = 600 // bytes of a link's text
	maxAddress    = 2000
	maxBrackets   = 8 // brackets within a link's text or address
)

// grammar is goldmark with exactly the constructs switched on that the
// package comment lists. It holds no state between texts.
var grammar = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(directiveParser{}, 100),
		util.Prioritized(listParser{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(quoteParser{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(slotParser{}, 100),
		util.Prioritized(linkParser{}, 200),
		util.Prioritized(markParser{}, 500),
		util.Prioritized(newBareParser(), 999),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(newTableTransformer(), 200),
	),
)

// nesting counts the quotes and list items that n stands in, itself included.
func nesting(n ast.Node) int {
	depth := 0
	for ; n != nil; n = n.Parent() {
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindListItem, kindPost:
			depth++
		}
	}
	return depth
}

// A listParser opens no list for a line that Markdown would take for a
// thematic break ("* * *", "- - -"), nor for a marker with nothing after it,
// and bounds the nesting.
type listParser struct{ parser.BlockParser }

func (p listParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if isRule(line) || isBareMarker(line) || nesting(parent) >= maxNesting {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// isRule reports whether the line holds three or more of one of *, - and _,
// and nothing else but blanks.
func isRule(line []byte) bool {
	var mark byte
	count := 0
	for _, c := range bytes.TrimSpace(line) {
		switch {
		case c == ' ' || c == '\t':
		case count == 0 && (c == '*' || c == '-' || c == '_'):
			mark, count = c, 1
		case count > 0 && c == mark:
			count++
		default:
			return false
		}
	}
	return count >= 3
}

// isBareMarker reports whether the line is a list marker and nothing else.
func isBareMarker(line []byte) bool {
	line = bytes.TrimSpace(line)
	if len(line) == 1 {
		return line[0] == '-' || line[0] == '*' || line[0] == '+'
	}
	digits := bytes.TrimLeft(line, "0123456789")
	return len(digits) < len(line) && len(digits) == 1 && (digits[0] == '.' || digits[0] == ')')
}

// A quoteParser bounds the nesting of quotes.
type quoteParser struct{ parser.BlockParser }

func (p quoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if nesting(parent) >= maxNesting {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// A paragraphParser takes every line that nothing else wants, however far it
// is indented. Unlike Markdown's, its paragraphs do not run on lazily: a line
// belongs to a quote or a list item only with its mark or indent, so that a
// reporter's own sentence never lands in somebody's mouth.
type paragraphParser struct{ parser.BlockParser }

func (p paragraphParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	last := pc.LastOpenedBlock().Node
	if last != nil && ast.IsParagraph(last) && last.Parent() == parent {
		return nil, parser.NoChildren // runs on
	}
	return p.BlockParser.Open(parent, reader, pc)
}

func (paragraphParser) CanInterruptParagraph() bool { return true }
func (paragraphParser) CanAcceptIndentedLine() bool { return true }
