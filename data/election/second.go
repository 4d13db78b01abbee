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

// A Difference is a field in which the two keyings of a count are not alike.
type Difference struct {
	Field         string // a candidate's id, or "verified" or "rejected" of the papers
	Name          string // what it is called: "Jill Mortimer", "rejected papers"
	First, Second Count  // First may be unknown
}

// Differences are the fields in which the second keying of a contest differs
// from its figures: the papers first, then candidates in ballot-paper order; nil
// where there are none, or no second keying. What was not keyed a second time is
// not compared, nor is a corrected result.
func Differences(c Contest) []Difference { return evidence{c: c, p: c.poll()}.differences() }

func (e evidence) differences() []Difference {
	second := e.second()
	if second == nil {
		return nil
	}
	var all []Difference
	for _, f := range e.numbers() {
		if again := second.of(f); again.known && again != f.count {
			all = append(all, Difference{f.key, f.what, f.count, again})
		}
	}
	return all
}

func secondDiffers(e evidence) (text, figures string) {
	var said []string
	var rests []any
	for _, d := range e.differences() {
		said = append(said, fmt.Sprintf("%s %s and then %s", d.Name, d.First, d.Second))
		rests = append(rests, d.Field, d.First, "again", d.Second)
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
