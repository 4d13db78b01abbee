package ui

import (
	"cmp"
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// entryVersion is an entry as an act left it.
type entryVersion struct {
	act   night.Recorded
	entry blog.Entry
}

// showVersions reads every version of an entry and shows what each changed,
// with who and when.
func (t *timeline) showVersions(e blog.Entry) {
	var versions []entryVersion // newest first
	t.open.Ask(func(n *night.Night) error {
		acts, err := n.History(e.ID)
		if err != nil {
			return err
		}
		for _, act := range acts {
			was, err := n.EntryAt(e.ID, act.Seq)
			if err != nil {
				return err
			}
			versions = append([]entryVersion{{act, was}}, versions...)
		}
		return nil
	}, func(err error) {
		if err != nil {
			t.open.Failed(err)
			return
		}
		t.viewVersions(versions)
	})
}

func (t *timeline) viewVersions(versions []entryVersion) {
	w := t.window
	body := container.NewStack()
	var lines []shell.Line
	for _, v := range versions {
		lines = append(lines, shell.Line{Words: blog.Clock(v.act.Recorded, t.open.Zone), Aside: t.versionWords(v.act)})
	}
	list := w.ViewList(lines, shell.Look{Size: 14, Aside: 12, Height: 30}, -1)
	list.Selected = func(i int) {
		if i < 0 {
			return
		}
		var before blog.Entry
		if i+1 < len(versions) {
			before = versions[i+1].entry
		}
		body.Objects = []fyne.CanvasObject{t.versionBody(before, versions[i])}
		body.Refresh()
	}
	moved := list.Keyed
	list.Keyed = func(k *fyne.KeyEvent) {
		if kit.IsEnter(k) && t.open.ReadOnly == "" {
			t.takeVersion(versions, list.Selection())
			return
		}
		moved(k)
	}
	view := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			left := size.Width * 0.38
			kit.Put(o[0], 0, 0, left, size.Height)
			kit.Put(o[1], left+8, 0, 1, size.Height)
			kit.Put(o[2], left+20, 0, size.Width-left-20, size.Height)
		},
	}, list, kit.NewBox(kit.Line), container.NewVScroll(body))
	words := "↑ and ↓ choose; struck words are gone, underlined ones are new."
	if t.open.ReadOnly == "" {
		words += " Enter takes that version into the composer."
	}
	w.Whole("Versions of the entry", words, view, list)
	list.Select(0)
}

// versionWords say who did what, and why.
func (t *timeline) versionWords(act night.Recorded) string {
	did := map[night.ActKind]string{
		"publish": "Published", "edit": "Edited", "correct entry": "Corrected", "withdraw": "Withdrawn",
		"restore": "Restored", "mark": "Marked", "tag": "Tagged", "undo": "Undone",
	}[act.Kind]
	words := did + " by " + t.open.AuthorName(act.Author)
	if act.Reason != "" {
		words += ": " + act.Reason
	}
	return words
}

// versionBody draws what an act changed in an entry.
func (t *timeline) versionBody(before blog.Entry, v entryVersion) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Wrapped(t.versionWords(v.act))}
	add := func(words string) { objects = append(objects, kit.Wrapped(words)) }
	if before.Kicker != "" || v.entry.Kicker != "" {
		objects = append(objects, drawDifference(before.Kicker, v.entry.Kicker))
	}
	objects = append(objects, drawDifference(asPrinted(before), asPrinted(v.entry)))
	said := func(was, is bool, words, not string) {
		if was != is {
			if !is {
				words = not
			}
			add(words)
		}
	}
	told := func(was, is, words string) {
		if was != is {
			add(words + ": " + cmp.Or(is, "none") + ".")
		}
	}
	if before.ID != "" {
		told(t.authors(before), t.authors(v.entry), "By-line")
		told(t.happened(before), t.happened(v.entry), "Time of the event")
	}
	told(strings.Join(before.Tags, ", "), strings.Join(v.entry.Tags, ", "), "Tags")
	told(before.KeyLabel, v.entry.KeyLabel, "Label")
	said(before.Key, v.entry.Key, "Made a key moment.", "No longer a key moment.")
	said(before.Pinned, v.entry.Pinned, "Pinned.", "No longer pinned.")
	said(before.Withdrawn, v.entry.Withdrawn, "Withdrawn.", "Restored.")
	return kit.Column(8, objects...)
}

// asPrinted is the text of an entry with its figures as they were frozen, so
// that a difference shows where one moved and the words did not.
func asPrinted(e blog.Entry) string { return text.FilledToRead(e.Text, e.Figures()) }

// happened is the time that an entry tells of, where it is not that of its
// publishing.
func (t *timeline) happened(e blog.Entry) string {
	if e.Happened == 0 || e.Happened == e.Published {
		return ""
	}
	return eventWords(e.Happened, e.Published, t.open.Zone)
}

// drawDifference draws what two versions of a text share and where they differ.
func drawDifference(was, is string) fyne.CanvasObject {
	var out []widget.RichTextSegment
	for _, s := range text.Difference(was, is) {
		style := widget.RichTextStyleInline
		switch {
		case s.Was:
			style.TextStyle.Strikethrough = true
			style.ColorName = kit.Quiet
		case s.Is && was != "":
			style.TextStyle.Underline = true
			style.TextStyle.Bold = true
		}
		out = append(out, &widget.TextSegment{Text: s.Text, Style: style})
	}
	r := widget.NewRichText(out...)
	r.Wrapping = fyne.TextWrapWord
	return r
}

// takeVersion brings an entry as it was into the composer, to be published
// again as an update.
func (t *timeline) takeVersion(versions []entryVersion, at int) {
	if at < 0 || at >= len(versions) {
		return
	}
	was, now := versions[at].entry, versions[0].entry
	t.window.CloseOverlay()
	if now.Withdrawn {
		t.window.Say("The entry is withdrawn: restore it first.")
		return
	}
	c := t.window.composer
	if c.changing() {
		return
	}
	c.edit(now, night.Update)
	c.fill(was.Kicker, was.Text, "")
	c.typed()
	t.window.Say("The entry as it was is in the composer. Ctrl+Enter publishes it as an update.")
}
