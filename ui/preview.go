package ui

import (
	"bytes"
	"cmp"
	"image"
	_ "image/jpeg" // pictures of the night are JPEG or PNG
	_ "image/png"
	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// previewPause is how long typing must rest before the preview follows it.
const previewPause = 200 * time.Millisecond

// preview shows what is being written as the page will show it, with its
// by-line, its time and its figures. It stands in the place of the timeline
// while it is on.
type preview struct {
	open   *model.OpenNight
	window *Window
	on     bool
	timer  *time.Timer
	body   *fyne.Container
	root   fyne.CanvasObject
}

func newPreview(w *Window) *preview {
	p := &preview{open: w.Night, window: w, body: container.NewStack()}
	head := kit.Row(10, kit.NewBold("Preview"), kit.NewSmall("as the page will show it; figures are those public now"), kit.NewSpring(),
		kit.NewButton("Back to the entries  Ctrl+P", kit.Bare, w.togglePreview))
	p.root = container.NewBorder(kit.Inset(head, 10, 10, 6, 10), nil, nil, nil,
		container.NewVScroll(kit.Inset(p.body, 4, 16, 16, 10)))
	return p
}

// later follows what is typed once it rests.
func (p *preview) later() {
	switch {
	case !p.on:
	case p.timer == nil:
		p.timer = time.AfterFunc(previewPause, func() { fyne.Do(p.draw) })
	default:
		p.timer.Reset(previewPause)
	}
}

// toggle switches the preview on or off.
func (p *preview) toggle() {
	p.on = !p.on
	if p.on {
		p.draw()
	}
}

// draw reads the pictures of the entry away from the window, and then shows
// it.
func (p *preview) draw() {
	if p.window.Night != p.open {
		return // another night is open by now, or none
	}
	e := p.window.composer.entry()
	stored, pictures := blog.Edition{Pictures: p.open.Pictures}, map[string]image.Image{}
	p.open.Ask(func(n *night.Night) error {
		for _, b := range text.Parse(e.Text, nil).Blocks {
			if b, ok := b.(text.PictureBlock); ok {
				// One that is not there, or cannot be read, is shown by its words.
				found, _ := stored.Picture(b.ID)
				if data, err := n.Picture(found.ID); err == nil {
					if img, _, err := image.Decode(bytes.NewReader(data)); err == nil {
						pictures[b.ID] = img
					}
				}
			}
		}
		return nil
	}, func(error) {
		d := p.open
		view := documentView{contests: d.Contests, councils: d.Councils, history: d.History, colours: d.Colours,
			pictures: pictures, width: p.body.Size().Width}
		parts := p.head(e, d.Now())
		parts = append(parts, view.object(text.Parse(e.Text, figure.Live(d.Returns()))))
		for _, c := range e.Corrections {
			parts = append(parts, kit.Wrapped("Correction, "+clockBeside(c.When, cmp.Or(e.Happened, e.Published), d.Zone)+": "+c.Note))
		}
		p.body.Objects = []fyne.CanvasObject{kit.Column(6, parts...)}
		p.body.Refresh()
	})
}

// postedLate is how long after what it tells of an entry must be published
// for the page to say so.
const postedLate = 10 * time.Minute

// head is what stands over the text of an entry: the time it tells of, who
// wrote it, what readers are told of it, and the kicker.
func (p *preview) head(e blog.Entry, now time.Time) []fyne.CanvasObject {
	d := p.open
	published := cmp.Or(e.Published, now.UnixMilli())
	shown := cmp.Or(e.Happened, published)
	clock := func(what string, ms int64) string { return what + " " + clockBeside(ms, shown, d.Zone) }
	var names, marks []string
	for _, id := range e.Authors {
		names = append(names, d.AuthorName(id))
	}
	if time.Duration(published-shown)*time.Millisecond >= postedLate {
		marks = append(marks, clock("Posted", published))
	}
	corrected := int64(0)
	if n := len(e.Corrections); n > 0 {
		corrected = e.Corrections[n-1].When
		marks = append(marks, clock("Corrected", corrected))
	}
	if e.Updated > max(e.Published, corrected) {
		marks = append(marks, clock("Updated", e.Updated))
	}
	at := blog.ClockTime(shown, d.Zone)
	if day := blog.Day(shown, d.Zone); day != blog.Day(now.UnixMilli(), d.Zone) {
		at = day + ", " + at
	}
	line := []text.Inline{text.Strong{Text: []text.Inline{text.Plain{Text: at}}}}
	if rest := filled(append([]string{election.And(names)}, marks...)); len(rest) > 0 {
		line = append(line, text.Plain{Text: "   " + strings.Join(rest, "   ")})
	}
	objects := []fyne.CanvasObject{prose(line)}
	if e.Kicker != "" {
		objects = append(objects, prose([]text.Inline{text.Strong{Text: []text.Inline{text.Plain{Text: strings.ToUpper(e.Kicker)}}}}))
	}
	return objects
}

// clockBeside is a time as the page prints it beside another: with its day
// where that is not the other's.
func clockBeside(ms, beside int64, zone *time.Location) string {
	words := blog.Clock(ms, zone)
	if day := blog.Day(ms, zone); day != blog.Day(beside, zone) {
		words = day + ", " + words
	}
	return words
}
