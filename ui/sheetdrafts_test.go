package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestWhatIsTypedInASheetComesBack(t *testing.T) {
	s := twoEntries(t)
	s.Types("Half an entr")
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("l")
	s.Types("The boxs")
	s.Keys(fyne.KeyLeft)
	s.Types("e")
	s.Until("the label is in the drafts", func() bool { return s.DraftsOf("sheet:Key moment")["Label; empty is the kicker"].Text == "The boxes" })
	s = s.again()
	s.Says("What was being written is back in the composer. What was typed under “Key moment” is there when you open that again.")
	uitest.Equal(t, "sheet", s.Above() == nil, true)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("l")
	s.Types("!") // at the caret
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "label", s.Published(2)[0].KeyLabel, "The boxe!s")
	s.Until("nothing of it is kept", func() bool { return len(s.DraftsOf("sheet:Key moment")) == 0 })
	s = s.again()
	uitest.HasNot(t, "message", s.Told(), "Key moment")
}

func TestASheetThatIsLeftIsForgotten(t *testing.T) {
	s := twoEntries(t)
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Types("g")
	s.Types("recount")
	s.Until("the tags are in the drafts", func() bool { return len(s.DraftsOf("sheet:Tags")) == 1 })
	s.Keys(fyne.KeyEscape)
	s.Settle()
	uitest.Equal(t, "drafts", len(s.DraftsOf("sheet:Tags")), 0)
	s.Types("g")
	uitest.Equal(t, "tags", s.Win.Canvas().Focused().(*kit.Entry).Text, "")
}
