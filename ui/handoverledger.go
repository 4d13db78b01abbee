package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ledgerList lists what was handed over, the newest first.
type ledgerList struct {
	screen *handOverScreen
	list   *kit.List
	empty  *kit.Text
	at     string          // id of the hand-over at hand while the keys are here
	lines  []blog.HandOver // newest first
	rows   map[fyne.CanvasObject]*ledgerRow
}

const ledgerHeight float32 = 44

func newLedgerList(s *handOverScreen) *ledgerList {
	l := &ledgerList{screen: s, rows: map[fyne.CanvasObject]*ledgerRow{}}
	l.list = kit.NewList(func() fyne.CanvasObject {
		r := newLedgerRow()
		l.rows[r.box] = r
		return r.box
	}, func(i int, o fyne.CanvasObject) { l.rows[o].show(l.lineAt(i)) })
	l.list.Typed = s.typed
	l.list.Keyed = func(k *fyne.KeyEvent) {
		if at := l.list.Selection(); kit.IsEnter(k) && at >= 0 {
			l.view(l.lines[at])
			return
		}
		s.keyed(k)
	}
	// The line is at hand only while the keys are here, and comes back with
	// them.
	l.list.Focused = func(on bool) {
		if on {
			l.list.Select(max(0, l.row()))
			return
		}
		l.keepRow()
		l.list.Select(-1)
	}
	l.empty = kit.NewQuiet("Nothing was handed over yet.")
	return l
}

// show lists the ledger as it is now.
func (l *ledgerList) show() {
	at := l.keepRow()
	l.lines = slices.Clone(l.screen.open.Handed)
	slices.Reverse(l.lines)
	heights := make([]float32, len(l.lines))
	for i := range heights {
		heights[i] = ledgerHeight
	}
	if at >= 0 {
		at = l.row()
	}
	l.list.SetRows(heights, at)
	l.list.Hidden = len(l.lines) == 0 // the keys would be nowhere to be seen
	l.empty.Hidden = len(l.lines) > 0
}

// keepRow keeps which hand-over is at hand, and gives its line, −1 for none.
func (l *ledgerList) keepRow() int {
	at := l.list.Selection()
	if at >= 0 {
		l.at = l.lines[at].ID
	}
	return at
}

// row is the line of the hand-over at hand, −1 for none.
func (l *ledgerList) row() int {
	return slices.IndexFunc(l.lines, func(h blog.HandOver) bool { return h.ID == l.at })
}

// ledgerLine is a line of the ledger in words.
type ledgerLine struct{ when, day, what, much, who string }

// lineAt is line i; it says its day where that is another than the day of the
// line over it, the first where it is not today.
func (l *ledgerList) lineAt(i int) ledgerLine {
	line, zone := l.line(l.lines[i]), l.screen.open.Zone
	above := l.screen.open.Now().UnixMilli()
	if i > 0 {
		above = l.lines[i-1].When
	}
	if when := time.UnixMilli(l.lines[i].When).In(zone); when.Format(time.DateOnly) != time.UnixMilli(above).In(zone).Format(time.DateOnly) {
		line.day = when.Format("2 Jan")
	}
	return line
}

func (l *ledgerList) line(h blog.HandOver) ledgerLine {
	d := l.screen.open
	what := l.nameOf(h)
	if h.To != "" {
		what += " → " + h.To
	}
	much := "what was new"
	if h.Whole {
		much = "all"
	}
	if h.Rehearsal {
		much = "rehearsal, " + much
	}
	return ledgerLine{blog.Clock(h.When, d.Zone), "", what, entryItemsWords(h.Items, h.Whole), d.AuthorName(h.Author) + " · " + much}
}

// nameOf is what the profile of a hand-over is called, or its form where the
// profile is gone.
func (l *ledgerList) nameOf(h blog.HandOver) string {
	for _, p := range profilesOf(l.screen.open.Profiles) {
		if p.ID == h.Profile {
			return p.Name
		}
	}
	return h.Form
}

// ledgerRow is such a line as it is drawn.
type ledgerRow struct {
	box                        *fyne.Container
	when, day, what, much, who *kit.Text
}

func newLedgerRow() *ledgerRow {
	r := &ledgerRow{when: kit.NewBold(""), day: kit.NewQuiet("").Sized(12), what: kit.NewText("").Trim(), much: kit.NewQuiet("").Sized(12).Right(), who: kit.NewQuiet("").Sized(12).Trim()}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, ledgerHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const when float32 = 78
			much := r.much.MinSize().Width
			kit.Put(r.when, 10, 4, when, 20)
			kit.Put(r.day, 10, 22, when, 18)
			kit.Put(r.what, 10+when, 4, max(0, size.Width-20-when-much-8), 20)
			kit.Put(r.much, size.Width-10-much, 4, much, 20)
			kit.Put(r.who, 10+when, 22, max(0, size.Width-20-when), 18)
		},
	}, r.when, r.day, r.what, r.much, r.who)
	return r
}

func (r *ledgerRow) show(l ledgerLine) {
	r.when.SetText(l.when)
	r.day.SetText(l.day)
	r.what.SetText(l.what)
	r.much.SetText(l.much)
	r.who.SetText(l.who)
	r.box.Refresh()
}

// view shows what one hand-over gave, and gives it again.
func (l *ledgerList) view(h blog.HandOver) {
	w, line := l.screen.window, l.line(h)
	var lines []shell.Line
	for _, i := range h.Items {
		lines = append(lines, shell.Line{Words: l.itemName(i), Aside: itemAside(i.Kind)})
	}
	list := w.ViewList(lines, shell.Look{Size: 14, Aside: 12, Height: 30}, 0)
	list.Typed = func(r rune) {
		if r = unicode.ToLower(r); r == 'c' || r == 's' {
			w.CloseOverlay()
			l.giveAgain(h, r == 's')
		}
	}
	w.Whole("Handed over "+line.when+": "+line.what, line.who+": "+itemWords(h.Items, h.Whole)+". C copies it again as it was, S saves it; nothing new is recorded.", list, list)
}

// itemName is what a handed-over thing is called.
func (l *ledgerList) itemName(i blog.Item) string {
	d := l.screen.open
	for _, e := range d.Entries {
		if e.ID == i.ID {
			return blog.Clock(e.Published, d.Zone) + "  " + entryName(e)
		}
	}
	for _, c := range d.Contests {
		if c.ID == i.ID {
			return c.Name
		}
	}
	for _, c := range d.Councils {
		if c.ID == i.ID {
			return c.Name
		}
	}
	return model.UpperFirst(i.Kind)
}

// entryName is what an entry is called where it has one line: its kicker, or
// how it begins.
func entryName(e blog.Entry) string {
	if e.Kicker != "" {
		return e.Kicker
	}
	return text.Plaintext(text.Parse(model.FirstOf(e.Text, 200), e.Figures()))
}

// itemAside is what a kind of item is called beside a name that does not say
// it.
func itemAside(kind string) string {
	switch kind {
	case blog.WithdrawnItem:
		return string(publish.Kill)
	case blog.ResultItem, blog.CouncilItem:
		return kind
	}
	return ""
}

// giveAgain renders a hand-over as it was, and copies or saves it.
func (l *ledgerList) giveAgain(h blog.HandOver, file bool) {
	s := l.screen
	var t taking
	s.open.Ask(func(n *night.Night) error {
		acts, err := n.History(h.ID)
		if err != nil || len(acts) == 0 {
			return err
		}
		e, err := n.Edition(night.Moment{Seq: acts[0].Seq - 1})
		if err != nil {
			return err
		}
		e.Details.Rehearsal = h.Rehearsal
		t, err = prepare(e, demand{wayOf(h, e.Profiles), h.Whole, file, model.FileName(e.Details.Title)}, n.Picture)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			s.window.Warn(model.Sentence(err))
		case file:
			s.window.AskSave("Save it again", t.files[0].Name, func(path string) { s.write(path, t.files, s.saved) })
		default:
			s.clip(t.files, "Copied again, as it was at "+blog.Clock(h.When, s.open.Zone)+". Nothing new is recorded.")
		}
	})
}

// wayOf is the way of a hand-over, with the profile as it was then.
func wayOf(h blog.HandOver, own []blog.Profile) way {
	for _, p := range profilesOf(own) {
		if p.ID == h.Profile {
			p.Form, p.To = h.Form, h.To
			return way{profile: p}
		}
	}
	return way{profile: blog.Profile{ID: h.Profile, Form: h.Form, To: h.To}}
}
