package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/uitest"
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
// it takes the entry in and shows the timeline again. The oldest leaves, so
// that the night stays as long as it was.
func BenchmarkPublish(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := at(b, uitest.NightOf(b, nil))
			s.Night.Entries = manyEntries(n)
			s.blog.show()
			next, below := s.Night.Entries[0], s.Night.Entries[1].ID
			for i := 0; b.Loop(); i++ {
				s.Night.PutEntry(blog.Entry{ID: next.ID}, "") // as many as before
				next.ID, next.Published = fmt.Sprint("new", i), next.Published+1000
				s.Night.PutEntry(next, below)
				s.blog.show()
			}
		})
	}
}

// BenchmarkPublishFloor fills the rows in sight and no more.
func BenchmarkPublishFloor(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := at(b, uitest.NightOf(b, nil))
			s.Night.Entries = manyEntries(n)
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
			s.Focus(cell)
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
	s := at(b, uitest.NightOf(b, nil))
	c := s.Night.Contests[0]
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
	s.Night.Contests[0] = c
	s.count.show()
	if len(s.count.rows) != n {
		b.Fatalf("%d rows, want %d", len(s.count.rows), n)
	}
	return s
}

// BenchmarkFirstTimeline shows the timeline of a long night for the first
// time, with nothing worked out yet, as far as a person waits for it.
func BenchmarkFirstTimeline(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := timelineOf(b, n)
			for b.Loop() {
				clear(s.blog.worked)
				s.blog.show()
			}
		})
	}
}

// BenchmarkFirstTimelineFloor wraps the words of as many entries as are worked
// out at once.
func BenchmarkFirstTimelineFloor(b *testing.B) {
	uitest.Home(b)
	newScreen(b, 1366, 740)
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			entries := manyEntries(n)
			for b.Loop() {
				for _, e := range entries[:min(n, atOnce)] {
					kit.Wrap(e.Text, kit.BodySize, false, 420, entryLines)
				}
			}
		})
	}
}

// BenchmarkTimelineTurn is one of the turns in which the rest of a long night
// is worked out: how long the window is kept from a keystroke.
func BenchmarkTimelineTurn(b *testing.B) {
	s := timelineOf(b, 10000)
	for b.Loop() {
		clear(s.blog.worked)
		s.blog.workOn()
	}
}

// BenchmarkTimelineTurnFloor wraps the words of as many entries.
func BenchmarkTimelineTurnFloor(b *testing.B) {
	uitest.Home(b)
	newScreen(b, 1366, 740)
	entries := manyEntries(atATime)
	for b.Loop() {
		for _, e := range entries {
			kit.Wrap(e.Text, kit.BodySize, false, 420, entryLines)
		}
	}
}

// timelineOf is a desk whose timeline has so many entries, all worked out.
func timelineOf(b *testing.B, n int) *screen {
	b.Helper()
	s := at(b, uitest.NightOf(b, nil))
	s.Night.Entries = manyEntries(n)
	s.blog.show()
	s.Until("all are worked out", func() bool { return !s.blog.working })
	return s
}

// BenchmarkScrollTimeline moves the selection one row down, and the list with
// it.
func BenchmarkScrollTimeline(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := timelineOf(b, n)
			s.Focus(s.blog.list)
			for b.Loop() {
				if s.blog.list.Selection() == n-1 {
					s.blog.list.Select(0)
				}
				s.Keys(fyne.KeyDown)
			}
		})
	}
}

// BenchmarkScrollTimelineFloor fills one row.
func BenchmarkScrollTimelineFloor(b *testing.B) {
	for _, n := range []int{10, 10000} {
		b.Run(fmt.Sprintf("entries=%d", n), func(b *testing.B) {
			s := timelineOf(b, n)
			row := s.blog.newRow()
			for i := 0; b.Loop(); i++ {
				s.blog.fillRow(i%10, row)
			}
		})
	}
}

// BenchmarkFindInTimeline is a letter of a search for what is in one entry.
func BenchmarkFindInTimeline(b *testing.B) {
	s := timelineOf(b, 10000)
	for i := 0; b.Loop(); i++ {
		s.blog.find.SetText("table 678" + fmt.Sprint(i%10))
	}
}

// BenchmarkFindInTimelineFloor looks through the folded words of as many.
func BenchmarkFindInTimelineFloor(b *testing.B) {
	s := timelineOf(b, 10000)
	var folded []string
	for _, e := range s.Night.Entries {
		folded = append(folded, s.blog.fold(e))
	}
	for i := 0; b.Loop(); i++ {
		found := 0
		for _, f := range folded {
			if strings.Contains(f, "table 678"+fmt.Sprint(i%10)) {
				found++
			}
		}
	}
}

// sentences is a text of so many characters, in paragraphs of the given
// length.
func sentences(size, paragraph int) string {
	text := ""
	for len(text) < size {
		line := strings.Repeat("Nobody here expects it to take long. ", paragraph/37+1)[:paragraph]
		text += line + "\n\n"
	}
	return text[:size]
}

// BenchmarkCompose is a keystroke in an entry of 2,000 characters, as far as
// the window follows it at once. The p95 is of the strokes one by one.
func BenchmarkCompose(b *testing.B) {
	for _, n := range []int{10, 10000} {
		for _, paragraph := range []int{300, 2000} {
			b.Run(fmt.Sprintf("entries=%d/paragraph=%d", n, paragraph), func(b *testing.B) {
				s := timelineOf(b, n)
				s.Focus(s.composer.text)
				s.composer.text.SetText(sentences(2000, paragraph))
				s.composer.text.SetCaret(1000)
				strokes(b, s.composer.text)
			})
		}
	}
}

// BenchmarkComposeFloor is the same in a field that nobody follows.
func BenchmarkComposeFloor(b *testing.B) {
	for _, n := range []int{10, 10000} {
		for _, paragraph := range []int{300, 2000} {
			b.Run(fmt.Sprintf("entries=%d/paragraph=%d", n, paragraph), func(b *testing.B) {
				s := timelineOf(b, n)
				field := kit.NewTextEntry("")
				s.Over(field, field)
				field.SetText(sentences(2000, paragraph))
				field.SetCaret(1000)
				strokes(b, field)
			})
		}
	}
}

// strokes types a letter and takes it back, again and again.
func strokes(b *testing.B, field fyne.Focusable) {
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		began := time.Now()
		if i%2 == 0 {
			field.TypedRune('e')
		} else {
			field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Nanoseconds()), "p95-ns/op")
}
