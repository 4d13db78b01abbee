package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"nightdesk/data/chart"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

type chartCommand struct {
	File    string `arg:"" help:"The night."`
	Contest string `required:"" placeholder:"NAME" help:"Whose result, by name, code or id."`
	Kind    string `default:"share" help:"share or change (${default})."`
	Out     string `required:"" placeholder:"PATH" help:"The file to write: .svg, .png or .txt."`
}

// The size of a drawn chart: as wide as a page's column, and bitmaps of two
// pixels to the unit.
const (
	chartWidth   = 700
	chartScale   = 2
	chartColumns = 78
)

// Run draws the chart and writes it, whole or not at all.
func (c *chartCommand) Run(t *terminal) error {
	paint, ok := painters[strings.ToLower(filepath.Ext(c.Out))]
	if !ok {
		return &callError{fmt.Sprintf("--out: %s is neither .svg nor .png nor .txt", c.Out), "Give the file one of those endings."}
	}
	kind := chart.Kind(c.Kind)
	if kind != chart.Share && kind != chart.Change {
		return &callError{fmt.Sprintf("--kind: there is no chart of the kind “%s”", c.Kind), "Use share or change."}
	}
	if isFolder(c.Out) {
		return &callError{fmt.Sprintf("--out: %s is a folder", c.Out), "Choose another name; nothing was written."}
	}
	var data []byte
	if err := t.view(c.File, func(n *night.Night) error {
		e, err := n.Edition(night.Moment{})
		if err != nil {
			return err
		}
		contest, err := contestNamed(e.Contests, c.Contest)
		if err != nil {
			return err
		}
		m, err := chart.New(contest, kind, e.Colours)
		if err != nil {
			return err
		}
		data, err = paint(m)
		return err
	}); err != nil {
		return err
	}
	return deliver(t, c.Out, []publish.File{{Name: filepath.Base(c.Out), Data: data}})
}

// painters draw a chart for a file's ending.
var painters = map[string]func(chart.Model) ([]byte, error){
	".svg": func(m chart.Model) ([]byte, error) {
		return m.Layout(chartWidth, chart.Light).SVG("chart"), nil
	},
	".png": func(m chart.Model) ([]byte, error) { return m.Layout(chartWidth, chart.Light).PNG(chartScale) },
	".txt": func(m chart.Model) ([]byte, error) { return []byte(m.Text(chartColumns)), nil },
}
