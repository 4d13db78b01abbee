package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// findStale looks, away from the window, for published entries that print a
// figure which a correction of a result has moved since, and says so over the
// timeline. Published copy never changes by itself: each is offered as a
// correction that a person makes.
func (w *window) findStale() {
	if !slices.ContainsFunc(w.desk.results.all, func(r *reckoning) bool { return r.contest().State == election.Corrected }) {
		return
	}
	returns, entries := w.desk.returns(), slices.Clone(w.desk.entries)
	d := w.desk
	go func() {
		stale := blog.Affected(entries, returns)
		fyne.Do(func() {
			if w.desk == d {
				w.blog.showStale(stale)
			}
		})
	}()
}

// showStale says how many entries print a figure that no longer holds.
func (t *timeline) showStale(stale []blog.Stale) {
	t.notice.Objects = nil
	if len(stale) > 0 && t.desk.readOnly == "" {
		words := "1 entry prints a figure that has been corrected since."
		if len(stale) > 1 {
			words = election.Several(len(stale), "entry", "entries") + " print a figure that has been corrected since."
		}
		t.notice.Objects = []fyne.CanvasObject{kit.NewBox(kit.Warn).Rounded(),
			kit.Inset(marked("!", words, kit.NewButton("Look…", kit.Outlined, func() { t.chooseStale(stale) })), 4, 8, 4, 8)}
	}
	t.notice.Refresh()
	t.root.Refresh()
}

// chooseStale lists those entries with what they would say; the one chosen
// comes into the composer as a correction, its note begun.
func (t *timeline) chooseStale(stale []blog.Stale) {
	var choices []kit.Choice
	for _, s := range stale {
		choices = append(choices, kit.Choice{Words: blog.Clock(s.Entry.Published, t.desk.zone) + "  " + s.Now, Aside: "was: " + s.Was, Do: func() {
			c := t.window.composer
			if c.edit(s.Entry, night.Correction); c.editing == s.Entry.ID && c.note.Text == "" {
				c.note.SetText("An earlier version printed a figure that has since been corrected: " + s.Was)
			}
		}})
	}
	t.window.choose("Which entry to correct?\nThe figures in it are bound: they are put right when the correction is saved.", choices)
}
