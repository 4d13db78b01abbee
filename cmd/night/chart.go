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
	model, ok := models[chart.Kind(c.Kind)]
	if !ok {
		return &callError{fmt.Sprintf("--kind: there is no chart of the kind “%s”", c.Kind), "Use share, change, seats or history."}
	}
	if c.Contest == "" && chart.Kind(c.Kind) != chart.History {
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
		m, err := model(e, c.Contest)
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

// models say what a chart of a kind shows.
var models = map[chart.Kind]func(e blog.Edition, name string) (chart.Model, error){
	chart.Share:  func(e blog.Edition, name string) (chart.Model, error) { return ofContest(e, name, chart.Share) },
	chart.Change: func(e blog.Edition, name string) (chart.Model, error) { return ofContest(e, name, chart.Change) },
	chart.Seats: func(e blog.Edition, name string) (chart.Model, error) {
		c, err := councilNamed(e.Councils, name)
		if err != nil {
			return chart.Model{}, err
		}
		return chart.NewSeats(c, e.Contests, e.Colours)
	},
	chart.History: func(e blog.Edition, name string) (chart.Model, error) {
		if name != "" { // the night has one history, whichever of its contests it is drawn for
			if _, err := contestNamed(e.Contests, name); err != nil {
				return chart.Model{}, err
			}
		}
		return chart.NewHistory(e.History, e.Colours)
	},
}

func ofContest(e blog.Edition, name string, kind chart.Kind) (chart.Model, error) {
	c, err := contestNamed(e.Contests, name)
	if err != nil {
		return chart.Model{}, err
	}
	return chart.New(c, kind, e.Colours)
}

// painters draw a chart for a file's ending.
var painters = map[string]func(chart.Model) ([]byte, error){
	".svg": func(m chart.Model) ([]byte, error) {
		return m.Layout(chartWidth, chart.Light).SVG("chart"), nil
	},
	".png": func(m chart.Model) ([]byte, error) { return m.Layout(chartWidth, chart.Light).PNG(chartScale) },
	".txt": func(m chart.Model) ([]byte, error) { return []byte(m.Text(chartColumns)), nil },
}
