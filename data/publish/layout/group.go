package layout

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

// A Group is contests that stand together: the wards of a council under its
// table, the seats of a nation under its name, or those that stand alone.
type Group struct {
	Level   int          // of the heading over it, 1 where it has none of its own
	Name    string       // "Wales"; empty under a council and for those that stand alone
	Council *councilCard // nil where it is no council
	Roundup *roundup     // the many in one table; nil where each stands open
	Cards   []card
	Pending []pending
}

// How many results stand open, each with its table: of a group, and of all
// groups together. Where there are more they are lines of one table, and each
// can be opened below it.
const (
	fewInGroup = 3
	fewInAll   = 6
)

// A gathering is what stands together before it is laid out.
type gathering struct {
	name    string
	Council *election.CouncilResult // nil where it is no council
	Results []election.Result
}

// Gathered are all contests of which there is something to tell, in the order
// of the night; a group stands where its first contest does, and a council
// without wards comes last.
func (n *Blog) Gathered() []*gathering {
	var all []*gathering
	take := func(name string) *gathering {
		for _, g := range all {
			if g.name == name {
				return g
			}
		}
		all = append(all, &gathering{name: name})
		return all[len(all)-1]
	}
	for _, r := range n.ContestResults {
		if c := r.Contest; len(c.Candidates) > 0 || c.State != election.NotStarted {
			g := take(c.Group)
			g.Results = append(g.Results, r)
		}
	}
	for i, r := range n.CouncilResults {
		take(r.Council.Name).Council = &n.CouncilResults[i]
	}
	return all
}

// Groups lay out what is gathered.
func (n *Blog) Groups() []Group {
	gatherings := n.Gathered()
	open := 0
	for _, s := range gatherings {
		if len(s.Results) <= fewInGroup {
			open += len(s.Results)
		}
	}
	var all []Group
	for _, s := range gatherings {
		g := Group{Level: 1}
		if s.Council != nil {
			card := n.newCouncil(*s.Council)
			g.Council, g.Level = &card, 2
		} else if g.Name = OneLine(s.name); g.Name != "" {
			g.Level = 2
		}
		if len(s.Results) > fewInGroup || len(s.Results) > 0 && open > fewInAll {
			g.Roundup = n.roundup(g, s.Results)
		} else {
			n.fill(&g, s.Results)
		}
		all = append(all, g)
	}
	return all
}

// fill puts contests into a group, each open.
func (n *Blog) fill(g *Group, rs []election.Result) {
	for _, r := range rs {
		if r.Contest.State.IsDeclared() {
			g.Cards = append(g.Cards, n.newCard(r).under(g.Level))
		} else {
			g.Pending = append(g.Pending, n.newPending(r).under(g.Level))
		}
	}
}

// A roundup is many contests in one table, a line each.
type roundup struct {
	Level   int
	Heading string
	Status  string // "12 of 13 declared or elected unopposed. Seats: Lab 7, Con 5."
	Lines   []roundupLine
	Tall    bool   // too many lines to stand in full: the table scrolls in a frame
	Full    []card // the results, to be opened one by one
}

// A roundupLine is a contest in one line.
type roundupLine struct {
	Contest  string
	Anchor   string   // empty where there is no result to open
	Outcome  string   // "Con gain from Lab"; empty before the declaration
	Marks    []string // "corrected", "by lot"
	Elected  []Row    // those elected, without figures
	Majority string
	Pending  *pending // nil once declared
}

// A table of more lines than this scrolls in a frame of its own.
const tallest = 15

func (n *Blog) roundup(g Group, rs []election.Result) *roundup {
	u := roundup{Level: g.Level + 1, Heading: "Results", Tall: len(rs) > tallest}
	if g.Council != nil {
		u.Heading = g.Council.Name + ", the wards"
	} else if g.Name != "" {
		u.Level, u.Heading = g.Level, g.Name
	}
	done := 0
	for _, r := range rs {
		c := r.Contest
		l := roundupLine{Contest: OneLine(c.Name)}
		if !c.State.IsDeclared() {
			p := n.newPending(r)
			l.Pending = &p
		} else {
			l.Outcome, l.Majority, l.Anchor = outcome(r), r.Majority.String(), Anchor(c.ID)
			if c.State == election.Corrected {
				l.Marks = append(l.Marks, "corrected")
			}
			if byLot(r) {
				l.Marks = append(l.Marks, "by lot")
			}
			for _, k := range n.lines(r) {
				if k.Elected {
					l.Elected = append(l.Elected, k)
				}
			}
			u.Full = append(u.Full, n.newCard(r))
		}
		if c.State.IsDeclared() || c.State == election.Uncontested {
			done++
		}
		u.Lines = append(u.Lines, l)
	}
	u.Status = fmt.Sprintf("%s of %s declared or elected unopposed.", election.Commas(done), election.Commas(len(rs)))
	if g.Council == nil {
		u.Status = strings.TrimSpace(u.Status + " " + won(rs))
	}
	return &u
}

// won is who has won how many seats, in a sentence: "Seats: Lab 22, Con 14."
func won(rs []election.Result) string {
	var all []string
	for _, row := range election.Tally(rs).Rows {
		if row.Seats > 0 {
			all = append(all, OneLine(row.Party.Label())+" "+election.Commas(row.Seats))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "Seats: " + strings.Join(all, ", ") + "."
}
