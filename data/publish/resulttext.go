package publish

import (
	"fmt"
	"strings"

	"nightdesk/data/blog/text"
)

// This file writes results as plain text: a line a candidate, a line a
// figure, and of many contests a line each.

func groupText(g group) string {
	var parts []string
	switch {
	case g.Council != nil:
		parts = append(parts, councilText(*g.Council))
	case g.Name != "" && g.Roundup == nil:
		parts = append(parts, g.Name)
	}
	if g.Roundup != nil {
		parts = append(parts, roundupText(*g.Roundup))
	}
	for _, k := range g.Cards {
		parts = append(parts, cardText(k))
	}
	for _, p := range g.Pending {
		parts = append(parts, pendingText(p))
	}
	return strings.Join(parts, "\n\n")
}

// cardText is a result in lines.
func cardText(k card) string {
	lines := []string{k.Heading, strings.TrimSpace(k.Status + " " + k.Basis)}
	for _, a := range k.Amended {
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("Corrected %s (revision %d). %s", a.When.Text, a.Revision, a.Text)))
	}
	lines = append(lines, "")
	for _, l := range k.Full() {
		s := l.Name
		if l.Party != "" {
			s += ", " + l.Party
		}
		s += ": " + l.Votes + " (" + l.Share + "%"
		if l.Change != "" {
			s += ", " + l.Change
		}
		s += ")"
		if l.Elected {
			s += ", elected"
		}
		lines = append(lines, s)
	}
	return strings.Join(belowTable(lines, k.Facts, k.Notes), "\n")
}

// belowTable adds the figures and notes that stand below a table.
func belowTable(lines []string, facts []fact, notes []string) []string {
	lines = append(lines, "")
	for _, f := range facts {
		s := f.Label + ": " + f.Value
		if f.Note != "" {
			s += " (" + f.Note + ")"
		}
		lines = append(lines, s)
	}
	return append(lines, notes...)
}

func pendingText(p pending) string {
	lines := []string{p.Contest + ": " + p.Text}
	for _, f := range p.Flags {
		lines = append(lines, f.Kind+", "+f.When.Text+": "+f.Text)
	}
	return strings.Join(lines, "\n")
}

// councilText is a council in lines.
func councilText(k councilCard) string {
	lines := []string{k.Heading, k.Status, ""}
	for _, l := range k.Rows {
		s := l.Full + ": " + l.Total + " (not up " + l.NotUp + ", won " + l.Won
		if l.Fill == "" {
			s = l.Full + ": " + l.Total + " (not up " + l.NotUp + ", left open " + l.Won
		}
		for i, b := range l.Before {
			s += "; " + k.Before[i] + " " + b.Seats
			if b.Change != "" {
				s += " (" + b.Change + ")"
			}
		}
		lines = append(lines, s+")")
	}
	return strings.Join(belowTable(lines, k.Facts, k.Notes), "\n")
}

// roundupText is many contests, a line each.
func roundupText(u roundup) string {
	lines := []string{u.Heading, u.Status, ""}
	for _, l := range u.Lines {
		if l.Pending != nil {
			lines = append(lines, pendingText(*l.Pending))
			continue
		}
		s := l.Contest + ": " + l.Outcome
		var names []string
		for _, k := range l.Elected {
			names = append(names, k.Name+" ("+k.Party+")")
		}
		if len(names) > 0 {
			s += ". Elected: " + strings.Join(names, ", ")
		}
		s += ". Majority " + l.Majority
		for _, mark := range l.Marks {
			s += ", " + mark
		}
		lines = append(lines, s+".")
	}
	return strings.Join(lines, "\n")
}

func (n *night) resultText(b text.ResultBlock) string {
	if r, ok := n.result(b.Contest); ok {
		if r.Contest.State.IsDeclared() {
			return cardText(n.newCard(r).inEntry())
		}
		return pendingText(n.newPending(r))
	}
	if r, ok := n.council(b.Contest); ok {
		return councilText(n.newCouncil(r))
	}
	return unfound("@result " + b.Contest)
}

func (n *night) chartText(b text.ChartBlock) string {
	const columns = 72
	m, instead, _ := n.model(b)
	if instead != "" {
		return instead
	}
	return unfold(m.Text(columns))
}
