package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// writes types a kicker and a text into the composer, as a reporter does.
func (s *screen) writes(kicker, text string) {
	s.t.Helper()
	s.Focus(s.composer.kicker)
	s.Types(kicker)
	s.Keys(fyne.KeyReturn)
	s.Types(text)
}

func TestPublishingClearsTheComposerAndItsDrafts(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	uitest.Equal(t, "focus at the start", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.writes("Polls close", "The doors of Mill House are shut.\n\nCounting begins.")
	s.Until("the draft is in the file", func() bool {
		return strings.HasSuffix(s.DraftsOf(composerGroup)["text"].Text, "Counting begins.")
	})
	uitest.Equal(t, "kicker in the drafts", s.DraftsOf(composerGroup)["kicker"].Text, "Polls close")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "kicker", e.Kicker, "Polls close")
	uitest.Equal(t, "text", e.Text, "The doors of Mill House are shut.\n\nCounting begins.")
	uitest.Equal(t, "key", e.Key, false)
	uitest.Equal(t, "author", e.Authors[0], s.Night.Author)
	uitest.Equal(t, "composer", s.composer.kicker.Text+s.composer.text.Text, "")
	uitest.Equal(t, "drafts", len(s.DraftsOf(composerGroup)), 0)
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	timeline := uitest.Words(s.blog.root)
	uitest.Has(t, "timeline", timeline, "POLLS CLOSE")
	uitest.Has(t, "timeline", timeline, "The doors of Mill House are shut.")
	uitest.Has(t, "timeline", timeline, "1 entry")
	uitest.Has(t, "saved", s.Saved(), "Saved ")
}

func TestPublishingAsKeyMoment(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("The first boxes are in.")
	s.Chord(shell.CtrlShift, fyne.KeyReturn)
	uitest.Equal(t, "key", s.Published(1)[0].Key, true)
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "key")
}

func TestPublishingNothingIsRefused(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("  ")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Says("There is nothing to publish yet")
	s.Published(0)
}

// What is typed while an entry is on its way belongs to the next.
func TestTypingGoesOnWhilePublishing(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("One.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Types("Two")
	uitest.Equal(t, "text of the first", s.Published(1)[0].Text, "One.")
	uitest.Equal(t, "composer", s.composer.text.Text, "Two")
	s.Until("the second is in the drafts", func() bool { return s.DraftsOf(composerGroup)["text"].Text == "Two" })
}

func TestPublishingPastAProofMarkTakesTwo(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("Jill Mortimer has won with a majority of 7,940.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(0)
	uitest.Has(t, "marks", uitest.Words(s.composer.marks), "6,940")
	uitest.Has(t, "status", s.composer.status.Words(), "again publishes")
	s.Types(" She spoke at 7am.") // other text is read again
	uitest.Equal(t, "marks after typing", len(s.composer.marks.Objects), 0)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(0)
	uitest.Has(t, "marks", uitest.Words(s.composer.marks), "6,940")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Has(t, "text", s.Published(1)[0].Text, "7,940")
	uitest.Equal(t, "marks after publishing", len(s.composer.marks.Objects), 0)
}

func TestUnknownFiguresAreNeverPublished(t *testing.T) {
	for _, slot := range []string{"{Nobody.votes}", "{Con.votes}"} { // not there, and not public
		s := at(t, uitest.KeyedNight(t))
		s.Types("It is " + slot + " now.")
		for range 4 {
			s.Chord(shell.Ctrl, fyne.KeyReturn)
			s.Settle()
		}
		s.Published(0)
		uitest.Equal(t, "text", s.composer.text.Text, "It is "+slot+" now.")
		uitest.Has(t, "status", s.composer.status.Words(), "cannot be published yet")
		if strings.TrimSpace(uitest.Words(s.composer.marks)) == "" {
			t.Errorf("%s: nothing says why", slot)
		}
		uitest.HasNot(t, "marks", uitest.Words(s.composer.marks), "15,529")
	}
}

func TestFailedPublishingKeepsTheText(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.writes("Polls close", "The doors are shut.")
	uitest.Must(t, s.Night.File.Close())
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Until("the act has failed", func() bool { return s.Saved() == "Not saved" })
	s.Settle()
	uitest.Equal(t, "kicker", s.composer.kicker.Text, "Polls close")
	uitest.Equal(t, "text", s.composer.text.Text, "The doors are shut.")
	uitest.Equal(t, "message", s.Tells(), true)
}

// While drafts cannot be written, the text can be saved elsewhere.
func TestTextThatCannotBeSavedIsSavedElsewhere(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	uitest.Must(t, s.Night.File.Close())
	s.writes("Polls close", "The doors are shut.")
	s.Until("the draft has failed", func() bool { return s.composer.status.Words() == "draft not saved" })
	s.Says("is tried again")
	s.Taps("Save it elsewhere…")
	path := filepath.Join(t.TempDir(), "kept.md")
	s.SelectAll()
	s.Types(path)
	s.Keys(fyne.KeyReturn)
	s.Until("the file is written", func() bool { _, err := os.Stat(path); return err == nil })
	kept, err := os.ReadFile(path)
	uitest.Must(t, err)
	uitest.Equal(t, "file", string(kept), "Polls close\n\nThe doors are shut.\n")
	uitest.Equal(t, "text", s.composer.text.Text, "The doors are shut.")
}

func TestDraftOfAnEntryComesBackWithItsCaret(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.writes("Nearly", "The last box is here.")
	s.Keys(fyne.KeyLeft, fyne.KeyLeft)
	s.Types("!")
	want := s.composer.text.CursorTextOffset()
	s.Until("the draft is in the file", func() bool { return strings.Contains(s.DraftsOf(composerGroup)["text"].Text, "!") })
	s.end()
	s = at(t, path)
	uitest.Equal(t, "kicker", s.composer.kicker.Text, "Nearly")
	uitest.Equal(t, "text", s.composer.text.Text, "The last box is her!e.")
	uitest.Equal(t, "caret", s.composer.text.CursorTextOffset(), want)
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.Says("What was being written is back")
}

// twoEntries is a desk with two entries, the newest first in the timeline.
func twoEntries(t *testing.T) *screen {
	t.Helper()
	return at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "First", "The hall fills.")
		uitest.Post(t, n, author, "Second", "The hall empties.")
	}))
}

func TestEditIsStamped(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyDown)
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "text in the composer", s.composer.text.Text, "The hall fills.")
	uitest.Equal(t, "kicker in the composer", s.composer.kicker.Text, "First")
	uitest.Has(t, "hint", s.composer.hint.Words(), "Update")
	s.composer.text.SetCaret(len("The hall fills"))
	s.Types(" up")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(2)[1]
	uitest.Equal(t, "text", e.Text, "The hall fills up.")
	uitest.Equal(t, "updated", e.Updated > e.Published, true)
	uitest.Equal(t, "corrections", len(e.Corrections), 0)
	uitest.Equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "The hall fills up.")
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "updated ")
}

func TestMinorEditIsSilent(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("t")
	s.composer.text.SetCaret(0)
	s.Keys(fyne.KeyDelete)
	s.Types("S")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(2)[0]
	uitest.Equal(t, "text", e.Text, "She hall empties.")
	uitest.Equal(t, "updated", e.Updated, e.Published)
}

func TestCorrectionSaysWhatWasWrong(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Chord(shell.CtrlShift, fyne.KeyC)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Says("A correction says what was wrong")
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.note), true)
	uitest.Equal(t, "corrections yet", len(s.Published(2)[0].Corrections), 0)
	s.Types("The hall was open all night.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(2)[0]
	if len(e.Corrections) != 1 || e.Corrections[0].Note != "The hall was open all night." {
		t.Errorf("corrections: %+v", e.Corrections)
	}
	uitest.Has(t, "timeline", uitest.Words(s.blog.root), "corrected ")
}

// A change under way is never replaced by another.
func TestChangeUnderWayIsNotLost(t *testing.T) {
	s := twoEntries(t)
	s.Types("An entry of its own")
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Chord(shell.CtrlShift, fyne.KeyE)
	s.Settle()
	uitest.Equal(t, "held", len(s.blog.held), 1)
	s.Types(" Slowly.")
	s.blog.list.Select(1)
	s.Chord(shell.CtrlShift, fyne.KeyE)
	s.Says("A change to an entry is in the composer")
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	s.blog.take(s.blog.held[0])
	s.Says("A change to an entry is in the composer")
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")

	s.blog.list.Select(0)
	s.Chord(shell.CtrlShift, fyne.KeyC) // the same entry in another way
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
	uitest.Equal(t, "kind", s.composer.kind, night.Correction)

	s.Taps("Leave it")
	s.Settle()
	uitest.Equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
	for i, want := range []string{"The hall empties.", "The hall fills."} {
		uitest.Equal(t, "entry", s.Published(2)[i].Text, want)
	}
}

func TestChangeUnderWayComesBack(t *testing.T) {
	s := twoEntries(t)
	path := s.Night.File.Path()
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Chord(shell.CtrlShift, fyne.KeyC)
	s.Types(" Slowly.")
	s.Until("the draft is in the file", func() bool { return s.DraftsOf(composerGroup)["text"].Text != "" })
	editing := s.composer.editing
	s.end()
	s = at(t, path)
	uitest.Equal(t, "text", s.composer.text.Text, "The hall empties. Slowly.")
	uitest.Equal(t, "entry", s.composer.editing, editing)
	uitest.Equal(t, "kind", s.composer.kind, night.Correction)
	s.Focus(s.composer.note)
	s.Types("It was early.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Equal(t, "text", s.Published(2)[0].Text, "The hall empties. Slowly.")
}

func TestHoldAndTakeUp(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.writes("Later", "When she has spoken.")
	s.Keys(fyne.KeyLeft)
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.Settle()
	uitest.Equal(t, "composer", s.composer.kicker.Text+s.composer.text.Text, "")
	uitest.Equal(t, "drafts of the composer", len(s.DraftsOf(composerGroup)), 0)
	s.Taps("Held 1")
	uitest.Has(t, "held", uitest.Words(s.blog.list), "When she has spoken.")

	// What is being written meanwhile is held in its turn.
	s.Focus(s.composer.text)
	s.Types("Something else")
	s.Focus(s.blog.list)
	s.Types("e")
	s.Settle()
	uitest.Equal(t, "kicker", s.composer.kicker.Text, "Later")
	uitest.Equal(t, "text", s.composer.text.Text, "When she has spoken.")
	uitest.Equal(t, "caret", s.composer.text.CursorTextOffset(), len("When she has spoken"))
	uitest.Equal(t, "held", len(s.blog.held), 2)

	// Taking it up again while it is in hand keeps what was typed since.
	s.Types(" at last")
	for _, h := range s.blog.held {
		if h.kicker == "Later" {
			s.blog.take(h)
		}
	}
	s.Settle()
	uitest.Equal(t, "text", s.composer.text.Text, "When she has spoken at last.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Equal(t, "published", s.Published(1)[0].Text, "When she has spoken at last.")
	s.Until("one is held", func() bool { return len(s.blog.held) == 1 })
	uitest.Equal(t, "the one held", s.blog.held[0].text, "Something else")

	s.Taps("Held 1")
	s.Focus(s.blog.list)
	s.Types("w")
	s.Until("none is held", func() bool { return len(s.blog.held) == 0 })
}

// What is held reads as it would be published now, and follows what becomes
// public; taken up again it is as it was typed.
func TestWhatIsHeldShowsItsFigures(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	const typed = "The majority is {majority}."
	s.writes("Later", typed)
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.Settle()
	s.Chord(shell.Ctrl, fyne.KeyComma)
	uitest.Has(t, "the filters", uitest.Words(s.Above()), "1 draft")
	s.Types("held")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "under embargo", uitest.Words(s.blog.list), "{majority}")
	author, c := s.Night.Author, s.Night.Contests[0]
	s.Night.Act(func(n *night.Night) error {
		for i, k := range uitest.Hartlepool(t).Candidates {
			if err := n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes); err != nil {
				return err
			}
		}
		return n.Declare(author, c.ID)
	}, func(err error) { uitest.Must(t, err) })
	s.Settle()
	uitest.Equal(t, "state", s.InNight().State, election.Declared)
	uitest.Has(t, "declared", uitest.Words(s.blog.list), "The majority is 6,940.")
	s.Focus(s.blog.list)
	s.Keys(fyne.KeyDown)
	s.Types("e")
	s.Settle()
	uitest.Equal(t, "taken up", s.composer.text.Text, typed)
}

func TestTabLeavesTheTextForTheTimeline(t *testing.T) {
	s := twoEntries(t)
	s.Types("word")
	s.Keys(fyne.KeyTab)
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	uitest.Equal(t, "text", s.composer.text.Text, "word")
	s.Focus(s.composer.text)
	s.composer.text.SetCaret(0)
	s.Keys(fyne.KeyUp)
	uitest.Equal(t, "focus above the first line", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.kicker), true)
}

func TestSlashPutsInABlock(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("1/2 is no command.\n/")
	if s.Above() == nil {
		t.Fatal("a slash at the start of a line opens nothing")
	}
	s.Types("result")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "text", s.composer.text.Text, "1/2 is no command.\n@result Hartlepool\n")
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.Types("/majority.share")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "text", s.composer.text.Text, "@result Hartlepool\n{majority.share}")
}

func TestAQuoteIsTypedWhereItsWordsGo(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("She said:\n/")
	s.Types("quote")
	s.Keys(fyne.KeyReturn)
	s.Types("You count in fives.")
	s.Keys(fyne.KeyDown, fyne.KeyEnd)
	s.Types("A teller")
	uitest.Equal(t, "text", s.composer.text.Text, "She said:\n> You count in fives.\n> — A teller")
}

func TestWordsAreCounted(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "One – two, *three*": 3, "A majority of {majority}.": 4, "It’s 6,940.\n\n1. First": 4,
		"> Five words in all, so\n> — A teller":                                                             7,
		"@picture 0123456789ab | A caption | Ann Reed | Tables\nAnd four words more.\n@result Hartlepool\n": 4,
	} {
		uitest.Equal(t, text, wordCount(text), want)
	}
	s := at(t, uitest.NightOf(t, nil))
	s.Types("Polls – close")
	uitest.Has(t, "foot", s.composer.hint.Words(), "2 words")
}

// What F7 finds is no word on how the draft stands.
func TestTheDraftSaysThatItIsSavedWhileMarksStand(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("A swing of 23 per cent. Gill Mortimer smiled.")
	s.Keys(fyne.KeyF7, fyne.KeyF7)
	uitest.Equal(t, "marks", len(s.composer.marked), 1)
	s.Until("the draft is saved", func() bool { return strings.HasPrefix(s.composer.status.Words(), "draft saved") })
}

func TestUndoSaysWhatItTookBack(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("Too early.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	s.Says("Undone: an entry published.")
	uitest.HasNot(t, "timeline", uitest.Words(s.blog.list), "Too early.")
}
