package night

import "nightdesk/data/blog"

func handOverContent(h blog.HandOver) content {
	c := content{{{h.Profile, h.Form, h.To, flag(h.Whole), flag(h.Rehearsal)}}, nil}
	for _, i := range h.Items {
		c[1] = append(c[1], row{i.Kind, i.ID, i.Digest})
	}
	return c
}

// HandOver records what was given to whom and returns its id. Who gave it, and
// when, is set here. What was handed over is out of the desk's hands, so there
// is no undoing it: what is wrong is handed over again. One that is of a
// rehearsal is refused in a night that is none, and the other way about.
func (n *Night) HandOver(author string, h blog.HandOver) (id string, err error) {
	id = n.newID()
	_, err = n.act("hand over", act{kind: "hand over", author: author}, func(a *act) error {
		d, err := readDetails(a, latest)
		if err != nil {
			return err
		}
		if err := mayBeHandOver(h, d); err != nil {
			return err
		}
		return a.put("hand_over", id, id, handOverContent(h))
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

func mayBeHandOver(h blog.HandOver, d blog.Details) error {
	switch {
	case d.Rehearsal && !h.Rehearsal:
		return &RefusedError{"This night is a rehearsal and cannot be handed over as real.",
			"Hand it over as a rehearsal, or make a new night for the real one."}
	case h.Rehearsal && !d.Rehearsal:
		return &RefusedError{"This night is real and cannot be handed over as a rehearsal.",
			"Take it again as it is now, without the word TEST."}
	case h.Form == "":
		return &RefusedError{"The hand-over has no form.", "Say what it was: a page, a fragment, plain text."}
	case len(h.Items) == 0:
		return &RefusedError{"There is nothing to hand over.", "Wait for something new, or take the whole blog."}
	}
	return nil
}

// HandOvers are all hand-overs as they stand, the oldest first; nil where
// there are none.
func (n *Night) HandOvers() (all []blog.HandOver, err error) {
	err = n.read("read the hand-overs", func(q querier) error {
		all, err = readHandOvers(q, latest)
		return err
	})
	return all, err
}

func readHandOvers(q querier, seq int64) ([]blog.HandOver, error) {
	from, args := standingIn("hand_over", "hand_over", "", seq)
	rows, err := q.query(`SELECT v.id, v.subject, x.profile, x.form, x.receiver, x.whole, x.rehearsal,
		(SELECT a.recorded FROM act a WHERE a.seq = v.act), (SELECT a.author FROM act a WHERE a.seq = v.act)`+
		from+` ORDER BY v.id`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []blog.HandOver
	byVersion := map[int64]int{}
	for rows.Next() {
		var version int64
		var h blog.HandOver
		if err := rows.Scan(&version, &h.ID, &h.Profile, &h.Form, &h.To, &h.Whole, &h.Rehearsal, &h.When, &h.Author); err != nil {
			return nil, err
		}
		byVersion[version] = len(all)
		all = append(all, h)
	}
	if err := rows.Err(); err != nil || len(all) == 0 {
		return nil, err
	}
	return all, eachHandedOver(q, seq, func(version int64, i blog.Item) {
		if at, ok := byVersion[version]; ok {
			all[at].Items = append(all[at].Items, i)
		}
	})
}

func eachHandedOver(q querier, seq int64, f func(version int64, i blog.Item)) error {
	from, args := standingIn("hand_over_item", "hand_over", "", seq)
	rows, err := q.query("SELECT x.version, x.kind, x.id, x.digest"+from+" ORDER BY x.version, x.position", args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var version int64
		var i blog.Item
		if err := rows.Scan(&version, &i.Kind, &i.ID, &i.Digest); err != nil {
			return err
		}
		f(version, i)
	}
	return rows.Err()
}
