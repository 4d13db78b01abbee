package layout

import (
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
)

// A setter sets the text of one entry as blocks. It has a case for every type
// of the closed tree and none that passes anything through.
type setter struct {
	n        *Blog
	scope    string // what ids in the text begin with, never used twice
	drawings int
}

// set sets the text of an entry.
func (n *Blog) set(doc text.Document, scope string) []Block {
	s := setter{n: n, scope: scope}
	return s.blocks(doc.Blocks)
}

func (s *setter) blocks(bs []text.Block) []Block {
	var ps []Block
	for _, b := range bs {
		if p := s.block(b); p != nil {
			ps = append(ps, p)
		}
	}
	return ps
}

func (s *setter) block(b text.Block) Block {
	switch b := b.(type) {
	case text.Paragraph:
		return Paragraph{Words: wording(b.Text)}
	case text.Quote:
		return Quote{Blocks: s.blocks(b.Blocks), Source: wording(b.Source)}
	case text.List:
		l := List{Ordered: b.Ordered, Start: b.Start}
		for _, item := range b.Items {
			l.Items = append(l.Items, s.blocks(item))
		}
		return l
	case text.Table:
		return gridOf(b)
	case text.ByLine:
		return Paragraph{Role: "by", Words: Words("By " + OneLine(b.Name))}
	case text.Post:
		return Quote{Captured: true, Blocks: s.blocks(b.Blocks), Source: s.n.postSource(b)}
	case text.PictureBlock:
		return s.n.image(b)
	case text.ResultBlock:
		return s.n.resultBlock(b)
	case text.ChartBlock:
		return s.chart(b)
	}
	return nil
}

// wording is running text as words.
func wording(is []text.Inline) []Word {
	var ws []Word
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			ws = append(ws, Text(i.Text))
		case text.Break:
			ws = append(ws, Word{Mark: Break})
		case text.Emphasis:
			ws = append(ws, Marked(Emphasis, wording(i.Text)...))
		case text.Strong:
			ws = append(ws, Marked(Strong, wording(i.Text)...))
		case text.Strike:
			ws = append(ws, Marked(Strike, wording(i.Text)...))
		case text.Link:
			ws = append(ws, typedLink(i)...)
		case text.Figure:
			ws = append(ws, Text(i.String()))
		}
	}
	return ws
}

// typedLink is a link of an entry, or its text alone where its address is none
// that may be linked.
func typedLink(l text.Link) []Word {
	ws := linked(Address(l.Address, "http", "https", "mailto"), wording(l.Text)...)
	if len(ws) == 1 && ws[0].Mark == Link {
		ws[0].Typed, ws[0].Bare = l.Address, l.IsBare()
	}
	return ws
}

// linked is a link, or its text alone where there is nowhere to go.
func linked(to string, inner ...Word) []Word {
	if to == "" {
		return inner
	}
	return []Word{{Mark: Link, To: to, Inner: inner}}
}

func gridOf(t text.Table) Table {
	g := Table{Align: t.Align}
	for _, c := range t.Head {
		g.Head = append(g.Head, wording(c))
	}
	for _, r := range t.Rows {
		row := make([]Cell, len(r))
		for i, c := range r {
			row[i] = Cell{Words: wording(c)}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// postSource is who posted, and when, which leads to the post; in plain text
// the address follows.
func (n *Blog) postSource(p text.Post) []Word {
	who, when, to := signature(p), OneLine(p.Time), WebAddress(p.Address)
	if n.Plain {
		told := slices.DeleteFunc([]string{who, when, n.textAddress(p.Address)}, func(s string) bool { return s == "" })
		return Words(strings.Join(told, ", "))
	}
	if who+when+to == "" {
		return nil
	}
	var ws []Word
	if who != "" {
		ws = Words(who + ", ")
	}
	if when == "" {
		when = "the post"
	}
	return append(ws, linked(to, Text(when))...)
}

// signature is who posted: "Name (@handle)".
func signature(p text.Post) string {
	author, handle := OneLine(p.Author), OneLine(p.Handle)
	switch {
	case author == "":
		return handle
	case handle == "":
		return author
	}
	return author + " (" + handle + ")"
}

// image is a picture with the words below it.
func (n *Blog) image(b text.PictureBlock) Image {
	p, known := n.FindPicture(b.ID)
	m := Image{Alt: OneLine(b.Alt), Caption: OneLine(b.Caption), Credit: OneLine(b.Credit)}
	if known {
		m.Width, m.Height = p.Width, p.Height
		m.Src, m.file = n.Attached.Picture(p)
	}
	m.Instead = absent(b, known, m.file)
	return m
}

// absent is what stands for a picture that is not shown.
func absent(b text.PictureBlock, known bool, file string) string {
	said := "Picture"
	if alt := OneLine(b.Alt); alt != "" {
		said += ": " + alt
	}
	switch {
	case !known:
		said += " (" + OneLine(b.ID) + ")"
	case file != "":
		said += " (" + file + ")"
	}
	return "[" + said + "]"
}

func (n *Blog) resultBlock(b text.ResultBlock) Block {
	if r, ok := n.FindResult(b.Contest); ok {
		if r.Contest.State.IsDeclared() {
			return n.cardSection(n.newCard(r).inEntry())
		}
		return newsSection(n.newPending(r))
	}
	if r, ok := n.FindCouncil(b.Contest); ok {
		return n.councilSection(n.newCouncil(r).inEntry())
	}
	return Paragraph{Words: Words(unfound("@result " + b.Contest))}
}

func (s *setter) chart(b text.ChartBlock) Block {
	m, instead, found := s.n.model(b)
	switch {
	case !found:
		return Paragraph{Words: Words(instead)}
	case instead != "":
		return Paragraph{Role: "note", Words: Words(instead)}
	case s.n.draws():
		s.drawings++
		return Drawing{m, s.scope + "-chart-" + strconv.Itoa(s.drawings)}
	}
	return s.n.chartImage(m)
}

// The widths that a chart is laid out for: a page shows the one that fits, and
// whatever takes one alone has the wide one.
const (
	WideChart   = 640
	NarrowChart = 320
)

// sharp is how many pixels a chart's picture has to one of its units.
const sharp = 2

// chartImage is a chart as a file, for systems that drop drawings from what is
// pasted.
func (n *Blog) chartImage(m chart.Model) Image {
	scene := m.Layout(WideChart, chart.Light)
	i := Image{Drawn: true, Alt: scene.Title + ". " + scene.Description, Width: scene.Width * sharp, Height: scene.Height * sharp}
	png, err := scene.PNG(sharp)
	if err != nil {
		n.Attached.fail(err)
		return i
	}
	i.Src, i.file = n.Attached.drawing(png)
	i.Instead = "[Chart: " + scene.Title + " (" + i.file + ")]"
	return i
}
