package election

// A Council is a body whose seats are, all or in part, up tonight. The wards
// that fill them are the contests whose Group is its Name.
type Council struct {
	ID    string // stable within a night and across its copies
	Name  string // as printed: "Harlow"
	Code  string // GSS code; empty where unknown
	Date  Date   // polling day
	Seats int    // all of its seats: up, not up and vacant

	NotUp     []Holding         // seats that are not up, by party
	Vacant    int               // seats that are not up and nobody's
	Baselines []CouncilBaseline // what seat changes are measured against, primary first
}

// A Holding is how many seats of a council a party has. Independents are held
// together in one, for counting alone.
type Holding struct {
	Party Party
	Seats int
}

// A CouncilBaseline is how a council stood earlier: as last fought, or on the
// eve of the poll. Every change drawn from one names it.
type CouncilBaseline struct {
	Name     string // "as last fought", "eve of poll"
	Date     Date
	Holdings []Holding
	Vacant   int
}

// A CouncilResult is every figure of one council, computed from its wards.
// Only wards that are declared or uncontested count.
type CouncilResult struct {
	Council Council

	Up     int // seats up in its wards
	Filled int // of those, seats that a declared or uncontested ward has filled
	Vacant int // seats that are nobody's: not up and vacant, or left open by a ward without a poll
	Needed int // for control: more than half of all seats, vacancies included

	Rows     []CouncilRow // most seats first, then by votes and name
	Control  Control      // after the poll; not Known while it may still go either way
	Majority Count        // own less all other councillors; unknown without one party in control, or while seats are to come

	Comparisons []CouncilComparison // one a baseline, in the council's order
}

// A CouncilRow is one party's line in a council.
type CouncilRow struct {
	Party   Party
	NotUp   int
	Won     int   // tonight so far
	Total   int   // NotUp + Won
	Changes []int // Total less its seats in each baseline, as CouncilResult.Comparisons; means something once all seats are in
}

// Control says which party holds more than half of all the seats of a council,
// vacancies counted; without one there is no overall control.
type Control struct {
	Known bool
	Party Party // the zero Party is no overall control
	None  bool  // no overall control
}

// A CouncilComparison is a council's outcome against one baseline.
type CouncilComparison struct {
	Baseline CouncilBaseline
	Before   Control
	Outcome  string // "Con gain from Lab", "Con gain from NOC", "Lab hold", "Lab loss to NOC", "NOC hold"; empty while it is open
}

// needed is the seats that control takes: more than half of all, vacancies
// included.
func needed(seats int) int { return seats/2 + 1 }

// controlOf tells who controls a body of so many seats, of which some may be
// still to come. It is not known while they can turn it, nor where the seats
// do not make up such a body. Each party is in the holdings once.
func controlOf(holdings []Holding, toCome, seats int) Control {
	if seats < 1 || toCome < 0 {
		return Control{}
	}
	var most Holding
	for _, h := range holdings {
		if h.Seats < 0 {
			return Control{}
		}
		if h.Seats > most.Seats {
			most = h
		}
	}
	switch {
	case most.Seats >= needed(seats):
		return Control{Known: true, Party: most.Party}
	case most.Seats+toCome < needed(seats):
		return Control{Known: true, None: true}
	}
	return Control{}
}

// control is who was in control before. It is taken of the baseline's own
// number of seats, which new boundaries may have changed since.
func (b CouncilBaseline) control() Control {
	parties := byParty[int]{}
	total := b.Vacant
	for _, h := range b.Holdings {
		*parties.today(h.Party) += h.Seats
		total += h.Seats
	}
	holdings := make([]Holding, 0, len(parties))
	for key, a := range parties {
		holdings = append(holdings, Holding{a.party(key), a.sum})
	}
	return controlOf(holdings, 0, total)
}

// String is the party in control by its label, "NOC" for no overall control,
// and empty while it is not known.
func (c Control) String() string {
	switch {
	case !c.Known:
		return ""
	case c.None:
		return WordNoControlShort.In(everywhere)
	}
	return c.Party.Label()
}

// after words the outcome of a council that was controlled otherwise, or
// alike, before.
func (c Control) after(before Control, heirs map[string]string) string {
	switch {
	case !c.Known || !before.Known:
		return ""
	case c.None && before.None, !c.None && !before.None && partyKey(c.Party) == heirKey(before.Party, heirs):
		return WordHold.With(everywhere, "{party}", c)
	case c.None:
		return WordLostControl.With(everywhere, "{party}", before, "{to}", c)
	}
	return WordGain.With(everywhere, "{party}", c, "{from}", before)
}

// Outcome is how the council ended against its primary baseline: "Con gain
// from Lab". Where there is none, or it does not tell who was in control, it
// is "Con control" or "no overall control". It is empty while it is open.
func (r CouncilResult) Outcome() string {
	switch {
	case len(r.Comparisons) > 0 && r.Comparisons[0].Outcome != "":
		return r.Comparisons[0].Outcome
	case !r.Control.Known:
		return ""
	case r.Control.None:
		return WordNoControl.In(everywhere)
	}
	return WordControl.With(everywhere, "{party}", r.Control)
}
