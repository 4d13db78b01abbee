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

// MethodNote names the method of the parties' shares, where the contest or a
// baseline of it fills several seats: "Party shares by top vote: each party’s
// best candidate." It is empty where every share is of one candidate.
func (r Result) MethodNote() string {
	byMethod := r.Contest.System().SharesByMethod()
	for _, b := range r.Contest.Baselines {
		byMethod = byMethod || b.System(r.Contest).SharesByMethod()
	}
	switch {
	case !byMethod || !r.Contest.State.polled():
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
