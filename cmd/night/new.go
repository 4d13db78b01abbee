package main

import (
	"os"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

type newCommand struct {
	File  string `arg:"" help:"Where the night will be: NAME.night."`
	Title string `help:"What the night is called; it needs one, unless it comes from an archive."`
	Place string `help:"Where the count is."`
	Zone  string `default:"Europe/London" help:"The time zone that times print in (${default})."`
	From  string `placeholder:"ARCHIVE" help:"Make it of an archive that night export wrote: the same night."`
}

// Run makes the night.
func (c *newCommand) Run(t *terminal) error {
	if c.From != "" {
		return c.fromArchive(t)
	}
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

// fromArchive makes the night that the archive is of.
func (c *newCommand) fromArchive(t *terminal) error {
	if c.Title != "" || c.Place != "" {
		return &callError{"--from: the archive says what the night is called and where it is", "Leave --title and --place out; nothing was made."}
	}
	archive, err := os.Open(c.From)
	if err != nil {
		return unopened(c.From, err)
	}
	defer archive.Close() // it is only read
	if err := night.FromArchive(archive, c.File); err != nil {
		return err
	}
	t.say("%s: the night that %s is of.", c.File, c.From)
	return nil
}
