package ui

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// asWriter does what is to be signed. Where nobody is chosen to act yet it
// asks who does, once, and then goes on.
func (w *Window) asWriter(do func()) {
	if w.open.Author == "" {
		w.askAuthor(do)
		return
	}
	do()
}

// act runs f on the night for the author who acts; see desk.act. Where nobody
// does yet, it asks first.
func (w *Window) act(f func(n *night.Night, author string) error, then func(error)) {
	w.asWriter(func() {
		author := w.open.Author
		w.open.Act(func(n *night.Night) error { return f(n, author) }, then)
	})
}

// addAuthor makes somebody an author of the desk, who acts from now on.
func (w *Window) addAuthor(name string, then func()) {
	author := blog.Author{Name: strings.TrimSpace(name), Initials: model.Initials(name)}
	by, id := w.open.Author, ""
	w.open.Act(func(n *night.Night) (err error) {
		id, err = n.AddAuthor(by, author)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		w.actAs(id)
		if then != nil {
			then()
		}
	})
}

// actAs has an author of the desk act from now on.
func (w *Window) actAs(id string) {
	w.open.Author = id
	w.top.show()
	w.composer.showByline()
	w.preview.later()
}

// chooseAuthor lets another author of the desk act, or a new one join.
func (w *Window) chooseAuthor() {
	if w.open.ReadOnly != "" {
		return
	}
	var choices []kit.Choice
	for _, a := range w.open.Authors {
		choices = append(choices, kit.Choice{Words: a.Name, Aside: a.Initials, Do: func() { w.actAs(a.ID) }})
	}
	choices = append(choices, kit.Choice{Words: "Somebody new…", Do: func() { w.askAuthor(nil) }})
	w.choose("Who writes?", choices)
}

// chooseContest brings another contest of the night to the desk.
func (w *Window) chooseContest() {
	var choices []kit.Choice
	for _, c := range w.open.Contests {
		choices = append(choices, kit.Choice{Words: c.Name, Aside: string(c.State), Do: func() { w.setContest(c.ID) }})
	}
	if len(choices) > 1 {
		w.choose("Which contest?", choices)
	}
}
