package text

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// blocks reads the children of a container.
func (r *Reading) blocks(parent ast.Node) []Block {
	var blocks []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Blockquote:
			blocks = append(blocks, r.quote(n))
		case *ast.List:
			blocks = append(blocks, r.list(n)...)
		case *extast.Table:
			blocks = append(blocks, r.table(n))
		case *directiveNode:
			blocks = append(blocks, r.directive(n))
		default:
			if inlines := r.inlines(n); len(inlines) > 0 {
				blocks = append(blocks, Paragraph{inlines})
			}
		}
	}
	return blocks
}

func (r *Reading) directive(n *directiveNode) Block {
	r.Directives = append(r.Directives, BlockPlace{n.block, r.source.typed(n.start), r.source.typed(n.stop)})
	post, ok := n.block.(Post)
	if !ok {
		return n.block
	}
	r.foreign++
	post.Blocks = r.blocks(n)
	r.foreign--
	return post
}

// quote reads a quote and takes its source from its last line. A quote of
// nothing is the mark alone, as text.
func (r *Reading) quote(n ast.Node) Block {
	r.foreign++
	blocks := r.blocks(n)
	r.foreign--
	if len(blocks) == 0 {
		return Paragraph{[]Inline{Plain{">"}}}
	}
	last, ok := blocks[len(blocks)-1].(Paragraph)
	if !ok {
		return Quote{Blocks: blocks}
	}
	said, source := cutSource(last.Text)
	switch {
	case source == nil, said == nil && len(blocks) == 1:
		return Quote{Blocks: blocks}
	case said == nil:
		blocks = blocks[:len(blocks)-1]
	default:
		blocks[len(blocks)-1] = Paragraph{said}
	}
	return Quote{Blocks: blocks, Source: source}
}

// cutSource cuts the last line of a paragraph off if it is "— Who".
func cutSource(all []Inline) (said, source []Inline) {
	line := 0
	for i, x := range all {
		if _, ok := x.(Break); ok {
			line = i + 1
		}
	}
	first, ok := all[line].(Plain)
	if !ok {
		return all, nil
	}
	name, ok := strings.CutPrefix(first.Text, "—")
	if !ok {
		return all, nil
	}
	name = strings.TrimLeft(name, " \u00a0")
	if name != "" {
		source = append(source, Plain{name})
	}
	source = append(source, all[line+1:]...)
	if len(source) == 0 {
		return all, nil
	}
	if line > 0 {
		said = all[:line-1]
	}
	return said, source
}

// list reads a list. Where the numbers of an ordered list do not run on, a
// new list starts with the number typed, so that no number is lost; one with
// leading zeros is text.
func (r *Reading) list(n *ast.List) []Block {
	if !n.IsOrdered() {
		list := List{}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			list.Items = append(list.Items, r.blocks(item))
		}
		return []Block{list}
	}
	var blocks []Block
	list := List{Ordered: true}
	flush := func() {
		if len(list.Items) > 0 {
			blocks = append(blocks, list)
		}
		list = List{Ordered: true}
	}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		digits := leadingDigits(r.source.text[item.Pos():])
		number, _ := strconv.Atoi(digits)
		content := r.blocks(item)
		if strconv.Itoa(number) != digits {
			flush()
			marker := string(r.source.text[item.Pos() : item.Pos()+len(digits)+1])
			blocks = append(blocks, prefixed(marker, content)...)
			continue
		}
		if number != list.Start+len(list.Items) {
			flush()
		}
		if len(list.Items) == 0 {
			list.Start = number
		}
		list.Items = append(list.Items, content)
	}
	flush()
	return blocks
}

func leadingDigits(s []byte) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return string(s[:n])
}

// prefixed puts a marker as text before the blocks.
func prefixed(marker string, blocks []Block) []Block {
	if len(blocks) > 0 {
		if p, ok := blocks[0].(Paragraph); ok {
			blocks[0] = Paragraph{append([]Inline{Plain{marker + " "}}, p.Text...)}
			return blocks
		}
	}
	return append([]Block{Paragraph{[]Inline{Plain{marker}}}}, blocks...)
}

func (r *Reading) table(n *extast.Table) Block {
	r.foreign++
	defer func() { r.foreign-- }()
	var t Table
	for _, a := range n.Alignments {
		align := map[extast.Alignment]Align{
			extast.AlignLeft: AlignLeft, extast.AlignCenter: AlignCentre, extast.AlignRight: AlignRight,
		}[a]
		t.Align = append(t.Align, align)
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := make([][]Inline, 0, len(t.Align))
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, r.inlines(cell))
		}
		for len(cells) < len(t.Align) {
			cells = append(cells, nil)
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}
