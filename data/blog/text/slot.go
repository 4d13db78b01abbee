package text

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A slotNode is a slot in goldmark's tree: its segment is the braces and
// what they hold.
type slotNode struct {
	ast.BaseInline
	segment text.Segment
}

var kindSlot = ast.NewNodeKind("Slot")

func (*slotNode) Kind() ast.NodeKind           { return kindSlot }
func (n *slotNode) Dump(source []byte, by int) { ast.DumpHelper(n, source, by, nil, nil) }

// A slotParser reads {…} on one line. Whether the slot is known is not its
// business.
type slotParser struct{}

func (slotParser) Trigger() []byte { return []byte{'{'} }

func (slotParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	end := bytes.IndexAny(line[1:min(len(line), MaxSlot+2)], "{}[]\n")
	if end < 0 || line[end+1] != '}' || util.IsBlank(line[1:end+1]) {
		return nil
	}
	block.Advance(end + 2)
	return &slotNode{segment: segment.WithStop(segment.Start + end + 2)}
}
