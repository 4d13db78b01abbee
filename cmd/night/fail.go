package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/alecthomas/kong"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/data/publish/layout"
)

// A callError says that the call was wrong, and what would be right.
type callError struct{ text, step string }

func (e *callError) Error() string { return e.text }

// Hint is the user's next step.
func (e *callError) Hint() string { return e.step }

// A problemsError says that a night has problems, which were printed.
type problemsError struct {
	file   string
	count  int
	damage *night.DamagedError // nil where the file itself is whole
}

func (e *problemsError) Error() string {
	return fmt.Sprintf("%s has %s", e.file, election.Several(e.count, "problem", "problems"))
}

// Hint is the user's next step.
func (e *problemsError) Hint() string {
	if e.damage != nil && e.damage.Backup != "" {
		return "Open its newest good backup, " + e.damage.Backup + "."
	}
	return "What it is stands above, one problem a line; the night was left as it is."
}

// misread turns what the parser found wrong with the arguments into a
// callError.
func misread(err error) error {
	command := "night"
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context != nil && p.Context.Selected() != nil {
		command += " " + p.Context.Selected().Name
	}
	return &callError{err.Error(), fmt.Sprintf("See “%s --help”.", command)}
}

// exitCode is 2 where the call was wrong and 1 otherwise.
func exitCode(err error) int {
	var call *callError
	var form *publish.UnknownFormError
	var entry *layout.UnknownEntryError
	var none *night.NotFoundError
	switch {
	case errors.As(err, &call), errors.As(err, &form), errors.As(err, &entry), errors.As(err, &none),
		errors.Is(err, night.ErrMissing), errors.Is(err, night.ErrNoFolder), errors.Is(err, night.ErrExists):
		return 2
	}
	return 1
}

// sentence is an error as a person reads it: what failed, then the next step.
func sentence(err error) string {
	words := strings.TrimSpace(err.Error())
	if !strings.ContainsAny(words[max(0, len(words)-1):], ".?!") {
		words += "."
	}
	step := hint(err)
	switch {
	case step == "":
		return words
	case strings.Contains(words, "\n"):
		return words + "\n" + step
	}
	return words + " " + step
}

// hint is the next step that an error carries, "" where it carries none.
func hint(err error) string {
	var file *night.Error
	if errors.As(err, &file) && file.Hint != "" {
		return file.Hint
	}
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		return hinted.Hint()
	}
	return ""
}

// unopened says why a file that the call names cannot be read.
func unopened(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &callError{path + ": there is no such file", "Look for it under another name or in another folder; nothing was done."}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: could not read it: %w", path, err)
}
