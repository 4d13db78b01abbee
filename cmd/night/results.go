package main

import (
	"fmt"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish/table"
)

type resultsCommand struct {
	File     string `arg:"" help:"The night."`
	Contest  string `placeholder:"NAME" help:"Only this contest, or this council with its wards, by name, code or id."`
	Revision int    `xor:"moment" placeholder:"N" help:"With --contest: the result as it was declared (1) or corrected (2 and on)."`
	AsOf     string `xor:"moment" placeholder:"TIME" help:"The night as it was known then: RFC 3339, or 2021-05-07 07:02 in the night's zone."`
	JSON     bool   `help:"Print JSON; unknown figures are null."`
}

// Run prints the results as tables or as JSON.
func (c *resultsCommand) Run(t *terminal) error {
	return t.view(c.File, func(n *night.Night) error {
		e, zone, err := asOf{c.AsOf}.edition(n)
		if err != nil {
			return err
		}
		contests, councils, err := c.chosen(e)
		if err != nil {
			return err
		}
		p := printer{t, e, zone}
		if c.Revision != 0 {
			return c.revised(n, p, contests)
		}
		if c.JSON {
			return t.json(table.ResultsJSON(contests, councils))
		}
		if len(contests) == 0 && len(councils) == 0 {
			t.say("No contests yet. Import some with “night import %s SOURCE”.", c.File)
		}
		p.results(contests, councils)
		return nil
	})
}

// chosen are the contests and councils that the call is about: all, the
// contest named, or the council named and its wards.
func (c *resultsCommand) chosen(e blog.Edition) ([]election.Contest, []election.Council, error) {
	if c.Contest == "" {
		return e.Contests, e.Councils, nil
	}
	return named(e, c.Contest)
}

// revised prints one revision of a declared result.
func (c *resultsCommand) revised(n *night.Night, p printer, contests []election.Contest) error {
	if c.Contest == "" || len(contests) != 1 {
		return &callError{"--revision: it is not said which contest's", "Name one with --contest."}
	}
	revisions, err := n.Revisions(contests[0].ID)
	if err != nil {
		return err
	}
	var numbers []string
	for _, r := range revisions {
		if r.Number == c.Revision && c.JSON {
			return p.terminal.json(table.ResultsJSON([]election.Contest{r.Contest}, nil))
		}
		if r.Number == c.Revision {
			p.revision(r, contests[0].Revision)
			return nil
		}
		numbers = append(numbers, fmt.Sprint(r.Number))
	}
	step := "It is not declared yet."
	if len(numbers) > 0 {
		step = "It has " + election.And(numbers) + "."
	}
	return &callError{fmt.Sprintf("--revision: %s has no revision %d", contests[0].Name, c.Revision), step}
}

// A printer prints results for people.
type printer struct {
	*terminal
	edition blog.Edition
	zone    *time.Location
}

// results prints contests and councils in the order of the night. What is
// counted together stands together, under its council or its group's name.
func (p printer) results(contests []election.Contest, councils []election.Council) {
	printed := map[string]bool{}
	gap := p.gaps()
	for _, council := range councils {
		if len(groupOf(contests, council.Name)) == 0 {
			gap()
			p.council(council)
		}
	}
	for _, c := range contests {
		if printed[c.Group] {
			continue
		}
		group := []election.Contest{c}
		if c.Group != "" {
			printed[c.Group] = true
			group = groupOf(contests, c.Group)
			if over := p.head(c.Group, group, councils); over != nil {
				gap()
				over()
			}
		}
		for _, c := range group {
			gap()
			p.contest(c)
		}
	}
}

// gaps gives what parts things with an empty line.
func (p printer) gaps() func() {
	first := true
	return func() {
		if !first {
			p.line("")
		}
		first = false
	}
}

// head gives what prints over a group: its council, or how far it has come;
// nil over one contest alone.
func (p printer) head(group string, contests []election.Contest, councils []election.Council) func() {
	for _, council := range councils {
		if council.Name == group {
			return func() { p.council(council) }
		}
	}
	if len(contests) == 1 {
		return nil
	}
	declared := 0
	for _, c := range contests {
		if c.State.IsDeclared() || c.State == election.Uncontested {
			declared++
		}
	}
	return func() { p.say("%s: %d contests, %d declared", group, len(contests), declared) }
}

// when is a moment in words: "7.02am BST on 7 May 2021".
func (p printer) when(ms int64) string {
	return blog.ClockTime(ms, p.zone) + " on " + blog.DayYear(ms, p.zone)
}
