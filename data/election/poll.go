package election

// A poll is what a contest and a baseline have in common, so that both sides
// of a comparison are computed by the same rules.
type poll struct {
	seats      int
	electorate Count
	verified   Count
	rejected   Count
	candidates []Candidate
	lot        []string
}

func (c Contest) poll() poll {
	return poll{max(c.Seats, 1), c.Electorate, c.Verified, c.Rejected, c.Candidates, c.Lot}
}

// poll reads a baseline; one that does not say how many seats were filled
// filled as many as the contest it is compared with.
func (b Baseline) poll(seats int) poll {
	if b.Seats > 0 {
		seats = b.Seats
	}
	return poll{seats, b.Electorate, b.Verified, b.Rejected, b.Candidates, nil}
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

// counted is the papers counted, which only a single seat can tell: with more
// seats a paper carries an unknown number of votes.
func (p poll) counted() Count {
	valid := p.valid()
	if p.seats > 1 || !valid.known || !p.rejected.known {
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
	if p.seats > 1 {
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

// top is the votes of a party's best candidate so far, and whether the party
// stood. What is made of them is unknown until whole is known.
func (p poll) top(party Party) (votes Count, stood bool) {
	for _, k := range p.candidates {
		if !k.Party.Same(party) {
			continue
		}
		if !stood || k.Votes.n > votes.n {
			votes = k.Votes
		}
		stood = true
	}
	return votes, stood
}

// whole is what parties' shares are measured in: all valid votes for a single
// seat; for more, the sum over parties of their best candidates' votes (the
// top-vote method), with every independent as a party of its own.
func (p poll) whole() Count {
	valid := p.valid()
	if p.seats == 1 || !valid.known {
		return valid
	}
	total := 0
	seen := map[string]bool{}
	for _, k := range p.candidates {
		if k.Party.ID == "" {
			total += k.Votes.n
			continue
		}
		if !seen[k.Party.ID] {
			seen[k.Party.ID] = true
			votes, _ := p.top(k.Party)
			total += votes.n
		}
	}
	return Of(total)
}
