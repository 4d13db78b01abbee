package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

type importCommand struct {
	File       string   `arg:"" help:"The night."`
	Source     []string `arg:"" help:"Files of results or candidates; the format is told by what is in them."`
	Baseline   bool     `xor:"mode" help:"They are the earlier results that the night's contests are compared with."`
	Candidates bool     `xor:"mode" help:"Take who stands, and leave the votes out."`
	DryRun     bool     `help:"Say what would be done, and do it to a copy that is thrown away."`
	Contest    string   `placeholder:"NAME" help:"The contest that a plain list of names, parties and votes is for."`
}

// Run imports all of the files or, where anything is wrong with one, nothing.
func (c *importCommand) Run(t *terminal) error {
	found, err := c.read(t)
	if err != nil {
		return err
	}
	for _, note := range found.Notes {
		t.note("%s", note)
	}
	if !c.DryRun {
		return t.write(c.File, night.Options{}, func(n *night.Night) error { return c.put(t, n, found) })
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
	return t.write(trial, o, func(n *night.Night) error { return c.put(t, n, found) })
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

// read understands the files before the night is opened for writing.
func (c *importCommand) read(t *terminal) (intake.Found, error) {
	var there []election.Contest
	if err := t.view(c.File, func(n *night.Night) (err error) {
		there, err = n.Contests()
		return err
	}); err != nil {
		return intake.Found{}, err
	}
	contest, day := c.Contest, election.Date("")
	if known, ok := blog.FindContest(there, contest); ok {
		contest = known.Name
		if !c.Baseline {
			day = known.Date
		}
	}
	var sources []intake.Source
	for _, path := range c.Source {
		f, err := os.Open(path)
		if err != nil {
			return intake.Found{}, unopened(path, err)
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return intake.Found{}, &callError{path + ": this is a folder", "Name the files in it; nothing was imported."}
		}
		sources = append(sources, intake.Source{Name: path, Data: f, Contest: contest, Date: day})
	}
	return intake.Read(sources, c.mode())
}

// put imports what was found and says what that changed.
func (c *importCommand) put(t *terminal, n *night.Night, found intake.Found) error {
	before, err := n.Contests()
	if err != nil {
		return err
	}
	contests := found.Contests
	if c.Baseline {
		if contests = intake.BaselinesFor(before, found, ""); len(contests) == 0 {
			return &callError{"no contest of the night has an earlier result in these files", "Import its candidates or its results first."}
		}
	}
	if err := n.PutContests("", c.reason(), contests); err != nil {
		return err
	}
	after, err := n.Contests()
	if err != nil {
		return err
	}
	tell(t, before, after)
	return nil
}

// reason is what the history says of the import.
func (c *importCommand) reason() string {
	names := make([]string, len(c.Source))
	for i, path := range c.Source {
		names[i] = filepath.Base(path)
	}
	what := map[intake.Mode]string{intake.Results: "results", intake.CandidatesOnly: "candidates", intake.AsBaseline: "baseline"}
	return what[c.mode()] + " from " + strings.Join(names, ", ")
}

// tell says what an import changed.
func tell(t *terminal, before, after []election.Contest) {
	was := map[string]election.Contest{}
	for _, c := range before {
		was[c.ID] = c
	}
	news := columns{head: []string{"", ""}}
	for _, c := range after {
		old, there := was[c.ID]
		switch {
		case !there:
			news.add("Added", described(c))
		case !reflect.DeepEqual(old, c):
			news.add("Updated", described(c))
		}
	}
	if len(news.rows) == 0 {
		t.say("Nothing changed: the night has all of it already.")
	}
	for _, line := range news.lines() {
		t.line(line)
	}
	for _, c := range after {
		if c.State.IsDeclared() && !reflect.DeepEqual(was[c.ID], c) {
			for _, check := range election.Blocked(election.Checks(c)) {
				t.note("%s: %s", c.Name, check.Text)
			}
		}
	}
}

// described is a contest in one line: "Hartlepool: 16 candidates, 29,933
// votes, declared, compared with 2019 general election".
func described(c election.Contest) string {
	r := election.Compute(c)
	parts := []string{election.Several(len(c.Candidates), "candidate", "candidates")}
	switch {
	case r.Missing == 0 && r.Keyed > 0:
		parts = append(parts, election.Commas(r.Keyed)+" votes")
	case r.Missing < len(c.Candidates):
		parts = append(parts, fmt.Sprintf("votes of %d still to come", r.Missing))
	}
	parts = append(parts, standing(c))
	for i, b := range c.Baselines {
		if i == 0 {
			parts = append(parts, "compared with "+b.Name)
		} else {
			parts = append(parts, "and "+b.Name)
		}
	}
	return c.Name + ": " + strings.Join(parts, ", ")
}
