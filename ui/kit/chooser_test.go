package kit

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func chooserOnStage(t *testing.T) (c *Chooser, done *[]string, w fyne.Window) {
	t.Helper()
	done = new([]string)
	var choices []Choice
	for _, words := range []string{"Publish", "Preview", "Hold the draft", "Withdraw"} {
		choices = append(choices, Choice{Words: words, Aside: "Ctrl+" + words[:1], Do: func() { *done = append(*done, words) }})
	}
	c = NewChooser("Anything\nof these", choices)
	c.Leave = func() { *done = append(*done, "left") }
	w = stage(t, c.Container, 600, 400)
	w.Canvas().Focus(c.Field())
	return c, done, w
}

func TestChooserNarrowsAndChoosesByKeys(t *testing.T) {
	c, done, w := chooserOnStage(t)
	equal(t, "rows", c.list.Len(), 4)
	write(w, " pRe")
	equal(t, "rows that match", c.list.Len(), 1)
	press(w, fyne.KeyReturn)
	equal(t, "done", fmt.Sprint(*done), "[left Preview]")
}

func TestChooserFindsByTheAside(t *testing.T) {
	c, done, w := chooserOnStage(t)
	write(w, "ctrl+w")
	equal(t, "rows that match", c.list.Len(), 1)
	press(w, fyne.KeyEnter)
	equal(t, "done", fmt.Sprint(*done), "[left Withdraw]")
}

// What is chosen by its name is meant before what is only said about it.
func TestChooserPutsTheWordsBeforeTheAside(t *testing.T) {
	done := ""
	choice := func(words, aside string) Choice {
		return Choice{Words: words, Aside: aside, Do: func() { done = words }}
	}
	c := NewChooser("Which?", []Choice{choice("In recount", "being counted again"), choice("Blocked", "no gain yet"), choice("Against", "a word's middle"),
		choice("No gains", "a word's beginning"), choice("Gains", "the first word"), choice("Gain", "a key")})
	c.Leave = func() {}
	w := stage(t, c.Container, 600, 400)
	w.Canvas().Focus(c.Field())
	write(w, "gain")
	var got []string
	for _, x := range c.shown {
		got = append(got, x.Words)
	}
	equal(t, "the likeliest first", fmt.Sprint(got), "[Gains Gain No gains Against Blocked In recount]")
	press(w, fyne.KeyReturn)
	equal(t, "done", done, "Gains")
}

func TestChooserSaysThatNothingMatches(t *testing.T) {
	c, _, w := chooserOnStage(t)
	equal(t, "while something does", c.nothing.Words(), "")
	write(w, "zebra ")
	equal(t, "where nothing does", c.nothing.Words(), "Nothing matches “zebra”.")
	c.field.SetText("")
	equal(t, "with nothing typed", c.nothing.Words(), "")
}

func TestChooserMovesWhileOneTypes(t *testing.T) {
	c, done, w := chooserOnStage(t)
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	equal(t, "selected", c.list.Selection(), 2)
	equal(t, "focus", w.Canvas().Focused() == c.Field(), true)
	press(w, fyne.KeyReturn)
	equal(t, "done", fmt.Sprint(*done), "[left Hold the draft]")
}

func TestChooserLeavesAndChoosesNothing(t *testing.T) {
	_, done, w := chooserOnStage(t)
	write(w, "nothing like it")
	press(w, fyne.KeyReturn)
	equal(t, "done with nothing to choose", fmt.Sprint(*done), "[]")
	press(w, fyne.KeyEscape)
	equal(t, "done", fmt.Sprint(*done), "[left]")
}

func TestChooserIsWorkedByTheMouse(t *testing.T) {
	c, done, _ := chooserOnStage(t)
	test.TapAt(c.list, fyne.NewPos(20, choiceHeight+3))
	equal(t, "done", fmt.Sprint(*done), "[left Preview]")
}

// What is said about a choice, or the choice itself, goes on in a second line
// where one is too short for it.
func TestChooserCutsNothing(t *testing.T) {
	long := "a few words about it that are far too many for what the line leaves beside what is chosen, and then some"
	c := NewChooser("Keys\n"+long+"; "+long, []Choice{
		{Words: "C  X  P  V", Aside: long, Do: func() {}},
		{Words: "The picture has no alt text. " + long + ". " + long + ".", Aside: "1.01am", Do: func() {}},
		{Words: long, Aside: long, Do: func() {}},
		{Words: long, Do: func() {}},
		{Words: "Short", Aside: "Ctrl+S", Do: func() {}},
	})
	c.Leave = func() {}
	stage(t, c.Container, 600, 400)
	for _, o := range c.Objects[1].(*fyne.Container).Objects {
		if line := o.(*Text); line.Wide() > line.Size().Width {
			t.Errorf("what is said about them is cut: %q", line.Words())
		}
	}
	bottom := float32(0)
	for i, choice := range c.shown {
		row := c.rows[c.list.shown[i]]
		if row == nil {
			t.Fatalf("row %d is out of sight", i)
		}
		words, aside := "", ""
		for n, line := range row.used {
			if line.Hidden {
				continue
			}
			if line.Wide() > line.Size().Width {
				t.Errorf("row %d cuts %q: %v wide in %v", i, line.Words(), line.Wide(), line.Size().Width)
			}
			if line.Position().Y+line.Size().Height > row.box.Size().Height {
				t.Errorf("row %d is %v high and %q ends at %v", i, row.box.Size().Height, line.Words(), line.Position().Y+line.Size().Height)
			}
			if n < len(row.text.words) {
				words += " " + line.Words()
			} else {
				aside += " " + line.Words()
			}
		}
		equal(t, "words", words, " "+choice.Words)
		equal(t, "aside", strings.TrimSpace(aside), choice.Aside)
		if top := row.box.Position().Y; top < bottom {
			t.Errorf("row %d begins at %v in the one before, which ends at %v", i, top, bottom)
		}
		bottom = row.box.Position().Y + row.box.Size().Height
	}
	equal(t, "height of a short one", c.rows[c.list.shown[4]].box.Size().Height, choiceHeight)
}
