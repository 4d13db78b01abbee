package election

import (
	"fmt"
	"math"
)

// Compute works out every figure of a contest from what is known of it. It is
// pure: the contest is not changed, and the result shares its slices. A figure
// that rests on something unknown, or masked by Public, is itself unknown.
// Uncontested, countermanded and postponed contests have no votes to compute:
// no share, no turnout and no majority, whatever was typed.
func Compute(c Contest) Result {
	r := Result{Contest: c}
	p := c.poll()
	if !c.State.polled() {
		r.unpolled(p)
		return r
	}
	r.Keyed, r.Missing = p.sum()
	r.Valid, r.Papers = p.valid(), p.counted()
	r.TurnoutValid, r.TurnoutPapers = p.turnoutValid(), p.turnoutPapers()
	s := p.stand()
	if p.system.HasMajority() {
		r.Majority = s.majority
		r.MajorityShare = portion(r.Majority, r.Valid)
	}
	ours := p.shares()
	r.Rows = make([]Row, 0, len(s.order))
	for _, i := range s.order {
		k := p.candidates[i]
		r.Rows = append(r.Rows, Row{
			Candidate:   k,
			Share:       portion(k.Votes, r.Valid),
			PartyShare:  ours.ofCandidate(k),
			Rank:        s.ranks[i],
			Elected:     s.elected[i],
			DepositLost: depositLost(c, k.Votes, r.Valid),
		})
	}
	r.countDeposits()
	for _, b := range c.Baselines {
		r.compare(p, s, ours, b)
	}
	return r
}

// unpolled fills the rows of a contest without a poll: in ballot-paper order
// and without a figure. Those elected unopposed are elected.
func (r *Result) unpolled(p poll) {
	unopposed := r.Contest.unopposed()
	for _, k := range p.candidates {
		k.Votes = Count{}
		row := Row{Candidate: k, Elected: unopposed}
		for _, b := range r.Contest.Baselines {
			_, stood := b.poll(r.Contest).shares().of(k.Party)
			row.Changes = append(row.Changes, Change{New: !stood})
		}
		r.Rows = append(r.Rows, row)
	}
	for _, b := range r.Contest.Baselines {
		r.Comparisons = append(r.Comparisons, Comparison{Baseline: b, Outcome: r.unopposed()})
	}
}

// depositLost applies the rule of parliamentary contests: a deposit is kept
// only by more than a twentieth of the valid votes.
func depositLost(c Contest, votes, valid Count) *bool {
	if c.Kind != Parliamentary || !c.System().HasDeposits() || !votes.known || valid.n <= 0 {
		return nil
	}
	lost := votes.n*20 <= valid.n
	return &lost
}

func (r *Result) countDeposits() {
	lost := 0
	for _, row := range r.Rows {
		if row.DepositLost == nil {
			return
		}
		if *row.DepositLost {
			lost++
		}
	}
	if len(r.Rows) > 0 {
		r.DepositsLost = Of(lost)
	}
}

// DepositLine is the number of votes a candidate had to pass to keep the
// deposit, exact to the hundredth: "1,496.65". It is empty where there are no
// deposits or no total yet.
func (r Result) DepositLine() string {
	if !r.DepositsLost.known {
		return ""
	}
	return fmt.Sprintf("%s.%02d", Commas(r.Valid.n/20), r.Valid.n%20*5)
}

// PercentNote says what the shares add up to as printed with one decimal,
// where that is not 100: "Percentages are rounded and add up to 99.9." It is
// empty where they do, or where there are no shares.
func (r Result) PercentNote() string {
	tenths := 0
	for _, row := range r.Rows {
		share := row.Share.Rounded(1)
		if share == nil {
			return ""
		}
		tenths += int(math.Round(*share * 10))
	}
	if tenths == 1000 || len(r.Rows) == 0 {
		return ""
	}
	return fmt.Sprintf("Percentages are rounded and add up to %d.%d.", tenths/10, tenths%10)
}

// Primary is the comparison with the contest's first baseline, nil where it
// has none.
func (r Result) Primary() *Comparison {
	if len(r.Comparisons) == 0 {
		return nil
	}
	return &r.Comparisons[0]
}

// Change is the change against the primary baseline, the zero Change where
// there is none.
func (r Row) Change() Change {
	if len(r.Changes) == 0 {
		return Change{}
	}
	return r.Changes[0]
}
