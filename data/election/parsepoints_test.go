package election

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParsePoints(t *testing.T) {
	for typed, want := range map[string]string{
		"22.96": "+22.96", "+22.96": "+22.96", "−3.0": "−3.00", "-3": "−3.00", "0": "0.00", "-0.0": "0.00", " +0.004 ": "0.00",
		"26.8765": "+26.88", "100": "+100.00", "-100.000000": "−100.00", "": "n/a", "  ": "n/a", "n/a": "n/a",
	} {
		got, err := ParsePoints(typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		equal(t, typed, got.Signed(2), want)
	}
	got, _ := ParsePoints("22.96")
	equal(t, "as a fraction", got.Cmp(Ratio(Of(2296), Of(10000))), 0)
	for _, typed := range []string{"22,96", "+", "−", "--3", "3.", ".5", "1e2", "22.96%", "22.9600000", "100.1", "−101", "999", "1000", "1/3", "0x10", "3 0", "٣"} {
		got, err := ParsePoints(typed)
		var wrong *PointsError
		if !errors.As(err, &wrong) || wrong.Text != typed || got.Known() || !strings.Contains(err.Error(), "Type it like +22.96") {
			t.Errorf("%q is read as %s, %v", typed, got.Signed(2), err)
		}
	}
}

func TestParsePointsReadsWhatSignedPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fraction{}
		if rapid.Bool().Draw(t, "known") {
			f = Ratio(Of(rapid.IntRange(-9999, 9999).Draw(t, "hundredths")), Of(10000))
		}
		if got, err := ParsePoints(f.Signed(2)); err != nil || got.Cmp(f) != 0 {
			t.Fatalf("%s, %v read from %s", exact(got), err, f.Signed(2))
		}
	})
}
