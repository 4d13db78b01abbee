package election

import (
	"regexp"
	"strings"

	"nightdesk/data/election/register"
)

// A paperSystem is a row of the table of ballot-paper ids: the system of the
// papers whose id begins with all of these parts, to the day. The rows of one
// kind of paper stand in the order of days.
type paperSystem struct {
	begins string
	until  Date // last day that the row is true of; empty is without end
	name   SystemName
	open   bool // the law leaves it open, so that it is asked
}

// paperSystems is true of ids as Democracy Club makes them: an election, its
// body, the place and the day, with points between.
var paperSystems = []paperSystem{
	{begins: "parl", name: FirstPastThePost},
	{begins: "nia", name: TransferableVote},
	{begins: "sp.c", name: FirstPastThePost},
	{begins: "sp.r", name: PartyLists},
	{begins: "gla.c", name: FirstPastThePost},
	{begins: "gla.a", name: PartyLists},
	{begins: "naw.c", name: FirstPastThePost},
	{begins: "naw.r", name: PartyLists},
	{begins: "senedd.c", name: FirstPastThePost},
	{begins: "senedd.r", name: PartyLists},
	{begins: "senedd", name: PartyLists}, // from 7 May 2026, without constituencies of one seat
	{begins: "europarl.northern-ireland", name: TransferableVote},
	{begins: "europarl", name: PartyLists},
	{begins: "ref", name: Referendum},

	// Elections Act 2022, section 13, for polls from 4 May 2023; the English
	// Devolution and Community Empowerment Act 2026 brings the supplementary vote
	// back, for each office as it is commenced.
	{begins: "mayor", until: "2023-05-03", name: SupplementaryVote},
	{begins: "mayor", until: "2026-05-07", name: FirstPastThePost},
	{begins: "mayor", open: true},
	{begins: "pcc", until: "2023-05-03", name: SupplementaryVote},
	{begins: "pcc", until: "2026-05-07", name: FirstPastThePost},
	{begins: "pcc", open: true},
}

// areaSystems are the areas that a code of the Office for National Statistics is
// of, where it tells the system of a contest that is no parliamentary one.
var areaSystems = map[string]SystemName{
	"S13": TransferableVote,                          // wards of Scotland
	"S16": FirstPastThePost,                          // constituencies of Holyrood
	"S17": PartyLists,                                // its regions
	"N05": TransferableVote, "N06": TransferableVote, // constituencies of the Assembly
	"N08": TransferableVote, "N10": TransferableVote, // wards and electoral areas of Northern Ireland
	"W10": PartyLists, // regions of the Senedd
}

// transferableSince is when Scotland's councils were first elected by single
// transferable vote (Local Governance (Scotland) Act 2004); Northern Ireland's
// always were, since 1973.
const transferableSince Date = "2007-05-03"

// byCode is the system that a contest's ballot-paper id, or the code of its
// area, tells with its day; empty where they do not. It is open where the law
// leaves it so.
func (c Contest) byCode() (name SystemName, open bool) {
	if first, rest, isPaper := strings.Cut(c.Code, "."); isPaper {
		return byPaper(first, rest, c.Date)
	}
	if c.Kind == Parliamentary || len(c.Code) != len("S13002972") {
		return "", false
	}
	name = areaSystems[c.Code[:3]]
	if name == TransferableVote && c.Code[0] == 'S' && c.Date != "" && c.Date < transferableSince {
		return "", false
	}
	return name, false
}

// byPaper reads a ballot-paper id, whose first part stands apart.
func byPaper(first, rest string, day Date) (name SystemName, open bool) {
	if at := strings.LastIndexByte(rest, '.') + 1; day == "" && len(rest)-at == len("2006-01-02") {
		day = Date(rest[at:])
	}
	if first == "local" {
		council, _, _ := strings.Cut(rest, ".")
		return byCouncil(council, day), false
	}
	for _, p := range paperSystems {
		kind, part, deeper := strings.Cut(p.begins, ".")
		if kind != first || deeper && rest != part && !strings.HasPrefix(rest, part+".") {
			continue
		}
		if p.until == "" || day != "" && day <= p.until {
			return p.name, p.open
		}
	}
	return "", false
}

// byCouncil is the system of a council's wards, empty where the seats tell it.
func byCouncil(name string, day Date) SystemName {
	switch {
	case northernIrish[councilKey(name)]:
		return TransferableVote
	case scottish[councilKey(name)] && (day == "" || day >= transferableSince):
		return TransferableVote
	}
	return ""
}

// councilKey is a council's name, or its part of an id, as far as it tells it
// from others.
func councilKey(name string) string {
	var words []string
	for _, w := range strings.Fields(register.Fold(name)) {
		switch w {
		case "council", "city", "borough", "district", "county", "comhairle", "the", "of", "and", "islands":
		default:
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

// The councils of Scotland and of Northern Ireland, by councilKey.
var (
	scottish = councils(`aberdeen|aberdeenshire|angus|argyll bute|clackmannanshire|dumfries galloway|dundee|east ayrshire|east dunbartonshire|
		east lothian|east renfrewshire|edinburgh|eilean siar|na h eileanan siar|na h eileanan an iar|nan eilean siar|falkirk|fife|glasgow|highland|
		inverclyde|midlothian|moray|north ayrshire|north lanarkshire|orkney|perth kinross|renfrewshire|scottish borders|shetland|south ayrshire|
		south lanarkshire|stirling|west dunbartonshire|west lothian`)
	northernIrish = councils(`antrim newtownabbey|ards north down|armagh banbridge craigavon|belfast|causeway coast glens|derry strabane|
		fermanagh omagh|lisburn castlereagh|mid east antrim|mid ulster|newry mourne down`)
)

func councils(names string) map[string]bool {
	keys := map[string]bool{}
	for _, name := range strings.Split(names, "|") {
		keys[councilKey(name)] = true
	}
	return keys
}

// office is a name that says that its contest is for a mayor or a commissioner.
var office = regexp.MustCompile(`(?i)\b(?:mayor(?:al|alty)?|commissioner|pcc|pfcc|pfc|maer|comisiynydd)(?:[^\pL'’]|$)`)

// aWard is a name that says that its contest is a ward.
var aWard = regexp.MustCompile(`(?i)\b(?:ward|division|electoral area|dea|parish)\b`)

// ofReferendum is a name that says that its contest is a referendum.
var ofReferendum = regexp.MustCompile(`(?i)\breferend(?:um|a)\b|\brefferendwm\b`)

// SystemTold is the system that what is known of a contest tells where nobody
// has said it: its ballot-paper id or the code of its area, its council, or its
// name where it is that of an office. It is empty where nothing tells it, so
// that the seats do; and open where it depends on a day that is not known or on
// law that is changing, so that it is asked.
func SystemTold(c Contest) (name SystemName, open bool) {
	if name, open = c.byCode(); name != "" || open {
		return name, open
	}
	if c.Kind != Parliamentary {
		if name = byCouncil(c.Group, c.Date); name != "" && !office.MatchString(c.Name) {
			return name, false
		}
	}
	switch {
	case aWard.MatchString(c.Name) || c.Seats > 1:
		return "", false
	case office.MatchString(c.Name):
		return byPaper("mayor", "", c.Date)
	case ofReferendum.MatchString(c.Name):
		return Referendum, false
	}
	return "", false
}
