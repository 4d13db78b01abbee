package election

import (
	"fmt"
	"strings"
)

// evidence is what the rules look at.
type evidence struct {
	c Contest
	p poll
	r Result
}

// A field is one number that a person keys: what it is called, and a key that
// stays when a name is respelt.
type field struct {
	what  string
	key   string
	count Count
}

// The keys of the numbers that are not a candidate's.
const (
	electorateKey = "electorate"
	verifiedKey   = "verified"
	rejectedKey   = "rejected"
)

// numbers is every number keyed into the contest, the rejected papers'
// headings aside: electorate, papers and votes.
func (e evidence) numbers() []field {
	fs := []field{
		{"the electorate", electorateKey, e.p.electorate},
		{"papers verified", verifiedKey, e.p.verified},
		{"rejected papers", rejectedKey, e.p.rejected},
	}
	for _, k := range e.p.candidates {
		fs = append(fs, field{k.Name(), k.ID, k.Votes})
	}
	return fs
}

// headings is the rejected papers by ground.
func (e evidence) headings() []field {
	h := e.c.Headings
	return []field{
		{"papers without an official mark", "no mark", h.NoMark},
		{"papers with too many votes", "too many", h.TooMany},
		{"papers that identify the voter", "identity", h.Identity},
		{"papers void for uncertainty", "uncertain", h.Uncertain},
	}
}

// facts writes names and values as one line that changes when any value does.
func facts(pairs ...any) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, "%v=%v;", pairs[i], pairs[i+1])
	}
	return b.String()
}

// shortList joins up to four things and counts the others.
func shortList(things []string) string {
	if len(things) <= 4 {
		return strings.Join(things, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(things[:3], ", "), len(things)-3)
}
