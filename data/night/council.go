package night

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
)

func councilContent(c election.Council) content {
	all := content{{{c.Name, c.Code, string(c.Date), int64(c.Seats), int64(c.Vacant)}}, nil, nil, nil}
	for _, h := range c.NotUp {
		all[1] = append(all[1], holdingRow(h))
	}
	for i, b := range c.Baselines {
		all[2] = append(all[2], row{b.Name, string(b.Date), int64(b.Vacant)})
		for _, h := range b.Holdings {
			all[3] = append(all[3], append(row{int64(i)}, holdingRow(h)...))
		}
	}
	return all
}

func holdingRow(h election.Holding) row {
	return row{h.Party.ID, h.Party.Name, h.Party.Short, int64(h.Seats)}
}

// PutCouncil adds a council or changes the one that the night has, and
// returns its id. With the id of one that is there, all of it becomes as
// given. Else the one of its name is meant: what is given empty stays as it
// was, and a baseline is the one of its name and date. Where the name changes,
// the group of its contests changes with it, in the same act.
func (n *Night) PutCouncil(author, reason string, c election.Council) (id string, err error) {
	_, err = n.act("change the council", act{kind: "council", author: author, reason: reason}, func(a *act) error {
		id, err = a.putCouncil(c)
		return err
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

func (a *act) putCouncil(c election.Council) (id string, err error) {
	c.Name = strings.TrimSpace(c.Name)
	was, err := a.knownCouncil(&c)
	if err != nil {
		return "", err
	}
	if err := a.mayBeCouncil(c); err != nil {
		return "", err
	}
	if was.Name != "" && was.Name != c.Name {
		if err := a.renameGroup(was.Name, c.Name); err != nil {
			return "", err
		}
	}
	return c.ID, a.put("council", c.ID, c.ID, councilContent(c))
}

// knownCouncil completes the given council from the one that the night has,
// which it returns, and gives a new one its id.
func (a *act) knownCouncil(c *election.Council) (was election.Council, err error) {
	if c.ID != "" {
		there, err := readCouncils(a, latest, c.ID)
		if err != nil {
			return was, err
		}
		if len(there) > 0 {
			return there[0], nil
		}
	}
	id, err := named(a, "council", c.Name)
	if err != nil {
		return was, err
	}
	if id == "" {
		c.ID = first(c.ID, a.night.newID())
		return was, nil
	}
	there, err := readCouncils(a, latest, id)
	if err != nil {
		return was, err
	}
	*c = mergeCouncil(there[0], *c)
	return there[0], nil
}

// mergeCouncil is the council that was there with what is given of it.
func mergeCouncil(was, c election.Council) election.Council {
	c.ID, c.Code, c.Date = was.ID, first(c.Code, was.Code), first(c.Date, was.Date)
	c.Seats, c.Vacant = first(c.Seats, was.Seats), first(c.Vacant, was.Vacant)
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
func (a *act) mayBeCouncil(c election.Council) error {
	if c.Name == "" {
		return &RefusedError{"A council needs a name.", "Write it as it is printed, such as Harlow."}
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
		return &RefusedError{fmt.Sprintf("%s cannot have %d seats of a kind.", c.Name, least), "Write 0 or more."}
	}
	namesake, err := named(a, "council", c.Name)
	if err == nil && namesake != "" && namesake != c.ID {
		err = &RefusedError{fmt.Sprintf("The night has a council called %s already.", c.Name),
			"Choose another name, or change that council."}
	}
	return err
}

// renameGroup puts the contests of one group into another.
func (a *act) renameGroup(from, to string) error {
	members, err := a.groupOf(from)
	if err != nil {
		return err
	}
	for _, id := range members {
		h, _, err := headOf(a, "contest", id, id)
		if err != nil {
			return err
		}
		c, err := contentOf(a, h.version, "contest")
		if err != nil {
			return err
		}
		c[0][0][groupColumn] = text(to)
		if err := a.put("contest", id, id, c); err != nil {
			return err
		}
	}
	return nil
}

// renameWith puts the contests of a council that a version renamed back into
// the group of the name that it had before.
func (a *act) renameWith(v said, before content) error {
	now, err := contentOf(a, v.id, v.kind)
	if err != nil || now.named(v.kind) == before.named(v.kind) {
		return err
	}
	return a.renameGroup(now.named(v.kind), before.named(v.kind))
}

// groupColumn is the place of group_name in what a contest's version says.
var groupColumn = slices.Index(kinds["contest"].tables[0].columns, "group_name")

// groupOf lists the ids of the contests in a group.
func (a *act) groupOf(name string) ([]string, error) {
	return texts(a, `SELECT v.subject FROM contest x CROSS JOIN version v ON v.id = x.version
		WHERE x.group_name = ?2 AND `+standing+` ORDER BY v.id`, latest, name)
}

// DropCouncil takes a council out of the night. Its contests stay, in their
// group.
func (n *Night) DropCouncil(author, council string) error {
	_, err := n.act("remove the council", act{kind: "council", author: author}, func(a *act) error {
		if err := must(a, "council", council, council); err != nil {
			return err
		}
		return a.drop("council", council, council)
	})
	return err
}
