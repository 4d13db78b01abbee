package election

import (
	"errors"
	"testing"
)

func TestParseCount(t *testing.T) {
	for text, want := range map[string]Count{
		"15529": Of(15529), "15,529": Of(15529), "15 529": Of(15529), "15\u00a0529": Of(15529),
		"15\u2009529": Of(15529), "15\u202f529": Of(15529), "1,234,567": Of(1234567), "1 234 567": Of(1234567),
		"0": Of(0), "007": Of(7), "  72\t": Of(72), "\u00a072": Of(72), "72\r\n": Of(72), "999,999,999": Of(999999999),
		"-5": Of(-5), "−5": Of(-5), "−15,529": Of(-15529), "-0": Of(0),
		"": {}, "   ": {}, "\u00a0": {}, "–": {},
	} {
		got, err := ParseCount(text)
		if err != nil || got != want {
			t.Errorf("ParseCount(%q) = %v, %v; want %v", text, got, err, want)
		}
	}
}

func TestParseCountSaysWhatIsWrong(t *testing.T) {
	for text, reason := range map[string]string{
		"15.529":                  "“.” at place 3 is not a digit",
		"15,5Z9":                  "“Z” at place 5 is not a digit",
		"l5529":                   "“l” at place 1 is not a digit",
		"−1O":                     "“O” at place 3 is not a digit",
		"１5":                      "“１” at place 1 is not a digit",
		"1e5":                     "“e” at place 2 is not a digit",
		"+5":                      "“+” at place 1 is not a digit",
		"15,52":                   "its digits are not grouped in threes",
		"1,5529":                  "its digits are not grouped in threes",
		"1555,529":                "its digits are not grouped in threes",
		",529":                    "its digits are not grouped in threes",
		"15,":                     "its digits are not grouped in threes",
		"15  529":                 "its digits are not grouped in threes",
		"1,234 567":               "it mixes two separators",
		"-":                       "it has no digits",
		"1234567890":              "it has more than 9 digits",
		"1,000,000,000":           "it has more than 9 digits",
		"99999999999999999999999": "it has more than 9 digits",
	} {
		got, err := ParseCount(text)
		var wrong *CountError
		if !errors.As(err, &wrong) {
			t.Errorf("ParseCount(%q) = %v, %v; want a *CountError", text, got, err)
			continue
		}
		equal(t, "reason for "+text, wrong.Reason, reason)
		equal(t, "count of "+text, got, Count{})
		equal(t, "message", err.Error(), "“"+text+"” is not a whole number: "+reason+". Type it like 15,529 or 15 529.")
	}
}
