package model

import (
	"errors"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// This file opens and makes the files of nights.

// Extension is the extension of a night file.
const Extension = ".night"

// Open opens a night to work in. One that another desk holds is opened to
// look at, and comes with the *night.HeldError that says who holds it.
func Open(path string) (*night.Night, error) {
	n, err := night.Open(path, night.Options{})
	held := (*night.HeldError)(nil)
	if !errors.As(err, &held) {
		return n, err
	}
	if n, err = night.View(path, night.Options{}); err != nil {
		return nil, err
	}
	return n, held
}

// Make makes a night whose first author is the one given. An error leaves the
// file as far as it came.
func Make(path string, d blog.Details, who blog.Author) (*night.Night, error) {
	n, err := night.Create(path, d, night.Options{})
	if err != nil {
		return nil, err
	}
	if _, err := n.AddAuthor("", who); err != nil {
		_ = n.Close() // the error of the act is the one to tell
		return nil, err
	}
	return n, nil
}

// LocalZone is the time zone of this machine where it has a name, else
// London's.
func LocalZone() string {
	if name := time.Local.String(); name != "Local" && name != "UTC" {
		return name
	}
	return "Europe/London"
}
