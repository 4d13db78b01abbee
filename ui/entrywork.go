package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/ui/model"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// This file works out what the timeline shows of its entries. In a long night
// that takes longer than a person may be kept waiting, so that entries far
// from the top first stand with a usual height, and some at a time are worked
// out between the turns of the window.

const (
	// atOnce is how many entries are worked out before a list is shown: more
	// than can be in sight.
	atOnce = 60
	// atATime is how many are worked out in a turn: a few milliseconds.
	atATime = 200
	// usualHeight is that of a row with a kicker and two lines.
	usualHeight = 16 + 3*entryLine
)

// workedOut is what showing an entry needs and costs time to work out; it
// holds for one version of the entry.
type workedOut struct {
	entry   blog.Entry
	width   float32 // for which the rest was worked out, 0 where it was not
	summary summary
	height  float32 // before that, the height it had last, or the usual one
	handed  model.HandedState
	status  [statusLines]string
	day     string
	folded  string
}

// holds reports whether what was worked out still holds for the entry as it
// is now. Figures that a correction froze anew come with a new Updated.
func (w *workedOut) holds(e blog.Entry) bool {
	was := &w.entry
	return was.Updated == e.Updated && was.Text == e.Text && was.Kicker == e.Kicker && was.Published == e.Published &&
		was.Key == e.Key && was.KeyLabel == e.KeyLabel && slices.Equal(was.Tags, e.Tags) &&
		slices.Equal(was.Authors, e.Authors) && was.Happened == e.Happened && was.Pinned == e.Pinned && was.Withdrawn == e.Withdrawn && len(was.Corrections) == len(e.Corrections)
}

// known is what is kept of an entry, and whether all of it is worked out for
// the width at hand.
func (t *timeline) known(e blog.Entry) (*workedOut, bool) {
	w := t.worked[e.ID]
	if handed := t.handed[e.ID]; w == nil || !w.holds(e) || w.handed != handed {
		fresh := &workedOut{entry: e, handed: handed, height: usualHeight}
		if w != nil {
			fresh.height = w.height
		}
		w = fresh
		t.worked[e.ID] = w
	}
	return w, w.width == t.textWidth()
}

func (t *timeline) textWidth() float32 { return textWidth(max(t.width, 300)) }

// work gives what is worked out of an entry, anew only if it has changed.
func (t *timeline) work(e blog.Entry) *workedOut {
	w, done := t.known(e)
	if done {
		return w
	}
	w.day, w.status = blog.Day(e.Published, t.open.Zone), entryStatus(e, t.authors(e), w.handed, t.open.Zone)
	w.width, w.summary = t.textWidth(), summarise(e, t.textWidth())
	w.height = entryHeight(w.summary, w.status)
	return w
}

// fold is what a search looks through of an entry.
func (t *timeline) fold(e blog.Entry) string {
	w, _ := t.known(e)
	if w.folded == "" {
		words := []string{e.Kicker, e.KeyLabel, e.Text, t.authors(e), strings.Join(e.Tags, " ")}
		if strings.ContainsAny(e.Text, `*_~{[\`) { // it reads otherwise than it was typed
			words = append(words, text.Plaintext(text.Parse(e.Text, e.Figures())))
		}
		w.folded = text.SearchKey(strings.Join(words, " "))
	}
	return w.folded
}

// forget has everything worked out anew, where the zone of times or the name
// of an author changed. The rows keep their heights until then.
func (t *timeline) forget() {
	for _, w := range t.worked {
		w.width, w.folded = 0, ""
	}
}

// heights are those of the rows, and whether some are not worked out yet.
func (t *timeline) heights() (heights []float32, more bool) {
	heights = make([]float32, len(t.shown))
	above := ""
	for i, e := range t.shown {
		w, done := t.known(e)
		if !done && i < atOnce {
			w, done = t.work(e), true
		}
		heights[i] = w.height
		more = more || !done
		if above != "" && w.day != "" && w.day != above {
			heights[i] += separatorHeight - 4
		}
		above = w.day
	}
	return heights, more
}

// later works out more entries in a turn of its own, if any are left.
func (t *timeline) later(more bool) {
	if !more || t.working {
		return
	}
	t.working = true
	go fyne.Do(t.workOn)
}

// workOn works out some entries, those in sight having been, and gives their
// rows the heights that they need.
func (t *timeline) workOn() {
	t.working = false
	if t.window.Night != t.open || t.filter == heldEntries {
		return // another night is shown, or other rows
	}
	n := 0
	for _, e := range t.shown {
		if _, done := t.known(e); done {
			continue
		}
		if n == atATime {
			break
		}
		t.work(e)
		t.fold(e)
		n++
	}
	heights, more := t.heights()
	t.list.SetHeights(heights)
	t.later(more)
}
