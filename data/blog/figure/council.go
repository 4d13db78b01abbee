package figure

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// wardsOf are the wards that fill a council's seats with what is public of
// them. A council has no figures but those that its declared wards give it.
func wardsOf(c election.Council, contests []election.Contest) []election.Contest {
	var wards []election.Contest
	for _, w := range contests {
		if w.Group == c.Name {
			wards = append(wards, w.Public())
		}
	}
	return wards
}

func (r *resolver) chamber(at int) chamber { return chamber{CouncilResult: r.councils[at]()} }

// councilNamed finds the council that a slot begins with the name of, and what
// the slot says of it, folded and without the format; and how many there are of
// that name.
func (r *resolver) councilNamed(typed string) (at int, rest string, hits int) {
	body, _ := cutFormat(typed)
	longest := ""
	for i, c := range r.Councils {
		for _, name := range blog.CouncilNames(c) {
			after, found := strings.CutPrefix(body, name+".")
			if !found {
				continue
			}
			if len(name) > len(longest) {
				at, rest, longest, hits = i, after, name, 0
			}
			if name == longest {
				hits++
			}
			break
		}
	}
	return at, rest, hits
}

// ofCouncil finds the value of a slot that names a council.
func (r *resolver) ofCouncil(typed string, at int, rest string) (blog.Frozen, *slotError) {
	c := r.Councils[at]
	name, ok := cutFigure(rest, councilSlots, func(owner string, figure Slot) bool { return (owner != "") == figure.Subject })
	if !ok {
		return blog.Frozen{}, &slotError{"slot-unknown", fmt.Sprintf("{%s} names no figure of the council. Take one from the list of figures.", typed)}
	}
	_, name.format = cutFormat(typed)
	if problem := name.checkFormat(typed); problem != nil {
		return blog.Frozen{}, problem
	}
	s := r.chamber(at)
	if name.figure.Subject {
		var problem *slotError
		if s.row, problem = r.seatsOf(typed, s.CouncilResult, name.owner); problem != nil {
			return blog.Frozen{}, problem
		}
	}
	v := name.figure.chamber(s)
	if !v.known() {
		return blog.Frozen{}, &slotError{withoutFigure, fmt.Sprintf(
			"There is no figure for {%s} yet. Publish the entry once more wards have declared, or write it without.", typed)}
	}
	return blog.Frozen{Slot: typed, Value: v.print(name.format), Contest: c.ID, Revision: r.revisionOf(s)}, nil
}

// seatsOf is the row of a party, one without a seat included if it stands in a
// ward.
func (r *resolver) seatsOf(typed string, of election.CouncilResult, name string) (election.CouncilRow, *slotError) {
	rows := slices.Clone(of.Rows)
	for _, w := range r.Contests {
		if w.Group != of.Council.Name {
			continue
		}
		for _, k := range w.Candidates {
			if !slices.ContainsFunc(rows, func(row election.CouncilRow) bool { return oneLine(row.Party, k.Party) }) {
				rows = append(rows, election.CouncilRow{Party: k.Party})
			}
		}
	}
	switch hits := matching(rows, name, func(row election.CouncilRow) []string { return partyNames(row.Party) }); len(hits) {
	case 0:
		return election.CouncilRow{}, &slotError{"slot-unknown", fmt.Sprintf(
			"{%s}: no party in %s is called “%s”. Write the name as the table prints it.", typed, of.Council.Name, name)}
	case 1:
		return hits[0], nil
	default:
		return election.CouncilRow{}, &slotError{"slot-ambiguous", fmt.Sprintf(
			"{%s}: “%s” could be %s or %s. Write the full name.", typed, name, hits[0].Party.Name, hits[1].Party.Name)}
	}
}

// oneLine reports whether a council counts two parties together.
func oneLine(p, q election.Party) bool {
	return p.Same(q) || p.IsIndependent() && q.IsIndependent() || p.ID == "" && q.ID == "" && p.Name == q.Name
}

// revisionOf is a council's revision: that of its wards together, once all its
// seats are in.
func (r *resolver) revisionOf(c chamber) int {
	if c.toCome() != 0 {
		return 0
	}
	revision := 0
	for _, w := range r.Contests {
		if w.Group == c.Council.Name {
			revision += w.Revision
		}
	}
	return revision
}
