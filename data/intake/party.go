package intake

import (
	"regexp"
	"strings"

	"nightdesk/data/election"
)

var (
	gss = regexp.MustCompile(`^[A-Z]\d{8}$`)
	// registered takes the Electoral Commission's number, of a joint id the
	// first, from the ways it is written.
	registered = regexp.MustCompile(`(?i)^(?:PP|party:|joint-party:)\s?(\d{1,6})(?:\D|$)`)
)

// The ids that Democracy Club gives those without a registered party.
const (
	clubIndependent = "ynmp-party:2"
	clubSpeaker     = "ynmp-party:12522"
)

// isGSS reports whether a code is one of the Office for National Statistics.
func isGSS(code string) bool { return gss.MatchString(code) }

// otherNames are names that the parties of the table also go by, folded and
// without "party".
var otherNames = map[string]string{
	"conservatives":                      "PP52",
	"conservative and unionist":          "PP52",
	"labour and co operative":            "PP53",
	"labour co op":                       "PP53",
	"lab co op":                          "PP53",
	"liberal democrats":                  "PP90",
	"lib dem":                            "PP90",
	"lib dems":                           "PP90",
	"greens":                             "PP63",
	"green party of england and wales":   "PP63",
	"reform":                             "PP7931",
	"pc":                                 "PP77",
	"brexit":                             "PP7931",
	"alliance party of northern ireland": "PP103",
	"apni":                               "PP103",
	"sdlp social democratic and labour":  "PP55",
	"speaker seeking re election":        election.SpeakerID,
	"monster raving loony":               "PP66",
}

// PartyKey is a party's name as far as it tells one from another.
func PartyKey(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(Fold(strings.ReplaceAll(name, "&", " and ")), "the "), " party")
}

var partyByName = namesOfParties()

// PartyNamed is the party that goes by a name or a short name; ok is false where
// the register has none of that name. Case, accents, "the" and "party" do not count.
func PartyNamed(name string) (p election.Party, ok bool) {
	p, ok = partyByName[PartyKey(name)]
	return p, ok
}

// NamesOf are the names that a party is found under, as PartyKey writes them, in
// no order.
func NamesOf(p election.Party) []string {
	var names []string
	for name, known := range partyByName {
		if known.Same(p) {
			names = append(names, name)
		}
	}
	return names
}

func namesOfParties() map[string]election.Party {
	byName := map[string]election.Party{}
	for _, p := range election.Parties() {
		for _, name := range []string{p.Name, p.Short} {
			if _, taken := byName[PartyKey(name)]; !taken {
				byName[PartyKey(name)] = p
			}
		}
	}
	for name, id := range otherNames {
		if p, ok := election.PartyByID(id); ok {
			byName[PartyKey(name)] = p
		}
	}
	return byName
}

// isIndependent reports whether a party's id and name say that there is none.
func isIndependent(id, name, short string) bool {
	if strings.EqualFold(id, clubIndependent) {
		return true
	}
	key := Fold(name)
	return id == "" && (key == "independent" || key == "independents" || key == "ind" || key == "" && (short == "" || Fold(short) == "ind"))
}

// party reads a party from the columns that hold its id, name and short name.
func (r row) party(idColumn, nameColumn, shortColumn string) election.Party {
	id, name, short := r.text(idColumn), r.text(nameColumn), r.text(shortColumn)
	if isIndependent(id, name, short) {
		return election.Independent
	}
	number := registered.FindStringSubmatch(id)
	switch {
	case number != nil:
		return named("PP"+number[1], name, short)
	case strings.EqualFold(id, clubSpeaker):
		return named(election.SpeakerID, name, short)
	case strings.HasPrefix(id, "x:"):
		return named(id, name, short)
	case id != "" && !strings.Contains(id, ":"):
		r.bad(idColumn, "is not a party id; it wants the Electoral Commission's, as PP52 or party:52")
	}
	return unregistered(name, short)
}

// named is a party with an id. The desk's short name goes with the desk's name
// for it: a party that had another name then keeps the short name of then.
func named(id, name, short string) election.Party {
	p := election.Party{ID: id, Name: name, Short: short}
	known, ok := election.PartyByID(id)
	if !ok {
		if p.Name == "" {
			p.Name = short
		}
		return p
	}
	if p.Name == "" {
		p.Name = known.Name
	}
	if p.Short == "" || PartyKey(p.Name) == PartyKey(known.Name) {
		p.Short = known.Short
	}
	return p
}

// unregistered is a party that comes without an id: one of the table by its
// name, else one of its own.
func unregistered(name, short string) election.Party {
	if name == "" {
		name = short
	}
	if p, ok := PartyNamed(name); ok {
		if Fold(name) != Fold(p.Short) {
			p.Name = name
		}
		return p
	}
	return election.Party{ID: "x:" + Fold(name), Name: name, Short: short}
}
