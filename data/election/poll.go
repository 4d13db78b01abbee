package election

// A poll is what a contest and a baseline have in common, so that both sides
// of a comparison are computed by the same rules.
type poll struct {
	system     *System
	seats      int
	method     Method
	heirs      map[string]string // of a baseline: id of the party now by the id of the one that it goes on from
	electorate Count
	verified   Count
	rejected   Count
	candidates []Candidate
	lot        []string
}

func (c Contest) poll() poll {
	return poll{c.System(), max(c.Seats, 1), c.Method, nil, c.Electorate, c.Verified, c.Rejected, c.Candidates, c.Lot}
}

// poll reads a baseline for the contest that is compared with it, whose method
// and chains hold for both.
func (b Baseline) poll(c Contest) poll {
	var heirs map[string]string
	if len(c.Chains) > 0 {
		heirs = heirsOf(c.Chains, partiesOf(c.Candidates), partiesOf(b.Candidates))
	}
	return poll{b.System(c), max(b.seats(c), 1), c.Method, heirs, b.Electorate, b.Verified, b.Rejected, b.Candidates, nil}
}

// seats is how many seats the baseline filled: as many as the contest where it
// does not say.
func (b Baseline) seats(c Contest) int {
	if b.Seats > 0 {
		return b.Seats
	}
	return c.Seats
}

// line is the id that a party counts under: its heir's where it has one, else
// its own. Independents have none.
func (p poll) line(party Party) string {
	line := party.line()
	if heir, ok := p.heirs[line]; ok {
		return heir
	}
	return line
}

// sum is the votes known so far and the number of candidates without.
func (p poll) sum() (keyed, missing int) {
	for _, k := range p.candidates {
		n, known := k.Votes.Get()
		if !known {
			missing++
		}
		keyed += n
	}
	return keyed, missing
}

// valid is the sum over candidates, known once all of them are.
func (p poll) valid() Count {
	keyed, missing := p.sum()
	if missing > 0 || len(p.candidates) == 0 {
		return Count{}
	}
	return Of(keyed)
}

// counted is the papers counted, which votes tell only where every paper carries
// exactly one.
func (p poll) counted() Count {
	valid := p.valid()
	if !p.system.OneVoteAPaper() || !valid.known || !p.rejected.known {
		return Count{}
	}
	return Of(valid.n + p.rejected.n)
}

// papers is the papers verified, else those counted.
func (p poll) papers() Count {
	if p.verified.known {
		return p.verified
	}
	return p.counted()
}

func (p poll) turnoutValid() Fraction {
	if !p.system.TurnoutByVotes() {
		return Fraction{}
	}
	return portion(p.valid(), p.electorate)
}

func (p poll) turnoutPapers() Fraction { return portion(p.papers(), p.electorate) }

// portion is the ratio of two counts, unknown also where the whole is not
// positive: a mistyped total must not turn a share's sign.
func portion(part, whole Count) Fraction {
	if whole.n <= 0 {
		return Fraction{}
	}
	return Ratio(part, whole)
}
