package night

import (
	"database/sql"
	"errors"

	"nightdesk/data/blog"
)

// A Moment is a place in the order of recording: the night as this copy
// knew it after the act of that sequence number. The zero Moment is now.
type Moment struct{ Seq int64 }

func (m Moment) seq() int64 {
	if m.Seq == 0 {
		return latest
	}
	return m.Seq
}

// MomentAt is the last moment that this desk's clock put at or before the
// given time, in UTC milliseconds. Where the clock was set back meanwhile
// the later recording counts, since it is what was known last.
func (n *Night) MomentAt(unixms int64) (m Moment, err error) {
	err = n.read("read", func(q querier) error {
		err := q.row(`SELECT seq FROM act WHERE recorded <= ? ORDER BY seq DESC LIMIT 1`, unixms).Scan(&m.Seq)
		if errors.Is(err, sql.ErrNoRows) {
			err = &RefusedError{"The night had not begun by then.", "Choose a later time."}
		}
		return err
	})
	return m, err
}

// Edition is the whole night at a moment, read in one go.
func (n *Night) Edition(m Moment) (e blog.Edition, err error) {
	err = n.read("read", func(q querier) error {
		e, err = readEdition(q, m.seq())
		return err
	})
	return e, err
}

func readEdition(q querier, seq int64) (e blog.Edition, err error) {
	read := func(f func() error) {
		if err == nil {
			err = f()
		}
	}
	read(func() (err error) { e.Details, err = readDetails(q, seq); return err })
	read(func() (err error) { e.Authors, err = readAuthors(q, seq); return err })
	read(func() (err error) { e.Entries, err = readEntries(q, seq, ""); return err })
	read(func() (err error) { e.Contests, err = readContests(q, seq, ""); return err })
	read(func() (err error) { e.Councils, err = readCouncils(q, seq, ""); return err })
	read(func() (err error) { e.History, err = readPast(q, seq); return err })
	read(func() (err error) { e.Patterns, err = readPatterns(q, seq); return err })
	read(func() (err error) { e.Pictures, err = readPictures(q, seq); return err })
	read(func() (err error) { e.Colours, err = readColours(q, seq); return err })
	read(func() (err error) { e.Profiles, err = readProfiles(q, seq); return err })
	read(func() (err error) { e.HandOvers, err = readHandOvers(q, seq); return err })
	read(func() (err error) { e.Started, e.Updated, err = readSpan(q, seq); return err })
	return e, err
}

// readSpan is when the first and the last act were recorded.
func readSpan(q querier, seq int64) (first, last int64, err error) {
	err = q.row(`SELECT recorded FROM act ORDER BY seq LIMIT 1`).Scan(&first)
	if err == nil {
		err = q.row(`SELECT recorded FROM act WHERE seq <= ? ORDER BY seq DESC LIMIT 1`, seq).Scan(&last)
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return first, last, err
}
