package night

import "nightdesk/data/election"

// Declare records the declaration. It fails with a *BlockedError while an
// error is not overridden or a warning has no tick.
func (n *Night) Declare(author, contest string) error {
	_, err := n.act("declare", act{kind: "declare", author: author}, func(a *act) error {
		c, err := readContest(a, latest, contest)
		if err != nil {
			return err
		}
		if c.State.IsDeclared() {
			return &DeclaredError{Contest: contest}
		}
		if open := openChecks(c); len(open) > 0 {
			return &BlockedError{Checks: open}
		}
		return a.put("state", contest, contest, count{
			state: election.Declared, recount: int64(c.Recount), revision: int64(c.Revision) + 1, declared: a.now,
		}.content())
	})
	return err
}

func openChecks(c election.Contest) []election.Check {
	var open []election.Check
	for _, check := range election.Checks(c) {
		if check.Open() {
			open = append(open, check)
		}
	}
	return open
}

// TakeBack takes a declaration back that was recorded by mistake: the count
// is provisional again. The number of its revision is not used again.
func (n *Night) TakeBack(author, contest, reason string) error {
	_, err := n.act("take the declaration back", act{kind: "take back", author: author, reason: reason}, func(a *act) error {
		c, err := countOf(a, contest)
		if err != nil {
			return err
		}
		if !c.state.IsDeclared() {
			return &RefusedError{"The result is not declared.", "There is nothing to take back: go on with the count."}
		}
		c.state, c.declared = election.Provisional, 0
		return a.put("state", contest, contest, c.content())
	})
	return err
}

// CorrectResult changes figures of a declared result, with a reason and a
// source: a new revision beside the old one. Votes are by candidate id;
// papers that are nil stay as they are.
func (n *Night) CorrectResult(author, contest, reason, source string, votes map[string]election.Count, p *Papers) error {
	correction := act{kind: "correct", author: author, reason: reason, source: source}
	_, err := n.act("correct the result", correction, func(a *act) error {
		if reason == "" {
			return &RefusedError{"A correction needs a reason.", "Say in a sentence what was wrong."}
		}
		c, err := countOf(a, contest)
		if err != nil {
			return err
		}
		if !c.state.IsDeclared() {
			return &RefusedError{"The result is not declared yet.", "Key the figures instead."}
		}
		if err := a.correctFigures(contest, votes, p); err != nil || len(a.versions) == 0 {
			return err
		}
		// It was of the figures before.
		if err := a.drop("second_keying", contest, contest); err != nil {
			return err
		}
		c.state = election.Corrected
		c.revision++
		return a.put("state", contest, contest, c.content())
	})
	return err
}

func (a *act) correctFigures(contest string, votes map[string]election.Count, p *Papers) error {
	for _, candidate := range sortedKeys(votes) {
		if err := must(a, "candidate", contest, candidate); err != nil {
			return err
		}
		if err := a.put("votes", contest, candidate, votesContent(votes[candidate])); err != nil {
			return err
		}
	}
	if p == nil {
		return nil
	}
	return a.put("papers", contest, contest, papersContent(*p))
}
