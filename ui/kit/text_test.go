package kit

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func lineOf(t *Text) *canvas.Text { return test.WidgetRenderer(t).(*textRenderer).line }

func TestTextFollowsTheTheme(t *testing.T) {
	words, box, badge := NewQuiet("not public"), NewBox(Selected), NewBadge("DECLARED")
	stage(t, Column(2, words, box, badge), 300, 100)
	rect := test.WidgetRenderer(box).Objects()[0].(*canvas.Rectangle)
	equal(t, "light text", lineOf(words).Color, color.Color(light[Quiet]))
	fyne.CurrentApp().Settings().SetTheme(Theme{Mode: Dark})
	equal(t, "text after the change", lineOf(words).Color, color.Color(dark[Quiet]))
	equal(t, "box after the change", rect.FillColor, color.Color(dark[Selected]))
	equal(t, "badge after the change", lineOf(badge.label).Color, color.Color(dark[Panel]))
}

func TestTextNeverExceedsItsWidth(t *testing.T) {
	words := NewText("Ward-Jackson, W. Ralph, of the Freedom Alliance. Stop the Great Reset").Trim()
	stage(t, words, 600, 20)
	equal(t, "least width", words.MinSize().Width, 0)
	for _, width := range []float32{600, 300, 120, 61.5, 30, 12, 0} {
		words.Resize(fyne.NewSize(width, 20))
		drawn := lineOf(words).Text
		if measured(drawn) > width {
			t.Errorf("in %v units %q is %v wide", width, drawn, measured(drawn))
		}
		if drawn != "" && drawn != words.Words() && !strings.HasSuffix(drawn, "…") {
			t.Errorf("in %v units %q is cut without an ellipsis", width, drawn)
		}
	}
	words.Resize(fyne.NewSize(30, 20))
	if drawn := lineOf(words).Text; len(drawn) < len("W…") {
		t.Errorf("in 30 units %q is left", drawn)
	}
	words.Resize(fyne.NewSize(600, 20))
	equal(t, "whole again", lineOf(words).Text, words.Words())
	words.SetText("Lee, Sam")
	equal(t, "other words", lineOf(words).Text, "Lee, Sam")
}

// A J reaches to the left of where it begins; it must stand where another
// letter would and yet begin inside what is drawn.
func TestTextHangsAJ(t *testing.T) {
	words := NewText("Jack, Steve").Trim()
	stage(t, words, 200, 20)
	line := lineOf(words)
	equal(t, "drawn", line.Text, hairSpace+"Jack, Steve")
	if hair := measured(line.Text) - measured("Jack, Steve"); line.Position().X != -hair {
		t.Errorf("the line stands at %v, want %v", line.Position().X, -hair)
	}
	words.Resize(fyne.NewSize(60, 20))
	if drawn := measured(lineOf(words).Text) + lineOf(words).Position().X; drawn > 60 {
		t.Errorf("a cut line ends at %v of 60", drawn)
	}
}
