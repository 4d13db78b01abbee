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
	return r.kill(rounds)
}

func (r repo) kill(rounds int) error {
	out, err := r.heard([]string{fmt.Sprintf("NIGHT_CRASH_ROUNDS=%d", rounds)},
		"go", "test", "./data/night", "-run", "TestKill", "-v", "-count=1", "-timeout", "0")
	if err == nil && !strings.Contains(out, "--- PASS: TestKill") {
		return errors.New("no kill test ran")
	}
	return err
}
