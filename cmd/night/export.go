package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

type exportCommand struct {
	File    string `arg:"" help:"The night."`
	As      string `required:"" placeholder:"FORM" help:"page, fragment or text."`
	Out     string `required:"" placeholder:"PATH" help:"The file to write, or a folder to write it in; pictures go beside it."`
	asOf    `embed:""`
	Contest string `placeholder:"NAME" help:"Leave out the entries that are about other contests alone."`
}

// Run writes the form, whole or not at all.
func (c *exportCommand) Run(t *terminal) error {
	form := publish.Form(c.As)
	if !slices.Contains(publish.Forms, form) {
		return &publish.UnknownFormError{Form: form}
	}
	var name string
	if !isFolder(c.Out) {
		base := filepath.Base(c.Out)
		name = strings.TrimSuffix(base, filepath.Ext(base))
	}
	var files []publish.File
	if err := t.view(c.File, func(n *night.Night) error {
		e, _, err := c.edition(n)
		if err != nil {
			return err
		}
		if c.Contest != "" {
			if e, err = about(e, c.Contest); err != nil {
				return err
			}
		}
		files, err = publish.Export(e, form, publish.Options{Name: name, Pictures: n.Picture})
		return err
	}); err != nil {
		return err
	}
	return deliver(t, c.Out, files)
}

// about is the edition without the entries that are about other contests
// alone.
func about(e blog.Edition, contest string) (blog.Edition, error) {
	c, err := contestNamed(e.Contests, contest)
	if err != nil {
		return e, err
	}
	var entries []blog.Entry
	for _, x := range e.Entries {
		if ids := contestsOf(e, x); len(ids) == 0 || slices.Contains(ids, c.ID) {
			entries = append(entries, x)
		}
	}
	e.Entries = entries
	return e, nil
}

// contestsOf are the ids of the contests whose figures, results or charts an
// entry shows.
func contestsOf(e blog.Edition, x blog.Entry) []string {
	var ids []string
	for _, f := range x.Frozen {
		ids = append(ids, f.Contest)
	}
	for _, b := range blog.Parse(x.Text, nil).Blocks {
		var name string
		switch b := b.(type) {
		case blog.ResultBlock:
			name = b.Contest
		case blog.ChartBlock:
			name = b.Contest
		}
		if c, ok := blog.FindContest(e.Contests, name); ok {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// deliver writes the files of an export and says where they are. A night is
// never overwritten.
func deliver(t *terminal, out string, files []publish.File) error {
	main := out
	if isFolder(out) {
		main = filepath.Join(out, files[0].Name)
	}
	if h, err := night.Peek(main); err == nil && h.IsNight() {
		return &callError{fmt.Sprintf("--out: %s is a night", main), "Choose another name; nothing was written."}
	}
	if err := publish.Write(out, files); err != nil {
		return err
	}
	if beside := len(files) - 1; beside > 0 {
		t.say("%s, and %s beside it", main, election.Several(beside, "picture", "pictures"))
		return nil
	}
	t.say("%s", main)
	return nil
}

// isFolder reports whether a path is a folder, or is written as one.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || path != "" && os.IsPathSeparator(path[len(path)-1])
}
