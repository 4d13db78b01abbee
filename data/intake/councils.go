package intake

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

var councilFormat = &format{
	name:  "Nightdesk councils",
	marks: [][]string{{"council", "seats held"}, {"council", "heading"}},
	needs: []string{"council", "seats", "heading", "seats held"},
	reads: []string{"council", "code", "date", "seats", "heading", "baseline date", "party id", "party name", "party short", "seats held"},
	also:  map[string]string{"party": "party name", "short": "party short", "held": "seats held"},
	read:  (*reading).readCouncils,
}

// What stands under a council's headings beside the names of baselines.
const (
	notUp      = "not up"
	vacantSeat = "vacant"
)

// A gatheredCouncil is a council while its rows are being read.
type gatheredCouncil struct {
	council election.Council
	first   row
	held    map[string]row // where a party's seats under a heading were first said
}

func (g *reading) readCouncils(_ Source, _ *table, rows []row) {
	byName := map[string]*gatheredCouncil{}
	for _, r := range rows {
		r.unguard()
		name := r.need("council", "the name of the council")
		of := byName[Fold(name)]
		if of == nil {
			of = &gatheredCouncil{first: r, held: map[string]row{}, council: election.Council{
				Name: r.raw("council"), Code: r.text("code"), Date: r.day("date"), Seats: r.seatsOf("seats"),
			}}
			byName[Fold(name)] = of
			g.councilsRead = append(g.councilsRead, of)
		}
		r.same(of.first, "council", "code", "date", "seats")
		of.hold(r)
	}
}

// seatsOf is a number of seats that must be there.
func (r row) seatsOf(column string) int {
	n, known := r.count(column, "seats").Get()
	if !known && r.text(column) == "" {
		r.bad(column, "is empty; it wants a number of seats")
	}
	return n
}

// hold takes one row: the seats of a party, or vacant ones, under a heading.
func (of *gatheredCouncil) hold(r row) {
	heading, party := r.text("heading"), r.text("party name")
	if heading == "" {
		if r.text("seats held") != "" {
			r.bad("heading", "is empty; it wants not up, vacant or the name of a baseline")
		}
		return
	}
	vacant := r.text("party id") == "" && strings.EqualFold(party, vacantSeat)
	if strings.EqualFold(heading, vacantSeat) {
		heading, vacant = notUp, true
	}
	holding := election.Holding{Seats: r.seatsOf("seats held")}
	key := strings.ToLower(heading) + "\x00"
	if !vacant {
		holding.Party, _ = r.own()
		key += holding.Party.ID + "\x00" + Fold(holding.Party.Name)
	}
	if first, again := of.held[key]; again {
		r.bad("seats held", fmt.Sprintf("is said of the same seats as on line %d", first.line()))
		return
	}
	of.held[key] = r
	if strings.EqualFold(heading, notUp) {
		add(&of.council.NotUp, &of.council.Vacant, holding, vacant)
		return
	}
	b := of.baseline(r, heading)
	add(&b.Holdings, &b.Vacant, holding, vacant)
}

func add(holdings *[]election.Holding, empty *int, h election.Holding, vacant bool) {
	if vacant {
		*empty += h.Seats
		return
	}
	*holdings = append(*holdings, h)
}

// baseline is the council's baseline of a name, a new one where there is none.
func (of *gatheredCouncil) baseline(r row, name string) *election.CouncilBaseline {
	day := r.day("baseline date")
	for i := range of.council.Baselines {
		b := &of.council.Baselines[i]
		if !strings.EqualFold(b.Name, name) {
			continue
		}
		if day != "" && b.Date != "" && day != b.Date {
			r.bad("baseline date", fmt.Sprintf("differs from %s, though the baseline is the same", b.Date))
		}
		if b.Date == "" {
			b.Date = day
		}
		return b
	}
	of.council.Baselines = append(of.council.Baselines, election.CouncilBaseline{Name: name, Date: day})
	return &of.council.Baselines[len(of.council.Baselines)-1]
}

// The keys that are read from a council in the document of results.
var (
	councilKeys = []string{"name", "code", "date", "seats", "not_up_vacant"}
	earlierKeys = []string{"name", "date", "vacant"}
	holdingKeys = append([]string{"seats"}, partyKeys...)
)

func (g *reading) resultsCouncil(p part) {
	c := election.Council{
		Name: p.raw("name"), Code: p.text("code"), Date: p.day("date"), Seats: p.howMany("seats", "seats"),
		NotUp: g.holdings(p, "not_up"), Vacant: p.howMany("not up vacant", "seats"),
	}
	p.need("name", "the name of the council")
	for _, b := range p.parts(g, "comparisons", earlierKeys...) {
		b.need("name", "the name of the baseline")
		c.Baselines = append(c.Baselines, election.CouncilBaseline{
			Name: b.raw("name"), Date: b.day("date"), Holdings: g.holdings(b, "holdings"), Vacant: b.howMany("vacant", "seats"),
		})
	}
	g.councilsRead = append(g.councilsRead, &gatheredCouncil{council: c, first: p.row})
}

func (g *reading) holdings(p part, key string) []election.Holding {
	var all []election.Holding
	for _, h := range p.parts(g, key, holdingKeys...) {
		of, _ := h.partyOf()
		all = append(all, election.Holding{Party: of, Seats: h.howMany("seats", "seats")})
	}
	return all
}

// councils are those of all files, each once.
func (g *reading) councils() []election.Council {
	var all []election.Council
	byName := map[string]*gatheredCouncil{}
	for _, of := range g.councilsRead {
		key := Fold(of.council.Name)
		if other := byName[key]; other != nil {
			of.first.wrong(Problem{File: of.first.file, Line: of.first.line(), Path: of.first.path, Value: of.council.Name,
				Want: fmt.Sprintf("is also in %s, line %d", other.first.file, other.first.line())})
			continue
		}
		byName[key] = of
		all = append(all, of.council)
	}
	return all
}
