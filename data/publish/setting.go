package publish

import (
	"strconv"

	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
)

// A setter sets the text of one entry as pieces. It has a case for every type
// of the closed tree and none that passes anything through.
type setter struct {
	n        *night
	scope    string // what ids in the text begin with, never used twice
	drawings int
}

// set sets the text of an entry.
func (n *night) set(doc text.Document, scope string) []piece {
	s := setter{n: n, scope: scope}
	return s.blocks(doc.Blocks)
}

func (s *setter) blocks(bs []text.Block) []piece {
	var ps []piece
	for _, b := range bs {
		if p := s.block(b); p != nil {
			ps = append(ps, p)
		}
	}
	return ps
}

func (s *setter) block(b text.Block) piece {
	switch b := b.(type) {
	case text.Paragraph:
		return paragraph{words: wording(b.Text)}
	case text.Quote:
		return quotation{pieces: s.blocks(b.Blocks), source: wording(b.Source)}
	case text.List:
		l := listing{ordered: b.Ordered, start: b.Start}
		for _, item := range b.Items {
			l.items = append(l.items, s.blocks(item))
		}
		return l
	case text.Table:
		return gridOf(b)
	case text.ByLine:
		return paragraph{role: "by", words: saying("By " + oneLine(b.Name))}
	case text.Post:
		return quotation{post: true, pieces: s.blocks(b.Blocks), source: postSource(b)}
	case text.PictureBlock:
		return s.n.image(b)
	case text.ResultBlock:
		return s.n.resultPiece(b)
	case text.ChartBlock:
		return s.chart(b)
	}
	return nil
}

// wording is running text as words. A link whose address is none of ours is
// its text.
func wording(is []text.Inline) []word {
	var ws []word
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			ws = append(ws, said(i.Text))
		case text.Break:
			ws = append(ws, word{mark: lineBreak})
		case text.Emphasis:
			ws = append(ws, marked(inEmphasis, wording(i.Text)...))
		case text.Strong:
			ws = append(ws, marked(inStrong, wording(i.Text)...))
		case text.Strike:
			ws = append(ws, marked(inStrike, wording(i.Text)...))
		case text.Link:
			ws = append(ws, linked(address(i.Address, "http", "https", "mailto"), wording(i.Text)...)...)
		case text.Figure:
			ws = append(ws, said(i.String()))
		}
	}
	return ws
}

// linked is a link, or its text alone where there is nowhere to go.
func linked(to string, inner ...word) []word {
	if to == "" {
		return inner
	}
	return []word{{mark: inLink, to: to, inner: inner}}
}

func gridOf(t text.Table) grid {
	g := grid{align: t.Align}
	for _, c := range t.Head {
		g.head = append(g.head, wording(c))
	}
	for _, r := range t.Rows {
		row := make([]gridCell, len(r))
		for i, c := range r {
			row[i] = gridCell{words: wording(c)}
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// postSource is who posted, and when, which leads to the post.
func postSource(p text.Post) []word {
	who, when, to := signature(p), oneLine(p.Time), web(p.Address)
	if who+when+to == "" {
		return nil
	}
	var ws []word
	if who != "" {
		ws = saying(who + ", ")
	}
	if when == "" {
		when = "the post"
	}
	return append(ws, linked(to, said(when))...)
}

// signature is who posted: "Name (@handle)".
func signature(p text.Post) string {
	author, handle := oneLine(p.Author), oneLine(p.Handle)
	switch {
	case author == "":
		return handle
	case handle == "":
		return author
	}
	return author + " (" + handle + ")"
}

// image is a picture with the words below it.
func (n *night) image(b text.PictureBlock) image {
	p, known := n.picture(b.ID)
	m := image{alt: oneLine(b.Alt), caption: oneLine(b.Caption), credit: oneLine(b.Credit)}
	if known {
		m.width, m.height = p.Width, p.Height
		m.src, m.file = n.beside.picture(p)
	}
	m.instead = absent(b, known, m.file)
	return m
}

// absent is what stands for a picture that is not shown.
func absent(b text.PictureBlock, known bool, file string) string {
	said := "Picture"
	if alt := oneLine(b.Alt); alt != "" {
		said += ": " + alt
	}
	switch {
	case !known:
		said += " (" + oneLine(b.ID) + ")"
	case file != "":
		said += " (" + file + ")"
	}
	return "[" + said + "]"
}

func (n *night) resultPiece(b text.ResultBlock) piece {
	if r, ok := n.result(b.Contest); ok {
		if r.Contest.State.IsDeclared() {
			return result{n.newCard(r).inEntry()}
		}
		return news{n.newPending(r)}
	}
	if r, ok := n.council(b.Contest); ok {
		return tally{n.newCouncil(r).inEntry()}
	}
	return paragraph{words: saying(unfound("@result " + b.Contest))}
}

func (s *setter) chart(b text.ChartBlock) piece {
	m, instead, found := s.n.model(b)
	switch {
	case !found:
		return paragraph{words: saying(instead)}
	case instead != "":
		return paragraph{role: "note", words: saying(instead)}
	case s.n.draws():
		s.drawings++
		return drawing{m, s.scope + "-chart-" + strconv.Itoa(s.drawings)}
	}
	return s.n.chartImage(m)
}

// The widths that a chart is laid out for: a page shows the one that fits, and
// whatever takes one alone has the wide one.
const (
	wideChart   = 640
	narrowChart = 320
)

// sharp is how many pixels a chart's picture has to one of its units.
const sharp = 2

// chartImage is a chart as a file, for systems that drop drawings from what is
// pasted.
func (n *night) chartImage(m chart.Model) image {
	scene := m.Layout(wideChart, chart.Light)
	i := image{drawn: true, alt: scene.Title + ". " + scene.Description, width: scene.Width * sharp, height: scene.Height * sharp}
	png, err := scene.PNG(sharp)
	if err != nil {
		n.beside.fail(err)
		return i
	}
	i.src, i.file = n.beside.drawing(png)
	i.instead = "[Chart: " + scene.Title + " (" + i.file + ")]"
	return i
}
