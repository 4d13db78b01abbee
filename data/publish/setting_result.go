package publish

import (
	"fmt"
	"strings"
)

// This file sets results, councils and contests as pieces, for every form that
// has no templates of its own.

// level is the heading's level of something whose level on the page is 2 at
// the head, 3 below a council or another group, and 4 in an entry.
func (n *night) level(onPage int) int {
	section, entry := n.o.sectionLevel(), n.o.entryLevel()
	if onPage >= 4 {
		return min(entry+1, 6)
	}
	return min(section+onPage-2, 6)
}

// groupPieces set what stands together at the head.
func (n *night) groupPieces(g group) []piece {
	var ps []piece
	switch {
	case g.Council != nil:
		ps = n.councilPieces(*g.Council)
	case g.Name != "" && g.Roundup == nil:
		ps = []piece{heading{level: n.level(2), words: saying(g.Name)}}
	}
	if g.Roundup != nil {
		ps = append(ps, n.roundupPieces(*g.Roundup)...)
	}
	for _, k := range g.Cards {
		ps = append(ps, n.cardPieces(k)...)
	}
	for _, p := range g.Pending {
		ps = append(ps, n.pendingPieces(p)...)
	}
	return ps
}

func (n *night) cardPieces(k card) []piece {
	return append([]piece{heading{level: n.level(k.Level), words: saying(k.Heading)}}, n.cardBody(k)...)
}

// cardBody is a card without its heading.
func (n *night) cardBody(k card) []piece {
	ps := []piece{paragraph{anchor: n.anchored(k.Anchor), words: saying(strings.TrimSpace(k.Status + " " + k.Basis))}}
	for _, a := range k.Amended {
		words := []word{said("Corrected "), timed(a.When), said(fmt.Sprintf(" (revision %d).", a.Revision))}
		if a.Text != "" {
			words = append(words, said(" "+a.Text))
		}
		ps = append(ps, paragraph{words: []word{marked(inEmphasis, words...)}})
	}
	caption := k.Contest + ": votes, " + k.Percent
	heads := []string{"Candidate", "Votes", "%"}
	if k.Change {
		caption += " and change in points"
		heads = append(heads, "±")
	}
	g := grid{caption: caption, head: cellsOf(heads...), named: true}
	for _, l := range k.Full() {
		name := l.Name
		if l.Full != "" {
			name += ", " + l.Full
		}
		if l.Elected {
			name += ", elected"
		}
		cells := []string{name, l.Votes, l.Share}
		if k.Change {
			cells = append(cells, l.Change)
		}
		g.rows = append(g.rows, rowOf(cells...))
	}
	return append(append(ps, g), factPieces(k.Facts, k.Notes)...)
}

// factPieces are the figures and notes that stand below a table.
func factPieces(facts []fact, notes []string) []piece {
	var ps []piece
	l := listing{}
	for _, f := range facts {
		words := []word{said(f.Label + ": "), marked(inStrong, said(f.Value))}
		if f.Note != "" {
			words = append(words, said(" ("+f.Note+")"))
		}
		l.items = append(l.items, []piece{paragraph{words: words}})
	}
	if len(l.items) > 0 {
		ps = append(ps, l)
	}
	for _, s := range notes {
		ps = append(ps, paragraph{words: []word{marked(inSmall, said(s))}})
	}
	return ps
}

func (n *night) councilPieces(k councilCard) []piece {
	caption := k.Name + ": seats by party"
	if len(k.Before) > 0 {
		caption += ", with those before and the change"
	}
	g := grid{caption: caption, head: cellsOf(append([]string{"Party", "Seats", "Not up", "Won"}, k.Before...)...), named: true}
	for _, l := range k.Rows {
		row := rowOf(l.Full, "", l.NotUp, l.Won)
		row[1].words = []word{marked(inStrong, said(l.Total))}
		for _, b := range l.Before {
			s := b.Seats
			if b.Change != "" {
				s += " (" + b.Change + ")"
			}
			row = append(row, rowOf(s)...)
		}
		g.rows = append(g.rows, row)
	}
	ps := []piece{heading{level: n.level(k.Level), words: saying(k.Heading)}, paragraph{words: saying(k.Status)}, g}
	return append(ps, factPieces(k.Facts, k.Notes)...)
}

func (n *night) roundupPieces(u roundup) []piece {
	g := grid{caption: u.Heading + ": each contest in a line", head: cellsOf("Contest", "Result", "Majority"), named: true}
	for _, l := range u.Lines {
		g.rows = append(g.rows, n.roundupRow(l))
	}
	ps := []piece{heading{level: n.level(u.Level), words: saying(u.Heading)}, paragraph{words: saying(u.Status)}, g}
	if len(u.Full) > 0 {
		ps = append(ps, paragraph{words: []word{marked(inStrong, said("Each result in full"))}})
	}
	for _, k := range u.Full {
		ps = append(ps, folded{summary: k.Heading, level: n.level(u.Level + 1), pieces: n.cardBody(k)})
	}
	return ps
}

func (n *night) roundupRow(l roundupLine) []gridCell {
	row := []gridCell{{words: linked(n.to(l.Anchor), said(l.Contest))}}
	if l.Pending != nil {
		words := saying(l.Pending.Text)
		for _, f := range l.Pending.Flags {
			words = append(append(words, word{mark: lineBreak}), flagWords(f)...)
		}
		return append(row, gridCell{words: words, span: 2})
	}
	outcome := l.Outcome
	for _, m := range l.Marks {
		outcome += " (" + m + ")"
	}
	words := saying(outcome)
	for _, k := range l.Elected {
		words = append(words, word{mark: lineBreak}, said(k.Name+", "+k.Party))
	}
	return append(row, gridCell{words: words}, gridCell{words: saying(l.Majority)})
}

// pendingPieces are a contest without a result as it stands at the head.
func (n *night) pendingPieces(p pending) []piece {
	ps := []piece{paragraph{anchor: n.anchored(p.Anchor), words: []word{marked(inStrong, said(p.Contest)), said(": " + p.Text)}}}
	return append(ps, flagPieces(p.Flags)...)
}

// newsPieces are the same as an entry shows it.
func (n *night) newsPieces(p pending) []piece {
	return append([]piece{paragraph{words: saying(p.Contest + ": " + p.Text)}}, flagPieces(p.Flags)...)
}

func flagPieces(flags []flag) []piece {
	var ps []piece
	for _, f := range flags {
		ps = append(ps, paragraph{words: flagWords(f)})
	}
	return ps
}

func flagWords(f flag) []word {
	return []word{marked(inStrong, said(f.Kind)), said(", "), timed(f.When), said(": " + f.Text)}
}

func cellsOf(texts ...string) [][]word {
	cells := make([][]word, len(texts))
	for i, s := range texts {
		cells[i] = saying(s)
	}
	return cells
}

// rowOf are cells of one text each, empty where there is none.
func rowOf(texts ...string) []gridCell {
	row := make([]gridCell, len(texts))
	for i, s := range texts {
		if s != "" {
			row[i].words = saying(s)
		}
	}
	return row
}
