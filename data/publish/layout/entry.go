package layout

import (
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// WithdrawnNotice is what stands in the place of an entry that is withdrawn.
const WithdrawnNotice = "This entry has been withdrawn."

// An Entry is an entry of the blog as it is printed.
type Entry struct {
	ID        string
	Time      Stamp // over it; empty where no time is told
	By        string
	Kicker    string
	Pinned    bool
	Marks     []string // "Updated 7.10am"
	Notes     []Note
	Withdrawn bool // it has neither text nor marks then
	Anchor    string
	level     int // of its heading
	Text      []Block
}

// A Note is a correction under its entry.
type Note struct {
	When Stamp // empty where no time is told
	Text string
}

// EntryOf lays an entry out. The ids in its text begin with the scope, which is
// never used twice.
func (n *Blog) EntryOf(x Post, scope string) Entry {
	e := Entry{
		ID:        x.ID,
		By:        OneLine(election.And(n.NamesOf(x))),
		Kicker:    OneLine(x.Kicker),
		Withdrawn: x.Withdrawn,
	}
	if !n.Timeless() {
		e.Time = n.Time(x.Shown())
	}
	if x.Withdrawn {
		return e
	}
	e.Pinned, e.Marks = x.Pinned, n.marks(x)
	for _, c := range x.Corrections {
		var when Stamp
		if !n.Timeless() {
			when = n.Clock(c.When, x.Shown())
		}
		e.Notes = append(e.Notes, Note{when, OneLine(c.Note)})
	}
	e.Text = n.set(n.print(x), scope)
	return e
}

// Blocks are the entry with its head, as a form for a CMS has it. One without a
// kicker has its time for a heading.
func (e Entry) Blocks() []Block {
	var bs []Block
	rest := ""
	if e.By != "" {
		rest = " by " + e.By
	}
	for _, m := range e.Marks {
		rest += " · " + m
	}
	if e.Kicker != "" {
		bs = append(bs, Heading{Level: e.level, Words: Words(e.Kicker)})
	}
	timeless := e.Time == Stamp{}
	switch {
	case timeless && rest != "":
		bs = append(bs, Paragraph{Words: Words(capital(strings.TrimLeft(rest, " ·")))})
	case timeless:
	case e.Kicker != "":
		bs = append(bs, Paragraph{Words: []Word{Marked(Strong, timed(e.Time)), Text(rest)}})
	default:
		bs = append(bs, Heading{Level: e.level, Words: []Word{timed(e.Time)}}, Paragraph{Words: Words("Entry" + rest)})
	}
	if e.Withdrawn {
		return append(bs, Paragraph{Words: Words(WithdrawnNotice)})
	}
	bs = append(bs, e.Text...)
	for _, c := range e.Notes {
		bs = append(bs, Paragraph{Words: []Word{Marked(Emphasis, c.Words()...)}})
	}
	return bs
}

// Words are the correction as it stands under its entry.
func (c Note) Words() []Word {
	ws := Words("Correction")
	if c.When != (Stamp{}) {
		ws = append(ws, Text(", "), timed(c.When))
	}
	return append(ws, Text(": "+c.Text))
}

// marks say what an entry is that readers must know, and what became of it
// after its time.
func (n *Blog) marks(x Post) []string {
	var marks []string
	mark := func(what string, ms int64) {
		if !n.Timeless() {
			what += " " + n.Clock(ms, x.Shown()).Text
		}
		marks = append(marks, what)
	}
	if n.Details.Rehearsal {
		marks = append(marks, RehearsalMark)
	}
	if x.late() && !n.Timeless() {
		mark("Posted", x.Published)
	}
	if len(x.Corrections) > 0 {
		last := x.Corrections[len(x.Corrections)-1]
		mark("Corrected", last.When)
		if x.Updated <= last.When {
			return marks
		}
	}
	if x.Updated > x.Published {
		mark("Updated", x.Updated)
	}
	return marks
}

// LabelOf is what an entry is called where it is only pointed at.
func (n *Blog) LabelOf(x Post) string {
	for _, s := range []string{x.KeyLabel, x.Kicker} {
		if s = OneLine(s); s != "" {
			return s
		}
	}
	if s := opening(text.Plaintext(x.Doc())); s != "" {
		return s
	}
	return n.Time(x.Shown()).Text
}

// opening is the beginning of a text, cut at a word.
func opening(s string) string {
	const most = 80
	s = OneLine(s)
	if r := []rune(s); len(r) > most {
		cut := most
		for i := most; i > most/2; i-- {
			if r[i] == ' ' {
				cut = i
				break
			}
		}
		return string(r[:cut]) + "…"
	}
	return s
}
