package election

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
