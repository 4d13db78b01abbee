package ui

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// selected is the entry that is selected in the timeline.
func (t *timeline) selected() (blog.Entry, bool) {
	i := t.list.Selection()
	if i < 0 || i >= len(t.shown) {
		return blog.Entry{}, false
	}
	return t.shown[i], true
}

// showActions offers, in place of the filters, what can be done with the
// selected entry.
func (t *timeline) showActions() {
	e, ok := t.selected()
	t.actions.Hidden = !ok
	for _, o := range []fyne.CanvasObject{t.count, t.filters[0], t.filters[1], t.filters[2], t.filters[3], t.find} {
		if ok {
			o.Hide()
		} else {
			o.Show()
		}
	}
	if ok {
		title := blog.Clock(e.Published, t.open.Zone)
		if e.Kicker != "" {
			title = e.Kicker
		}
		var row []fyne.CanvasObject
		for _, a := range t.actionsFor(e) {
			row = append(row, kit.NewButton(a.words, kit.Bare, a.do))
		}
		row = append(row, kit.NewButton("✕", kit.Bare, func() { t.list.Select(-1) }))
		t.actions.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, kit.Row(2, row...), kit.NewBold(title).Trim())}
	}
	t.head.Refresh()
}

// action is one thing that can be done with an entry; its key works while the
// list has the focus.
type action struct {
	words string
	key   rune
	do    func()
}

func (t *timeline) actionsFor(e blog.Entry) []action {
	copyText := action{"Copy  Y", 'y', func() { t.copy(e) }}
	if t.filter == heldEntries {
		h := t.held[t.list.Selection()]
		return []action{
			{"Take up  E", 'e', func() { t.take(h) }},
			{"Throw away  W", 'w', func() { t.throwAway(h) }},
		}
	}
	versions := action{"Versions", 'v', func() { t.showVersions(e) }}
	if t.open.ReadOnly != "" {
		return []action{versions, copyText}
	}
	if e.Withdrawn {
		return []action{{"Restore", 'r', func() { t.restore(e) }}, versions}
	}
	pin, key := "Pin", "Key"
	if e.Pinned {
		pin = "Unpin"
	}
	if e.Key {
		key = "Not key"
	}
	composer := t.window.composer
	return []action{
		{"Edit", 'e', func() { composer.edit(e, night.Update) }},
		{"Typo", 't', func() { composer.edit(e, night.Minor) }},
		{"Correct", 'c', func() { composer.edit(e, night.Correction) }},
		{pin, 'p', func() { t.mark(e, e.Key, !e.Pinned) }},
		{key, 'k', func() { t.mark(e, !e.Key, e.Pinned) }},
		{"Label", 'l', func() { t.label(e) }},
		{"Tags  G", 'g', func() { t.tag(e) }},
		{"Withdraw", 'w', func() { t.withdraw(e) }},
		versions,
		copyText,
	}
}

// keyed works the selected entry by keys.
func (t *timeline) keyed(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		t.list.Select(-1)
		t.window.Unfocus()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.do('e')
	case fyne.KeyF6:
		t.window.desk.other()
	}
}

func (t *timeline) typed(r rune) { t.do(unicode.ToLower(r)) }

// do runs the action with the given key on the selected entry.
func (t *timeline) do(key rune) {
	e, ok := t.selected()
	if !ok {
		t.window.Say("Select an entry first: Ctrl+T goes to the timeline, ↑ and ↓ choose.")
		return
	}
	for _, a := range t.actionsFor(e) {
		if a.key == key {
			a.do()
			return
		}
	}
}

func (t *timeline) mark(e blog.Entry, key, pinned bool) {
	author := t.open.Author
	t.open.Act(func(n *night.Night) error { return n.Mark(author, e.ID, key, e.KeyLabel, pinned) }, nil)
}

// label gives a key moment the short words that the page's head lists it by.
func (t *timeline) label(e blog.Entry) {
	f := shell.NewField("Label; empty is the kicker", e.KeyLabel, e.Kicker)
	t.window.Sheet("Key moment", "The head of the page lists it by these words.", []*shell.Field{f}, "Save", func() string {
		author, words := t.open.Author, strings.TrimSpace(f.Entry.Text)
		t.open.Act(func(n *night.Night) error { return n.Mark(author, e.ID, true, words, e.Pinned) }, nil)
		return ""
	})
}

// tag gives an entry words to find it by.
func (t *timeline) tag(e blog.Entry) {
	f := shell.NewField("Tags, with commas between them", strings.Join(e.Tags, ", "), "recount, reaction")
	t.window.Sheet("Tags", "They are for finding entries and are not published.", []*shell.Field{f}, "Save", func() string {
		author, tags := t.open.Author, []string{f.Entry.Text}
		t.open.Act(func(n *night.Night) error { return n.Tag(author, e.ID, tags) }, nil)
		return ""
	})
}

func (t *timeline) withdraw(e blog.Entry) {
	t.window.AskLine("Withdraw this entry? Its text leaves the page; its place stays and says so.", "Why", "Withdraw", func(reason string) {
		author := t.open.Author
		t.open.Act(func(n *night.Night) error { return n.Withdraw(author, e.ID, reason) }, nil)
	})
}

func (t *timeline) restore(e blog.Entry) {
	author := t.open.Author
	t.open.Act(func(n *night.Night) error { return n.Restore(author, e.ID) }, nil)
}

func (t *timeline) take(h held) {
	t.filter = allEntries
	t.list.Select(-1)
	t.window.composer.take(h)
	t.countHeld()
}

func (t *timeline) throwAway(h held) {
	if t.window.composer.group == h.group {
		t.window.Say("That one is in the composer: put it aside first (Ctrl+H).")
		return
	}
	t.list.Select(-1)
	t.open.Drafts.Forget(h.group, "")
	t.countHeld()
}

// copy puts the text of an entry on the clipboard, as it is published.
func (t *timeline) copy(e blog.Entry) {
	words := text.Plaintext(text.Parse(e.Text, e.Figures()))
	if e.Kicker != "" {
		words = e.Kicker + "\n\n" + words
	}
	fyne.CurrentApp().Clipboard().SetContent(words)
	t.window.Say("Copied as text.")
}
