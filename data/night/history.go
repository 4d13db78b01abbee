package night

// History is every act on a subject, by its id ("details" for the head of
// the blog and colours, "chain" and "history" for those), or on anything where
// subject is empty; the oldest first.
func (n *Night) History(subject string) (acts []Recorded, err error) {
	err = n.read("read the history", func(q querier) error {
		if subject == "" {
			acts, err = readActs(q, "")
		} else {
			acts, err = readActs(q, "WHERE a.seq IN (SELECT act FROM version WHERE about = ?)", subject)
		}
		return err
	})
	return acts, err
}

func readActs(q querier, where string, args ...any) ([]Recorded, error) {
	rows, err := q.query(`SELECT a.seq, a.id, a.kind, a.author, a.reason, a.source, coalesce(a.undoes, ''),
		a.happened, a.recorded, coalesce(v.kind, ''), coalesce(v.about, '')
		FROM act a LEFT JOIN version v ON v.act = a.seq `+where+` ORDER BY a.seq, v.n`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var acts []Recorded
	for rows.Next() {
		var r Recorded
		var kind, about string
		if err := rows.Scan(&r.Seq, &r.ID, &r.Kind, &r.Author, &r.Reason, &r.Source, &r.Undoes,
			&r.Happened, &r.Recorded, &kind, &about); err != nil {
			return nil, err
		}
		if len(acts) == 0 || acts[len(acts)-1].Seq != r.Seq {
			acts = append(acts, r)
		}
		if kind != "" {
			acts[len(acts)-1].add(kind, about)
		}
	}
	return acts, rows.Err()
}
