package night

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// A placedContest is what a contest is, without its figures, and its place in
// the order of the night, from 0.
type placedContest struct {
	position int64
	election.Contest
}

// contestKind is what a contest is. The id is the version's subject.
var contestKind = record.NewKind(record.Spec[placedContest]{
	Name: "contest", Subject: SubjectContest,
	Columns: func(c *placedContest) []record.Column {
		return []record.Column{
			{Name: "position", Place: &c.position},
			{Name: "name", Place: &c.Name},
			{Name: "code", Place: &c.Code},
			{Name: "date", Place: &c.Date},
			{Name: "kind", Place: &c.Kind},
			{Name: "seats", Place: &c.Seats},
			{Name: "group_name", Place: record.Optional(&c.Group)},
			{Name: "method", Place: record.Optional(&c.Method)},
			{Name: "system", Place: record.Optional(&c.SystemName)},
		}
	},
})

// SetContest changes what a contest is: its name, code, date, kind, group,
// seats, method and system, all as given, but that an empty kind and no seats
// stay as they were. Its figures are left alone. Without an ID it is a new
// contest, the last of the night. Kind, seats, method and system of a declared
// result are its figures' and stay: see TakeBack. It returns the id.
func (n *Night) SetContest(author string, c election.Contest) (id string, err error) {
	_, err = n.log.Act("change the contest", record.Act{Kind: ActContest, Author: author}, func(a *record.Act) error {
		was, position, err := contestToSet(a, &c)
		if err != nil {
			return err
		}
		id = c.ID
		c.Name, c.Group = strings.TrimSpace(c.Name), strings.TrimSpace(c.Group)
		c.Kind, c.Seats = cmp.Or(c.Kind, was.Kind, election.Parliamentary), cmp.Or(c.Seats, was.Seats, 1)
		if err := mayBeContest(a, c); err != nil {
			return err
		}
		if was.State.IsDeclared() && !sameRules(c, was) {
			return &DeclaredError{Contest: c.ID}
		}
		if was.ID == "" {
			if err := stateKind.Put(a, c.ID, c.ID, countState{state: election.NotStarted}); err != nil {
				return err
			}
		}
		return contestKind.Put(a, c.ID, c.ID, placedContest{position, c})
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// sameRules reports whether figures come to the same in two states of a contest.
func sameRules(a, b election.Contest) bool {
	return a.Kind == b.Kind && a.Seats == b.Seats && a.Method == b.Method && a.SystemName == b.SystemName
}

// contestToSet reads the contest as it was and its place in the night, or
// gives the new one its id and the place after the last.
func contestToSet(a *record.Act, c *election.Contest) (was election.Contest, position int64, err error) {
	if c.ID == "" {
		c.ID = a.NewID()
		position, err = nextPosition(a)
		return was, position, err
	}
	if was, err = readContest(a, record.Latest, c.ID); err != nil {
		return was, 0, err
	}
	position, err = positionOf(a, c.ID)
	return was, position, err
}

// mayBeContest refuses what cannot be a contest of this night.
func mayBeContest(q file.Querier, c election.Contest) error {
	switch {
	case c.Name == "":
		return &RefusedError{Why: "A contest needs a name.", Next: "Write it as it is printed, such as Bush Fair ward."}
	case c.Seats < 1:
		return &RefusedError{Why: fmt.Sprintf("%s cannot have %d seats.", c.Name, c.Seats), Next: "Write 1 or more."}
	case c.SystemName == "":
		if _, open := election.SystemTold(c); open {
			return &RefusedError{Why: fmt.Sprintf("How %s is decided cannot be told from its day.", c.Name),
				Next: "Say the system: first past the post or supplementary vote."}
		}
	}
	there, err := bareContests(q)
	there = slices.DeleteFunc(there, func(x election.Contest) bool { return x.ID == c.ID || x.Group != c.Group })
	c.ID = ""
	if found := match.NewContests(there).Find(c).Kind; found == match.Matched || found == match.Uncertain {
		return &RefusedError{Why: fmt.Sprintf("The night has a contest called %s already.", c.Name),
			Next: "Choose another name, group or day, or change that contest."}
	}
	return err
}

// positionOf is a contest's place within the night.
func positionOf(q file.Querier, contest string) (position int64, err error) {
	c, _, err := contestKind.Last(q, contest, contest)
	return c.position, err
}

// nextPosition is the place after the last contest that the night ever had.
func nextPosition(q file.Querier) (next int64, err error) {
	err = q.Row(`SELECT coalesce(max(position), -1) + 1 FROM contest`).Scan(&next)
	return next, err
}

// bareContests are the contests of the night without their figures.
func bareContests(q file.Querier) ([]election.Contest, error) {
	all, err := contestKind.Standing(q, record.Latest, "")
	there := make([]election.Contest, len(all))
	for i, s := range all {
		there[i] = s.What.Contest
		there[i].ID = s.Subject
	}
	return there, err
}

// contestIsStoodOn reports whether the version is of a new contest that now has
// candidates or anything else, or of rules by which figures were declared.
func contestIsStoodOn(q file.Querier, v record.Version) (found bool, err error) {
	if !v.Replaces.Valid {
		err = q.Row(`SELECT EXISTS (SELECT 1 FROM version v
			WHERE v.about = ?2 AND v.kind NOT IN ('contest', 'state') AND `+record.Standing+`)`, record.Latest, v.About).Scan(&found)
		if found || err != nil {
			return found, err
		}
	}
	if found, err = declarationStandsOn(q, v); !found || err != nil || !v.Replaces.Valid {
		return found, err
	}
	now, _, err := contestKind.Said(q, v.ID)
	if err != nil {
		return false, err
	}
	before, _, err := contestKind.Said(q, v.Replaces.Int64)
	return !sameRules(now.Contest, before.Contest), err
}

// Contests are all contests as they stand, in the order of the night.
func (n *Night) Contests() ([]election.Contest, error) {
	return read(n, "read", func(q file.Querier) ([]election.Contest, error) { return readContests(q, record.Latest, "") })
}

// Contest is one contest as it stands, or a *NotFoundError.
func (n *Night) Contest(id string) (election.Contest, error) {
	return read(n, "read", func(q file.Querier) (election.Contest, error) { return readContest(q, record.Latest, id) })
}

func readContest(q file.Querier, seq int64, id string) (election.Contest, error) {
	all, err := readContests(q, seq, id)
	if err != nil {
		return election.Contest{}, err
	}
	if len(all) == 0 {
		return election.Contest{}, &NotFoundError{Kind: "contest", ID: id}
	}
	return all[0], nil
}

// A contestReader puts contests together from what stands as of one act.
type contestReader struct {
	q    file.Querier
	seq  int64
	id   string // of the one contest wanted, or empty for all
	all  []*election.Contest
	byID map[string]*election.Contest
}

// readContests reads the contests as they stood, in the order of the night, or
// the one of the id; nil where there is none.
func readContests(q file.Querier, seq int64, id string) ([]election.Contest, error) {
	r := &contestReader{q: q, seq: seq, id: id, byID: map[string]*election.Contest{}}
	for _, step := range []func() error{
		r.contests, r.states, r.corrections, r.papers, r.candidates, r.votes, r.baselines,
		r.chains, r.answers, r.lots, r.flags, r.seconds,
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

// within calls f with what stands of a kind, each with its contest.
func within[T any](r *contestReader, k *record.Kind[T], f func(c *election.Contest, s record.Said[T])) error {
	all, err := k.Standing(r.q, r.seq, r.id)
	for _, s := range all {
		if c := r.byID[s.About]; c != nil {
			f(c, s)
		}
	}
	return err
}

func (r *contestReader) contests() error {
	all, err := contestKind.Standing(r.q, r.seq, r.id)
	slices.SortStableFunc(all, func(a, b record.Said[placedContest]) int { return cmp.Compare(a.What.position, b.What.position) })
	for i := range all {
		c := &all[i].What.Contest
		c.ID, c.State = all[i].Subject, election.NotStarted
		r.all, r.byID[c.ID] = append(r.all, c), c
	}
	return err
}
