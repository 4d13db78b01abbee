package election

import "slices"

// A placing is the order of a poll's candidates and who of them is elected.
// Indexes are those of poll.candidates.
type placing struct {
	order    []int  // most votes first, those without votes last; else ballot-paper order
	ranks    []int  // 1 is first, ties share a rank, 0 where votes are unknown
	elected  []bool // nobody until all votes are in
	tied     []int  // candidates at the cut with equal votes, also where a lot has parted them
	toFill   int    // seats left for the tied
	drawn    bool   // whether a lot has parted the tied
	majority Count  // last elected minus best not elected
}

// place orders the candidates and fills the seats as the system does. The candidate on whom the
// lot falls goes before those it was drawn against, as if by one more vote
// (Representation of the People Act 1983, schedule 1, rule 49).
func (p poll) place() placing {
	n := len(p.candidates)
	s := placing{order: make([]int, n), ranks: make([]int, n), elected: make([]bool, n)}
	for i := range s.order {
		s.order[i] = i
	}
	slices.SortStableFunc(s.order, func(i, j int) int { return p.before(i, j) })
	switch {
	case !p.system.ElectsByVotes():
		p.electAsSaid(&s)
	case p.valid().known:
		p.system.elect(p, &s)
	}
	for at, i := range s.order {
		switch {
		case !p.candidates[i].Votes.known:
		case at > 0 && p.candidates[i].Votes == p.candidates[s.order[at-1]].Votes && (!s.drawn || s.elected[i] == s.elected[s.order[at-1]]):
			s.ranks[i] = s.ranks[s.order[at-1]]
		default:
			s.ranks[i] = at + 1
		}
	}
	return s
}

// before compares two candidates by votes: negative where i goes first.
func (p poll) before(i, j int) int {
	a, b := p.candidates[i].Votes, p.candidates[j].Votes
	switch {
	case a.known != b.known:
		if a.known {
			return -1
		}
		return 1
	default:
		return b.n - a.n
	}
}

// electAsSaid elects those who are said to be elected. Nobody is in a
// referendum.
func (p poll) electAsSaid(s *placing) {
	for i, k := range p.candidates {
		s.elected[i] = k.Elected && !k.IsAnswer() && p.system.FillsSeats()
	}
}

// electByVotes elects as many candidates as there are seats, those with most
// votes, all votes being known. “None of the above” is passed over.
func (p poll) electByVotes(s *placing) {
	persons := slices.DeleteFunc(slices.Clone(s.order), func(i int) bool { return p.candidates[i].IsAnswer() })
	if len(persons) <= p.seats {
		for _, i := range persons {
			s.elected[i] = true
		}
		return
	}
	last := p.candidates[persons[p.seats-1]].Votes.n
	next := p.candidates[persons[p.seats]].Votes.n
	s.majority = Of(last - next)
	for _, i := range persons {
		s.elected[i] = p.candidates[i].Votes.n > next
	}
	if last != next {
		return
	}
	s.toFill = p.seats
	slices.Sort(persons)
	for _, i := range persons {
		switch votes := p.candidates[i].Votes.n; {
		case votes > next:
			s.toFill--
		case votes == next:
			s.tied = append(s.tied, i)
		}
	}
	p.draw(s)
}

// draw elects by lot among the tied, if the recorded lot names as many of
// them as there are seats left and nobody else.
func (p poll) draw(s *placing) {
	ids := map[string]bool{}
	for _, id := range p.lot {
		ids[id] = true
	}
	var drawn []int
	for _, i := range s.tied {
		if ids[p.candidates[i].ID] {
			drawn = append(drawn, i)
		}
	}
	if len(drawn) != s.toFill || len(ids) != s.toFill {
		return
	}
	s.drawn = true
	for _, i := range drawn {
		s.elected[i] = true
	}
	slices.SortStableFunc(s.order, func(i, j int) int {
		if by := p.before(i, j); by != 0 || s.elected[i] == s.elected[j] {
			return by
		}
		if s.elected[i] {
			return -1
		}
		return 1
	})
}

// winners are the elected, in order.
func (s placing) winners(p poll) []Candidate {
	var won []Candidate
	for _, i := range s.order {
		if s.elected[i] {
			won = append(won, p.candidates[i])
		}
	}
	return won
}

// TiedAtCut is the candidates who share the number of votes at the cut, in
// ballot-paper order, and how many of the seats are open between them: a tie
// where there are more of them than seats. Votes not known yet count as the
// fewest. There is nobody where the votes do not tell who is elected.
func (c Contest) TiedAtCut() (tied []Candidate, open int) {
	persons := slices.DeleteFunc(slices.Clone(c.Candidates), Candidate.IsAnswer)
	votes := make([]int, 0, len(persons))
	for _, k := range persons {
		votes = append(votes, k.Votes.Or(-1))
	}
	slices.SortFunc(votes, func(a, b int) int { return b - a })
	if c.Seats < 1 || c.Seats > len(votes) || !c.System().ElectsByVotes() {
		return nil, 0
	}
	cut := votes[c.Seats-1]
	open = c.Seats
	for _, k := range persons {
		switch v := k.Votes.Or(-1); {
		case v > cut:
			open--
		case v == cut:
			tied = append(tied, k)
		}
	}
	return tied, open
}
