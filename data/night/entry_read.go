package night

import (
	"database/sql"
	"errors"
	"strings"

	"nightdesk/data/blog"
)

// Entries are all entries as they stand, withdrawn ones included, the
// newest published first.
func (n *Night) Entries() (entries []blog.Entry, err error) {
	err = n.read("read", func(q querier) error {
		entries, err = readEntries(q, latest, "")
		return err
	})
	return entries, err
}

// Entry is one entry as it stands, or a *NotFoundError.
func (n *Night) Entry(id string) (blog.Entry, error) { return n.EntryAt(id, latest) }

// EntryAt is one entry as it stood after the act of that sequence number,
// or a *NotFoundError.
func (n *Night) EntryAt(id string, seq int64) (e blog.Entry, err error) {
	err = n.read("read", func(q querier) error {
		e, err = readEntry(q, seq, id)
		return err
	})
	return e, err
}

// Below is the id of the entry that stands below another in the order of
// publication: the last that was first published before it, withdrawn or not.
// Empty where it is the first, or where there is none of that id.
func (n *Night) Below(id string) (below string, err error) {
	err = n.read("read", func(q querier) error {
		// Back from the entry's first version through the table itself: what
		// lies between two entries is little, and the index is by entry.
		err := q.row(`SELECT f.subject FROM version f NOT INDEXED
			WHERE f.kind = 'entry' AND f.replaces IS NULL
			AND f.id < (SELECT min(b.id) FROM version b WHERE b.about = ?2 AND b.kind = 'entry')
			AND EXISTS (SELECT 1 FROM version v WHERE v.about = f.about AND v.kind = 'entry' AND `+standing+`)
			ORDER BY f.id DESC LIMIT 1`, latest, id).Scan(&below)
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return err
	})
	return below, err
}

func readEntry(q querier, seq int64, id string) (blog.Entry, error) {
	entries, err := readEntries(q, seq, id)
	if err != nil {
		return blog.Entry{}, err
	}
	if len(entries) == 0 {
		return blog.Entry{}, &NotFoundError{Kind: "entry", ID: id}
	}
	return entries[0], nil
}

// An entryReader puts entries together from what stands as of one act.
type entryReader struct {
	q         querier
	seq       int64
	id        string // of the one entry wanted, or empty for all
	entries   []blog.Entry
	byVersion map[int64]int
}

func readEntries(q querier, seq int64, id string) ([]blog.Entry, error) {
	r := &entryReader{q: q, seq: seq, id: id, byVersion: map[int64]int{}}
	for _, step := range []func() error{r.rows, r.authors, r.frozen, r.corrections} {
		if err := step(); err != nil {
			return nil, err
		}
		if len(r.entries) == 0 {
			return nil, nil
		}
	}
	return r.entries, nil
}

func (r *entryReader) rows() error {
	from, args := standingIn("entry", "entry", r.id, r.seq)
	rows, err := r.q.query(`SELECT v.id, v.subject, x.kicker, x.text, x.key_moment, x.key_label, x.pinned, x.withdrawn,
		x.happened, x.published, x.updated, coalesce(x.tags, ''), coalesce(x.seen_by, '')`+from+` ORDER BY (SELECT min(f.id) FROM version f
			WHERE f.about = v.about AND f.kind = 'entry' AND f.subject = v.subject) DESC, v.id DESC`, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	last := ""
	for rows.Next() {
		var version int64
		var e blog.Entry
		var tags string
		if err := rows.Scan(&version, &e.ID, &e.Kicker, &e.Text, &e.Key, &e.KeyLabel, &e.Pinned, &e.Withdrawn,
			&e.Happened, &e.Published, &e.Updated, &tags, &e.Seen); err != nil {
			return err
		}
		if e.ID == last {
			continue // a conflict: what was recorded last is shown
		}
		last = e.ID
		e.Tags = strings.FieldsFunc(tags, func(r rune) bool { return r == ',' })
		r.byVersion[version] = len(r.entries)
		r.entries = append(r.entries, e)
	}
	return rows.Err()
}

// many runs over the rows that belong to entries' versions.
func (r *entryReader) many(table, columns string, f func(rows *sql.Rows, version *int64, of func() *blog.Entry) error) error {
	from, args := standingIn(table, "entry", r.id, r.seq)
	rows, err := r.q.query("SELECT x.version, "+columns+from+" ORDER BY x.version, x.position", args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var version int64
	of := func() *blog.Entry {
		if i, ok := r.byVersion[version]; ok {
			return &r.entries[i]
		}
		return &blog.Entry{} // of a version that a conflict hides
	}
	for rows.Next() {
		if err := f(rows, &version, of); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (r *entryReader) authors() error {
	return r.many("entry_author", "x.author", func(rows *sql.Rows, version *int64, of func() *blog.Entry) error {
		var author string
		if err := rows.Scan(version, &author); err != nil {
			return err
		}
		of().Authors = append(of().Authors, author)
		return nil
	})
}

func (r *entryReader) frozen() error {
	const columns = "x.slot, x.value, x.contest, x.revision"
	return r.many("frozen", columns, func(rows *sql.Rows, version *int64, of func() *blog.Entry) error {
		var f blog.Frozen
		if err := rows.Scan(version, &f.Slot, &f.Value, &f.Contest, &f.Revision); err != nil {
			return err
		}
		of().Frozen = append(of().Frozen, f)
		return nil
	})
}

func (r *entryReader) corrections() error {
	return r.many("correction", "x.at, x.note, coalesce(x.was, '')", func(rows *sql.Rows, version *int64, of func() *blog.Entry) error {
		var c blog.Correction
		if err := rows.Scan(version, &c.When, &c.Note, &c.Was); err != nil {
			return err
		}
		of().Corrections = append(of().Corrections, c)
		return nil
	})
}
