package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestVersionsOfAnEntryAreReadableAndComeBack(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Types("A swing of 23 points.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	s.focusTimeline()
	s.Types("c")
	s.SelectAll()
	s.Types("A swing of 16 points.")
	s.Focus(s.composer.note)
	s.Types("The swing was wrong.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)

	s.focusTimeline()
	s.Types("v")
	s.Settle()
	view := uitest.Words(s.Above())
	uitest.Has(t, "view", view, "Corrected by Ada Reporter: The swing was wrong.")
	uitest.Has(t, "view", view, "Published by Ada Reporter")
	uitest.Has(t, "difference", view, "A swing of \n23\n16\n points.") // struck and underlined

	s.Keys(fyne.KeyDown, fyne.KeyReturn) // the first version
	uitest.Equal(t, "composer", s.composer.text.Text, "A swing of 23 points.")
	s.Says("The entry as it was is in the composer")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "text", e.Text, "A swing of 23 points.")
	uitest.Equal(t, "corrections", len(e.Corrections), 1)
}

// A correction may move a bound figure and leave every word as it was.
func TestVersionsShowAFigureThatMoved(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {
		e := uitest.Post(t, n, author, "Won", "A majority of {majority}, or {majority.share}.")
		c := uitest.OnlyContest(t, n)
		votes := map[string]election.Count{}
		for _, k := range c.Candidates {
			if k.Surname == "Mortimer" {
				votes[k.ID] = election.Of(15530)
			}
		}
		uitest.Must(t, n.CorrectResult(author, c.ID, "A paper was found", "Returning officer", votes, nil))
		_, err := n.Edit(author, e, night.Correction, "A paper was found.")
		uitest.Must(t, err)
	}))
	s.focusTimeline()
	s.Types("v")
	s.Settle()
	uitest.Has(t, "difference", uitest.Words(s.Above()), "A majority of \n6,940\n6,941\n, or 23.2.")
}

// A change under way is not replaced by an older version.
func TestTakingAVersionKeepsAChangeUnderWay(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.Keys(fyne.KeyReturn)
	s.Types(" Slowly.")
	s.focusTimeline()
	s.Types("v")
	s.Settle()
	s.Keys(fyne.KeyReturn)
	s.Says("A change to an entry is in the composer")
	uitest.Equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
}

func TestVersionsNameEveryAct(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	for _, key := range []string{"p", "k"} {
		s.Types(key)
		s.Settle()
	}
	s.Types("g")
	s.Types("reaction")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	s.Types("w")
	s.Types("Too early")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	s.Types("r")
	s.Settle()
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	s.Says("Undone: an entry restored.")
	s.focusTimeline()
	s.Types("v")
	s.Settle()
	view := uitest.Words(s.Above())
	for _, want := range []string{"Undone by", "Restored by", "Withdrawn by Ada Reporter: Too early", "Tagged by", "Marked by", "Published by"} {
		uitest.Has(t, "view", view, want)
	}
	s.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	uitest.Has(t, "the tags", uitest.Words(s.Above()), "Tags: reaction.")
}

// Every act of the blog that can be undone is named when it is.
func TestUndoNamesTags(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.Types("g")
	s.Types("reaction")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	s.Chord(shell.Ctrl, fyne.KeyU)
	s.Settle()
	s.Says("Undone: an entry's tags.")
}
