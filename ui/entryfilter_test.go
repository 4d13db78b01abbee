package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// threeEntries is a night of two authors and three entries, one of each kind
// that filters tell apart.
func threeEntries(t testing.TB) *screen {
	return at(t, uitest.DeclaredNight(t, func(n *night.Night, ada string) {
		mia, err := n.AddAuthor(ada, blog.Author{Name: "Mia Sato", Initials: "MS"})
		uitest.Must(t, err)
		for _, e := range []blog.Entry{
			{Text: "The boxes are in.", Tags: []string{"boxes"}},
			{Text: "By {majority}.", Pinned: true},
			{Text: "A café in Hartlepool.", Authors: []string{mia}, Key: true, KeyLabel: "Breakfast"},
		} {
			_, err := n.Publish(ada, e)
			uitest.Must(t, err)
		}
	}))
}

// listed are the texts that the timeline lists.
func (s *screen) listed() (out []string) {
	for _, e := range s.blog.shown {
		out = append(out, e.Text)
	}
	return out
}

func TestTheTimelineIsNarrowedByKey(t *testing.T) {
	s := threeEntries(t)
	for words, want := range map[string]string{
		"By Mia":       "A café in Hartlepool.",
		"By Ada":       "By {majority}.",
		"Tagged boxes": "The boxes are in.",
		"Pinned":       "By {majority}.",
		"Key":          "A café in Hartlepool.",
	} {
		s.Chord(shell.Ctrl, fyne.KeyComma)
		s.Types(words)
		s.Keys(fyne.KeyReturn)
		if len(s.listed()) == 0 || s.listed()[0] != want {
			t.Errorf("%s: %q, want %q first", words, s.listed(), want)
		}
		uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	}
	uitest.Equal(t, "corrected ones", func() int {
		s.blog.setFilter(entryFilter{kind: "corrected", words: "corrected"})
		return len(s.listed())
	}(), 0)
	uitest.Has(t, "words", uitest.Words(s.blog.root), "No entry is corrected.")
}

func TestFindingGoesThroughLabelsTagsAndFigures(t *testing.T) {
	s := threeEntries(t)
	for find, want := range map[string]string{
		"breakfast": "A café in Hartlepool.", "CAFE": "A café in Hartlepool.", "sato": "A café in Hartlepool.",
		"6,940": "By {majority}.", "boxes": "The boxes are in.",
	} {
		s.Chord(shell.Ctrl, fyne.KeyF)
		s.SelectAll()
		s.Types(find)
		if len(s.listed()) != 1 || s.listed()[0] != want {
			t.Errorf("%q finds %q, want %q", find, s.listed(), want)
		}
	}
}

func TestFindingSaysWhereItLooked(t *testing.T) {
	s := threeEntries(t)
	s.blog.setFilter(keyEntries)
	s.Chord(shell.Ctrl, fyne.KeyF)
	s.Types("boxes")
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "Nothing that is listed here matches “boxes”.")
	s.blog.setFilter(allEntries)
	uitest.Equal(t, "found in all", len(s.listed()), 1)
	s.Chord(shell.Ctrl, fyne.KeyF)
	s.Types(" of gold")
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "Nothing in this night matches “boxes of gold”.")
}

// What is looked for is typed as it reads on the page: figures filled in, and
// no marks of emphasis in between.
func TestFindingGoesThroughWhatIsRead(t *testing.T) {
	entries := []blog.Entry{
		{Kicker: "Zoë’s night", Text: "The **Incredible** Flying Brick has a majority of {majority} over *nobody*."},
		{Text: "@picture 0123456789abcdef | The first box – empty | Zoë Clarke | A naïve drawing"},
		{Text: "@post https://example.org/1 | A. Reader | @reader | 7 May\nWhat a “night”!"},
		{Text: "Elected: {winner}. [Read on](https://example.org/more)"},
		{Text: "It’s a count-centre."},
	}
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, ada string) {
		for _, e := range entries {
			_, err := n.Publish(ada, e)
			uitest.Must(t, err)
		}
	}))
	for find, want := range map[string]int{
		"incredible flying brick": 0, "majority of 6,940 over nobody": 0, "zoe's NIGHT": 0, "{majority}": 0,
		"first box - empty": 1, "zoe clarke": 1, "naive": 1,
		"a. reader": 2, "@reader": 2, `what a "night"`: 2, "example.org/1": 2,
		"elected: jill mortimer": 3, "read on": 3, "example.org/more": 3,
		"it's a count-centre": 4, "count–centre": 4,
	} {
		s.Chord(shell.Ctrl, fyne.KeyF)
		s.SelectAll()
		s.Types(find)
		if len(s.listed()) != 1 || s.listed()[0] != entries[want].Text {
			t.Errorf("%q finds %q, want %q", find, s.listed(), entries[want].Text)
		}
	}
}

// An entry is about a contest if it prints a figure of it or names it.
func TestTheTimelineIsNarrowedToAContest(t *testing.T) {
	declared, other := uitest.Hartlepool(t), uitest.Uncounted(t)
	declared.State, declared.Rejected = election.Declared, election.Of(182)
	other.ID, other.Name, other.Code = "", "Bush Fair", ""
	s := at(t, uitest.NightWith(t, []election.Contest{declared, other}, func(n *night.Night, ada string) {
		uitest.Post(t, n, ada, "", "By {Hartlepool.majority}.")
		uitest.Post(t, n, ada, "", "On to Bush Fair.")
		uitest.Post(t, n, ada, "", "Nothing yet.")
	}))
	for words, want := range map[string]string{"About Hartlepool": "By {Hartlepool.majority}.", "About Bush": "On to Bush Fair."} {
		s.Chord(shell.Ctrl, fyne.KeyComma)
		s.Types(words)
		s.Keys(fyne.KeyReturn)
		if got := s.listed(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestHouseRulesAreSet(t *testing.T) {
	s := threeEntries(t)
	uitest.Equal(t, "first", s.listed()[0], "A café in Hartlepool.")
	s.Chord(shell.Ctrl, fyne.Key0)
	s.Types("oldest")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "oldest first", s.listed()[0], "The boxes are in.")
	s.Chord(shell.Ctrl, fyne.Key0)
	s.Types("second")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "second eye", s.Night.Details.SecondEye, true)

	s.Focus(s.composer.text)
	s.Types("Polls close.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(3)
	s.Types("Mia") // read it
	s.Keys(fyne.KeyReturn)
	e := s.Published(4)[0]
	uitest.Equal(t, "seen by", s.Night.AuthorName(e.Seen), "Mia Sato")
}

func TestLabelsAndTagsByKey(t *testing.T) {
	s := threeEntries(t)
	s.focusTimeline()
	s.Types("l")
	s.SelectAll()
	s.Types("At breakfast")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "label", s.Published(3)[0].KeyLabel, "At breakfast")
	s.focusTimeline()
	s.Types("g")
	s.Types("mood, hall")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "tags", len(s.Published(3)[0].Tags), 2)
}
