package main

import "testing"

func TestWindowVerdictReadsTheOutput(t *testing.T) {
	tests := []struct {
		story, out string
		well       bool
	}{
		{"one ran", "=== RUN   TestWindowNight\n--- PASS: TestWindowNight (20.1s)\nPASS\n", true},
		{"none ran", "testing: warning: no tests to run\nPASS\n", false},
		{"one skipped itself", "--- PASS: TestWindowNight (1s)\n--- SKIP: TestWindowDark (0s)\nPASS\n", false},
		{"Fyne complained", "*** Error in Fyne call thread ***\n--- PASS: TestWindowNight (1s)\nPASS\n", false},
	}
	for _, test := range tests {
		t.Run(test.story, func(t *testing.T) {
			if err := windowVerdict(test.out); (err == nil) != test.well {
				t.Errorf("verdict %v", err)
			}
		})
	}
}
