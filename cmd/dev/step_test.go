package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestSummary(t *testing.T) {
	pass := func() (tally, error) { return newTally(), nil }
	fail := func() (tally, error) { return newTally(), errors.New("two files differ") }
	tests := []struct {
		story   string
		steps   []step
		lacks   lacking
		mayskip bool
		last    string
		err     string
	}{
		{"all pass", []step{{"vet", nil, pass}, {"tests", nil, pass}}, nil, false,
			"steps: 2 passed, 0 failed, 0 skipped", ""},
		{"a failure does not stop the rest", []step{{"vet", nil, fail}, {"tests", nil, pass}}, nil, true,
			"steps: 1 passed, 1 failed, 0 skipped", "1 of 2 steps failed"},
		{"a lack skips the step that needs it", []step{{"vet", nil, pass}, {"window", []kit{windowKit}, fail}},
			lacking{windowKit.name: {"xvfb"}}, true,
			"steps: 1 passed, 0 failed, 1 skipped", ""},
		{"where nothing may be skipped a skip fails", []step{{"vet", nil, pass}, {"window", []kit{windowKit}, pass}},
			lacking{windowKit.name: {"xvfb"}}, false,
			"steps: 1 passed, 0 failed, 1 skipped", "1 of 2 steps were skipped"},
	}
	for _, test := range tests {
		t.Run(test.story, func(t *testing.T) {
			var b strings.Builder
			err := summarise(&b, perform(io.Discard, test.steps, test.lacks, time.Now), test.mayskip)
			if test.err == "" && err != nil || test.err != "" && (err == nil || !strings.HasPrefix(err.Error(), test.err)) {
				t.Errorf("error %v, want %q", err, test.err)
			}
			if !strings.HasSuffix(b.String(), "\n"+test.last+"\n") {
				t.Errorf("it ends %q, want %q", b.String(), test.last)
			}
			if got := strings.Contains(b.String(), "window: this machine lacks xvfb"); got != (test.lacks != nil) {
				t.Errorf("the skip is not said as it should be:\n%s", b.String())
			}
		})
	}
}
