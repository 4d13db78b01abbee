package layout

import (
	"fmt"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// A councilCard is a council's seats as every form prints them.
type councilCard struct {
	Level   int    // of its heading, as a card's
	Name    string // "Harlow"
	Heading string // "Harlow: Con gain from Lab"
	Status  string // "13 of 33 seats are up, 8 of them filled."
	Before  []string
	Rows    []councilLine
	Facts   []fact
	Notes   []string
}

// A councilLine is one party's seats, or the vacant ones.
type councilLine struct {
	Party, Full string // by its short and its long name
	Total       string
	NotUp, Won  string
	Before      []councilBefore // one a baseline
	Fill        string          // RRGGBB; empty for vacant seats
	Pale, Dim   bool            // needs an outline in light, in dark
}

// A councilBefore is a line's seats in a baseline.
type councilBefore struct {
	Seats  string
	Change string // "+7"; empty until all seats are in
}

func (n *Blog) newCouncil(r election.CouncilResult) councilCard {
	c := r.Council
	k := councilCard{Level: 2, Name: OneLine(c.Name), Heading: OneLine(c.Name), Status: councilStatus(r), Facts: councilFacts(r)}
	if said := OneLine(r.Outcome()); said != "" {
		k.Heading += ": " + said
	}
	for _, b := range r.Comparisons {
		k.Before = append(k.Before, capital(baselineName(b.Baseline)))
		k.Notes = append(k.Notes, councilNote(b))
	}
	in := AllIn(r)
	if !in && len(k.Before) > 0 {
		k.Notes = append(k.Notes, "Changes follow when every seat is in.")
	}
	for _, row := range r.Rows {
		k.Rows = append(k.Rows, n.councilLine(row, in))
	}
	if vacant, any := vacancies(r); any {
		k.Rows = append(k.Rows, vacant)
	}
	return k
}

func (k councilCard) inEntry() councilCard {
	k.Level = 4
	return k
}

func councilStatus(r election.CouncilResult) string {
	seats := election.Several(r.Council.Seats, "seat", "seats")
	switch {
	case r.Up == 0:
		return seats + "; none is up in the wards of this night."
	case r.Filled == r.Up:
		return fmt.Sprintf("%d of %s up, and all of them filled.", r.Up, seats)
	}
	return fmt.Sprintf("%d of %s up, %d of them filled.", r.Up, seats, r.Filled)
}

func councilFacts(r election.CouncilResult) []fact {
	control := "Not decided yet"
	switch {
	case r.Control.None:
		control = "No overall control"
	case r.Control.Known:
		control = OneLine(r.Control.String())
	}
	facts := []fact{
		{"Control", control, ""},
		{"Needed for control", election.Commas(r.Needed), "of all " + election.Several(r.Council.Seats, "seat", "seats")},
	}
	if r.Majority.Known() {
		facts = append(facts, fact{"Majority", r.Majority.String(), "over all other councillors"})
	}
	if r.Vacant > 0 {
		facts = append(facts, fact{"Vacant", election.Commas(r.Vacant), "counted among all seats"})
	}
	return facts
}

// councilNote tells how a council stood in a baseline and what has become of
// it: "As last fought (3 May 2018): Lab control; now Con gain from Lab."
func councilNote(c election.CouncilComparison) string {
	said := capital(baselineName(c.Baseline))
	if day := OneLine(c.Baseline.Date.Long()); day != "" {
		said += " (" + day + ")"
	}
	said += ": "
	switch {
	case !c.Before.Known:
		said += "control not known"
	case c.Before.None:
		said += "no overall control"
	default:
		said += OneLine(c.Before.String()) + " control"
	}
	if c.Outcome != "" {
		said += "; now " + OneLine(c.Outcome)
	}
	return said + "."
}

func baselineName(b election.CouncilBaseline) string {
	if name := OneLine(b.Name); name != "" {
		return name
	}
	return "before"
}

func (n *Blog) councilLine(row election.CouncilRow, in bool) councilLine {
	fill := chart.Fill(row.Party, n.Colours)
	l := councilLine{
		Party: OneLine(row.Party.Label()), Full: OneLine(row.Party.Name),
		Total: election.Commas(row.Total), NotUp: election.Commas(row.NotUp), Won: election.Commas(row.Won),
		Fill: fmt.Sprintf("%02X%02X%02X", fill.R, fill.G, fill.B),
		Pale: LightCard.Outline(fill).A > 0, Dim: DarkCard.Outline(fill).A > 0,
	}
	if l.Full == "" {
		l.Full = l.Party
	}
	for _, change := range row.Changes {
		before := councilBefore{Seats: election.Commas(row.Total - change)}
		if in {
			before.Change = signed(change)
		}
		l.Before = append(l.Before, before)
	}
	return l
}

// vacancies are the seats that are nobody's, where there are or were any.
func vacancies(r election.CouncilResult) (l councilLine, any bool) {
	left := r.Vacant - r.Council.Vacant
	l = councilLine{Party: "Vacant", Full: "Vacant", Total: election.Commas(r.Vacant), NotUp: election.Commas(r.Council.Vacant), Won: "–"}
	if left > 0 {
		l.Won = election.Commas(left)
	}
	any = r.Vacant > 0
	for _, b := range r.Council.Baselines {
		l.Before = append(l.Before, councilBefore{Seats: election.Commas(b.Vacant)})
		any = any || b.Vacant > 0
	}
	return l, any
}

// signed prints a change of seats with its sign; no change is "0".
func signed(n int) string {
	if n > 0 {
		return "+" + election.Commas(n)
	}
	return election.Commas(n)
}

// AllIn reports whether every seat of a council is somebody's or known to be
// nobody's, so that its changes mean something.
func AllIn(r election.CouncilResult) bool {
	open := r.Council.Seats - r.Vacant
	for _, row := range r.Rows {
		open -= row.Total
	}
	return open == 0
}
