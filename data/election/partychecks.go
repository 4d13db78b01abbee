package election

import (
	"fmt"
	"strings"
)

// partyUnderTwoIDs finds a party of the contest that stands in a baseline under
// the same name and another id. Its change and swing are then missing.
func partyUnderTwoIDs(e evidence) (text, figures string) {
	return e.strangers(func(now, then Party) bool { return now.named(then) },
		"is %s here and %s in %s, by one name under two ids: give both the same party, or say that the one goes on from the other.")
}

// partiesOfOneShortName finds a party of the contest that has the abbreviation of
// another one in a baseline, and may be it.
func partiesOfOneShortName(e evidence) (text, figures string) {
	return e.strangers(func(now, then Party) bool { return !now.named(then) && strings.EqualFold(now.Label(), then.Label()) },
		"is %s here and %s in %s: if they are one party, say that the one goes on from the other.")
}

// strangers finds the first party of the contest that is like one of a baseline
// and counts as another. A party that stands on both sides is itself.
func (e evidence) strangers(alike func(now, then Party) bool, words string) (text, figures string) {
	for _, b := range e.c.Baselines {
		then := b.poll(e.c)
		for _, k := range e.p.candidates {
			for _, old := range b.Candidates {
				p, q := k.Party, old.Party
				if p.IsIndependent() || q.IsIndependent() || !alike(p, q) || p.line() == then.line(q) && p.ID != "" ||
					then.has(p) || e.p.has(q) {
					continue
				}
				return p.Label() + " " + fmt.Sprintf(words, p.identified(), q.identified(), "the "+b.Name),
					facts("now", p.ID, "then", q.ID, "baseline", b.ID)
			}
		}
	}
	return "", ""
}

// has reports whether the party stands in the poll.
func (p poll) has(party Party) bool {
	for _, k := range p.candidates {
		if party.ID != "" && p.line(k.Party) == party.line() {
			return true
		}
	}
	return false
}

// identified is a party's name with its id.
func (p Party) identified() string {
	if p.ID == "" {
		return p.Name + " (no id)"
	}
	return p.Name + " (" + p.ID + ")"
}
