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
	"nightdesk/ui/uitest"
)

// savesTo answers the sheet that asks for a file.
func (s *screen) savesTo(path string) {
	s.t.Helper()
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Types(path)
	s.Keys(fyne.KeyReturn)
}

// What is recorded clears the bar at the foot, and where the file went was
// said before that.
func TestAHandOverSavedAsAFileSaysWhere(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	path := filepath.Join(t.TempDir(), "blog.html")
	s.Types("s")
	s.savesTo(path)
	s.taken(1)
	s.Says(path)
	s.Says("Handed over: 2 entries")
}

func TestAFileIsReplacedOnlyWhenAsked(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	path := filepath.Join(t.TempDir(), "blog.html")
	uitest.Must(t, os.WriteFile(path, []byte("somebody else’s"), 0o600))
	s.Types("s")
	s.savesTo(path)
	s.Until("it is asked", func() bool { return s.Above() != nil && strings.Contains(uitest.Words(s.Above()), "Replace") })
	uitest.Has(t, "the question", uitest.Words(s.Above()), "blog.html")
	s.Keys(fyne.KeyEscape)
	s.Settle()
	data, err := os.ReadFile(path)
	uitest.Must(t, err)
	uitest.Equal(t, "the file", string(data), "somebody else’s")
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 0)
	s.Types("s")
	s.savesTo(path)
	s.Until("it is asked", func() bool { return s.Above() != nil && strings.Contains(uitest.Words(s.Above()), "Replace") })
	s.Keys(fyne.KeyReturn)
	s.taken(1)
	data, err = os.ReadFile(path)
	uitest.Must(t, err)
	uitest.Has(t, "the file", string(data), "The hall fills.")
}

// The ledger counts as the rows above it count.
func TestTheLedgerCountsWhatTheScreenCounts(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.Types("n")
	s.taken(1)
	shown := uitest.Words(s.handOver.root)
	uitest.HasNot(t, "the screen", shown, "items")
	for _, want := range []string{"by Ada Reporter: all, 2 entries, 1 result, the head.", "\n2 entries\n"} {
		uitest.Has(t, "the screen", shown, want)
	}
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	s.Types("n")
	s.taken(2)
	uitest.Has(t, "the ledger", uitest.Words(s.handOver.ledger.list), "1 KILL")
}

// A hand-over in the ledger is named by what its entries say, and nothing by
// its kind twice.
func TestAHandOverIsReadWithoutSayingItTwice(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "", "The hall fills, and nobody says by how much.")
	}))
	s.handsOver()
	s.way("HTML fragment")
	s.Types("n")
	s.taken(1)
	s.Focus(s.handOver.ledger.list)
	s.Keys(fyne.KeyReturn)
	shown := uitest.Words(s.Above())
	uitest.Has(t, "the entry without a kicker", shown, "The hall fills")
	uitest.HasNot(t, "the hand-over", shown, "headline")
	uitest.Has(t, "the hand-over", shown, "Headline")
}

// The keys stay on the hand-over they were on when another comes above it.
func TestTheLedgerKeepsItsLine(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Markdown")
	s.Types("n")
	s.taken(1)
	l := s.handOver.ledger
	s.Focus(l.list)
	s.Focus(s.handOver.list)
	s.way("Wire text")
	s.Types("n")
	s.taken(2)
	s.Focus(l.list)
	uitest.Equal(t, "the line at hand", l.nameOf(l.lines[l.list.Selection()]), "Markdown")
}

// Tab passes by a ledger in which nothing stands: the keys would be nowhere to
// be seen.
func TestAnEmptyLedgerIsPassedBy(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.Focus(s.handOver.list)
	s.Keys(fyne.KeyTab)
	if at := s.Win.Canvas().Focused(); at == fyne.Focusable(s.handOver.ledger.list) {
		t.Error("the keys are in an empty ledger")
	}
}

// A page is always whole, so that nothing in it replaces anything.
func TestAPageThatChangedSinceSaysSo(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Page")
	s.Types("a")
	s.taken(1)
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	shown := uitest.Words(s.handOver.list)
	uitest.Has(t, "the list", shown, "changed since")
	uitest.HasNot(t, "the list", shown, "KILL")
}

// What stands over a row is no part of it: the frame of the row at hand does
// not go around it.
func TestTheResultsHaveAHeadOfTheirOwn(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("Results as CSV")
	frame := float32(0)
	uitest.See(s.handOver.list, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Box); ok {
			frame = b.Size().Height
		}
	})
	uitest.Equal(t, "height of the frame", frame, wayHeight)
	uitest.Has(t, "the list", uitest.Words(s.handOver.list), "The results alone")
	s.Keys(fyne.KeyUp)
	s.looked()
	uitest.Equal(t, "the way over it", s.handOver.way().profile.Name, "Page")
	s.Keys(fyne.KeyDown)
	s.looked()
	uitest.Equal(t, "the way under it", s.handOver.way().profile.Name, "Results as CSV")
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
		s.Types(x.key)
		s.looked()
		s.Says(x.says)
	}
}

func TestTheResultsAloneAreNotCalledAHandOver(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.handsOver()
	s.way("Results as CSV")
	shown := uitest.Words(s.handOver.root)
	uitest.HasNot(t, "the screen", shown, "What is handed over")
	uitest.Has(t, "the screen", shown, "What the file says")
}

// The desk that writes the night may keep a folder of which this one knows
// nothing.
func TestAReadOnlyNightSaysNothingOfALiveFolder(t *testing.T) {
	path := uitest.NightOf(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "Doors open", "The hall fills.") })
	other, err := night.Open(path, night.Options{})
	uitest.Must(t, err)
	defer other.Close()
	s := at(t, path)
	s.handsOver()
	uitest.HasNot(t, "the screen", uitest.Words(s.handOver.root), s.handOver.parts.live.Words())
}

// Lines that are strong as a whole mark what is new, and stand out in the
// preview as they will in the CMS; the link past the head is seen by nobody.
func TestThePreviewIsOfWhatIsSeen(t *testing.T) {
	page := `<body><a class="skip" href="#updates">Skip to the updates</a><p>Seen.</p>
		<p><strong>KILL e-1</strong></p><p><strong>Half</strong> of it</p></body>`
	blocks, err := keptOf("page", []byte(page))
	uitest.Must(t, err)
	var got []string
	for _, b := range blocks {
		words := b.words
		if b.strong {
			words = "*" + words
		}
		got = append(got, words)
	}
	uitest.Equal(t, "the preview", strings.Join(got, "|"), "Seen.|*KILL e-1|Half of it")
}

func TestAProfileIsAcceptedByTheKeyThatAcceptsSheets(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.Types("m")
	s.Types("The Mail")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Until("the profile", func() bool { return len(s.Night.Profiles) == 1 })
	uitest.Equal(t, "the sheet", s.Above(), nil)
	uitest.Equal(t, "the profile", s.Night.Profiles[0], blog.Profile{ID: s.Night.Profiles[0].ID, Name: "The Mail", Form: "wordpress"})
}

// What was said against one way is not left standing beside another.
func TestWhatIsSaidAgainstAWayGoesWithIt(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "Link", "So it went.\n\n@chart Nowhere | share")
	}))
	s.handsOver()
	s.way("WordPress")
	s.Types("n")
	s.Until("it is said", func() bool {
		return s.Tells() && strings.Contains(s.Told(), "The same key again")
	})
	s.Keys(fyne.KeyDown)
	s.looked()
	uitest.Equal(t, "the words are there", s.Tells(), false)
	s.Keys(fyne.KeyUp)
	s.looked()
	s.Types("n")
	s.Until("it is said again", func() bool { return s.Tells() })
	uitest.Equal(t, "hand-overs", len(s.Night.Handed), 0)
}

// A producer whose Caps Lock is on hands over all the same.
func TestTheKeysOfTheHandOverScreenAreTakenInCapitals(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.Types("N")
	s.taken(1)
	s.Focus(s.handOver.ledger.list)
	s.Keys(fyne.KeyReturn)
	s.Types("C")
	s.Until("it is copied again", func() bool { return strings.Contains(s.Told(), "Copied again") })
}

// A narrow window shows the screen without cutting what is taken, or by whom.
func TestTheHandOverScreenIsWholeInANarrowWindow(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(uitest.DeclaredNight(t, func(n *night.Night, author string) {
		e := uitest.Post(t, n, author, "Doors open", "The hall fills.")
		uitest.Post(t, n, author, "Boxes in", "The first boxes are here.")
		e.Text = "The hall is full."
		_, err := n.Edit(author, e, night.Correction, "It was full.")
		uitest.Must(t, err)
	}))
	s.handsOver()
	s.way("HTML fragment")
	s.Types("n")
	s.taken(1)
	s.does(func(n *night.Night, author string) error {
		return n.Withdraw(author, s.Night.Entries[0].ID, "wrong hall")
	})
	s.publishes("Later.")
	s.looked()
	s.Types("n")
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
	uitest.Must(t, err)
	var got []string
	for _, b := range blocks {
		got = append(got, b.words)
	}
	uitest.Equal(t, "the preview", strings.Join(got, "|"), "4. the boxes|5. the post|1. alone")
}
