package night

import (
	"fmt"
	"maps"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night/record"
)

// votesKind is a candidate's votes. Its subject is the candidate's id.
var votesKind = record.NewKind(record.Spec[election.Count]{
	Name: "votes", Subject: SubjectContest,
	Columns: func(v *election.Count) []record.Column { return []record.Column{{Name: "votes", Place: counted{v}}} },
})

// Papers are the figures of a count that belong to no candidate.
type Papers struct {
	Electorate election.Count
	Verified   election.Count
	Rejected   election.Count
	Headings   election.Headings
	ReadOut    election.ReadOut
}

// papersKind is the papers of a contest.
var papersKind = record.NewKind(record.Spec[Papers]{
	Name: "papers", Subject: SubjectContest,
	Columns: func(p *Papers) []record.Column {
		return []record.Column{
			{Name: "electorate", Place: counted{&p.Electorate}},
			{Name: "verified", Place: counted{&p.Verified}},
			{Name: "rejected", Place: counted{&p.Rejected}},
			{Name: "no_mark", Place: counted{&p.Headings.NoMark}},
			{Name: "too_many", Place: counted{&p.Headings.TooMany}},
			{Name: "identity", Place: counted{&p.Headings.Identity}},
			{Name: "uncertain", Place: counted{&p.Headings.Uncertain}},
			{Name: "turnout_read", Place: &p.ReadOut.Turnout},
			{Name: "majority_read", Place: counted{&p.ReadOut.Majority}},
		}
	},
})

// lotKind is the ids of the candidates drawn by lot in a contest.
var lotKind = record.NewKind(record.Spec[[]string]{
	Name: "lot", Subject: SubjectContest,
	Lists: []record.List[[]string]{
		record.ListOf("lot", func(elected *[]string) *[]string { return elected }, func(candidate *string) []record.Column {
			return []record.Column{{Name: "candidate", Place: candidate}}
		}),
	},
})

// answerKind is a desk's answer to one of its checks, named by answerSubject.
var answerKind = record.NewKind(record.Spec[election.Answer]{
	Name: "answer", Subject: SubjectContest,
	Columns: func(a *election.Answer) []record.Column {
		return []record.Column{
			{Name: "code", Place: &a.Code}, {Name: "figures", Place: &a.Figures}, {Name: "reason", Place: &a.Reason},
		}
	},
})

// answerSubject names an answer within its contest.
func answerSubject(a election.Answer) string { return a.Code + "|" + a.Figures }

func papersOf(c election.Contest) Papers {
	return Papers{c.Electorate, c.Verified, c.Rejected, c.Headings, c.ReadOut}
}

// KeyVotes keys a candidate's votes; an unknown count takes them back. A
// declared result is not keyed: see CorrectResult.
func (n *Night) KeyVotes(author, contest, candidate string, v election.Count) error {
	return n.keyVotes("key the votes", author, contest, map[string]election.Count{candidate: v})
}

// KeyBlock keys the votes of several candidates, by their ids, in one act: all
// of them or none. Those it does not name keep theirs.
func (n *Night) KeyBlock(author, contest string, votes map[string]election.Count) error {
	return n.keyVotes("key the block of votes", author, contest, votes)
}

func (n *Night) keyVotes(op, author, contest string, votes map[string]election.Count) error {
	_, err := n.log.Act(op, record.Act{Kind: ActVotes, Author: author}, func(a *record.Act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		return putVotes(a, contest, votes)
	})
	return err
}

// putVotes says the votes of candidates of the contest.
func putVotes(a *record.Act, contest string, votes map[string]election.Count) error {
	for _, candidate := range slices.Sorted(maps.Keys(votes)) {
		if err := candidateKind.Must(a, contest, candidate); err != nil {
			return err
		}
		if err := votesKind.Put(a, contest, candidate, votes[candidate]); err != nil {
			return err
		}
	}
	return nil
}

// KeyPapers keys electorate, papers, rejected papers and what was read out,
// all at once. A declared result is not keyed: see CorrectResult.
func (n *Night) KeyPapers(author, contest string, p Papers) error {
	_, err := n.log.Act("key the papers", record.Act{Kind: ActPapers, Author: author}, func(a *record.Act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		return papersKind.Put(a, contest, contest, p)
	})
	return err
}

// SetLot records the candidates drawn by lot at a tied cut.
func (n *Night) SetLot(author, contest string, elected []string) error {
	_, err := n.log.Act("record the lot", record.Act{Kind: ActLot, Author: author}, func(a *record.Act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		for _, candidate := range elected {
			if err := candidateKind.Must(a, contest, candidate); err != nil {
				return err
			}
		}
		if len(elected) == 0 {
			return lotKind.Drop(a, contest, contest)
		}
		return lotKind.Put(a, contest, contest, elected)
	})
	return err
}

// SetElected records who is elected, by the ids of candidates, where the votes
// do not tell it. It is refused where they do, and of a declared result.
func (n *Night) SetElected(author, contest string, elected []string) error {
	_, err := n.log.Act("record who is elected", record.Act{Kind: ActElected, Author: author}, func(a *record.Act) error {
		c, err := readContest(a, record.Latest, contest)
		if err != nil {
			return err
		}
		if err := mayBeElected(c, elected); err != nil {
			return err
		}
		for position, k := range c.Candidates {
			k.Elected = slices.Contains(elected, k.ID)
			if err := candidateKind.Put(a, contest, k.ID, ballotLine{position, k}); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// mayBeElected refuses what cannot be said of who is elected.
func mayBeElected(c election.Contest, elected []string) error {
	switch s := c.System(); {
	case c.State.IsDeclared():
		return &DeclaredError{Contest: c.ID}
	case s.ElectsByVotes():
		return &RefusedError{Why: fmt.Sprintf("Who is elected in %s is told by the votes: %s.", c.Name, s), Next: "Key the votes; where they tie, record the lot."}
	case !s.FillsSeats():
		return &RefusedError{Why: fmt.Sprintf("%s is a referendum, in which nobody is elected.", c.Name), Next: "Key the votes of its answers."}
	case len(elected) > c.Seats:
		return &RefusedError{Why: fmt.Sprintf("%s has %s, and %d were said to be elected.", c.Name, election.Several(c.Seats, "seat", "seats"), len(elected)),
			Next: "Say as many as there are seats."}
	}
	for _, id := range elected {
		if k, ok := c.Candidate(id); !ok || k.IsAnswer() {
			return &NotFoundError{Kind: "candidate", ID: id}
		}
	}
	return nil
}

// AnswerCheck overrides an error with a reason or ticks a warning. The
// answer holds while the figures that raised the check stay as they are.
func (n *Night) AnswerCheck(author, contest string, answer election.Answer) error {
	act := record.Act{Kind: ActAnswer, Author: author, Reason: answer.Reason}
	_, err := n.log.Act("answer the check", act, func(a *record.Act) error {
		if err := contestKind.Must(a, contest, contest); err != nil {
			return err
		}
		return answerKind.Put(a, contest, answerSubject(answer), answer)
	})
	return err
}

func (r *contestReader) papers() error {
	return within(r, papersKind, func(c *election.Contest, s record.Said[Papers]) {
		p := s.What
		c.Electorate, c.Verified, c.Rejected = p.Electorate, p.Verified, p.Rejected
		c.Headings, c.ReadOut = p.Headings, p.ReadOut
	})
}

func (r *contestReader) answers() error {
	return within(r, answerKind, func(c *election.Contest, s record.Said[election.Answer]) { c.Answers = append(c.Answers, s.What) })
}

func (r *contestReader) lots() error {
	return within(r, lotKind, func(c *election.Contest, s record.Said[[]string]) { c.Lot = s.What })
}
