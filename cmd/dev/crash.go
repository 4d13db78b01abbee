package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"
)

// runCrash kills a desk that posts, keys and drafts, as often as is asked,
// and reports every acknowledged act that is not there afterwards.
func runCrash(r repo, args []string) error {
	rounds := 1000
	if err := flags("crash", args, func(f *flag.FlagSet) {
		f.IntVar(&rounds, "rounds", rounds, "how often to kill")
	}); err != nil {
		return err
	}
	if rounds < 1 {
		return errUsage
	}
	_, err := r.kill(rounds)
	return err
}

// kill runs the test that kills a desk so many times.
func (r repo) kill(rounds int) (tally, error) {
	tests, said, err := r.goTestHeard([]string{fmt.Sprintf("NIGHT_CRASH_ROUNDS=%d", rounds)},
		"-run", "^TestKill", "-v", "-count=1", "-timeout", "0", "./data/night/...")
	if err == nil && !strings.Contains(said, "--- PASS: TestKill") {
		return tests, errors.New("no kill test ran")
	}
	return tests, err
}
