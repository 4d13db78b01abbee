package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

type importCommand struct {
	File       string   `arg:"" help:"The night."`
	Source     []string `arg:"" help:"Files of results, candidates or councils, or one list of past contests; the format is told by what is in them."`
	Baseline   bool     `xor:"mode" help:"They are the earlier results that the night's contests are compared with."`
	Candidates bool     `xor:"mode" help:"Take who stands, and leave the votes out."`
	History    bool     `xor:"mode" help:"It is one list of past contests, which a chart of history shows; it takes the place of the one there. Its header tells it as well."`
	pastFlags  `embed:""`
	saidFlags  `embed:""`
	Author     string `help:"Who imports: a name or initials. Somebody new joins the desk; without it the act names nobody."`
	DryRun     bool   `help:"Say how the files are understood and all that would be done, and do it to a copy that is thrown away."`
}

// Run imports all of the files or, where anything is wrong with one or a
// person stops it, nothing.
func (c *importCommand) Run(t *terminal) error {
	ctx, stop := untilStopped()
	defer stop()
	return c.until(ctx, t)
}

// until is Run until ctx ends. What is already being written is written whole.
func (c *importCommand) until(ctx context.Context, t *terminal) error {
	if err := cmp.Or(c.check(), c.checkSaid()); err != nil {
		return err
	}
	put, err := c.read(ctx, t)
	if err != nil || ctx.Err() != nil {
		return stopped(ctx, cmp.Or(err, ctx.Err()))
	}
	if !c.DryRun {
		return t.write(c.File, night.Options{}, put)
	}
	aside, err := os.MkdirTemp("", "night-import-")
	if err != nil {
		return fmt.Errorf("could not make the copy to try it on: %w", err)
	}
	defer os.RemoveAll(aside)
	o := night.Options{StateDir: filepath.Join(aside, "state"), BackupDir: filepath.Join(aside, "backups")}
	trial := filepath.Join(aside, filepath.Base(c.File))
	if err := night.Copy(c.File, trial, o); err != nil {
		return err
	}
	t.say("A dry run: %s stays as it is. This would be done:", c.File)
	return t.write(trial, o, put)
}

func (c *importCommand) mode() intake.Mode {
	switch {
	case c.Baseline:
		return intake.AsBaseline
	case c.Candidates:
		return intake.CandidatesOnly
	}
	return intake.Results
}

// read understands the files before the night is opened for writing, and gives
// what is to be done to it.
func (c *importCommand) read(ctx context.Context, t *terminal) (put func(*night.Night) error, err error) {
	var there []election.Contest
	if err := t.view(c.File, func(n *night.Night) (err error) {
		there, err = n.Contests()
		return err
	}); err != nil {
		return nil, err
	}
	sources, done, err := c.sources(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	c.of(there, sources)
	if err := c.tellPast(sources); err != nil {
		return nil, err
	}
	if c.History {
		return c.readHistory(ctx, t, sources)
	}
	tell, end := t.progress()
	found, err := intake.ReadContext(ctx, sources, c.mode(), tell)
	end()
	if err != nil {
		return nil, err
	}
	if c.DryRun {
		tellReading(t, found)
	}
	for _, note := range append(found.Notes, asideNotes(found, c.DryRun)...) {
		t.note("%s", note)
	}
	return func(n *night.Night) error {
		if ctx.Err() != nil {
			return &stoppedError{}
		}
		return c.put(t, n, found)
	}, nil
}

// put imports what was found and says what that changed.
func (c *importCommand) put(t *terminal, n *night.Night, found intake.Found) error {
	before, err := takeStock(n)
	if err != nil {
		return err
	}
	contests, councils := found.Contests, found.Councils
	var placed []intake.Placed
	if !c.Baseline {
		if placed, err = found.Onto(before.contests, c.orders()); err != nil {
			return err
		}
		for i, p := range placed {
			contests[i] = p.Contest
		}
	} else {
		councils = nil
		if contests = intake.BaselinesFor(before.contests, found, ""); len(contests) == 0 {
			return &callError{"no contest of the night has an earlier result in these files", "Import its candidates or its results first."}
		}
	}
	author, err := c.author(n)
	if err != nil {
		return err
	}
	take := night.Import{Author: author, Reason: c.reason(), Source: c.By, Contests: contests, Councils: councils, Told: c.orders().Told}
	if err := n.Take(take); err != nil {
		return err
	}
	after, err := takeStock(n)
	if err != nil {
		return err
	}
	tell(t, before, after, contests, c.DryRun)
	if c.Baseline {
		tellUncompared(t, before.contests, found)
	}
	tellPlaced(t, placed, c.Declared)
	return nil
}

// author is the id of who imports, empty where nobody is named.
func (c *importCommand) author(n *night.Night) (id string, err error) {
	if strings.TrimSpace(c.Author) == "" {
		return "", nil
	}
	a, err := writer(n, c.Author)
	return a.ID, err
}

// reason is what the history of the night says of the import.
func (c *importCommand) reason() string {
	if c.Reason != "" {
		return c.Reason
	}
	names := make([]string, len(c.Source))
	for i, path := range c.Source {
		names[i] = filepath.Base(path)
	}
	what := map[intake.Mode]string{intake.Results: "results", intake.CandidatesOnly: "candidates", intake.AsBaseline: "baseline"}[c.mode()]
	if c.History {
		what = "past contests"
	}
	return what + " from " + strings.Join(names, ", ")
}
