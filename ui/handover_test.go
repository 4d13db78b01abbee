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
	"nightdesk/ui/uitest"
)

// handsOver goes to the hand-over screen and waits until it has looked.
func (s *screen) handsOver() {
	s.t.Helper()
	s.Chord(shell.Ctrl, fyne.Key4)
	s.looked()
}

// looked waits until the screen shows what is public now.
func (s *screen) looked() {
	s.t.Helper()
	s.Settle()
	s.Until("the hand-over screen has looked", func() bool { return !s.handOver.looks.Busy && !s.blog.asks.Busy })
}

// taken waits until so many hand-overs are in the night, and gives the last.
func (s *screen) taken(n int) blog.HandOver {
	s.t.Helper()
	s.Until(fmt.Sprint(n, " hand-overs"), func() bool { return len(s.Night.Handed) == n })
	s.looked()
	all, err := s.Night.File.HandOvers()
	uitest.Must(s.t, err)
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
	s.Keys(fyne.KeyHome)
	for s.handOver.way().profile.Name != name {
		at := s.handOver.list.Selection()
		s.Keys(fyne.KeyDown)
		if s.handOver.list.Selection() == at {
			s.t.Fatalf("nobody takes the blog as %q", name)
		}
	}
	s.looked()
}

// twoPosts is a desk with two published entries.
func twoPosts(t testing.TB) *screen {
	t.Helper()
	return at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "Doors open", "The hall fills.")
		uitest.Post(t, n, author, "Boxes in", "The first boxes are here.")
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
	uitest.Equal(t, "state before anything is handed over", s.stateOf("Boxes in"), "")
	s.handsOver()
	s.way("HTML fragment")
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "everything, for the first time")
	s.Types("n")
	h := s.taken(1)
	if h.Profile != "fragment" || h.Form != "fragment" || !h.Whole || h.Rehearsal || h.Author != s.Night.Author || len(h.Items) < 4 {
		t.Errorf("recorded: %+v", h)
	}
	for _, want := range []string{"The hall fills.", "The first boxes are here."} {
		uitest.Has(t, "the clipboard", clipboard(), want)
	}
	s.Says("It is on the clipboard")
	shown := uitest.Words(s.handOver.root)
	for _, want := range []string{"✓ has all", "nothing since the last time", "Last handed over ", "Ada Reporter · all"} {
		uitest.Has(t, "the screen after it", shown, want)
	}
	uitest.Equal(t, "state in the timeline", s.stateOf("Boxes in"), "handed over")

	s.Types("n")
	s.Until("it is said", func() bool { return strings.Contains(s.Told(), "Nothing is new") })
	s.publishes("A third one.")
	s.looked()
	uitest.Equal(t, "state of a new one", s.blog.work(s.Night.Entries[0]).handed.Words(), "not handed over")
	uitest.Has(t, "the list", uitest.Words(s.handOver.list), "new")
	s.Types("n")
	h = s.taken(2)
	uitest.Equal(t, "whole", h.Whole, false)
	for _, i := range h.Items {
		if i.Kind == blog.EntryItem && i.ID != s.Night.Entries[0].ID {
			t.Errorf("an entry that was taken before is taken again: %+v", h)
		}
	}
	uitest.Has(t, "the clipboard", clipboard(), "A third one.")
	uitest.HasNot(t, "the clipboard", clipboard(), "The hall fills.")
}

func TestCorrectedAndWithdrawnEntriesAreMarked(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.Types("n")
	s.taken(1)
	second, first := s.Night.Entries[0], s.Night.Entries[1]
	s.does(func(n *night.Night, author string) error {
		first.Text = "The hall is full."
		_, err := n.Edit(author, first, night.Correction, "It was full.")
		return err
	})
	uitest.Equal(t, "state of the corrected one", s.stateOf("Doors open"), "changed since")
	uitest.Equal(t, "state of the other", s.stateOf("Boxes in"), "handed over")
	uitest.Has(t, "the list", uitest.Words(s.handOver.list), "1 REPLACES")
	s.Types("n")
	h := s.taken(2)
	entries := 0
	for _, i := range h.Items {
		if i.Kind == blog.EntryItem {
			entries++
			uitest.Equal(t, "the entry", i.ID, first.ID)
		}
	}
	uitest.Equal(t, "entries", entries, 1)
	uitest.Has(t, "the clipboard", clipboard(), "REPLACES")
	uitest.Has(t, "the clipboard", clipboard(), "The hall is full.")
	uitest.HasNot(t, "the clipboard", clipboard(), "The first boxes")

	s.does(func(n *night.Night, author string) error { return n.Withdraw(author, second.ID, "wrong hall") })
	uitest.Has(t, "the list", uitest.Words(s.handOver.list), "1 KILL")
	s.Types("n")
	h = s.taken(3)
	killed := false
	for _, i := range h.Items {
		killed = killed || i.Kind == blog.WithdrawnItem && i.ID == second.ID
	}
	uitest.Equal(t, "killed", killed, true)
	uitest.Has(t, "the clipboard", clipboard(), "KILL")
	uitest.HasNot(t, "the clipboard", clipboard(), "The first boxes")
	uitest.Has(t, "the list", uitest.Words(s.handOver.list), "✓ has all")
}

// does does something to the night as this desk, and waits until it shows.
func (s *screen) does(f func(n *night.Night, author string) error) {
	s.t.Helper()
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error { return f(n, author) }, func(err error) { uitest.Must(s.t, err) })
	s.looked()
}

func TestTakeAllAndWhoHasWhat(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Wire text")
	s.Types("a")
	h := s.taken(1)
	uitest.Equal(t, "whole", h.Whole, true)
	uitest.Has(t, "the clipboard", clipboard(), "The hall fills.")
	s.way("HTML fragment")
	uitest.Has(t, "another who has nothing", uitest.Words(s.handOver.root), "everything, for the first time")
	s.Types("a")
	s.taken(2)
	s.does(func(n *night.Night, author string) error {
		e := s.Night.Entries[0]
		e.Text += " More."
		_, err := n.Edit(author, e, night.Update, "")
		return err
	})
	s.Types("n")
	s.taken(3)
	uitest.Equal(t, "state while one has it as it was", s.stateOf("Boxes in"), "changed since")
	s.way("Wire text")
	s.Types("n")
	s.taken(4)
	uitest.Equal(t, "state once both have it", s.stateOf("Boxes in"), "handed over")
}

func TestTakeAsAFileIsRecordedOnceItIsWritten(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	save := func(path string) {
		s.Until("the sheet is open", func() bool { return s.Above() != nil })
		s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		s.Types(path)
		s.Keys(fyne.KeyReturn)
	}
	folder := t.TempDir()
	uitest.Must(t, os.WriteFile(filepath.Join(folder, "blog.html"), nil, 0o600))
	s.Types("s")
	save(filepath.Join(folder, "blog.html", "x.html"))
	s.Until("it is refused", func() bool { return strings.Contains(s.Told(), "Cannot write") })
	uitest.Must(t, os.Remove(filepath.Join(folder, "blog.html")))
	uitest.Equal(t, "hand-overs of what was not written", len(s.Night.Handed), 0)
	s.Types("s")
	path := filepath.Join(folder, "blog.html")
	save(path)
	h := s.taken(1)
	uitest.Equal(t, "whole", h.Whole, true)
	data, err := os.ReadFile(path)
	uitest.Must(t, err)
	uitest.Has(t, "the file", string(data), "The hall fills.")
	s.Types("f")
	s.Says("Nothing is new")
	s.publishes("Later.")
	s.looked()
	s.Types("f")
	save(path)
	s.Until("it is asked", func() bool { return s.Above() != nil })
	s.Keys(fyne.KeyReturn) // it replaces the file
	uitest.Equal(t, "whole the second time", s.taken(2).Whole, false)
	data, err = os.ReadFile(path)
	uitest.Must(t, err)
	uitest.Has(t, "the file", string(data), "Later.")
	uitest.HasNot(t, "the file", string(data), "The hall fills.")
}

func TestWhatStandsAgainstItIsSaidFirst(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "Link", "So it went.\n\n@chart Nowhere | share")
	}))
	s.handsOver()
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "names no contest")
	s.Types("n")
	s.Until("it is said", func() bool { return strings.Contains(s.Told(), "The same key again") })
	s.Settle()
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 0)
	s.Types("r")
	uitest.Has(t, "what stands against it", uitest.Words(s.Above()), "Link")
	s.Keys(fyne.KeyReturn)
	e, ok := s.blog.selected()
	uitest.Equal(t, "the entry is at hand", ok && e.Kicker == "Link" && s.Showing(s.desk), true)
	s.handsOver()
	s.Types("n")
	s.taken(1)
}

// TestAnErrorIsNotHandedOver however often it is asked for, and not copied
// either.
func TestAnErrorIsNotHandedOver(t *testing.T) {
	s := at(t, uitest.NightWith(t, []election.Contest{uitest.Hartlepool(t)}, func(n *night.Night, author string) {
		uitest.KeyAll(t, n, author)
		uitest.Post(t, n, author, "They say", "Mortimer has 15,529, they say.")
	}))
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.handsOver()
	s.way("HTML fragment")
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "1 thing stands against it. The entry tells figures of Hartlepool")
	for _, key := range []string{"n", "n", "a", "a", "c"} {
		s.Window.Say("")
		s.Types(key)
		s.Until("it is refused: "+key, func() bool { return strings.Contains(s.Told(), "which is not declared") })
		s.Settle()
		uitest.HasNot(t, "what is said", s.Told(), "The same key again")
	}
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 0)
	uitest.Equal(t, "the clipboard", clipboard(), "something else")
	s.Types("s")
	uitest.Equal(t, "a file's name is asked for", s.Above() != nil, false)
}

func TestAReadOnlyNightIsCopiedWithoutARecord(t *testing.T) {
	path := uitest.NightOf(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "Doors open", "The hall fills.") })
	other, err := night.Open(path, night.Options{})
	uitest.Must(t, err)
	defer other.Close()
	s := at(t, path)
	if s.Night.ReadOnly == "" {
		t.Fatal("a night held by another desk can be written")
	}
	s.handsOver()
	uitest.HasNot(t, "the screen", uitest.Words(s.handOver.root), "Take what is new")
	s.Types("n")
	s.Says("copy it (C) or save it (X)")
	s.Types("c")
	s.Until("it is copied", func() bool { return strings.Contains(s.Told(), "not recorded") })
	uitest.Has(t, "the clipboard", clipboard(), "The hall fills.")
	s.Types("l")
	s.Says("Only the desk that writes")
	s.Types("m")
	s.Says("can only be read")
}

func TestARehearsalSaysSoAndCountsForNothingReal(t *testing.T) {
	s := twoPosts(t)
	rehearse := func() {
		s.Chord(shell.Ctrl, fyne.Key0)
		s.Types("rehearsal")
		s.Keys(fyne.KeyReturn)
		s.Settle()
	}
	uitest.Equal(t, "badge", strings.Contains(uitest.Words(s.Head()), "REHEARSAL"), false)
	rehearse()
	uitest.Equal(t, "it is a rehearsal", s.Night.Details.Rehearsal && strings.Contains(uitest.Words(s.Head()), "REHEARSAL"), true)
	uitest.Has(t, "the head of the window", uitest.Words(s.Head()), "REHEARSAL")
	s.handsOver()
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "says TEST")
	s.way("HTML fragment")
	s.Types("a")
	uitest.Equal(t, "recorded as a rehearsal", s.taken(1).Rehearsal, true)
	uitest.Has(t, "the ledger", uitest.Words(s.handOver.root), "rehearsal, all")

	rehearse()
	uitest.Equal(t, "it is real", s.Night.Details.Rehearsal || strings.Contains(uitest.Words(s.Head()), "REHEARSAL"), false)
	s.looked()
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "everything, for the first time")
	s.Types("n")
	uitest.Equal(t, "recorded as real", s.taken(2).Rehearsal, false)
}

func TestTheLedgerGivesAgainWhatWasGiven(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.Types("n")
	s.taken(1)
	given := clipboard()
	s.publishes("Later.")
	s.looked()
	fyne.CurrentApp().Clipboard().SetContent("something else")
	s.Focus(s.handOver.ledger.list)
	s.Keys(fyne.KeyReturn)
	shown := uitest.Words(s.Above())
	for _, want := range []string{"Handed over ", "HTML fragment", "Doors open", "Boxes in", "Headline"} {
		uitest.Has(t, "the hand-over", shown, want)
	}
	s.Types("c")
	s.Until("it is copied again", func() bool { return strings.Contains(s.Told(), "Copied again") })
	uitest.Equal(t, "the clipboard", clipboard(), given)
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 1)
}

func TestResultsAreCopiedAndSavedAlone(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.handsOver()
	s.way("Results as CSV")
	uitest.HasNot(t, "the screen", uitest.Words(s.handOver.root), "Take what is new")
	s.Types("n")
	s.Says("no hand-over")
	s.Types("c")
	s.Until("it is copied", func() bool { return strings.Contains(clipboard(), "15529") })
	s.Types("x")
	path := filepath.Join(t.TempDir(), "out.csv")
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Types(path)
	s.Keys(fyne.KeyReturn)
	s.Until("the file", func() bool {
		data, err := os.ReadFile(path)
		return err == nil && strings.Contains(string(data), "Mortimer")
	})
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 0)
}

func TestThePreviewShowsWhatACMSKeeps(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "All at once", "A paragraph.\n\n> Quoted\n> — Somebody\n\n- one\n- two\n\n|A|B|\n|-|-|\n|x|12|")
	}))
	s.handsOver()
	s.way("HTML fragment")
	shown := uitest.Words(s.handOver.kept.list)
	for _, want := range []string{"Hartlepool by-election", "Candidate", "Jill Mortimer, Conservative, elected", "15,529"} {
		uitest.Has(t, "the preview", shown, want)
	}
	uitest.HasNot(t, "the preview, of which a paste drops the captions of tables", shown, "change in points")
	s.Types("a")
	s.taken(1)
	s.publishes("What comes after.")
	s.looked()
	uitest.Has(t, "the preview of what is new", uitest.Words(s.handOver.kept.list), "What comes after.")
	uitest.HasNot(t, "the preview of what is new", uitest.Words(s.handOver.kept.list), "A paragraph.")
	s.Types("v")
	s.looked()
	for range 80 {
		s.handOver.kept.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if strings.Contains(uitest.Words(s.handOver.kept.list), "A paragraph.") {
			return
		}
	}
	t.Error("the preview of all does not show the first entry")
}

func TestThePreviewSaysThatAPasteDropsDrawnCharts(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "Chart", "@chart Hartlepool | share") }))
	for _, drawn := range []bool{false, true} {
		y := way{profile: blog.Profile{Form: "fragment"}}
		if drawn {
			y.profile.Chart = blog.ChartAsSVG
		}
		d := demand{way: y, whole: true, name: "x"}
		taken, err := prepare(s.Night.Edition(), d, nil)
		uitest.Must(t, err)
		kept, err := keptBy(s.Night.Edition(), d, taken, nil)
		uitest.Must(t, err)
		uitest.Equal(t, "it is said", kept[0].kind == keptLost, drawn)
	}
}
