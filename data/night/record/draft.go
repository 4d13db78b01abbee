package record

import (
	"bytes"
	"database/sql"

	"nightdesk/data/night/file"
)

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
func (l *Log) SaveDraft(d Draft) error {
	if d.Saved == 0 {
		d.Saved = l.File.Now()
	}
	return l.File.Write("save the draft", func(t *file.Transaction) (func(), error) {
		_, err := t.Exec(`INSERT INTO draft (held, field, text, caret, saved, meta, digest) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (held, field) DO UPDATE SET text = excluded.text, caret = excluded.caret,
				saved = excluded.saved, meta = excluded.meta, digest = excluded.digest`,
			d.Group, d.Field, d.Text, d.Caret, d.Saved, d.Meta, d.digest())
		return nil, err
	})
}

// Drafts are all that is kept, by group and field.
func (l *Log) Drafts() (drafts []Draft, err error) {
	err = l.File.Read("read the drafts", func(q file.Querier) error {
		drafts = nil
		return eachDraft(q, func(d Draft, sound bool) { drafts = append(drafts, d) })
	})
	return drafts, err
}

// eachDraft also says whether a draft is as it was saved.
func eachDraft(q file.Querier, f func(d Draft, sound bool)) error {
	return file.EachRow(q, func(rows *sql.Rows) error {
		var d Draft
		var kept []byte
		if err := rows.Scan(&d.Group, &d.Field, &d.Text, &d.Caret, &d.Saved, &d.Meta, &kept); err != nil {
			return err
		}
		f(d, bytes.Equal(kept, d.digest()))
		return nil
	}, `SELECT held, field, text, caret, saved, meta, digest FROM draft ORDER BY held, field`)
}

// DropDrafts forgets every field of a group.
func (l *Log) DropDrafts(group string) error {
	return l.File.Write("drop the drafts", func(t *file.Transaction) (func(), error) {
		_, err := t.Exec(`DELETE FROM draft WHERE held = ?`, group)
		return nil, err
	})
}

// DropDraft forgets one field.
func (l *Log) DropDraft(group, field string) error {
	return l.File.Write("drop the draft", func(t *file.Transaction) (func(), error) {
		_, err := t.Exec(`DELETE FROM draft WHERE held = ? AND field = ?`, group, field)
		return nil, err
	})
}
