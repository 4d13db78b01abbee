package text_test

import (
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog/text"
)

func TestPostsAreCapturedFromWhatIsPasted(t *testing.T) {
	for name, c := range map[string]struct {
		pasted string
		want   text.Captured
	}{
		"address": {"https://twitter.com/someone/status/1390540000000000000?s=20&t=abc",
			text.Captured{Address: "https://twitter.com/someone/status/1390540000000000000", Handle: "@someone"}},
		"address of another server": {"https://social.example/@desk/110000000000000001",
			text.Captured{Address: "https://social.example/@desk/110000000000000001", Handle: "@desk@social.example"}},
		"address of a page": {"https://example.org/a?b=c#d", text.Captured{Address: "https://example.org/a?b=c#d"}},
		"embed code": {`<blockquote class="twitter-tweet"><p lang="en" dir="ltr">It&#39;s &lt;b&gt; close.<br>Very <a href="https://t.co/x">close</a></p>&mdash; Invented Agent (@invented) <a href="https://twitter.com/invented/status/1390540000000000001?ref_src=twsrc">May 7, 2021</a></blockquote> <script async src="https://platform.example/widgets.js" charset="utf-8">alert(1)</script>`,
			text.Captured{Address: "https://twitter.com/invented/status/1390540000000000001", Author: "Invented Agent", Handle: "@invented",
				Time: "May 7, 2021", Text: "It's <b> close.\nVery close"}},
		"copied from a browser": {"Invented Agent\n@invented\n·\nMay 7\nIt is close.\n\nVery close.",
			text.Captured{Author: "Invented Agent", Handle: "@invented", Time: "May 7", Text: "It is close.\n\nVery close."}},
		"copied with its address": {"Invented Agent\n@invented\nIt is close.\nhttps://x.com/invented/status/1",
			text.Captured{Address: "https://x.com/invented/status/1", Author: "Invented Agent", Handle: "@invented", Text: "It is close."}},
		"words alone": {"It is close.\nVery.", text.Captured{Text: "It is close.\nVery."}},
		"nothing":     {" ", text.Captured{}},
		"a trap":      {"javascript:alert(1)", text.Captured{Text: "javascript:alert(1)"}},
	} {
		if got := text.Capture(c.pasted); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// Whatever was written elsewhere is text in the entry, and all of it.
func TestCapturedPostsAreReadBackAsTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.StringOfN(rapid.RuneFrom([]rune("ab1 .)#-+*_`[]()<>{}|\\~@=!&/:é")), 1, 30, -1)
		c := text.Captured{Address: "https://x.com/a/status/1", Author: "A | B", Handle: "@a_b", Time: "7 May"}
		first := line.Draw(t, "text")
		c.Text = first
		want := text.Capture("A\n@a\n" + first).Text // as a paste trims it
		c.Text = want
		d := text.Parse(c.Markdown(), nil)
		if len(d.Blocks) != 1 {
			t.Fatalf("%q becomes %d blocks", c.Markdown(), len(d.Blocks))
		}
		p, ok := d.Blocks[0].(text.Post)
		if !ok || p.Author != c.Author || p.Handle != c.Handle || p.Time != c.Time || p.Address != c.Address {
			t.Fatalf("%q is read as %+v", c.Markdown(), d.Blocks[0])
		}
		if got := text.Plaintext(text.Document{Blocks: p.Blocks}); got != want {
			t.Fatalf("%q is read back as %q from %q", want, got, c.Markdown())
		}
	})
}
