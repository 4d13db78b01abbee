package blog_test

import (
	"testing"

	"nightdesk/data/blog"
)

func TestFilledTextStandsForItself(t *testing.T) {
	figures := func(slot string) (string, bool) {
		value, ok := map[string]string{"majority": "6,940", "winner": "A*B_C", "Lab.change": "−9.0"}[slot]
		return value, ok
	}
	for text, want := range map[string]string{
		"":                               "",
		"By {majority}, {nobody}.":       "By 6,940, {nobody}.",
		`\{majority} and {Lab.change}`:   `\{majority} and −9.0`,
		"{winner} *wins* by {majority}.": `A\*B\_C *wins* by 6,940.`,
	} {
		got := blog.Filled(text, figures)
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if a, b := blog.Plaintext(blog.Parse(got, nil)), blog.Plaintext(blog.Parse(text, figures)); a != b {
			t.Errorf("%q reads %q filled and %q with its slots", text, a, b)
		}
	}
	if got := blog.FilledToRead("{winner} *wins*, {nobody}, {majority}.", figures); got != "A*B_C *wins*, {nobody}, 6,940." {
		t.Errorf("to read: %q", got)
	}
	if got := blog.Filled("{majority}", nil); got != "{majority}" {
		t.Errorf("without figures: %q", got)
	}
}
