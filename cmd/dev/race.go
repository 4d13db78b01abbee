package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// racing are the rooms whose code starts goroutines or is called on some. What
// is below them races too.
var racing = []string{"data/night", "ui", "cmd/night", "cmd/nightdesk"}

// noRaces are the tests of these rooms that take long and are not about races:
// they go through much data in one goroutine, or start programs of their own.
// They run without the race detector, some ten times as fast.
var noRaces = "^(" + strings.Join([]string{
	"TestStories",       // cmd/night, the real program hundreds of times
	"TestPinnedOutputs", // cmd/night, every output of seven nights
}, "|") + ")$"

// killing is the test that the step “killed while writing” runs much longer.
const killing = "^TestKill"

// testPlain runs without the race detector what is not run with it.
func (r repo) testPlain(targets []string) (tally, error) {
	plain, races, err := r.split(targets)
	if err != nil {
		return newTally(), err
	}
	all := newTally()
	for _, args := range [][]string{plain, append([]string{"-run", noRaces}, races...)} {
		t, failed := r.goTest(nil, args...)
		all.add(t)
		err = errors.Join(err, failed)
	}
	return all, err
}

// testRaces runs the tests of the racing rooms with the race detector.
func (r repo) testRaces(targets []string) (tally, error) {
	_, races, err := r.split(targets)
	if err != nil {
		return newTally(), err
	}
	return r.goTest(nil, append([]string{"-race", "-skip", noRaces + "|" + killing}, races...)...)
}

// split lists the packages of the targets: those of the racing rooms, and the
// others. The largest come first, so that none is left to run alone at the end.
func (r repo) split(targets []string) (plain, races []string, err error) {
	list, err := r.ask("go", append([]string{"list"}, targets...)...)
	if err != nil {
		return nil, nil, fmt.Errorf("listing the packages to test: %w", err)
	}
	for _, pkg := range strings.Fields(list) {
		if isRacing(strings.TrimPrefix(pkg, "nightdesk/")) {
			races = append(races, pkg)
		} else {
			plain = append(plain, pkg)
		}
	}
	slices.Reverse(races) // ui is the largest
	return plain, races, nil
}

// isRacing reports whether a package is in a racing room.
func isRacing(pkg string) bool {
	return slices.ContainsFunc(racing, func(room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") })
}
