package blog

import (
	"errors"
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	for _, c := range []struct{ at, zone, time, day, date string }{
		{"2021-05-07T06:02:00Z", "Europe/London", "7.02am BST", "Friday 7 May", "7 May 2021"},
		{"2021-05-06T22:58:59Z", "Europe/London", "11.58pm BST", "Thursday 6 May", "6 May 2021"},
		{"2021-05-06T22:59:59Z", "Europe/London", "11.59pm BST", "Thursday 6 May", "6 May 2021"},
		{"2021-05-06T23:00:00Z", "Europe/London", "12.00am BST", "Friday 7 May", "7 May 2021"},
		{"2021-05-06T23:59:00Z", "Europe/London", "12.59am BST", "Friday 7 May", "7 May 2021"},
		{"2021-05-07T11:00:00Z", "Europe/London", "12.00pm BST", "Friday 7 May", "7 May 2021"},
		{"2021-05-06T21:00:00Z", "Europe/London", "10.00pm BST", "Thursday 6 May", "6 May 2021"},
		// clocks go forward: 12.59am is followed by 2am
		{"2021-03-28T00:59:00Z", "Europe/London", "12.59am GMT", "Sunday 28 March", "28 March 2021"},
		{"2021-03-28T01:00:00Z", "Europe/London", "2.00am BST", "Sunday 28 March", "28 March 2021"},
		// clocks go back: 1.30am comes twice
		{"2021-10-31T00:30:00Z", "Europe/London", "1.30am BST", "Sunday 31 October", "31 October 2021"},
		{"2021-10-31T01:30:00Z", "Europe/London", "1.30am GMT", "Sunday 31 October", "31 October 2021"},
		{"2019-12-31T23:30:00Z", "Europe/London", "11.30pm GMT", "Tuesday 31 December", "31 December 2019"},
		{"2021-05-06T22:30:00Z", "Europe/Paris", "12.30am CEST", "Friday 7 May", "7 May 2021"},
		{"2021-05-06T22:30:00Z", "America/New_York", "6.30pm EDT", "Thursday 6 May", "6 May 2021"},
		{"2021-05-06T22:30:00Z", "Asia/Kathmandu", "4.15am +0545", "Friday 7 May", "7 May 2021"},
		{"1969-12-31T23:00:00Z", "UTC", "11.00pm UTC", "Wednesday 31 December", "31 December 1969"},
	} {
		zone, err := Zone(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		ms := at.UnixMilli()
		if got := ClockTime(ms, zone); got != c.time {
			t.Errorf("%s is %s, want %s", c.at, got, c.time)
		}
		if got := Clock(ms, zone) + c.time[len(Clock(ms, zone)):]; got != c.time {
			t.Errorf("%s is %s", c.at, Clock(ms, zone))
		}
		if day, date := Day(ms, zone), DayYear(ms, zone); day != c.day || date != c.date {
			t.Errorf("%s is %s, %s", c.at, day, date)
		}
	}
}

func TestZonesNobodyKnows(t *testing.T) {
	for _, name := range []string{"", "Local", "London", "Europe/Lundon", "../etc/passwd"} {
		_, err := Zone(name)
		var unknown *ZoneError
		if !errors.As(err, &unknown) || unknown.Name != name {
			t.Errorf("%q: %v", name, err)
		}
	}
}
