package figure

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A Stale is a published entry with figures that no longer hold.
type Stale struct {
	Entry    blog.Entry
	Was, Now string        // the sentences that hold them, as published and as they would be; Now says so where a result was taken back
	Slots    []blog.Frozen // the figures that moved, as they would be frozen now; Value is empty where there is none any more

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
func Affected(entries []blog.Entry, now blog.Results) []Stale {
	resolvers := map[string]*resolver{}
	for _, c := range now.Contests {
		resolvers[c.ID] = newResolver(blog.Results{Contests: []election.Contest{c}})
	}
	for _, c := range now.Councils {
		resolvers[c.ID] = newResolver(blog.Results{Contests: wardsOf(c, now.Contests), Councils: []election.Council{c}})
	}
	var stale []Stale
	for _, e := range entries {
		if e.Withdrawn || e.Published == 0 {
			continue
		}
		if moved := movedFigures(e.Frozen, resolvers); len(moved) > 0 {
			stale = append(stale, staleOf(e, moved, resolvers))
		}
	}
	return stale
}

func staleOf(e blog.Entry, moved []blog.Frozen, resolvers map[string]*resolver) Stale {
	s := Stale{
		Entry: e,
		Was:   sentencesWith(e.Text, moved, e.Figures()),
		Now:   sentencesWith(e.Text, moved, replaced(e.Frozen, moved)),
		Slots: moved,
	}
	for _, f := range e.Frozen {
		if f.Revision == 0 || !slices.ContainsFunc(moved, func(m blog.Frozen) bool { return m.Slot == f.Slot }) {
			continue
		}
		for _, c := range resolvers[f.Contest].Contests {
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

func movedFigures(frozen []blog.Frozen, resolvers map[string]*resolver) []blog.Frozen {
	var moved []blog.Frozen
	for _, f := range frozen {
		r := resolvers[f.Contest]
		if r == nil || len(r.Councils) > 0 && f.Revision == 0 {
			continue
		}
		fresh, problem := r.resolve(f.Slot)
		if problem != nil {
			fresh = blog.Frozen{Slot: f.Slot, Contest: f.Contest, Revision: r.revision()}
		}
		if fresh.Value != f.Value {
			moved = append(moved, fresh)
		}
	}
	return moved
}

// revision is that of the one contest or council of the resolver.
func (r *resolver) revision() int {
	if len(r.Councils) > 0 {
		return r.revisionOf(r.chamber(0))
	}
	return r.Contests[0].Revision
}

// replaced resolves to the moved figures first. A figure that is no more
// prints as its slot.
func replaced(frozen, moved []blog.Frozen) text.Figures {
	old, fresh := blog.FiguresOf(frozen), blog.FiguresOf(moved)
	return func(slot string) (string, bool) {
		if value, ok := fresh(slot); ok {
			return value, value != ""
		}
		return old(slot)
	}
}

// sentencesWith prints the sentences of a text that hold one of the figures,
// in order.
func sentencesWith(typed string, figures []blog.Frozen, values text.Figures) string {
	var found []string
	for _, p := range text.Read(typed, values).Passages {
		prints := p.String()
		for _, s := range text.Sentences(prints) {
			if holds(p, s, figures) {
				found = append(found, strings.ReplaceAll(strings.TrimSpace(prints[s.From:s.To]), "\n", " "))
			}
		}
	}
	return strings.Join(found, " ")
}

func holds(p *text.Passage, s text.Span, figures []blog.Frozen) bool {
	return slices.ContainsFunc(p.Slots, func(at text.PassageSlot) bool {
		return at.From >= s.From && at.From < s.To &&
			slices.ContainsFunc(figures, func(f blog.Frozen) bool { return f.Slot == at.Slot })
	})
}
