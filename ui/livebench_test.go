package ui

import (
	"fmt"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/uitest"
)

// liveSizes are how many entries a night has before the act that is measured.
var liveSizes = []int{1000, 10_000, 100_000}

// BenchmarkLiveAct is an act with the live folder on: an entry is published, the
// window has taken it in, and the page in the folder is current. That acts are
// waited for until they rest is left out.
func BenchmarkLiveAct(b *testing.B) {
	hurried(b, model.LivePace{Retry: time.Hour, Look: time.Hour})
	for _, n := range liveSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := longNight(b, n)
			s.keepIn(b.TempDir())
			for s.Night.LiveState.Current.IsZero() { // all pages are written, longer than a test is patient
				s.Take()
				time.Sleep(time.Millisecond)
			}
			for b.Loop() {
				was := s.Night.LiveState.Current
				s.publishesOne()
				s.Until("the page is current", func() bool { return s.Night.LiveState.Current.After(was) })
			}
		})
	}
}

// BenchmarkLiveActFloor is the same act without a live folder.
func BenchmarkLiveActFloor(b *testing.B) {
	for _, n := range liveSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := longNight(b, n)
			for b.Loop() {
				s.publishesOne()
			}
		})
	}
}

// longNight is a desk with so many entries, of which the night's file has the
// newest and the timeline lists none: how long a commit and a list take in a
// long night is measured where they are.
func longNight(b *testing.B, n int) *screen {
	b.Helper()
	s := at(b, uitest.NightOf(b, nil))
	s.blog.setFilter(keyEntries)
	s.publishesOne()
	s.Night.Entries = append(s.Night.Entries, manyEntries(n-1)...)
	s.blog.show()
	return s
}

// publishesOne publishes an entry and waits until the window has taken it in.
func (s *screen) publishesOne() {
	done := false
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(author, blog.Entry{Kicker: "Nearly there", Text: "The returning officer has asked the agents to come to the table. Nobody here expects it to take long, and nobody has gone home."})
		return err
	}, func(error) { done = true })
	s.Until("it is published", func() bool { return done })
}
