package night

import "bytes"

// A Draft is what stands in an open field and is not committed yet.
type Draft struct {
	Group string // "composer", a held entry's id, or "votes:" and a contest's id
	Field string // "kicker", "text", or a candidate's id
	Text  string
	Caret int    // in the units of whoever saves it
	Saved int64  // UTC milliseconds; set by SaveDraft where it is 0
	Meta  string // whatever else the field needs to come back
}

func (d Draft) digest() []byte {
	return digest(row{d.Group, d.Field, d.Text, int64(d.Caret), d.Saved, d.Meta})
}

// SaveDraft keeps the field as it stands, in place of what was kept of it
// before. Drafts are the one thing in a night that changes; they are no acts.
func (n *Night) SaveDraft(d Draft) error {
	if d.Saved == 0 {
		d.Saved = n.now()
	}
	return n.write("save the draft", func(t *transaction) (func(), error) {
		_, err := t.exec(`INSERT INTO draft (held, field, text, caret, saved, meta, digest) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (held, field) DO UPDATE SET text = excluded.text, caret = excluded.caret,
				saved = excluded.saved, meta = excluded.meta, digest = excluded.digest`,
			d.Group, d.Field, d.Text, d.Caret, d.Saved, d.Meta, d.digest())
		return nil, err
	})
}

// Drafts are all that is kept, by group and field.
func (n *Night) Drafts() (drafts []Draft, err error) {
	err = n.read("read the drafts", func(q querier) error {
		drafts = nil
		return eachDraft(q, func(d Draft, sound bool) { drafts = append(drafts, d) })
	})
	return drafts, err
}

// eachDraft also says whether a draft is as it was saved.
func eachDraft(q querier, f func(d Draft, sound bool)) error {
	rows, err := q.query(`SELECT held, field, text, caret, saved, meta, digest FROM draft ORDER BY held, field`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var d Draft
		var kept []byte
		if err := rows.Scan(&d.Group, &d.Field, &d.Text, &d.Caret, &d.Saved, &d.Meta, &kept); err != nil {
			return err
		}
		f(d, bytes.Equal(kept, d.digest()))
	}
	return rows.Err()
}

// DropDrafts forgets every field of a group.
func (n *Night) DropDrafts(group string) error {
	return n.write("drop the drafts", func(t *transaction) (func(), error) {
		_, err := t.exec(`DELETE FROM draft WHERE held = ?`, group)
		return nil, err
	})
}

// DropDraft forgets one field.
func (n *Night) DropDraft(group, field string) error {
	return n.write("drop the draft", func(t *transaction) (func(), error) {
		_, err := t.exec(`DELETE FROM draft WHERE held = ? AND field = ?`, group, field)
		return nil, err
	})
}
