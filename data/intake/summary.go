package intake

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

// maxListed is how many contests a summary lists one by one.
const maxListed = 12

// Summary says in plain lines what was read and what importing it would do.
func (f Found) Summary() string {
	var b strings.Builder
	for _, file := range f.Files {
		fmt.Fprintf(&b, "%s: %s, %s.\n", file.Name, file.Format, election.Several(file.Rows, "row", "rows"))
	}
	candidates := 0
	for _, c := range f.Contests {
		candidates += len(c.Candidates)
	}
	fmt.Fprintf(&b, "%s with %s, %s.\n", election.Several(len(f.Contests), "contest", "contests"),
		election.Several(candidates, "candidate", "candidates"), f.Mode.purpose())
	for i, c := range f.Contests {
		if i == maxListed && len(f.Contests) > maxListed+1 {
			fmt.Fprintf(&b, "  and %d more\n", len(f.Contests)-maxListed)
			break
		}
		fmt.Fprintf(&b, "  %s\n", line(c))
	}
	for _, n := range f.Notes {
		fmt.Fprintf(&b, "Note: %s\n", n)
	}
	return b.String()
}

func (m Mode) purpose() string {
	switch m {
	case CandidatesOnly:
		return "without votes"
	case AsBaseline:
		return "to compare with"
	}
	return "with their results"
}

// line is a contest in one line: "Hartlepool, 6 May 2021: 16 candidates, 29,933
// votes, electorate 70,768, declared".
func line(c election.Contest) string {
	s := c.Name
	if c.Date != "" {
		s += ", " + c.Date.Long()
	}
	if c.Seats > 1 {
		s += fmt.Sprintf(", %d seats", c.Seats)
	}
	s += ": " + election.Several(len(c.Candidates), "candidate", "candidates")
	votes, known := 0, len(c.Candidates) > 0
	for _, k := range c.Candidates {
		known = known && k.Votes.Known()
		votes += k.Votes.Or(0)
	}
	if known {
		s += ", " + election.Several(votes, "vote", "votes")
	}
	if c.Electorate.Known() {
		s += ", electorate " + c.Electorate.String()
	}
	return s + ", " + string(c.State)
}
