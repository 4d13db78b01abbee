package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/figure"
	"nightdesk/ui/uitest"
)

func TestFiguresAreCompletedByTab(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("By {maj")
	uitest.Has(t, "foot", s.composer.hint.Words(), "Tab: {majority} 6,940   {majority.share} 23.2")
	s.Keys(fyne.KeyTab)
	uitest.Equal(t, "text", s.composer.text.Text, "By {majority}")
	uitest.Has(t, "foot after", s.composer.hint.Words(), "2 words")
	s.Types(", or {mortimer.v")
	s.Keys(fyne.KeyTab)
	uitest.Equal(t, "text", s.composer.text.Text, "By {majority}, or {Mortimer.votes}")
	s.Types(` and \{maj`)
	uitest.HasNot(t, "foot", s.composer.hint.Words(), "Tab:")
	s.Keys(fyne.KeyTab) // no slot is open: to the timeline
	uitest.Equal(t, "focus", s.Win.Canvas().Focused() == fyne.Focusable(s.blog.list), true)
	uitest.Equal(t, "text", s.composer.text.Text, `By {majority}, or {Mortimer.votes} and \{maj`)
}

// Every figure has a line on the help page, found by its slot.
func TestTheHelpPageHasEveryFigure(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	for _, slot := range figure.Slots() {
		s.helpOnFigures()
		s.Types(slot.Example)
		page := uitest.Words(s.Above())
		uitest.Has(t, slot.Name, page, slot.Example)
		uitest.Has(t, slot.Name, page, slot.Meaning[:min(len(slot.Meaning), 20)])
		s.Keys(fyne.KeyEscape)
	}
	for _, f := range figure.Formats() {
		s.helpOnFigures()
		s.Types(f.Example)
		uitest.Has(t, f.Name, uitest.Words(s.Above()), f.Example)
		s.Keys(fyne.KeyEscape)
	}
}
