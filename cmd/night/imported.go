package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

// A stock is what an import can change.
type stock struct {
	contests []election.Contest
	councils []election.Council
}

func takeStock(n *night.Night) (s stock, err error) {
	if s.contests, err = n.Contests(); err == nil {
		s.councils, err = n.Councils()
	}
	return s, err
}

// tell says what an import changed, contest by contest and figure by figure,
// and what it found as it was. Of many contests or councils it names a dozen,
// unless all are wanted.
func tell(t *terminal, before, after stock, given []election.Contest, all bool) {
	var same []string
	added, updated := tally{is: "Added", was: "added"}, tally{is: "Updated", was: "updated"}
	was := map[string]election.Contest{}
	for _, c := range before.contests {
		was[c.ID] = c
	}
	for _, c := range after.contests {
		old, there := was[c.ID]
		switch {
		case !there:
			added.take(described(c, after.contests), nil, nil)
		case !reflect.DeepEqual(old, c):
			updated.take(described(c, after.contests), contestChanges(old, c), c.Baselines[min(len(old.Baselines), len(c.Baselines)):])
		case speaksOf(given, c):
			same = append(same, called(c, after.contests))
		}
	}
	added.tell(t, all, "contest", "contests")
	updated.tell(t, all, "contest", "contests")
	changed := tellCouncils(t, before, after, all) || added.any() || updated.any()
	switch {
	case !changed:
		t.say("Nothing to change: the night has all of it already.")
	case len(same) > 0:
		t.say("Unchanged  %s", few(same))
	}
	for _, c := range after.contests {
		if c.State.IsDeclared() && !reflect.DeepEqual(was[c.ID], c) {
			for _, check := range election.Blocked(election.Checks(c)) {
				t.note("%s: %s", c.Name, check.Text)
			}
		}
	}
}

// tellCouncils says what an import did to councils, and whether anything.
func tellCouncils(t *terminal, before, after stock, all bool) (changed bool) {
	added, updated := tally{is: "Added", was: "added"}, tally{is: "Updated", was: "updated"}
	was := map[string]election.Council{}
	for _, c := range before.councils {
		was[c.ID] = c
	}
	for _, c := range after.councils {
		old, there := was[c.ID]
		switch {
		case !there:
			added.take(describedCouncil(c), nil, nil)
		case !reflect.DeepEqual(old, c):
			updated.take(describedCouncil(c), councilChanges(old, c), nil)
		default:
			continue
		}
		for _, check := range election.CouncilChecks(c, after.contests) {
			t.note("%s: %s", c.Name, check.Text)
		}
	}
	added.tell(t, all, "council", "councils")
	updated.tell(t, all, "council", "councils")
	return added.any() || updated.any()
}

// details prints what changed of what was named before.
func (t *terminal) details(lines []string) {
	for _, line := range lines {
		t.line("  " + line)
	}
}

// speaksOf reports whether an import was about a contest of the night, of which
// it has the id.
func speaksOf(given []election.Contest, c election.Contest) bool {
	return slices.ContainsFunc(given, func(g election.Contest) bool { return g.ID == c.ID })
}

// described is a contest of a night in one line: "Hartlepool: 16 candidates, 29,933
// votes, declared, compared with 2019 general election".
func described(c election.Contest, all []election.Contest) string {
	r := election.Compute(c)
	parts := []string{election.Several(len(c.Candidates), "candidate", "candidates")}
	if c.SeveralSeats() {
		parts = append(parts, fmt.Sprintf("%d seats", c.Seats))
	}
	switch {
	case r.Missing == 0 && r.Keyed > 0:
		parts = append(parts, election.Commas(r.Keyed)+" votes")
	case r.Missing < len(c.Candidates):
		parts = append(parts, fmt.Sprintf("votes of %d still to come", r.Missing))
	}
	parts = append(parts, standing(c))
	var compared []string
	for _, b := range c.Baselines {
		compared = append(compared, b.Name)
	}
	return called(c, all) + ": " + strings.Join(append(parts, comparedWith(compared)...), ", ")
}

// describedCouncil is a council in one line: "Harlow: a council of 33 seats,
// 19 not up, 1 of them vacant, compared with as last fought".
func describedCouncil(c election.Council) string {
	notUp := c.Vacant
	for _, h := range c.NotUp {
		notUp += h.Seats
	}
	parts := []string{fmt.Sprintf("a council of %s, %d not up", election.Several(c.Seats, "seat", "seats"), notUp)}
	if c.Vacant > 0 {
		parts = append(parts, fmt.Sprintf("%d of them vacant", c.Vacant))
	}
	var compared []string
	for _, b := range c.Baselines {
		compared = append(compared, b.Name)
	}
	return c.Name + ": " + strings.Join(append(parts, comparedWith(compared)...), ", ")
}

func comparedWith(names []string) []string {
	var parts []string
	for i, name := range names {
		if i == 0 {
			parts = append(parts, "compared with "+name)
		} else {
			parts = append(parts, "and "+name)
		}
	}
	return parts
}
