package election

import "testing"

// The two systems that follow from the number of seats, and what everything
// that asks them is told.
func TestSystemsBySeats(t *testing.T) {
	for _, at := range []struct {
		seats                   int
		name, shareOf           string
		votesAPaper             int
		balance, byMethod       bool
		majorityShare, turnouts bool
	}{
		{0, "first past the post", "valid votes", 1, true, false, true, true},
		{1, "first past the post", "valid votes", 1, true, false, true, true},
		{2, "block vote", "votes cast", 2, false, true, false, false},
		{3, "block vote", "votes cast", 3, false, true, false, false},
	} {
		c := Contest{Seats: at.seats}
		s := c.System()
		if s.String() != at.name || s.ShareOf() != at.shareOf || s.VotesAPaper(at.seats) != at.votesAPaper {
			t.Errorf("%d seats: %s, shares of %s, %d votes a paper", at.seats, s, s.ShareOf(), s.VotesAPaper(at.seats))
		}
		if s.OneVoteAPaper() != at.balance || s.SharesByMethod() != at.byMethod ||
			s.HasMajorityShare() != at.majorityShare || s.TurnoutByVotes() != at.turnouts {
			t.Errorf("%d seats: %s is told otherwise", at.seats, s)
		}
		if !s.HasSwing() || !s.HasMajority() || !s.HasDeposits() {
			t.Errorf("%d seats: %s has a swing, a majority and deposits", at.seats, s)
		}
	}
}

// A baseline is of the system of its own seats, and of the contest's where it
// does not say how many they were.
func TestSystemOfABaseline(t *testing.T) {
	ward := Contest{Seats: 3}
	for seats, want := range map[int]string{0: "block vote", 1: "first past the post", 2: "block vote"} {
		if s := (Baseline{Seats: seats}).System(ward); s.String() != want {
			t.Errorf("a baseline of %d seats: %s, want %s", seats, s, want)
		}
	}
}
