package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/ui/shell"
)

// declares declares the contest at hand by keys.
func (s *screen) declares() {
	s.t.Helper()
	settleChecks(s)
	s.keys(fyne.KeySpace)
	s.settle()
}

// selectAll selects what stands in the field that has the focus.
func (s *screen) selectAll() {
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
}

func TestADeclarationOffersADraft(t *testing.T) {
	s := at(t, keyedNight(t))
	s.declares()
	has(t, "kicker", s.composer.kicker.Text, "Con gain from Lab")
	has(t, "draft", s.composer.text.Text, "{winner}")
	s.published(0) // a person publishes it
	s.says("A drafted entry is in the composer")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	has(t, "published", text.Plaintext(text.Parse(e.Text, e.Figures())), "Jill Mortimer (Conservative) gained Hartlepool from Labour. The majority is 6,940 votes")
}

func TestADraftDoesNotPushAsideWhatIsWritten(t *testing.T) {
	s := at(t, keyedNight(t))
	s.Focus(s.composer.text)
	s.types("The hall falls silent.")
	s.declares()
	equal(t, "composer", s.composer.text.Text, "The hall falls silent.")
	s.settle()
	equal(t, "held", len(s.blog.held), 1)
	has(t, "held", s.blog.held[0].text, "{winner}")
	s.says("A drafted entry is held")
}

func TestPatternsHaveAKeyEach(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.chord(shell.Ctrl, fyne.KeyPeriod)
	s.types("1") // what holds now stands first
	has(t, "draft", s.composer.text.Text, "{winner} ({winner.party}) gained {contest}")
	has(t, "draft", s.composer.text.Text, "It is a landslide.")
}

func TestTextsWrittenBeforehandSurface(t *testing.T) {
	s := at(t, keyedNight(t))
	s.chord(shell.CtrlShift, fyne.KeyG)
	s.types("beforehand…")
	s.keys(fyne.KeyReturn)
	s.types("gain")
	s.keys(fyne.KeyReturn) // to its sheet
	s.keys(fyne.KeyReturn) // past the kicker
	s.selectAll()
	s.types("A night to remember: {winner} takes {contest}.")
	s.keys(fyne.KeyTab, fyne.KeySpace)
	s.settle()
	equal(t, "patterns of the desk", len(s.Night.Patterns), 1)
	s.declares()
	has(t, "draft", s.composer.text.Text, "A night to remember")
}

func TestABuiltInPatternIsPutBack(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	was := figure.Patterns(nil)
	change := func(text string) {
		s.chord(shell.CtrlShift, fyne.KeyG)
		s.types("landslide")
		s.keys(fyne.KeyReturn, fyne.KeyReturn)
		s.selectAll()
		s.keys(fyne.KeyBackspace)
		s.types(text)
		s.keys(fyne.KeyTab, fyne.KeySpace)
		s.settle()
	}
	change("What a landslide.")
	s.chord(shell.Ctrl, fyne.KeyPeriod)
	s.types("1")
	has(t, "draft", s.composer.text.Text, "What a landslide.")
	change("")
	equal(t, "patterns of the desk", len(s.Night.Patterns), 0)
	equal(t, "built in", len(figure.Patterns(s.Night.Patterns)), len(was))
}
