package publish_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/publish"
)

// anyText draws what a reporter might type, marks and all.
var anyText = rapid.Custom(func(t *rapid.T) string {
	pieces := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{"*", "**", "~~", "_", "> ", "- ", "1. ", "7) ", "\n", "\n\n", "| a | b |\n|---|---|\n", "{majority}", "{", "}", `\`,
			"[x](https://a.example/y)", "https://b.example/z", "@by ", "@picture ", "@result Hartlepool\n", "<b>", "&amp;", "— Who", " ", "\t", "# ", "***\n"}),
		rapid.StringOfN(rapid.RuneFrom([]rune("abcXYZ0159,.!?éλ中🗳\u00a0\u200b'\"")), 1, 12, -1),
	), 1, 40).Draw(t, "pieces")
	return strings.Join(pieces, "")
})

// TestEveryVisibleCharacterReachesEveryForm draws texts and wants every text
// of their trees in the page, the fragment and the plain text, and the page
// to be the same a second time.
func TestEveryVisibleCharacterReachesEveryForm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		e := night()
		entry := blog.Entry{ID: "k1", Kicker: anyText.Draw(rt, "kicker"), Text: anyText.Draw(rt, "text"), Authors: []string{"a1"},
			Published: at("7 03.00"), Pinned: rapid.Bool().Draw(rt, "pinned"), Key: rapid.Bool().Draw(rt, "key")}
		e.Entries = []blog.Entry{entry}
		want := append(typed(text.Parse(entry.Text, entry.Figures()).Blocks), entry.Kicker)
		for _, f := range documents {
			files, err := publish.Export(e, f, publish.Options{})
			if err != nil {
				rt.Fatal(err)
			}
			again, err := publish.Export(e, f, publish.Options{})
			if err != nil || !bytes.Equal(files[0].Data, again[0].Data) {
				rt.Fatalf("the %s is not the same twice: %v", f, err)
			}
			said := bare(string(files[0].Data))
			switch f {
			case publish.Page, publish.Fragment:
				root := read(t, files[0].Data)
				check(t, root, f == publish.Fragment)
				said = bare(words(root))
			case publish.WordPress:
				_, root := blocksOf(t, files[0].Data)
				said = bare(words(root))
			case publish.Markdown:
				said = bare(words(rendered(t, files[0].Data)))
			}
			for _, w := range want {
				if !strings.Contains(said, bare(w)) {
					rt.Fatalf("the %s lost %q", f, w)
				}
			}
		}
	})
}
