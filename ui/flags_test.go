package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

func TestARushIsSetByKeysAndEntersNoTotal(t *testing.T) {
	s := at(t, nightOf(t, nil))
	before := words(s.count.strip.box) + words(s.count.figures.box)
	s.chord(shell.CtrlShift, fyne.KeyY)
	s.keys(fyne.KeyReturn) // the rush comes first
	s.types("mortimer")
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyReturn) // no words
	s.keys(fyne.KeyReturn) // no source
	s.keys(fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "Say who says so.")
	s.keys(fyne.KeyEscape)
	equal(t, "flags without a source", len(s.inNight().Flags), 0)

	s.chord(shell.CtrlShift, fyne.KeyY)
	s.keys(fyne.KeyReturn)
	s.types("mortimer")
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyReturn)
	s.types("PA")
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyReturn)
	s.settle()
	flags := s.inNight().Flags
	if len(flags) != 1 || flags[0].Kind != election.Rush || flags[0].Source != "PA" || flags[0].Public || flags[0].Author != s.Night.Author {
		t.Fatalf("flags in the file: %+v", flags)
	}
	head := s.count.head.heard[0]
	has(t, "head", head.Words(), "Rush: Jill Mortimer (Con), says PA, ")
	has(t, "head", head.Words(), "m, not published")
	equal(t, "seen", head.Visible(), true)
	equal(t, "figures and sums", words(s.count.strip.box)+words(s.count.figures.box), before)
	equal(t, "elected", s.count.result.Rows[0].Elected, false)

	// It is published, and cleared, by the same way.
	s.chord(shell.CtrlShift, fyne.KeyY)
	s.types("change")
	s.keys(fyne.KeyReturn)
	s.keys(fyne.KeyReturn) // the same candidate comes first
	s.keys(fyne.KeyReturn, fyne.KeyReturn)
	s.Win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	s.types("yes")
	s.keys(fyne.KeyReturn)
	s.settle()
	has(t, "head", head.Words(), "m, published")
	equal(t, "public", s.inNight().Public().Flags[0].Source, "PA")
	s.chord(shell.CtrlShift, fyne.KeyY)
	s.types("clear")
	s.keys(fyne.KeyReturn)
	s.settle()
	equal(t, "flags in the file", len(s.inNight().Flags), 0)
	equal(t, "seen", head.Visible(), false)
}

func TestAnEstimateIsInWordsAndLeavesWithTheDeclaration(t *testing.T) {
	estimate := func(n *night.Night, author string) {
		must(t, n.SetFlag(author, onlyContest(t, n).ID, election.Flag{Kind: election.Estimate, Words: "Con ahead by about 6,000", Source: "both agents"}))
	}
	s := at(t, nightOf(t, estimate))
	has(t, "head", words(s.count.head.box), "Estimate: Con ahead by about 6,000, says both agents, ")
	s.end()
	s = at(t, declaredNight(t, estimate))
	hasNot(t, "head once declared", words(s.count.head.box), "Estimate")
	s.chord(shell.CtrlShift, fyne.KeyY)
	s.says("The result is declared")
}
