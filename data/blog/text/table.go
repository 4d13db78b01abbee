package text

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A tableTransformer makes tables of paragraphs as GitHub does, but leaves a
// paragraph alone if it has no | in head and rule, or if a row holds more
// cells than the head: those cells would be lost.
type tableTransformer struct{ parser.ParagraphTransformer }

func newTableTransformer() parser.ParagraphTransformer {
	return tableTransformer{extension.NewTableParagraphTransformer()}
}

func (t tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if holdsTable(node.Lines(), reader.Source()) {
		t.ParagraphTransformer.Transform(node, reader, pc)
	}
}

func holdsTable(lines *text.Segments, source []byte) bool {
	line := func(i int) []byte {
		segment := lines.At(i)
		return bytes.TrimSpace(segment.Value(source))
	}
	rule := 1
	for rule < lines.Len() && !isTableRule(line(rule)) {
		rule++
	}
	if rule >= lines.Len() || !bytes.ContainsRune(line(rule-1), '|') || !bytes.ContainsRune(line(rule), '|') {
		return false
	}
	width := tableCells(line(rule - 1))
	for i := rule - 1; i < lines.Len(); i++ {
		if tableCells(line(i)) > width || bytes.HasSuffix(line(i), []byte(`\|`)) {
			return false
		}
	}
	return true
}

var tableRuleCell = regexp.MustCompile(`^\s*:?-+:?\s*$`)

// isTableRule reports whether the line is the rule between head and rows:
// "|---|---:|".
func isTableRule(line []byte) bool {
	cells := bytes.Split(line, []byte{'|'})
	if len(cells) > 1 && len(bytes.TrimSpace(cells[0])) == 0 {
		cells = cells[1:]
	}
	if len(cells) > 1 && len(bytes.TrimSpace(cells[len(cells)-1])) == 0 {
		cells = cells[:len(cells)-1]
	}
	for _, c := range cells {
		if !tableRuleCell.Match(c) {
			return false
		}
	}
	return true
}

// tableCells counts the cells of a row.
func tableCells(line []byte) int {
	if len(line) > 0 && line[0] == '|' {
		line = line[1:]
	}
	line = bytes.TrimSuffix(line, []byte{'|'})
	if len(line) == 0 {
		return 0
	}
	n := 1
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			n++
		}
	}
	return n
}
