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
)

func TestWithdrawNeedsAReasonAndCanBeRestored(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("w")
	s.keys(fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "Fill in the line.")
	s.types("It was of another hall")
	s.keys(fyne.KeyReturn)
	s.settle()
	e := s.published(2)[0]
	equal(t, "withdrawn", e.Withdrawn, true)
	timeline := words(s.blog.list)
	hasNot(t, "timeline", timeline, "The hall empties.")
	has(t, "timeline", timeline, "Withdrawn.")
	acts, err := s.Night.File.History(e.ID)
	must(t, err)
	equal(t, "reason", acts[len(acts)-1].Reason, "It was of another hall")
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	s.types("e") // nothing to edit
	equal(t, "composer", s.composer.text.Text, "")
	s.types("r")
	s.settle()
	equal(t, "withdrawn after", s.published(2)[0].Withdrawn, false)
	has(t, "timeline", words(s.blog.list), "The hall empties.")
}

func TestPinAndKey(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyDown)
	for _, k := range []struct {
		press       func()
		key, pinned bool
		row         string
	}{
		{func() { s.types("p") }, false, true, "pinned"},
		{func() { s.types("k") }, true, true, "key · pinned"},
		{func() { s.chord(shell.CtrlShift, fyne.KeyL) }, true, false, "key"},
		{func() { s.chord(shell.CtrlShift, fyne.KeyK) }, false, false, ""},
	} {
		k.press()
		s.settle()
		e := s.published(2)[1]
		equal(t, "entry", e.Kicker, "First")
		equal(t, "key", e.Key, k.key)
		equal(t, "pinned", e.Pinned, k.pinned)
		has(t, "row", words(s.blog.list), k.row)
		at, ok := s.blog.selected()
		equal(t, "still selected", ok && at.ID == e.ID, true)
	}
}

func TestKeysOnTheTimelineNeedASelection(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.CtrlShift, fyne.KeyW)
	s.says("Select an entry first")
	equal(t, "sheet", s.above() == nil, true)
}

func TestSelectionStaysWhenAnEntryComes(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyDown)
	s.Night.Act(func(n *night.Night) error {
		_, err := n.Publish(s.Night.Author, blog.Entry{Kicker: "Third", Text: "A recount."})
		return err
	}, nil)
	s.settle()
	at, _ := s.blog.selected()
	equal(t, "selected", at.Kicker, "First")
	equal(t, "newest", s.blog.shown[0].Kicker, "Third")
}

// The desk puts an entry into the list in place once there is room in it.
func TestSelectionStaysOnItsEntryInALongList(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyDown)
	for _, kicker := range []string{"Third", "Fourth", "Fifth", "Sixth", "Seventh"} {
		s.Night.Act(func(n *night.Night) error {
			_, err := n.Publish(s.Night.Author, blog.Entry{Kicker: kicker, Text: "A recount."})
			return err
		}, nil)
		s.settle()
		at, _ := s.blog.selected()
		equal(t, "selected when "+kicker+" came", at.Kicker, "First")
	}
}

func TestSearchFoldsAccentsCaseAndQuotes(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "Café", "She calls it “a naïve plan” – and it’s over.")
		post(t, n, author, "", "Nothing of the kind.")
	}))
	for find, want := range map[string]int{
		"cafe": 1, "CAFÉ": 1, `"a naive plan" - and it's`: 1, "ada reporter": 2, "kind": 1, "kindness": 0, "": 2,
	} {
		s.chord(shell.Ctrl, fyne.KeyF)
		s.blog.find.SetText("")
		s.types(find)
		if len(s.blog.shown) != want {
			t.Errorf("%q finds %d entries, want %d", find, len(s.blog.shown), want)
		}
		if want == 0 {
			has(t, "timeline", words(s.blog.root), "Nothing in this night matches “kindness”.")
		}
	}
}

func TestKeyFilterShowsKeyMoments(t *testing.T) {
	s := twoEntries(t)
	s.taps("Key")
	equal(t, "shown", len(s.blog.shown), 0)
	has(t, "timeline", words(s.blog.root), "No key moments yet.")
	s.taps("All")
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("k")
	s.settle()
	s.keys(fyne.KeyEscape)
	s.taps("Key")
	equal(t, "shown", len(s.blog.shown), 1)
	equal(t, "entry", s.blog.shown[0].Kicker, "Second")
}

func TestCopyPutsTheTextOnTheClipboard(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("y")
	equal(t, "clipboard", s.App.Clipboard().Content(), "Second\n\nThe hall empties.")
}

func TestDayStandsWhereItChanges(t *testing.T) {
	s := at(t, nightOf(t, nil))
	day := int64(24 * 3600 * 1000)
	s.Night.Entries = []blog.Entry{
		{ID: "c", Text: "After midnight", Published: 1620342000000 + day}, // 7 May 2021
		{ID: "b", Text: "Later", Published: 1620342000000 - 3600*1000},
		{ID: "a", Text: "Evening", Published: 1620342000000 - 2*3600*1000},
	}
	s.blog.show()
	equal(t, "over the first", s.blog.dayOver(0), "")
	equal(t, "over the second", s.blog.dayOver(1), "Thursday 6 May")
	equal(t, "over the third", s.blog.dayOver(2), "")
	has(t, "timeline", words(s.blog.list), "Thursday 6 May")
}

// A second program that writes into the file is followed.
func TestDeskFollowsWhatOthersWrite(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.types("Half a sente")
	beside, err := night.OpenBeside(path, night.Options{})
	must(t, err)
	defer beside.Close()
	post(t, beside, s.Night.Author, "From elsewhere", "Written by the command line.")
	s.until("the entry is shown", func() bool { return len(s.blog.shown) == 1 })
	has(t, "timeline", words(s.blog.list), "Written by the command line.")
	c := onlyContest(t, beside)
	must(t, beside.KeyVotes(s.Night.Author, c.ID, c.Candidates[0].ID, election.Of(72)))
	must(t, beside.KeyVotes(s.Night.Author, c.ID, c.Candidates[1].ID, election.Of(104)))
	s.until("the votes are shown", func() bool { return s.count.rows[1].cell.Digits() == "104" })
	equal(t, "what is being typed", s.composer.text.Text, "Half a sente")
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
}

// A desk that only looks changes nothing and shows what the other does.
func TestViewerLooksAndChangesNothing(t *testing.T) {
	path := declaredNight(t, func(n *night.Night, author string) { post(t, n, author, "First", "The hall fills.") })
	n, err := night.Open(path, night.Options{})
	must(t, err)
	defer n.Close()
	s := at(t, path)
	has(t, "head", words(s.head()), "Read only")
	equal(t, "composer", s.composer.root.Visible(), false)
	equal(t, "declare or correct", s.count.head.action.Visible(), false)
	equal(t, "author", strings.Contains(words(s.head()), "Writing as"), false)
	for _, r := range s.count.rows {
		equal(t, "cell of "+r.name.Words(), r.cell.Visible(), false)
	}
	equal(t, "papers", s.count.papers.box.Visible(), false)
	before, err := n.History("")
	must(t, err)
	s.chord(shell.Ctrl, fyne.KeyT)
	for _, c := range menuCommands(s.Shell) {
		if c.Needs >= shell.Writing {
			equal(t, c.Words+" can be done", s.Can(c), false)
			s.chord(c.Mod, c.Key)
			equal(t, c.Words+" opens a sheet", s.above() == nil, true)
		}
	}
	s.types("wkptce")
	s.Undo()
	s.settle()
	after, err := n.History("")
	must(t, err)
	equal(t, "acts", len(after), len(before))
	s.chord(shell.Ctrl, fyne.KeyTab)
	s.chord(shell.Ctrl, fyne.KeyTab)

	authors, err := n.Authors()
	must(t, err)
	post(t, n, authors[0].ID, "Second", "The hall empties.")
	s.until("the entry is shown", func() bool { return len(s.blog.shown) == 2 })
	has(t, "timeline", words(s.blog.list), "The hall empties.")
}

// A night before the declaration is read only with figures, never with cells.
func TestViewerOfACountHasNoCells(t *testing.T) {
	path := keyedNight(t)
	n, err := night.Open(path, night.Options{})
	must(t, err)
	defer n.Close()
	s := at(t, path)
	for _, r := range s.count.rows {
		equal(t, "cell of "+r.name.Words(), r.cell.Visible(), false)
	}
	s.keys(fyne.KeyF6)
	if _, ok := s.Win.Canvas().Focused().(interface{ Digits() string }); ok {
		t.Error("a vote cell has the focus")
	}
}

// In a long night what is in sight is worked out first and the rest in turns
// of its own; nothing in sight moves while that goes on.
func TestALongTimelineIsWorkedOutInTurns(t *testing.T) {
	s := at(t, nightOf(t, nil))
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
	equal(t, "found while most are not worked out", len(s.blog.shown), 1)
	s.blog.find.SetText("")
	s.blog.list.Select(2000)
	before := s.firstTable()
	s.until("all are worked out", func() bool { return !s.blog.working })
	equal(t, "worked out", worked(), 3000)
	equal(t, "first in sight", s.firstTable(), before)
	heights, more := s.blog.heights()
	equal(t, "more to work out", more, false)
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
	equal(t, "first in sight", s.firstTable(), before)
	s.until("all are worked out", func() bool { return !s.blog.working })
	equal(t, "first in sight", s.firstTable(), before)
}

// firstTable is the number in the first of the entries in sight that has one.
func (s *screen) firstTable() int {
	first := -1
	for _, m := range regexp.MustCompile(`Table (\d+):`).FindAllStringSubmatch(words(s.blog.list), -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && (first < 0 || n < first) {
			first = n
		}
	}
	return first
}
