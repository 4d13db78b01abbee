package night

import "nightdesk/data/election"

// Papers are the figures of a count that belong to no candidate.
type Papers struct {
	Electorate election.Count
	Verified   election.Count
	Rejected   election.Count
	Headings   election.Headings
	ReadOut    election.ReadOut
}

func papersOf(c election.Contest) Papers {
	return Papers{c.Electorate, c.Verified, c.Rejected, c.Headings, c.ReadOut}
}

func papersContent(p Papers) content {
	return one(column(p.Electorate), column(p.Verified), column(p.Rejected),
		column(p.Headings.NoMark), column(p.Headings.TooMany), column(p.Headings.Identity), column(p.Headings.Uncertain),
		p.ReadOut.Turnout, column(p.ReadOut.Majority))
}

func papersInto(p *Papers) []any {
	return []any{countColumn{&p.Electorate}, countColumn{&p.Verified}, countColumn{&p.Rejected},
		countColumn{&p.Headings.NoMark}, countColumn{&p.Headings.TooMany},
		countColumn{&p.Headings.Identity}, countColumn{&p.Headings.Uncertain},
		&p.ReadOut.Turnout, countColumn{&p.ReadOut.Majority}}
}

// KeyVotes keys a candidate's votes; an unknown count takes them back. A
// declared result is not keyed: see CorrectResult.
func (n *Night) KeyVotes(author, contest, candidate string, v election.Count) error {
	_, err := n.act("key the votes", act{kind: "votes", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		if err := must(a, "candidate", contest, candidate); err != nil {
			return err
		}
		return a.put("votes", contest, candidate, votesContent(v))
	})
	return err
}

// KeyBlock keys the votes of several candidates, by their ids, in one act: all
// of them or none. Those it does not name keep theirs.
func (n *Night) KeyBlock(author, contest string, votes map[string]election.Count) error {
	_, err := n.act("key the block of votes", act{kind: "votes", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		return a.correctFigures(contest, votes, nil)
	})
	return err
}

// KeyPapers keys electorate, papers, rejected papers and what was read out,
// all at once. A declared result is not keyed: see CorrectResult.
func (n *Night) KeyPapers(author, contest string, p Papers) error {
	_, err := n.act("key the papers", act{kind: "papers", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		return a.put("papers", contest, contest, papersContent(p))
	})
	return err
}

// SetLot records the candidates drawn by lot at a tied cut.
func (n *Night) SetLot(author, contest string, elected []string) error {
	_, err := n.act("record the lot", act{kind: "lot", author: author}, func(a *act) error {
		if err := mustBeOpen(a, contest); err != nil {
			return err
		}
		for _, candidate := range elected {
			if err := must(a, "candidate", contest, candidate); err != nil {
				return err
			}
		}
		if len(elected) == 0 {
			return a.drop("lot", contest, contest)
		}
		return a.put("lot", contest, contest, lotContent(elected))
	})
	return err
}

// AnswerCheck overrides an error with a reason or ticks a warning. The
// answer holds while the figures that raised the check stay as they are.
func (n *Night) AnswerCheck(author, contest string, answer election.Answer) error {
	_, err := n.act("answer the check", act{kind: "answer", author: author, reason: answer.Reason}, func(a *act) error {
		if err := must(a, "contest", contest, contest); err != nil {
			return err
		}
		return a.put("answer", contest, answerSubject(answer), answerContent(answer))
	})
	return err
}
