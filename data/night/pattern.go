package night

import (
	"strings"

	"nightdesk/data/blog"
)

// SetPattern keeps a sentence pattern of the desk's own and returns its id. A
// pattern without an ID is new. One whose ID is its moment stands in place of
// the built-in pattern.
func (n *Night) SetPattern(author string, p blog.Pattern) (id string, err error) {
	isNew := p.ID == ""
	if isNew {
		p.ID = n.newID()
	}
	_, err = n.act("change the pattern", act{kind: "pattern", author: author}, func(a *act) error {
		if p.Moment == "" {
			return &RefusedError{"The pattern has no moment.", "Say when it is offered: at a hold, a gain, a tie."}
		}
		if strings.TrimSpace(p.Text) == "" {
			return &RefusedError{"The pattern has no text.", "Write the sentence, with slots for the figures."}
		}
		if !isNew && p.ID != string(p.Moment) {
			if err := must(a, "pattern", p.ID, p.ID); err != nil {
				return err
			}
		}
		if p.Contest != "" {
			if err := must(a, "contest", p.Contest, p.Contest); err != nil {
				return err
			}
		}
		return a.put("pattern", p.ID, p.ID, one(string(p.Moment), p.Contest, p.Kicker, p.Text))
	})
	if err != nil {
		return "", err
	}
	return p.ID, nil
}

// DropPattern takes a pattern of the desk's own away. Where it stood in place
// of a built-in one, that one is back.
func (n *Night) DropPattern(author, id string) error {
	_, err := n.act("remove the pattern", act{kind: "pattern", author: author}, func(a *act) error {
		if err := must(a, "pattern", id, id); err != nil {
			return err
		}
		return a.drop("pattern", id, id)
	})
	return err
}

// Patterns are the desk's own, in the order they were first kept; nil where
// there are none.
func (n *Night) Patterns() (patterns []blog.Pattern, err error) {
	err = n.read("read the patterns", func(q querier) error {
		patterns, err = readPatterns(q, latest)
		return err
	})
	return patterns, err
}

func readPatterns(q querier, seq int64) ([]blog.Pattern, error) {
	from, args := standingIn("pattern", "pattern", "", seq)
	rows, err := q.query(`SELECT v.subject, x.moment, x.contest, x.kicker, x.text`+from+` ORDER BY (SELECT min(f.id)
		FROM version f WHERE f.about = v.about AND f.kind = 'pattern' AND f.subject = v.subject), v.id`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var patterns []blog.Pattern
	for rows.Next() {
		var p blog.Pattern
		if err := rows.Scan(&p.ID, &p.Moment, &p.Contest, &p.Kicker, &p.Text); err != nil {
			return nil, err
		}
		patterns = put(patterns, p, func(x blog.Pattern) bool { return x.ID == p.ID })
	}
	return patterns, rows.Err()
}
