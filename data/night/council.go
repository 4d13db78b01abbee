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

// A storedCouncil is a council as the file holds it: the seats held at its
// baselines are one list.
type storedCouncil struct {
	election.Council                   // its baselines without their holdings
	holdings         []baselineHolding // in the order of the baselines
}

type baselineHolding struct {
	baseline int // place among the council's baselines, from 0
	election.Holding
}

// councilKind is a council. The id is the version's subject.
var councilKind = record.NewKind(record.Spec[storedCouncil]{
	Name: "council", Subject: SubjectCouncil,
	Columns: func(c *storedCouncil) []record.Column {
		return []record.Column{
			{Name: "name", Place: &c.Name},
			{Name: "code", Place: &c.Code},
			{Name: "date", Place: &c.Date},
			{Name: "seats", Place: &c.Seats},
			{Name: "vacant", Place: &c.Vacant},
		}
	},
	Lists: []record.List[storedCouncil]{
		record.ListOf("council_holding", func(c *storedCouncil) *[]election.Holding { return &c.NotUp }, holdingColumns),
		record.ListOf("council_baseline", func(c *storedCouncil) *[]election.CouncilBaseline { return &c.Baselines },
			func(b *election.CouncilBaseline) []record.Column {
				return []record.Column{
					{Name: "name", Place: &b.Name}, {Name: "date", Place: &b.Date}, {Name: "vacant", Place: &b.Vacant},
				}
			}),
		record.ListOf("council_baseline_holding", func(c *storedCouncil) *[]baselineHolding { return &c.holdings },
			func(h *baselineHolding) []record.Column {
				return append([]record.Column{{Name: "baseline", Place: &h.baseline}}, holdingColumns(&h.Holding)...)
			}),
	},
})

func holdingColumns(h *election.Holding) []record.Column {
	return append(partyColumns(&h.Party), record.Column{Name: "seats", Place: &h.Seats})
}

func stored(c election.Council) storedCouncil {
	s := storedCouncil{Council: c}
	for i, b := range c.Baselines {
		for _, h := range b.Holdings {
			s.holdings = append(s.holdings, baselineHolding{i, h})
		}
	}
	return s
}

func (s storedCouncil) council(id string) election.Council {
	c := s.Council
	c.ID = id
	for _, h := range s.holdings {
		if h.baseline < len(c.Baselines) {
			c.Baselines[h.baseline].Holdings = append(c.Baselines[h.baseline].Holdings, h.Holding)
		}
	}
	return c
}

func putCouncil(a *record.Act, c election.Council) error {
	return councilKind.Put(a, c.ID, c.ID, stored(c))
}

// PutCouncil adds a council or changes the one that the night has, and
// returns its id. With the id of one that is there, all of it becomes as
// given. Else the one of its name is meant: what is given empty stays as it
// was, and a baseline is the one of its name and date. Where the name changes,
// the group of its contests changes with it, in the same act.
func (n *Night) PutCouncil(author, reason string, c election.Council) (id string, err error) {
	put := record.Act{Kind: ActCouncil, Author: author, Reason: reason}
	_, err = n.log.Act("change the council", put, func(a *record.Act) error {
		id, err = mergeCouncil(a, c, freshID)
		return err
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// mergeCouncil does what PutCouncil says, within an act. A new council gets the id
// that newID makes.
func mergeCouncil(a *record.Act, c election.Council, newID func(*record.Act, election.Council) (string, error)) (id string, err error) {
	c.Name = strings.TrimSpace(c.Name)
	was, err := knownCouncil(a, &c, newID)
	if err != nil {
		return "", err
	}
	if err := mayBeCouncil(a, c); err != nil {
		return "", err
	}
	if was.Name != "" && was.Name != c.Name {
		if err := renameGroup(a, was.Name, c.Name); err != nil {
			return "", err
		}
	}
	return c.ID, putCouncil(a, c)
}

// knownCouncil completes the given council from the one that the night has,
// which it returns, and gives a new one its id.
func knownCouncil(a *record.Act, c *election.Council, newID func(*record.Act, election.Council) (string, error)) (was election.Council, err error) {
	if c.ID != "" {
		there, err := readCouncils(a, record.Latest, c.ID)
		if err != nil {
			return was, err
		}
		if len(there) > 0 {
			return there[0], nil
		}
	}
	id, err := councilKind.FindOne(a, "name", c.Name)
	if err != nil {
		return was, err
	}
	if id == "" {
		if c.ID == "" {
			c.ID, err = newID(a, *c)
		}
		return was, err
	}
	there, err := readCouncils(a, record.Latest, id)
	if err != nil {
		return was, err
	}
	*c = completed(there[0], *c)
	return there[0], nil
}

func freshID(a *record.Act, _ election.Council) (string, error) { return a.NewID(), nil }

// keyedCouncilID is the id of a council that an import makes.
func keyedCouncilID(a *record.Act, c election.Council) (string, error) {
	taken := func(id string) bool { return councilKind.Must(a, id, id) == nil }
	return keyedID(a, taken, "council", match.Fold(c.Name))
}

// completed is the council that was there with what is given of it.
func completed(was, c election.Council) election.Council {
	c.ID, c.Code, c.Date = was.ID, cmp.Or(c.Code, was.Code), cmp.Or(c.Date, was.Date)
	c.Seats, c.Vacant = cmp.Or(c.Seats, was.Seats), cmp.Or(c.Vacant, was.Vacant)
	if len(c.NotUp) == 0 {
		c.NotUp = was.NotUp
	}
	baselines := slices.Clone(was.Baselines)
	for _, b := range c.Baselines {
		at := slices.IndexFunc(baselines, func(x election.CouncilBaseline) bool { return x.Name == b.Name && x.Date == b.Date })
		if at < 0 {
			baselines = append(baselines, b)
			continue
		}
		baselines[at] = b
	}
	c.Baselines = baselines
	return c
}

// mayBeCouncil refuses what cannot be a council of this night.
func mayBeCouncil(q file.Querier, c election.Council) error {
	if c.Name == "" {
		return &RefusedError{Why: "A council needs a name.", Next: "Write it as it is printed, such as Harlow."}
	}
	least := min(c.Seats, c.Vacant)
	for _, h := range c.NotUp {
		least = min(least, h.Seats)
	}
	for _, b := range c.Baselines {
		least = min(least, b.Vacant)
		for _, h := range b.Holdings {
			least = min(least, h.Seats)
		}
	}
	if least < 0 {
		return &RefusedError{Why: fmt.Sprintf("%s cannot have %d seats of a kind.", c.Name, least), Next: "Write 0 or more."}
	}
	namesake, err := councilKind.FindOne(q, "name", c.Name)
	if err == nil && namesake != "" && namesake != c.ID {
		err = &RefusedError{Why: fmt.Sprintf("The night has a council called %s already.", c.Name),
			Next: "Choose another name, or change that council."}
	}
	return err
}

// renameGroup puts the contests of one group into another.
func renameGroup(a *record.Act, from, to string) error {
	members, err := contestKind.Find(a, "group_name", from)
	if err != nil {
		return err
	}
	for _, id := range members {
		c, _, err := contestKind.Last(a, id, id)
		if err != nil {
			return err
		}
		c.Group = to
		if err := contestKind.Put(a, id, id, c); err != nil {
			return err
		}
	}
	return nil
}

// regroup goes along with undoing a council's version: the contests of one that
// it renamed go back into the group of the name that it had before, those that
// joined it meanwhile too.
func regroup(a *record.Act, v record.Version) error {
	before, _, err := councilKind.Said(a, v.Replaces.Int64)
	if err != nil {
		return err
	}
	now, _, err := councilKind.Said(a, v.ID)
	if err != nil || now.Name == before.Name {
		return err
	}
	return renameGroup(a, now.Name, before.Name)
}

// councilNameIsTaken reports whether the version gave up a name that another
// council has now.
func councilNameIsTaken(q file.Querier, v record.Version) (bool, error) {
	if !v.Replaces.Valid {
		return false, nil
	}
	before, found, err := councilKind.Said(q, v.Replaces.Int64)
	if err != nil || !found {
		return false, err
	}
	id, err := councilKind.FindOne(q, "name", before.Name)
	return id != "" && id != v.Subject, err
}

// DropCouncil takes a council out of the night. Its contests stay, in their
// group.
func (n *Night) DropCouncil(author, council string) error {
	_, err := n.log.Act("remove the council", record.Act{Kind: ActCouncil, Author: author}, func(a *record.Act) error {
		if err := councilKind.Must(a, council, council); err != nil {
			return err
		}
		return councilKind.Drop(a, council, council)
	})
	return err
}

// Councils are all councils as they stand, by name.
func (n *Night) Councils() ([]election.Council, error) {
	return read(n, "read the councils", func(q file.Querier) ([]election.Council, error) {
		return readCouncils(q, record.Latest, "")
	})
}

// Council is one council as it stands, or a *NotFoundError.
func (n *Night) Council(id string) (election.Council, error) {
	return read(n, "read the council", func(q file.Querier) (c election.Council, err error) {
		found, err := readCouncils(q, record.Latest, id)
		if err == nil && len(found) == 0 {
			err = &NotFoundError{Kind: "council", ID: id}
		}
		if err != nil {
			return c, err
		}
		return found[0], nil
	})
}

// readCouncils reads the councils as they stood, by name, or the one of the id;
// nil where there is none.
func readCouncils(q file.Querier, seq int64, id string) ([]election.Council, error) {
	all, err := councilKind.Standing(q, seq, id)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	councils := make([]election.Council, len(all))
	for i, s := range all {
		councils[i] = s.What.council(s.Subject)
	}
	slices.SortStableFunc(councils, func(a, b election.Council) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return councils, nil
}
