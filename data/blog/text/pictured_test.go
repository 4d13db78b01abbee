package text

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPicturesOfATextGetOtherIDs(t *testing.T) {
	const text = "@picture abc123 | A box \\| a hall | PA | alt\r\nText abc123.\n> @picture quoted\n\n@picture  def |\n\t@picture indented\n@pic\x01ture \x02gh\x03i|x\n@picture same | y"
	if got, want := Pictured(text), []string{"abc123", "def", "ghi", "same"}; !reflect.DeepEqual(got, want) {
		t.Errorf("its pictures are %q, want %q", got, want)
	}
	other := func(id string) string {
		if id == "same" {
			return id
		}
		return strings.ToUpper(id) + "9"
	}
	want := "@picture ABC1239 | A box \\| a hall | PA | alt\r\nText abc123.\n> @picture quoted\n\n@picture DEF9 |\n\t@picture indented\n@picture GHI9 |x\n@picture same | y"
	if got := Repictured(text, other); got != want {
		t.Errorf("it became %q\nwant %q", got, want)
	}
}

// Nothing but the pictures is another in the tree.
func TestOnlyThePicturesAreOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"@picture ab | c | d | e", "@picture ab", "@picture\tab|", "text @picture ab", "- item",
			"> quote", "", "@by Who", "@post | a", "> said", "|a|b|", "|-|-|", "\x01", "@picture ab \\| c | d"})
		text := strings.Join(rapid.SliceOfN(line, 0, 9).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end"))
		want := Parse(text, nil)
		for i, b := range want.Blocks {
			if p, ok := b.(PictureBlock); ok {
				p.ID = "other"
				want.Blocks[i] = p
			}
		}
		if got := Parse(Repictured(text, func(string) string { return "other" }), nil); !reflect.DeepEqual(got, want) {
			t.Fatalf("of %q became %+v, want %+v", text, got, want)
		}
	})
}
