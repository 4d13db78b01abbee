package main

import (
	"os"
	"path/filepath"

	"nightdesk/data/night"
)

type copyCommand struct {
	File string `arg:"" help:"The night."`
	Dest string `arg:"" help:"Where the copy will be: a file that is not there yet, or a folder."`
}

// Run copies the night and checks the copy.
func (c *copyCommand) Run(t *terminal) error {
	to := c.Dest
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, filepath.Base(c.File))
	}
	if err := night.Copy(c.File, to, night.Options{}); err != nil {
		return err
	}
	t.say("%s: a whole copy, checked.", to)
	return nil
}
