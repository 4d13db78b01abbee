package ui

import (
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
	"testing"

	"fyne.io/fyne/v2"
)

func TestProofMarksAreFixedAndLeftByKey(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("A majority of 7,940 and a swing of 23 per cent.")
	s.Keys(fyne.KeyF7)
	uitest.Equal(t, "marks", len(s.composer.marked), 2)
	s.Keys(fyne.KeyF7)
	uitest.Equal(t, "text", s.composer.text.Text, "A majority of {majority} and a swing of 23 per cent.")
	uitest.Equal(t, "marks", len(s.composer.marked), 1)
	s.Keys(fyne.KeyF8) // it is a quotation, say
	uitest.Equal(t, "marks", len(s.composer.marked), 0)
	s.Chord(shell.Ctrl, fyne.KeyReturn) // nothing is left to pass
	uitest.Equal(t, "text", s.Published(1)[0].Text, "A majority of {majority} and a swing of 23 per cent.")

	s.Types("A swing of 23 per cent.") // the next entry is read afresh
	s.Keys(fyne.KeyF7)
	uitest.Equal(t, "marks of the next", len(s.composer.marked), 1)
}

func TestFiguresThatCannotBePrintedAreNotLeft(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Types("By {majority}.")
	s.Keys(fyne.KeyF7, fyne.KeyF8)
	uitest.Equal(t, "marks", len(s.composer.marked), 1)
	s.Says("cannot be left")
}
