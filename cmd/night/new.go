package main

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

type newCommand struct {
	File  string `arg:"" help:"Where the night will be: NAME.night."`
	Title string `required:"" help:"What the night is called."`
	Place string `help:"Where the count is."`
	Zone  string `default:"Europe/London" help:"The time zone that times print in (${default})."`
}

// Run makes the night.
func (c *newCommand) Run(t *terminal) error {
	if strings.TrimSpace(c.Title) == "" {
		return &callError{"--title: a night needs a title", "Say what it is called: --title \"Hartlepool by-election\"."}
	}
	if _, err := blog.Zone(c.Zone); err != nil {
		return &callError{text: "--zone: " + err.Error()}
	}
	n, err := night.Create(c.File, blog.Details{Title: c.Title, Place: c.Place, Zone: c.Zone}, night.Options{})
	if err != nil {
		return err
	}
	if err := n.Close(); err != nil {
		t.note("the night is there, but there is no backup of it: %s", sentence(err))
	}
	t.say("%s: a new night, “%s”.", c.File, c.Title)
	return nil
}
