package election

// Level says whether a check blocks a declaration.
type Level string

// An error blocks a declaration until it is resolved or overridden with a
// reason; a warning needs a tick.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// The codes of errors that a desk treats in a way of their own.
const (
	// VotesMissing says that a count is not finished, which a desk need not be
	// told while it keys.
	VotesMissing = "votes-missing"
	// PapersUnbalanced says how the papers stand, as Balance does.
	PapersUnbalanced = "papers-unbalanced"
	// TieWithoutLot is settled by recording who was drawn by lot.
	TieWithoutLot = "tie-without-lot"
	// LotWithoutTie is settled by dropping the lot.
	LotWithoutTie = "lot-without-tie"
	// SecondDiffers is settled by correcting whichever keying is wrong.
	SecondDiffers = "second-differs"
)

// A Check is something that the desk noticed about a contest.
type Check struct {
	Level   Level
	Code    string // stable: "papers-unbalanced"
	Text    string // one sentence for a person, with the figures
	Figures string // the figures it rests on; an Answer holds while they stay
	Answer  *Answer
}

// Open reports whether the check still needs an answer.
func (c Check) Open() bool { return c.Answer == nil }
