package blog

import (
	"fmt"
	"strings"
	"time"
)

// An EventTimeError is a time of an event that cannot be read.
type EventTimeError struct{ Typed string }

func (e *EventTimeError) Error() string {
	return fmt.Sprintf("“%s” is no time. Write 04:10 or 4.10am, with the day before it where it was another: 6 May 23:50.", e.Typed)
}

// The ways to type a time of day; each may stand after one of eventDays.
var eventClocks = []string{"15:04", "15.04", "3.04pm", "3:04pm", "3pm"}

var eventDays = []string{"2006-01-02", "2 January 2006", "2 Jan 2006", "2 January", "2 Jan"}

// EventTime reads when an event was, as a reporter types it: "04:10",
// "4.10am", "6 May 23:50", "2021-05-06 23:50". What is left out is that of the
// last such time that is not after now. Both times are UTC milliseconds; the
// error is an *EventTimeError.
func EventTime(typed string, now int64, zone *time.Location) (int64, error) {
	s := strings.ToLower(strings.Join(strings.Fields(typed), " "))
	s = strings.NewReplacer(" am", "am", " pm", "pm").Replace(s)
	at := time.UnixMilli(now).In(zone)
	for _, clock := range eventClocks {
		if t, err := time.Parse(clock, s); err == nil {
			day := time.Date(at.Year(), at.Month(), at.Day(), t.Hour(), t.Minute(), 0, 0, zone)
			if day.After(at) {
				day = time.Date(at.Year(), at.Month(), at.Day()-1, t.Hour(), t.Minute(), 0, 0, zone)
			}
			return day.UnixMilli(), nil
		}
		for _, day := range eventDays {
			t, err := time.ParseInLocation(day+" "+clock, s, zone)
			if err != nil {
				continue
			}
			if t.Year() == 0 {
				t = time.Date(at.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, zone)
				if t.After(at) {
					t = time.Date(at.Year()-1, t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, zone)
				}
			}
			return t.UnixMilli(), nil
		}
	}
	return 0, &EventTimeError{typed}
}
