package record

import (
	"database/sql"
	"errors"
	"slices"

	"nightdesk/data/night/file"
)

// Recorded is an act as it stands in the history.
type Recorded struct {
	Seq      int64  // order of recording in this copy, from 1
	ID       string // the same in every copy
	Kind     ActKind
	Author   string // author id, may be empty
	Reason   string
	Source   string // where a correction comes from
	Undoes   string // id of the act that this one undoes
	Happened int64  // when it happened, UTC milliseconds
	Recorded int64  // when this desk recorded it, by its clock, UTC milliseconds
	Subjects []Subject
}

// A Subject is what an act is about, with its id; the id is empty for kinds of
// which there is one a night.
type Subject struct {
	Kind SubjectKind
	ID   string
}

// add names what a version is about, once.
func (r *Recorded) add(s Subject) {
	if !slices.Contains(r.Subjects, s) {
		r.Subjects = append(r.Subjects, s)
	}
}

// History is every act on a subject, by the id that its versions are about, or
// on anything where that is empty; the oldest first.
func (l *Log) History(about string) (acts []Recorded, err error) {
	err = l.File.Read("read the history", func(q file.Querier) error {
		if about == "" {
			acts, err = l.format.acts(q, "")
		} else {
			acts, err = l.format.acts(q, "WHERE a.seq IN (SELECT act FROM version WHERE about = ?)", about)
		}
		return err
	})
	return acts, err
}

func (f *Format) acts(q file.Querier, where string, args ...any) ([]Recorded, error) {
	var acts []Recorded
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var r Recorded
		var kind, about string
		if err := rows.Scan(&r.Seq, &r.ID, &r.Kind, &r.Author, &r.Reason, &r.Source, &r.Undoes,
			&r.Happened, &r.Recorded, &kind, &about); err != nil {
			return err
		}
		if len(acts) == 0 || acts[len(acts)-1].Seq != r.Seq {
			acts = append(acts, r)
		}
		if kind != "" {
			acts[len(acts)-1].add(f.subjectOf(kind, about))
		}
		return nil
	}, `SELECT a.seq, a.id, a.kind, a.author, a.reason, a.source, coalesce(a.undoes, ''),
		a.happened, a.recorded, coalesce(v.kind, ''), coalesce(v.about, '')
		FROM act a LEFT JOIN version v ON v.act = a.seq `+where+` ORDER BY a.seq, v.n`, args...)
	return acts, err
}

// NightID is the id of the night, the same in every copy of it: that of the act
// which made it.
func NightID(q file.Querier) (id string, err error) {
	err = q.Row(`SELECT id FROM act ORDER BY seq LIMIT 1`).Scan(&id)
	return id, err
}

// LastBy is the seq of the last act that this copy's clock put at or before a
// time in UTC milliseconds, and 0 where there is none.
func LastBy(q file.Querier, unixms int64) (seq int64, err error) {
	err = q.Row(`SELECT seq FROM act WHERE recorded <= ? ORDER BY seq DESC LIMIT 1`, unixms).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return seq, err
}

// Span is when the first act and the last up to seq were recorded, in UTC
// milliseconds; 0 where there is none.
func Span(q file.Querier, seq int64) (first, last int64, err error) {
	err = q.Row(`SELECT recorded FROM act ORDER BY seq LIMIT 1`).Scan(&first)
	if err == nil {
		err = q.Row(`SELECT recorded FROM act WHERE seq <= ? ORDER BY seq DESC LIMIT 1`, seq).Scan(&last)
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return first, last, err
}

// By is who recorded an act, and when in UTC milliseconds.
func By(q file.Querier, act int64) (author string, recorded int64, err error) {
	err = q.Row(`SELECT author, recorded FROM act WHERE seq = ?`, act).Scan(&author, &recorded)
	return author, recorded, err
}
