package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

func TestWhatIsTypedInASheetComesBack(t *testing.T) {
	s := twoEntries(t)
	s.types("Half an entr")
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("l")
	s.types("The boxs")
	s.keys(fyne.KeyLeft)
	s.types("e")
	s.until("the label is in the drafts", func() bool { return s.draftsOf("sheet:Key moment")["Label; empty is the kicker"].Text == "The boxes" })
	s = s.again()
	s.says("What was being written is back in the composer. What was typed under “Key moment” is there when you open that again.")
	equal(t, "sheet", s.above() == nil, true)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("l")
	s.types("!") // at the caret
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "label", s.published(2)[0].KeyLabel, "The boxe!s")
	s.until("nothing of it is kept", func() bool { return len(s.draftsOf("sheet:Key moment")) == 0 })
	s = s.again()
	hasNot(t, "message", s.told(), "Key moment")
}

func TestASheetThatIsLeftIsForgotten(t *testing.T) {
	s := twoEntries(t)
	s.chord(shell.Ctrl, fyne.KeyT)
	s.types("g")
	s.types("recount")
	s.until("the tags are in the drafts", func() bool { return len(s.draftsOf("sheet:Tags")) == 1 })
	s.keys(fyne.KeyEscape)
	s.settle()
	equal(t, "drafts", len(s.draftsOf("sheet:Tags")), 0)
	s.types("g")
	equal(t, "tags", s.Win.Canvas().Focused().(*kit.Entry).Text, "")
}
