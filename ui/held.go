package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
)

// held is an entry put aside, or a change to one that is published.
type held struct {
	group, kicker, text, note string
	meta                      string // what else the drafts keep of it, as composer.meta writes it
	caret                     int
	saved                     int64
}

// inHandField is the field of the composer's drafts that names the held entry
// in it.
const inHandField = "held"

// hold puts what is being written aside as a held entry.
func (c *composer) hold() {
	if c.editing != "" && !c.changed() || c.editing == "" && c.kicker.Text == "" && strings.TrimSpace(c.text.Text) == "" {
		c.drop()
		return
	}
	h := held{group: c.group, kicker: c.kicker.Text, text: c.text.Text, note: c.note.Text, meta: c.meta(),
		caret: c.text.CursorTextOffset(), saved: c.open.Now().UnixMilli()}
	if h.group == composerGroup {
		h.group = newHeldGroup(c.open.Now())
	}
	for _, d := range h.drafts() {
		c.drafts.Keep(d)
	}
	c.drafts.Flush()
	c.drafts.Moved(composerGroup, h.group)
	c.window.blog.putHeld(h)
	c.clear()
	if !c.unsaved {
		c.status.SetText("held")
	}
}

// drop leaves an entry of which nothing is there to hold.
func (c *composer) drop() {
	inHand := c.group
	if c.editing == "" && inHand == composerGroup {
		return
	}
	c.drafts.Forget(composerGroup, "")
	if inHand != composerGroup {
		c.drafts.Forget(inHand, "")
		c.window.blog.countHeld()
	}
	c.clear()
}

// clear makes the composer empty, for a new entry.
func (c *composer) clear() {
	c.editing, c.kind, c.group, c.by, c.dismissed = "", night.Minor, composerGroup, byline{}, nil
	c.fill("", "", "")
	c.status.SetText("")
	c.show()
	if c.window.FocusedIn(c.note) { // which is there for corrections only
		c.window.Focus(c.text)
	}
}

// take brings a held entry back into the composer, unless it is there.
func (c *composer) take(h held) {
	if c.changing() {
		return
	}
	if c.group == h.group {
		c.window.Focus(c.text)
		return
	}
	c.hold()
	c.takeMeta(h.meta)
	c.group = h.group
	c.fill(h.kicker, h.text, h.note)
	c.text.SetCaret(h.caret)
	c.drafts.Keep(night.Draft{Group: composerGroup, Field: inHandField, Text: h.group})
	c.show()
	c.window.Focus(c.inHand())
}

// drafts are the entry's as the night keeps them.
func (h held) drafts() []night.Draft {
	return []night.Draft{
		{Group: h.group, Field: "kicker", Text: h.kicker, Meta: h.meta},
		{Group: h.group, Field: "note", Text: h.note, Meta: h.meta},
		{Group: h.group, Field: "text", Text: h.text, Caret: h.caret, Meta: h.meta},
	}
}

// newHeldGroup names the drafts of a held entry.
func newHeldGroup(now time.Time) string { return "held:" + now.UTC().Format("20060102T150405.000000") }

// countHeld reads the held entries again.
func (t *timeline) countHeld() {
	t.open.Ask(func(n *night.Night) error {
		kept, err := n.Drafts()
		if err != nil {
			return err
		}
		fyne.Do(func() { t.held = heldIn(t.open.Drafts.Over(kept)); t.show() })
		return nil
	}, func(err error) {
		if err != nil {
			t.open.Failed(err)
		}
	})
}

// putHeld shows an entry that was just held, or held again.
func (t *timeline) putHeld(h held) {
	t.held = slices.DeleteFunc(slices.Clone(t.held), func(x held) bool { return x.group == h.group })
	i, _ := slices.BinarySearchFunc(t.held, h.group, func(x held, group string) int { return strings.Compare(x.group, group) })
	t.held = slices.Insert(t.held, i, h)
	t.show()
}

// heldIn are the held entries among the drafts of a night, the first held
// first.
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
		case "note":
			out[i].note = d.Text
		}
		out[i].saved, out[i].meta = max(out[i].saved, d.Saved), d.Meta
	}
	return out
}

// showHeld lists the held entries as they would read now: with the figures
// that are public.
func (t *timeline) showHeld() {
	t.shown = nil
	figures := figure.Live(t.open.Returns())
	var heights []float32
	for _, h := range t.held {
		e := blog.Entry{ID: h.group, Kicker: h.kicker, Text: text.Filled(h.text, figures), Published: h.saved, Updated: h.saved}
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
