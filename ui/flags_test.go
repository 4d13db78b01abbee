package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

func TestARushIsSetByKeysAndEntersNoTotal(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	before := uitest.Words(s.count.strip.box) + uitest.Words(s.count.figures.box)
	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Keys(fyne.KeyReturn) // the rush comes first
	s.Types("mortimer")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyReturn) // no words
	s.Keys(fyne.KeyReturn) // no source
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Say who says so.")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "flags without a source", len(s.InNight().Flags), 0)

	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Keys(fyne.KeyReturn)
	s.Types("mortimer")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyReturn)
	s.Types("PA")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyReturn)
	s.Settle()
	flags := s.InNight().Flags
	if len(flags) != 1 || flags[0].Kind != election.Rush || flags[0].Source != "PA" || flags[0].Public || flags[0].Author != s.Night.Author {
		t.Fatalf("flags in the file: %+v", flags)
	}
	head := s.count.head.heard[0]
	uitest.Has(t, "head", head.Words(), "Rush: Jill Mortimer (Con), says PA, ")
	uitest.Has(t, "head", head.Words(), "m, not published")
	uitest.Equal(t, "seen", head.Visible(), true)
	uitest.Equal(t, "figures and sums", uitest.Words(s.count.strip.box)+uitest.Words(s.count.figures.box), before)
	uitest.Equal(t, "elected", s.count.result.Rows[0].Elected, false)

	// It is published, and cleared, by the same way.
	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Types("change")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyReturn) // the same candidate comes first
	s.Keys(fyne.KeyReturn, fyne.KeyReturn)
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Types("yes")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Has(t, "head", head.Words(), "m, published")
	uitest.Equal(t, "public", s.InNight().Public().Flags[0].Source, "PA")
	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Types("clear")
	s.Keys(fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "flags in the file", len(s.InNight().Flags), 0)
	uitest.Equal(t, "seen", head.Visible(), false)
}

func TestAnEstimateIsInWordsAndLeavesWithTheDeclaration(t *testing.T) {
	estimate := func(n *night.Night, author string) {
		uitest.Must(t, n.SetFlag(author, uitest.OnlyContest(t, n).ID, election.Flag{Kind: election.Estimate, Words: "Con ahead by about 6,000", Source: "both agents"}))
	}
	s := at(t, uitest.NightOf(t, estimate))
	uitest.Has(t, "head", uitest.Words(s.count.head.box), "Estimate: Con ahead by about 6,000, says both agents, ")
	s.end()
	s = at(t, uitest.DeclaredNight(t, estimate))
	uitest.HasNot(t, "head once declared", uitest.Words(s.count.head.box), "Estimate")
	s.Chord(shell.CtrlShift, fyne.KeyY)
	s.Says("The result is declared")
}
