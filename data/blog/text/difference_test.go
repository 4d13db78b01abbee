package text_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog/text"
)

// marked writes a difference as "[-was-]" and "[+is+]".
func marked(spans []text.Part) string {
	var b strings.Builder
	for _, s := range spans {
		switch {
		case s.Was:
			b.WriteString("[-" + s.Text + "-]")
		case s.Is:
			b.WriteString("[+" + s.Text + "+]")
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func TestDifferencesAreToldByWords(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"", "", ""},
		{"The same.", "The same.", "The same."},
		{"", "New.", "[+New.+]"},
		{"A swing of 23 points.", "A swing of 16 points.", "A swing of [-23-][+16+] points."},
		{"Labour held on.", "Labour lost.", "Labour [-held on-][+lost+]."},
		{"By 6,940, or 23.2.", "By 6,941, or 23.2.", "By [-6,940-][+6,941+], or 23.2."},
		{"On 16.0. Labour’s", "On 16.1. Labour", "On [-16.0-][+16.1+]. [-Labour’s-][+Labour+]"},
		{"1.", "1,", "1[-.-][+,+]"},
		{"She won by far", "She won by far.", "She won by far[+.+]"},
	} {
		if got := marked(text.Difference(c.was, c.is)); got != c.want {
			t.Errorf("%q to %q: %s, want %s", c.was, c.is, got, c.want)
		}
	}
}

func TestDifferencesHoldBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prose := rapid.StringOf(rapid.RuneFrom([]rune("ab1 é–,.’\n{}世")))
		was, is := prose.Draw(t, "was"), prose.Draw(t, "is")
		var old, now strings.Builder
		for _, s := range text.Difference(was, is) {
			if s.Was && s.Is || s.Text == "" {
				t.Fatalf("a part that is neither: %+v", s)
			}
			if !s.Is {
				old.WriteString(s.Text)
			}
			if !s.Was {
				now.WriteString(s.Text)
			}
		}
		if old.String() != was || now.String() != is {
			t.Fatalf("%q and %q come back as %q and %q", was, is, old.String(), now.String())
		}
	})
}
