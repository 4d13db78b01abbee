package blog

import "nightdesk/data/election"

// A Problem is something about an entry that a person should look at. An
// Error blocks publishing, a Warning does not.
type Problem struct {
	Level    election.Level
	Code     string // stable: "slot-unknown"
	Text     string // one sentence and a next step
	From, To int    // byte offsets in the entry's text; both 0 for the kicker
	Fix      *Fix   // what puts it right, nil where that needs a person
}

// A Fix puts a text in the place of some of an entry's. Offsets are in bytes.
type Fix struct {
	From, To int
	Text     string
}

// Apply is the text put right.
func (f Fix) Apply(text string) string { return text[:f.From] + f.Text + text[f.To:] }

// Freeze binds the figures of a text as publishing does: each slot with its
// value, its contest and that contest's revision, once. A slot that is
// unknown, ambiguous or not public yet is an Error.
func Freeze(text string, r Returns) ([]Frozen, []Problem) {
	var frozen []Frozen
	var problems []Problem
	b := newBoard(r)
	seen := map[string]bool{}
	for _, slot := range read(text, nil).slots {
		f, problem := b.resolve(slot.Slot)
		if problem != nil {
			problems = append(problems, Problem{Level: election.Error, Code: problem.code, Text: problem.text, From: slot.From, To: slot.To})
			continue
		}
		if !seen[slot.Slot] {
			seen[slot.Slot] = true
			frozen = append(frozen, f)
		}
	}
	return frozen, problems
}

// Figures resolves slots to the values that the entry was published with.
func (e Entry) Figures() Figures { return figuresOf(e.Frozen) }

func figuresOf(frozen []Frozen) Figures {
	return func(slot string) (string, bool) {
		for _, f := range frozen {
			if f.Slot == slot {
				return f.Value, true
			}
		}
		return "", false
	}
}
