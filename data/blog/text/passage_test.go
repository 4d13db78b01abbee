package text

import (
	"reflect"
	"testing"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string][]string{
		"One. Two.":                    {"One.", " Two."},
		"It is 16.0 points. “Yes.” No": {"It is 16.0 points.", " “Yes.”", " No"},
		"W. Ralph came. J. B. Smith":   {"W. Ralph came.", " J. B. Smith"},
		"at 7.02am. then more":         {"at 7.02am. then more"},
		"What?! Well… yes":             {"What?!", " Well… yes"},
		"One\nTwo":                     {"One\n", "Two"},
		"":                             nil,
	} {
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, text[s.From:s.To])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
