package ui

import (
	"nightdesk/data/blog"
	"nightdesk/ui/kit"
)

// insert writes text at the caret, on a line of its own.
func (c *composer) insert(block string) {
	before := []rune(c.text.Text)[:c.text.CursorTextOffset()]
	if len(before) > 0 && before[len(before)-1] != '\n' {
		block = "\n" + block
	}
	c.text.Insert(block)
	c.window.focus(c.text)
}

// slash opens the list of blocks when / is typed at the start of a line.
func (c *composer) slash(r rune) bool {
	before := []rune(c.text.Text)[:c.text.CursorTextOffset()]
	if r != '/' || len(before) > 0 && before[len(before)-1] != '\n' {
		return false
	}
	contest := "CONTEST"
	if at, ok := c.desk.current(); ok {
		contest = at.Name
	}
	blocks := []kit.Choice{
		{Words: "Quote", Aside: "> … and — who said it", Do: func() { c.insert("> \n> — ") }},
		{Words: "Picture…", Aside: "pick a photograph", Do: c.window.pickPicture},
		{Words: "Result", Aside: "the result card of " + contest, Do: func() { c.insert("@result " + contest + "\n") }},
		{Words: "Chart", Aside: "the shares of " + contest, Do: func() { c.insert("@chart " + contest + " | " + "share\n") }},
		{Words: "By-line", Aside: "a guest writes", Do: func() { c.insert("@by ") }},
		{Words: "Post", Aside: "a captured post", Do: func() { c.insert("@post https:// | author | @handle | time\n> ") }},
		{Words: "A slash", Aside: "only the character", Do: func() { c.text.Insert("/") }},
	}
	for _, s := range blog.SlotTable() {
		blocks = append(blocks, kit.Choice{Words: "{" + s.Name + "}", Aside: s.Meaning, Do: func() { c.text.Insert("{" + s.Name + "}") }})
	}
	c.window.choose("Put in", blocks)
	return true
}
