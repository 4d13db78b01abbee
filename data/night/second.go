package night

import (
	"database/sql"

	"nightdesk/data/election"
)

// secondContent leaves out what was not keyed.
func secondContent(k election.Keying) content {
	c := content{{{k.Author, column(k.Verified), column(k.Rejected)}}, nil}
	for _, candidate := range sortedKeys(k.Votes) {
		if votes := column(k.Votes[candidate]); votes != nil {
			c[1] = append(c[1], row{candidate, votes})
		}
	}
	return c
}

// KeySecond keeps the figures of a count keyed a second time, in place of an
// earlier second keying. They are the given author's; those that are unknown
// were not keyed, and a keying without any is none. A declared result is not
// keyed again.
func (n *Night) KeySecond(author, contest string, k election.Keying) error {
	k.Author = author
	_, err := n.act("key the second time", act{kind: "second keying", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		for _, candidate := range sortedKeys(k.Votes) {
			if err := must(a, "candidate", contest, candidate); err != nil {
				return err
			}
		}
		return a.putSecond(contest, k)
	})
	return err
}

func (a *act) putSecond(contest string, k election.Keying) error {
	c := secondContent(k)
	if len(c[1]) == 0 && !k.Verified.Known() && !k.Rejected.Known() {
		return a.drop("second_keying", contest, contest)
	}
	return a.put("second_keying", contest, contest, c)
}

// dropSecondOf takes back what was keyed for a candidate.
func (a *act) dropSecondOf(contest, candidate string) error {
	c, err := readContest(a, latest, contest)
	if err != nil || c.Second == nil {
		return err
	}
	delete(c.Second.Votes, candidate)
	return a.putSecond(contest, *c.Second)
}

// ClearSecond takes the second keying back. Where there is none, nothing
// happens. A declared result keeps it.
func (n *Night) ClearSecond(author, contest string) error {
	return n.KeySecond(author, contest, election.Keying{})
}

func (r *contestReader) second() error {
	r.seconds = map[int64]*election.Keying{}
	return r.each("second_keying", "v.id, x.author, x.verified, x.rejected", "v.id", func(rows *sql.Rows) error {
		var about string
		var version int64
		k := &election.Keying{Votes: map[string]election.Count{}}
		if err := rows.Scan(&about, new(string), &version, &k.Author, countColumn{&k.Verified}, countColumn{&k.Rejected}); err != nil {
			return err
		}
		r.seconds[version] = k
		r.within(about, func(c *election.Contest) { c.Second = k }) // of two in conflict, what was recorded last
		return nil
	})
}

func (r *contestReader) secondVotes() error {
	return r.eachIn("second_votes", "second_keying", "v.id, x.candidate, x.votes", "v.id, x.position", func(rows *sql.Rows) error {
		var version int64
		var candidate string
		var votes election.Count
		if err := rows.Scan(new(string), new(string), &version, &candidate, countColumn{&votes}); err != nil {
			return err
		}
		if k := r.seconds[version]; k != nil {
			k.Votes[candidate] = votes
		}
		return nil
	})
}
