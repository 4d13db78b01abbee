package layout

import (
	"fmt"
	"strings"
)

// This file lays results, councils and contests out as blocks.

// level is the heading's level of something whose level on the page is 2 at
// the head, 3 below a council or another group, and 4 in an entry.
func (n *Blog) level(onPage int) int {
	section, entry := n.Options.sectionLevel(), n.Options.entryLevel()
	if onPage >= 4 {
		return min(entry+1, 6)
	}
	return min(section+onPage-2, 6)
}

// groupBlocks lay out what stands together at the head.
func (n *Blog) groupBlocks(g Group) []Block {
	var bs []Block
	switch {
	case g.Council != nil:
		bs = []Block{n.councilSection(*g.Council)}
	case g.Name != "" && g.Roundup == nil:
		bs = []Block{Heading{Level: n.level(2), Words: Words(g.Name)}}
	}
	if g.Roundup != nil {
		bs = append(bs, n.roundupBlocks(*g.Roundup)...)
	}
	for _, k := range g.Cards {
		bs = append(bs, n.cardSection(k))
	}
	for _, p := range g.Pending {
		name := []Word{Marked(Strong, Text(p.Contest)), Text(": " + p.Text)}
		bs = append(bs, Section{Blocks: append([]Block{Paragraph{Anchor: n.anchored(p.Anchor), Words: name}}, flagBlocks(p.Flags)...)})
	}
	return bs
}

func (n *Blog) cardSection(k card) Section {
	head := Heading{Level: n.level(k.Level), Words: Words(k.Heading)}
	return Section{Template: "card", Data: k, Blocks: append([]Block{head}, n.cardBody(k)...)}
}

// cardBody is a card without its heading.
func (n *Blog) cardBody(k card) []Block {
	bs := []Block{Paragraph{Anchor: n.anchored(k.Anchor), Words: Words(strings.TrimSpace(k.Status + " " + k.Basis))}}
	for _, a := range k.Amended {
		words := []Word{Text("Corrected "), timed(a.When), Text(fmt.Sprintf(" (revision %d).", a.Revision))}
		if a.Text != "" {
			words = append(words, Text(" "+a.Text))
		}
		bs = append(bs, Paragraph{Words: []Word{Marked(Emphasis, words...)}})
	}
	t := Table{Caption: k.Contest + ": votes, " + k.Percent, Head: cellsOf("Candidate", "Votes", "%"), Named: true}
	if k.Change {
		t.Caption += " and change in points"
		t.Head = append(t.Head, Words("±"))
	}
	for _, l := range k.Full() {
		row := rowOf(l.long(), l.Votes, l.Share)
		if k.Change {
			row = append(row, rowOf(l.Change)...)
		}
		t.Rows, t.Sentences = append(t.Rows, row), append(t.Sentences, l.sentence())
	}
	return append(append(bs, t), factBlocks(k.Facts, k.Notes)...)
}

// long is a candidate by the long name of their party.
func (l Row) long() string {
	s := l.Name
	if l.Full != "" {
		s += ", " + l.Full
	}
	if l.Elected {
		s += ", elected"
	}
	return s
}

// sentence is the row in words: "Jill Mortimer, Con: 15,529 (51.9%, +23.0), elected".
func (l Row) sentence() string {
	s := l.Name
	if l.Party != "" {
		s += ", " + l.Party
	}
	s += ": " + l.Votes + " (" + l.Share + "%"
	if l.Change != "" {
		s += ", " + l.Change
	}
	s += ")"
	if l.Elected {
		s += ", elected"
	}
	return s
}

// factBlocks are the figures and notes that stand below a table. The list is
// there even where it is empty.
func factBlocks(facts []fact, notes []string) []Block {
	var l List
	for _, f := range facts {
		words := []Word{Text(f.Label + ": "), Marked(Strong, Text(f.Value))}
		if f.Note != "" {
			words = append(words, Text(" ("+f.Note+")"))
		}
		l.Items = append(l.Items, []Block{Paragraph{Words: words}})
	}
	bs := []Block{l}
	for _, s := range notes {
		bs = append(bs, Paragraph{Words: []Word{Marked(Small, Text(s))}})
	}
	return bs
}

func (n *Blog) councilSection(k councilCard) Section {
	t := Table{Caption: k.Name + ": seats by party", Head: cellsOf(append([]string{"Party", "Seats", "Not up", "Won"}, k.Before...)...), Named: true}
	if len(k.Before) > 0 {
		t.Caption += ", with those before and the change"
	}
	for _, l := range k.Rows {
		row := rowOf(l.Full, "", l.NotUp, l.Won)
		row[1].Words = []Word{Marked(Strong, Text(l.Total))}
		won := "won"
		if l.Fill == "" {
			won = "left open"
		}
		sentence := l.Full + ": " + l.Total + " (not up " + l.NotUp + ", " + won + " " + l.Won
		for i, b := range l.Before {
			seats := b.Seats
			if b.Change != "" {
				seats += " (" + b.Change + ")"
			}
			row = append(row, rowOf(seats)...)
			sentence += "; " + k.Before[i] + " " + seats
		}
		t.Rows, t.Sentences = append(t.Rows, row), append(t.Sentences, sentence+")")
	}
	bs := []Block{Heading{Level: n.level(k.Level), Words: Words(k.Heading)}, Paragraph{Words: Words(k.Status)}, t}
	return Section{Template: "council", Data: k, Blocks: append(bs, factBlocks(k.Facts, k.Notes)...)}
}

// roundupBlocks are many contests in one table and, below it, each in full.
func (n *Blog) roundupBlocks(u roundup) []Block {
	t := Table{Caption: u.Heading + ": each contest in a line", Head: cellsOf("Contest", "Result", "Majority"), Named: true}
	for _, l := range u.Lines {
		t.Rows, t.Sentences = append(t.Rows, n.roundupRow(l)), append(t.Sentences, l.sentence())
	}
	bs := []Block{Section{Blocks: []Block{
		Heading{Level: n.level(u.Level), Words: Words(u.Heading)}, Paragraph{Words: Words(u.Status)}, t,
	}}}
	if len(u.Full) > 0 && !n.Plain {
		bs = append(bs, Paragraph{Words: []Word{Marked(Strong, Text("Each result in full"))}})
		for _, k := range u.Full {
			bs = append(bs, Folded{Summary: k.Heading, Level: n.level(u.Level + 1), Blocks: n.cardBody(k)})
		}
	}
	return bs
}

func (n *Blog) roundupRow(l roundupLine) []Cell {
	row := []Cell{{Words: linked(n.to(l.Anchor), Text(l.Contest))}}
	if l.Pending != nil {
		words := Words(l.Pending.Text)
		for _, f := range l.Pending.Flags {
			words = append(append(words, Word{Mark: Break}), f.words()...)
		}
		return append(row, Cell{Words: words, Span: 2})
	}
	outcome := l.Outcome
	for _, m := range l.Marks {
		outcome += " (" + m + ")"
	}
	words := Words(outcome)
	for _, k := range l.Elected {
		words = append(words, Word{Mark: Break}, Text(k.Name+", "+k.Party))
	}
	return append(row, Cell{Words: words}, Cell{Words: Words(l.Majority)})
}

// sentence is the contest in words: "Aberavon: Lab hold. Majority 10,490."
func (l roundupLine) sentence() string {
	if l.Pending != nil {
		said := l.Contest + ": " + l.Pending.Text
		for _, f := range l.Pending.Flags {
			said += "\n" + PlainWords(f.words())
		}
		return said
	}
	s := l.Contest + ": " + l.Outcome
	var names []string
	for _, k := range l.Elected {
		names = append(names, k.Name+" ("+k.Party+")")
	}
	if len(names) > 0 {
		s += ". Elected: " + strings.Join(names, ", ")
	}
	s += ". Majority " + l.Majority
	for _, mark := range l.Marks {
		s += ", " + mark
	}
	return s + "."
}

// newsSection is a contest before its declaration, as an entry shows it.
func newsSection(p pending) Section {
	about := Paragraph{Words: Words(p.Contest + ": " + p.Text)}
	return Section{Template: "news", Data: p, Blocks: append([]Block{about}, flagBlocks(p.Flags)...)}
}

func flagBlocks(flags []flag) []Block {
	var bs []Block
	for _, f := range flags {
		bs = append(bs, Paragraph{Words: f.words()})
	}
	return bs
}

func (f flag) words() []Word {
	return []Word{Marked(Strong, Text(f.Kind)), Text(", "), timed(f.When), Text(": " + f.Text)}
}

func cellsOf(texts ...string) [][]Word {
	cells := make([][]Word, len(texts))
	for i, s := range texts {
		cells[i] = Words(s)
	}
	return cells
}

// rowOf are cells of one text each, empty where there is none.
func rowOf(texts ...string) []Cell {
	row := make([]Cell, len(texts))
	for i, s := range texts {
		if s != "" {
			row[i].Words = Words(s)
		}
	}
	return row
}
