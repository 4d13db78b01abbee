package shell

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
	shell  *Shell
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

func newTopBar(sh *Shell) *topBar {
	t := &topBar{
		shell: sh, title: kit.NewText("").Bold().Sized(14).Trim(), dates: kit.NewButton("", kit.Outlined, sh.frame.Details),
		clock: kit.NewQuiet(""), saved: kit.NewText(""), author: kit.NewButton("", kit.Outlined, sh.chooseAuthor),
		other: kit.NewButton("", kit.Outlined, nil), stop: make(chan struct{}),
		live: kit.NewBold("Live page not written").As(kit.WarnInk), badge: kit.NewBadge("REHEARSAL"),
	}
	t.other.Hide()
	t.live.Hide()
	t.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 44) },
		Put: t.put,
	}, kit.NewBox(kit.Panel), t.title, t.dates, t.clock, t.saved, t.author, kit.NewBox(kit.Line), t.other, t.live, t.badge)
	go t.tick(sh.Night.Now)
	return t
}

func (t *topBar) put(o []fyne.CanvasObject, size fyne.Size) {
	kit.Put(o[0], 0, 0, size.Width, size.Height)
	kit.Put(o[6], 0, size.Height-1, size.Width, 1)
	right := size.Width - 16
	// What is wrong comes before the time of day.
	t.clock.Hidden = t.live.Visible() && size.Width < Narrow
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
	d := t.shell.Night
	t.title.SetText(d.Details.Title)
	t.badge.Hidden = !d.Details.Rehearsal
	dates := "Details"
	if c, ok := d.Current(); ok && c.Date != "" {
		dates = model.Day(c.Date)
	}
	t.dates.SetWords(dates)
	t.clock.SetText(t.now())
	if d.ReadOnly != "" {
		t.saved.Set("Read only", true, kit.Quiet)
		t.author.Hide()
	} else {
		t.author.Show()
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
				if t.shell.top == t {
					t.clock.SetText(t.now())
				}
			})
		case <-t.stop:
			return
		}
	}
}

// now is the time of day as the head of the window says it.
func (t *topBar) now() string {
	d := t.shell.Night
	return d.Now().In(d.Zone).Format("15:04 MST")
}

// say says how the file stands.
func (t *topBar) say(words string, bold bool, role fyne.ThemeColorName) {
	t.saved.Set(words, bold, role)
	t.box.Refresh()
}

// showLive says that the live page is not written.
func (t *topBar) showLive() {
	t.live.Hidden = t.shell.Night.LiveState.Err == nil
	t.box.Refresh()
}
