package night

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
)

func contestContent(c election.Contest, position int64) content {
	return one(position, c.Name, c.Code, string(c.Date), string(c.Kind), int64(c.Seats),
		text(c.Group), text(string(c.Method)))
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

// SetContest changes what a contest is: its name, code, date, kind, group,
// seats and method, all as given, but that an empty kind and no seats stay as
// they were. Its figures are left alone. Without an ID it is a new contest,
// the last of the night. Kind, seats and method of a declared result are its
// figures' and stay: see TakeBack. It returns the id.
func (n *Night) SetContest(author string, c election.Contest) (id string, err error) {
	_, err = n.act("change the contest", act{kind: "contest", author: author}, func(a *act) error {
		was, position, err := a.contestToSet(&c)
		if err != nil {
			return err
		}
		id = c.ID
		c.Name, c.Group = strings.TrimSpace(c.Name), strings.TrimSpace(c.Group)
		c.Kind, c.Seats = first(c.Kind, was.Kind, election.Parliamentary), first(c.Seats, was.Seats, 1)
		if err := a.mayBeContest(c); err != nil {
			return err
		}
		if was.State.IsDeclared() && (c.Kind != was.Kind || c.Seats != was.Seats || c.Method != was.Method) {
			return &DeclaredError{Contest: c.ID}
		}
		if was.ID == "" {
			if err := a.put("state", c.ID, c.ID, count{state: election.NotStarted}.content()); err != nil {
				return err
			}
		}
		return a.put("contest", c.ID, c.ID, contestContent(c, position))
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// contestToSet reads the contest as it was and its place in the night, or
// gives the new one its id and the place after the last.
func (a *act) contestToSet(c *election.Contest) (was election.Contest, position int64, err error) {
	if c.ID == "" {
		c.ID = a.night.newID()
		position, err = nextPosition(a)
		return was, position, err
	}
	if was, err = readContest(a, latest, c.ID); err != nil {
		return was, 0, err
	}
	position, err = positionOf(a, c.ID)
	return was, position, err
}

// mayBeContest refuses what cannot be a contest of this night.
func (a *act) mayBeContest(c election.Contest) error {
	switch {
	case c.Name == "":
		return &RefusedError{"A contest needs a name.", "Write it as it is printed, such as Bush Fair ward."}
	case c.Seats < 1:
		return &RefusedError{fmt.Sprintf("%s cannot have %d seats.", c.Name, c.Seats), "Write 1 or more."}
	}
	there, err := a.contestsNamed(c.Name)
	for _, x := range there {
		if x.ID != c.ID && x.Group == c.Group {
			return &RefusedError{fmt.Sprintf("The night has a contest called %s already.", c.Name),
				"Choose another name or group, or change that contest."}
		}
	}
	return err
}

// positionOf is a contest's place within the night.
func positionOf(q querier, contest string) (position int64, err error) {
	from, args := standingIn("contest", "contest", contest, latest)
	err = q.row("SELECT x.position"+from+" ORDER BY v.id DESC LIMIT 1", args...).Scan(&position)
	return position, err
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
