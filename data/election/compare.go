package election

// compare adds a comparison with one baseline and the change of every row.
func (r *Result) compare(now poll, s standing, ours shares, b Baseline) {
	then := b.poll(r.Contest)
	theirs := then.shares()
	for i := range r.Rows {
		r.Rows[i].Changes = append(r.Rows[i].Changes, changeOf(r.Rows[i], ours, theirs))
	}
	outcome := decide(now, s, then)
	c := Comparison{
		Baseline:      b,
		Outcome:       outcome,
		TurnoutChange: turnoutChange(now, then),
	}
	if now.system.HasSwing() && then.system.HasSwing() {
		c.Swing = swing(outcome, r.Rows, ours, theirs)
	}
	r.Comparisons = append(r.Comparisons, c)
}

// changeOf is the change of the candidate's party. Where a party has several
// candidates, the best of them carries it and the others have no figure.
func changeOf(row Row, now, then shares) Change {
	before, stood := then.of(row.Candidate.Party)
	if !stood {
		return Change{New: true}
	}
	return Change{Points: row.PartyShare.Minus(before)}
}

// turnoutChange uses one definition on both sides: valid votes, or ballot
// papers where either side has no turnout by valid votes.
func turnoutChange(now, then poll) Fraction {
	if !now.system.TurnoutByVotes() || !then.system.TurnoutByVotes() {
		return now.turnoutPapers().Minus(then.turnoutPapers())
	}
	return now.turnoutValid().Minus(then.turnoutValid())
}

// decide tells how the contest ended against a baseline.
func decide(now poll, s standing, then poll) Outcome {
	if len(s.tied) > 0 && !s.drawn {
		return Outcome{Kind: Tie}
	}
	won := s.winners(now)
	if len(won) == 0 {
		return Outcome{}
	}
	party, one := now.oneParty(won)
	if !one {
		return Outcome{Kind: Split}
	}
	held := then.holders()
	from, one := then.oneParty(held)
	switch {
	case !one:
		return Outcome{Kind: Win, Winner: party}
	case party.ID != "" && party.line() == then.line(from), party.named(from), holdAsPersons(won, held):
		return Outcome{Kind: Hold, Winner: party}
	}
	return Outcome{Kind: Gain, Winner: party, From: from}
}

// holders are those who won a baseline: by its votes or, where it has none,
// because there were no more candidates than seats. A tie there leaves it
// open who held the seat.
func (p poll) holders() []Candidate {
	if _, missing := p.sum(); missing > 0 && len(p.candidates) <= p.seats {
		return p.candidates
	}
	s := p.stand()
	if len(s.tied) > 0 {
		return nil
	}
	return s.winners(p)
}

// oneParty is the party that all of them stand for, if there is one and there
// are any. Independents count as one here: a seat can pass from a party to an
// independent.
func (p poll) oneParty(ks []Candidate) (Party, bool) {
	if len(ks) == 0 {
		return Party{}, false
	}
	first := ks[0].Party
	for _, k := range ks[1:] {
		same := first.ID != "" && p.line(k.Party) == p.line(first)
		if !same && !(k.Party.IsIndependent() && first.IsIndependent()) {
			return Party{}, false
		}
	}
	return first, true
}

// holdAsPersons reports whether every winner is an independent who won as an
// independent before: independents hold a seat as persons, never as a party.
func holdAsPersons(won, held []Candidate) bool {
	for _, w := range won {
		again := false
		for _, h := range held {
			again = again || w.Party.IsIndependent() && h.Party.IsIndependent() && w.SamePerson(h)
		}
		if !again {
			return false
		}
	}
	return true
}
