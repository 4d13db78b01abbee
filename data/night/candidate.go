package night

import (
	"cmp"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night/record"
)

// A ballotLine is a candidate, without votes, and the place on the ballot
// paper, from 0.
type ballotLine struct {
	position int
	election.Candidate
}

// candidateKind is a name on a ballot paper. The id is the version's subject.
var candidateKind = record.NewKind(record.Spec[ballotLine]{
	Name: "candidate", Subject: SubjectContest,
	Columns: func(l *ballotLine) []record.Column {
		return append(append([]record.Column{{Name: "position", Place: &l.position}}, personColumns(&l.Candidate)...), electedColumn(&l.Candidate))
	},
})

// personColumns are those that a candidate and a baseline's candidate share.
func personColumns(k *election.Candidate) []record.Column {
	return append([]record.Column{{Name: "forenames", Place: &k.Forenames}, {Name: "surname", Place: &k.Surname}},
		append(partyColumns(&k.Party),
			record.Column{Name: "description", Place: &k.Description}, record.Column{Name: "person", Place: &k.Person})...)
}

// electedColumn comes behind all others of a candidate.
func electedColumn(k *election.Candidate) record.Column {
	return record.Column{Name: "elected", Place: record.Optional(&k.Elected)}
}

func partyColumns(p *election.Party) []record.Column {
	return []record.Column{
		{Name: "party_id", Place: &p.ID}, {Name: "party_name", Place: &p.Name}, {Name: "party_short", Place: &p.Short},
	}
}

// MoveCandidate puts a candidate at another place of the ballot paper,
// counted from 0.
func (n *Night) MoveCandidate(author, contest, candidate string, to int) error {
	_, err := n.log.Act("move the candidate", record.Act{Kind: ActMove, Author: author}, func(a *record.Act) error {
		c, err := readContest(a, record.Latest, contest)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(c.Candidates, func(k election.Candidate) bool { return k.ID == candidate })
		if at < 0 {
			return &NotFoundError{Kind: "candidate", ID: candidate}
		}
		moved := c.Candidates[at]
		ballot := slices.Delete(c.Candidates, at, at+1)
		ballot = slices.Insert(ballot, min(max(to, 0), len(ballot)), moved)
		for position, k := range ballot {
			if err := candidateKind.Put(a, contest, k.ID, ballotLine{position, k}); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// RemoveCandidate takes a candidate off the ballot paper, with the votes
// keyed for them and the flags that name them. A declared result keeps its
// candidates.
func (n *Night) RemoveCandidate(author, contest, candidate string) error {
	remove := record.Act{Kind: ActRemoveCandidate, Author: author}
	_, err := n.log.Act("remove the candidate", remove, func(a *record.Act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		if err := candidateKind.Must(a, contest, candidate); err != nil {
			return err
		}
		if err := votesKind.Drop(a, contest, candidate); err != nil {
			return err
		}
		if err := dropFlagsOf(a, contest, candidate); err != nil {
			return err
		}
		if err := dropSecondOf(a, contest, candidate); err != nil {
			return err
		}
		return candidateKind.Drop(a, contest, candidate)
	})
	return err
}

// candidates reads them in the order of the ballot paper.
func (r *contestReader) candidates() error {
	places := map[string]int{}
	err := within(r, candidateKind, func(c *election.Contest, s record.Said[ballotLine]) {
		k := s.What.Candidate
		k.ID = s.Subject
		places[k.ID] = s.What.position
		c.Candidates = append(c.Candidates, k)
	})
	for _, c := range r.all {
		slices.SortStableFunc(c.Candidates, func(a, b election.Candidate) int { return cmp.Compare(places[a.ID], places[b.ID]) })
	}
	return err
}

// votes reads those of the candidates that are there.
func (r *contestReader) votes() error {
	return within(r, votesKind, func(c *election.Contest, s record.Said[election.Count]) {
		for i := range c.Candidates {
			if c.Candidates[i].ID == s.Subject {
				c.Candidates[i].Votes = s.What
			}
		}
	})
}
