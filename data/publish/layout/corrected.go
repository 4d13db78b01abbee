package layout

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
)

// This file strikes through what an entry had wrong, before what stands.

// struckThrough is the text of an entry with what its first correction found
// struck through. Where nothing of the text was wrong, or a figure of then is
// not known any more, it is the text as it stands: the note below tells.
func struckThrough(x blog.Entry, stands text.Document) text.Document {
	was := ""
	for i := len(x.Corrections) - 1; i >= 0; i-- {
		if x.Corrections[i].Was != "" {
			was = x.Corrections[i].Was
		}
	}
	if was == "" {
		return stands
	}
	figures, lost := x.Figures(), false
	then := text.Parse(was, func(slot string) (string, bool) {
		value, ok := figures(slot)
		lost = lost || !ok && !strings.Contains(x.Text, "{"+slot+"}")
		return value, ok
	})
	if lost {
		return stands
	}
	return text.Document{Blocks: strikeBlocks(then.Blocks, stands.Blocks)}
}

// strikeBlocks pairs the blocks that differ, in order.
func strikeBlocks(was, is []text.Block) []text.Block {
	var out, after []text.Block
	for len(was) > 0 && len(is) > 0 && reflect.DeepEqual(was[0], is[0]) {
		out, was, is = append(out, is[0]), was[1:], is[1:]
	}
	for len(was) > 0 && len(is) > 0 && reflect.DeepEqual(was[len(was)-1], is[len(is)-1]) {
		after = append([]text.Block{is[len(is)-1]}, after...)
		was, is = was[:len(was)-1], is[:len(is)-1]
	}
	for i, b := range is {
		if i < len(was) {
			out = append(out, strikeBlock(was[i], b)...)
		} else {
			out = append(out, b)
		}
	}
	for i := len(is); i < len(was); i++ {
		out = append(out, gone(was[i])...)
	}
	return append(out, after...)
}

// strikeBlock is a block with what it said before struck through: within it,
// where both are built alike, else before it.
func strikeBlock(was, is text.Block) []text.Block {
	switch i := is.(type) {
	case text.Paragraph:
		if w, ok := was.(text.Paragraph); ok {
			return []text.Block{text.Paragraph{Text: strikeWords(w.Text, i.Text)}}
		}
	case text.Quote:
		if w, ok := was.(text.Quote); ok {
			return []text.Block{text.Quote{Blocks: strikeBlocks(w.Blocks, i.Blocks), Source: strikeWords(w.Source, i.Source)}}
		}
	case text.Post:
		if w, ok := was.(text.Post); ok {
			i.Blocks = strikeBlocks(w.Blocks, i.Blocks)
			return []text.Block{i}
		}
	case text.List:
		if w, ok := was.(text.List); ok && w.Ordered == i.Ordered && len(w.Items) == len(i.Items) {
			items := make([][]text.Block, len(i.Items))
			for n := range items {
				items[n] = strikeBlocks(w.Items[n], i.Items[n])
			}
			i.Items = items
			return []text.Block{i}
		}
	case text.Table:
		if w, ok := was.(text.Table); ok && len(w.Head) == len(i.Head) && len(w.Rows) == len(i.Rows) {
			return []text.Block{strikeTable(w, i)}
		}
	}
	return append(gone(was), is)
}

func strikeTable(was, is text.Table) text.Table {
	row := func(was, is [][]text.Inline) [][]text.Inline {
		cells := make([][]text.Inline, len(is))
		for i := range is {
			cells[i] = strikeWords(was[i], is[i])
		}
		return cells
	}
	rows := make([][][]text.Inline, len(is.Rows))
	for i := range rows {
		rows[i] = row(was.Rows[i], is.Rows[i])
	}
	return text.Table{Align: is.Align, Head: row(was.Head, is.Head), Rows: rows}
}

// gone is a block that stands no more, as struck paragraphs. A picture, a
// card and a chart are not struck: they are not there.
func gone(b text.Block) []text.Block {
	switch b.(type) {
	case text.PictureBlock, text.ResultBlock, text.ChartBlock, text.ByLine:
		return nil
	}
	var out []text.Block
	for line := range strings.Lines(text.Plaintext(text.Document{Blocks: []text.Block{b}})) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, text.Paragraph{Text: []text.Inline{struckText(line)}})
		}
	}
	return out
}

func struckText(s string) text.Inline {
	return text.Strike{Text: []text.Inline{text.Plain{Text: OneLine(s)}}}
}

// strikeWords puts what running text said before, struck through, before the
// words that stand for it.
func strikeWords(was, is []text.Inline) []text.Inline {
	text := flatText(is)
	p := striker{text: text, cuts: cutsBetween(flatText(was), text)}
	return p.due(p.words(is))
}

// flatText is running text without marks, a line break a line's end.
func flatText(is []text.Inline) string {
	var b strings.Builder
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			b.WriteString(i.Text)
		case text.Break:
			b.WriteString("\n")
		case text.Emphasis:
			b.WriteString(flatText(i.Text))
		case text.Strong:
			b.WriteString(flatText(i.Text))
		case text.Strike:
			b.WriteString(flatText(i.Text))
		case text.Link:
			b.WriteString(flatText(i.Text))
		case text.Figure:
			b.WriteString(i.String())
		}
	}
	return b.String()
}

// A cut is words that stand no more, and where in the text they stood.
type cut struct {
	at   int // byte offset
	text string
}

// A striker walks through running text and puts in the cuts.
type striker struct {
	text string // all of it, without marks
	cuts []cut  // those still to come
	at   int    // how far the walk has come
}

func (p *striker) words(is []text.Inline) []text.Inline {
	var out []text.Inline
	for _, i := range is {
		out = p.due(out)
		switch x := i.(type) {
		case text.Plain:
			out = p.plain(out, x.Text)
			continue
		case text.Emphasis:
			i = text.Emphasis{Text: p.words(x.Text)}
		case text.Strong:
			i = text.Strong{Text: p.words(x.Text)}
		case text.Link:
			i = text.Link{Address: x.Address, Text: p.words(x.Text)}
		default:
			p.at += len(flatText([]text.Inline{i}))
		}
		out = append(out, i)
	}
	return out
}

func (p *striker) plain(out []text.Inline, said string) []text.Inline {
	for len(p.cuts) > 0 && p.cuts[0].at < p.at+len(said) {
		before := p.cuts[0].at - p.at
		out = append(out, text.Plain{Text: said[:before]})
		said, p.at = said[before:], p.at+before
		out = p.due(out)
	}
	p.at += len(said)
	return append(out, text.Plain{Text: said})
}

// due puts in the cuts that the walk has come to, with the blanks that the
// text has not got there.
func (p *striker) due(out []text.Inline) []text.Inline {
	for len(p.cuts) > 0 && p.cuts[0].at <= p.at {
		c := p.cuts[0]
		if last, n := utf8.DecodeLastRuneInString(p.text[:c.at]); n > 0 && !unicode.IsSpace(last) {
			out = append(out, text.Plain{Text: " "})
		}
		out = append(out, struckText(c.text))
		if next, n := utf8.DecodeRuneInString(p.text[c.at:]); n > 0 && !unicode.IsSpace(next) {
			out = append(out, text.Plain{Text: " "})
		}
		p.cuts = p.cuts[1:]
	}
	return out
}

// cutsBetween are the words of a text that another has no more, whole words
// between blanks, those that stand side by side as one.
func cutsBetween(was, is string) []cut {
	var cuts []cut
	kept, open := 0, false
	for _, w := range changedWords(was, is) {
		switch {
		case !w.changed:
			kept, open = kept+len(w.was), false
		case w.was == "":
		case open:
			cuts[len(cuts)-1].text += " " + w.was
		default:
			cuts, open = append(cuts, cut{w.at, w.was}), true
		}
	}
	if len(cuts) > 0 && kept*3 < len(was) {
		return []cut{{0, was}} // hardly a word stands: it is another sentence
	}
	return cuts
}

// A changedWord is a word of one text with the one that stands for it in
// another; either may be empty.
type changedWord struct {
	was, is string
	at      int // byte offset in the newer text
	changed bool
}

func changedWords(was, is string) []changedWord {
	var words []changedWord
	w := changedWord{}
	at := 0
	end := func() {
		if w.was+w.is != "" {
			words = append(words, w)
		}
		w = changedWord{at: at}
	}
	for _, s := range text.Difference(was, is) {
		for _, r := range s.Text {
			size := utf8.RuneLen(r)
			if unicode.IsSpace(r) {
				end()
			} else {
				if !s.Is {
					w.was += string(r)
				}
				if !s.Was {
					w.is += string(r)
				}
				w.changed = w.changed || s.Is || s.Was
			}
			if !s.Was {
				at += size
			}
			if w.was+w.is == "" {
				w.at = at
			}
		}
	}
	end()
	return words
}
