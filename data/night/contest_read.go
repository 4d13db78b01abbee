package night

import (
	"cmp"
	"database/sql"
	"slices"

	"nightdesk/data/election"
)

// A contestReader puts contests together from what stands as of one act.
type contestReader struct {
	q     querier
	seq   int64
	id    string // of the one contest wanted, or empty for all
	all   []*election.Contest
	byID  map[string]*election.Contest
	votes map[string]election.Count // by candidate id

	seconds   map[int64]*election.Keying // by version
	baselined map[string]int64           // the version shown, by the baseline's id
}

func readContests(q querier, seq int64, id string) ([]election.Contest, error) {
	r := &contestReader{q: q, seq: seq, id: id, byID: map[string]*election.Contest{}, votes: map[string]election.Count{}}
	for _, step := range []func() error{
		r.contests, r.states, r.corrections, r.papers, r.keyed, r.candidates, r.baselines, r.baselineCandidates,
		r.chains, r.answers, r.lots, r.flags, r.second, r.secondVotes,
	} {
		if err := step(); err != nil {
			return nil, err
		}
		if len(r.all) == 0 {
			return nil, nil
		}
	}
	contests := make([]election.Contest, len(r.all))
	for i, c := range r.all {
		contests[i] = *c
	}
	return contests, nil
}

// each runs over the standing versions of a kind, joined with its table of
// that name as x.
func (r *contestReader) each(kind, columns, order string, f func(rows *sql.Rows) error) error {
	return r.eachIn(kind, kind, columns, order, f)
}

// eachIn is each for another of the kind's tables.
func (r *contestReader) eachIn(table, kind, columns, order string, f func(rows *sql.Rows) error) error {
	from, args := standingIn(table, kind, r.id, r.seq)
	return eachRow(r.q, f, "SELECT v.about, v.subject, "+columns+from+" ORDER BY "+order, args...)
}

// within calls f with the contest that a row is about, if it stands.
func (r *contestReader) within(about string, f func(c *election.Contest)) {
	if c := r.byID[about]; c != nil {
		f(c)
	}
}

func (r *contestReader) contests() error {
	const columns = "x.name, x.code, x.date, x.kind, x.seats, coalesce(x.group_name, ''), coalesce(x.method, '')"
	return r.each("contest", columns, "x.position, v.id", func(rows *sql.Rows) error {
		c := &election.Contest{State: election.NotStarted}
		if err := rows.Scan(&c.ID, new(string), &c.Name, &c.Code, &c.Date, &c.Kind, &c.Seats, &c.Group, &c.Method); err != nil {
			return err
		}
		if twice := r.byID[c.ID]; twice != nil {
			*twice = *c // a conflict: what was recorded last is shown
			return nil
		}
		r.all, r.byID[c.ID] = append(r.all, c), c
		return nil
	})
}

func (r *contestReader) states() error {
	return r.each("state", "x.state, x.recount, x.revision, x.declared", "v.id", func(rows *sql.Rows) error {
		var about string
		var s election.Contest
		if err := rows.Scan(&about, new(string), &s.State, &s.Recount, &s.Revision, &s.Declared); err != nil {
			return err
		}
		r.within(about, func(c *election.Contest) {
			c.State, c.Recount, c.Revision, c.Declared = s.State, s.Recount, s.Revision, s.Declared
		})
		return nil
	})
}

func (r *contestReader) papers() error {
	const columns = `x.electorate, x.verified, x.rejected, x.no_mark, x.too_many, x.identity, x.uncertain,
		x.turnout_read, x.majority_read`
	return r.each("papers", columns, "v.id", func(rows *sql.Rows) error {
		var about string
		var p Papers
		if err := rows.Scan(append([]any{&about, new(string)}, papersInto(&p)...)...); err != nil {
			return err
		}
		r.within(about, func(c *election.Contest) {
			c.Electorate, c.Verified, c.Rejected = p.Electorate, p.Verified, p.Rejected
			c.Headings, c.ReadOut = p.Headings, p.ReadOut
		})
		return nil
	})
}

func (r *contestReader) keyed() error {
	return r.each("votes", "x.votes", "v.id", func(rows *sql.Rows) error {
		var candidate string
		var votes election.Count
		if err := rows.Scan(new(string), &candidate, countColumn{&votes}); err != nil {
			return err
		}
		r.votes[candidate] = votes
		return nil
	})
}

func (r *contestReader) candidates() error {
	const columns = "x.position, x.forenames, x.surname, x.party_id, x.party_name, x.party_short, x.description, x.person"
	places := map[string]int{}
	err := r.each("candidate", columns, "v.id", func(rows *sql.Rows) error {
		var about string
		var place int
		var k election.Candidate
		if err := rows.Scan(append([]any{&about, &k.ID, &place}, personInto(&k)...)...); err != nil {
			return err
		}
		places[k.ID], k.Votes = place, r.votes[k.ID]
		r.within(about, func(c *election.Contest) {
			c.Candidates = put(c.Candidates, k, func(x election.Candidate) bool { return x.ID == k.ID })
		})
		return nil
	})
	for _, c := range r.all {
		slices.SortStableFunc(c.Candidates, func(a, b election.Candidate) int { return cmp.Compare(places[a.ID], places[b.ID]) })
	}
	return err
}

// put puts something in the place of the one that it is another version of,
// else last: in the order of recording, what was recorded last is shown.
func put[T any](all []T, x T, same func(T) bool) []T {
	if at := slices.IndexFunc(all, same); at >= 0 {
		all[at] = x
		return all
	}
	return append(all, x)
}

func (r *contestReader) baselines() error {
	const columns = "v.id, x.position, x.name, x.date, x.notional, x.seats, x.electorate, x.verified, x.rejected"
	places := map[string]int{}
	r.baselined = map[string]int64{}
	err := r.each("baseline", columns, "v.id", func(rows *sql.Rows) error {
		var about string
		var version int64
		var place int
		var b election.Baseline
		if err := rows.Scan(&about, &b.ID, &version, &place, &b.Name, &b.Date, &b.Notional, &b.Seats,
			countColumn{&b.Electorate}, countColumn{&b.Verified}, countColumn{&b.Rejected}); err != nil {
			return err
		}
		places[b.ID], r.baselined[b.ID] = place, version
		r.within(about, func(c *election.Contest) {
			c.Baselines = put(c.Baselines, b, func(x election.Baseline) bool { return x.ID == b.ID })
		})
		return nil
	})
	for _, c := range r.all {
		slices.SortStableFunc(c.Baselines, func(a, b election.Baseline) int { return cmp.Compare(places[a.ID], places[b.ID]) })
	}
	return err
}

func (r *contestReader) baselineCandidates() error {
	const columns = `v.id, x.id, x.forenames, x.surname, x.party_id, x.party_name, x.party_short, x.description,
		x.person, x.votes`
	return r.eachIn("baseline_candidate", "baseline", columns, "v.id, x.position", func(rows *sql.Rows) error {
		var about, baseline string
		var version int64
		var k election.Candidate
		into := append([]any{&about, &baseline, &version, &k.ID}, personInto(&k)...)
		if err := rows.Scan(append(into, countColumn{&k.Votes})...); err != nil {
			return err
		}
		if r.baselined[baseline] != version {
			return nil
		}
		r.within(about, func(c *election.Contest) {
			for i := range c.Baselines {
				if c.Baselines[i].ID == baseline {
					c.Baselines[i].Candidates = append(c.Baselines[i].Candidates, k)
				}
			}
		})
		return nil
	})
}

func (r *contestReader) answers() error {
	return r.each("answer", "x.code, x.figures, x.reason", "v.id", func(rows *sql.Rows) error {
		var about string
		var a election.Answer
		if err := rows.Scan(&about, new(string), &a.Code, &a.Figures, &a.Reason); err != nil {
			return err
		}
		r.within(about, func(c *election.Contest) { c.Answers = append(c.Answers, a) })
		return nil
	})
}

func (r *contestReader) lots() error {
	shown := map[string]int64{} // version by contest
	return r.each("lot", "v.id, x.candidate", "v.id, x.position", func(rows *sql.Rows) error {
		var about, candidate string
		var version int64
		if err := rows.Scan(&about, new(string), &version, &candidate); err != nil {
			return err
		}
		r.within(about, func(c *election.Contest) {
			if shown[about] != version {
				c.Lot, shown[about] = nil, version // of two in conflict, what was recorded last
			}
			c.Lot = append(c.Lot, candidate)
		})
		return nil
	})
}
