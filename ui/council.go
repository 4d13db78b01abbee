package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"
	"unicode"
)

// councilLines are a council as the scoreboard shows it: its control before
// and after, and its seats by party with the change on one of its baselines.
func councilLines(c model.CouncilResult, baseline int) []boardLine {
	r := c.CouncilResult
	lines := []boardLine{{kind: boardTitle, words: r.Council.Name, aside: model.CouncilOutcome(r)}, {kind: boardSeats, council: &r},
		{kind: boardFact, words: councilSeats(r)}}
	for _, k := range c.Checks {
		mark := "! "
		if k.Level == election.Error {
			mark = "✗ "
		}
		for _, words := range kit.Wrap(mark+k.Text, factSize, false, factRoom, 4) {
			lines = append(lines, boardLine{kind: boardFact, words: words, loud: true})
		}
	}
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
	t := seatTable{notUp: len(r.Council.NotUp) > 0, compared: baseline < len(r.Comparisons)}
	heads := boardLine{kind: boardHeads, words: "Party", figures: t.figures("Won", "Not up", "Seats", "±")}
	if t.compared {
		heads.words = "± on " + r.Comparisons[baseline].Baseline.Name
	}
	lines := []boardLine{heads}
	for _, row := range r.Rows {
		change := ""
		if t.compared && model.CouncilToCome(r) == 0 { // else it would count what is open as lost
			change = signed(row.Changes[baseline])
		}
		lines = append(lines, boardLine{kind: boardParty, words: row.Party.Label(), party: &row.Party,
			figures: t.figures(orNothing(row.Won), orNothing(row.NotUp), orDash(row.Total), change)})
	}
	for _, nobodys := range []struct {
		words string
		n     int
	}{{"Vacant", r.Vacant}, {"To come", model.CouncilToCome(r)}} {
		if nobodys.n > 0 {
			lines = append(lines, boardLine{kind: boardParty, words: nobodys.words, figures: t.figures("", "", election.Commas(nobodys.n), "")})
		}
	}
	return lines
}

// A seatTable says which columns the seats of a council have.
type seatTable struct{ notUp, compared bool }

func (t seatTable) figures(won, notUp, seats, change string) []boardFigure {
	var out []boardFigure
	if t.compared {
		out = append(out, boardFigure{words: change, width: swingRoom})
	}
	out = append(out, boardFigure{words: seats, width: seatsRoom + 8})
	if t.notUp {
		out = append(out, boardFigure{words: notUp, width: seatsRoom + 14, quiet: true})
	}
	return append(out, boardFigure{words: won, width: seatsRoom + 8, quiet: true})
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
		return r.Control.String() + " is sure of control; the majority follows with the last seat"
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
	name := []rune(baselineName(k.Baseline))
	if len(name) > 0 {
		name[0] = unicode.ToUpper(name[0])
	}
	words := string(name) + ": " + before + " → " + after
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
	return b.Name + ", " + model.ShortDay(b.Date)
}

// signed prints a change in seats: "+7", "−3", "0".
func signed(n int) string {
	if n > 0 {
		return "+" + election.Commas(n)
	}
	return election.Commas(n)
}
