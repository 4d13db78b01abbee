package ui

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// timeline lists the entries of the blog, newest first, and the held ones;
// the entry that is selected can be changed.
type timeline struct {
	open   *model.OpenNight
	window *Window

	count   *kit.Text
	filters []*kit.Button
	find    *kit.Entry
	list    *kit.List
	actions *fyne.Container // of the selected entry, in place of the filters
	head    *fyne.Container
	notice  *fyne.Container // that entries print figures which no longer hold
	empty   *kit.Text
	root    *fyne.Container

	filter entryFilter
	handed map[string]model.HandedState // by entry id; nil where nothing is handed over
	asks   model.Single                 // of findHanded
	shown  []blog.Entry                 // may be the desk's own list, which changes in place
	chosen string                       // id of the selected entry, empty where none is
	held   []held
	stale  []figure.Stale // entries that print figures which no longer hold
	width  float32

	rows    map[fyne.CanvasObject]*entryRow
	worked  map[string]*workedOut // by entry id
	working bool                  // more of them are about to be worked out
}

func newTimeline(w *Window) *timeline {
	t := &timeline{open: w.Night, window: w, filter: allEntries, rows: map[fyne.CanvasObject]*entryRow{}, worked: map[string]*workedOut{}}
	t.count = kit.NewBold("")
	for _, f := range []entryFilter{allEntries, keyEntries, heldEntries} {
		t.filters = append(t.filters, kit.NewButton(f.words, kit.Bare, func() { t.setFilter(f) }))
	}
	t.filters = append(t.filters, kit.NewButton(moreWords, kit.Bare, w.chooseEntries))
	t.find = kit.NewEntry("Find in the night…")
	t.find.OnChanged = func(string) { t.show() }
	t.find.Keyed = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyReturn || k.Name == fyne.KeyDown {
			w.Focus(t.list)
			return true
		}
		return w.Key(k)
	}
	t.list = kit.NewList(t.newRow, t.fillRow)
	t.list.Selected = func(int) {
		e, _ := t.selected()
		t.chosen = e.ID
		t.showActions()
	}
	t.list.Over = func(i int) float32 {
		if t.dayOver(i) == "" {
			return 0
		}
		return separatorHeight
	}
	t.list.Keyed = t.keyed
	t.list.Typed = t.typed
	t.list.Resized = func(width float32) { t.width = width; t.show() }
	t.empty = kit.NewQuiet("").Centre()
	t.actions = container.NewStack()
	t.head = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, 28) },
		Put: t.putHead,
	}, t.count, t.filters[0], t.filters[1], t.filters[2], t.filters[3], t.find, t.actions)
	t.notice = container.NewStack()
	t.root = container.NewBorder(kit.Column(0, kit.Inset(t.head, 10, 10, 4, 10), kit.Inset(t.notice, 0, 10, 0, 10)), nil, nil, nil, container.NewStack(t.list, t.empty))
	return t
}

func (t *timeline) putHead(_ []fyne.CanvasObject, size fyne.Size) {
	if t.actions.Visible() {
		kit.Put(t.actions, 0, 0, size.Width, 28)
		return
	}
	x := t.count.MinSize().Width
	kit.Put(t.count, 0, 0, x, 28)
	x += 10
	for _, f := range t.filters {
		w := f.MinSize().Width
		kit.Put(f, x, 1, w, 26)
		x += w + 2
	}
	kit.Put(t.find, x+8, 1, max(60, size.Width-x-8), 26)
}

func (t *timeline) newRow() fyne.CanvasObject {
	r := newEntryRow()
	t.rows[r.box] = r
	return r.box
}

func (t *timeline) setFilter(f entryFilter) {
	t.filter = f
	t.list.Select(-1)
	t.show()
}

// show lists what the filter and the search leave.
func (t *timeline) show() {
	published := 0
	for _, e := range t.open.Entries {
		if !e.Withdrawn {
			published++
		}
	}
	t.count.SetText(election.Several(published, "entry", "entries"))
	t.filters[2].SetWords("Held")
	if len(t.held) > 0 {
		t.filters[2].SetWords(fmt.Sprintf("Held %d", len(t.held)))
	}
	t.showFilters()
	if t.filter == heldEntries {
		t.showHeld()
		return
	}
	t.shown = t.matching()
	at := -1
	if t.chosen != "" {
		at = slices.IndexFunc(t.shown, func(e blog.Entry) bool { return e.ID == t.chosen })
	}
	heights, more := t.heights()
	t.list.SetRows(heights, at)
	t.later(more)
	t.empty.SetText("")
	switch {
	case len(t.shown) > 0:
	case t.find.Text != "" && t.filter != allEntries:
		t.empty.SetText("Nothing that is listed here matches “" + t.find.Text + "”. “All” looks through the whole night.")
	case t.find.Text != "":
		t.empty.SetText("Nothing in this night matches “" + t.find.Text + "”.")
	case t.filter == keyEntries && t.open.ReadOnly != "":
		t.empty.SetText("No key moments yet.")
	case t.filter == keyEntries:
		t.empty.SetText("No key moments yet. Ctrl+Shift+K makes the selected entry one.")
	case t.filter != allEntries:
		t.empty.SetText("No entry is " + t.filter.words + ".")
	case t.open.ReadOnly != "":
		t.empty.SetText("No entries yet.")
	default:
		t.empty.SetText("No entries yet. Write the first one above; Ctrl+Enter publishes it.")
	}
	t.showActions()
}

// matching are the entries that the filter and the search leave.
func (t *timeline) matching() []blog.Entry {
	find := text.SearchKey(strings.TrimSpace(t.find.Text))
	if find == "" && t.filter == allEntries && !t.open.Details.OldestFirst {
		return t.open.Entries
	}
	about := t.aboutContest()
	var out []blog.Entry
	for _, e := range t.open.Entries {
		if t.passes(e, about) && (find == "" || strings.Contains(t.fold(e), find)) {
			out = append(out, e)
		}
	}
	if t.open.Details.OldestFirst {
		slices.Reverse(out)
	}
	return out
}

func (t *timeline) authors(e blog.Entry) string {
	var names []string
	for _, id := range e.Authors {
		names = append(names, t.open.AuthorName(id))
	}
	return strings.Join(names, " & ")
}

// dayOver is the date that stands over row i: where it is another than that
// of the row above it.
func (t *timeline) dayOver(i int) string {
	if i == 0 || t.filter == heldEntries {
		return ""
	}
	day := t.work(t.shown[i]).day
	if day == t.work(t.shown[i-1]).day {
		return ""
	}
	return day
}

func (t *timeline) fillRow(i int, o fyne.CanvasObject) {
	r := t.rows[o]
	if i >= len(t.shown) {
		return
	}
	e := t.shown[i]
	if t.filter == heldEntries {
		r.show(e, t.work(e).summary, entryStatus(e, "held", model.NotAsked, t.open.Zone), t.open.Zone, "")
		return
	}
	w := t.work(e)
	r.show(e, w.summary, w.status, t.open.Zone, t.dayOver(i))
}
