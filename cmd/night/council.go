package main

import (
	"fmt"

	"nightdesk/data/election"
)

// council prints one council: how it stands, its parties and what it is
// compared with. Only wards that are declared or uncontested count.
func (p printer) council(c election.Council) {
	r := election.ComputeCouncil(c, p.edition.Contests)
	p.say("%s: %s", c.Name, councilStanding(r))
	p.line("")
	for _, line := range chamberColumns(r).lines() {
		p.line("  " + line)
	}
	p.line("")
	for _, line := range councilColumns(r).lines() {
		p.line("  " + line)
	}
	for _, check := range election.CouncilChecks(c, p.edition.Contests) {
		p.say("  %s: %s", check.Level, check.Text)
	}
}

// toCome is how many seats no ward has filled yet.
func toCome(r election.CouncilResult) int {
	n := r.Council.Seats - r.Vacant
	for _, row := range r.Rows {
		n -= row.Total
	}
	return max(n, 0)
}

func councilStanding(r election.CouncilResult) string {
	outcome := r.Outcome()
	open := toCome(r)
	switch {
	case outcome == "":
		return election.Several(open, "seat", "seats") + " to come"
	case open > 0:
		return outcome + ", " + election.Several(open, "seat", "seats") + " to come"
	}
	return outcome
}

// chamberColumns is the seats of every party. Changes mean something once all
// seats are in.
func chamberColumns(r election.CouncilResult) *columns {
	table := &columns{head: []string{"Party", ">Not up", ">Won", ">Seats"}}
	for _, b := range r.Comparisons {
		table.head = append(table.head, ">"+b.Baseline.Name)
	}
	whole := toCome(r) == 0
	for _, row := range r.Rows {
		cells := []string{row.Party.Label(), fmt.Sprint(row.NotUp), fmt.Sprint(row.Won), fmt.Sprint(row.Total)}
		for _, change := range row.Changes {
			if whole {
				cells = append(cells, election.Signed(change))
			} else {
				cells = append(cells, "–")
			}
		}
		table.add(cells...)
	}
	return table
}

func councilColumns(r election.CouncilResult) *columns {
	f := &columns{head: []string{"", ""}}
	f.add(inWords(election.WordSeats), fmt.Sprintf("%d, %d needed for control", r.Council.Seats, r.Needed))
	f.add("Up", fmt.Sprintf("%d, %d declared", r.Up, r.Filled))
	if r.Vacant > 0 {
		f.add("Vacant", fmt.Sprint(r.Vacant))
	}
	if r.Control.Known {
		f.add("Control", r.Control.String())
	}
	if r.Majority.Known() {
		f.add(inWords(election.WordMajority), r.Majority.String()+" "+inWords(election.WordOverAll))
	}
	for _, b := range r.Comparisons {
		words := b.Baseline.Name + ": " + orOpen(b.Before.String())
		if b.Outcome != "" {
			words += ", so " + b.Outcome
		}
		f.add("Before", words)
	}
	return f
}

func orOpen(control string) string {
	if control == "" {
		return "nobody can say who was in control"
	}
	return control
}
