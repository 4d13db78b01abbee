package ui

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// keptBlock is one block of what a CMS keeps of what is pasted into it.
type keptBlock struct {
	kind   keptKind
	words  string
	cells  []string // of a row of a table
	right  []bool   // which of its cells hold figures, as those over and under them
	strong bool     // all of it is
	quote  bool     // stands in a quote
	tight  bool     // the next stands under it without a gap
}

// keptKind says what a block is.
type keptKind int

const (
	keptText keptKind = iota
	keptHeading
	keptItem
	keptHead // of a table
	keptRow
	keptPicture
	keptRule
	keptLost // what does not survive the paste
)

// keptMost is how many blocks a preview shows: further, the form itself is
// looked at.
const keptMost = 600

// keptBy is what whoever takes a taking keeps of it. Of a fragment that is what
// a paste leaves.
func keptBy(e blog.Edition, d demand, t taking, pictures func(string) ([]byte, error)) ([]keptBlock, error) {
	written := t.files[0].Data
	if d.way.form() != publish.Fragment {
		return keptOf(d.way.form(), written)
	}
	pasted, err := publish.Pasted(e, d.options(e, pictures))
	if err != nil {
		return nil, err
	}
	kept, err := keptOf(publish.Fragment, pasted)
	if bytes.Contains(written, []byte("<svg")) {
		lost := keptBlock{kind: keptLost, words: "The drawn charts are not here: a paste drops them. Choose charts as pictures to keep them."}
		kept = append([]keptBlock{lost}, kept...)
	}
	return kept, err
}

// keptOf reads back what was written, as whoever takes it does: blocks with
// their words, without any style or anchor.
func keptOf(form publish.Form, data []byte) ([]keptBlock, error) {
	if !form.Markup() {
		return keptLines(string(data)), nil
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("reading back what was written: %w", err)
	}
	k := &keeper{}
	k.walk(root, false)
	return k.blocks, nil
}

// keptLines are the paragraphs of plain text.
func keptLines(text string) []keptBlock {
	var blocks []keptBlock
	for part := range strings.SplitSeq(text, "\n\n") {
		if part = strings.TrimSpace(part); part == "* * *" {
			blocks = append(blocks, keptBlock{kind: keptRule})
			continue
		}
		lines := strings.Split(part, "\n")
		for i, line := range lines {
			blocks = append(blocks, keptBlock{words: strings.TrimSpace(line), tight: i < len(lines)-1})
		}
	}
	return blocks
}

// keeper collects the blocks of a document.
type keeper struct {
	blocks []keptBlock
}

func (k *keeper) add(kind keptKind, quote bool, words string) {
	if words != "" || kind == keptRule {
		k.blocks = append(k.blocks, keptBlock{kind: kind, words: words, quote: quote})
	}
}

func (k *keeper) walk(n *html.Node, quote bool) {
	switch n.DataAtom {
	case atom.Head, atom.Style, atom.Script, atom.Template:
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		k.add(keptHeading, quote, wordsIn(n))
		return
	case atom.P, atom.Caption, atom.Figcaption, atom.Summary, atom.Dt, atom.Dd:
		if words := wordsIn(n); words != "" {
			k.blocks = append(k.blocks, keptBlock{words: words, quote: quote, strong: strong(n)})
		}
		k.within(n, quote)
		return
	case atom.A:
		if attribute(n, "class") == "skip" { // which only those hear who do not see
			return
		}
	case atom.Li:
		k.item(n, quote)
		return
	case atom.Table:
		k.table(n, quote)
		return
	case atom.Tr:
		k.row(n)
		return
	case atom.Hr:
		k.add(keptRule, quote, "")
		return
	case atom.Img, atom.Svg:
		k.picture(n, quote)
		return
	case atom.Blockquote:
		quote = true
	}
	if loose(n) {
		k.add(keptText, quote, wordsIn(n))
		k.within(n, quote)
		return
	}
	for c := range n.ChildNodes() {
		k.walk(c, quote)
	}
}

// within adds the pictures that stand in a line of text.
func (k *keeper) within(n *html.Node, quote bool) {
	for c := range n.Descendants() {
		if c.DataAtom == atom.Img || c.DataAtom == atom.Svg {
			k.picture(c, quote)
		}
	}
}

func (k *keeper) item(n *html.Node, quote bool) {
	mark := "•"
	if n.Parent != nil && n.Parent.DataAtom == atom.Ol {
		at, err := strconv.Atoi(attribute(n.Parent, "start"))
		if err != nil {
			at = 1
		}
		for c := n.PrevSibling; c != nil; c = c.PrevSibling {
			if c.DataAtom == atom.Li {
				at++
			}
		}
		mark = fmt.Sprintf("%d.", at)
	}
	k.add(keptItem, quote, mark+" "+wordsIn(n))
	k.within(n, quote)
}

// table adds the rows of a table. A column with figures and no more than a
// short word beside them stands at the right.
func (k *keeper) table(n *html.Node, quote bool) {
	from := len(k.blocks)
	for c := range n.ChildNodes() {
		k.walk(c, quote)
	}
	rows := k.blocks[from:]
	figures, words := map[int]bool{}, map[int]bool{}
	for _, b := range rows {
		for i, cell := range b.cells {
			switch {
			case b.kind != keptRow:
			case strings.IndexAny(cell, "0123456789+−") == 0:
				figures[i] = true
			case len(cell) > len("–new–"):
				words[i] = true
			}
		}
	}
	for i := range rows {
		rows[i].right = make([]bool, len(rows[i].cells))
		for c := range rows[i].right {
			rows[i].right[c] = c > 0 && figures[c] && !words[c]
		}
	}
}

func (k *keeper) row(n *html.Node) {
	b := keptBlock{kind: keptRow}
	heads := 0
	for c := range n.ChildNodes() {
		if c.DataAtom == atom.Th || c.DataAtom == atom.Td {
			b.cells = append(b.cells, wordsIn(c))
			if c.DataAtom == atom.Th {
				heads++
			}
		}
	}
	if heads > 0 && heads == len(b.cells) {
		b.kind = keptHead
	}
	k.blocks = append(k.blocks, b)
}

func (k *keeper) picture(n *html.Node, quote bool) {
	switch {
	case n.DataAtom == atom.Img:
		k.add(keptPicture, quote, "Picture: "+attribute(n, "alt"))
	case attribute(n, "role") == "img":
		k.add(keptPicture, quote, "Chart")
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// loose reports whether an element has words of its own, not only blocks.
func loose(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// strong reports whether all the words of an element are strong.
func strong(n *html.Node) bool {
	any := false
	for c := range n.ChildNodes() {
		switch {
		case c.DataAtom == atom.Strong || c.DataAtom == atom.B:
			any = true
		case strings.TrimSpace(wordsIn(c)) != "":
			return false
		}
	}
	return any
}

// wordsIn is the text of an element on one line, without that of drawings.
func wordsIn(n *html.Node) string {
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Svg:
			return
		case n.DataAtom == atom.Br:
			b.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
	}
	visit(n)
	return strings.Join(strings.Fields(b.String()), " ")
}
