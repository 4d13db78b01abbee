package election

// swing is measured between the winner and the party it displaced or, on a
// hold, the runner-up; nil where either did not stand at both, and where a
// figure is not known.
func swing(o Outcome, rows []Row, now, then poll) *Swing {
	switch o.Kind {
	case Gain:
		return between(o.From, o.Winner, now, then)
	case Hold:
		return between(runnerUp(rows, o.Winner), o.Winner, now, then)
	}
	return nil
}

// between is the swing from b to a, turned round where Butler's is negative.
// Steed's follows Butler's direction, so it is negative the rare time that
// the two disagree.
func between(b, a Party, now, then poll) *Swing {
	a1, b1, before := then.pair(a, b)
	a2, b2, after := now.pair(a, b)
	if !before || !after {
		return nil
	}
	rise := portion(a2, now.whole()).Minus(portion(a1, then.whole()))
	fall := portion(b1, then.whole()).Minus(portion(b2, now.whole()))
	butler := rise.Plus(fall).Half()
	if butler.Sign() < 0 {
		return between(a, b, now, then)
	}
	steed := portion(a2, Of(a2.n+b2.n)).Minus(portion(a1, Of(a1.n+b1.n)))
	return &Swing{From: b, To: a, Butler: butler, Steed: steed}
}

// pair is the votes of two parties, ok where both stood and the poll's votes
// are all known.
func (p poll) pair(a, b Party) (votesA, votesB Count, ok bool) {
	votesA, stoodA := p.top(a)
	votesB, stoodB := p.top(b)
	return votesA, votesB, stoodA && stoodB && p.valid().n > 0
}

// runnerUp is the best-placed party among those not elected, other than the
// winner's. It is no party where two share that place: the order of the ballot
// paper must not pick one of them.
func runnerUp(rows []Row, winner Party) Party {
	var best *Row
	for i, row := range rows {
		switch {
		case row.Elected || row.Candidate.Party.Same(winner):
		case best == nil:
			best = &rows[i]
		case row.Rank == best.Rank && !row.Candidate.Party.Same(best.Candidate.Party):
			return Party{}
		}
	}
	if best == nil {
		return Party{}
	}
	return best.Candidate.Party
}
