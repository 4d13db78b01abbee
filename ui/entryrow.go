package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

const (
	entryTimeWidth   float32 = 78
	entryStatusWidth float32 = 108
	entryLine        float32 = 20
	entryLines               = 3 // of text that a row shows at most
	separatorHeight  float32 = 26
	statusLines              = 4 // quiet ones at the right of a row, at most
)

// entryRow is one entry in the timeline.
type entryRow struct {
	box          *fyne.Container
	day          *kit.Text // the date, over the first entry of a day
	time, kicker *kit.Text
	lines        []*kit.Text
	status       []*kit.Text
	rule         *kit.Box
	dated        bool
}

func newEntryRow() *entryRow {
	r := &entryRow{
		day: kit.NewSmall("").Centre(), time: kit.NewBold(""), kicker: kit.NewBold("").Trim(),
		rule: kit.NewBox(kit.Line),
	}
	objects := []fyne.CanvasObject{r.day, r.time, r.kicker, r.rule}
	for range entryLines {
		t := kit.NewText("").Trim()
		r.lines = append(r.lines, t)
		objects = append(objects, t)
	}
	for range statusLines {
		t := kit.NewSmall("").Right().Trim()
		r.status = append(r.status, t)
		objects = append(objects, t)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 40) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size) },
	}, objects...)
	return r
}

func (r *entryRow) put(size fyne.Size) {
	y := float32(8)
	kit.Put(r.day, 0, 0, size.Width, separatorHeight)
	if r.dated {
		y += separatorHeight - 4
	}
	kit.Put(r.time, 10, y, entryTimeWidth, entryLine)
	left := 10 + entryTimeWidth
	right := size.Width - 10 - entryStatusWidth
	for i, t := range r.status {
		kit.Put(t, right, y+float32(i)*17, entryStatusWidth, 18)
	}
	if r.kicker.Words() != "" {
		kit.Put(r.kicker, left, y, max(0, right-left-12), entryLine)
		y += entryLine
	}
	for _, t := range r.lines {
		kit.Put(t, left, y, max(0, right-left-12), entryLine)
		y += entryLine
	}
	kit.Put(r.rule, 10, size.Height-1, max(0, size.Width-20), 1)
}

// textWidth is the room for an entry's text in a list of the given width.
func textWidth(list float32) float32 {
	return list - 2*10 - entryTimeWidth - entryStatusWidth - 12
}

// summary is what a row shows of an entry, worked out once for each version
// of it and each width.
type summary struct {
	kicker string
	lines  []string
	height float32
}

func summarise(e blog.Entry, width float32) summary {
	s := summary{kicker: strings.ToUpper(e.Kicker)}
	words := "Withdrawn. Its place in the blog stays and says so."
	if !e.Withdrawn {
		words = text.Plaintext(text.Parse(model.FirstOf(e.Text, 600), e.Figures()))
	} else {
		s.kicker = ""
	}
	s.lines = kit.Wrap(words, kit.BodySize, false, width, entryLines)
	s.height = 16 + entryLine*float32(len(s.lines))
	if s.kicker != "" {
		s.height += entryLine
	}
	return s
}

func (r *entryRow) show(e blog.Entry, s summary, status [statusLines]string, zone *time.Location, day string) {
	r.dated = day != ""
	r.day.SetText(day)
	r.time.SetText(blog.Clock(e.Published, zone))
	r.kicker.SetText(s.kicker)
	for i, t := range r.lines {
		t.SetText("")
		if i < len(s.lines) {
			t.SetText(s.lines[i])
		}
	}
	for i, words := range status {
		r.status[i].SetText(words)
	}
	r.put(r.box.Size())
}

// entryHeight is the height of an entry's row: that of its text, or of what
// stands at the right where that is more.
func entryHeight(s summary, status [statusLines]string) float32 {
	h := float32(16)
	for _, line := range status {
		if line != "" {
			h += 17
		}
	}
	return max(s.height, h)
}

// entryStatus are the quiet lines at the right of a row: who wrote, of when it
// tells, what it is, how it was changed, and how it stands with those who take
// the blog.
func entryStatus(e blog.Entry, author string, handed model.HandedState, zone *time.Location) [statusLines]string {
	var marks []string
	if e.Key {
		marks = append(marks, "key")
	}
	if e.Pinned {
		marks = append(marks, "pinned")
	}
	change := ""
	switch {
	case e.Withdrawn:
		change = "withdrawn"
	case len(e.Corrections) > 0:
		change = "corrected " + blog.Clock(e.Corrections[len(e.Corrections)-1].When, zone)
	case e.Updated > e.Published:
		change = "updated " + blog.Clock(e.Updated, zone)
	}
	event := ""
	if e.Happened != 0 && e.Happened != e.Published {
		event = "of " + blog.Clock(e.Happened, zone)
		if blog.Day(e.Happened, zone) != blog.Day(e.Published, zone) {
			event = "of " + time.UnixMilli(e.Happened).In(zone).Format("2 Jan 3.04pm")
		}
	}
	lines := filled(append(strings.SplitN(author, " & ", 2), event, strings.Join(marks, " · "), change, handed.Words()))
	if len(lines) > statusLines {
		lines = filled([]string{author, strings.Join(filled(append([]string{event}, marks...)), " · "), change, handed.Words()})
	}
	var out [statusLines]string
	copy(out[:], lines)
	return out
}

// filled are the lines that say something.
func filled(lines []string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}
