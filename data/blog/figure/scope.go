package figure

import (
	"slices"
	"strings"

	"nightdesk/data/election"
)

// A scope is what a figure is taken from: a public result and, for a figure
// of a candidate or party, its row.
type scope struct {
	election.Result
	row election.Row
}

func (s scope) comparison(f func(*election.Comparison) value) value {
	if c := s.Primary(); c != nil {
		return f(c)
	}
	return value{}
}

func (s scope) swing(f func(*election.Swing) value) value {
	return s.comparison(func(c *election.Comparison) value {
		if c.Swing == nil {
			return value{}
		}
		return f(c.Swing)
	})
}

// elected lists something of those elected, each once and where there is any:
// "A, B and C".
func (s scope) elected(what func(election.Candidate) string) string {
	var all []string
	for _, row := range s.Rows {
		if x := what(row.Candidate); row.Elected && x != "" && !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return election.And(all)
}

func (s scope) runnerUp() string {
	for _, row := range s.Rows {
		if !row.Elected && row.Rank > 0 {
			return row.Candidate.Name()
		}
	}
	return ""
}

// gainedFrom is the party that lost the seat.
func (s scope) gainedFrom() value {
	if o := s.Outcome(); o.Kind == election.Gain {
		return partyOf(o.From)
	}
	return value{}
}

// drawn lists those elected by lot: with as many votes as somebody who is not.
func (s scope) drawn() string {
	if n, known := s.Majority.Get(); !known || n != 0 {
		return ""
	}
	level := s.level()
	return s.elected(func(k election.Candidate) string {
		if k.Votes == level {
			return k.Name()
		}
		return ""
	})
}

// tied lists those who are level for the last seat, and their votes.
func (s scope) tied() (names string, votes election.Count) {
	if s.Outcome().Kind != election.Tie {
		return "", election.Count{}
	}
	level := s.level()
	var all []string
	for _, row := range s.Rows {
		if row.Candidate.Votes == level {
			all = append(all, row.Candidate.Name())
		}
	}
	return election.And(all), level
}

// level is the votes of the best placed who is not elected.
func (s scope) level() election.Count {
	for _, row := range s.Rows {
		if !row.Elected {
			return row.Candidate.Votes
		}
	}
	return election.Count{}
}

// NameAndParty is a candidate as sentences introduce one: "Jill Mortimer
// (Conservative)".
func NameAndParty(k election.Candidate) string { return k.Name() + " (" + PartyName(k.Party) + ")" }

// PartyName is a party by its name in full, "Independent" for none.
func PartyName(p election.Party) string { return partyOf(p).text }

// partyOf is a party by its name, and as a sentence speaks of it.
func partyOf(p election.Party) value {
	name := p.Name
	switch {
	case p.IsIndependent():
		name = election.Independent.Name
	case name == "":
		name = p.Label()
	}
	return value{text: name, prose: spokenOf(p, name)}
}

// spokenOf is a party as a sentence speaks of it: "the Conservatives",
// "Labour", "the Green Party", "an independent".
func spokenOf(p election.Party, name string) string {
	switch {
	case p.IsIndependent():
		return "an independent"
	case name == "Conservative" || name == "Liberal Democrat":
		return "the " + name + "s"
	case p.ID == election.SpeakerID:
		return "the Speaker"
	case strings.HasPrefix(name, "The "):
		return "the " + strings.TrimPrefix(name, "The ")
	case strings.HasSuffix(name, " Party"):
		return "the " + name
	}
	return name
}
