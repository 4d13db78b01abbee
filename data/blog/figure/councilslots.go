package figure

import "nightdesk/data/election"

// A chamber is what a council's figure is taken from: what is public of its
// result and, for a figure of a party, the party's row. One without a seat has
// a row of noughts.
type chamber struct {
	election.CouncilResult
	row election.CouncilRow
}

// toCome is how many of the council's seats are still to be filled tonight.
func (c chamber) toCome() int {
	n := c.Council.Seats - c.Vacant
	for _, row := range c.Rows {
		n -= row.Total
	}
	return n
}

var councilSlots = []Slot{
	{Name: "outcome", Council: true, Meaning: "how the council ended: gain, hold, loss or control",
		Example: "{Harlow.outcome}", Prints: "Con gain from Lab", Formats: textFormats,
		chamber: func(c chamber) value { return words(c.Outcome()) }},
	{Name: "control", Council: true, Meaning: "the party in control, or no overall control, once it is certain",
		Example: "{Harlow.control:prose}", Prints: "the Conservatives", Formats: partyFormats,
		chamber: func(c chamber) value { return inControl(c.Control) }},
	{Name: "baseline", Council: true, Meaning: "what the council is compared with",
		Example: "{Harlow.baseline}", Prints: "as last fought", Formats: textFormats,
		chamber: func(c chamber) value {
			if len(c.Comparisons) == 0 {
				return value{}
			}
			return words(c.Comparisons[0].Baseline.Name)
		}},
	{Name: "control.before", Council: true, Meaning: "the party that was in control before, or no overall control",
		Example: "{Harlow.control.before}", Prints: "Labour", Formats: partyFormats,
		chamber: func(c chamber) value {
			if len(c.Comparisons) == 0 {
				return value{}
			}
			return inControl(c.Comparisons[0].Before)
		}},
	{Name: "majority", Council: true, Meaning: "the seats of the party in control less those of all other councillors",
		Example: "{Harlow.majority}", Prints: "8", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(c.Majority) }},
	{Name: "needed", Council: true, Meaning: "the seats that control takes: more than half of all, vacancies included",
		Example: "{Harlow.needed:seats}", Prints: "17 seats", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.Needed)) }},
	{Name: "seats", Council: true, Meaning: "all the seats of the council",
		Example: "{Harlow.seats}", Prints: "33", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.Council.Seats)) }},
	{Name: "up", Council: true, Meaning: "the seats that are up",
		Example: "{Harlow.up}", Prints: "13", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.Up)) }},
	{Name: "filled", Council: true, Meaning: "of the seats that are up, those that wards have declared",
		Example: "{Harlow.filled}", Prints: "13", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.Filled)) }},
	{Name: "to come", Council: true, Meaning: "the seats that no ward has declared yet",
		Example: "{Harlow.to come:words}", Prints: "zero", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.toCome())) }},
	{Name: "vacant", Council: true, Meaning: "the seats that are nobody’s",
		Example: "{Harlow.vacant:words}", Prints: "one", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.CouncilResult.Vacant)) }},

	{Name: "seats", Council: true, Subject: true, Meaning: "the seats of a party so far, those not up with them",
		Example: "{Harlow.Con.seats}", Prints: "20", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.row.Total)) }},
	{Name: "not up", Council: true, Subject: true, Meaning: "the seats of a party that were not up",
		Example: "{Harlow.Con.not up:seats}", Prints: "eight seats", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.row.NotUp)) }},
	{Name: "won", Council: true, Subject: true, Meaning: "the seats that a party won tonight so far",
		Example: "{Harlow.Lab.won:words}", Prints: "one", Formats: seatFormats,
		chamber: func(c chamber) value { return counted(election.Of(c.row.Won)) }},
	{Name: "change", Council: true, Subject: true, Meaning: "the change in a party’s seats against the first baseline, once all are in",
		Example: "{Harlow.Lab.change}", Prints: "−8", Formats: seatsFormats,
		chamber: func(c chamber) value { return c.change() }},
}

// change is the change of the row's party against the primary baseline.
func (c chamber) change() value {
	if len(c.Comparisons) == 0 || c.toCome() != 0 {
		return value{}
	}
	n := 0
	if len(c.row.Changes) > 0 {
		n = c.row.Changes[0]
	}
	return value{kind: seatsValue, count: election.Of(n)}
}

// inControl is the party in control, or no overall control, once it is known.
func inControl(c election.Control) value {
	switch {
	case !c.Known:
		return value{}
	case c.None:
		return value{text: "no overall control", prose: "no overall control"}
	}
	return partyOf(c.Party)
}
