package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// surround puts marks around what is selected in the text or, where nothing
// is, around the caret.
func (c *composer) surround(before, after string) {
	selected := c.text.SelectedText()
	c.text.Insert(before + selected + after)
	if selected == "" {
		c.text.SetCaret(c.text.CursorTextOffset() - utf8.RuneCountInString(after))
	}
	c.window.Focus(c.text)
}

// link makes what is selected a link: to the address on the clipboard, where
// there is one, else with the caret where the address goes.
func (c *composer) link() {
	selected := c.text.SelectedText()
	address := strings.TrimSpace(fyne.CurrentApp().Clipboard().Content())
	if !isAddress(address) {
		address = ""
	}
	c.text.Insert("[" + selected + "](" + address + ")")
	end := c.text.CursorTextOffset()
	switch {
	case selected == "":
		c.text.SetCaret(end - utf8.RuneCountInString("]("+address+")"))
	case address == "":
		c.text.SetCaret(end - 1)
	}
	c.window.Focus(c.text)
}

// isAddress reports whether a text is one web address and nothing else.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \t\n()<>")
}
