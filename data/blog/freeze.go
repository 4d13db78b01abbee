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

// A Stale is a published entry with figures that no longer hold.
type Stale struct {
	Entry    Entry
	Was, Now string   // the sentences that hold them, as published and as they would be
	Slots    []Frozen // the figures that moved, as they would be frozen now; Value is empty where there is none any more
}

// Affected lists the published entries whose frozen figures differ from those
// of a night as it stands, in the order of entries. A council's figures that
// were printed while wards were still to declare were right then and are left
// alone. Nothing is changed: a person accepts each as a correction.
func Affected(entries []Entry, r Returns) []Stale {
	boards := map[string]*board{}
	for _, c := range r.Contests {
		boards[c.ID] = newBoard(Returns{Contests: []election.Contest{c}})
	}
	for _, c := range r.Councils {
		boards[c.ID] = newBoard(Returns{wardsOf(c, r.Contests), []election.Council{c}})
	}
	var stale []Stale
	for _, e := range entries {
		if e.Withdrawn || e.Published == 0 {
			continue
		}
		if moved := movedFigures(e.Frozen, boards); len(moved) > 0 {
			stale = append(stale, Stale{
				Entry: e,
				Was:   sentencesWith(e.Text, moved, e.Figures()),
				Now:   sentencesWith(e.Text, moved, replaced(e.Frozen, moved)),
				Slots: moved,
			})
		}
	}
	return stale
}

func movedFigures(frozen []Frozen, boards map[string]*board) []Frozen {
	var moved []Frozen
	for _, f := range frozen {
		b := boards[f.Contest]
		if b == nil || len(b.Councils) > 0 && f.Revision == 0 {
			continue
		}
		fresh, problem := b.resolve(f.Slot)
		if problem != nil {
			fresh = Frozen{Slot: f.Slot, Contest: f.Contest, Revision: b.revision()}
		}
		if fresh.Value != f.Value {
			moved = append(moved, fresh)
		}
	}
	return moved
}

// revision is that of the one contest or council of the board.
func (b *board) revision() int {
	if len(b.Councils) > 0 {
		return b.revisionOf(b.chamber(0))
	}
	return b.Contests[0].Revision
}

// replaced resolves to the moved figures first. A figure that is no more
// prints as its slot.
func replaced(frozen, moved []Frozen) Figures {
	old, fresh := figuresOf(frozen), figuresOf(moved)
	return func(slot string) (string, bool) {
		if value, ok := fresh(slot); ok {
			return value, value != ""
		}
		return old(slot)
	}
}
