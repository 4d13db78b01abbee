package ui

import (
	"cmp"
	"errors"
	"image"
	"net/url"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nightdesk/data/blog"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
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
func (v documentView) object(d blog.Document) fyne.CanvasObject { return v.blocks(d.Blocks) }

func (v documentView) blocks(blocks []blog.Block) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, b := range blocks {
		objects = append(objects, v.block(b))
	}
	return kit.Column(8, objects...)
}

func (v documentView) block(b blog.Block) fyne.CanvasObject {
	switch b := b.(type) {
	case blog.Paragraph:
		return prose(b.Text)
	case blog.Quote:
		inner := []fyne.CanvasObject{v.blocks(b.Blocks)}
		if len(b.Source) > 0 {
			inner = append(inner, prose(b.Source))
		}
		return barred(kit.Column(2, inner...))
	case blog.List:
		return v.list(b)
	case blog.Table:
		return table(b)
	case blog.PictureBlock:
		return v.picture(b)
	case blog.ResultBlock:
		return v.chart(b.Contest, chart.Share)
	case blog.ChartBlock:
		return v.chart(b.Contest, chart.Kind(b.Kind))
	case blog.ByLine:
		return kit.NewQuiet("By " + b.Name)
	case blog.Post:
		return barred(kit.Column(2, v.blocks(b.Blocks), prose(postSource(b))))
	}
	return kit.NewText("")
}

// postSource is who posted, and when, which leads to the post where it has an
// address.
func postSource(b blog.Post) []blog.Inline {
	who := b.Author
	switch {
	case who == "":
		who = b.Handle
	case b.Handle != "":
		who += " (" + b.Handle + ")"
	}
	when := []blog.Inline{blog.Plain{Text: cmp.Or(b.Time, "the post")}}
	if b.Address != "" {
		when = []blog.Inline{blog.Link{Address: b.Address, Text: when}}
	}
	return append([]blog.Inline{blog.Plain{Text: who + ", "}}, when...)
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

func (v documentView) list(l blog.List) fyne.CanvasObject {
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

func table(t blog.Table) fyne.CanvasObject {
	grid := container.NewGridWithColumns(max(1, len(t.Head)))
	for _, c := range t.Head {
		grid.Add(prose([]blog.Inline{blog.Strong{Text: c}}))
	}
	for _, row := range t.Rows {
		for _, c := range row {
			grid.Add(prose(c))
		}
	}
	return grid
}

func (v documentView) picture(b blog.PictureBlock) fyne.CanvasObject {
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
	model, err := v.model(name, kind)
	if early := (*chart.NotPublicError)(nil); errors.As(err, &early) {
		return kit.NewQuiet(name + ": the chart comes with the declaration.").Trim()
	}
	if err != nil {
		return wrapped(sentence(err))
	}
	return newChartView(model)
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
	return chart.Model{}, &noSubjectError{"No contest and no council of this night is called " + name + ".", "Correct the name."}
}

// prose draws running text.
func prose(text []blog.Inline) fyne.CanvasObject {
	r := widget.NewRichText(segments(text, widget.RichTextStyleInline)...)
	r.Wrapping = fyne.TextWrapWord
	return r
}

// segments turns inline text into Fyne's, one style laid over another.
func segments(text []blog.Inline, style widget.RichTextStyle) []widget.RichTextSegment {
	var out []widget.RichTextSegment
	add := func(s string, style widget.RichTextStyle) {
		out = append(out, &widget.TextSegment{Text: s, Style: style})
	}
	for _, in := range text {
		switch in := in.(type) {
		case blog.Plain:
			add(in.Text, style)
		case blog.Break:
			add("\n", style)
		case blog.Emphasis:
			s := style
			s.TextStyle.Italic = true
			out = append(out, segments(in.Text, s)...)
		case blog.Strong:
			s := style
			s.TextStyle.Bold = true
			out = append(out, segments(in.Text, s)...)
		case blog.Strike:
			s := style
			s.TextStyle.Strikethrough = true
			out = append(out, segments(in.Text, s)...)
		case blog.Link:
			if to, err := url.Parse(in.Address); err == nil {
				out = append(out, &widget.HyperlinkSegment{Text: blog.Plaintext(blog.Document{Blocks: []blog.Block{blog.Paragraph{Text: in.Text}}}), URL: to})
			} else {
				out = append(out, segments(in.Text, style)...)
			}
		case blog.Figure:
			if in.Known {
				s := style
				s.TextStyle.Bold = true
				add(in.Value, s)
			} else {
				s := style
				s.ColorName = kit.WarnInk
				add("{"+in.Slot+"}", s)
			}
		}
	}
	return out
}
