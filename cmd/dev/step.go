package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// A step is one check of the whole, with what it needs of the machine.
type step struct {
	name  string
	needs []kit
	run   func() (tally, error) // the tally is of the tests in it
}

// plain is a step without tests.
func plain(run func() error) func() (tally, error) {
	return func() (tally, error) { return newTally(), run() }
}

// An outcome is how a step went: passed, failed (Err) or skipped (Why).
type outcome struct {
	name  string
	err   error
	why   string // why it was skipped, "" if it ran
	took  time.Duration
	tests tally
}

// perform runs the steps in order, each whatever became of those before it,
// and skips the ones that need what the machine lacks.
func perform(w io.Writer, steps []step, lacks lacking, now func() time.Time) []outcome {
	var outcomes []outcome
	for _, s := range steps {
		if why := lacks.why(s.needs...); why != "" {
			outcomes = append(outcomes, outcome{name: s.name, why: "this machine " + why})
			continue
		}
		fmt.Fprintf(w, "\n== %s\n", s.name)
		start := now()
		tests, err := s.run()
		o := outcome{name: s.name, err: err, took: now().Sub(start), tests: tests}
		if err == nil && len(tests.skipped) > 0 && len(tests.passed) == 0 {
			o.why = "all of its tests skipped themselves"
		}
		outcomes = append(outcomes, o)
		fmt.Fprintf(w, "-- %s: %s%s, %s\n", o.name, o.word(), o.detail(), o.took.Round(100*time.Millisecond))
	}
	return outcomes
}

func (o outcome) word() string {
	switch {
	case o.why != "":
		return "SKIPPED"
	case o.err != nil:
		return "FAILED"
	}
	return "passed"
}

// summarise prints the table of outcomes, the steps that were skipped, loudly,
// the tests that skipped themselves, and the counts as the last lines. It answers an error if a step failed, or if one
// was skipped where nothing may be.
func summarise(w io.Writer, outcomes []outcome, mayskip bool) error {
	count := map[string]int{}
	var total time.Duration
	tests := newTally()
	fmt.Fprintf(w, "\n== summary\n")
	for _, o := range outcomes {
		tests.add(o.tests)
		count[o.word()]++
		total += o.took
		fmt.Fprintf(w, "%-8s %7s  %s%s\n", o.word(), o.took.Round(100*time.Millisecond), o.name, o.detail())
	}
	if n := count["SKIPPED"]; n > 0 {
		fmt.Fprintf(w, "\n%s\n", strings.Repeat("!", 72))
		fmt.Fprintln(w, "NOT EVERYTHING WAS CHECKED. Skipped:")
		for _, o := range outcomes {
			if o.why != "" {
				fmt.Fprintf(w, "  %s: %s\n", o.name, o.why)
			}
		}
		fmt.Fprintln(w, strings.Repeat("!", 72))
	}
	tests.tellSkipped(w)
	fmt.Fprintf(w, "\nIn %s.\n", total.Round(time.Second))
	if words := tests.words(); words != "" {
		fmt.Fprintf(w, "tests: %s\n", words)
	}
	fmt.Fprintf(w, "steps: %d passed, %d failed, %d skipped\n",
		count["passed"], count["FAILED"], count["SKIPPED"])
	switch {
	case count["FAILED"] > 0:
		return fmt.Errorf("%d of %d steps failed", count["FAILED"], len(outcomes))
	case count["SKIPPED"] > 0 && !mayskip:
		return fmt.Errorf("%d of %d steps were skipped, and with CI set none may be", count["SKIPPED"], len(outcomes))
	}
	return nil
}

// detail is what there is to say of a step beside its word: how many tests ran
// and skipped themselves, and what failed.
func (o outcome) detail() (words string) {
	if counted := o.tests.words(); counted != "" {
		words = ": " + counted
	}
	if o.err != nil {
		words += ": " + o.err.Error()
	}
	return words
}
