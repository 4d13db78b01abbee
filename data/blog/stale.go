package blog

import (
	"fmt"
	"slices"

	"nightdesk/data/election"
)

// A Stale is a published entry with figures that no longer hold.
type Stale struct {
	Entry    Entry
	Was, Now string   // the sentences that hold them, as published and as they would be; Now says so where a result was taken back
	Slots    []Frozen // the figures that moved, as they would be frozen now; Value is empty where there is none any more

	// TakenBack names the contests whose declaration was taken back, so that
	// what is printed of them is not public: in the order of the figures, nil
	// where there are none. Such an entry wants other words, or to be withdrawn.
	TakenBack []string
}

// Affected lists the published entries whose frozen figures differ from those
// of a night as it stands, in the order of entries: figures that were corrected,
// and those of a declaration that was taken back. A council's figures that
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
			stale = append(stale, staleOf(e, moved, boards))
		}
	}
	return stale
}

func staleOf(e Entry, moved []Frozen, boards map[string]*board) Stale {
	s := Stale{
		Entry: e,
		Was:   sentencesWith(e.Text, moved, e.Figures()),
		Now:   sentencesWith(e.Text, moved, replaced(e.Frozen, moved)),
		Slots: moved,
	}
	for _, f := range e.Frozen {
		if f.Revision == 0 || !slices.ContainsFunc(moved, func(m Frozen) bool { return m.Slot == f.Slot }) {
			continue
		}
		for _, c := range boards[f.Contest].Contests {
			if takenBack(c) && !slices.Contains(s.TakenBack, c.Name) {
				s.TakenBack = append(s.TakenBack, c.Name)
			}
		}
	}
	switch names := election.And(s.TakenBack); len(s.TakenBack) {
	case 0:
	case 1:
		s.Now = fmt.Sprintf("The result of %s was taken back; its figures are not public.", names)
	default:
		s.Now = fmt.Sprintf("The results of %s were taken back; their figures are not public.", names)
	}
	return s
}

// takenBack reports whether a contest that a figure was printed of when it was
// declared is not any more.
func takenBack(c election.Contest) bool {
	return !c.State.IsDeclared() && c.State != election.Uncontested
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
