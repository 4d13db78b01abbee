package election

// A System is how a contest is decided. Whatever differs from one system to
// another is asked of it, and nobody else asks which system it is.
type System struct {
	name string // as prose has it: "first past the post"
	// votes is what the votes are called together, of which shares are taken.
	votes string
	// severalVotes is set where a paper carries as many votes as there are
	// seats, else it carries one.
	severalVotes bool
	// byMethod is set where a party's share is taken from several candidates
	// by the contest's Method.
	byMethod                  bool
	swing, majority, deposits bool
	// elect fills the seats with candidates, all votes being known.
	elect func(poll, *placing)
}

// System is how the contest is decided: by its number of seats, first past the
// post or block vote.
func (c Contest) System() *System { return systemOf(c.Seats) }

// System is how the baseline of a contest was decided, by its own number of
// seats.
func (b Baseline) System(of Contest) *System { return systemOf(b.seats(of)) }

// systemOf is the system of a contest for so many seats.
func systemOf(seats int) *System {
	if seats > 1 {
		return blockVote
	}
	return firstPastThePost
}

// String is the system's name in prose: "block vote".
func (s *System) String() string { return s.name }

// VotesAPaper is how many votes a ballot paper carries at most in a contest
// for so many seats.
func (s *System) VotesAPaper(seats int) int {
	if s.severalVotes {
		return max(seats, 1)
	}
	return 1
}

// OneVoteAPaper reports whether every valid paper carries exactly one vote, so
// that the votes and the rejected papers must balance with the papers verified
// and the papers counted can be told.
func (s *System) OneVoteAPaper() bool { return !s.severalVotes }

// TurnoutByVotes reports whether there is a turnout by valid votes beside the
// one by ballot papers.
func (s *System) TurnoutByVotes() bool { return s.OneVoteAPaper() }

// ShareOf says what candidates' shares are of: "valid votes", or "votes cast"
// where each paper can carry several.
func (s *System) ShareOf() string { return s.votes }

// SharesByMethod reports whether a party's share is taken by a Method, which is
// then named wherever the share, a change or a swing of it is printed.
func (s *System) SharesByMethod() bool { return s.byMethod }

// HasSwing reports whether there is a swing between parties.
func (s *System) HasSwing() bool { return s.swing }

// HasMajority reports whether the last elected has a majority over the best not
// elected.
func (s *System) HasMajority() bool { return s.majority }

// HasMajorityShare reports whether the majority is told as a share of the votes
// too. Where papers carry several votes the share of a majority says nothing of
// voters.
func (s *System) HasMajorityShare() bool { return s.majority && s.OneVoteAPaper() }

// HasDeposits reports whether a deposit can be lost by too few votes; only
// parliamentary candidates pay one.
func (s *System) HasDeposits() bool { return s.deposits }
