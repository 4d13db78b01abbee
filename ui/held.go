package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// held is an entry put aside.
type held struct {
	group, kicker, text string
	meta                string // by-line and time of the event, as the drafts keep them
	caret               int
	saved               int64
}

// hold puts what is being written aside as a held entry.
func (c *composer) hold() {
	if c.editing != "" || c.kicker.Text == "" && strings.TrimSpace(c.text.Text) == "" {
		return
	}
	group := c.group
	if group == composerGroup {
		group = newHeldGroup()
	}
	kicker, text, caret := c.kicker.Text, c.text.Text, c.text.CursorTextOffset()
	c.drafts.keep(night.Draft{Group: group, Field: "kicker", Text: kicker, Meta: c.meta()})
	c.drafts.keep(night.Draft{Group: group, Field: "text", Text: text, Caret: caret, Meta: c.meta()})
	c.drafts.flush()
	if c.group == composerGroup {
		c.drafts.forget(composerGroup, "")
	}
	c.group, c.by = composerGroup, byline{}
	c.fill("", "", "")
	c.status.SetText("held")
	c.window.blog.countHeld()
}

// take brings a held entry back into the composer, unless it is there.
func (c *composer) take(h held) {
	if c.changing() {
		return
	}
	if c.group == h.group {
		c.window.focus(c.text)
		return
	}
	c.hold()
	c.takeMeta(h.meta)
	c.group = h.group
	c.fill(h.kicker, h.text, "")
	c.text.SetCaret(h.caret)
	c.show()
	c.window.focus(c.text)
}

// newHeldGroup names the drafts of a held entry.
func newHeldGroup() string { return "held:" + time.Now().UTC().Format("20060102T150405.000000") }

// countHeld reads the held entries again.
func (t *timeline) countHeld() {
	t.desk.ask(func(n *night.Night) error {
		kept, err := n.Drafts()
		if err != nil {
			return err
		}
		found := heldIn(kept)
		fyne.Do(func() { t.held = found; t.show() })
		return nil
	}, func(err error) {
		if err != nil {
			t.desk.failed(err)
		}
	})
}

func heldIn(kept []night.Draft) []held {
	var out []held
	for _, d := range kept {
		if !strings.HasPrefix(d.Group, "held:") {
			continue
		}
		i := slices.IndexFunc(out, func(h held) bool { return h.group == d.Group })
		if i < 0 {
			out = append(out, held{group: d.Group})
			i = len(out) - 1
		}
		switch d.Field {
		case "kicker":
			out[i].kicker = d.Text
		case "text":
			out[i].text, out[i].caret = d.Text, d.Caret
		}
		out[i].saved, out[i].meta = max(out[i].saved, d.Saved), d.Meta
	}
	return out
}

func (t *timeline) showHeld() {
	t.shown = nil
	var heights []float32
	for _, h := range t.held {
		e := blog.Entry{ID: h.group, Kicker: h.kicker, Text: h.text, Published: h.saved, Updated: h.saved}
		t.shown = append(t.shown, e)
		heights = append(heights, t.work(e).summary.height)
	}
	t.list.SetRows(heights, t.list.Selection())
	t.empty.SetText("")
	if len(t.held) == 0 {
		t.empty.SetText("Nothing is held. Ctrl+H puts what you are writing aside.")
	}
	t.showActions()
}
