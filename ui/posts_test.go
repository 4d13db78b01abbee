package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/ui/shell"
)

func TestAPostIsCapturedAsText(t *testing.T) {
	s := at(t, nightOf(t, nil))
	fyne.CurrentApp().Clipboard().SetContent(`<blockquote><p>It is *close*.<br>Really.</p>&mdash; Invented Agent (@invented) ` +
		`<a href="https://twitter.com/invented/status/1?ref=x">May 7, 2021</a></blockquote><script src="https://x.example/w.js"></script>`)
	s.types("Word from the hall:")
	s.chord(shell.Ctrl, fyne.KeyApostrophe)
	for range 5 {
		s.keys(fyne.KeyReturn) // past what the clipboard filled in
	}
	s.keys(fyne.KeyTab, fyne.KeySpace) // from the words to the button
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "blocks", len(text.Parse(e.Text, nil).Blocks), 2)
	post, ok := text.Parse(e.Text, nil).Blocks[1].(text.Post)
	if !ok {
		t.Fatalf("%q holds no post", e.Text)
	}
	equal(t, "address", post.Address, "https://twitter.com/invented/status/1")
	equal(t, "author", post.Author+" "+post.Handle+" "+post.Time, "Invented Agent @invented May 7, 2021")
	equal(t, "words", text.Plaintext(text.Document{Blocks: post.Blocks}), "It is *close*. Really.")
}

func TestAPostIsTypedIn(t *testing.T) {
	s := at(t, nightOf(t, nil))
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.types("/post")
	s.keys(fyne.KeyReturn)
	s.types("https://bsky.app/profile/invented.example/post/abc")
	s.keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.keys(fyne.KeyTab, fyne.KeySpace)
	has(t, "sheet", words(s.above()), "Fill in the words of the post.")
	s.keys(fyne.KeyEscape)
	equal(t, "text", s.composer.text.Text, "")
}
