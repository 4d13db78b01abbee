package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/proofread"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"slices"

	"fyne.io/fyne/v2"
)

// proof reads the entry as a sub-editor does: figures that cannot be printed
// first, which block publishing, then what a person should look at and has
// not dismissed.
func (c *composer) proof(kicker, text string) (problems []blog.Problem, blocked bool) {
	returns := c.open.Returns()
	_, blocking := figure.Freeze(text, returns)
	marks := slices.DeleteFunc(proofread.Entry(kicker, text, returns), func(p blog.Problem) bool {
		return c.dismissed[markID(p, text)]
	})
	return append(blocking, marks...), len(blocking) > 0
}

// markID tells a mark from others for as long as the words it is about stay.
func markID(p blog.Problem, text string) string {
	if p.From > p.To || p.To > len(text) {
		return p.Code
	}
	return p.Code + "\x00" + text[p.From:p.To]
}

// keyedOnMarks takes F7, which reads the entry and then puts the first mark
// right, and F8, which dismisses it.
func (c *composer) keyedOnMarks(k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyF7 && k.Name != fyne.KeyF8 {
		return false
	}
	if len(c.marked) == 0 {
		c.readProof()
		if len(c.marked) == 0 {
			c.status.SetText("nothing to mark")
		}
		return true
	}
	if k.Name == fyne.KeyF8 {
		c.dismiss()
	} else {
		c.fix()
	}
	return true
}

// readProof marks what the proof reading finds in the entry as it stands.
func (c *composer) readProof() {
	problems, _ := c.proof(c.kicker.Text, c.text.Text)
	c.showMarks(problems)
}

// fix puts the first mark right that can be, and reads the entry again.
func (c *composer) fix() {
	i := slices.IndexFunc(c.marked, func(p blog.Problem) bool { return p.Fix != nil })
	if i < 0 {
		c.window.Say("These marks need a person: change the words, or F8 dismisses the first.")
		return
	}
	f := c.marked[i].Fix
	c.text.SetText(f.Apply(c.text.Text))
	c.text.SetCaret(len([]rune(c.text.Text[:f.From+len(f.Text)])))
	c.typed() // with the caret where it is now
	c.window.Focus(c.text)
	c.readProof()
}

// dismiss leaves the words of the first mark as they are, for as long as this
// entry is written. A figure that cannot be printed is not dismissed.
func (c *composer) dismiss() {
	p := c.marked[0]
	if p.Level == election.Error {
		c.window.Say("A figure that cannot be printed cannot be left: " + p.Text)
		return
	}
	if c.dismissed == nil {
		c.dismissed = map[string]bool{}
	}
	c.dismissed[markID(p, c.text.Text)] = true
	c.readProof()
}

// showMarks lists what the proof reading found under the text, with the keys
// that settle the first.
func (c *composer) showMarks(problems []blog.Problem) {
	c.marked = problems
	c.marks.Objects = nil
	fixes := false
	for i, p := range problems {
		if i == 3 {
			c.marks.Objects = append(c.marks.Objects, kit.Marked("…", "and more: settle these first"))
			break
		}
		mark := "!"
		if p.Level == election.Error {
			mark = "✗"
		}
		var keys []fyne.CanvasObject
		if p.Fix != nil && !fixes {
			fixes = true
			keys = append(keys, kit.NewButton("Fix  F7", kit.Outlined, c.fix))
		}
		if i == 0 && p.Level != election.Error {
			keys = append(keys, kit.NewButton("Leave  F8", kit.Outlined, c.dismiss))
		}
		c.marks.Objects = append(c.marks.Objects, kit.Marked(mark, p.Text, keys...))
	}
	c.marks.Refresh()
	c.window.layoutDesk()
}
