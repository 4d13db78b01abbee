package election

import (
	"fmt"
	"math"
)

// A Result is every figure of one contest, computed from what is known. A
// figure that needs something unknown is itself unknown.
type Result struct {
	Contest Contest

	Keyed   int // votes keyed so far, the sum over candidates that have votes
	Missing int // candidates whose votes are not known yet

	Valid    Count // valid votes; known once every candidate's votes are
	Papers   Count // papers counted: valid + rejected (single seat only)
	Majority Count // last elected minus best not elected; 0 on a tie at the cut

	MajorityShare Fraction // majority as a fraction of valid votes
	TurnoutValid  Fraction // valid votes / electorate; single seat only
	TurnoutPapers Fraction // papers verified, else counted / electorate

	Rows        []Row        // by votes, most first; those without votes last, in ballot-paper order
	Comparisons []Comparison // one a baseline, in the contest's order

	DepositsLost Count // unknown outside parliamentary contests
}

// A Row is one candidate's line of a result.
type Row struct {
	Candidate   Candidate
	Share       Fraction // the candidate's, of what Result.ShareOf says; unknown until every vote is in
	PartyShare  Fraction // the party's, as Change takes it, on the row that carries it; unknown on its other rows
	Rank        int      // 1 is first; ties share a rank unless parted by lot; 0 where votes are unknown
	Elected     bool     // by the votes or, where they do not tell it, as it is said
	DepositLost *bool    // nil where there is no deposit or no total yet
	Changes     []Change // one a baseline, as Result.Comparisons
}

// A Change is a party's share against its share in a baseline.
//
// With one seat that is the candidate's share of the valid votes. With more, on
// either side, the party's share is taken by the contest's method, the same on
// both sides: the votes of its best candidate, the mean of its candidates' or
// their sum, over what the method gives every party together, with each
// independent as a party of its own. Result.MethodNote names the method. The
// row of the party's best candidate carries the change; the rows of its others
// have neither a figure nor New.
//
// Parties match by id and, where no id does, by the contest's chains: a chain
// is passed over where the old party itself stands now or the new one already
// stood then. Independents are never chained.
type Change struct {
	Points Fraction // percentage points, from unrounded shares
	New    bool     // the party did not stand in the baseline, or an independent
}

// A Comparison is a result against one baseline.
type Comparison struct {
	Baseline      Baseline
	Outcome       Outcome
	TurnoutChange Fraction // by valid votes on both sides; by papers where either side filled several seats
	Swing         *Swing   // nil where either party did not stand at both, or two share the runner-up's place
}

// A Swing is printed positive, from one party to another. The party shares are
// those of Change, and the parties are named as they stand now. The direction is Butler's, and the rare time that Steed's
// disagrees Steed is negative.
type Swing struct {
	From, To Party
	Butler   Fraction // in shares of all valid votes
	Steed    Fraction // in shares of the two parties' votes
}

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
	s := p.place()
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
			DepositLost: depositLost(c, k, r.Valid),
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
// only by more than a twentieth of the valid votes. An answer has none.
func depositLost(c Contest, k Candidate, valid Count) *bool {
	if c.Kind != Parliamentary || !c.System().HasDeposits() || !k.Votes.known || valid.n <= 0 || k.IsAnswer() {
		return nil
	}
	lost := k.Votes.n*20 <= valid.n
	return &lost
}

func (r *Result) countDeposits() {
	paid, lost := 0, 0
	for _, row := range r.Rows {
		switch {
		case row.Candidate.IsAnswer():
			continue
		case row.DepositLost == nil:
			return
		case *row.DepositLost:
			lost++
		}
		paid++
	}
	if paid > 0 {
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
