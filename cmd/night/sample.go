package main

import "nightdesk/assets/sample"

type sampleCommand struct {
	File string `arg:"" help:"Where the sample night will be."`
}

// Run makes the sample night.
func (c *sampleCommand) Run(t *terminal) error {
	if err := sample.Build(c.File); err != nil {
		return err
	}
	t.say("%s: the sample night.", c.File)
	return nil
}
