package night

import (
	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// A Moment is a place in the order of recording: the night as this copy
// knew it after the act of that sequence number. The zero Moment is now.
type Moment struct{ Seq int64 }

func (m Moment) seq() int64 {
	if m.Seq == 0 {
		return record.Latest
	}
	return m.Seq
}

// MomentAt is the last moment that this desk's clock put at or before the
// given time, in UTC milliseconds. Where the clock was set back meanwhile
// the later recording counts, since it is what was known last.
func (n *Night) MomentAt(unixms int64) (Moment, error) {
	return read(n, "read", func(q file.Querier) (Moment, error) {
		seq, err := record.LastBy(q, unixms)
		if err == nil && seq == 0 {
			err = &RefusedError{Why: "The night had not begun by then.", Next: "Choose a later time."}
		}
		return Moment{Seq: seq}, err
	})
}

// Edition is the whole night at a moment, read in one go.
func (n *Night) Edition(m Moment) (blog.Edition, error) {
	return read(n, "read", func(q file.Querier) (blog.Edition, error) { return readEdition(q, m.seq()) })
}

func readEdition(q file.Querier, seq int64) (e blog.Edition, err error) {
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
	read(func() (err error) { e.Started, e.Updated, err = record.Span(q, seq); return err })
	return e, err
}
