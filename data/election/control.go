package election

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

// control is who was in control before. It is reckoned by the baseline's own
// number of seats, which new boundaries may have changed since.
func (b CouncilBaseline) control() Control {
	accounts := ledger[int]{}
	total := b.Vacant
	for _, h := range b.Holdings {
		*accounts.today(h.Party) += h.Seats
		total += h.Seats
	}
	holdings := make([]Holding, 0, len(accounts))
	for key, a := range accounts {
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
	case c.None && before.None, !c.None && !before.None && accountKey(c.Party) == heirKey(before.Party, heirs):
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
