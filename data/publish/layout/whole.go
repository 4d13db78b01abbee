package layout

import "nightdesk/data/election"

// This file lays the whole blog out as blocks: the order in which every form
// but the page has it.

// entryLevel and sectionLevel are the levels of the headings over an entry and
// over the parts of the blog.
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
func (n *Blog) anchored(anchor string) string {
	if n.Options.NoIDs {
		return ""
	}
	return anchor
}

// to is the address of a place in the blog, empty where there is none.
func (n *Blog) to(anchor string) string {
	if anchor == "" || n.Options.NoIDs {
		return ""
	}
	return "#" + anchor
}

// Blocks is what leaves, laid out.
func (n *Blog) Blocks() []Block {
	bs := n.Warning()
	switch {
	case n.Options.Only.Entry != "":
		return append(bs, n.entryBlock(n.Posts[0], "e-"+n.Posts[0].ID, n.Dated))
	case n.Options.Only.Results:
		for _, g := range n.Groups() {
			bs = append(bs, n.groupBlocks(g)...)
		}
		return bs
	}
	bs = append(bs, n.headlineBlock())
	bs = append(bs, n.standfirstBlocks()...)
	bs = append(bs, Paragraph{Words: n.bar()})
	for _, g := range n.Groups() {
		bs = append(bs, n.groupBlocks(g)...)
	}
	bs = append(bs, n.momentBlocks()...)
	if !n.Plain { // text marks the pinned entries where they stand
		bs = append(append(bs, n.pinnedBlocks()...), n.over("Updates"))
		if len(n.Posts) == 0 {
			bs = append(bs, Paragraph{Words: Words("Nothing is published yet.")})
		}
	}
	for i, x := range n.Posts {
		bs = append(bs, Rule{})
		if d := n.NewDay(i); d != nil && !n.Timeless() {
			bs = append(bs, Paragraph{Words: []Word{Marked(Strong, timed(*d))}})
			if !n.Plain {
				bs = append(bs, Rule{})
			}
		}
		bs = append(bs, n.entryBlock(x, "e-"+x.ID, n.timeOf))
	}
	ledger := n.ledgerBlocks()
	if n.Plain || len(ledger) > 0 {
		bs = append(bs, Rule{})
	}
	return append(bs, ledger...)
}

// Warning says over every form of a rehearsal that it is one.
func (n *Blog) Warning() []Block {
	if !n.Details.Rehearsal {
		return nil
	}
	return []Block{Bold(RehearsalWarning)}
}

// Bold is a paragraph of a single text in bold.
func Bold(s string) Paragraph {
	return Paragraph{Words: []Word{Marked(Strong, Text(s))}}
}

// over is the heading of a part of the blog.
func (n *Blog) over(name string) Heading {
	return Heading{Level: n.Options.sectionLevel(), Words: Words(name)}
}

func (n *Blog) headlineBlock() Block {
	return Heading{Level: max(1, n.Options.sectionLevel()-1), Words: Words(OneLine(n.Headline()))}
}

func (n *Blog) standfirstBlocks() []Block {
	if s := OneLine(n.Details.Standfirst); s != "" {
		return []Block{Paragraph{Words: Words(s)}}
	}
	return nil
}

// bar is the line under the standfirst.
func (n *Blog) bar() []Word {
	var ws []Word
	if names := n.Writers(); len(names) > 0 {
		ws = append(ws, Marked(Strong, Text("By "+OneLine(election.And(names)))), Text(" · "))
	}
	if !n.Timeless() {
		now := n.Changed
		ws = append(ws, timed(n.Date(now)), Text(" · Updated "), timed(n.Time(now)), Text(" · "))
	}
	return append(ws, Text(Plural(n.Count(), "entry", "entries")))
}

// underHeading are lines of words under a heading: a list, and in plain text
// paragraphs. Without any there is nothing.
func (n *Blog) underHeading(name string, lines [][]Word) []Block {
	if len(lines) == 0 {
		return nil
	}
	s := Section{Blocks: []Block{n.over(name)}}
	var l List
	for _, ws := range lines {
		p := Paragraph{Words: ws}
		if n.Plain {
			s.Blocks = append(s.Blocks, p)
		}
		l.Items = append(l.Items, []Block{p})
	}
	if !n.Plain {
		s.Blocks = append(s.Blocks, l)
	}
	return []Block{s}
}

func (n *Blog) momentBlocks() []Block {
	var lines [][]Word
	for _, m := range n.Moments(n.Changed) {
		lines = append(lines, n.when(m.Time, " ", linked(n.to("e-"+m.ID), Text(m.Label))...))
	}
	return n.underHeading("Key moments", lines)
}

// when is words after their time, or alone where no time is to be told.
func (n *Blog) when(s Stamp, between string, ws ...Word) []Word {
	if n.Timeless() {
		return ws
	}
	return append([]Word{timed(s), Text(between)}, ws...)
}

// pinnedBlocks are the pinned entries once more; plain text names them.
func (n *Blog) pinnedBlocks() []Block {
	var copies []Block
	var names [][]Word
	for _, x := range n.Posts {
		if x.Pinned && !x.Withdrawn {
			names = append(names, n.when(n.Dated(x.Shown(), n.Changed), " ", Text(n.LabelOf(x))))
			if !n.Plain {
				copies = append(copies, n.entryBlock(x, "", n.Dated))
			}
		}
	}
	switch {
	case n.Plain:
		return n.underHeading("Pinned", names)
	case len(copies) == 0:
		return nil
	}
	return append([]Block{n.over("Pinned")}, copies...)
}

func (n *Blog) ledgerBlocks() []Block {
	var lines [][]Word
	for _, c := range n.Corrections() {
		ws := n.when(n.Clock(c.When, n.Changed), ", ", linked(n.to(c.Anchor), Text(c.What))...)
		ws = append(ws, Text(": "+c.Text))
		if to := n.to(c.Anchor); to != "" && n.Plain {
			ws = append(ws, Text(" ("+n.place(to)+")"))
		}
		lines = append(lines, ws)
	}
	return n.underHeading("Corrections", lines)
}

// place is the whole address of a place in the blog, or the place alone where
// the blog's address is not known.
func (n *Blog) place(to string) string {
	if whole := n.Permalink(to[1:]); whole != "" {
		return n.textAddress(whole)
	}
	return to
}

// textAddress is an address in the characters that the text may have.
func (n *Blog) textAddress(to string) string {
	if n.Options.ASCII {
		return ASCIIAddress(to)
	}
	return to
}

// timeOf is the time over an entry among others of its day.
func (n *Blog) timeOf(ms, _ int64) Stamp { return n.Time(ms) }

// entryBlock is an entry for its place in the blog, or without an anchor a
// copy of it. Time says how the entry's time is told beside that of the blog.
func (n *Blog) entryBlock(x Post, anchor string, time func(ms, beside int64) Stamp) Entry {
	scope := anchor
	if scope == "" {
		scope = "pinned-" + x.ID
	}
	e := n.EntryOf(x, scope)
	e.Anchor, e.level = n.anchored(anchor), n.Options.entryLevel()
	if !n.Timeless() {
		e.Time = time(x.Shown(), n.Changed)
	}
	return e
}
