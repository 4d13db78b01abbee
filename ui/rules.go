package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// chooseRules sets how this newsroom writes its blog. The rules travel in the
// night.
func (w *Window) chooseRules() {
	set := func(change func(*blog.Details)) func() {
		return func() {
			d, author := w.Night.Details, w.Night.Author
			change(&d)
			w.Night.Act(func(n *night.Night) error { return n.SetDetails(author, d) }, nil)
		}
	}
	d := w.Night.Details
	either := func(on bool, words, aside, other, otherAside string, change func(*blog.Details)) kit.Choice {
		if on {
			words, aside = other, otherAside
		}
		return kit.Choice{Words: words, Aside: aside, Do: set(change)}
	}
	w.Choose("House rules\nThe rules as they are stand at the right.", []kit.Choice{
		either(d.OldestFirst, "Oldest entry first", "now the newest stands first", "Newest entry first", "now the oldest stands first",
			func(d *blog.Details) { d.OldestFirst = !d.OldestFirst }),
		either(d.Struck, "Strike what was wrong through", "now a correction is a dated note", "Corrections as dated notes", "now what was wrong is struck through",
			func(d *blog.Details) { d.Struck = !d.Struck }),
		either(d.SecondEye, "A second author reads every entry", "now whoever writes publishes", "Whoever writes publishes", "now a second author reads first",
			func(d *blog.Details) { d.SecondEye = !d.SecondEye }),
		either(d.Rehearsal, "This night is a rehearsal", "now it is real", "This night is real", "now it is a rehearsal, and says TEST wherever it goes",
			func(d *blog.Details) { d.Rehearsal = !d.Rehearsal }),
	})
}

// askReader asks which other author has read the entry, and then goes on.
func (w *Window) askReader(then func(reader string)) {
	var choices []kit.Choice
	for _, a := range w.Night.Authors {
		if a.ID != w.Night.Author {
			choices = append(choices, kit.Choice{Words: a.Name, Aside: "has read it", Do: func() { then(a.ID) }})
		}
	}
	if len(choices) == 0 {
		w.Say("This desk has every entry read by a second author, and there is only one: add another (Ctrl+Shift+A), or change the house rules (Ctrl+0).")
		return
	}
	w.Choose("Who has read this entry?", choices)
}
