package night

import (
	"database/sql"

	"nightdesk/data/election"
	"nightdesk/data/night/file"
)

// A Revision is a result as it was declared or corrected at one time.
type Revision struct {
	Number         int   // from 1; taken back ones are not used again
	When           int64 // when it was recorded, UTC milliseconds
	Author         string
	Reason, Source string           // of a correction or an import; empty for a declaration
	Contest        election.Contest // exactly as it stood then
}

// A Step is one state that a count came to.
type Step struct {
	State             election.State
	Recount, Revision int
	When              int64 // when it was recorded, UTC milliseconds
	Author            string
}

// Revisions are all results that were declared and corrected in a contest,
// the oldest first, those that were taken back too; nil where there are none.
func (n *Night) Revisions(contest string) (revisions []Revision, err error) {
	err = n.file.Read("read the revisions", func(q file.Querier) error {
		revisions = nil
		steps, err := stepsOf(q, contest)
		if err != nil {
			return err
		}
		for _, s := range steps {
			if !s.State.IsDeclared() {
				continue
			}
			c, err := readContest(q, s.seq, contest)
			if err != nil {
				return err
			}
			revisions = append(revisions, Revision{s.Revision, s.When, s.Author, s.reason, s.source, c})
		}
		return nil
	})
	return revisions, err
}

// Course is every state that a contest's count was in, the oldest first. It
// begins with when the contest came into the night, and going back is a step
// too.
func (n *Night) Course(contest string) (course []Step, err error) {
	err = n.file.Read("read the course of the count", func(q file.Querier) error {
		course = nil
		steps, err := stepsOf(q, contest)
		for _, s := range steps {
			course = append(course, s.Step)
		}
		return err
	})
	return course, err
}

// A step is a Step with the act that took it.
type step struct {
	Step
	seq            int64
	reason, source string
}

// stepsOf reads every version of a contest's state through the index.
func stepsOf(q file.Querier, contest string) ([]step, error) {
	if err := contestKind.Must(q, contest, contest); err != nil {
		return nil, err
	}
	var steps []step
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var s step
		err := rows.Scan(&s.State, &s.Recount, &s.Revision, &s.When, &s.Author, &s.seq, &s.reason, &s.source)
		steps = append(steps, s)
		return err
	}, `SELECT coalesce(x.state, ?2), coalesce(x.recount, 0), coalesce(x.revision, 0),
		a.recorded, a.author, a.seq, a.reason, a.source
		FROM version v JOIN act a ON a.seq = v.act LEFT JOIN state x ON x.version = v.id
		WHERE v.about = ?1 AND v.kind = 'state' ORDER BY v.id`, contest, string(election.NotStarted))
	return steps, err
}

// corrections are the corrections of the contests by then. They stay when the
// result is taken back, since their numbers are not used again.
func (r *contestReader) corrections() error {
	query := `SELECT v.about, x.revision, a.recorded, a.author, a.reason, a.source
		FROM state x CROSS JOIN version v ON v.id = x.version JOIN act a ON a.seq = v.act
		WHERE x.state = ?2 AND v.act <= ?1 ORDER BY v.id`
	args := []any{r.seq, string(election.Corrected)}
	if r.id != "" {
		query = `SELECT v.about, x.revision, a.recorded, a.author, a.reason, a.source
		FROM version v CROSS JOIN state x ON x.version = v.id JOIN act a ON a.seq = v.act
		WHERE v.about = ?3 AND v.kind = 'state' AND x.state = ?2 AND v.act <= ?1 ORDER BY v.id`
		args = append(args, r.id)
	}
	return file.EachRow(r.q, func(rows *sql.Rows) error {
		var about string
		var k election.Correction
		if err := rows.Scan(&about, &k.Revision, &k.When, &k.Author, &k.Reason, &k.Source); err != nil {
			return err
		}
		if c := r.byID[about]; c != nil {
			c.Corrections = append(c.Corrections, k)
		}
		return nil
	}, query, args...)
}
