package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// findStale looks, away from the window, for published entries that print a
// figure which a correction of a result has moved since, or a result that was
// taken back, and says so over the timeline. Published copy never changes by
// itself: each is offered as a correction that a person makes.
func (w *Window) findStale() {
	if !slices.ContainsFunc(w.Night.Results.All, func(r *model.ContestResult) bool { return mayBeStale(*r.Contest()) }) {
		w.blog.showStale(nil)
		return
	}
	returns, entries := w.Night.Returns(), slices.Clone(w.Night.Entries)
	d := w.Night
	go func() {
		stale := figure.Affected(entries, returns)
		fyne.Do(func() {
			if w.Night == d {
				w.blog.showStale(stale)
			}
		})
	}()
}

// mayBeStale reports whether figures of a contest that were public once are not
// so any more: it was corrected, or its declaration was taken back.
func mayBeStale(c election.Contest) bool {
	return c.State == election.Corrected || c.Revision > 1 || c.Revision == 1 && !c.State.IsDeclared()
}

// showStale says how many entries print a figure that no longer holds.
func (t *timeline) showStale(stale []figure.Stale) {
	t.notice.Objects = nil
	t.stale = stale
	if len(stale) > 0 && t.open.ReadOnly == "" {
		t.notice.Objects = []fyne.CanvasObject{kit.NewBox(kit.Warn).Rounded(),
			kit.Inset(kit.Marked("!", staleWords(stale), kit.NewButton("Look…  Ctrl+Shift+1", kit.Outlined, t.chooseStale)), 4, 8, 4, 8)}
	}
	t.notice.Refresh()
	t.root.Refresh()
}

// staleWords count the entries, those that print a result that was taken back
// by themselves.
func staleWords(stale []figure.Stale) string {
	back := 0
	for _, s := range stale {
		if len(s.TakenBack) > 0 {
			back++
		}
	}
	var words []string
	if back > 0 {
		words = append(words, entriesPrint(back)+" a result that was taken back: its figures are not public.")
	}
	if moved := len(stale) - back; moved > 0 {
		words = append(words, entriesPrint(moved)+" a figure that has been corrected since.")
	}
	return strings.Join(words, " ")
}

// entriesPrint is "1 entry prints" or "2 entries print".
func entriesPrint(n int) string { return election.Several(n, "entry prints", "entries print") }

// chooseStale lists those entries with what they would say; the one chosen
// comes into the composer as a correction, its note begun.
func (t *timeline) chooseStale() {
	stale := t.stale
	if len(stale) == 0 {
		t.window.Say("No entry prints a figure that has moved.")
		return
	}
	var choices []kit.Choice
	for _, s := range stale {
		choices = append(choices, kit.Choice{Words: blog.Clock(s.Entry.Published, t.open.Zone) + "  " + s.Now, Aside: "was: " + s.Was, Do: func() {
			c := t.window.composer
			if c.edit(s.Entry, night.Correction); c.editing == s.Entry.ID && c.note.Text == "" {
				printed := "a figure that has since been corrected: "
				if len(s.TakenBack) > 0 {
					printed = "a result that was taken back: "
				}
				c.note.SetText("An earlier version printed " + printed + s.Was)
			}
		}})
	}
	words := "The figures in it are bound: they are put right when the correction is saved."
	if slices.ContainsFunc(stale, func(s figure.Stale) bool { return len(s.TakenBack) > 0 }) {
		words += " What was taken back has no figures: write the entry without them, or withdraw it."
	}
	t.window.Choose("Which entry to correct?\n"+words, choices)
}
