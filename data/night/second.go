package night

import (
	"maps"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night/record"
)

// A secondKeying is the figures of a contest that were keyed a second time, as
// the file holds them: votes by candidate, those that were keyed alone.
type secondKeying struct {
	author             string
	verified, rejected election.Count
	votes              []secondVotes // sorted by candidate
}

type secondVotes struct {
	candidate string
	votes     election.Count
}

// secondKind is the second keying of a contest.
var secondKind = record.NewKind(record.Spec[secondKeying]{
	Name: "second_keying", Subject: SubjectContest,
	Columns: func(k *secondKeying) []record.Column {
		return []record.Column{
			{Name: "author", Place: &k.author},
			{Name: "verified", Place: counted{&k.verified}},
			{Name: "rejected", Place: counted{&k.rejected}},
		}
	},
	Lists: []record.List[secondKeying]{
		record.ListOf("second_votes", func(k *secondKeying) *[]secondVotes { return &k.votes },
			func(v *secondVotes) []record.Column {
				return []record.Column{{Name: "candidate", Place: &v.candidate}, {Name: "votes", Place: counted{&v.votes}}}
			}),
	},
})

func storedKeying(k election.Keying) secondKeying {
	s := secondKeying{author: k.Author, verified: k.Verified, rejected: k.Rejected}
	for _, candidate := range slices.Sorted(maps.Keys(k.Votes)) {
		if votes := k.Votes[candidate]; votes.Known() {
			s.votes = append(s.votes, secondVotes{candidate, votes})
		}
	}
	return s
}

func (s secondKeying) keying() *election.Keying {
	k := &election.Keying{Author: s.author, Verified: s.verified, Rejected: s.rejected, Votes: map[string]election.Count{}}
	for _, v := range s.votes {
		k.Votes[v.candidate] = v.votes
	}
	return k
}

// KeySecond stores the figures of a count keyed a second time, in place of an
// earlier second keying. They are the given author's; those that are unknown
// were not keyed, and a keying without any is none. A declared result is not
// keyed again.
func (n *Night) KeySecond(author, contest string, k election.Keying) error {
	k.Author = author
	_, err := n.log.Act("key the second time", record.Act{Kind: ActSecondKeying, Author: author}, func(a *record.Act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		for _, candidate := range slices.Sorted(maps.Keys(k.Votes)) {
			if err := candidateKind.Must(a, contest, candidate); err != nil {
				return err
			}
		}
		return putSecond(a, contest, k)
	})
	return err
}

func putSecond(a *record.Act, contest string, k election.Keying) error {
	s := storedKeying(k)
	if len(s.votes) == 0 && !k.Verified.Known() && !k.Rejected.Known() {
		return secondKind.Drop(a, contest, contest)
	}
	return secondKind.Put(a, contest, contest, s)
}

// dropSecondOf takes back what was keyed for a candidate.
func dropSecondOf(a *record.Act, contest, candidate string) error {
	c, err := readContest(a, record.Latest, contest)
	if err != nil || c.Second == nil {
		return err
	}
	delete(c.Second.Votes, candidate)
	return putSecond(a, contest, *c.Second)
}

// ClearSecond takes the second keying back. Where there is none, nothing
// happens. A declared result keeps it.
func (n *Night) ClearSecond(author, contest string) error {
	return n.KeySecond(author, contest, election.Keying{})
}

func (r *contestReader) seconds() error {
	return within(r, secondKind, func(c *election.Contest, s record.Said[secondKeying]) { c.Second = s.What.keying() })
}
