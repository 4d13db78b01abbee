package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// topBar is the head of the window: the night, the clock, what is saved and
// who writes.
type topBar struct {
	window *Window
	box    *fyne.Container
	title  *kit.Text
	dates  *kit.Button
	clock  *kit.Text
	saved  *kit.Text
	author *kit.Button
	other  *kit.Button // to the other half of the desk, where one shows at a time
	live   *kit.Text   // that the live page is not written, hidden mostly
	badge  *kit.Badge  // that the night is a rehearsal, hidden mostly
	stop   chan struct{}
}

func newTopBar(w *Window) *topBar {
	t := &topBar{
		window: w, title: kit.NewText("").Bold().Sized(14).Trim(), dates: kit.NewButton("", kit.Outlined, w.editDetails),
		clock: kit.NewQuiet(""), saved: kit.NewText(""), author: kit.NewButton("", kit.Outlined, w.chooseAuthor),
		other: kit.NewButton("", kit.Outlined, w.otherHalf), stop: make(chan struct{}),
		live: kit.NewBold("Live page not written").As(kit.WarnInk), badge: kit.NewBadge("REHEARSAL"),
	}
	t.other.Hide()
	t.live.Hide()
	t.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 44) },
		Put: t.put,
	}, kit.NewBox(kit.Panel), t.title, t.dates, t.clock, t.saved, t.author, kit.NewBox(kit.Line), t.other, t.live, t.badge)
	go t.tick(w.open.Now)
	return t
}

func (t *topBar) put(o []fyne.CanvasObject, size fyne.Size) {
	kit.Put(o[0], 0, 0, size.Width, size.Height)
	kit.Put(o[6], 0, size.Height-1, size.Width, 1)
	right := size.Width - 16
	// What is wrong comes before the time of day.
	t.clock.Hidden = t.live.Visible() && size.Width < narrow
	for _, x := range []fyne.CanvasObject{t.author, t.saved, t.live, t.clock} {
		if !x.Visible() {
			continue
		}
		m := x.MinSize()
		kit.Put(x, right-m.Width, (44-m.Height)/2, m.Width, m.Height)
		right -= m.Width + 18
	}
	left := float32(16)
	if t.badge.Visible() {
		m := t.badge.MinSize()
		kit.Put(t.badge, left, (44-m.Height)/2, m.Width, m.Height)
		left += m.Width + 12
	}
	dates, other := t.dates.MinSize(), float32(0)
	if t.other.Visible() {
		other = t.other.MinSize().Width + 8
	}
	title := max(0, min(fyne.MeasureText(t.title.Words(), 14, fyne.TextStyle{Bold: true}).Width+2, right-left-dates.Width-34-other))
	kit.Put(t.title, left, 0, title, 43)
	kit.Put(t.dates, left+title+16, 9, dates.Width, 26)
	kit.Put(t.other, left+title+16+dates.Width+8, 9, t.other.MinSize().Width, 26)
}

// widestName is how wide the name of who writes may be: the title needs room
// as well.
const widestName float32 = 170

// show says what the night is called and who writes.
func (t *topBar) show() {
	d := t.window.open
	t.title.SetText(d.Details.Title)
	t.badge.Hidden = !d.Details.Rehearsal
	dates := "Details"
	if c, ok := d.Current(); ok && c.Date != "" {
		dates = model.Day(c.Date)
	}
	t.dates.SetWords(dates)
	t.clock.SetText(t.window.clockWords(t.window.open.Now()))
	if d.ReadOnly != "" {
		t.saved.Set("Read only", true, kit.Quiet)
		t.author.Hide()
	} else {
		t.author.Show()
	}
	t.other.SetWords("To the blog  F6")
	if t.window.half == blogHalf {
		t.other.SetWords("To the count  F6")
	}
	words := "Who writes? ▾"
	if d.Author != "" {
		words = "Writing as " + kit.Fit(d.AuthorName(d.Author), kit.BodySize, fyne.TextStyle{}, widestName) + " ▾"
	}
	t.author.SetWords(words)
	t.box.Refresh()
}

// tick moves the clock on, once a minute.
func (t *topBar) tick(clock func() time.Time) {
	for {
		now := clock()
		select {
		case <-time.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now)):
			fyne.Do(func() {
				if t.window.top == t && t.window.open != nil {
					t.clock.SetText(t.window.clockWords(t.window.open.Now()))
				}
			})
		case <-t.stop:
			return
		}
	}
}

// rail leads from one screen to another.
type rail struct {
	box   *fyne.Container
	items map[screenID]*railItem
}

func newRail(w *Window) *rail {
	r := &rail{items: map[screenID]*railItem{}}
	objects := []fyne.CanvasObject{kit.NewBox(kit.Panel), kit.NewBox(kit.Line)}
	for _, s := range []struct {
		id    screenID
		words string
		icon  string
	}{{deskScreenID, "Desk", deskIcon}, {resultScreenID, "Results", resultsIcon}, {chartScreenID, "Charts", chartsIcon}, {handOverScreenID, "Hand-over", handOverIcon}} {
		item := newRailItem(s.words, s.icon, func() { w.goTo(s.id) })
		r.items[s.id] = item
		objects = append(objects, item)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(68, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], size.Width-1, 0, 1, size.Height)
			for i, item := range o[2:] {
				kit.Put(item, 0, 8+float32(i)*58, size.Width-1, 58)
			}
		},
	}, objects...)
	return r
}

func (r *rail) show(id screenID) {
	for i, item := range r.items {
		item.setChosen(i == id)
	}
}
