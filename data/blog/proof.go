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
	found := append(r.proofMarks(text, returns), r.proofFigures(returns.Contests)...)
	found = append(found, r.proofNames(returns.Contests)...)
	return append(proofKicker(kicker), inOrder(found)...)
}

// ProofMarks is the part of Proof that looks at no word of the prose: at
// pictures, cards, charts, links, at what cannot be seen and at the kicker. It
// is for whoever takes what the desk has published, and takes a twentieth of
// the time.
func ProofMarks(kicker, text string, returns Returns) []Problem {
	return append(proofKicker(kicker), inOrder(read(text, nil).proofMarks(text, returns))...)
}

func (r *reading) proofMarks(text string, returns Returns) []Problem {
	return slices.Concat(r.proofDirectives(returns), r.proofLinks(), proofInvisible(text))
}

// inOrder puts what was found in the order of the text.
func inOrder(found []Problem) []Problem {
	slices.SortStableFunc(found, func(a, b Problem) int { return a.From - b.From })
	return found
}

// warning is a Problem of proof reading.
func warning(code, text string, from, to int) Problem {
	return Problem{Level: election.Warning, Code: code, Text: text, From: from, To: to}
}
