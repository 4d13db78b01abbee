package layout

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

// A pending is a contest that has no result to print, in sentences.
type pending struct {
	Level   int // of its heading, as a card's
	Anchor  string
	Contest string
	Text    string
	Flags   []flag
}

// A flag is published news of a contest that is not a figure of it and enters
// no total.
type flag struct {
	Kind string // "Rush, not a declared result"
	Text string // "Jill Mortimer (Con) has won. Source: the agents"
	When Stamp
}

// newPending tells how far an undeclared contest is, from what is public.
func (n *Blog) newPending(r election.Result) pending {
	c := r.Contest
	p := pending{Level: 2, Anchor: Anchor(c.ID), Contest: OneLine(c.Name), Text: progress(r)}
	for _, f := range c.Flags {
		p.Flags = append(p.Flags, n.newFlag(c, f))
	}
	return p
}

// Heading is what stands over it, as over a card.
func (p pending) Heading() string { return p.Contest }

func (p pending) under(level int) pending {
	p.Level = level + 1
	return p
}

// progress is the state of the count in a sentence or two.
func progress(r election.Result) string {
	c := r.Contest
	said := map[election.State]string{
		election.NotStarted:    "The count has not started.",
		election.Verifying:     "The ballot papers are being verified.",
		election.Verified:      "The ballot papers are verified.",
		election.Counting:      "The votes are being counted.",
		election.Provisional:   "The count is finished and not declared yet.",
		election.Recounting:    "The votes are being recounted.",
		election.Uncontested:   unopposed(r),
		election.Countermanded: "The poll was countermanded because a candidate died.",
		election.Postponed:     "The poll was postponed.",
	}[c.State]
	if c.State == election.Recounting && c.Recount > 1 {
		said = fmt.Sprintf("The votes are being counted again: recount %d.", c.Recount)
	}
	if r.TurnoutPapers.Known() {
		said += fmt.Sprintf(" Turnout, ballot papers: %s%%.", r.TurnoutPapers.Percent(2))
	}
	return said
}

// unopposed says who was elected without a poll.
func unopposed(r election.Result) string {
	names := elected(r)
	if len(names) == 0 {
		return "No poll was held."
	}
	said := "No poll was held. Elected unopposed: " + election.And(names) + "."
	if left := r.Contest.Seats - len(names); left > 0 {
		said += " " + capital(election.Several(left, "seat stays", "seats stay")) + " vacant."
	}
	return said
}

// elected are those elected, with their parties.
func elected(r election.Result) []string {
	var names []string
	for _, row := range r.Rows {
		if row.Elected {
			names = append(names, called(row.Candidate))
		}
	}
	return names
}

// called is a candidate in running text: "Jill Mortimer (Con)".
func called(k election.Candidate) string {
	return OneLine(k.Name()) + " (" + OneLine(k.Party.Label()) + ")"
}

func (n *Blog) newFlag(c election.Contest, f election.Flag) flag {
	words := map[election.FlagKind]struct{ kind, of string }{
		election.Rush:     {"Rush", " has won."},
		election.Call:     {"Call", " is called as the winner."},
		election.Estimate: {"Estimate", " is expected to win."},
	}[f.Kind]
	var said []string
	if k, ok := c.Candidate(f.Candidate); ok {
		said = append(said, called(k)+words.of)
	}
	if s := sentence(f.Words); s != "" {
		said = append(said, s)
	}
	said = append(said, "Source: "+OneLine(f.Source))
	return flag{words.kind + ", not a declared result", strings.Join(said, " "), n.Dated(f.When, n.Changed)}
}
