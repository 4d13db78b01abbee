package main

import (
	"cmp"
	"fmt"
	"reflect"
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
			added.take(described(c), nil, nil)
		case !reflect.DeepEqual(old, c):
			updated.take(described(c), contestChanges(old, c), c.Baselines[min(len(old.Baselines), len(c.Baselines)):])
		case speaksOf(given, c):
			same = append(same, c.Name)
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

// speaksOf reports whether an import was about a contest of the night, as the
// night matches them.
func speaksOf(given []election.Contest, c election.Contest) bool {
	for _, g := range given {
		switch {
		case g.ID != "" && g.ID == c.ID, g.Code != "" && g.Code == c.Code,
			cmp.Or(g.Code, c.Code) == cmp.Or(c.Code, g.Code) && g.Name == c.Name && (g.Group == "" || g.Group == c.Group):
			return true
		}
	}
	return false
}

// described is a contest in one line: "Hartlepool: 16 candidates, 29,933
// votes, declared, compared with 2019 general election".
func described(c election.Contest) string {
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
	return c.Name + ": " + strings.Join(append(parts, comparedWith(compared)...), ", ")
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
