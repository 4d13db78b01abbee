package main

import (
	"fmt"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// A span is the time that a person names: from its first to its last
// millisecond, since 07:02 is a whole minute. Both are UTC milliseconds.
type span struct{ first, last int64 }

// namedTimes are the ways to name a time in the night's zone.
var namedTimes = []struct {
	layout string
	whole  time.Duration
}{
	{"2006-01-02 15:04", time.Minute},
	{"2006-01-02 15:04:05", time.Second},
	{"2006-01-02T15:04", time.Minute},
	{"2006-01-02T15:04:05", time.Second},
}

// readTime reads a time as RFC 3339 has it, or as a day and a time of day in
// the night's zone.
func readTime(flag, s string, zone *time.Location) (span, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		whole := time.Second
		if t.Nanosecond() != 0 {
			whole = time.Millisecond
		}
		return spanOf(t, whole), nil
	}
	for _, n := range namedTimes {
		if t, err := time.ParseInLocation(n.layout, s, zone); err == nil {
			return spanOf(t, n.whole), once(flag, s, t, n.layout)
		}
	}
	return span{}, &callError{
		fmt.Sprintf("%s: “%s” is no time", flag, s),
		fmt.Sprintf("Write 2021-05-07 07:02 for a time in %s, or 2021-05-07T07:02:00+01:00.", zone),
	}
}

func spanOf(t time.Time, whole time.Duration) span {
	return span{t.UnixMilli(), t.Add(whole - time.Millisecond).UnixMilli()}
}

// once refuses a time that the change of the clocks left out or repeated.
func once(flag, s string, t time.Time, layout string) error {
	zoned := fmt.Sprintf("Say which is meant by its offset: %s or the like.", t.Format(time.RFC3339))
	if t.Format(layout) != s {
		return &callError{fmt.Sprintf("%s: there was no %s in %s, where the clocks went forward", flag, s, t.Location()), zoned}
	}
	for _, hour := range []time.Duration{-time.Hour, time.Hour} {
		if t.Add(hour).Format(layout) == s {
			return &callError{fmt.Sprintf("%s: %s came twice in %s, where the clocks went back", flag, s, t.Location()), zoned}
		}
	}
	return nil
}

// asOf is the flag of every command that reads the night.
type asOf struct {
	AsOf string `placeholder:"TIME" help:"The night as it was known then: RFC 3339, or 2021-05-07 07:02 in the night's zone."`
}

// edition reads the night at the moment asked for, and its time zone.
func (a asOf) edition(n *night.Night) (blog.Edition, *time.Location, error) {
	zone, err := zoneOf(n)
	if err != nil {
		return blog.Edition{}, nil, err
	}
	var m night.Moment
	if a.AsOf != "" {
		s, err := readTime("--as-of", a.AsOf, zone)
		if err != nil {
			return blog.Edition{}, nil, err
		}
		if m, err = n.MomentAt(s.last); err != nil {
			return blog.Edition{}, nil, &callError{"--as-of: " + err.Error(), "Take a later time."}
		}
	}
	e, err := n.Edition(m)
	return e, zone, err
}

func zoneOf(n *night.Night) (*time.Location, error) {
	d, err := n.Details()
	if err != nil {
		return nil, err
	}
	return blog.Zone(d.Zone)
}
