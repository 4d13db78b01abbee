package main

import (
	"fmt"
	"os"
	"path/filepath"

	"nightdesk/data/night"
)

type copyCommand struct {
	File   string `arg:"" help:"The night."`
	Dest   string `arg:"" help:"Where the copy will be: a file that is not there yet, or a folder."`
	Public bool   `help:"A night to give to anybody: what was published, and nothing else."`
	Scale  int    `placeholder:"PIXELS" help:"With --public: scale pictures down to so many pixels a side."`
}

// Run copies the night and checks the copy.
func (c *copyCommand) Run(t *terminal) error {
	to := c.Dest
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		to = filepath.Join(to, filepath.Base(c.File))
	}
	switch {
	case c.Scale != 0 && !c.Public:
		return &callError{"--scale: a whole copy keeps its pictures as they are", "Add --public, or leave --scale out; nothing was copied."}
	case c.Scale < 0:
		return &callError{"--scale: a picture has more than 0 pixels", "Give the longest side, such as 1200; nothing was copied."}
	case c.Public:
		size, err := night.PublicCopy(c.File, to, night.Options{}, night.PublicOptions{Scale: c.Scale})
		if err != nil {
			return err
		}
		t.say("%s: a public copy, %s, %s of it pictures.", to, megabytes(size.File), megabytes(size.Pictures))
		return nil
	}
	if err := night.Copy(c.File, to, night.Options{}); err != nil {
		return err
	}
	t.say("%s: a whole copy, checked.", to)
	return nil
}

// megabytes is a size as a mail program tells it.
func megabytes(bytes int64) string { return fmt.Sprintf("%.1f MB", float64(bytes)/1e6) }
