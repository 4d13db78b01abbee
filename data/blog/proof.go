package blog

import (
	"slices"

	"nightdesk/data/election"
)

// Proof reads an entry as a sub-editor does and lists what a person should
// look at before it is published, in the order of the text. Each Problem of
// it is a Warning: what blocks publishing is Freeze's.
//
// Figures are compared only where they are public, and only in the reporter's
// own words: not in quotes, captured posts, tables and struck text, and not in
// sentences that speak of another year or place or of what might have been.
func Proof(kicker, text string, returns Returns) []Problem {
	r := read(text, nil)
	var found []Problem
	found = append(found, r.proofDirectives(returns)...)
	found = append(found, r.proofLinks()...)
	found = append(found, proofInvisible(text)...)
	found = append(found, r.proofFigures(returns.Contests)...)
	found = append(found, r.proofNames(returns.Contests)...)
	slices.SortStableFunc(found, func(a, b Problem) int { return a.From - b.From })
	return append(proofKicker(kicker), found...)
}

// warning is a Problem of proof reading.
func warning(code, text string, from, to int) Problem {
	return Problem{Level: election.Warning, Code: code, Text: text, From: from, To: to}
}
