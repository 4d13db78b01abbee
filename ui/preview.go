package ui

import (
	"bytes"
	"image"
	_ "image/jpeg" // pictures of the night are JPEG or PNG
	_ "image/png"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// previewPause is how long typing must rest before the preview follows it.
const previewPause = 200 * time.Millisecond

// preview shows what is being written as the page will show it, figures
// filled in. It stands in the place of the timeline while it is on.
type preview struct {
	desk *desk
	on   bool
	body *fyne.Container
	root fyne.CanvasObject

	mu           sync.Mutex
	kicker, text string
	timer        *time.Timer
}

func newPreview(w *window) *preview {
	p := &preview{desk: w.desk, body: container.NewStack()}
	head := kit.Row(10, kit.NewBold("Preview"), kit.NewSmall("as the page will show it; figures are those public now"), kit.NewSpring(),
		kit.NewButton("Back to the entries  Ctrl+P", kit.Bare, w.togglePreview))
	p.root = container.NewBorder(kit.Inset(head, 10, 10, 6, 10), nil, nil, nil,
		container.NewVScroll(kit.Inset(p.body, 4, 16, 16, 10)))
	return p
}

// later follows what is typed once it rests.
func (p *preview) later(kicker, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kicker, p.text = kicker, text
	if !p.on {
		return
	}
	if p.timer == nil {
		p.timer = time.AfterFunc(previewPause, p.draw)
	} else {
		p.timer.Reset(previewPause)
	}
}

// toggle switches the preview on or off.
func (p *preview) toggle() {
	p.mu.Lock()
	p.on = !p.on
	p.mu.Unlock()
	if p.on {
		p.draw()
	}
}

// draw parses the text and reads its pictures away from the window, and then
// shows them.
func (p *preview) draw() {
	p.mu.Lock()
	kicker, text := p.kicker, p.text
	p.mu.Unlock()
	pictures := map[string]image.Image{}
	p.desk.ask(func(n *night.Night) error {
		for _, b := range blog.Parse(text, nil).Blocks {
			if b, ok := b.(blog.PictureBlock); ok {
				// One that is not there, or cannot be read, is shown by its words.
				if data, err := n.Picture(b.ID); err == nil {
					if img, _, err := image.Decode(bytes.NewReader(data)); err == nil {
						pictures[b.ID] = img
					}
				}
			}
		}
		return nil
	}, func(error) {
		view := documentView{contests: p.desk.contests, colours: p.desk.colours, pictures: pictures, width: p.body.Size().Width}
		document := blog.Parse(text, blog.Live(p.desk.returns()))
		parts := []fyne.CanvasObject{view.object(document)}
		if kicker != "" {
			parts = append([]fyne.CanvasObject{kit.Inset(kit.NewBold(upper(kicker)), 0, 0, 0, 4)}, parts...)
		}
		p.body.Objects = []fyne.CanvasObject{kit.Column(6, parts...)}
		p.body.Refresh()
	})
}
