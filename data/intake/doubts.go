package intake

import (
	"slices"
	"strconv"

	"nightdesk/data/election"
)

// doubtsOf are the reasons, as sentences, why a contest may not be declared by an
// import: what blocks a declaration by hand, and where the file's elected are not
// the ones computed.
func doubtsOf(c election.Contest, said Stated) (doubts []string) {
	c = identified(c)
	for _, check := range election.Blocked(election.Checks(c)) {
		doubts = append(doubts, c.Name+": "+check.Text)
	}
	return append(doubts, notElected(c, said.Elected)...)
}

// identified is a contest whose candidates have ids, by which the rules tell them
// apart, and at least one seat.
func identified(c election.Contest) election.Contest {
	c.Seats = max(1, c.Seats)
	c.Candidates = slices.Clone(c.Candidates)
	for i := range c.Candidates {
		if c.Candidates[i].ID == "" {
			c.Candidates[i].ID = "new " + strconv.Itoa(i)
		}
	}
	return c
}

// notElected compares who is elected by the file, by place among the candidates,
// with who has the votes for it.
func notElected(c election.Contest, stated []int) []string {
	c = identified(c)
	if len(stated) == 0 || len(stated) != c.Seats {
		if len(stated) > 0 {
			return []string{c.Name + ": " + election.Several(len(stated), "candidate is", "candidates are") + " elected by the file, for " +
				election.Several(c.Seats, "seat", "seats") + "."}
		}
		return nil
	}
	elected := map[string]bool{}
	missing := false
	for _, r := range election.Compute(c).Rows {
		elected[r.Candidate.ID] = r.Elected
		missing = missing || !r.Candidate.Votes.Known()
	}
	if missing || c.State == election.Uncontested {
		return nil
	}
	var wrong []string
	for _, i := range stated {
		if !elected[c.Candidates[i].ID] {
			wrong = append(wrong, c.Candidates[i].Name())
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return []string{c.Name + ": " + election.And(wrong) + verb(len(wrong)) + " elected by the file, and not by the votes in it."}
}

func verb(n int) string {
	if n == 1 {
		return " is"
	}
	return " are"
}
