package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// manyEntries are entries of a few sentences, one a minute, the newest first.
func manyEntries(n int) []blog.Entry {
	out := make([]blog.Entry, n)
	for i := range out {
		at := int64(1620342000000) + int64(n-i)*60000
		out[i] = blog.Entry{
			ID: fmt.Sprint("e", n-i), Kicker: "Nearly there", Authors: []string{"a"}, Published: at, Updated: at,
			Text: fmt.Sprint("Table ", i, ": the returning officer has asked the agents to come to the table. Nobody here expects it to take long, and nobody has gone home."),
		}
	}
	return out
}

// BenchmarkPublish is what the window does when an entry has been published:
// it takes the entry in and shows the timeline again.
func BenchmarkPublish(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := at(b, nightOf(b, nil))
			s.desk.entries = manyEntries(n)
			s.blog.show()
			next := s.desk.entries[0]
			for i := 0; b.Loop(); i++ {
				next.ID, next.Published = fmt.Sprint("new", i), next.Published+1000
				s.desk.putEntry(next)
				s.blog.show()
			}
		})
	}
}

// BenchmarkPublishFloor fills the rows in sight and no more.
func BenchmarkPublishFloor(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := at(b, nightOf(b, nil))
			s.desk.entries = manyEntries(n)
			s.blog.show()
			for b.Loop() {
				s.blog.list.Refresh()
			}
		})
	}
}

// BenchmarkKeystroke is a digit typed into a vote cell, as far as the figures,
// bars, places, checks and the balance follow it.
func BenchmarkKeystroke(b *testing.B) {
	for _, n := range []int{16, 34} {
		b.Run(fmt.Sprintf("candidates=%d", n), func(b *testing.B) {
			s := onBallotPaper(b, n)
			cell := s.count.rows[3].cell
			s.focus(cell)
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					cell.TypedRune('7')
				} else {
					cell.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			}
		})
	}
}

// BenchmarkKeystrokeFloor works the same figures out and shows nothing.
func BenchmarkKeystrokeFloor(b *testing.B) {
	for _, n := range []int{16, 34} {
		b.Run(fmt.Sprintf("candidates=%d", n), func(b *testing.B) {
			c := onBallotPaper(b, n).count.contest
			for i := 0; b.Loop(); i++ {
				c.Candidates[3].Votes = election.Of(7 * (i % 2))
				election.Compute(c)
				election.Checks(c)
				election.Balance(c)
			}
		})
	}
}

// onBallotPaper is a desk on a contest with so many candidates, half of them
// with votes.
func onBallotPaper(b *testing.B, n int) *screen {
	b.Helper()
	s := at(b, nightOf(b, nil))
	c := s.desk.contests[0]
	sixteen := c.Candidates
	c.Candidates = nil
	for i := range n {
		k := sixteen[i%len(sixteen)]
		k.ID, k.Surname = fmt.Sprint("c", i), fmt.Sprint(k.Surname, " ", i)
		if i%2 == 0 {
			k.Votes = election.Of(100 + 17*i)
		}
		c.Candidates = append(c.Candidates, k)
	}
	s.desk.contests[0] = c
	s.count.show()
	if len(s.count.rows) != n {
		b.Fatalf("%d rows, want %d", len(s.count.rows), n)
	}
	return s
}

// BenchmarkFirstTimeline shows the timeline of a long night for the first
// time, with nothing worked out yet.
func BenchmarkFirstTimeline(b *testing.B) {
	s := at(b, nightOf(b, nil))
	s.desk.entries = manyEntries(10000)
	for b.Loop() {
		clear(s.blog.worked)
		s.blog.show()
	}
}

// BenchmarkFirstTimelineFloor measures the words of as many entries and does
// nothing with them.
func BenchmarkFirstTimelineFloor(b *testing.B) {
	home(b)
	newScreen(b, 1366, 740)
	entries := manyEntries(10000)
	for b.Loop() {
		for _, e := range entries {
			kit.Wrap(e.Text, kit.BodySize, false, 420, entryLines)
		}
	}
}
