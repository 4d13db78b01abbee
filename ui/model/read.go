package model

import (
	"errors"
	"slices"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// This file reads again what an act has changed.

// severalContests is from how many changed contests on the whole night is read
// at once, as after an import.
const severalContests = 12

// read reads what changed. The function it returns puts it into the open night and
// must run in the window; it is nil where nothing changed.
func (o *OpenNight) read(subjects []night.Subject) (apply func(), err error) {
	if len(subjects) == 0 {
		return nil, nil
	}
	subjects = each(subjects)
	if many(subjects) {
		return o.readAll()
	}
	var steps []func()
	next := o.latest
	for _, s := range subjects {
		switch s.Kind {
		case "contest":
			c, err := o.File.Contest(s.ID)
			if err != nil {
				return nil, err
			}
			next = next.With(c)
			steps = append(steps, func() { o.putContest(c) })
		case "entry":
			e, err := o.File.Entry(s.ID)
			if gone := (*night.NotFoundError)(nil); errors.As(err, &gone) {
				e, err = blog.Entry{ID: s.ID}, nil // its publishing was undone
			}
			if err != nil {
				return nil, err
			}
			below, err := o.File.Below(s.ID)
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { o.PutEntry(e, below) })
		case "details":
			details, err := o.File.Details()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { o.putDetails(details) })
		case "author":
			authors, err := o.File.Authors()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { o.putAuthors(authors) })
		case "picture":
			pictures, err := o.File.Pictures()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { o.Pictures = pictures })
		case "hand-over":
			handed, err := o.File.HandOvers()
			if err != nil {
				return nil, err
			}
			steps = append(steps, func() { o.Handed = handed })
		default:
			return o.readAll()
		}
	}
	o.latest = next
	return func() {
		for _, step := range steps {
			step()
		}
		o.Results = next
	}, nil
}

// each names every subject once.
func each(subjects []night.Subject) []night.Subject {
	seen := map[night.Subject]bool{}
	return slices.DeleteFunc(slices.Clone(subjects), func(s night.Subject) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}

// many reports whether so many contests changed that reading the whole night
// is less work.
func many(subjects []night.Subject) bool {
	n := 0
	for _, s := range subjects {
		if s.Kind == "contest" {
			n++
		}
	}
	return n >= severalContests
}

func (o *OpenNight) readAll() (apply func(), err error) {
	e, err := o.File.Edition(night.Moment{})
	if err != nil {
		return nil, err
	}
	rs := NewResults(e.Contests, e.Councils)
	o.latest = rs
	return func() {
		o.putDetails(e.Details)
		o.Results = rs
		o.putAuthors(e.Authors)
		o.Contests, o.Entries, o.Colours = e.Contests, e.Entries, e.Colours
		o.Councils, o.History, o.Patterns = e.Councils, e.History, e.Patterns
		o.Pictures, o.Profiles, o.Handed, o.Started = e.Pictures, e.Profiles, e.HandOvers, e.Started
	}, nil
}

func (o *OpenNight) putDetails(details blog.Details) {
	o.Details = details
	zone, err := blog.Zone(details.Zone)
	if err != nil {
		zone = time.UTC
	}
	o.Zone = zone
}

// putAuthors takes the authors of the night. The first of them acts where
// nobody has been chosen to.
func (o *OpenNight) putAuthors(authors []blog.Author) {
	o.Authors = authors
	if o.Author == "" && len(authors) > 0 {
		o.Author = authors[0].ID
	}
}

func (o *OpenNight) putContest(c election.Contest) {
	for i := range o.Contests {
		if o.Contests[i].ID == c.ID {
			o.Contests[i] = c
			return
		}
	}
	o.Contests = append(o.Contests, c)
	if o.Contest == "" {
		o.Contest = c.ID
	}
}
