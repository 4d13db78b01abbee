package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// handsOver goes to the hand-over screen and waits until it has looked.
func (s *screen) handsOver() {
	s.t.Helper()
	s.chord(shell.Ctrl, fyne.Key4)
	s.looked()
}

// looked waits until the screen shows what is public now.
func (s *screen) looked() {
	s.t.Helper()
	s.settle()
	s.until("the hand-over screen has looked", func() bool { return !s.handOver.looks.Busy && !s.blog.asks.Busy })
}

// taken waits until so many hand-overs are in the night, and gives the last.
func (s *screen) taken(n int) blog.HandOver {
	s.t.Helper()
	s.until(fmt.Sprint(n, " hand-overs"), func() bool { return len(s.Night.Handed) == n })
	s.looked()
	all, err := s.Night.File.HandOvers()
	must(s.t, err)
	if len(all) != n {
		s.t.Fatalf("the night has %d hand-overs, want %d", len(all), n)
	}
	return all[n-1]
}

func clipboard() string { return fyne.CurrentApp().Clipboard().Content() }

// takes chooses the way of that name by keys.
func (s *screen) way(name string) {
	s.t.Helper()
	s.Focus(s.handOver.list)
	s.keys(fyne.KeyHome)
	for s.handOver.way().profile.Name != name {
		at := s.handOver.list.Selection()
		s.keys(fyne.KeyDown)
		if s.handOver.list.Selection() == at {
			s.t.Fatalf("nobody takes the blog as %q", name)
		}
	}
	s.looked()
}

// twoPosts is a desk with two published entries.
func twoPosts(t testing.TB) *screen {
	t.Helper()
	return at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "Doors open", "The hall fills.")
		post(t, n, author, "Boxes in", "The first boxes are here.")
	}))
}

// stateOf is what the timeline says of the entry with a kicker.
func (s *screen) stateOf(kicker string) string {
	s.t.Helper()
	for _, e := range s.Night.Entries {
		if e.Kicker == kicker {
			return s.blog.work(e).handed.Words()
		}
	}
	s.t.Fatalf("no entry is called %q", kicker)
	return ""
}

func TestTakeWhatIsNew(t *testing.T) {
	s := twoPosts(t)
	equal(t, "state before anything is handed over", s.stateOf("Boxes in"), "")
	s.handsOver()
	s.way("HTML fragment")
	has(t, "the screen", words(s.handOver.root), "everything, for the first time")
	s.types("n")
	h := s.taken(1)
	if h.Profile != "fragment" || h.Form != "fragment" || !h.Whole || h.Rehearsal || h.Author != s.Night.Author || len(h.Items) < 4 {
		t.Errorf("recorded: %+v", h)
	}
	for _, want := range []string{"The hall fills.", "The first boxes are here."} {
		has(t, "the clipboard", clipboard(), want)
	}
	s.says("It is on the clipboard")
	shown := words(s.handOver.root)
	for _, want := range []string{"✓ has all", "nothing since the last time", "Last handed over ", "Ada Reporter · all"} {
		has(t, "the screen after it", shown, want)
	}
	equal(t, "state in the timeline", s.stateOf("Boxes in"), "handed over")

	s.types("n")
	s.until("it is said", func() bool { return strings.Contains(s.told(), "Nothing is new") })
	s.publishes("A third one.")
	s.looked()
	equal(t, "state of a new one", s.blog.work(s.Night.Entries[0]).handed.Words(), "not handed over")
	has(t, "the list", words(s.handOver.list), "new")
	s.types("n")
	h = s.taken(2)
	equal(t, "whole", h.Whole, false)
	for _, i := range h.Items {
		if i.Kind == blog.EntryItem && i.ID != s.Night.Entries[0].ID {
			t.Errorf("an entry that was taken before is taken again: %+v", h)
		}
	}
	has(t, "the clipboard", clipboard(), "A third one.")
	hasNot(t, "the clipboard", clipboard(), "The hall fills.")
}

func TestCorrectedAndWithdrawnEntriesAreMarked(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.types("n")
	s.taken(1)
	second, first := s.Night.Entries[0], s.Night.Entries[1]
	s.does(func(n *night.Night, author string) error {
		first.Text = "The hall is full."
		_, err := n.Edit(author, first, night.Correction, "It was full.")
		return err
	})
	equal(t, "state of the corrected one", s.stateOf("Doors open"), "changed since")
	equal(t, "state of the other", s.stateOf("Boxes in"), "handed over")
	has(t, "the list", words(s.handOver.list), "1 REPLACES")
	s.types("n")
	h := s.taken(2)
	entries := 0
	for _, i := range h.Items {
		if i.Kind == blog.EntryItem {
			entries++
			equal(t, "the entry", i.ID, first.ID)
		}
	}
	equal(t, "entries", entries, 1)
	has(t, "the clipboard", clipboard(), "REPLACES")
	has(t, "the clipboard", clipboard(), "The hall is full.")
	hasNot(t, "the clipboard", clipboard(), "The first boxes")

	s.does(func(n *night.Night, author string) error { return n.Withdraw(author, second.ID, "wrong hall") })
	has(t, "the list", words(s.handOver.list), "1 KILL")
	s.types("n")
	h = s.taken(3)
	killed := false
	for _, i := range h.Items {
		killed = killed || i.Kind == blog.WithdrawnItem && i.ID == second.ID
	}
	equal(t, "killed", killed, true)
	has(t, "the clipboard", clipboard(), "KILL")
	hasNot(t, "the clipboard", clipboard(), "The first boxes")
	has(t, "the list", words(s.handOver.list), "✓ has all")
}

// does does something to the night as this desk, and waits until it shows.
func (s *screen) does(f func(n *night.Night, author string) error) {
	s.t.Helper()
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error { return f(n, author) }, func(err error) { must(s.t, err) })
	s.looked()
}

func TestTakeAllAndWhoHasWhat(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Wire text")
	s.types("a")
	h := s.taken(1)
	equal(t, "whole", h.Whole, true)
	has(t, "the clipboard", clipboard(), "The hall fills.")
	s.way("HTML fragment")
	has(t, "another who has nothing", words(s.handOver.root), "everything, for the first time")
	s.types("a")
	s.taken(2)
	s.does(func(n *night.Night, author string) error {
		e := s.Night.Entries[0]
		e.Text += " More."
		_, err := n.Edit(author, e, night.Update, "")
		return err
	})
	s.types("n")
	s.taken(3)
	equal(t, "state while one has it as it was", s.stateOf("Boxes in"), "changed since")
	s.way("Wire text")
	s.types("n")
	s.taken(4)
	equal(t, "state once both have it", s.stateOf("Boxes in"), "handed over")
}

func TestTakeAsAFileIsRecordedOnceItIsWritten(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	save := func(path string) {
		s.until("the sheet is open", func() bool { return s.above() != nil })
		s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		s.types(path)
		s.keys(fyne.KeyReturn)
	}
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "blog.html"), nil, 0o600))
	s.types("s")
	save(filepath.Join(folder, "blog.html", "x.html"))
	s.until("it is refused", func() bool { return strings.Contains(s.told(), "Cannot write") })
	must(t, os.Remove(filepath.Join(folder, "blog.html")))
	equal(t, "hand-overs of what was not written", len(s.Night.Handed), 0)
	s.types("s")
	path := filepath.Join(folder, "blog.html")
	save(path)
	h := s.taken(1)
	equal(t, "whole", h.Whole, true)
	data, err := os.ReadFile(path)
	must(t, err)
	has(t, "the file", string(data), "The hall fills.")
	s.types("f")
	s.says("Nothing is new")
	s.publishes("Later.")
	s.looked()
	s.types("f")
	save(path)
	s.until("it is asked", func() bool { return s.above() != nil })
	s.keys(fyne.KeyReturn) // it replaces the file
	equal(t, "whole the second time", s.taken(2).Whole, false)
	data, err = os.ReadFile(path)
	must(t, err)
	has(t, "the file", string(data), "Later.")
	hasNot(t, "the file", string(data), "The hall fills.")
}

func TestWhatStandsAgainstItIsSaidFirst(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "Link", "So it went.\n\n@chart Nowhere | share")
	}))
	s.handsOver()
	has(t, "the screen", words(s.handOver.root), "names no contest")
	s.types("n")
	s.until("it is said", func() bool { return strings.Contains(s.told(), "The same key again") })
	s.settle()
	equal(t, "hand-overs", len(s.Night.Handed), 0)
	s.types("r")
	has(t, "what stands against it", words(s.above()), "Link")
	s.keys(fyne.KeyReturn)
	e, ok := s.blog.selected()
	equal(t, "the entry is at hand", ok && e.Kicker == "Link" && s.Showing(s.desk), true)
	s.handsOver()
	s.types("n")
	s.taken(1)
}

// TestAnErrorIsNotHandedOver however often it is asked for, and not copied
// either.
func TestAnErrorIsNotHandedOver(t *testing.T) {
	s := at(t, nightWith(t, []election.Contest{hartlepool(t)}, func(n *night.Night, author string) {
		keyAll(t, n, author)
		post(t, n, author, "They say", "Mortimer has 15,529, they say.")
	}))
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.handsOver()
	s.way("HTML fragment")
	has(t, "the screen", words(s.handOver.root), "1 thing stands against it. The entry tells figures of Hartlepool")
	for _, key := range []string{"n", "n", "a", "a", "c"} {
		s.Window.Say("")
		s.types(key)
		s.until("it is refused: "+key, func() bool { return strings.Contains(s.told(), "which is not declared") })
		s.settle()
		hasNot(t, "what is said", s.told(), "The same key again")
	}
	equal(t, "hand-overs", len(s.Night.Handed), 0)
	equal(t, "the clipboard", clipboard(), "something else")
	s.types("s")
	equal(t, "a file's name is asked for", s.above() != nil, false)
}

func TestAReadOnlyNightIsCopiedWithoutARecord(t *testing.T) {
	path := nightOf(t, func(n *night.Night, author string) { post(t, n, author, "Doors open", "The hall fills.") })
	other, err := night.Open(path, night.Options{})
	must(t, err)
	defer other.Close()
	s := at(t, path)
	if s.Night.ReadOnly == "" {
		t.Fatal("a night held by another desk can be written")
	}
	s.handsOver()
	hasNot(t, "the screen", words(s.handOver.root), "Take what is new")
	s.types("n")
	s.says("copy it (C) or save it (X)")
	s.types("c")
	s.until("it is copied", func() bool { return strings.Contains(s.told(), "not recorded") })
	has(t, "the clipboard", clipboard(), "The hall fills.")
	s.types("l")
	s.says("Only the desk that writes")
	s.types("m")
	s.says("can only be read")
}

func TestARehearsalSaysSoAndCountsForNothingReal(t *testing.T) {
	s := twoPosts(t)
	rehearse := func() {
		s.chord(shell.Ctrl, fyne.Key0)
		s.types("rehearsal")
		s.keys(fyne.KeyReturn)
		s.settle()
	}
	equal(t, "badge", strings.Contains(words(s.head()), "REHEARSAL"), false)
	rehearse()
	equal(t, "it is a rehearsal", s.Night.Details.Rehearsal && strings.Contains(words(s.head()), "REHEARSAL"), true)
	has(t, "the head of the window", words(s.head()), "REHEARSAL")
	s.handsOver()
	has(t, "the screen", words(s.handOver.root), "says TEST")
	s.way("HTML fragment")
	s.types("a")
	equal(t, "recorded as a rehearsal", s.taken(1).Rehearsal, true)
	has(t, "the ledger", words(s.handOver.root), "rehearsal, all")

	rehearse()
	equal(t, "it is real", s.Night.Details.Rehearsal || strings.Contains(words(s.head()), "REHEARSAL"), false)
	s.looked()
	has(t, "the screen", words(s.handOver.root), "everything, for the first time")
	s.types("n")
	equal(t, "recorded as real", s.taken(2).Rehearsal, false)
}

func TestTheLedgerGivesAgainWhatWasGiven(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.types("n")
	s.taken(1)
	given := clipboard()
	s.publishes("Later.")
	s.looked()
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.Focus(s.handOver.ledger.list)
	s.keys(fyne.KeyReturn)
	shown := words(s.above())
	for _, want := range []string{"Handed over ", "HTML fragment", "Doors open", "Boxes in", "Headline"} {
		has(t, "the hand-over", shown, want)
	}
	s.types("c")
	s.until("it is copied again", func() bool { return strings.Contains(s.told(), "Copied again") })
	equal(t, "the clipboard", clipboard(), given)
	equal(t, "hand-overs", len(s.Night.Handed), 1)
}

func TestResultsAreCopiedAndSavedAlone(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.handsOver()
	s.way("Results as CSV")
	hasNot(t, "the screen", words(s.handOver.root), "Take what is new")
	s.types("n")
	s.says("no hand-over")
	s.types("c")
	s.until("it is copied", func() bool { return strings.Contains(clipboard(), "15529") })
	s.types("x")
	path := filepath.Join(t.TempDir(), "out.csv")
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.types(path)
	s.keys(fyne.KeyReturn)
	s.until("the file", func() bool {
		data, err := os.ReadFile(path)
		return err == nil && strings.Contains(string(data), "Mortimer")
	})
	equal(t, "hand-overs", len(s.Night.Handed), 0)
}

func TestThePreviewShowsWhatACMSKeeps(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) {
		post(t, n, author, "All at once", "A paragraph.\n\n> Quoted\n> — Somebody\n\n- one\n- two\n\n|A|B|\n|-|-|\n|x|12|")
	}))
	s.handsOver()
	s.way("HTML fragment")
	shown := words(s.handOver.kept.list)
	for _, want := range []string{"Hartlepool by-election", "Candidate", "Jill Mortimer, Conservative, elected", "15,529"} {
		has(t, "the preview", shown, want)
	}
	hasNot(t, "the preview, of which a paste drops the captions of tables", shown, "change in points")
	s.types("a")
	s.taken(1)
	s.publishes("What comes after.")
	s.looked()
	has(t, "the preview of what is new", words(s.handOver.kept.list), "What comes after.")
	hasNot(t, "the preview of what is new", words(s.handOver.kept.list), "A paragraph.")
	s.types("v")
	s.looked()
	for range 80 {
		s.handOver.kept.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if strings.Contains(words(s.handOver.kept.list), "A paragraph.") {
			return
		}
	}
	t.Error("the preview of all does not show the first entry")
}

func TestThePreviewSaysThatAPasteDropsDrawnCharts(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) { post(t, n, author, "Chart", "@chart Hartlepool | share") }))
	for _, drawn := range []bool{false, true} {
		y := way{profile: blog.Profile{Form: "fragment"}}
		if drawn {
			y.profile.Chart = blog.ChartAsSVG
		}
		d := demand{way: y, whole: true, name: "x"}
		taken, err := prepare(s.Night.Edition(), d, nil)
		must(t, err)
		kept, err := keptBy(s.Night.Edition(), d, taken, nil)
		must(t, err)
		equal(t, "it is said", kept[0].kind == keptLost, drawn)
	}
}
