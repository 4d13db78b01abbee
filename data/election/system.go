package election

import (
	"strings"

	"nightdesk/data/election/register"
)

// A SystemName names how a contest is decided, as prose, files and the night
// have it.
type SystemName string

// The systems. Which of the first two holds follows from the number of seats,
// so that either name stands for both.
const (
	FirstPastThePost  SystemName = "first past the post"
	BlockVote         SystemName = "block vote"
	SupplementaryVote SystemName = "supplementary vote"
	TransferableVote  SystemName = "single transferable vote"
	PartyLists        SystemName = "party lists"
	Referendum        SystemName = "referendum"
)

// A System is how a contest is decided. Whatever differs from one system to
// another is asked of it, and nobody else asks which system it is.
type System struct {
	name  SystemName
	short string // as desks type it: "stv"
	// whole is what the votes are called together, of which shares are taken;
	// votes is what a candidate's are called.
	whole, votes string
	// severalVotes is set where a paper carries as many votes as there are
	// seats, else it carries one.
	severalVotes bool
	// byMethod is set where a party's share is taken from several candidates
	// by the contest's Method.
	byMethod                  bool
	swing, majority, deposits bool
	// lists is set where votes are for lists, each of which may take several
	// seats or none; answers where they are for answers, and no seat is filled.
	lists, answers bool
	// elect fills the seats with candidates, all votes being known. It is nil
	// where the votes alone do not tell who is elected, or are not counted out
	// here: then only those are elected who are said to be.
	elect func(poll, *placing)
}

// systemOpen stands where a system is open. The votes are kept, and nothing is
// made of them.
var systemOpen = &System{whole: "votes", votes: "votes"}

// systems are all of them, in the order that a desk is offered them.
var systems = []*System{firstPastThePost, blockVote, supplementaryVote, transferableVote, partyLists, referendum}

// Systems are the names of all systems, in the order that a desk is offered
// them; the slice is the caller's own.
func Systems() []SystemName {
	names := make([]SystemName, len(systems))
	for i, s := range systems {
		names[i] = s.name
	}
	return names
}

// ParseSystem reads the name of a system as desks type it: "single
// transferable vote" or "stv", in any case. It is false where there is none of
// the name.
func ParseSystem(typed string) (name SystemName, ok bool) {
	key := register.Fold(typed)
	for _, s := range systems {
		if key == register.Fold(string(s.name)) || key == s.short {
			return s.name, true
		}
	}
	return "", false
}

// System is how the contest is decided: as it is said, else as its ballot-paper
// id or its code and day tell, else by its number of seats, first past the post
// or block vote. Where the law leaves it open and nobody has said it, nobody is
// elected.
func (c Contest) System() *System {
	name, open := c.SystemName, false
	if name == "" {
		name, open = c.byCode()
	}
	if open {
		return systemOpen
	}
	return name.of(c.Seats)
}

// System is how the baseline of a contest was decided: as it is said, else as
// the contest's code and the baseline's own day tell, else by its own number of
// seats.
func (b Baseline) System(of Contest) *System {
	of.SystemName, of.Date, of.Seats = b.SystemName, b.Date, b.seats(of)
	if at := strings.LastIndexByte(of.Code, '.'); at >= 0 {
		of.Code = of.Code[:at] // the day in it is the contest's
	}
	return of.System()
}

// of is the system of the name in a contest for so many seats.
func (n SystemName) of(seats int) *System {
	for _, s := range systems {
		if s.name == n && s != firstPastThePost && s != blockVote {
			return s
		}
	}
	if seats > 1 {
		return blockVote
	}
	return firstPastThePost
}

// Name is the system's name.
func (s *System) Name() SystemName { return s.name }

// String is the system's name in prose: "block vote".
func (s *System) String() string { return string(s.name) }

// VotesAPaper is how many votes a ballot paper carries at most in a contest
// for so many seats. A first preference counts as one, a later one as none.
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

// ShareOf says what candidates' shares are of: "valid votes", "votes cast"
// where each paper can carry several, "first preferences".
func (s *System) ShareOf() string { return s.whole }

// Votes is what the votes of one candidate are called: "votes", "first
// preferences".
func (s *System) Votes() string { return s.votes }

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

// ElectsByVotes reports whether the votes tell here who is elected. Where they
// do not, those are elected who are said to be, by a file or by the desk.
func (s *System) ElectsByVotes() bool { return s.elect != nil }

// ForLists reports whether votes are for lists and not for persons.
func (s *System) ForLists() bool { return s.lists }

// FillsSeats reports whether somebody is elected at all. In a referendum nobody
// is.
func (s *System) FillsSeats() bool { return !s.answers }

// comparesWith reports whether a share under the one system may be set against
// a share under the other: valid votes against votes cast by a method, but
// never first preferences against votes.
func (s *System) comparesWith(other *System) bool {
	return s == other || s.ElectsByVotes() && other.ElectsByVotes()
}

// IsSaid reports whether it has to be said who of the persons on the ballot
// paper is elected, as many as there are seats.
func (s *System) IsSaid() bool {
	return !s.ElectsByVotes() && !s.lists && !s.answers && s != systemOpen
}

// systemNames lists the systems as they are typed: "first past the post, … or
// referendum".
func systemNames() string {
	var names []string
	for _, s := range systems {
		names = append(names, string(s.name))
	}
	return strings.Replace(And(names), " and ", " or ", 1)
}
