package ui

import (
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

// writes types a kicker and a text into the composer, as a reporter does.
func (s *screen) writes(kicker, text string) {
	s.t.Helper()
	s.Focus(s.composer.kicker)
	s.types(kicker)
	s.keys(fyne.KeyReturn)
	s.types(text)
}

// published waits until the file has so many entries and the desk is at rest.
func (s *screen) published(n int) []blog.Entry {
	s.t.Helper()
	s.settle()
	entries := s.entries()
	if len(entries) != n {
		s.t.Fatalf("%d entries in the file, want %d; the window says %q", len(entries), n, s.told())
	}
	return entries
}

func TestPublishingClearsTheComposerAndItsDrafts(t *testing.T) {
	s := at(t, nightOf(t, nil))
	equal(t, "focus at the start", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.writes("Polls close", "The doors of Mill House are shut.\n\nCounting begins.")
	s.until("the draft is in the file", func() bool {
		return strings.HasSuffix(s.draftsOf(composerGroup)["text"].Text, "Counting begins.")
	})
	equal(t, "kicker in the drafts", s.draftsOf(composerGroup)["kicker"].Text, "Polls close")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "kicker", e.Kicker, "Polls close")
	equal(t, "text", e.Text, "The doors of Mill House are shut.\n\nCounting begins.")
	equal(t, "key", e.Key, false)
	equal(t, "author", e.Authors[0], s.Night.Author)
	equal(t, "composer", s.composer.kicker.Text+s.composer.text.Text, "")
	equal(t, "drafts", len(s.draftsOf(composerGroup)), 0)
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	timeline := words(s.blog.root)
	has(t, "timeline", timeline, "POLLS CLOSE")
	has(t, "timeline", timeline, "The doors of Mill House are shut.")
	has(t, "timeline", timeline, "1 entry")
	has(t, "saved", s.Saved(), "Saved ")
}

func TestPublishingAsKeyMoment(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("The first boxes are in.")
	s.chord(shell.CtrlShift, fyne.KeyReturn)
	equal(t, "key", s.published(1)[0].Key, true)
	has(t, "timeline", words(s.blog.root), "key")
}

func TestPublishingNothingIsRefused(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("  ")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.says("There is nothing to publish yet")
	s.published(0)
}

// What is typed while an entry is on its way belongs to the next.
func TestTypingGoesOnWhilePublishing(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("One.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.types("Two")
	equal(t, "text of the first", s.published(1)[0].Text, "One.")
	equal(t, "composer", s.composer.text.Text, "Two")
	s.until("the second is in the drafts", func() bool { return s.draftsOf(composerGroup)["text"].Text == "Two" })
}

func TestPublishingPastAProofMarkTakesTwo(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("Jill Mortimer has won with a majority of 7,940.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(0)
	has(t, "marks", words(s.composer.marks), "6,940")
	has(t, "status", s.composer.status.Words(), "again publishes")
	s.types(" She spoke at 7am.") // other text is read again
	equal(t, "marks after typing", len(s.composer.marks.Objects), 0)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(0)
	has(t, "marks", words(s.composer.marks), "6,940")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	has(t, "text", s.published(1)[0].Text, "7,940")
	equal(t, "marks after publishing", len(s.composer.marks.Objects), 0)
}

func TestUnknownFiguresAreNeverPublished(t *testing.T) {
	for _, slot := range []string{"{Nobody.votes}", "{Con.votes}"} { // not there, and not public
		s := at(t, keyedNight(t))
		s.types("It is " + slot + " now.")
		for range 4 {
			s.chord(shell.Ctrl, fyne.KeyReturn)
			s.settle()
		}
		s.published(0)
		equal(t, "text", s.composer.text.Text, "It is "+slot+" now.")
		has(t, "status", s.composer.status.Words(), "cannot be published yet")
		if strings.TrimSpace(words(s.composer.marks)) == "" {
			t.Errorf("%s: nothing says why", slot)
		}
		hasNot(t, "marks", words(s.composer.marks), "15,529")
	}
}

func TestFailedPublishingKeepsTheText(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.writes("Polls close", "The doors are shut.")
	must(t, s.Night.File.Close())
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.settle()
	equal(t, "kicker", s.composer.kicker.Text, "Polls close")
	equal(t, "text", s.composer.text.Text, "The doors are shut.")
	equal(t, "message", s.tells(), true)
}

// While drafts cannot be written, the text can be saved elsewhere.
func TestTextThatCannotBeSavedIsSavedElsewhere(t *testing.T) {
	s := at(t, nightOf(t, nil))
	must(t, s.Night.File.Close())
	s.writes("Polls close", "The doors are shut.")
	s.until("the draft has failed", func() bool { return s.composer.status.Words() == "draft not saved" })
	s.says("is tried again")
	s.taps("Save it elsewhere…")
	path := filepath.Join(t.TempDir(), "kept.md")
	s.selectAll()
	s.types(path)
	s.keys(fyne.KeyReturn)
	s.until("the file is written", func() bool { _, err := os.Stat(path); return err == nil })
	kept, err := os.ReadFile(path)
	must(t, err)
	equal(t, "file", string(kept), "Polls close\n\nThe doors are shut.\n")
	equal(t, "text", s.composer.text.Text, "The doors are shut.")
}

func TestDraftOfAnEntryComesBackWithItsCaret(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.writes("Nearly", "The last box is here.")
	s.keys(fyne.KeyLeft, fyne.KeyLeft)
	s.types("!")
	want := s.composer.text.CursorTextOffset()
	s.until("the draft is in the file", func() bool { return strings.Contains(s.draftsOf(composerGroup)["text"].Text, "!") })
	s.end()
	s = at(t, path)
	equal(t, "kicker", s.composer.kicker.Text, "Nearly")
	equal(t, "text", s.composer.text.Text, "The last box is her!e.")
	equal(t, "caret", s.composer.text.CursorTextOffset(), want)
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.says("What was being written is back")
}

// twoEntries is a desk with two entries, the newest first in the timeline.
func twoEntries(t *testing.T) *screen {
	t.Helper()
	return at(t, nightOf(t, func(n *night.Night, author string) {
		post(t, n, author, "First", "The hall fills.")
		post(t, n, author, "Second", "The hall empties.")
	}))
}

func TestEditIsStamped(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyDown)
	s.keys(fyne.KeyReturn)
	equal(t, "text in the composer", s.composer.text.Text, "The hall fills.")
	equal(t, "kicker in the composer", s.composer.kicker.Text, "First")
	has(t, "hint", s.composer.hint.Words(), "Update")
	s.composer.text.SetCaret(len("The hall fills"))
	s.types(" up")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(2)[1]
	equal(t, "text", e.Text, "The hall fills up.")
	equal(t, "updated", e.Updated > e.Published, true)
	equal(t, "corrections", len(e.Corrections), 0)
	equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	has(t, "timeline", words(s.blog.root), "The hall fills up.")
	has(t, "timeline", words(s.blog.root), "updated ")
}

func TestMinorEditIsSilent(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("t")
	s.composer.text.SetCaret(0)
	s.keys(fyne.KeyDelete)
	s.types("S")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(2)[0]
	equal(t, "text", e.Text, "She hall empties.")
	equal(t, "updated", e.Updated, e.Published)
}

func TestCorrectionSaysWhatWasWrong(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.chord(shell.CtrlShift, fyne.KeyC)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.says("A correction says what was wrong")
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.note), true)
	equal(t, "corrections yet", len(s.published(2)[0].Corrections), 0)
	s.types("The hall was open all night.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(2)[0]
	if len(e.Corrections) != 1 || e.Corrections[0].Note != "The hall was open all night." {
		t.Errorf("corrections: %+v", e.Corrections)
	}
	has(t, "timeline", words(s.blog.root), "corrected ")
}

// A change under way is never replaced by another.
func TestChangeUnderWayIsNotLost(t *testing.T) {
	s := twoEntries(t)
	s.types("An entry of its own")
	s.chord(shell.Ctrl, fyne.KeyT)
	s.chord(shell.CtrlShift, fyne.KeyE)
	s.settle()
	equal(t, "held", len(s.blog.held), 1)
	s.types(" Slowly.")
	s.blog.list.Select(1)
	s.chord(shell.CtrlShift, fyne.KeyE)
	s.says("A change to an entry is in the composer")
	equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	s.blog.take(s.blog.held[0])
	s.says("A change to an entry is in the composer")
	equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")

	s.blog.list.Select(0)
	s.chord(shell.CtrlShift, fyne.KeyC) // the same entry in another way
	equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	equal(t, "kind", s.composer.kind, night.Correction)

	s.taps("Leave it")
	s.settle()
	equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	for i, want := range []string{"The hall empties.", "The hall fills."} {
		equal(t, "entry", s.published(2)[i].Text, want)
	}
}

func TestChangeUnderWayComesBack(t *testing.T) {
	s := twoEntries(t)
	path := s.Night.File.Path()
	s.chord(shell.Ctrl, fyne.KeyT)
	s.chord(shell.CtrlShift, fyne.KeyC)
	s.types(" Slowly.")
	s.until("the draft is in the file", func() bool { return s.draftsOf(composerGroup)["text"].Text != "" })
	editing := s.composer.editing
	s.end()
	s = at(t, path)
	equal(t, "text", s.composer.text.Text, "The hall empties. Slowly.")
	equal(t, "entry", s.composer.editing, editing)
	equal(t, "kind", s.composer.kind, night.Correction)
	s.Focus(s.composer.note)
	s.types("It was early.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	equal(t, "text", s.published(2)[0].Text, "The hall empties. Slowly.")
}

func TestHoldAndTakeUp(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.writes("Later", "When she has spoken.")
	s.keys(fyne.KeyLeft)
	s.chord(shell.Ctrl, fyne.KeyH)
	s.settle()
	equal(t, "composer", s.composer.kicker.Text+s.composer.text.Text, "")
	equal(t, "drafts of the composer", len(s.draftsOf(composerGroup)), 0)
	s.taps("Held 1")
	has(t, "held", words(s.blog.list), "When she has spoken.")

	// What is being written meanwhile is held in its turn.
	s.Focus(s.composer.text)
	s.types("Something else")
	s.Focus(s.blog.list)
	s.types("e")
	s.settle()
	equal(t, "kicker", s.composer.kicker.Text, "Later")
	equal(t, "text", s.composer.text.Text, "When she has spoken.")
	equal(t, "caret", s.composer.text.CursorTextOffset(), len("When she has spoken"))
	equal(t, "held", len(s.blog.held), 2)

	// Taking it up again while it is in hand keeps what was typed since.
	s.types(" at last")
	for _, h := range s.blog.held {
		if h.kicker == "Later" {
			s.blog.take(h)
		}
	}
	s.settle()
	equal(t, "text", s.composer.text.Text, "When she has spoken at last.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	equal(t, "published", s.published(1)[0].Text, "When she has spoken at last.")
	s.until("one is held", func() bool { return len(s.blog.held) == 1 })
	equal(t, "the one held", s.blog.held[0].text, "Something else")

	s.taps("Held 1")
	s.Focus(s.blog.list)
	s.types("w")
	s.until("none is held", func() bool { return len(s.blog.held) == 0 })
}

// What is held reads as it would be published now, and follows what becomes
// public; taken up again it is as it was typed.
func TestWhatIsHeldShowsItsFigures(t *testing.T) {
	s := at(t, nightOf(t, nil))
	const typed = "The majority is {majority}."
	s.writes("Later", typed)
	s.chord(shell.Ctrl, fyne.KeyH)
	s.settle()
	s.chord(shell.Ctrl, fyne.KeyComma)
	has(t, "the filters", words(s.above()), "1 draft")
	s.types("held")
	s.keys(fyne.KeyReturn)
	has(t, "under embargo", words(s.blog.list), "{majority}")
	author, c := s.Night.Author, s.Night.Contests[0]
	s.Night.Act(func(n *night.Night) error {
		for i, k := range hartlepool(t).Candidates {
			if err := n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes); err != nil {
				return err
			}
		}
		return n.Declare(author, c.ID)
	}, func(err error) { must(t, err) })
	s.settle()
	equal(t, "state", s.inNight().State, election.Declared)
	has(t, "declared", words(s.blog.list), "The majority is 6,940.")
	s.Focus(s.blog.list)
	s.keys(fyne.KeyDown)
	s.types("e")
	s.settle()
	equal(t, "taken up", s.composer.text.Text, typed)
}

func TestTabLeavesTheTextForTheTimeline(t *testing.T) {
	s := twoEntries(t)
	s.types("word")
	s.keys(fyne.KeyTab)
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	equal(t, "text", s.composer.text.Text, "word")
	s.Focus(s.composer.text)
	s.composer.text.SetCaret(0)
	s.keys(fyne.KeyUp)
	equal(t, "focus above the first line", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.kicker), true)
}

func TestSlashPutsInABlock(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("1/2 is no command.\n/")
	if s.above() == nil {
		t.Fatal("a slash at the start of a line opens nothing")
	}
	s.types("result")
	s.keys(fyne.KeyReturn)
	equal(t, "text", s.composer.text.Text, "1/2 is no command.\n@result Hartlepool\n")
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.types("/majority.share")
	s.keys(fyne.KeyReturn)
	has(t, "text", s.composer.text.Text, "@result Hartlepool\n{majority.share}")
}

func TestAQuoteIsTypedWhereItsWordsGo(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("She said:\n/")
	s.types("quote")
	s.keys(fyne.KeyReturn)
	s.types("You count in fives.")
	s.keys(fyne.KeyDown, fyne.KeyEnd)
	s.types("A teller")
	equal(t, "text", s.composer.text.Text, "She said:\n> You count in fives.\n> — A teller")
}

func TestWordsAreCounted(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "One – two, *three*": 3, "A majority of {majority}.": 4, "It’s 6,940.\n\n1. First": 4,
		"> Five words in all, so\n> — A teller":                                                             7,
		"@picture 0123456789ab | A caption | Ann Reed | Tables\nAnd four words more.\n@result Hartlepool\n": 4,
	} {
		equal(t, text, wordCount(text), want)
	}
	s := at(t, nightOf(t, nil))
	s.types("Polls – close")
	has(t, "foot", s.composer.hint.Words(), "2 words")
}

// What F7 finds is no word on how the draft stands.
func TestTheDraftSaysThatItIsSavedWhileMarksStand(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("A swing of 23 per cent. Gill Mortimer smiled.")
	s.keys(fyne.KeyF7, fyne.KeyF7)
	equal(t, "marks", len(s.composer.marked), 1)
	s.until("the draft is saved", func() bool { return strings.HasPrefix(s.composer.status.Words(), "draft saved") })
}

func TestUndoSaysWhatItTookBack(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("Too early.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	s.says("Undone: an entry published.")
	hasNot(t, "timeline", words(s.blog.list), "Too early.")
}
