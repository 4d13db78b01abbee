package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestAPostIsCapturedAsText(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	fyne.CurrentApp().Clipboard().SetContent(`<blockquote><p>It is *close*.<br>Really.</p>&mdash; Invented Agent (@invented) ` +
		`<a href="https://twitter.com/invented/status/1?ref=x">May 7, 2021</a></blockquote><script src="https://x.example/w.js"></script>`)
	s.Types("Word from the hall:")
	s.Chord(shell.Ctrl, fyne.KeyApostrophe)
	for range 5 {
		s.Keys(fyne.KeyReturn) // past what the clipboard filled in
	}
	s.Keys(fyne.KeyTab, fyne.KeySpace) // from the words to the button
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "blocks", len(text.Parse(e.Text, nil).Blocks), 2)
	post, ok := text.Parse(e.Text, nil).Blocks[1].(text.Post)
	if !ok {
		t.Fatalf("%q holds no post", e.Text)
	}
	uitest.Equal(t, "address", post.Address, "https://twitter.com/invented/status/1")
	uitest.Equal(t, "author", post.Author+" "+post.Handle+" "+post.Time, "Invented Agent @invented May 7, 2021")
	uitest.Equal(t, "words", text.Plaintext(text.Document{Blocks: post.Blocks}), "It is *close*. Really.")
}

func TestAPostIsTypedIn(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.Types("/post")
	s.Keys(fyne.KeyReturn)
	s.Types("https://bsky.app/profile/invented.example/post/abc")
	s.Keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Fill in the words of the post.")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "text", s.composer.text.Text, "")
}
