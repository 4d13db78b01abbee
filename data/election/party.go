package election

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"nightdesk/data/election/register"
)

// A Party is what a candidate stands for. Parties match by ID and by nothing
// else, since names and abbreviations change: the Brexit Party and Reform UK
// are both PP7931. The register says which ids are one party's.
type Party struct {
	// ID is the Electoral Commission's id ("PP52"), or one the desk made up
	// for a party without ("x:…"). It is empty for independents.
	ID string `json:"id"`
	// Name as it stood on the day: "Brexit Party".
	Name string `json:"name"`
	// Short is the desk's abbreviation: "Con".
	Short string `json:"short"`
}

// Independent is the party of candidates without one.
var Independent = Party{Name: "Independent", Short: "Ind"}

// IsIndependent reports whether the candidate stands for no party. Such
// candidates are never chained to one another.
func (p Party) IsIndependent() bool {
	return p.ID == "" && (p.Name == "" || strings.EqualFold(p.Name, "Independent"))
}

// Same reports whether two parties are one by id, or by ids that are one party's
// in the register: PP51 and PP52. Independents and parties without an id are never
// the same.
func (p Party) Same(q Party) bool { return p.ID != "" && p.line() == q.line() }

// line is the id that the party counts under, empty for independents.
func (p Party) line() string { return register.Line(p.ID) }

// named reports whether two parties go by one name, whatever their ids.
// Independents go by none.
func (p Party) named(q Party) bool {
	return p.Name != "" && !p.IsIndependent() && register.Key(p.Name) == register.Key(q.Name)
}

// Label is the short name where there is one, else the name; an independent
// without either is "Ind".
func (p Party) Label() string {
	switch {
	case p.Short != "":
		return p.Short
	case p.IsIndependent():
		return Independent.Short
	}
	return p.Name
}

// partiesOf is the lines of the parties that candidates stand for, independents
// aside.
func partiesOf(ks []Candidate) map[string]bool {
	ids := map[string]bool{}
	for _, k := range ks {
		if k.Party.ID != "" {
			ids[k.Party.line()] = true
		}
	}
	return ids
}

// heirsOf applies chains between the parties of now and those of then: the id
// of each party that goes on under another, with the id it goes on under. A
// chain is a party's word where the ids do not tell, so it gives way wherever
// they do: where the old party itself stands now, or the new one stood then.
// The first chain of a party holds, and chains are not followed further.
// Independents, who have no id, are in neither map.
func heirsOf(chains []Chain, now, then map[string]bool) map[string]string {
	heirs := map[string]string{}
	for _, link := range chains {
		link = Chain{register.Line(link.Now), register.Line(link.Then)}
		if !now[link.Now] || !then[link.Then] || now[link.Then] || then[link.Now] {
			continue
		}
		if _, taken := heirs[link.Then]; !taken {
			heirs[link.Then] = link.Now
		}
	}
	return heirs
}

// SpeakerID is the id of the Speaker seeking re-election, who stands for no
// registered party and yet not as an independent.
const SpeakerID = "x:speaker"

// known is the built-in table: the parties of Great Britain and Northern
// Ireland that a desk meets often, by the Electoral Commission's id, with the
// fill that charts draw them in. A party registered separately for Northern
// Ireland has an id, and so a line, of its own.
var known = []struct{ id, name, short, fill string }{
	{"PP52", "Conservative", "Con", "0087DC"},
	{"PP51", "Conservative (Northern Ireland)", "Con", "0087DC"},
	{"PP53", "Labour", "Lab", "E4003B"},
	{"PP90", "Liberal Democrat", "LD", "FAA61A"},
	{"PP7931", "Reform UK", "Reform UK", "12B6CF"},
	{"PP63", "Green Party", "Green", "02A95B"},
	{"PP130", "Scottish Green Party", "Green", "02A95B"},
	{"PP305", "Green Party Northern Ireland", "Green", "02A95B"},
	{"PP102", "Scottish National Party", "SNP", "FDF38E"},
	{"PP77", "Plaid Cymru", "Plaid", "005B54"},
	{"PP85", "UK Independence Party", "UKIP", "6D3177"},
	{"PP84", "UK Independence Party (Northern Ireland)", "UKIP", "6D3177"},

	{"PP70", "Democratic Unionist Party", "DUP", "D46A4C"},
	{"PP39", "Sinn Féin", "SF", "326760"},
	{"PP55", "Social Democratic & Labour Party", "SDLP", "2AA82C"},
	{"PP83", "Ulster Unionist Party", "UUP", "48A5EE"},
	{"PP103", "Alliance", "Alliance", "F6CB2F"},
	{"PP680", "Traditional Unionist Voice", "TUV", "0C3A6A"},
	{"PP773", "People Before Profit Alliance", "PBP", "C2185B"},
	{"PP7968", "Aontú", "Aontú", "3F6B2E"},
	{"PP127", "The Workers’ Party", "WP", "A3282A"},

	{"PP12550", "Heritage Party", "Heritage", "0B3D6B"},
	{"PP2303", "The North East Party", "North East", "6B1F2E"},
	{"PP2755", "Women’s Equality Party", "Women’s Eq.", "432360"},
	{"PP66", "Official Monster Raving Loony Party", "MRLP", "F2381E"},
	{"PP243", "Social Democratic Party", "SDP", "D25571"},
	{"PP12667", "Freedom Alliance", "Freedom All.", "5A2D91"},

	{"PP2055", "The Yorkshire Party", "Yorkshire", "00639C"},
	{"PP79", "Christian Peoples Alliance", "CPA", "7B3F98"},
	{"PP54", "Liberal", "Liberal", "E8832A"},
	{"PP17", "English Democrats", "Eng Dem", "9C1C2B"},
	{"PP3960", "British National Party", "BNP", "2E3B74"},
	{"PP684", "Libertarian Party", "Libertarian", "C9A21B"},
	{"PP770", "Pirate Party UK", "Pirate", "6C4F8E"},
	{"PP184", "Workers Revolutionary Party", "WRP", "A11D21"},
	{"PP616", "Animal Welfare Party", "Animal", "B04A78"},
	{"PP67", "Alliance for Green Socialism", "AGS", "3E8E41"},
	{"PP11423", "Rejoin EU", "Rejoin", "1B4FA0"},
	{"PP1912", "Young People’s Party", "YPP", "D17F9B"},
	{"PP865", "The Justice & Anti-Corruption Party", "JACP", "57707E"},
	{"PP110", "The Socialist Party of Great Britain", "SPGB", "C2331F"},
	{"PP1931", "National Health Action Party", "NHA", "0A6EA8"},
	{"PP6667", "Advance Together", "Advance", "8A5B9E"},
	{"PP73", "Socialist Labour Party", "Soc Lab", "B3171F"},
	{"PP133", "The Peace Party", "Peace", "5E9BC4"},
	{"PP2893", "Christian Party", "Christian", "8C4AA5"},
	{"PP823", "Communist League Election Campaign", "Comm Lge", "8E1B1B"},
	{"PP6595", "Renew", "Renew", "2AA6A1"},
	{"PP804", "Trade Unionist and Socialist Coalition", "TUSC", "D9304F"},
	{"PP12823", "Britain First", "Brit First", "27407A"},
	{"PP6661", "The For Britain Movement", "For Britain", "3A4A68"},
	{"PP11382", "Workers Party of Britain", "Workers", "8F2133"},
	{"PP362", "Respect Party", "Respect", "4C8C3B"},
	{"PP117", "National Front", "NF", "243B6B"},
	{"PP46", "Scottish Socialist Party", "SSP", "C8281E"},
	{"PP12700", "Alba Party", "Alba", "0A5A94"},
	{"PP3902", "Ashfield Independents", "Ashfield", "7E8B99"},
	{SpeakerID, "Speaker", "Spk", "8A8D91"},
}

// independentFill is the fill of candidates without a party.
const independentFill = "DCDCDC"

// Parties is the built-in table in a fixed order, the largest first; the
// slice is the caller's own.
func Parties() []Party {
	ps := make([]Party, len(known))
	for i, k := range known {
		ps[i] = Party{ID: k.id, Name: k.name, Short: k.short}
	}
	return ps
}

// PartyByID finds a party of the built-in table.
func PartyByID(id string) (Party, bool) {
	i := slices.IndexFunc(known, func(k struct{ id, name, short, fill string }) bool { return k.id == id })
	if i < 0 {
		return Party{}, false
	}
	return Party{ID: known[i].id, Name: known[i].name, Short: known[i].short}, true
}

// Colour is the fill of a party as six upper-case hexadecimal digits, RRGGBB:
// the desk's own where own has one under the party's id (independents under
// ""), else the table's, else a greyish one derived from the party's id or
// name, the same in every run. An own colour that is not of that form, with
// or without "#", is passed over.
func Colour(p Party, own map[string]string) string {
	if fill, ok := hex(own[p.ID]); ok && (p.ID != "" || p.IsIndependent()) {
		return fill
	}
	if p.IsIndependent() {
		return independentFill
	}
	for _, k := range known {
		if k.id == p.ID {
			return k.fill
		}
	}
	return derived(p)
}

// hex reads RRGGBB with or without "#" in either case.
func hex(s string) (string, bool) {
	s = strings.ToUpper(strings.TrimPrefix(s, "#"))
	return s, len(s) == 6 && strings.Trim(s, "0123456789ABCDEF") == ""
}

// derived spreads unknown parties over quiet greys of middling lightness, so
// that they can be told apart without looking like anybody's colour.
func derived(p Party) string {
	key := p.ID
	if key == "" {
		key = strings.ToLower(p.Name)
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	n := h.Sum32()
	part := func(shift uint) uint32 { return 96 + n>>shift&63 }
	return fmt.Sprintf("%02X%02X%02X", part(0), part(8), part(16))
}
