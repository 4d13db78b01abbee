package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nightdesk/ui/kit"
)

// messageBar says, at the foot of the window, what could not be done, or was.
// It lies over the timeline, moves nothing, and goes away with the next act
// that succeeds.
type messageBar struct {
	place *fyne.Container // fills the window and puts the bar in its corner
	bar   *fyne.Container
	back  *kit.Box
	words *widget.Label
	does  *kit.Button // what can be done about it, hidden mostly
	shown int         // how often something was shown, so that a late timer hides nothing newer
}

func newMessageBar() *messageBar {
	m := &messageBar{back: kit.NewBox(kit.Selected).Edged(kit.Line), words: widget.NewLabel("")}
	m.words.Wrapping = fyne.TextWrapWord
	m.words.Selectable = true
	m.does = kit.NewButton("", kit.Outlined, nil)
	m.does.Hide()
	shut := kit.NewButton("✕", kit.Bare, m.clear)
	m.bar = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 34) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			right := size.Width - 6
			for _, b := range []*kit.Button{shut, m.does} {
				if b.Visible() {
					wide := b.MinSize().Width
					kit.Put(b, right-wide, (size.Height-26)/2, wide, 26)
					right -= wide + 6
				}
			}
			kit.Put(m.back, 0, 0, size.Width, size.Height)
			kit.Put(m.words, 10, 4, right-10, size.Height-8)
		},
	}, m.back, m.words, m.does, shut)
	m.place = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 34) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			width := min(660, size.Width-24)
			m.bar.Resize(fyne.NewSize(width, m.bar.Size().Height))
			m.bar.Layout.Layout(m.bar.Objects, m.bar.Size()) // the room for the words hangs on the buttons
			height := m.words.MinSize().Height + 8
			kit.Put(m.bar, size.Width-width-12, size.Height-height-12, width, height)
		},
	}, m.bar)
	m.bar.Hide()
	return m
}

// say shows words that need no answer; they go away by themselves.
func (m *messageBar) say(words string) {
	m.set(words, kit.Selected, kit.Line)
	shown := m.shown
	time.AfterFunc(sayFor, func() {
		fyne.Do(func() {
			if m.shown == shown {
				m.clear()
			}
		})
	})
}

// sayFor is how long such words stay: long enough to be read twice.
const sayFor = 8 * time.Second

// warn shows words that stay until they are closed or an act succeeds.
func (m *messageBar) warn(words string) { m.set(words, kit.Warn, kit.WarnInk) }

// offer is warn with a button for what can be done.
func (m *messageBar) offer(words, button string, do func()) {
	m.warn(words)
	m.does.SetWords(button)
	m.does.OnTapped = do
	m.does.Show()
	m.place.Refresh()
}

func (m *messageBar) set(words string, fill, edge fyne.ThemeColorName) {
	m.does.Hide()
	m.back.Set(fill, edge, 1)
	m.words.SetText(words)
	m.shown++
	m.bar.Show()
	m.place.Refresh()
}

func (m *messageBar) clear() { m.bar.Hide() }

// Say tells something that needs no answer; it goes away by itself.
func (sh *Shell) Say(words string) { sh.message.say(words) }

// Warn tells something that stays until it is closed or an act succeeds.
func (sh *Shell) Warn(words string) { sh.message.warn(words) }

// Offer is Warn with a button for what can be done.
func (sh *Shell) Offer(words, button string, do func()) { sh.message.offer(words, button, do) }

// Hush takes away what was told.
func (sh *Shell) Hush() { sh.message.clear() }
