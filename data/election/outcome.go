package election

// OutcomeKind is how a contest ended against a baseline.
type OutcomeKind string

// The outcomes. NoOutcome stands until every vote is in.
const (
	NoOutcome OutcomeKind = ""
	Hold      OutcomeKind = "hold"
	Gain      OutcomeKind = "gain"
	Win       OutcomeKind = "win"       // nothing to compare with
	Split     OutcomeKind = "split"     // several seats went to more than one party
	Tie       OutcomeKind = "tie"       // at the cut, and no lot recorded
	Unopposed OutcomeKind = "unopposed" // no poll was held
)

// An Outcome says who won and from whom. Winner is empty on a tie and in a
// split ward.
type Outcome struct {
	Kind   OutcomeKind
	Winner Party
	From   Party // of a gain
}

// String words the outcome as the field does: "Con gain from Lab", "Lab
// hold", "Con win", "split ward", "tie", "elected unopposed"; empty where
// there is none yet. Two parties of one abbreviation go by their names.
func (o Outcome) String() string {
	switch o.Kind {
	case Hold:
		return WordHold.With(everywhere, "{party}", o.Winner.Label())
	case Gain:
		winner, from := o.Winner.Label(), o.From.Label()
		if winner == from && !o.From.IsIndependent() {
			winner, from = o.Winner.Name, o.From.Name
		}
		return WordGain.With(everywhere, "{party}", winner, "{from}", from)
	case Win:
		return WordWin.With(everywhere, "{party}", o.Winner.Label())
	case Split:
		return WordSplit.In(everywhere)
	case Tie:
		return WordTie.In(everywhere)
	case Unopposed:
		return WordUnopposed.In(everywhere)
	}
	return ""
}

// Outcome is how the contest ended against its primary baseline, or with
// nothing to compare where it has none.
func (r Result) Outcome() Outcome {
	if primary := r.Primary(); primary != nil {
		return primary.Outcome
	}
	if !r.Contest.State.polled() {
		return r.unopposed()
	}
	now := r.Contest.poll()
	return decide(now, now.stand(), poll{seats: now.seats})
}

// unopposed reports whether a contest's candidates are elected without a poll:
// there are some, and no more than seats.
func (c Contest) unopposed() bool {
	p := c.poll()
	return c.State == Uncontested && len(p.candidates) > 0 && len(p.candidates) <= p.seats
}

// unopposed is the outcome of a contest without a poll.
func (r Result) unopposed() Outcome {
	if !r.Contest.unopposed() {
		return Outcome{}
	}
	winner, _ := r.Contest.poll().oneParty(r.Contest.Candidates)
	return Outcome{Kind: Unopposed, Winner: winner}
}
