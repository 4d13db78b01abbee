package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestVersionsOfAnEntryAreReadableAndComeBack(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.types("A swing of 23 points.")
	s.chord(ctrl, fyne.KeyReturn)
	s.published(1)
	s.focusTimeline()
	s.types("c")
	s.selectAll()
	s.types("A swing of 16 points.")
	s.focus(s.composer.note)
	s.types("The swing was wrong.")
	s.chord(ctrl, fyne.KeyReturn)
	s.published(1)

	s.focusTimeline()
	s.types("v")
	s.settle()
	view := words(s.overlay)
	has(t, "view", view, "Corrected by Ada Reporter: The swing was wrong.")
	has(t, "view", view, "Published by Ada Reporter")
	has(t, "difference", view, "A swing of \n23\n16\n points.") // struck and underlined

	s.keys(fyne.KeyDown, fyne.KeyReturn) // the first version
	equal(t, "composer", s.composer.text.Text, "A swing of 23 points.")
	s.says("The entry as it was is in the composer")
	s.chord(ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "text", e.Text, "A swing of 23 points.")
	equal(t, "corrections", len(e.Corrections), 1)
}
