package election

import (
	"fmt"
	"strings"
)

// second is the second keying, nil where there is none to compare with. A
// correction after the declaration has a reason and a source of its own, and
// is not measured against a keying of the count before it.
func (e evidence) second() *Keying {
	if e.c.State == Corrected {
		return nil
	}
	return e.c.Second
}

// of is what was keyed again into a field of numbers.
func (k Keying) of(f field) Count {
	switch f.key {
	case electorateKey:
		return Count{}
	case verifiedKey:
		return k.Verified
	case rejectedKey:
		return k.Rejected
	}
	return k.Votes[f.key]
}

func secondDiffers(e evidence) (text, figures string) {
	second := e.second()
	if second == nil {
		return "", ""
	}
	var said []string
	var rests []any
	for _, f := range e.numbers() {
		if again := second.of(f); again.known && again != f.count {
			said = append(said, fmt.Sprintf("%s %s and then %s", f.what, f.count, again))
			rests = append(rests, f.key, f.count, "again", again)
		}
	}
	if len(said) == 0 {
		return "", ""
	}
	return "The second keying differs from the first: " + strings.Join(said, ", ") + ".", facts(rests...)
}

// neighboursSwapped finds two candidates next to each other on the ballot
// paper each of whom has the other's votes in the second keying.
func neighboursSwapped(e evidence) (text, figures string) {
	second := e.second()
	if second == nil {
		return "", ""
	}
	var said []string
	var rests []any
	for i := 1; i < len(e.p.candidates); i++ {
		a, b := e.p.candidates[i-1], e.p.candidates[i]
		known := a.Votes.known && b.Votes.known
		if !known || a.Votes == b.Votes || second.Votes[a.ID] != b.Votes || second.Votes[b.ID] != a.Votes {
			continue
		}
		said = append(said, fmt.Sprintf("%s %s and %s %s", a.Name(), a.Votes, b.Name(), b.Votes))
		rests = append(rests, a.ID, a.Votes, b.ID, b.Votes)
	}
	if len(said) == 0 {
		return "", ""
	}
	return "Two neighbours are keyed the other way round the second time: " + strings.Join(said, "; ") + ".", facts(rests...)
}
