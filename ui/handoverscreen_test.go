package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// savesTo answers the sheet that asks for a file.
func (s *screen) savesTo(path string) {
	s.t.Helper()
	s.until("the sheet is open", func() bool { return s.above() != nil })
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.types(path)
	s.keys(fyne.KeyReturn)
}

// What is recorded clears the bar at the foot, and where the file went was
// said before that.
func TestAHandOverSavedAsAFileSaysWhere(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	path := filepath.Join(t.TempDir(), "blog.html")
	s.types("s")
	s.savesTo(path)
	s.taken(1)
	s.says(path)
	s.says("Handed over: 2 entries")
}

func TestAFileIsReplacedOnlyWhenAsked(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	path := filepath.Join(t.TempDir(), "blog.html")
	must(t, os.WriteFile(path, []byte("somebody else’s"), 0o600))
	s.types("s")
	s.savesTo(path)
	s.until("it is asked", func() bool { return s.above() != nil && strings.Contains(words(s.above()), "Replace") })
	has(t, "the question", words(s.above()), "blog.html")
	s.keys(fyne.KeyEscape)
	s.settle()
	data, err := os.ReadFile(path)
	must(t, err)
	equal(t, "the file", string(data), "somebody else’s")
	equal(t, "hand-overs", len(s.Night.Handed), 0)
	s.types("s")
	s.savesTo(path)
	s.until("it is asked", func() bool { return s.above() != nil && strings.Contains(words(s.above()), "Replace") })
	s.keys(fyne.KeyReturn)
	s.taken(1)
	data, err = os.ReadFile(path)
	must(t, err)
	has(t, "the file", string(data), "The hall fills.")
}

// The ledger counts as the rows above it count.
func TestTheLedgerCountsWhatTheScreenCounts(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.types("n")
	s.taken(1)
	shown := words(s.handOver.root)
	hasNot(t, "the screen", shown, "items")
	for _, want := range []string{"by Ada Reporter: all, 2 entries, 1 result, the head.", "\n2 entries\n"} {
		has(t, "the screen", shown, want)
	}
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	s.types("n")
	s.taken(2)
	has(t, "the ledger", words(s.handOver.ledger.list), "1 KILL")
}

// A hand-over in the ledger is named by what its entries say, and nothing by
// its kind twice.
func TestAHandOverIsReadWithoutSayingItTwice(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "", "The hall fills, and nobody says by how much.")
	}))
	s.handsOver()
	s.way("HTML fragment")
	s.types("n")
	s.taken(1)
	s.Focus(s.handOver.ledger.list)
	s.keys(fyne.KeyReturn)
	shown := words(s.above())
	has(t, "the entry without a kicker", shown, "The hall fills")
	hasNot(t, "the hand-over", shown, "headline")
	has(t, "the hand-over", shown, "Headline")
}

// The keys stay on the hand-over they were on when another comes above it.
func TestTheLedgerKeepsItsLine(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Markdown")
	s.types("n")
	s.taken(1)
	l := s.handOver.ledger
	s.Focus(l.list)
	s.Focus(s.handOver.list)
	s.way("Wire text")
	s.types("n")
	s.taken(2)
	s.Focus(l.list)
	equal(t, "the line at hand", l.nameOf(l.lines[l.list.Selection()]), "Markdown")
}

// Tab passes by a ledger in which nothing stands: the keys would be nowhere to
// be seen.
func TestAnEmptyLedgerIsPassedBy(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.Focus(s.handOver.list)
	s.keys(fyne.KeyTab)
	if at := s.Win.Canvas().Focused(); at == fyne.Focusable(s.handOver.ledger.list) {
		t.Error("the keys are in an empty ledger")
	}
}

// A page is always whole, so that nothing in it replaces anything.
func TestAPageThatChangedSinceSaysSo(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Page")
	s.types("a")
	s.taken(1)
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	shown := words(s.handOver.list)
	has(t, "the list", shown, "changed since")
	hasNot(t, "the list", shown, "KILL")
}

// What stands over a row is no part of it: the frame of the row at hand does
// not go around it.
func TestTheResultsHaveAHeadOfTheirOwn(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Results as CSV")
	frame := float32(0)
	see(s.handOver.list, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Box); ok {
			frame = b.Size().Height
		}
	})
	equal(t, "height of the frame", frame, wayHeight)
	has(t, "the list", words(s.handOver.list), "The results alone")
	s.keys(fyne.KeyUp)
	s.looked()
	equal(t, "the way over it", s.handOver.way().profile.Name, "Page")
	s.keys(fyne.KeyDown)
	s.looked()
	equal(t, "the way under it", s.handOver.way().profile.Name, "Results as CSV")
}

// A key that cannot do anything says why.
func TestEveryKeyOfTheHandOverScreenAnswers(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	for _, x := range []struct{ way, key, says string }{
		{"WordPress", "p", "browser"},
		{"WordPress", "v", "Nothing is new"},
		{"Results as CSV", "e", "no profile"},
		{"Results as CSV", "v", "always all"},
		{"Results as CSV", "p", "browser"},
	} {
		s.way(x.way)
		s.Hush()
		s.types(x.key)
		s.looked()
		s.says(x.says)
	}
}

func TestTheResultsAloneAreNotCalledAHandOver(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.handsOver()
	s.way("Results as CSV")
	shown := words(s.handOver.root)
	hasNot(t, "the screen", shown, "What is handed over")
	has(t, "the screen", shown, "What the file says")
}

// The desk that writes the night may keep a folder of which this one knows
// nothing.
func TestAReadOnlyNightSaysNothingOfALiveFolder(t *testing.T) {
	path := nightOf(t, func(n *night.Night, author string) { post(t, n, author, "Doors open", "The hall fills.") })
	other, err := night.Open(path, night.Options{})
	must(t, err)
	defer other.Close()
	s := at(t, path)
	s.handsOver()
	hasNot(t, "the screen", words(s.handOver.root), s.handOver.parts.live.Words())
}

// Lines that are strong as a whole mark what is new, and stand out in the
// preview as they will in the CMS; the link past the head is seen by nobody.
func TestThePreviewIsOfWhatIsSeen(t *testing.T) {
	page := `<body><a class="skip" href="#updates">Skip to the updates</a><p>Seen.</p>
		<p><strong>KILL e-1</strong></p><p><strong>Half</strong> of it</p></body>`
	blocks, err := keptOf("page", []byte(page))
	must(t, err)
	var got []string
	for _, b := range blocks {
		words := b.words
		if b.strong {
			words = "*" + words
		}
		got = append(got, words)
	}
	equal(t, "the preview", strings.Join(got, "|"), "Seen.|*KILL e-1|Half of it")
}

func TestAProfileIsAcceptedByTheKeyThatAcceptsSheets(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.types("m")
	s.types("The Mail")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.until("the profile", func() bool { return len(s.Night.Profiles) == 1 })
	equal(t, "the sheet", s.above(), nil)
	equal(t, "the profile", s.Night.Profiles[0], blog.Profile{ID: s.Night.Profiles[0].ID, Name: "The Mail", Form: "wordpress"})
}

// What was said against one way is not left standing beside another.
func TestWhatIsSaidAgainstAWayGoesWithIt(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "Link", "So it went.\n\n@chart Nowhere | share")
	}))
	s.handsOver()
	s.way("WordPress")
	s.types("n")
	s.until("it is said", func() bool {
		return s.tells() && strings.Contains(s.told(), "The same key again")
	})
	s.keys(fyne.KeyDown)
	s.looked()
	equal(t, "the words are there", s.tells(), false)
	s.keys(fyne.KeyUp)
	s.looked()
	s.types("n")
	s.until("it is said again", func() bool { return s.tells() })
	equal(t, "hand-overs", len(s.Night.Handed), 0)
}

// A producer whose Caps Lock is on hands over all the same.
func TestTheKeysOfTheHandOverScreenAreTakenInCapitals(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.types("N")
	s.taken(1)
	s.Focus(s.handOver.ledger.list)
	s.keys(fyne.KeyReturn)
	s.types("C")
	s.until("it is copied again", func() bool { return strings.Contains(s.told(), "Copied again") })
}

// A narrow window shows the screen without cutting what is taken, or by whom.
func TestTheHandOverScreenIsWholeInANarrowWindow(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(declaredNight(t, func(n *night.Night, author string) {
		e := post(t, n, author, "Doors open", "The hall fills.")
		post(t, n, author, "Boxes in", "The first boxes are here.")
		e.Text = "The hall is full."
		_, err := n.Edit(author, e, night.Correction, "It was full.")
		must(t, err)
	}))
	s.handsOver()
	s.way("HTML fragment")
	s.types("n")
	s.taken(1)
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	s.publishes("Later.")
	s.looked()
	s.types("n")
	s.taken(2)
	for _, y := range s.handOver.ways {
		s.way(y.profile.Name)
		p := s.handOver.parts
		for _, part := range []fyne.CanvasObject{s.handOver.list, s.handOver.ledger.list, p.news.box, p.whole.box, p.copy.box, p.title, p.last} {
			for _, words := range cutIn(part) {
				t.Errorf("%s: %q is cut", y.profile.Name, words)
			}
		}
	}
}

func TestThePreviewNumbersAListAsItBegins(t *testing.T) {
	blocks, err := keptOf("fragment", []byte(`<ol start="4"><li>the boxes</li><li>the post</li></ol><ol><li>alone</li></ol>`))
	must(t, err)
	var got []string
	for _, b := range blocks {
		got = append(got, b.words)
	}
	equal(t, "the preview", strings.Join(got, "|"), "4. the boxes|5. the post|1. alone")
}
