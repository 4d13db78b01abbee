package kit

import (
	"fmt"
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
