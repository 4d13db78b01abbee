package election

// A State is how far a count has come.
type State string

// The states of a count in their order, and the three of a contest that has no
// poll.
const (
	NotStarted  State = "not started"
	Verifying   State = "verifying"
	Verified    State = "verified"
	Counting    State = "counting"
	Provisional State = "provisional"
	Recounting  State = "recount"
	Declared    State = "declared"
	Corrected   State = "corrected"

	Uncontested   State = "uncontested"
	Countermanded State = "countermanded"
	Postponed     State = "postponed"
)

// States is the states of a count in their order, without the three of a contest
// that has no poll.
var States = []State{NotStarted, Verifying, Verified, Counting, Provisional, Recounting, Declared, Corrected}

func (s State) reached(t State) bool {
	at, want := -1, -1
	for i, x := range States {
		if x == s {
			at = i
		}
		if x == t {
			want = i
		}
	}
	return at >= want && at >= 0
}

// IsDeclared reports whether the result has been read out.
func (s State) IsDeclared() bool { return s == Declared || s == Corrected }

// polled reports whether votes are cast and counted.
func (s State) polled() bool { return s != Uncontested && s != Countermanded && s != Postponed }

// A Measure is one of the things that a contest tells, as far as it matters
// to when it may be told.
type Measure int

// What the embargo distinguishes.
const (
	Nomination    Measure = iota // candidates, parties, electorate, baseline
	PapersTurnout                // papers verified, turnout by papers
	Progress                     // the state of the count, recounts
	Votes                        // votes, shares, change, swing, majority, rejected, outcome, turnout by valid votes
)

// publicFrom is the embargo: the state from which each measure is public. It
// is the only such table.
var publicFrom = map[Measure]State{
	Nomination:    NotStarted,
	PapersTurnout: Verified,
	Progress:      NotStarted,
	Votes:         Declared,
}

// IsPublic reports whether the measure may leave the desk. Without a
// poll there were no votes, and only nominations and progress are public.
func (c Contest) IsPublic(m Measure) bool {
	if !c.State.polled() {
		return publicFrom[m] == NotStarted
	}
	return c.State.reached(publicFrom[m])
}

// Public is the contest with everything unknown that is not public yet.
// Every way out of the desk goes through it. A second keying is the desk's own
// and never leaves it; a flag does once the desk has published it.
func (c Contest) Public() Contest {
	c.Second, c.Flags = nil, published(c.Flags)
	if !c.IsPublic(PapersTurnout) {
		c.Verified = Count{}
		c.ReadOut.Turnout = ""
	}
	if c.IsPublic(Votes) {
		return c
	}
	c.Rejected, c.Headings = Count{}, Headings{}
	c.ReadOut.Majority = Count{}
	c.Lot, c.Answers, c.Corrections = nil, nil, nil
	candidates := make([]Candidate, len(c.Candidates))
	for i, k := range c.Candidates {
		k.Votes, k.Elected = Count{}, false
		candidates[i] = k
	}
	c.Candidates = candidates
	return c
}
