package ui

import (
	"nightdesk/ui/shell"
	"testing"

	"fyne.io/fyne/v2"
)

func TestProofMarksAreFixedAndLeftByKey(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("A majority of 7,940 and a swing of 23 per cent.")
	s.keys(fyne.KeyF7)
	equal(t, "marks", len(s.composer.marked), 2)
	s.keys(fyne.KeyF7)
	equal(t, "text", s.composer.text.Text, "A majority of {majority} and a swing of 23 per cent.")
	equal(t, "marks", len(s.composer.marked), 1)
	s.keys(fyne.KeyF8) // it is a quotation, say
	equal(t, "marks", len(s.composer.marked), 0)
	s.chord(shell.Ctrl, fyne.KeyReturn) // nothing is left to pass
	equal(t, "text", s.published(1)[0].Text, "A majority of {majority} and a swing of 23 per cent.")

	s.types("A swing of 23 per cent.") // the next entry is read afresh
	s.keys(fyne.KeyF7)
	equal(t, "marks of the next", len(s.composer.marked), 1)
}

func TestFiguresThatCannotBePrintedAreNotLeft(t *testing.T) {
	s := at(t, keyedNight(t))
	s.types("By {majority}.")
	s.keys(fyne.KeyF7, fyne.KeyF8)
	equal(t, "marks", len(s.composer.marked), 1)
	s.says("cannot be left")
}
