package main

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

// mostNamed is how many things are named before the others are only counted.
const mostNamed = 12

// few lists up to a dozen names and counts the others.
func few(names []string) string {
	if len(names) <= mostNamed {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNamed], ", "), len(names)-mostNamed)
}

// A tally is what an import did in one way to contests or councils.
type tally struct {
	is, was string // "Added", "added"
	done    []deed
}

// A deed is what an import did to one contest or council.
type deed struct {
	line     string
	details  []string // what changed of it, besides what the line says
	compared string   // the baselines that are new, where nothing else is
}

func (y *tally) any() bool { return len(y.done) > 0 }

func (y *tally) take(line string, details []string, compared []election.Baseline) {
	d := deed{line: line, details: details}
	if len(details) == 0 {
		var names []string
		for _, b := range compared {
			names = append(names, b.Name)
		}
		d.compared = election.And(names)
	}
	y.done = append(y.done, d)
}

// tell prints a line a thing and what changed of it. Past a dozen it counts
// the others, unless all are wanted, and sums up.
func (y *tally) tell(t *terminal, all bool, one, several string) {
	for i, d := range y.done {
		if i == mostNamed && !all {
			t.say("  and %s more", election.Commas(len(y.done)-mostNamed))
			break
		}
		t.say("%s  %s", y.is, d.line)
		t.details(d.details)
	}
	if len(y.done) > mostNamed {
		t.say("%s %s", election.Several(len(y.done), one, several), y.summed())
	}
}

// summed says of all of them what was done: "compared with 2017 general
// election" where it was that and no more, "updated" otherwise.
func (y *tally) summed() string {
	compared := y.done[0].compared
	for _, d := range y.done {
		if d.compared == "" || d.compared != compared {
			return y.was
		}
	}
	return "compared with " + compared
}
