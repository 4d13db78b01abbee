package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

func TestVersionsOfAnEntryAreReadableAndComeBack(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("A swing of 23 points.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)
	s.focusTimeline()
	s.types("c")
	s.selectAll()
	s.types("A swing of 16 points.")
	s.Focus(s.composer.note)
	s.types("The swing was wrong.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)

	s.focusTimeline()
	s.types("v")
	s.settle()
	view := words(s.above())
	has(t, "view", view, "Corrected by Ada Reporter: The swing was wrong.")
	has(t, "view", view, "Published by Ada Reporter")
	has(t, "difference", view, "A swing of \n23\n16\n points.") // struck and underlined

	s.keys(fyne.KeyDown, fyne.KeyReturn) // the first version
	equal(t, "composer", s.composer.text.Text, "A swing of 23 points.")
	s.says("The entry as it was is in the composer")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "text", e.Text, "A swing of 23 points.")
	equal(t, "corrections", len(e.Corrections), 1)
}

// A correction may move a bound figure and leave every word as it was.
func TestVersionsShowAFigureThatMoved(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) {
		e := post(t, n, author, "Won", "A majority of {majority}, or {majority.share}.")
		c := onlyContest(t, n)
		votes := map[string]election.Count{}
		for _, k := range c.Candidates {
			if k.Surname == "Mortimer" {
				votes[k.ID] = election.Of(15530)
			}
		}
		must(t, n.CorrectResult(author, c.ID, "A paper was found", "Returning officer", votes, nil))
		_, err := n.Edit(author, e, night.Correction, "A paper was found.")
		must(t, err)
	}))
	s.focusTimeline()
	s.types("v")
	s.settle()
	has(t, "difference", words(s.above()), "A majority of \n6,940\n6,941\n, or 23.2.")
}

// A change under way is not replaced by an older version.
func TestTakingAVersionKeepsAChangeUnderWay(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.keys(fyne.KeyReturn)
	s.types(" Slowly.")
	s.focusTimeline()
	s.types("v")
	s.settle()
	s.keys(fyne.KeyReturn)
	s.says("A change to an entry is in the composer")
	equal(t, "composer", s.composer.text.Text, "The hall empties. Slowly.")
}

func TestVersionsNameEveryAct(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	for _, key := range []string{"p", "k"} {
		s.types(key)
		s.settle()
	}
	s.types("g")
	s.types("reaction")
	s.keys(fyne.KeyReturn)
	s.settle()
	s.types("w")
	s.types("Too early")
	s.keys(fyne.KeyReturn)
	s.settle()
	s.types("r")
	s.settle()
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	s.says("Undone: an entry restored.")
	s.focusTimeline()
	s.types("v")
	s.settle()
	view := words(s.above())
	for _, want := range []string{"Undone by", "Restored by", "Withdrawn by Ada Reporter: Too early", "Tagged by", "Marked by", "Published by"} {
		has(t, "view", view, want)
	}
	s.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	has(t, "the tags", words(s.above()), "Tags: reaction.")
}

// Every act of the blog that can be undone is named when it is.
func TestUndoNamesTags(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.types("g")
	s.types("reaction")
	s.keys(fyne.KeyReturn)
	s.settle()
	s.chord(shell.Ctrl, fyne.KeyU)
	s.settle()
	s.says("Undone: an entry's tags.")
}
