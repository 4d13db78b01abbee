package ui

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// composer is where an entry is written: a new one, or a change to one that
// is published. It is the only bordered box that asks for attention.
type composer struct {
	open   *model.OpenNight
	drafts *model.Drafts
	window *Window

	kicker *kit.Entry
	text   *kit.Entry
	note   *kit.Entry // what was wrong, for a correction
	// whoBack covers the edge of the kicker's field, which ends where who begins.
	whoBack *kit.Box
	who     *kit.Text // the by-line and the time of the event, where they are not plain
	status  *kit.Text
	hint    *kit.Text
	send    *kit.Button
	cancel  *kit.Button
	edge    *kit.Box
	line    *kit.Box
	marks   *fyne.Container
	root    *fyne.Container

	editing  string // id of the published entry being changed, empty for a new one
	kind     night.EditKind
	by       byline
	group    string // of its drafts: "composer", or a held entry's
	problems string // the text whose proof marks were shown before publishing
	marked   []blog.Problem
	// dismissed are the marks that a person looked at and left.
	dismissed map[string]bool
	settling  bool // fields are being filled by us, not typed in

	at      string // the field that has, or last had, the focus
	kept    carets // as last handed to the drafts
	unsaved bool   // the drafts could not be written

	completion string // the slot that Tab writes, empty where none is open
}

// composerGroup is the draft group of the entry at hand.
const composerGroup = "composer"

func newComposer(w *Window) *composer {
	c := &composer{open: w.Night, drafts: w.Night.Drafts, window: w, group: composerGroup, at: "text"}
	c.kicker = kit.NewEntry("Kicker")
	c.kicker.TextStyle.Bold = true
	c.text = kit.NewTextEntry("What is happening?")
	c.note = kit.NewEntry("What was wrong, in one sentence. It is printed under the entry")
	c.text.TakesTab = true
	for field, e := range c.fields() {
		e.OnChanged = func(string) { c.typed() }
		e.OnCursorChanged = c.moved
		e.Keyed = w.Key
		e.Focused = func(on bool) {
			c.showEdge(on)
			if on {
				c.at = field
				c.moved()
			}
		}
	}
	c.text.Typed = c.slash
	c.text.Pasted = w.pasted
	c.text.Keyed = c.keyedInText
	c.kicker.Keyed = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyReturn || k.Name == fyne.KeyDown {
			w.Focus(c.text)
			return true
		}
		return w.Key(k)
	}
	c.whoBack = kit.NewBox(kit.Panel)
	c.who = kit.NewQuiet("").Sized(12).Right().Trim()
	c.status = kit.NewQuiet("").Sized(12).Right()
	c.hint = kit.NewQuiet("").Sized(12).Trim()
	c.send = kit.NewButton("Publish  Ctrl ↵", kit.Filled, func() { c.publish(false) })
	c.cancel = kit.NewButton("Leave it", kit.Outlined, c.leaveEdit)
	c.edge = kit.NewBox(kit.Panel).Edged(kit.Line)
	c.line = kit.NewBox(kit.Line)
	c.marks = kit.Column(2)
	kicker := kit.Unframed(c.kicker, kit.BodySize)
	text := kit.Unframed(c.text, 14)
	note := kit.Unframed(c.note, kit.BodySize)
	c.root = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, 182+c.extra()) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { c.put(size, kicker, text, note) },
	}, c.edge, kicker, c.line, text, note, c.marks, c.hint, c.status, c.cancel, c.send, c.whoBack, c.who)
	c.show()
	return c
}

// keyedInText takes the keys by which the text is left: Up from its first
// line to the kicker, and Tab to the timeline. Tab must not reach the button,
// since the next space that is typed would publish.
func (c *composer) keyedInText(k *fyne.KeyEvent) bool {
	switch {
	case c.takeCompletion(k), c.keyedOnMarks(k):
		return true
	case k.Name == fyne.KeyTab:
		c.window.Focus(c.window.blog.list)
		return true
	case k.Name == fyne.KeyUp && c.text.CursorRow == 0:
		c.window.Focus(c.kicker)
		return true
	}
	return c.window.Key(k)
}

// extra is the height that proof marks and a correction's note add.
func (c *composer) extra() float32 {
	h := float32(0)
	if len(c.marks.Objects) > 0 {
		h += c.marks.MinSize().Height + 6
	}
	if c.kind == night.Correction {
		h += 30
	}
	return h
}

func (c *composer) put(size fyne.Size, kicker, text, note fyne.CanvasObject) {
	kit.Put(c.edge, 0, 0, size.Width, size.Height)
	who := min(fyne.MeasureText(c.who.Words(), 12, fyne.TextStyle{}).Width+2, size.Width*0.6)
	if c.who.Words() == "" {
		who = 0
	}
	kit.Put(kicker, 5, 4, size.Width-10-who, 30)
	c.whoBack.Hidden = who == 0
	kit.Put(c.whoBack, size.Width-13-who-6, 6, who+8, 27)
	kit.Put(c.who, size.Width-13-who, 4, who, 30)
	kit.Put(c.line, 13, 35, size.Width-26, 1)
	foot := size.Height - 36
	button := c.send.MinSize().Width
	kit.Put(c.send, size.Width-13-button, foot, button, 27)
	x := size.Width - 13 - button
	if c.cancel.Visible() {
		w := c.cancel.MinSize().Width
		kit.Put(c.cancel, x-8-w, foot, w, 27)
		x -= 8 + w
	}
	status := c.status.MinSize().Width
	kit.Put(c.status, x-12-status, foot, status, 27)
	kit.Put(c.hint, 13, foot, max(0, x-12-status-13-10), 27)
	bottom := foot - 4
	if n := len(c.marks.Objects); n > 0 {
		h := c.marks.MinSize().Height
		kit.Put(c.marks, 10, bottom-h, size.Width-20, h)
		bottom -= h + 4
	}
	note.Hide()
	if c.kind == night.Correction {
		note.Show()
		kit.Put(note, 5, bottom-28, size.Width-10, 30)
		bottom -= 30
	}
	kit.Put(text, 5, 37, size.Width-10, max(40, bottom-37))
}

// show says what the composer is doing.
func (c *composer) show() {
	c.root.Hidden = c.open.ReadOnly != ""
	c.cancel.Hidden = c.editing == ""
	c.send.SetWords("Publish  Ctrl ↵")
	c.countWords()
	if c.editing != "" {
		words := map[night.EditKind]string{
			night.Minor: "Minor edit: changes without a stamp", night.Update: "Update: stamped with the time",
			night.Correction: "Correction: printed under the entry",
		}
		c.hint.SetText(words[c.kind])
		c.send.SetWords("Save  Ctrl ↵")
	}
	c.window.layoutDesk()
}

// showEdge draws the composer's edge as the focus ring of its fields.
func (c *composer) showEdge(focus bool) {
	if focus {
		c.edge.Set(kit.Panel, kit.Focus, 2)
	} else {
		c.edge.Set(kit.Panel, kit.Line, 1)
	}
}

// typed hands the fields to the drafts and the preview after a keystroke.
func (c *composer) typed() {
	if c.settling {
		return
	}
	c.keep()
	c.unmark()
	c.countWords()
	c.complete()
	c.status.SetText("…")
	c.window.preview.later()
}

// fields are those of the entry, by the names the drafts keep.
func (c *composer) fields() map[string]*kit.Entry {
	return map[string]*kit.Entry{"kicker": c.kicker, "text": c.text, "note": c.note}
}

// carets is which field has, or last had, the focus, and where the caret of
// each stands.
type carets struct {
	at                 string
	kicker, text, note int
}

func (c *composer) carets() carets {
	return carets{c.at, c.kicker.CursorTextOffset(), c.text.CursorTextOffset(), c.note.CursorTextOffset()}
}

// keep hands the fields with their carets to the drafts.
func (c *composer) keep() {
	c.kept = c.carets()
	for field, e := range c.fields() {
		c.drafts.Keep(night.Draft{Group: c.group, Field: field, Text: e.Text, Caret: e.CursorTextOffset(), Meta: c.meta()})
	}
}

// moved keeps a caret that has moved in what is being written.
func (c *composer) moved() {
	written := c.editing != "" || c.kicker.Text != "" || c.text.Text != ""
	if !c.settling && written && c.open.ReadOnly == "" && c.kept != c.carets() {
		c.keep()
	}
}

// unmark takes the proof marks away: what they were about has changed, and
// publishing reads it again.
func (c *composer) unmark() {
	if c.problems != "" || len(c.marked) > 0 {
		c.problems = ""
		c.status.SetText("")
		c.showMarks(nil)
	}
}

// editKinds are the ways to change an entry, by the names the drafts keep.
var editKinds = map[string]night.EditKind{"minor": night.Minor, "update": night.Update, "correction": night.Correction}

func kindName(kind night.EditKind) string {
	for name, k := range editKinds {
		if k == kind {
			return name
		}
	}
	return ""
}

// wrote says that the drafts are in the file, or why not.
func (c *composer) wrote(err error) {
	if err == nil && c.unsaved {
		c.window.Hush()
	}
	again := c.unsaved
	c.unsaved = err != nil
	switch {
	case err != nil:
		c.status.SetText("draft not saved")
		if !again {
			c.window.Offer(model.Sentence(err)+" What you write stays here and is tried again.", "Save it elsewhere…", c.window.saveElsewhere)
		}
	case c.kicker.Text == "" && c.text.Text == "":
		c.status.SetText("")
	case c.problems != "" && !again: // what to do about the marks stands there
	default:
		c.status.SetText("draft saved · " + blog.Clock(c.open.Now().UnixMilli(), c.open.Zone))
	}
	c.root.Refresh()
}

func (c *composer) fill(kicker, text, note string) {
	c.settling = true
	c.kicker.SetText(kicker)
	c.text.SetText(text)
	c.note.SetText(note)
	c.settling = false
	c.problems = ""
	c.showByline()
	c.showMarks(nil)
	c.countWords()
	c.window.preview.later()
}

// countWords says at the foot how long the text is.
func (c *composer) countWords() {
	if c.editing != "" {
		return // how the change will be told stands there
	}
	words := hintWords
	if n := wordCount(c.text.Text); n > 0 {
		words = election.Several(n, "word", "words") + " · " + words
	}
	c.hint.SetText(words)
}

// wordCount counts the words of a text. The lines of blocks are none of them, nor
// are marks that stand by themselves.
func wordCount(text string) (n int) {
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "@") {
			continue
		}
		for word := range strings.FieldsSeq(line) {
			if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				n++
			}
		}
	}
	return n
}

// hintWords remind of the blocks that / puts in.
const hintWords = "/ quote picture post result chart"

// restore puts back what was being written when the desk was last left, and
// reports whether there was anything.
func (c *composer) restore(kept []night.Draft) bool {
	found := map[string]night.Draft{}
	for _, d := range kept {
		if d.Group == composerGroup {
			found[d.Field] = d
		}
	}
	kicker, text, note := found["kicker"], found["text"], found["note"]
	if kicker.Text+text.Text+note.Text == "" {
		return c.restoreHeld(found[inHandField].Text)
	}
	c.takeMeta(text.Meta)
	c.fill(kicker.Text, text.Text, note.Text)
	c.show()
	c.status.SetText("draft brought back")
	for field, e := range c.fields() {
		e.SetCaret(found[field].Caret)
	}
	return true
}

// restoreHeld brings the held entry back into the composer that was in it,
// and reports whether there was one.
func (c *composer) restoreHeld(group string) bool {
	i := slices.IndexFunc(c.window.blog.held, func(h held) bool { return h.group == group })
	if i < 0 {
		return false
	}
	c.take(c.window.blog.held[i])
	c.status.SetText("draft brought back")
	return true
}

// inHand is the field that has, or last had, the caret.
func (c *composer) inHand() *kit.Entry {
	if e, ok := c.fields()[c.at]; ok && (c.at != "note" || c.kind == night.Correction) {
		return e
	}
	return c.text
}
