package election

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A councilSum adds up a council's result.
type councilSum struct {
	result   CouncilResult
	parties  byParty[partySeats]
	standing map[string]bool // lines of the parties that hold a seat or stand today
	chains   []Chain
}

// partySeats is what one party has in a council.
type partySeats struct{ notUp, won, votes int }

// ComputeCouncil works out every figure of a council from its wards, which are
// the contests whose Group is its Name; others are passed over, and their order
// makes no difference. A ward counts once it is declared or elected unopposed.
// Seats that nobody came forward for, or whose poll was countermanded or
// postponed, are nobody's.
//
// Control is told as soon as it is certain, and not at all while there are
// more seats than the council has. Independents are one line and can be in
// control together, as newsrooms count them. The wards' chains hold for the
// parties of a baseline as they do in Compute.
func ComputeCouncil(c Council, contests []Contest) CouncilResult {
	s := councilSum{
		result:  CouncilResult{Council: c, Needed: needed(c.Seats), Vacant: c.Vacant},
		parties: byParty[partySeats]{}, standing: map[string]bool{},
	}
	for _, h := range c.NotUp {
		s.seat(h.Party).notUp += h.Seats
	}
	for _, w := range wardsOf(c, contests) {
		s.ward(w)
	}
	s.rows()
	s.control()
	s.compare()
	return s.result
}

// wardsOf is the contests that fill the seats of a council, by id and name.
func wardsOf(c Council, contests []Contest) []Contest {
	var wards []Contest
	for _, w := range contests {
		if c.Name != "" && w.Group == c.Name {
			wards = append(wards, w)
		}
	}
	slices.SortFunc(wards, func(a, b Contest) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Name, b.Name)) })
	return wards
}

// seat is the sum of a party that holds a seat or stands.
func (s *councilSum) seat(p Party) *partySeats {
	if p.ID != "" {
		s.standing[p.line()] = true
	}
	return s.parties.today(p)
}

// ward adds one ward.
func (s *councilSum) ward(w Contest) {
	p := w.poll()
	s.result.Up += p.seats
	s.chains = append(s.chains, w.Chains...)
	var won []Candidate
	switch {
	case w.State.IsDeclared():
		won = p.place().winners(p)
	case w.State == Uncontested && len(p.candidates) <= p.seats:
		won = p.candidates
		s.result.Vacant += p.seats - len(won)
	case w.State == Countermanded || w.State == Postponed:
		s.result.Vacant += p.seats
	}
	s.result.Filled += len(won)
	for _, k := range p.candidates {
		party := s.seat(k.Party)
		if w.State.IsDeclared() {
			party.votes += k.Votes.n
		}
	}
	for _, k := range won {
		s.seat(k.Party).won++
	}
}

// rows writes a line for every party that has a seat or had one.
func (s *councilSum) rows() {
	baselines := s.result.Council.Baselines
	before := make([]map[string]int, len(baselines))
	for i, b := range baselines {
		before[i] = s.before(b)
	}
	votes := map[Party]int{}
	for key, a := range s.parties {
		row := CouncilRow{Party: a.party(key), NotUp: a.sum.notUp, Won: a.sum.won, Total: a.sum.notUp + a.sum.won}
		seats := row.NotUp != 0 || row.Won != 0
		for i := range baselines {
			row.Changes = append(row.Changes, row.Total-before[i][key])
			seats = seats || before[i][key] != 0
		}
		if seats {
			votes[row.Party] = a.sum.votes
			s.result.Rows = append(s.result.Rows, row)
		}
	}
	slices.SortFunc(s.result.Rows, func(a, b CouncilRow) int {
		return cmp.Or(b.Total-a.Total, votes[b.Party]-votes[a.Party], cmp.Compare(a.Party.Name, b.Party.Name), cmp.Compare(a.Party.ID, b.Party.ID))
	})
}

// before is the seats of a baseline by party, each party's under its heir's.
func (s *councilSum) before(b CouncilBaseline) map[string]int {
	heirs := s.heirs(b)
	seats := map[string]int{}
	for _, h := range b.Holdings {
		s.parties.before(h.Party, heirs)
		seats[heirKey(h.Party, heirs)] += h.Seats
	}
	return seats
}

// heirs is the parties of a baseline that go on under another id.
func (s *councilSum) heirs(b CouncilBaseline) map[string]string {
	then := map[string]bool{}
	for _, h := range b.Holdings {
		if h.Party.ID != "" {
			then[h.Party.line()] = true
		}
	}
	return heirsOf(s.chains, s.standing, then)
}

// control tells who is in control and by how much.
func (s *councilSum) control() {
	r := &s.result
	toCome := r.Council.Seats - r.Vacant
	holdings := make([]Holding, 0, len(r.Rows))
	for _, row := range r.Rows {
		toCome -= row.Total
		holdings = append(holdings, Holding{row.Party, row.Total})
	}
	r.Control = controlOf(holdings, toCome, r.Council.Seats)
	if !r.Control.Known || r.Control.None || toCome != 0 {
		return
	}
	majority := 0
	for _, h := range holdings {
		if h.Party == r.Control.Party {
			majority += h.Seats
		} else {
			majority -= h.Seats
		}
	}
	r.Majority = Of(majority)
}

// compare adds the outcome against every baseline.
func (s *councilSum) compare() {
	for _, b := range s.result.Council.Baselines {
		before := b.control()
		s.result.Comparisons = append(s.result.Comparisons, CouncilComparison{
			Baseline: b, Before: before, Outcome: s.result.Control.after(before, s.heirs(b)),
		})
	}
}

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
