package publish

import (
	"time"

	"nightdesk/data/blog"
)

// A stamp is a time as people read it and as machines do.
type stamp struct{ Text, ISO string }

func (n *night) at(ms int64) time.Time { return time.UnixMilli(ms).In(n.zone) }

func (n *night) iso(ms int64) string { return n.at(ms).Format(time.RFC3339) }

func (n *night) sameDay(a, b int64) bool {
	return n.at(a).Format(time.DateOnly) == n.at(b).Format(time.DateOnly)
}

// full is "7.02am BST".
func (n *night) full(ms int64) stamp { return stamp{blog.ClockTime(ms, n.zone), n.iso(ms)} }

// day is "Thursday 6 May".
func (n *night) day(ms int64) stamp {
	return stamp{blog.Day(ms, n.zone), n.at(ms).Format(time.DateOnly)}
}

// date is "6 May 2021".
func (n *night) date(ms int64) stamp {
	return stamp{blog.DayYear(ms, n.zone), n.at(ms).Format(time.DateOnly)}
}

// newDay is the day to print over the entry at a place: where it is another
// than that of the entry above it or, over the first, than the blog's last. A
// numbered page begins with a day.
func (n *night) newDay(i int) *stamp {
	x, above := n.posts[i], n.changed()
	if i > 0 {
		above = n.posts[i-1].shown()
	}
	if n.sameDay(x.shown(), above) && (i > 0 || n.leaf.number == 0) {
		return nil
	}
	d := n.day(x.shown())
	return &d
}

// timeless reports whether nothing says when it was published.
func (n *night) timeless() bool { return n.o.NoTimes && n.form != Page }

// clock is "7.02am", with the day before it where it is not the day of the
// time it stands beside: "Thursday 6 May, 11.58pm".
func (n *night) clock(ms, beside int64) stamp {
	text := blog.Clock(ms, n.zone)
	if !n.sameDay(ms, beside) {
		text = blog.Day(ms, n.zone) + ", " + text
	}
	return stamp{text, n.iso(ms)}
}

// dated is "7.02am BST", with the day before it where it is not the day of
// the time it stands beside.
func (n *night) dated(ms, beside int64) stamp {
	s := n.full(ms)
	if !n.sameDay(ms, beside) {
		s.Text = blog.Day(ms, n.zone) + ", " + s.Text
	}
	return s
}

// brief is "7.02am", or "Thu 10.00pm" where the day is not that of the time
// it stands beside, or "6 May 10.00pm" where that is about a week away.
func (n *night) brief(ms, beside int64) stamp {
	const week = 6 * 24 * time.Hour
	text, apart := blog.Clock(ms, n.zone), time.Duration(beside-ms)*time.Millisecond
	switch {
	case n.sameDay(ms, beside):
	case apart.Abs() < week:
		text = n.at(ms).Format("Mon") + " " + text
	default:
		text = n.at(ms).Format("2 Jan") + " " + text
	}
	return stamp{text, n.iso(ms)}
}
