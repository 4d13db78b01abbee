package figure

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Freeze binds the figures of a text as publishing does: each slot with its
// value, its contest and that contest's revision, once. A slot that is
// unknown, ambiguous or not public yet is an Error.
func Freeze(typed string, r blog.Results) ([]blog.Frozen, []blog.Problem) {
	var frozen []blog.Frozen
	var problems []blog.Problem
	resolver := newResolver(r)
	seen := map[string]bool{}
	for _, slot := range text.Read(typed, nil).Slots {
		f, problem := resolver.resolve(slot.Slot)
		if problem != nil {
			problems = append(problems, blog.Problem{Level: election.Error, Code: problem.code, Text: problem.text, From: slot.From, To: slot.To})
			continue
		}
		if !seen[slot.Slot] {
			seen[slot.Slot] = true
			frozen = append(frozen, f)
		}
	}
	return frozen, problems
}
