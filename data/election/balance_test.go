package election

import "testing"

func TestBalance(t *testing.T) {
	none := func(c *Contest) {
		for i := range c.Candidates {
			c.Candidates[i].Votes = Count{}
		}
		c.Rejected = Count{}
	}
	last4 := func(c *Contest) {
		for _, i := range []int{12, 13, 14, 15} {
			c.Candidates[i].Votes = Count{}
		}
	}
	for _, k := range []struct {
		alter func(c *Contest)
		want  string
	}{
		{func(c *Contest) {}, "29,933 valid + 182 rejected = 30,115 ballot papers. Balanced."},
		{func(c *Contest) { c.Verified = Count{} }, "29,933 valid + 182 rejected = 30,115 ballot papers."},
		{func(c *Contest) { c.Verified = Of(30116) }, "29,933 valid + 182 rejected = 30,115 ballot papers; 30,116 verified: 1 paper unaccounted for."},
		{func(c *Contest) { c.Verified = Of(30000) }, "29,933 valid + 182 rejected = 30,115 ballot papers; 30,000 verified: 115 papers too many."},
		{func(c *Contest) { c.Rejected = Count{} }, "29,933 valid, the rejected papers to come: 182 papers unaccounted for."},
		{func(c *Contest) { c.Rejected, c.Verified = Count{}, Count{} }, "29,933 valid, the rejected papers to come."},
		{func(c *Contest) { c.Rejected, c.Verified = Count{}, Of(29933) }, "29,933 valid, the rejected papers to come: every paper accounted for."},
		{func(c *Contest) { last4(c); c.Rejected = Count{} }, "20,569 keyed, 4 candidates and the rejected papers to come: 9,546 papers unaccounted for."},
		{last4, "20,569 keyed + 182 rejected, 4 candidates to come: 9,364 papers unaccounted for."},
		{func(c *Contest) { c.Candidates[0].Votes, c.Verified = Count{}, Count{} }, "29,829 keyed + 182 rejected, 1 candidate to come."},
		{func(c *Contest) { c.Candidates[0].Votes, c.Verified = Count{}, Of(30000) }, "29,829 keyed + 182 rejected, 1 candidate to come: 11 papers too many."},
		{none, "Nothing keyed yet of 30,115 ballot papers verified."},
		{func(c *Contest) { none(c); c.Verified = Count{} }, "Nothing keyed yet."},
		{func(c *Contest) { *c = Contest{} }, "Nothing keyed yet."},
		{func(c *Contest) { c.State, c.Candidates = Uncontested, c.Candidates[:1] }, "Elected unopposed: there are no votes to count."},
		{func(c *Contest) { c.State = Uncontested }, "Uncontested: there are no votes to count."},
		{func(c *Contest) { c.State, c.Candidates = Uncontested, nil }, "Uncontested: there are no votes to count."},
		{func(c *Contest) { c.State = Countermanded }, "The poll is countermanded: there are no votes to count."},
		{func(c *Contest) { c.State = Postponed }, "The poll is postponed: there are no votes to count."},
		{func(c *Contest) { c.Seats = 3 }, "29,933 votes keyed of at most 89,799 (3 seats × 29,933 papers)."},
		{func(c *Contest) { c.Seats = 3; last4(c); c.Verified = Count{} }, "20,569 votes keyed, 4 candidates to come."},
		{func(c *Contest) {
			c.Seats, c.Verified, c.Rejected, c.Candidates = 2, Of(15529), Of(0), c.Candidates[11:13]
			c.Candidates[1].Votes = Of(15529)
		}, "31,058 votes keyed of at most 31,058 (2 seats × 15,529 papers)."},
		{func(c *Contest) { c.Seats, c.Verified, c.Rejected = 2, Of(12000), Count{} }, "29,933 votes keyed of at most 24,000 (2 seats × 12,000 papers): 5,933 too many."},
	} {
		equal(t, "balance", Balance(hartlepoolWith(k.alter)), k.want)
	}
}
