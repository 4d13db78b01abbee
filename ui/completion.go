package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/figure"
)

// openSlot is what is typed of a slot that is open at the caret: what stands
// between the last brace of the line and the caret.
func (c *composer) openSlot() (typed string, open bool) {
	before := string([]rune(c.text.Text)[:c.text.CursorTextOffset()])
	line := before[strings.LastIndexByte(before, '\n')+1:]
	at := strings.LastIndexByte(line, '{')
	if at < 0 || at > 0 && line[at-1] == '\\' || strings.Contains(line[at:], "}") {
		return "", false
	}
	return line[at+1:], true
}

// complete shows what the slot at the caret may become, and what it prints.
func (c *composer) complete() {
	c.completion = ""
	typed, open := c.openSlot()
	at, ok := c.open.Current()
	if !open || !ok {
		return
	}
	found := figure.Complete(typed, at, c.open.Returns())
	if len(found) == 0 {
		return
	}
	c.completion = found[0].Slot
	var words []string
	for i, x := range found {
		w := "{" + x.Slot + "}"
		if x.Prints != "" {
			w += " " + x.Prints
		}
		if i == 0 {
			w = "Tab: " + w
		}
		words = append(words, w)
	}
	c.hint.SetText(strings.Join(words, "   "))
}

// takeCompletion writes the first of the slots that are shown, and reports
// whether there was one.
func (c *composer) takeCompletion(k *fyne.KeyEvent) bool {
	typed, open := c.openSlot()
	if k.Name != fyne.KeyTab || !open || c.completion == "" {
		return false
	}
	slot := c.completion + "}"
	for range []rune(typed) {
		c.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	c.text.Insert(slot)
	return true
}
