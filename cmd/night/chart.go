package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/chart"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

type chartCommand struct {
	File    string `arg:"" help:"The night."`
	Contest string `placeholder:"NAME" help:"Whose result, by name, code or id; for seats a council; not needed for history."`
	Kind    string `default:"share" help:"share, change, seats or history (${default})."`
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
	if !kind.Known() {
		return &callError{fmt.Sprintf("--kind: there is no chart of the kind “%s”", c.Kind), "Use share, change, seats or history."}
	}
	if c.Contest == "" && kind.Subject() != chart.OfHistory {
		return &callError{"missing flags: --contest=NAME", "Say whose chart it is."}
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
		of, err := c.source(e)
		if err != nil {
			return err
		}
		m, err := chart.Draw(kind, of)
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

// source finds what a chart of a kind is drawn from.
func (c *chartCommand) source(e blog.Edition) (s chart.Source, err error) {
	s = chart.Source{Contests: e.Contests, History: e.History, Colours: e.Colours}
	switch of := chart.Kind(c.Kind).Subject(); {
	case of == chart.OfCouncil:
		s.Council, err = councilNamed(e.Councils, c.Contest)
	case of == chart.OfContest || c.Contest != "": // there is one history, whichever contest it is drawn for
		s.Contest, err = contestNamed(e.Contests, c.Contest)
	}
	return s, err
}

// painters draw a chart for a file's ending.
var painters = map[string]func(chart.Model) ([]byte, error){
	".svg": func(m chart.Model) ([]byte, error) {
		return m.Layout(chartWidth, chart.Light).SVG("chart"), nil
	},
	".png": func(m chart.Model) ([]byte, error) { return m.Layout(chartWidth, chart.Light).PNG(chartScale) },
	".txt": func(m chart.Model) ([]byte, error) { return []byte(m.Text(chartColumns)), nil },
}
