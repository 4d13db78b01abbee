package text_test

import (
	"testing"

	"nightdesk/data/blog/text"
)

func TestFilledTextStandsForItself(t *testing.T) {
	figures := func(slot string) (string, bool) {
		value, ok := map[string]string{"majority": "6,940", "winner": "A*B_C", "Lab.change": "−9.0"}[slot]
		return value, ok
	}
	for typed, want := range map[string]string{
		"":                               "",
		"By {majority}, {nobody}.":       "By 6,940, {nobody}.",
		`\{majority} and {Lab.change}`:   `\{majority} and −9.0`,
		"{winner} *wins* by {majority}.": `A\*B\_C *wins* by 6,940.`,
	} {
		got := text.Filled(typed, figures)
		if got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
		if a, b := text.Plaintext(text.Parse(got, nil)), text.Plaintext(text.Parse(typed, figures)); a != b {
			t.Errorf("%q reads %q filled and %q with its slots", typed, a, b)
		}
	}
	if got := text.FilledToRead("{winner} *wins*, {nobody}, {majority}.", figures); got != "A*B_C *wins*, {nobody}, 6,940." {
		t.Errorf("to read: %q", got)
	}
	if got := text.Filled("{majority}", nil); got != "{majority}" {
		t.Errorf("without figures: %q", got)
	}
}
