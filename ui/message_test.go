package ui

import (
	"errors"
	"nightdesk/ui/model"
	"nightdesk/ui/uitest"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// However long the words at the foot of the window are, they are whole and
// within it.
func TestLongWordsAtTheFootAreWhole(t *testing.T) {
	for _, width := range []float32{1366, 1024} {
		s := newScreen(t, width, 700)
		s.opens(uitest.NightOf(t, nil))
		bar, told := s.Foot()
		for _, words := range []string{
			"Short.",
			strings.Repeat("A sentence of which there are many in a row. ", 12),
			"Not written: /home/a-producer/" + strings.Repeat("a-folder-with-a-long-name/", 12) + "blog.html",
			strings.Repeat("And again what is long, but not as long. ", 6),
		} {
			for _, show := range []func(string){s.Say, s.Warn, func(w string) { s.Offer(w, "Save the text elsewhere…", func() {}) }} {
				show(words)
				need := widget.NewLabel(words)
				need.Wrapping = told.Wrapping
				need.Resize(fyne.NewSize(told.Size().Width, 10))
				if got, want := told.Size().Height, need.MinSize().Height; got < want {
					t.Errorf("at %v %.20q is cut: %v of %v high", width, words, got, want)
				}
				if y := bar.Position().Y; y < 0 || y+bar.Size().Height > s.Win.Canvas().Size().Height {
					t.Errorf("at %v %.20q stands at %v and is %v high", width, words, y, bar.Size().Height)
				}
				for line, text := range labelLines(told) {
					if wide := fyne.MeasureText(text, 13.5, fyne.TextStyle{}).Width; wide > told.Size().Width {
						t.Errorf("at %v line %d, %.20q, is %v wide in %v", width, line, text, wide, told.Size().Width)
					}
				}
			}
		}
	}
}

// labelLines are the lines of a label as they are drawn.
func labelLines(l *widget.Label) []string {
	var lines []string
	for line := range strings.SplitSeq(uitest.Words(l), "\n") {
		if line != "" && line != l.Text {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestTheNameOfAFileStaysAsItIsWritten(t *testing.T) {
	for said, want := range map[string]string{
		"don.night: could not open": "don.night: could not open.",
		"./blog.html is a folder":   "./blog.html is a folder.",
		"could not open don.night":  "Could not open don.night.",
		"élan is lacking.":          "Élan is lacking.",
		"refused: no room":          "Refused: no room.",
	} {
		uitest.Equal(t, said, model.Sentence(errors.New(said)), want)
	}
}
