package election

// partyVotes is the votes of one party's candidates.
type partyVotes struct {
	best       int // votes of its best candidate so far
	sum        int // votes of all its candidates so far
	candidates int
}

func (s partyVotes) with(votes Count) partyVotes {
	if s.candidates == 0 || votes.n > s.best {
		s.best = votes.n
	}
	return partyVotes{s.best, s.sum + votes.n, s.candidates + 1}
}

// shares are the shares of parties in a poll.
type shares struct {
	poll  poll
	by    map[string]partyVotes // by the line a party counts under, independents aside
	whole Fraction              // what shares are measured in; unknown until every vote is in
}

// shares takes the parties' shares: of all valid votes or, where the system has
// it so, by the contest's method, measured in what the method gives every party
// together, each independent being a party of its own.
func (p poll) shares() shares {
	s := shares{poll: p, by: make(map[string]partyVotes, len(p.candidates))}
	var all []partyVotes
	for _, k := range p.candidates {
		if line := p.line(k.Party); line != "" {
			s.by[line] = s.by[line].with(k.Votes)
		} else {
			all = append(all, partyVotes{}.with(k.Votes))
		}
	}
	switch valid := p.valid(); {
	case !valid.known:
	case !p.system.SharesByMethod():
		s.whole = exactly(valid.n)
	default:
		s.whole = exactly(0)
		for _, party := range s.by {
			all = append(all, party)
		}
		for _, party := range all {
			s.whole = s.whole.Plus(s.strength(party))
		}
	}
	return s
}

// strength is the number of votes that a party's share is taken from.
func (s shares) strength(party partyVotes) Fraction {
	switch {
	case !s.poll.system.SharesByMethod() || s.poll.method == SumVote:
		return exactly(party.sum)
	case s.poll.method == AverageVote:
		return Ratio(Of(party.sum), Of(party.candidates))
	}
	return exactly(party.best)
}

// of is a party's share, unknown until every vote is in, and whether the party
// stood. Independents are no party.
func (s shares) of(party Party) (share Fraction, stood bool) {
	partyVotes, stood := s.by[s.poll.line(party)]
	if !stood {
		return Fraction{}, false
	}
	return s.strength(partyVotes).over(s.whole), true
}

// carries reports whether a candidate is the one whose row has the figures of
// its party: its best, or one of several who are level.
func (s shares) carries(k Candidate) bool {
	line := s.poll.line(k.Party)
	return line == "" || k.Votes.n == s.by[line].best
}

// ofCandidate is the share of a candidate's party, or of an independent, on
// the row that carries it; unknown on the party's other rows.
func (s shares) ofCandidate(k Candidate) Fraction {
	if !s.carries(k) {
		return Fraction{}
	}
	if share, stood := s.of(k.Party); stood {
		return share
	}
	return s.strength(partyVotes{}.with(k.Votes)).over(s.whole)
}

// A Method says how a party's share is taken in a contest that fills several
// seats, where voters have several votes and parties several candidates. The
// method is named wherever such a share is printed.
type Method string

// The methods. The empty Method is TopVote.
const (
	TopVote     Method = "top vote" // the votes of the party's best candidate
	AverageVote Method = "average"  // the mean of its candidates' votes
	SumVote     Method = "sum"      // all its candidates' votes together
)

// MethodNote names the method of the parties' shares, where the contest or a
// baseline of it fills several seats: "Party shares by top vote: each party’s
// best candidate." It is empty where every share is of one candidate.
func (r Result) MethodNote() string {
	byMethod := r.Contest.System().SharesByMethod()
	for _, b := range r.Contest.Baselines {
		byMethod = byMethod || b.System(r.Contest).SharesByMethod()
	}
	switch {
	case !byMethod || !r.Contest.State.polled() || !r.Contest.System().ElectsByVotes():
		return ""
	case r.Contest.Method == AverageVote:
		return "Party shares by average: the mean of each party’s candidates."
	case r.Contest.Method == SumVote:
		return "Party shares by sum: all votes of each party’s candidates."
	}
	return "Party shares by top vote: each party’s best candidate."
}

// ShareOf says what candidates' shares and the majority's are of, as the
// contest's system has it.
func (r Result) ShareOf() string { return r.Contest.System().ShareOf() }
