package ui

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestWithdrawNeedsAReasonAndCanBeRestored(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("w")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Fill in the line.")
	s.Types("It was of another hall")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	e := s.Published(2)[0]
	uitest.Equal(t, "withdrawn", e.Withdrawn, true)
	timeline := uitest.Words(s.blog.list)
	uitest.HasNot(t, "timeline", timeline, "The hall empties.")
	uitest.Has(t, "timeline", timeline, "Withdrawn.")
	acts, err := s.Night.File.History(e.ID)
	uitest.Must(t, err)
	uitest.Equal(t, "reason", acts[len(acts)-1].Reason, "It was of another hall")
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	s.Types("e") // nothing to edit
	uitest.Equal(t, "composer", s.composer.text.Text, "")
	s.Types("r")
	s.Settle()
	uitest.Equal(t, "withdrawn after", s.Published(2)[0].Withdrawn, false)
	uitest.Has(t, "timeline", uitest.Words(s.blog.list), "The hall empties.")
}

func TestPinAndKey(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyDown)
	for _, k := range []struct {
		press       func()
		key, pinned bool
		row         string
	}{
		{func() { s.Types("p") }, false, true, "pinned"},
		{func() { s.Types("k") }, true, true, "key · pinned"},
		{func() { s.Chord(shell.CtrlShift, fyne.KeyL) }, true, false, "key"},
		{func() { s.Chord(shell.CtrlShift, fyne.KeyK) }, false, false, ""},
	} {
		k.press()
		s.Settle()
		e := s.Published(2)[1]
		uitest.Equal(t, "entry", e.Kicker, "First")
		uitest.Equal(t, "key", e.Key, k.key)
		uitest.Equal(t, "pinned", e.Pinned, k.pinned)
		uitest.Has(t, "row", uitest.Words(s.blog.list), k.row)
		at, ok := s.blog.selected()
		uitest.Equal(t, "still selected", ok && at.ID == e.ID, true)
	}
}

func TestKeysOnTheTimelineNeedASelection(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.CtrlShift, fyne.KeyW)
	s.Says("Select an entry first")
	uitest.Equal(t, "sheet", s.Above() == nil, true)
}

func TestSelectionStaysWhenAnEntryComes(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyDown)
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(s.Night.Author, blog.Entry{Kicker: "Third", Text: "A recount."})
		return err
	}, nil)
	s.Settle()
	at, _ := s.blog.selected()
	uitest.Equal(t, "selected", at.Kicker, "First")
	uitest.Equal(t, "newest", s.blog.shown[0].Kicker, "Third")
}

// The desk puts an entry into the list in place once there is room in it.
func TestSelectionStaysOnItsEntryInALongList(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyDown)
	for _, kicker := range []string{"Third", "Fourth", "Fifth", "Sixth", "Seventh"} {
		s.Night.Act(func(n *night.Night) error {
			_, err := n.Publish(s.Night.Author, blog.Entry{Kicker: kicker, Text: "A recount."})
			return err
		}, nil)
		s.Settle()
		at, _ := s.blog.selected()
		uitest.Equal(t, "selected when "+kicker+" came", at.Kicker, "First")
	}
}

func TestSearchFoldsAccentsCaseAndQuotes(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "Café", "She calls it “a naïve plan” – and it’s over.")
		uitest.Post(t, n, author, "", "Nothing of the kind.")
	}))
	for find, want := range map[string]int{
		"cafe": 1, "CAFÉ": 1, `"a naive plan" - and it's`: 1, "ada reporter": 2, "kind": 1, "kindness": 0, "": 2,
	} {
		s.Chord(shell.Ctrl, fyne.KeyF)
		s.blog.find.SetText("")
		s.Types(find)
		if len(s.blog.shown) != want {
			t.Errorf("%q finds %d entries, want %d", find, len(s.blog.shown), want)
		}
		if want == 0 {
			uitest.Has(t, "timeline", uitest.Words(s.blog.root), "Nothing in this night matches “kindness”.")
		}
	}
}

func TestKeyFilterShowsKeyMoments(t *testing.T) {
	s := twoEntries(t)
	s.Taps("Key")
	uitest.Equal(t, "shown", len(s.blog.shown), 0)
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "No key moments yet.")
	s.Taps("All")
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("k")
	s.Settle()
	s.Keys(fyne.KeyEscape)
	s.Taps("Key")
	uitest.Equal(t, "shown", len(s.blog.shown), 1)
	uitest.Equal(t, "entry", s.blog.shown[0].Kicker, "Second")
}

func TestCopyPutsTheTextOnTheClipboard(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("y")
	uitest.Equal(t, "clipboard", s.App.Clipboard().Content(), "Second\n\nThe hall empties.")
}

func TestDayStandsWhereItChanges(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	day := int64(24 * 3600 * 1000)
	s.Night.Entries = []blog.Entry{
		{ID: "c", Text: "After midnight", Published: 1620342000000 + day}, // 7 May 2021
		{ID: "b", Text: "Later", Published: 1620342000000 - 3600*1000},
		{ID: "a", Text: "Evening", Published: 1620342000000 - 2*3600*1000},
	}
	s.blog.show()
	uitest.Equal(t, "over the first", s.blog.dayOver(0), "")
	uitest.Equal(t, "over the second", s.blog.dayOver(1), "Thursday 6 May")
	uitest.Equal(t, "over the third", s.blog.dayOver(2), "")
	uitest.Has(t, "timeline", uitest.Words(s.blog.list), "Thursday 6 May")
}

// A second program that writes into the file is followed.
func TestDeskFollowsWhatOthersWrite(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.Types("Half a sente")
	beside, err := night.OpenBeside(path, night.Options{})
	uitest.Must(t, err)
	defer beside.Close()
	uitest.Post(t, beside, s.Night.Author, "From elsewhere", "Written by the command line.")
	s.Until("the entry is shown", func() bool { return len(s.blog.shown) == 1 })
	uitest.Has(t, "timeline", uitest.Words(s.blog.list), "Written by the command line.")
	c := uitest.OnlyContest(t, beside)
	uitest.Must(t, beside.KeyVotes(s.Night.Author, c.ID, c.Candidates[0].ID, election.Of(72)))
	uitest.Must(t, beside.KeyVotes(s.Night.Author, c.ID, c.Candidates[1].ID, election.Of(104)))
	s.Until("the votes are shown", func() bool { return s.count.rows[1].cell.Digits() == "104" })
	uitest.Equal(t, "what is being typed", s.composer.text.Text, "Half a sente")
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
}

// A desk that only looks changes nothing and shows what the other does.
func TestViewerLooksAndChangesNothing(t *testing.T) {
	path := uitest.DeclaredNight(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "First", "The hall fills.") })
	n, err := night.Open(path, night.Options{})
	uitest.Must(t, err)
	defer n.Close()
	s := at(t, path)
	uitest.Has(t, "head", uitest.Words(s.Head()), "Read only")
	uitest.Equal(t, "composer", s.composer.root.Visible(), false)
	uitest.Equal(t, "declare or correct", s.count.head.action.Visible(), false)
	uitest.Equal(t, "author", strings.Contains(uitest.Words(s.Head()), "Writing as"), false)
	for _, r := range s.count.rows {
		uitest.Equal(t, "cell of "+r.name.Words(), r.cell.Visible(), false)
	}
	uitest.Equal(t, "papers", s.count.papers.box.Visible(), false)
	before, err := n.History("")
	uitest.Must(t, err)
	s.Chord(shell.Ctrl, fyne.KeyT)
	for _, c := range uitest.MenuCommands(s.Shell) {
		if c.Needs >= shell.Writing {
			uitest.Equal(t, c.Words+" can be done", s.Can(c), false)
			s.Chord(c.Mod, c.Key)
			uitest.Equal(t, c.Words+" opens a sheet", s.Above() == nil, true)
		}
	}
	s.Types("wkptce")
	s.Undo()
	s.Settle()
	after, err := n.History("")
	uitest.Must(t, err)
	uitest.Equal(t, "acts", len(after), len(before))
	s.Chord(shell.Ctrl, fyne.KeyTab)
	s.Chord(shell.Ctrl, fyne.KeyTab)

	authors, err := n.Authors()
	uitest.Must(t, err)
	uitest.Post(t, n, authors[0].ID, "Second", "The hall empties.")
	s.Until("the entry is shown", func() bool { return len(s.blog.shown) == 2 })
	uitest.Has(t, "timeline", uitest.Words(s.blog.list), "The hall empties.")
}

// A night before the declaration is read only with figures, never with cells.
func TestViewerOfACountHasNoCells(t *testing.T) {
	path := uitest.KeyedNight(t)
	n, err := night.Open(path, night.Options{})
	uitest.Must(t, err)
	defer n.Close()
	s := at(t, path)
	for _, r := range s.count.rows {
		uitest.Equal(t, "cell of "+r.name.Words(), r.cell.Visible(), false)
	}
	s.Keys(fyne.KeyF6)
	if _, ok := s.Win.Canvas().Focused().(interface{ Digits() string }); ok {
		t.Error("a vote cell has the focus")
	}
}

// In a long night what is in sight is worked out first and the rest in turns
// of its own; nothing in sight moves while that goes on.
func TestALongTimelineIsWorkedOutInTurns(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Night.Entries = manyEntries(3000)
	for i := range s.Night.Entries {
		if i%3 == 0 {
			s.Night.Entries[i].Text = "Short."
		}
	}
	s.blog.show()
	worked := func() (n int) {
		for _, e := range s.blog.shown {
			if _, done := s.blog.known(e); done {
				n++
			}
		}
		return n
	}
	if n := worked(); n < atOnce || n > atOnce+30 {
		t.Errorf("%d entries are worked out at once", n)
	}
	s.blog.find.SetText("table 2345")
	uitest.Equal(t, "found while most are not worked out", len(s.blog.shown), 1)
	s.blog.find.SetText("")
	s.blog.list.Select(2000)
	before := s.firstTable()
	s.Until("all are worked out", func() bool { return !s.blog.working })
	uitest.Equal(t, "worked out", worked(), 3000)
	uitest.Equal(t, "first in sight", s.firstTable(), before)
	heights, more := s.blog.heights()
	uitest.Equal(t, "more to work out", more, false)
	for i, e := range s.blog.shown {
		want := s.blog.work(e).height
		if s.blog.dayOver(i) != "" {
			want += separatorHeight - 4
		}
		if heights[i] != want {
			t.Fatalf("row %d is %v high, want %v", i, heights[i], want)
		}
	}

	// What is told anew of an author moves nothing either.
	s.blog.forget()
	s.blog.show()
	uitest.Equal(t, "first in sight", s.firstTable(), before)
	s.Until("all are worked out", func() bool { return !s.blog.working })
	uitest.Equal(t, "first in sight", s.firstTable(), before)
}

// firstTable is the number in the first of the entries in sight that has one.
func (s *screen) firstTable() int {
	first := -1
	for _, m := range regexp.MustCompile(`Table (\d+):`).FindAllStringSubmatch(uitest.Words(s.blog.list), -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && (first < 0 || n < first) {
			first = n
		}
	}
	return first
}
