package proofread

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/blog/figure"
	"nightdesk/data/election"
)

// supposing is in sentences that do not say that somebody has won.
var supposing = regexp.MustCompile(`(?i)\b(?:when|whenever|once|unless|should|can|may|every|always|since|again|who|whether|which|how|why|what)\b|\?`)

// judgeWinner compares who is said to have won with who is elected.
func judgeWinner(c claim) verdict {
	m := c.mention("s")
	if supposing.MatchString(c.sentence.text) || c.text("v") != "" && !c.takesTheSeat(m) {
		return verdict{}
	}
	var elected []string
	for _, row := range c.results[0].Rows {
		k := row.Candidate
		if !row.Elected {
			continue
		}
		if k.ID == m.candidate || slices.Contains(m.parties, k.Party.ID) || k.Party.IsIndependent() && slices.Contains(m.parties, "") {
			return verdict{}
		}
		elected = append(elected, figure.NameAndParty(k))
	}
	if len(elected) == 0 {
		return verdict{}
	}
	return verdict{truth: fmt.Sprintf("elected in %s: %s. Correct the name.", c.contest.Name, election.And(elected))}
}

// takesTheSeat reports whether what follows "wins" or "takes" is the seat, and
// for a candidate also a stop or the lead. A party may have won before.
func (c claim) takesTheSeat(m mention) bool {
	rest := strings.TrimLeft(c.sentence.text[c.all.To:], " ")
	verb := strings.ToLower(c.text("v"))
	past := strings.HasSuffix(verb, "won")
	for _, seat := range []string{"the seat", "this seat", "here", "the by-election", strings.TrimSuffix(straight(c.contest.Name), " ward")} {
		if strings.HasPrefix(rest, seat) {
			return m.candidate != "" || !past
		}
	}
	wins := past || strings.HasPrefix(verb, "win")
	return m.candidate != "" && wins && winsOutright.MatchString(rest)
}

var winsOutright = regexp.MustCompile(`^(?:$|[.!;]|by \d)`)
