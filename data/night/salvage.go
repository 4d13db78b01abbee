package night

import (
	"slices"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// This file reads what can be read of a damaged night: one thing at a time,
// leaving out those that cannot be read.

// readWhole reads everything of one kind; where that meets damage, what can
// be read of it.
func readWhole[T any](n *Night, q querier, all func() ([]T, error), kind string, one func(id string) (T, error)) ([]T, error) {
	whole, err := all()
	if !isDamage(err) {
		return whole, err
	}
	n.damaged(err.Error())
	var rest []T
	for _, id := range readableSubjects(q, kind) {
		if thing, err := one(id); err == nil {
			rest = append(rest, thing)
		}
	}
	return rest, nil
}

func (n *Night) entries(q querier, seq int64) ([]blog.Entry, error) {
	return readWhole(n, q,
		func() ([]blog.Entry, error) { return readEntries(q, seq, "") },
		"entry", func(id string) (blog.Entry, error) { return readEntry(q, seq, id) })
}

func (n *Night) contests(q querier, seq int64) ([]election.Contest, error) {
	return readWhole(n, q,
		func() ([]election.Contest, error) { return readContests(q, seq, "") },
		"contest", func(id string) (election.Contest, error) { return readContest(q, seq, id) })
}

// readableSubjects lists the things of a kind as far as the list of versions
// can be read from its end and, where that stops, from its beginning: the
// newest first for entries, else the oldest.
func readableSubjects(q querier, kind string) []string {
	newest := subjectsUntilDamage(q, kind, "DESC")
	seen := map[string]bool{}
	for _, id := range newest {
		seen[id] = true
	}
	var older []string
	for _, id := range subjectsUntilDamage(q, kind, "ASC") {
		if !seen[id] {
			older = append(older, id)
		}
	}
	slices.Reverse(older)
	all := append(newest, older...)
	if kind != "entry" {
		slices.Reverse(all)
	}
	return all
}

func subjectsUntilDamage(q querier, kind, direction string) (ids []string) {
	rows, err := q.query(`SELECT subject FROM version NOT INDEXED
		WHERE kind = ? AND replaces IS NULL ORDER BY id `+direction, kind)
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if rows.Scan(&id) != nil {
			return ids
		}
		ids = append(ids, id)
	}
	return ids
}
