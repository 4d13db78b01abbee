package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/ui/shell"
)

// capturePost puts a post from elsewhere into the entry, as text. What is on
// the clipboard is read first: the post's address, its text as copied, or its
// embed code; the rest is typed.
func (w *Window) capturePost() {
	if w.composer == nil {
		return
	}
	found := text.Capture(fyne.CurrentApp().Clipboard().Content())
	if found.Address == "" && found.Author == "" {
		found = text.Captured{} // what is on the clipboard is something else
	}
	pasted := shell.NewField("Paste the post here: its address, its text or its embed code", "", "https://…")
	address := shell.NewField("Address", found.Address, "https://…")
	author := shell.NewField("Author", found.Author, "")
	handle := shell.NewField("Handle", found.Handle, "@…")
	when := shell.NewField("Time, as the post says it", found.Time, "")
	words := shell.NewLongField("Its words", found.Text, "", 4)
	pasted.Entry.OnChanged = func(s string) {
		was := found
		found = text.Capture(s)
		fill := func(f *shell.Field, was, is string) {
			if f.Entry.Text == was { // not typed by hand
				f.Entry.SetText(is)
			}
		}
		fill(address, was.Address, found.Address)
		fill(author, was.Author, found.Author)
		fill(handle, was.Handle, found.Handle)
		fill(when, was.Time, found.Time)
		fill(words, was.Text, found.Text)
	}
	w.Sheet("A post from elsewhere", "It is kept as text, so that it is there however long the page is.",
		[]*shell.Field{pasted, address, author, handle, when, words}, "Put in", func() string {
			trimmed := func(f *shell.Field) string { return strings.TrimSpace(f.Entry.Text) }
			c := text.Captured{Address: trimmed(address), Author: trimmed(author), Handle: trimmed(handle), Time: trimmed(when), Text: trimmed(words)}
			switch {
			case c.Text == "":
				return "Fill in the words of the post."
			case c.Author == "" && c.Handle == "":
				return "Say who wrote it: the author or the handle."
			case c.Address != "" && !isAddress(c.Address):
				return "The address of a post starts with https:// and has no spaces."
			}
			w.composer.insert(c.Markdown())
			return ""
		})
}
