package main

import (
	"fmt"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// contestNamed finds the contest that the call names, by name, code or id.
func contestNamed(contests []election.Contest, name string) (election.Contest, error) {
	if c, ok := blog.FindContest(contests, name); ok {
		return c, nil
	}
	const most = 12
	var names []string
	for _, c := range contests {
		names = append(names, c.Name)
	}
	step := "It has none yet: import some with “night import FILE SOURCE”."
	switch {
	case len(names) > most:
		step = fmt.Sprintf("It has %s and %d more.", strings.Join(names[:most], ", "), len(names)-most)
	case len(names) > 0:
		step = "It has " + strings.Join(names, ", ") + "."
	}
	return election.Contest{}, &callError{fmt.Sprintf("--contest: there is no contest “%s” in this night, or more than one", name), step}
}

// chosen are the contests that a command is about: the one named, or all.
func chosen(contests []election.Contest, name string) ([]election.Contest, error) {
	if name == "" {
		return contests, nil
	}
	c, err := contestNamed(contests, name)
	return []election.Contest{c}, err
}

// standing is how far a contest has come, in words.
func standing(c election.Contest) string {
	switch c.State {
	case election.Recounting:
		return fmt.Sprintf("recount %d", max(1, c.Recount))
	case election.Corrected:
		return fmt.Sprintf("corrected, revision %d", c.Revision)
	}
	return string(c.State)
}
