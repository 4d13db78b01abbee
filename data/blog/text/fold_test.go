package text

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSearchKey(t *testing.T) {
	for s, want := range map[string]string{
		"Sinn Féin":             "sinn fein",
		"Women’s  Equality\nX ": "women's equality x",
		"“So” — he said…":       `"so" - he said...`,
		"−9.0":                  "-9.0",
		"ŁÓDŹ Straße Æon":       "lodz strasse aeon",
		"a\u200bb\u00adc":       "abc",
		"15\u202f529":           "15 529",
		"":                      "",
	} {
		if got := SearchKey(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

func TestSearchKeyFoldsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if once := SearchKey(s); SearchKey(once) != once {
			t.Fatalf("%q is %q, then %q", s, once, SearchKey(once))
		}
	})
}
