package election

// Level says whether a check blocks a declaration.
type Level string

// An error blocks a declaration until it is resolved or overridden with a
// reason; a warning needs a tick.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// VotesMissing is the code of the error that says a count is not finished,
// which a desk need not be told while it keys.
const VotesMissing = "votes-missing"

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
