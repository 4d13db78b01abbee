package figure

import (
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A Completion is a slot that what was typed may become.
type Completion struct {
	Slot    string // without its braces, bound to the contest where the night has several
	Prints  string // with the figures that are public now, empty where there is none
	Meaning string
}

// mostCompletions is as many as can be looked over while one types.
const mostCompletions = 6

// Complete lists the slots that begin with what was typed after a brace, for
// the contest that is at hand: its own figures, then those of its candidates
// and parties. Case and accents make no difference. There are few, and none
// where what was typed is a slot already.
func Complete(typed string, at election.Contest, r blog.Results) []Completion {
	d := drafting{resolver: newResolver(r), contest: at}
	key := text.SearchKey(typed)
	for _, owner := range blog.ContestNames(at) { // {Bush Fair.maj
		if rest, ok := strings.CutPrefix(key, owner+"."); ok {
			key = rest
			break
		}
	}
	var out []Completion
	offer := func(name string, s Slot) {
		folded := text.SearchKey(name)
		if len(out) == mostCompletions || folded == key || !strings.HasPrefix(folded, key) {
			return
		}
		bound := strings.TrimSuffix(strings.TrimPrefix(d.bind("{"+name+"}"), "{"), "}")
		f, problem := d.resolve(bound)
		if problem != nil && problem.code == "slot-unknown" {
			return
		}
		out = append(out, Completion{bound, f.Value, s.Meaning})
	}
	for _, s := range contestSlots {
		if !s.Subject {
			offer(s.Name, s)
		}
	}
	for _, who := range slotSubjects(at) {
		for _, s := range contestSlots {
			if s.Subject {
				offer(who+"."+s.Name, s)
			}
		}
	}
	return out
}

// slotSubjects are the names by which figures of candidates and parties are asked
// for: surnames that only one has, else full names, and then parties.
func slotSubjects(c election.Contest) []string {
	surnames := map[string]int{}
	for _, k := range c.Candidates {
		surnames[text.SearchKey(k.Surname)]++
	}
	var names, parties []string
	for _, k := range c.Candidates {
		name := k.Surname
		if surnames[text.SearchKey(name)] > 1 || name == "" {
			name = k.Name()
		}
		names = append(names, name)
		if label := k.Party.Label(); !k.Party.IsIndependent() && !slices.Contains(parties, label) {
			parties = append(parties, label)
		}
	}
	return append(names, parties...)
}
