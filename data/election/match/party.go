package match

import (
	"regexp"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

// registered takes the Electoral Commission's number, of a joint id the first,
// from the ways it is written. Minor parties, whose number begins with an m,
// stand in parish elections.
var registered = regexp.MustCompile(`(?i)^(?:PP|party:|joint-party:|minor-party:)\s?(m?\d{1,6})(?:\D|$)`)

// IsPartyID reports whether a text is written as an id of the Commission's.
func IsPartyID(text string) bool { return registered.MatchString(strings.TrimSpace(text)) }

// The ids that Democracy Club gives those without a registered party.
const (
	clubIndependent = "ynmp-party:2"
	clubSpeaker     = "ynmp-party:12522"
)

// A Standing is what a candidate stands for, as far as a file says it.
type Standing struct {
	Party election.Party
	// Description is the text given for the party where that is not its name but
	// what a ballot paper says, as printed: "The Conservative Party Candidate".
	Description string
	New         bool // a party that is neither in the register nor has an id
	// Other is the label of the register's party of the name, where the id is
	// that of another; empty where the two agree.
	Other string
}

// Party reads the party that an id, a name and a short name mean, each of which
// may be empty. An id of the Commission's goes first; then a name or what a ballot
// paper says is looked up in the register. Without any of the three the party
// is unknown, which counts as independent. It is false where the id is not one.
func Party(id, name, short string) (s Standing, ok bool) {
	id, name, short = strings.TrimSpace(id), strings.TrimSpace(name), strings.TrimSpace(short)
	number := registered.FindStringSubmatch(id)
	switch {
	case strings.EqualFold(id, clubIndependent):
		return Standing{Party: election.Independent}, true
	case number != nil:
		s = named("PP"+strings.ToLower(number[1]), name, short)
	case strings.EqualFold(id, clubSpeaker):
		s = named(election.SpeakerID, name, short)
	case strings.HasPrefix(id, "x:"):
		s = named(id, name, short)
	case id != "" && !strings.Contains(id, ":"):
		return Standing{}, false
	default:
		return unregistered(name, short), true
	}
	if other, how := register.Named(name); name != "" && how != register.Unknown && other != s.Party.ID && register.Line(s.Party.ID) != other {
		s.Other = labelOf(other)
	}
	return s, true
}

func labelOf(id string) string {
	if known, ok := election.PartyByID(id); ok {
		return known.Label()
	}
	if names := register.Names(id); len(names) > 0 {
		return names[0]
	}
	return election.Independent.Name
}

// named is a party with an id. The desk's short name goes with the desk's name
// for it: a party that had another name then keeps the short name of then.
func named(id, name, short string) Standing {
	s := Standing{Party: election.Party{ID: id, Name: name, Short: short}}
	known, ok := election.PartyByID(id)
	if !ok {
		if s.Party.Name == "" {
			s.Party.Name = short
		}
		if s.Party.Name == "" {
			s.Party.Name = firstName(id)
		}
		return s
	}
	if s.Party.Name == "" {
		s.Party.Name = known.Name
	}
	if s.Party.Short == "" || register.Key(s.Party.Name) == register.Key(known.Name) {
		s.Party.Short = known.Short
	}
	return s
}

func firstName(id string) string {
	if names := register.Names(id); len(names) > 0 {
		return names[0]
	}
	return id
}

// unregistered is a party that comes without an id: one of the register by what it
// is called, else one of its own.
func unregistered(name, short string) Standing {
	if name == "" {
		name = short
	}
	id, how := register.Named(name)
	switch {
	case name == "", how == register.None:
		return Standing{Party: election.Independent}
	case how == register.ByDescription && id == "":
		return Standing{Party: election.Independent, Description: name}
	case how == register.Unknown:
		return Standing{Party: election.Party{ID: "x:" + register.Fold(name), Name: name, Short: short}, New: true}
	}
	p, ok := election.PartyByID(id)
	if !ok {
		p = election.Party{ID: id, Name: firstName(id), Short: short}
	}
	switch {
	case how == register.ByDescription:
		return Standing{Party: p, Description: name}
	case register.Fold(name) != register.Fold(p.Short):
		p.Name = name
	}
	return Standing{Party: p}
}
