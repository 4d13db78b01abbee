package election

import (
	"fmt"
	"strings"
)

// CouncilChecks is what the desk notices about a council and its wards, errors
// first: "council-negative" for a number of seats below 0,
// "council-unbalanced" where the seats not up, vacant and up do not make up
// the council, and the warning "council-baseline-unbalanced" for a baseline
// that adds up to another number of seats, as after new boundaries it does.
// Each code occurs at most once.
func CouncilChecks(c Council, contests []Contest) []Check {
	checks := []Check{}
	for _, find := range []func(Council, []Contest) Check{councilBelowZero, councilBalance, councilBaselineBalance} {
		if check := find(c, contests); check.Text != "" {
			checks = append(checks, check)
		}
	}
	return checks
}

func councilBelowZero(c Council, _ []Contest) Check {
	var bad []string
	note := func(what string, seats int) {
		if seats < 0 {
			bad = append(bad, what+" "+Commas(seats))
		}
	}
	note("seats", c.Seats)
	note("vacant", c.Vacant)
	for _, h := range c.NotUp {
		note(h.Party.Label()+" not up", h.Seats)
	}
	for _, b := range c.Baselines {
		note("vacant "+b.Name, b.Vacant)
		for _, h := range b.Holdings {
			note(h.Party.Label()+" "+b.Name, h.Seats)
		}
	}
	if len(bad) == 0 {
		return Check{}
	}
	return Check{Level: Error, Code: "council-negative", Figures: strings.Join(bad, ";"),
		Text: "A number of seats cannot be below 0: " + strings.Join(bad, ", ") + "."}
}

// held is the seats of all parties.
func held(holdings []Holding) int {
	seats := 0
	for _, h := range holdings {
		seats += h.Seats
	}
	return seats
}

func councilBalance(c Council, contests []Contest) Check {
	up := 0
	for _, w := range wardsOf(c, contests) {
		up += w.poll().seats
	}
	notUp := held(c.NotUp)
	sum := notUp + c.Vacant + up
	check := Check{Level: Error, Code: "council-unbalanced", Figures: facts("not up", notUp, "vacant", c.Vacant, "up", up, "seats", c.Seats)}
	switch {
	case c.Seats < 1:
		check.Text = fmt.Sprintf("The number of seats is %d; it must be at least 1.", c.Seats)
	case sum != c.Seats:
		check.Text = fmt.Sprintf("%d not up + %d vacant + %d up = %s, but %s has %d.", notUp, c.Vacant, up, number(sum, "seat"), c.Name, c.Seats)
	default:
		return Check{}
	}
	return check
}

func councilBaselineBalance(c Council, _ []Contest) Check {
	var said []string
	var rests []any
	for _, b := range c.Baselines {
		if sum := held(b.Holdings) + b.Vacant; sum != c.Seats {
			said = append(said, fmt.Sprintf("%s %d", b.Name, sum))
			rests = append(rests, b.Name, sum)
		}
	}
	if len(said) == 0 {
		return Check{}
	}
	return Check{Level: Warning, Code: "council-baseline-unbalanced", Figures: facts(append(rests, "seats", c.Seats)...),
		Text: fmt.Sprintf("%s has %s, but a baseline adds up to another number: %s.", c.Name, number(c.Seats, "seat"), And(said))}
}
