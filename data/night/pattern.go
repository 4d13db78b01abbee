package night

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// patternKind is a sentence pattern of the desk's own. The id is the version's
// subject.
var patternKind = record.NewKind(record.Spec[blog.Pattern]{
	Name: "pattern", Subject: SubjectPattern, ByArrival: true,
	Columns: func(p *blog.Pattern) []record.Column {
		return []record.Column{
			{Name: "moment", Place: &p.Moment},
			{Name: "contest", Place: &p.Contest},
			{Name: "kicker", Place: &p.Kicker},
			{Name: "text", Place: &p.Text},
		}
	},
})

// SetPattern stores a sentence pattern of the desk's own and returns its id. A
// pattern without an ID is new. One whose ID is its moment stands in place of
// the built-in pattern.
func (n *Night) SetPattern(author string, p blog.Pattern) (id string, err error) {
	isNew := p.ID == ""
	if isNew {
		p.ID = n.file.NewID()
	}
	_, err = n.log.Act("change the pattern", record.Act{Kind: ActPattern, Author: author}, func(a *record.Act) error {
		if p.Moment == "" {
			return &RefusedError{Why: "The pattern has no moment.", Next: "Say when it is offered: at a hold, a gain, a tie."}
		}
		if strings.TrimSpace(p.Text) == "" {
			return &RefusedError{Why: "The pattern has no text.", Next: "Write the sentence, with slots for the figures."}
		}
		if !isNew && p.ID != string(p.Moment) {
			if err := patternKind.Must(a, p.ID, p.ID); err != nil {
				return err
			}
		}
		if p.Contest != "" {
			if err := contestKind.Must(a, p.Contest, p.Contest); err != nil {
				return err
			}
		}
		return patternKind.Put(a, p.ID, p.ID, p)
	})
	if err != nil {
		return "", err
	}
	return p.ID, nil
}

// DropPattern takes a pattern of the desk's own away. Where it stood in place
// of a built-in one, that one is back.
func (n *Night) DropPattern(author, id string) error {
	_, err := n.log.Act("remove the pattern", record.Act{Kind: ActPattern, Author: author}, func(a *record.Act) error {
		if err := patternKind.Must(a, id, id); err != nil {
			return err
		}
		return patternKind.Drop(a, id, id)
	})
	return err
}

// Patterns are the desk's own, in the order they were first stored; nil where
// there are none.
func (n *Night) Patterns() ([]blog.Pattern, error) {
	return read(n, "read the patterns", func(q file.Querier) ([]blog.Pattern, error) { return readPatterns(q, record.Latest) })
}

func readPatterns(q file.Querier, seq int64) ([]blog.Pattern, error) {
	all, err := patternKind.Standing(q, seq, "")
	for i := range all {
		all[i].What.ID = all[i].Subject
	}
	return things(all, err)
}
