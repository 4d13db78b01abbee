package blog

import (
	"fmt"
	"unicode/utf8"

	"nightdesk/data/election"
)

// maxKicker is how long a kicker may be, in characters.
const maxKicker = 60

// Proof reads an entry as a sub-editor does and lists what a person should
// look at before it is published, in the order of the text. Every Problem of
// it is a Warning.
func Proof(kicker, text string, contests []election.Contest) []Problem {
	var problems []Problem
	if n := utf8.RuneCountInString(kicker); n > maxKicker {
		problems = append(problems, Problem{Level: election.Warning, Code: "kicker-long",
			Text: fmt.Sprintf("The kicker has %d characters, more than %d. Shorten it.", n, maxKicker)})
	}
	return problems
}
