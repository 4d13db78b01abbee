// Package proofread reads an entry as a sub-editor does, before it is
// published: it compares the numbers and names that stand in free text with
// the result, and looks at the marks round the words.
//
// Figures are compared only where they are public, and only in the reporter's
// own words: not in quotes, captured posts, tables and struck text, and not in
// sentences that speak of another year or place or of what might have been. It
// promises to pass over what it cannot judge: a warning is a contradiction that
// a person can check. The package is pure.
package proofread

import (
	"slices"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Entry lists what a person should look at before an entry is published, in
// the order of its text. Each Problem is a Warning: what blocks publishing is
// figure.Freeze's to say.
func Entry(kicker, typed string, results blog.Results) []blog.Problem {
	r := text.Read(typed, nil)
	found := slices.Concat(marks(r, typed, results), figures(r, results.Contests), names(r, results.Contests))
	return append(kickerMarks(kicker), inOrder(found)...)
}

// Marks is the part of Entry that looks at no word of the prose: at pictures,
// cards, charts, links, at what cannot be seen and at the kicker. It is for
// whoever takes what the desk has published, and takes a twentieth of the time.
func Marks(kicker, typed string, results blog.Results) []blog.Problem {
	return append(kickerMarks(kicker), inOrder(marks(text.Read(typed, nil), typed, results))...)
}

// inOrder puts what was found in the order of the text.
func inOrder(found []blog.Problem) []blog.Problem {
	slices.SortStableFunc(found, func(a, b blog.Problem) int { return a.From - b.From })
	return found
}

// warning is a Problem of proof reading.
func warning(code, text string, from, to int) blog.Problem {
	return blog.Problem{Level: election.Warning, Code: code, Text: text, From: from, To: to}
}
