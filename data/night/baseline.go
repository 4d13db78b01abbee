package night

import (
	"fmt"
	"slices"

	"nightdesk/data/election"
)

// SetBaselines gives a contest the earlier results that it is compared with,
// the primary one first, in place of those it had. One that keeps its ID goes
// on as the same; each has a name, and no two the same.
func (n *Night) SetBaselines(author, contest string, baselines []election.Baseline) error {
	_, err := n.act("set the baselines", act{kind: "baselines", author: author}, func(a *act) error {
		c, err := readContest(a, latest, contest)
		if err != nil {
			return err
		}
		kept, names := map[string]bool{}, map[string]bool{}
		for at, b := range baselines {
			if b.Name == "" || names[b.Name] {
				return &RefusedError{fmt.Sprintf("A baseline is called %q twice, or has no name.", b.Name), "Give each a name of its own."}
			}
			b.ID, b.Seats = first(b.ID, n.newID()), first(b.Seats, c.Seats, 1)
			kept[b.ID], names[b.Name] = true, true
			b.Candidates = slices.Clone(b.Candidates)
			for i := range b.Candidates {
				b.Candidates[i].ID = first(b.Candidates[i].ID, n.newID())
			}
			if err := a.put("baseline", contest, b.ID, baselineContent(b, at)); err != nil {
				return err
			}
		}
		for _, b := range c.Baselines {
			if !kept[b.ID] {
				if err := a.drop("baseline", contest, b.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return err
}
