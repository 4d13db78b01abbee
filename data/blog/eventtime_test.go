package blog_test

import (
	"errors"
	"testing"
	"time"

	"nightdesk/data/blog"
)

func TestTimesOfEventsAsReportersTypeThem(t *testing.T) {
	zone, err := blog.Zone("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2021, 5, 7, 4, 30, 20, 0, zone).UnixMilli()
	for typed, want := range map[string]string{
		"04:10":            "2021-05-07 04:10",
		"4.10am":           "2021-05-07 04:10",
		" 4:10 AM ":        "2021-05-07 04:10",
		"4am":              "2021-05-07 04:00",
		"04:30":            "2021-05-07 04:30",
		"23:50":            "2021-05-06 23:50", // not tonight yet, so yesterday
		"11.50pm":          "2021-05-06 23:50",
		"6 May 23:50":      "2021-05-06 23:50",
		"6 May 2021 23.50": "2021-05-06 23:50",
		"31 December 9pm":  "2020-12-31 21:00", // the last there was
		"2021-05-05 07:00": "2021-05-05 07:00",
		"8 may 2021 01:00": "2021-05-08 01:00", // a day that is spelled out is taken at its word
	} {
		got, err := blog.EventTime(typed, now, zone)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		if s := time.UnixMilli(got).In(zone).Format("2006-01-02 15:04"); s != want {
			t.Errorf("%q is read as %s, want %s", typed, s, want)
		}
	}
	for _, typed := range []string{"", "soon", "25:00", "4", "13pm", "6 Mai 04:10"} {
		var wrong *blog.EventTimeError
		if _, err := blog.EventTime(typed, now, zone); !errors.As(err, &wrong) || wrong.Typed != typed {
			t.Errorf("%q: %v, want an EventTimeError", typed, err)
		}
	}
}
