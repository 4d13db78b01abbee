package election

// OutcomeKind is how a contest ended against a baseline.
type OutcomeKind string

// The outcomes. NoOutcome stands until every vote is in.
const (
	NoOutcome OutcomeKind = ""
	Hold      OutcomeKind = "hold"
	Gain      OutcomeKind = "gain"
	Win       OutcomeKind = "win"       // nothing to compare with
	Tie       OutcomeKind = "tie"       // at the cut, and no lot recorded
	Unopposed OutcomeKind = "unopposed" // no poll was held
)

// An Outcome says who won and from whom.
type Outcome struct {
	Kind   OutcomeKind
	Winner Party
	From   Party // of a gain
}
