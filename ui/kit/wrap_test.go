package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func measured(s string) float32 { return fyne.MeasureText(s, BodySize, fyne.TextStyle{}).Width }

func TestWrapKeepsToTheWidthAndLosesNothing(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-z0-9’é,.–]{1,60}`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "words"), " ")
		width := rapid.Float32Range(60, 700).Draw(t, "width")
		most := rapid.IntRange(1, 5).Draw(t, "most")
		lines := Wrap(text, BodySize, false, width, most)
		if len(lines) > most {
			t.Fatalf("%d lines, want at most %d", len(lines), most)
		}
		for _, l := range lines {
			if measured(l) > width+0.5 {
				t.Fatalf("%q is %v wide, want at most %v", l, measured(l), width)
			}
		}
		shown := strings.Join(lines, " ")
		if !strings.HasSuffix(shown, "…") {
			if whole := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); whole != strings.ReplaceAll(text, " ", "") {
				t.Fatalf("got %q of %q", lines, text)
			}
		} else if !strings.HasPrefix(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(strings.TrimSuffix(strings.Join(lines, ""), "…"), " ", "")) {
			t.Fatalf("%q is no beginning of %q", lines, text)
		}
	})
}

func TestWrapBreaksBetweenWords(t *testing.T) {
	lines := Wrap("  Turnout is  up\non 2019 ", BodySize, false, 1000, 3)
	if len(lines) != 1 || lines[0] != "Turnout is up on 2019" {
		t.Errorf("got %q", lines)
	}
	lines = Wrap("Turnout is up on 2019", BodySize, false, measured("Turnout is up")+4, 3)
	if len(lines) != 2 || lines[0] != "Turnout is up" || lines[1] != "on 2019" {
		t.Errorf("got %q", lines)
	}
	lines = Wrap("Turnout is up on 2019", BodySize, false, measured("Turnout is up")+4, 1)
	if len(lines) != 1 || !strings.HasSuffix(lines[0], "…") || !strings.HasPrefix(lines[0], "Turnout i") {
		t.Errorf("what does not fit: got %q, want an ellipsis", lines)
	}
	equal(t, "lines of nothing", len(Wrap(" \n ", BodySize, false, 100, 3)), 0)
}

func TestWrapBreaksAnEndlessWord(t *testing.T) {
	word := strings.Repeat("https", 40)
	lines := Wrap("See "+word, BodySize, false, 200, 3)
	equal(t, "lines", len(lines), 3)
	for _, l := range lines {
		if measured(l) > 200.5 {
			t.Errorf("%q is %v wide, want at most 200", l, measured(l))
		}
	}
	if !strings.HasSuffix(lines[2], "…") {
		t.Errorf("got %q, want an ellipsis at the end", lines)
	}
}
