package main

import (
	"fmt"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// contestNamed finds the contest that the call names, by name, code or id.
func contestNamed(contests []election.Contest, name string) (election.Contest, error) {
	if c, ok := blog.FindContest(contests, name); ok {
		return c, nil
	}
	var names, meant []string
	for _, c := range contests {
		names = append(names, c.Name)
		if _, one := blog.FindContest([]election.Contest{c}, name); one {
			meant = append(meant, c.FullName())
		}
	}
	if len(meant) > 1 {
		return election.Contest{}, &callError{fmt.Sprintf("--contest: “%s” may be any of %d contests", name, len(meant)),
			"Say which: " + few(meant) + "; or give its code or id."}
	}
	return election.Contest{}, unnamed("contest", name, names)
}

// councilNamed finds the council that the call names, by name, code or id.
func councilNamed(councils []election.Council, name string) (election.Council, error) {
	if c, ok := blog.FindCouncil(councils, name); ok {
		return c, nil
	}
	var names []string
	for _, c := range councils {
		names = append(names, c.Name)
	}
	return election.Council{}, unnamed("council", name, names)
}

// unnamed says that a name is of nothing in the night, and which are.
func unnamed(what, name string, names []string) error {
	step := "It has none yet: import some with “night import FILE SOURCE”."
	if len(names) > 0 {
		step = "It has " + few(names) + "."
	}
	return &callError{fmt.Sprintf("--contest: there is no %s “%s” in this night, or more than one", what, name), step}
}

// named are the contest of a name, or the council of it with its wards.
func named(e blog.Edition, name string) ([]election.Contest, []election.Council, error) {
	if council, ok := blog.FindCouncil(e.Councils, name); ok {
		if _, both := blog.FindContest(e.Contests, name); !both {
			return groupOf(e.Contests, council.Name), []election.Council{council}, nil
		}
	}
	c, err := contestNamed(e.Contests, name)
	return []election.Contest{c}, nil, err
}

// groupOf are the contests of a group.
func groupOf(contests []election.Contest, group string) (all []election.Contest) {
	for _, c := range contests {
		if c.Group == group {
			all = append(all, c)
		}
	}
	return all
}

// called is a contest by its name, in full where others have the same.
func called(c election.Contest, all []election.Contest) string {
	for _, x := range all {
		if x.ID != c.ID && match.SeatKey(x.Name) == match.SeatKey(c.Name) {
			return c.FullName()
		}
	}
	return c.Name
}

// standing is how far a contest has come, in words.
func standing(c election.Contest) string {
	switch c.State {
	case election.Recounting:
		return inWords(election.WordRecount, "{number}", max(1, c.Recount))
	case election.Corrected:
		return inWords(election.WordCorrected, "{number}", c.Revision)
	}
	return string(c.State)
}
