package election

// compare adds a comparison with one baseline and the change of every row.
func (r *Result) compare(now poll, s placing, ours shares, b Baseline) {
	then := b.poll(r.Contest)
	theirs := then.shares()
	alike := now.system.comparesWith(then.system)
	for i := range r.Rows {
		var change Change
		if alike {
			change = changeOf(r.Rows[i], ours, theirs)
		}
		r.Rows[i].Changes = append(r.Rows[i].Changes, change)
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
// candidates, the best of them carries it and the others have no figure. An
// answer has no party.
func changeOf(row Row, now, then shares) Change {
	if row.Candidate.IsAnswer() {
		return Change{}
	}
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
func decide(now poll, s placing, then poll) Outcome {
	if len(s.tied) > 0 && !s.drawn {
		return Outcome{Kind: Tie}
	}
	won := s.winners(now)
	if len(won) == 0 || !now.settled(won) {
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
	if _, missing := p.sum(); missing > 0 && len(p.candidates) <= p.seats && p.system.FillsSeats() {
		return p.candidates
	}
	s := p.place()
	won := s.winners(p)
	if len(s.tied) > 0 || !p.settled(won) {
		return nil
	}
	return won
}

// settled reports whether these are all that are elected, so that they can be
// set against others. Who won a list's seats is not told by its line.
func (p poll) settled(won []Candidate) bool {
	return p.system.ElectsByVotes() || p.system.IsSaid() && len(won) == p.seats
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

// OutcomeKind is how a contest ended against a baseline.
type OutcomeKind string

// The outcomes. NoOutcome stands until every vote is in.
const (
	NoOutcome OutcomeKind = ""
	Hold      OutcomeKind = "hold"
	Gain      OutcomeKind = "gain"
	Win       OutcomeKind = "win"       // nothing to compare with
	Split     OutcomeKind = "split"     // several seats went to more than one party
	Tie       OutcomeKind = "tie"       // at the cut, and no lot recorded
	Unopposed OutcomeKind = "unopposed" // no poll was held
)

// An Outcome says who won and from whom. Winner is empty on a tie and in a
// split ward.
type Outcome struct {
	Kind   OutcomeKind
	Winner Party
	From   Party // of a gain
}

// String words the outcome as the field does: "Con gain from Lab", "Lab
// hold", "Con win", "split ward", "tie", "elected unopposed"; empty where
// there is none yet. Two parties of one abbreviation go by their names.
func (o Outcome) String() string {
	switch o.Kind {
	case Hold:
		return WordHold.With(everywhere, "{party}", o.Winner.Label())
	case Gain:
		winner, from := o.Winner.Label(), o.From.Label()
		if winner == from && !o.From.IsIndependent() {
			winner, from = o.Winner.Name, o.From.Name
		}
		return WordGain.With(everywhere, "{party}", winner, "{from}", from)
	case Win:
		return WordWin.With(everywhere, "{party}", o.Winner.Label())
	case Split:
		return WordSplit.In(everywhere)
	case Tie:
		return WordTie.In(everywhere)
	case Unopposed:
		return WordUnopposed.In(everywhere)
	}
	return ""
}

// Outcome is how the contest ended against its primary baseline, or with
// nothing to compare where it has none.
func (r Result) Outcome() Outcome {
	if primary := r.Primary(); primary != nil {
		return primary.Outcome
	}
	if !r.Contest.State.polled() {
		return r.unopposed()
	}
	now := r.Contest.poll()
	return decide(now, now.place(), poll{system: now.system, seats: now.seats})
}

// unopposed reports whether a contest's candidates are elected without a poll:
// there are some, and no more than seats.
func (c Contest) unopposed() bool {
	p := c.poll()
	return c.State == Uncontested && len(p.candidates) > 0 && len(p.candidates) <= p.seats
}

// unopposed is the outcome of a contest without a poll.
func (r Result) unopposed() Outcome {
	if !r.Contest.unopposed() {
		return Outcome{}
	}
	winner, _ := r.Contest.poll().oneParty(r.Contest.Candidates)
	return Outcome{Kind: Unopposed, Winner: winner}
}

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
		case row.Elected || row.Candidate.IsAnswer() || row.Candidate.Party.Same(winner):
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
