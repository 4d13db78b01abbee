package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// declares declares the contest at hand by keys.
func (s *screen) declares() {
	s.t.Helper()
	settleChecks(s)
	s.Keys(fyne.KeySpace)
	s.Settle()
}

func TestADeclarationOffersADraft(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.declares()
	uitest.Has(t, "kicker", s.composer.kicker.Text, "Con gain from Lab")
	uitest.Has(t, "draft", s.composer.text.Text, "{winner}")
	s.Published(0) // a person publishes it
	s.Says("A drafted entry is in the composer")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Has(t, "published", text.Plaintext(text.Parse(e.Text, e.Figures())), "Jill Mortimer (Conservative) gained Hartlepool from Labour. The majority is 6,940 votes")
}

func TestADraftDoesNotPushAsideWhatIsWritten(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Focus(s.composer.text)
	s.Types("The hall falls silent.")
	s.declares()
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall falls silent.")
	s.Settle()
	uitest.Equal(t, "held", len(s.blog.held), 1)
	uitest.Has(t, "held", s.blog.held[0].text, "{winner}")
	s.Says("A drafted entry is held")
}

func TestPatternsHaveAKeyEach(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Chord(shell.Ctrl, fyne.KeyPeriod)
	s.Types("1") // what holds now stands first
	uitest.Has(t, "draft", s.composer.text.Text, "{winner} ({winner.party}) gained {contest}")
	uitest.Has(t, "draft", s.composer.text.Text, "It is a landslide.")
}

func TestTextsWrittenBeforehandSurface(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.CtrlShift, fyne.KeyG)
	s.Types("beforehand…")
	s.Keys(fyne.KeyReturn)
	s.Types("gain")
	s.Keys(fyne.KeyReturn) // to its sheet
	s.Keys(fyne.KeyReturn) // past the kicker
	s.SelectAll()
	s.Types("A night to remember: {winner} takes {contest}.")
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	s.Settle()
	uitest.Equal(t, "patterns of the desk", len(s.Night.Patterns), 1)
	s.declares()
	uitest.Has(t, "draft", s.composer.text.Text, "A night to remember")
}

func TestABuiltInPatternIsPutBack(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	was := figure.Patterns(nil)
	change := func(text string) {
		s.Chord(shell.CtrlShift, fyne.KeyG)
		s.Types("landslide")
		s.Keys(fyne.KeyReturn, fyne.KeyReturn)
		s.SelectAll()
		s.Keys(fyne.KeyBackspace)
		s.Types(text)
		s.Keys(fyne.KeyTab, fyne.KeySpace)
		s.Settle()
	}
	change("What a landslide.")
	s.Chord(shell.Ctrl, fyne.KeyPeriod)
	s.Types("1")
	uitest.Has(t, "draft", s.composer.text.Text, "What a landslide.")
	change("")
	uitest.Equal(t, "patterns of the desk", len(s.Night.Patterns), 0)
	uitest.Equal(t, "built in", len(figure.Patterns(s.Night.Patterns)), len(was))
}
