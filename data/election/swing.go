package election

// swing is measured between the winner and the party it displaced or, on a
// hold, the runner-up; nil where either did not stand at both, and where a
// figure is not known.
func swing(o Outcome, rows []Row, now, then shares) *Swing {
	switch o.Kind {
	case Gain:
		return between(displaced(o.From, rows, then.poll), o.Winner, now, then)
	case Hold:
		return between(runnerUp(rows, o.Winner), o.Winner, now, then)
	}
	return nil
}

// displaced is the party that lost the seat, as it stands now where it does.
func displaced(from Party, rows []Row, then poll) Party {
	for _, row := range rows {
		if id := row.Candidate.Party.line(); id != "" && id == then.line(from) {
			return row.Candidate.Party
		}
	}
	return from
}

// between is the swing from b to a, turned round where Butler's is negative.
// Steed's follows Butler's direction, so it is negative the rare time that
// the two disagree.
func between(b, a Party, now, then shares) *Swing {
	butler := moved(a, now, then).Minus(moved(b, now, then)).Half()
	if !butler.Known() {
		return nil
	}
	if butler.Sign() < 0 {
		return between(a, b, now, then)
	}
	return &Swing{From: b, To: a, Butler: butler, Steed: now.ofTwo(a, b).Minus(then.ofTwo(a, b))}
}

// moved is the change in a party's share, unknown where it did not stand at
// both.
func moved(party Party, now, then shares) Fraction {
	after, _ := now.of(party)
	before, _ := then.of(party)
	return after.Minus(before)
}

// ofTwo is the share of a in the votes of a and b.
func (s shares) ofTwo(a, b Party) Fraction {
	ofA, _ := s.of(a)
	ofB, _ := s.of(b)
	return ofA.over(ofA.Plus(ofB))
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
