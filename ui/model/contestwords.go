package model

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"strings"
)

// StateWords is a state with its number: "recount 2", "corrected (revision
// 2)".
func StateWords(s election.State, recount, revision int) string {
	switch {
	case s == election.Recounting && recount > 0:
		return fmt.Sprintf("recount %d", recount)
	case s.IsDeclared() && revision > 1:
		return fmt.Sprintf("%s (revision %d)", s, revision)
	}
	return string(s)
}

// FlagWords is a flag as the head of the count says it: "Rush: Jill Mortimer
// (Con), says PA, 2.10am, not published".
func FlagWords(d *OpenNight, c election.Contest, f election.Flag) string {
	var said []string
	if k, ok := c.Candidate(f.Candidate); ok {
		said = append(said, k.Name()+" ("+k.Party.Label()+")")
	}
	if f.Words != "" {
		said = append(said, f.Words)
	}
	public := "not published"
	if f.Public {
		public = "published"
	}
	return UpperFirst(string(f.Kind)) + ": " + strings.Join(append(said, "says "+f.Source, blog.Clock(f.When, d.Zone), public), ", ")
}

// IsPolled reports whether votes are cast and counted in the contest.
func IsPolled(c election.Contest) bool {
	return c.State != election.Uncontested && c.State != election.Countermanded && c.State != election.Postponed
}

// BaselineName names what a contest is compared with.
func BaselineName(b election.Baseline) string {
	switch {
	case b.Name != "":
		return b.Name
	case b.Date != "":
		return ShortDay(b.Date)
	}
	return "the baseline"
}

// CouncilOutcome is how the council ended, or how far it has come.
func CouncilOutcome(r election.CouncilResult) string {
	if r.Control.Known {
		return r.Outcome()
	}
	return fmt.Sprintf("%d of %s to come", CouncilToCome(r), election.Several(r.Up, "seat", "seats"))
}

// CouncilToCome is how many of the seats that are up are still open.
func CouncilToCome(r election.CouncilResult) int {
	return r.Up - r.Filled - (r.Vacant - r.Council.Vacant)
}

// Digits is a count as a cell holds it, empty where unknown.
func Digits(c election.Count) string {
	n, known := c.Get()
	if !known {
		return ""
	}
	return fmt.Sprint(n)
}
