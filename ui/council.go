package ui

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

// councilLines are a council as the scoreboard shows it: its control before
// and after, and its seats by party with the change on one of its baselines.
func councilLines(r election.CouncilResult, baseline int) []boardLine {
	c := r.Council
	lines := []boardLine{{kind: boardTitle, words: c.Name, aside: councilOutcome(r)}, {kind: boardFact, words: councilSeats(r)}}
	if words := councilControl(r); words != "" {
		lines = append(lines, boardLine{kind: boardFact, words: words})
	}
	for _, k := range r.Comparisons {
		lines = append(lines, boardLine{kind: boardFact, words: comparisonWords(r, k)})
	}
	return append(lines, councilParties(r, baseline)...)
}

// councilParties are the seats by party, and those that are nobody's.
func councilParties(r election.CouncilResult, baseline int) []boardLine {
	heads := boardLine{kind: boardHeads, words: "Seats by party", figures: []boardFigure{
		{words: "Seats", width: seatsRoom}, {words: "Not up", width: 54}, {words: "Won", width: seatsRoom},
	}}
	compared := baseline < len(r.Comparisons)
	if compared {
		heads.figures = append([]boardFigure{{words: "±", width: swingRoom}}, heads.figures...)
		heads.words = "± on " + baselineName(r.Comparisons[baseline].Baseline)
	}
	lines := []boardLine{heads}
	add := func(words string, party *election.Party, figures ...boardFigure) {
		if compared && len(figures) == 1 {
			figures = append([]boardFigure{{width: swingRoom}}, figures...)
		}
		lines = append(lines, boardLine{kind: boardParty, words: words, party: party, figures: figures})
	}
	toCome := r.Up - r.Filled - (r.Vacant - r.Council.Vacant)
	for _, row := range r.Rows {
		figures := []boardFigure{
			{words: orDash(row.Total), width: seatsRoom}, {words: orNothing(row.NotUp), width: 54, quiet: true},
			{words: orNothing(row.Won), width: seatsRoom, quiet: true},
		}
		if compared {
			change := signed(row.Changes[baseline])
			if toCome > 0 {
				change = "" // it would count what is still open as lost
			}
			figures = append([]boardFigure{{words: change, width: swingRoom}}, figures...)
		}
		add(row.Party.Label(), &row.Party, figures...)
	}
	if r.Vacant > 0 {
		add("Vacant", nil, boardFigure{words: election.Commas(r.Vacant), width: seatsRoom})
	}
	if toCome > 0 {
		add("To come", nil, boardFigure{words: election.Commas(toCome), width: seatsRoom})
	}
	return lines
}

// councilOutcome is how the council ended, or how far it has come.
func councilOutcome(r election.CouncilResult) string {
	if r.Control.Known {
		return r.Outcome()
	}
	return fmt.Sprintf("%d of %d to come", r.Up-r.Filled, r.Up)
}

// councilSeats says how many seats there are: "33 seats · 13 up · 17 needed ·
// 1 vacant".
func councilSeats(r election.CouncilResult) string {
	parts := []string{election.Several(r.Council.Seats, "seat", "seats"), election.Commas(r.Up) + " up", election.Commas(r.Needed) + " needed for control"}
	if r.Vacant > 0 {
		parts = append(parts, election.Commas(r.Vacant)+" vacant")
	}
	return strings.Join(parts, " · ")
}

// councilControl says who is in control now and by how much.
func councilControl(r election.CouncilResult) string {
	switch n, known := r.Majority.Get(); {
	case known:
		return fmt.Sprintf("%s majority %s over all others", r.Control, election.Commas(n))
	case r.Control.Known && r.Control.None:
		return "Nobody holds the " + election.Commas(r.Needed) + " that control needs"
	case r.Control.Known:
		return r.Control.String() + " is sure of control; the majority follows the last ward"
	}
	return ""
}

// comparisonWords tell the control before and after on one baseline, which is
// named: "As last fought, 6 May 2021: Lab → Con".
func comparisonWords(r election.CouncilResult, k election.CouncilComparison) string {
	after := r.Control.String()
	if after == "" {
		after = "open"
	}
	before := k.Before.String()
	if before == "" {
		before = "unknown"
	}
	words := "Control, " + baselineName(k.Baseline) + ": " + before + " → " + after
	if k.Outcome != "" && k.Outcome != r.Outcome() {
		words += ", " + k.Outcome
	}
	return words
}

// baselineName names what a council is compared with, and its day: "as last
// fought, 6 May 2021".
func baselineName(b election.CouncilBaseline) string {
	if b.Date == "" {
		return b.Name
	}
	return b.Name + ", " + shortDate(b.Date)
}

// signed prints a change in seats: "+7", "−3", "0".
func signed(n int) string {
	if n > 0 {
		return "+" + election.Commas(n)
	}
	return election.Commas(n)
}
