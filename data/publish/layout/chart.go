package layout

import (
	"errors"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
)

// This file finds the charts that entries ask for.

// unfound is a block whose contest or picture the night does not have: what
// was typed, since nothing typed is lost.
func unfound(words ...string) string {
	for len(words) > 1 && words[len(words)-1] == "" {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " | ")
}

// model is the chart that a block asks for, or what to print instead of it:
// what was typed, where nothing of the night is found by that name, else why
// there is no chart.
func (n *Blog) model(b text.ChartBlock) (m chart.Model, instead string, found bool) {
	n.Uses.contest(b.Contest)
	switch kind := chart.Kind(b.Kind); kind {
	case chart.History:
		m, err := chart.NewHistory(n.History, n.Colours)
		return m, chartless(err, ""), true
	case chart.Seats:
		if r, ok := n.FindCouncil(b.Contest); ok {
			m, err := chart.NewSeats(r.Council, n.Contests, n.Colours)
			return m, chartless(err, r.Council.Name), true
		}
	default:
		if r, ok := n.FindResult(b.Contest); ok {
			m, err := chart.New(r.Contest, kind, n.Colours)
			return m, chartless(err, r.Contest.Name), true
		}
	}
	return m, unfound("@chart "+b.Contest, b.Kind), false
}

// chartless says to a reader why there is no chart; it is empty where there
// is one.
func chartless(err error, of string) string {
	var early *chart.NotPublicError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &early):
		return OneLine(of) + ": the chart comes with the declaration."
	}
	return err.Error()
}
