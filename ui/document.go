package ui

import (
	"cmp"
	"errors"
	"image"
	"net/url"
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// documentView draws the text of an entry as the page will show it.
type documentView struct {
	contests []election.Contest
	councils []election.Council
	history  election.History
	colours  map[string]string
	pictures map[string]image.Image // the pictures that the document names
	width    float32
}

// object draws a whole document.
func (v documentView) object(d text.Document) fyne.CanvasObject { return v.blocks(d.Blocks) }

func (v documentView) blocks(blocks []text.Block) fyne.CanvasObject {
	return kit.Column(8, text.PaintBlocks(blocks, v)...)
}

func (v documentView) Paragraph(p text.Paragraph) fyne.CanvasObject { return prose(p.Text) }

func (v documentView) Quote(q text.Quote) fyne.CanvasObject {
	inner := []fyne.CanvasObject{v.blocks(q.Blocks)}
	if len(q.Source) > 0 {
		inner = append(inner, prose(q.Source))
	}
	return barred(kit.Column(2, inner...))
}

func (v documentView) ByLine(b text.ByLine) fyne.CanvasObject { return kit.NewQuiet("By " + b.Name) }

func (v documentView) Post(p text.Post) fyne.CanvasObject {
	return barred(kit.Column(2, v.blocks(p.Blocks), prose(postSource(p))))
}

func (v documentView) Result(r text.ResultBlock) fyne.CanvasObject {
	return v.chart(r.Contest, chart.Share)
}

func (v documentView) Chart(c text.ChartBlock) fyne.CanvasObject {
	return v.chart(c.Contest, chart.Kind(c.Kind))
}

// postSource is who posted, and when, which leads to the post where it has an
// address.
func postSource(b text.Post) []text.Inline {
	who := b.Author
	switch {
	case who == "":
		who = b.Handle
	case b.Handle != "":
		who += " (" + b.Handle + ")"
	}
	when := []text.Inline{text.Plain{Text: cmp.Or(b.Time, "the post")}}
	if b.Address != "" {
		when = []text.Inline{text.Link{Address: b.Address, Text: when}}
	}
	return append([]text.Inline{text.Plain{Text: who + ", "}}, when...)
}

// barred puts a bar at the left of quoted matter.
func barred(o fyne.CanvasObject) fyne.CanvasObject {
	bar := kit.NewBox(kit.Ink)
	return container.New(kit.Place{
		Min: func(objects []fyne.CanvasObject) fyne.Size {
			m := objects[1].MinSize()
			return fyne.NewSize(m.Width+14, m.Height)
		},
		Put: func(objects []fyne.CanvasObject, size fyne.Size) {
			kit.Put(objects[0], 0, 2, 3, size.Height-4)
			kit.Put(objects[1], 14, 0, size.Width-14, size.Height)
		},
	}, bar, o)
}

func (v documentView) List(l text.List) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + "."
		}
		rows = append(rows, container.NewBorder(nil, nil, kit.Inset(kit.NewText(mark), 4, 6, 0, 6), nil, v.blocks(item)))
	}
	return kit.Column(2, rows...)
}

func (v documentView) Table(t text.Table) fyne.CanvasObject {
	grid := container.NewGridWithColumns(max(1, len(t.Head)))
	for _, c := range t.Head {
		grid.Add(prose([]text.Inline{text.Strong{Text: c}}))
	}
	for _, row := range t.Rows {
		for _, c := range row {
			grid.Add(prose(c))
		}
	}
	return grid
}

func (v documentView) Picture(b text.PictureBlock) fyne.CanvasObject {
	caption := widget.NewLabel(b.Caption + " " + b.Credit)
	caption.Wrapping = fyne.TextWrapWord
	img := v.pictures[b.ID]
	if img == nil {
		return kit.Column(2, kit.NewQuiet("Picture "+b.ID), caption)
	}
	drawn := canvas.NewImageFromImage(img)
	drawn.FillMode = canvas.ImageFillContain
	size := img.Bounds().Size()
	height := v.width * float32(size.Y) / float32(max(1, size.X))
	return kit.Column(2, container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, min(height, 260)) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) { kit.Put(o[0], 0, 0, size.Width, size.Height) },
	}, drawn), caption)
}

// chart draws a result, a council or the past contests as the page does, or
// says what the page says in its place.
func (v documentView) chart(name string, kind chart.Kind) fyne.CanvasObject {
	drawn, err := v.model(name, kind)
	if early := (*chart.NotPublicError)(nil); errors.As(err, &early) {
		return kit.NewQuiet(name + ": the chart comes with the declaration.").Trim()
	}
	if err != nil {
		return kit.Wrapped(model.Sentence(err))
	}
	return kit.NewChart(drawn)
}

// model finds what a chart is of. A result that is no contest's is a council's.
func (v documentView) model(name string, kind chart.Kind) (chart.Model, error) {
	if kind == chart.History {
		return chart.NewHistory(v.history, v.colours)
	}
	if c, ok := blog.FindContest(v.contests, name); ok && kind != chart.Seats {
		return chart.New(c, kind, v.colours)
	}
	if c, ok := blog.FindCouncil(v.councils, name); ok {
		return chart.NewSeats(c, v.contests, v.colours)
	}
	return chart.Model{}, &model.NoSubjectError{Words: "No contest and no council of this night is called " + name + ".", Next: "Correct the name."}
}

// prose draws running text.
func prose(inlines []text.Inline) fyne.CanvasObject {
	r := widget.NewRichText(segments(inlines, widget.RichTextStyleInline)...)
	r.Wrapping = fyne.TextWrapWord
	return r
}

// segments turns inline text into Fyne's, one style laid over another.
func segments(inlines []text.Inline, style widget.RichTextStyle) []widget.RichTextSegment {
	return slices.Concat(text.PaintInlines(inlines, segmentPainter{style})...)
}

// A segmentPainter draws running text in the style of what stands round it.
type segmentPainter struct{ style widget.RichTextStyle }

func (p segmentPainter) segment(s string) []widget.RichTextSegment {
	return []widget.RichTextSegment{&widget.TextSegment{Text: s, Style: p.style}}
}

func (p segmentPainter) Plain(t text.Plain) []widget.RichTextSegment { return p.segment(t.Text) }
func (p segmentPainter) Break(text.Break) []widget.RichTextSegment   { return p.segment("\n") }

func (p segmentPainter) Emphasis(e text.Emphasis) []widget.RichTextSegment {
	p.style.TextStyle.Italic = true
	return segments(e.Text, p.style)
}

func (p segmentPainter) Strong(s text.Strong) []widget.RichTextSegment {
	p.style.TextStyle.Bold = true
	return segments(s.Text, p.style)
}

func (p segmentPainter) Strike(s text.Strike) []widget.RichTextSegment {
	p.style.TextStyle.Strikethrough = true
	return segments(s.Text, p.style)
}

func (p segmentPainter) Link(l text.Link) []widget.RichTextSegment {
	to, err := url.Parse(l.Address)
	if err != nil {
		return segments(l.Text, p.style)
	}
	words := text.Plaintext(text.Document{Blocks: []text.Block{text.Paragraph{Text: l.Text}}})
	return []widget.RichTextSegment{&widget.HyperlinkSegment{Text: words, URL: to}}
}

// Figure prints a bound figure in bold and marks a slot that has none.
func (p segmentPainter) Figure(f text.Figure) []widget.RichTextSegment {
	if f.Known {
		p.style.TextStyle.Bold = true
	} else {
		p.style.ColorName = kit.WarnInk
	}
	return p.segment(f.String())
}
