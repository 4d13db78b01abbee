package layout

import (
	"time"

	"nightdesk/data/blog"
)

// A Stamp is a time as people read it and as machines do.
type Stamp struct{ Text, ISO string }

func (n *Blog) At(ms int64) time.Time { return time.UnixMilli(ms).In(n.zone) }

func (n *Blog) ISO(ms int64) string { return n.At(ms).Format(time.RFC3339) }

func (n *Blog) sameDay(a, b int64) bool {
	return n.At(a).Format(time.DateOnly) == n.At(b).Format(time.DateOnly)
}

// Time is "7.02am BST".
func (n *Blog) Time(ms int64) Stamp { return Stamp{blog.ClockTime(ms, n.zone), n.ISO(ms)} }

// day is "Thursday 6 May".
func (n *Blog) day(ms int64) Stamp {
	return Stamp{blog.Day(ms, n.zone), n.At(ms).Format(time.DateOnly)}
}

// Date is "6 May 2021".
func (n *Blog) Date(ms int64) Stamp {
	return Stamp{blog.DayYear(ms, n.zone), n.At(ms).Format(time.DateOnly)}
}

// NewDay is the day to print over the entry at a place: where it is another
// than that of the entry above it or, over the first, than the blog's last. A
// numbered page begins with a day.
func (n *Blog) NewDay(i int) *Stamp {
	x, above := n.Posts[i], n.Changed
	if i > 0 {
		above = n.Posts[i-1].Shown()
	}
	if n.sameDay(x.Shown(), above) && (i > 0 || !n.DayFirst) {
		return nil
	}
	d := n.day(x.Shown())
	return &d
}

// Timeless reports whether nothing says when it was published.
func (n *Blog) Timeless() bool { return n.Options.NoTimes }

// Clock is "7.02am", with the day before it where it is not the day of the
// time it stands beside: "Thursday 6 May, 11.58pm".
func (n *Blog) Clock(ms, beside int64) Stamp {
	text := blog.Clock(ms, n.zone)
	if !n.sameDay(ms, beside) {
		text = blog.Day(ms, n.zone) + ", " + text
	}
	return Stamp{text, n.ISO(ms)}
}

// Dated is "7.02am BST", with the day before it where it is not the day of
// the time it stands beside.
func (n *Blog) Dated(ms, beside int64) Stamp {
	s := n.Time(ms)
	if !n.sameDay(ms, beside) {
		s.Text = blog.Day(ms, n.zone) + ", " + s.Text
	}
	return s
}

// brief is "7.02am", or "Thu 10.00pm" where the day is not that of the time
// it stands beside, or "6 May 10.00pm" where that is about a week away.
func (n *Blog) brief(ms, beside int64) Stamp {
	const week = 6 * 24 * time.Hour
	text, apart := blog.Clock(ms, n.zone), time.Duration(beside-ms)*time.Millisecond
	switch {
	case n.sameDay(ms, beside):
	case apart.Abs() < week:
		text = n.At(ms).Format("Mon") + " " + text
	default:
		text = n.At(ms).Format("2 Jan") + " " + text
	}
	return Stamp{text, n.ISO(ms)}
}
