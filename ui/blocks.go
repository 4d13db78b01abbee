package ui

import (
	"unicode/utf8"

	"nightdesk/data/blog/figure"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// insert writes text at the caret, on a line of its own.
func (c *composer) insert(block string) {
	before := []rune(c.text.Text)[:c.text.CursorTextOffset()]
	if len(before) > 0 && before[len(before)-1] != '\n' {
		block = "\n" + block
	}
	c.text.Insert(block)
	c.window.Focus(c.text)
}

// quote puts in a quote with a line for who said it, and leaves the caret where
// the words go.
func (c *composer) quote() {
	const source = "\n> — "
	c.insert("> " + source)
	c.text.SetCaret(c.text.CursorTextOffset() - utf8.RuneCountInString(source))
}

// slash opens the list of blocks when / is typed at the start of a line.
func (c *composer) slash(r rune) bool {
	before := []rune(c.text.Text)[:c.text.CursorTextOffset()]
	if r != '/' || len(before) > 0 && before[len(before)-1] != '\n' {
		return false
	}
	contest := "CONTEST"
	if at, ok := c.open.Current(); ok {
		contest = at.Name
	}
	blocks := []kit.Choice{
		{Words: "Quote", Aside: "> … and — who said it", Do: c.quote},
		{Words: "Picture…", Aside: "pick a photograph", Do: c.window.pickPicture},
		{Words: "Result", Aside: "the result card of " + contest, Do: func() { c.insert("@result " + contest + "\n") }},
		{Words: "Chart", Aside: "the shares of " + contest, Do: func() { c.insert("@chart " + contest + " | " + "share\n") }},
		{Words: "By-line", Aside: "a guest writes", Do: func() { c.insert("@by ") }},
		{Words: "Post…", Aside: "of somebody elsewhere, kept as text", Do: c.window.capturePost},
		{Words: "A slash", Aside: "only the character", Do: func() { c.text.Insert("/") }},
	}
	c.window.Choose("Put in", append(blocks, c.figures()...))
	return true
}

// figures are the bound figures that can be put into the text, and the formats
// to print them in.
func (c *composer) figures() []kit.Choice {
	var choices []kit.Choice
	for _, s := range figure.Slots() {
		slot := slotText(c.open, s)
		choices = append(choices, kit.Choice{Words: slot, Aside: s.Meaning, Do: func() { c.text.Insert(slot) }})
	}
	return choices
}

// slotText is a figure as it is put into a text: a council's with the name of the
// first council before it.
func slotText(d *model.OpenNight, s figure.Slot) string {
	name := s.Name
	if s.Council {
		council := "COUNCIL"
		if len(d.Councils) > 0 {
			council = d.Councils[0].Name
		}
		name = council + "." + name
	}
	return "{" + name + "}"
}

// helpOnFigures lists every figure with an example and what it printed at
// Hartlepool and Harlow in 2021; the one chosen is put into the text.
func (w *Window) helpOnFigures() {
	var choices []kit.Choice
	for _, s := range figure.Slots() {
		choices = append(choices, kit.Choice{Words: s.Example, Aside: s.Prints + " · " + s.Meaning, Do: func() { w.composer.text.Insert(slotText(w.Night, s)) }})
	}
	for _, f := range figure.Formats() {
		choices = append(choices, kit.Choice{Words: f.Example, Aside: f.Prints + " · format: " + f.Meaning, Do: func() { w.composer.text.Insert(f.Example) }})
	}
	w.Choose("Figures in the text\nAs at Hartlepool and Harlow in 2021. They are filled in and frozen when the entry is published.", choices)
}
