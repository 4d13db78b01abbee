package night

import "nightdesk/data/election"

func contestContent(c election.Contest, position int64) content {
	return one(position, c.Name, c.Code, string(c.Date), string(c.Kind), int64(c.Seats))
}

func candidateContent(k election.Candidate, position int) content {
	return content{{append(row{int64(position)}, personRow(k)...)}}
}

// personRow is what candidate and baseline_candidate share.
func personRow(k election.Candidate) row {
	return row{k.Forenames, k.Surname, k.Party.ID, k.Party.Name, k.Party.Short, k.Description, k.Person}
}

func personInto(k *election.Candidate) []any {
	return []any{&k.Forenames, &k.Surname, &k.Party.ID, &k.Party.Name, &k.Party.Short, &k.Description, &k.Person}
}

func votesContent(v election.Count) content { return one(column(v)) }

func baselineContent(b election.Baseline, position int) content {
	c := content{{{int64(position), b.Name, string(b.Date), flag(b.Notional), int64(b.Seats),
		column(b.Electorate), column(b.Verified), column(b.Rejected)}}, nil}
	for _, k := range b.Candidates {
		c[1] = append(c[1], append(append(row{k.ID}, personRow(k)...), column(k.Votes)))
	}
	return c
}

func answerContent(a election.Answer) content { return one(a.Code, a.Figures, a.Reason) }

// answerSubject names an answer within its contest.
func answerSubject(a election.Answer) string { return a.Code + "|" + a.Figures }

func lotContent(elected []string) content {
	c := content{nil}
	for _, id := range elected {
		c[0] = append(c[0], row{id})
	}
	return c
}

// Contests are all contests as they stand, in the order of the night.
func (n *Night) Contests() (contests []election.Contest, err error) {
	err = n.read("read", func(q querier) error {
		contests, err = readContests(q, latest, "")
		return err
	})
	return contests, err
}

// Contest is one contest as it stands, or a *NotFoundError.
func (n *Night) Contest(id string) (c election.Contest, err error) {
	err = n.read("read", func(q querier) error {
		c, err = readContest(q, latest, id)
		return err
	})
	return c, err
}

func readContest(q querier, seq int64, id string) (election.Contest, error) {
	all, err := readContests(q, seq, id)
	if err != nil {
		return election.Contest{}, err
	}
	if len(all) == 0 {
		return election.Contest{}, &NotFoundError{Kind: "contest", ID: id}
	}
	return all[0], nil
}
