package publish

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// withdrawnNotice is what stands in the place of an entry that is withdrawn.
const withdrawnNotice = "This entry has been withdrawn."

// This file sets the whole blog as pieces: the order in which a fragment,
// WordPress and Markdown have it.

// sectionLevel and entryLevel are the levels of the headings over the parts
// of the blog and over an entry.
func (o Options) entryLevel() int {
	if o.Heading < 1 || o.Heading > 6 {
		return 4
	}
	return o.Heading
}

func (o Options) sectionLevel() int {
	entry := o.entryLevel()
	return max(entry-1, min(entry, 2))
}

// anchored is an anchor as the options have it: none, or as given.
func (n *night) anchored(anchor string) string {
	if n.o.NoIDs {
		return ""
	}
	return anchor
}

// to is the address of a place in the blog, empty where there is none.
func (n *night) to(anchor string) string {
	if anchor == "" || n.o.NoIDs {
		return ""
	}
	return "#" + anchor
}

// all is what leaves, set as pieces.
func (n *night) all() ([]piece, error) {
	ps := n.warning()
	switch {
	case n.o.Only.Entry != "":
		return append(ps, n.entryPieces(n.posts[0], "e-"+n.posts[0].ID, n.dated)), nil
	case n.o.Only.Results:
		for _, g := range n.groups() {
			ps = append(ps, n.groupPieces(g)...)
		}
		return ps, nil
	case n.o.Since != nil:
		return n.newPieces()
	}
	ps = append(ps, n.headlinePiece())
	ps = append(ps, n.standfirstPieces()...)
	ps = append(ps, paragraph{words: n.bar()})
	for _, g := range n.groups() {
		ps = append(ps, n.groupPieces(g)...)
	}
	ps = append(ps, n.momentPieces()...)
	ps = append(ps, n.pinnedPieces()...)
	ps = append(ps, n.section("Updates"))
	if len(n.posts) == 0 {
		ps = append(ps, paragraph{words: saying("Nothing is published yet.")})
	}
	for i, x := range n.posts {
		if d := n.newDay(i); d != nil && !n.timeless() {
			ps = append(ps, rule{}, dayPiece(*d))
		}
		ps = append(ps, rule{}, n.entryPieces(x, "e-"+x.ID, n.timeOf))
	}
	if ledger := n.ledgerPieces(); len(ledger) > 0 {
		ps = append(append(ps, rule{}), ledger...)
	}
	return ps, nil
}

// warning says over every form of a rehearsal that it is one.
func (n *night) warning() []piece {
	if !n.Details.Rehearsal {
		return nil
	}
	return []piece{paragraph{words: []word{marked(inStrong, said(rehearsalWarning))}}}
}

func (n *night) section(name string) heading {
	return heading{level: n.o.sectionLevel(), words: saying(name)}
}

func (n *night) headlinePiece() piece {
	return heading{level: max(1, n.o.sectionLevel()-1), words: saying(oneLine(n.headline()))}
}

func (n *night) standfirstPieces() []piece {
	if s := oneLine(n.Details.Standfirst); s != "" {
		return []piece{paragraph{words: saying(s)}}
	}
	return nil
}

// bar is the line under the standfirst.
func (n *night) bar() []word {
	var ws []word
	if names := n.writers(); len(names) > 0 {
		ws = append(ws, marked(inStrong, said("By "+oneLine(election.And(names)))), said(" · "))
	}
	if !n.timeless() {
		now := n.changed()
		ws = append(ws, timed(n.date(now)), said(" · Updated "), timed(n.full(now)), said(" · "))
	}
	return append(ws, said(plural(n.live(), "entry", "entries")))
}

func (n *night) momentPieces() []piece {
	l := listing{}
	for _, m := range n.moments(n.changed()) {
		l.items = append(l.items, []piece{paragraph{words: n.when(m.Time, " ", linked(n.to("e-"+m.ID), said(m.Label))...)}})
	}
	if len(l.items) == 0 {
		return nil
	}
	return []piece{n.section("Key moments"), l}
}

// when is words after their time, or alone where no time is to be told.
func (n *night) when(s stamp, between string, ws ...word) []word {
	if n.timeless() {
		return ws
	}
	return append([]word{timed(s), said(between)}, ws...)
}

func (n *night) pinnedPieces() []piece {
	var ps []piece
	for _, x := range n.posts {
		if x.Pinned && !x.Withdrawn {
			ps = append(ps, n.entryPieces(x, "", n.dated))
		}
	}
	if len(ps) == 0 {
		return nil
	}
	return append([]piece{n.section("Pinned")}, ps...)
}

// dayPiece stands over the first entry of a day.
func dayPiece(d stamp) piece { return paragraph{words: []word{marked(inStrong, timed(d))}} }

func (n *night) ledgerPieces() []piece {
	now := n.changed()
	l := listing{}
	for _, c := range n.corrections() {
		ws := n.when(n.clock(c.when, now), ", ", linked(n.to(c.anchor), said(c.what))...)
		l.items = append(l.items, []piece{paragraph{words: append(ws, said(": "+c.text))}})
	}
	if len(l.items) == 0 {
		return nil
	}
	return []piece{n.section("Corrections"), l}
}

// timeOf is the time over an entry among others of its day.
func (n *night) timeOf(ms, _ int64) stamp { return n.full(ms) }

// entryPieces are an entry with its head. A copy of one has no anchor. Time
// says how the entry's time is told beside that of the blog.
func (n *night) entryPieces(x post, anchor string, time func(ms, beside int64) stamp) article {
	a := article{anchor: n.anchored(anchor), pieces: n.entryHead(x, time(x.shown(), n.changed()))}
	if x.Withdrawn {
		a.pieces = append(a.pieces, paragraph{words: saying(withdrawnNotice)})
		return a
	}
	scope := anchor
	if scope == "" {
		scope = "pinned-" + x.ID
	}
	a.pieces = append(a.pieces, n.set(n.print(x), scope)...)
	for _, c := range x.Corrections {
		a.pieces = append(a.pieces, paragraph{words: []word{marked(inEmphasis, n.noteWords(c, x)...)}})
	}
	return a
}

// entryHead is an entry's kicker, time, authors and marks. One without a
// kicker has its time for a heading.
func (n *night) entryHead(x post, when stamp) []piece {
	var ps []piece
	level, kicker, rest := n.o.entryLevel(), oneLine(x.Kicker), n.headRest(x)
	if kicker != "" {
		ps = append(ps, heading{level: level, words: saying(kicker)})
	}
	switch {
	case n.timeless() && rest != "":
		return append(ps, paragraph{words: saying(capital(strings.TrimLeft(rest, " ·")))})
	case n.timeless():
		return ps
	case kicker != "":
		return append(ps, paragraph{words: []word{marked(inStrong, timed(when)), said(rest)}})
	}
	return append(ps, heading{level: level, words: []word{timed(when)}}, paragraph{words: saying("Entry" + rest)})
}

// headRest is what follows an entry's time: who wrote it, and what became of
// it since.
func (n *night) headRest(x post) string {
	rest := ""
	if by := oneLine(election.And(n.names(x))); by != "" {
		rest = " by " + by
	}
	if !x.Withdrawn {
		for _, m := range n.marks(x) {
			rest += " · " + m
		}
	}
	return rest
}

// noteWords are the words of a correction under its entry.
func (n *night) noteWords(c blog.Correction, x post) []word {
	ws := saying("Correction")
	if !n.timeless() {
		ws = append(ws, said(", "), timed(n.clock(c.When, x.shown())))
	}
	return append(ws, said(": "+oneLine(c.Note)))
}
