package main

import (
	"context"
	"fmt"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

type checkCommand struct {
	File string `arg:"" help:"The night."`
}

// Run looks the night over and prints every problem and everything that is
// still open, one a line.
func (c *checkCommand) Run(t *terminal) error {
	n, err := night.View(c.File, night.Options{})
	if err != nil {
		return err
	}
	defer n.Close()
	problems, err := n.Check(context.Background(), nil)
	if err != nil {
		return err
	}
	contests, err := n.Contests()
	if err != nil {
		problems = append(problems, "The contests cannot be read: "+err.Error())
	}
	councils, err := n.Councils()
	if err != nil {
		problems = append(problems, "The councils cannot be read: "+err.Error())
	}
	var pending []string
	for _, contest := range contests {
		wrong, open := opinions(contest, called(contest, contests))
		problems, pending = append(problems, wrong...), append(pending, open...)
	}
	for _, council := range councils {
		wrong, open := ofCouncil(council, contests)
		problems, pending = append(problems, wrong...), append(pending, open...)
	}
	for _, line := range problems {
		t.say("problem: %s", line)
	}
	for _, line := range pending {
		t.say("pending: %s", line)
	}
	if len(problems) > 0 {
		return &problemsError{c.File, len(problems), n.Damage()}
	}
	t.say("%s: whole, and no problem in a declared result.", c.File)
	return nil
}

// opinions are what the desk's checks say of a contest of that name: what is wrong with a
// declared result, and what is still open.
func opinions(c election.Contest, name string) (wrong, open []string) {
	if !c.State.IsDeclared() {
		open = append(open, fmt.Sprintf("%s: %s.", name, standing(c)))
	}
	for _, check := range election.Checks(c) {
		line := name + ": " + check.Text
		switch {
		case !check.Open():
		case c.State.IsDeclared() && check.Level == election.Error:
			wrong = append(wrong, line)
		default:
			open = append(open, line)
		}
	}
	return wrong, open
}

// ofCouncil are what the desk's checks say of a council. What is wrong with it
// while wards are still to declare is still open.
func ofCouncil(c election.Council, contests []election.Contest) (wrong, open []string) {
	whole := true
	for _, w := range groupOf(contests, c.Name) {
		whole = whole && (w.State.IsDeclared() || w.State == election.Uncontested)
	}
	for _, check := range election.CouncilChecks(c, contests) {
		line := c.Name + ": " + check.Text
		if whole && check.Level == election.Error {
			wrong = append(wrong, line)
		} else {
			open = append(open, line)
		}
	}
	return wrong, open
}
