package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"
	"strings"
)

// draftFromPattern drafts an entry about the contest at hand from a pattern.
// Those of moments that hold now stand first; the first nine have a key.
func (w *Window) draftFromPattern() {
	c, ok := w.Night.Current()
	if !ok {
		w.Say("There is no contest to write about yet: import one first (Ctrl+I).")
		return
	}
	holds := figure.Moments(c)
	var now, later []kit.Choice
	for _, p := range figure.Patterns(w.Night.Patterns) {
		if p.Text == "" || p.Contest != "" && p.Contest != c.ID {
			continue
		}
		choice := kit.Choice{Words: momentWords(p), Aside: model.FirstOf(p.Text, 60), Do: func() {
			w.offer(figure.DraftedFrom(p, c, w.Night.Contests))
		}}
		if slices.Contains(holds, p.Moment) {
			now = append(now, choice)
		} else {
			later = append(later, choice)
		}
	}
	if len(now) > 0 {
		now = append([]kit.Choice{{Words: "The result as it stands", Aside: "the patterns below joined", Do: func() {
			w.offer(figure.Drafted(c, w.Night.Contests, w.Night.Patterns))
		}}}, now...)
	}
	all := append(now, later...)
	for i := range all[:min(9, len(all))] {
		all[i].Key = rune('1' + i)
	}
	w.Choose("Draft an entry about "+c.Name, all)
}

// momentWords is a pattern as a list names it.
func momentWords(p blog.Pattern) string {
	words := model.UpperFirst(string(p.Moment))
	if p.Contest != "" {
		words += ", written beforehand"
	}
	return words
}

// offerResult drafts the entry of a declaration that was just made.
func (w *Window) offerResult(contest string) {
	i := slices.IndexFunc(w.Night.Contests, func(c election.Contest) bool { return c.ID == contest })
	if i < 0 {
		return
	}
	w.offer(figure.Drafted(w.Night.Contests[i], w.Night.Contests, w.Night.Patterns))
}

// offer gives a drafted entry to a person, who reads and publishes it: in the
// composer or, where something is being written, as a held entry.
func (w *Window) offer(e blog.Entry) {
	c := w.composer
	if e.Text == "" {
		w.Say("The figures of that pattern are not there yet.")
		return
	}
	if c.editing == "" && c.kicker.Text == "" && strings.TrimSpace(c.text.Text) == "" {
		c.fill(e.Kicker, e.Text, "")
		c.text.SetCaret(len(e.Text))
		c.typed()
		w.Say("A drafted entry is in the composer. Read it; Ctrl+Enter publishes it.")
		w.Focus(c.text)
		return
	}
	group := newHeldGroup(c.open.Now())
	c.drafts.Keep(night.Draft{Group: group, Field: "kicker", Text: e.Kicker})
	c.drafts.Keep(night.Draft{Group: group, Field: "text", Text: e.Text, Caret: len(e.Text)})
	c.drafts.Flush()
	w.blog.countHeld()
	w.Say("A drafted entry is held beside what you are writing: under Held, in the timeline.")
}

// editPatterns lists the sentences that entries are drafted from, to be
// changed, and lets the desk write some beforehand for one contest.
func (w *Window) editPatterns() {
	choices := []kit.Choice{{Words: "Write one beforehand…", Aside: "for one ending of the contest at hand", Do: w.newPattern}}
	for _, p := range figure.Patterns(w.Night.Patterns) {
		words := momentWords(p)
		if i := slices.IndexFunc(w.Night.Contests, func(c election.Contest) bool { return c.ID == p.Contest }); i >= 0 {
			words += ": " + w.Night.Contests[i].Name
		}
		choices = append(choices, kit.Choice{Words: words, Aside: model.FirstOf(p.Text, 60), Do: func() { w.editPattern(p) }})
	}
	w.Choose("Sentence patterns", choices)
}

// newPattern asks for which ending of the contest at hand a text is written
// beforehand; it surfaces in place of the general one when that ending comes.
func (w *Window) newPattern() {
	c, ok := w.Night.Current()
	if !ok {
		w.Say("There is no contest to write about yet: import one first (Ctrl+I).")
		return
	}
	var choices []kit.Choice
	for _, p := range figure.Patterns(nil) {
		choices = append(choices, kit.Choice{Words: momentWords(p), Aside: model.FirstOf(p.Text, 60), Do: func() {
			w.editPattern(blog.Pattern{Moment: p.Moment, Contest: c.ID, Kicker: p.Kicker, Text: p.Text})
		}})
	}
	w.Choose("For which moment of "+c.Name+"?", choices)
}

// editPattern asks for the words of a pattern. An empty text takes the desk's
// own back: a built-in one is as it was, another is gone.
func (w *Window) editPattern(p blog.Pattern) {
	kicker := shell.NewField("Kicker", p.Kicker, "may stay empty")
	text := shell.NewLongField("Text; slots such as {winner} or {majority:votes} are filled in. Empty puts the built-in one back", p.Text, "", 6)
	w.Sheet(momentWords(p), "Sentences whose figures a result does not have fall away.", []*shell.Field{kicker, text}, "Save", func() string {
		p.Kicker, p.Text = strings.TrimSpace(kicker.Entry.Text), strings.TrimSpace(text.Entry.Text)
		author, drop := w.Night.Author, p.Text == ""
		if drop && p.ID == "" {
			return "Write what the entry is to say."
		}
		w.Night.Act(func(n *night.Night) error {
			if drop {
				return n.DropPattern(author, p.ID)
			}
			_, err := n.SetPattern(author, p)
			return err
		}, nil)
		return ""
	})
}
