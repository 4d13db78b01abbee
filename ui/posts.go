package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
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
	pasted := newField("Paste the post here: its address, its text or its embed code", "", "https://…")
	address := newField("Address", found.Address, "https://…")
	author := newField("Author", found.Author, "")
	handle := newField("Handle", found.Handle, "@…")
	when := newField("Time, as the post says it", found.Time, "")
	words := newLongField("Its words", found.Text, "", 4)
	pasted.entry.OnChanged = func(s string) {
		was := found
		found = text.Capture(s)
		fill := func(f *field, was, is string) {
			if f.entry.Text == was { // not typed by hand
				f.entry.SetText(is)
			}
		}
		fill(address, was.Address, found.Address)
		fill(author, was.Author, found.Author)
		fill(handle, was.Handle, found.Handle)
		fill(when, was.Time, found.Time)
		fill(words, was.Text, found.Text)
	}
	w.sheet("A post from elsewhere", "It is kept as text, so that it is there however long the page is.",
		[]*field{pasted, address, author, handle, when, words}, "Put in", func() string {
			trimmed := func(f *field) string { return strings.TrimSpace(f.entry.Text) }
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
