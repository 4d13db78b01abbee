package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
)

// messageBar is the line at the foot of the window that says what could not
// be done, or was. It goes away with the next act that succeeds.
type messageBar struct {
	box     *fyne.Container
	back    *kit.Box
	words   *kit.Text
	laidOut func() // lays the window out when the bar comes and goes
	on      bool
}

func newMessageBar() *messageBar {
	m := &messageBar{back: kit.NewBox(kit.Warn), words: kit.NewText("").Trim(), laidOut: func() {}}
	shut := kit.NewButton("✕", kit.Bare, m.clear)
	m.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 34) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			kit.Put(m.back, 0, 0, size.Width, size.Height)
			kit.Put(m.words, 18, 0, size.Width-70, size.Height)
			kit.Put(shut, size.Width-44, 4, 30, 26)
		},
	}, m.back, m.words, shut)
	m.box.Hide()
	return m
}

func (m *messageBar) shown() bool { return m.on }

func (m *messageBar) say(words string) { m.set(words, kit.Selected, kit.Ink) }

func (m *messageBar) warn(words string) { m.set(words, kit.Warn, kit.WarnInk) }

func (m *messageBar) set(words string, fill, ink fyne.ThemeColorName) {
	m.back.Set(fill, kit.Clear, 0)
	m.words.Set(words, false, ink)
	m.on = true
	m.box.Show()
	m.laidOut()
}

func (m *messageBar) clear() {
	if !m.on {
		return
	}
	m.on = false
	m.box.Hide()
	m.laidOut()
}

// sentence is an error as a person reads it: what failed, then the next step.
func sentence(err error) string {
	words := strings.TrimSpace(err.Error())
	if words != "" {
		words = strings.ToUpper(words[:1]) + words[1:]
	}
	if !strings.HasSuffix(words, ".") {
		words += "."
	}
	var hint interface{ Hint() string }
	if errors.As(err, &hint) && hint.Hint() != "" {
		words += " " + hint.Hint()
	}
	return words
}
