package night

import (
	"cmp"
	"database/sql"
	"maps"
	"slices"

	"nightdesk/data/election"
)

// Councils are all councils as they stand, by name.
func (n *Night) Councils() (councils []election.Council, err error) {
	err = n.read("read the councils", func(q querier) error {
		councils, err = readCouncils(q, latest, "")
		return err
	})
	return councils, err
}

// Council is one council as it stands, or a *NotFoundError.
func (n *Night) Council(id string) (c election.Council, err error) {
	err = n.read("read the council", func(q querier) error {
		found, err := readCouncils(q, latest, id)
		if err == nil && len(found) == 0 {
			err = &NotFoundError{Kind: "council", ID: id}
		}
		if err == nil {
			c = found[0]
		}
		return err
	})
	return c, err
}

// A councilReader puts councils together from what stands as of one act.
type councilReader struct {
	q         querier
	seq       int64
	id        string // of the one council wanted, or empty for all
	all       []*election.Council
	byID      map[string]*election.Council
	byVersion map[int64]*election.Council
}

func readCouncils(q querier, seq int64, id string) ([]election.Council, error) {
	r := &councilReader{q: q, seq: seq, id: id,
		byID: map[string]*election.Council{}, byVersion: map[int64]*election.Council{}}
	for _, step := range []func() error{r.councils, r.notUp, r.baselines, r.baselineHoldings} {
		if err := step(); err != nil {
			return nil, err
		}
		if len(r.all) == 0 {
			return nil, nil
		}
	}
	councils := make([]election.Council, len(r.all))
	for i, c := range r.all {
		councils[i] = *c
	}
	slices.SortStableFunc(councils, func(a, b election.Council) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return councils, nil
}

// each runs over the rows of one of the council's tables.
func (r *councilReader) each(table, columns, order string, f func(rows *sql.Rows) error) error {
	from, args := standingIn(table, "council", r.id, r.seq)
	return eachRow(r.q, f, "SELECT v.id, "+columns+from+" ORDER BY "+order, args...)
}

func (r *councilReader) councils() error {
	const columns = "v.subject, x.name, x.code, x.date, x.seats, x.vacant"
	return r.each("council", columns, "v.id", func(rows *sql.Rows) error {
		var version int64
		c := &election.Council{}
		if err := rows.Scan(&version, &c.ID, &c.Name, &c.Code, &c.Date, &c.Seats, &c.Vacant); err != nil {
			return err
		}
		if twice := r.byID[c.ID]; twice != nil {
			*twice = *c // a conflict: what was recorded last is shown
			maps.DeleteFunc(r.byVersion, func(_ int64, x *election.Council) bool { return x == twice })
			r.byVersion[version] = twice
			return nil
		}
		r.all, r.byID[c.ID], r.byVersion[version] = append(r.all, c), c, c
		return nil
	})
}

func (r *councilReader) notUp() error {
	const columns = "x.party_id, x.party_name, x.party_short, x.seats"
	return r.each("council_holding", columns, "v.id, x.position", func(rows *sql.Rows) error {
		var version int64
		var h election.Holding
		if err := rows.Scan(&version, &h.Party.ID, &h.Party.Name, &h.Party.Short, &h.Seats); err != nil {
			return err
		}
		if c := r.byVersion[version]; c != nil {
			c.NotUp = append(c.NotUp, h)
		}
		return nil
	})
}

func (r *councilReader) baselines() error {
	return r.each("council_baseline", "x.name, x.date, x.vacant", "v.id, x.position", func(rows *sql.Rows) error {
		var version int64
		var b election.CouncilBaseline
		if err := rows.Scan(&version, &b.Name, &b.Date, &b.Vacant); err != nil {
			return err
		}
		if c := r.byVersion[version]; c != nil {
			c.Baselines = append(c.Baselines, b)
		}
		return nil
	})
}

func (r *councilReader) baselineHoldings() error {
	const columns = "x.baseline, x.party_id, x.party_name, x.party_short, x.seats"
	return r.each("council_baseline_holding", columns, "v.id, x.position", func(rows *sql.Rows) error {
		var version int64
		var baseline int
		var h election.Holding
		if err := rows.Scan(&version, &baseline, &h.Party.ID, &h.Party.Name, &h.Party.Short, &h.Seats); err != nil {
			return err
		}
		if c := r.byVersion[version]; c != nil && baseline < len(c.Baselines) {
			c.Baselines[baseline].Holdings = append(c.Baselines[baseline].Holdings, h)
		}
		return nil
	})
}
