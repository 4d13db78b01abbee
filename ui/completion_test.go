package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/figure"
)

func TestFiguresAreCompletedByTab(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("By {maj")
	has(t, "foot", s.composer.hint.Words(), "Tab: {majority} 6,940   {majority.share} 23.2")
	s.keys(fyne.KeyTab)
	equal(t, "text", s.composer.text.Text, "By {majority}")
	has(t, "foot after", s.composer.hint.Words(), "2 words")
	s.types(", or {mortimer.v")
	s.keys(fyne.KeyTab)
	equal(t, "text", s.composer.text.Text, "By {majority}, or {Mortimer.votes}")
	s.types(` and \{maj`)
	hasNot(t, "foot", s.composer.hint.Words(), "Tab:")
	s.keys(fyne.KeyTab) // no slot is open: to the timeline
	equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	equal(t, "text", s.composer.text.Text, `By {majority}, or {Mortimer.votes} and \{maj`)
}

// Every figure has a line on the help page, found by its slot.
func TestTheHelpPageHasEveryFigure(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	for _, slot := range figure.Slots() {
		s.helpOnFigures()
		s.types(slot.Example)
		page := words(s.above())
		has(t, slot.Name, page, slot.Example)
		has(t, slot.Name, page, slot.Meaning[:min(len(slot.Meaning), 20)])
		s.keys(fyne.KeyEscape)
	}
	for _, f := range figure.Formats() {
		s.helpOnFigures()
		s.types(f.Example)
		has(t, f.Name, words(s.above()), f.Example)
		s.keys(fyne.KeyEscape)
	}
}
