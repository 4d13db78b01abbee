package blog

import (
	"fmt"
	"time"
	_ "time/tzdata" // zones must be there on a bare machine too
)

// A ZoneError is a time zone that is not known.
type ZoneError struct {
	Name string
	Err  error
}

func (e *ZoneError) Error() string {
	return fmt.Sprintf("The time zone %q is not known. Give one by place, like Europe/London.", e.Name)
}

func (e *ZoneError) Unwrap() error { return e.Err }

// Zone finds a time zone by its IANA name: "Europe/London". It knows the same
// zones on every machine; the machine's own ("Local") is none of them.
func Zone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, &ZoneError{Name: name}
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, &ZoneError{Name: name, Err: err}
	}
	return zone, nil
}

// Clock prints the time of day of UTC milliseconds in a zone: "7.02am".
func Clock(ms int64, zone *time.Location) string {
	return time.UnixMilli(ms).In(zone).Format("3.04pm")
}

// ClockTime prints the time of day with the zone's abbreviation at that
// moment: "7.02am BST". It tells the two hours apart when clocks go back.
func ClockTime(ms int64, zone *time.Location) string {
	return time.UnixMilli(ms).In(zone).Format("3.04pm MST")
}

// Day prints the day of UTC milliseconds in a zone: "Thursday 6 May".
func Day(ms int64, zone *time.Location) string {
	return time.UnixMilli(ms).In(zone).Format("Monday 2 January")
}

// DayYear prints the date of UTC milliseconds in a zone: "6 May 2021".
func DayYear(ms int64, zone *time.Location) string {
	return time.UnixMilli(ms).In(zone).Format("2 January 2006")
}
