package ui

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// asWriter does what is to be signed. Where nobody is chosen to act yet it
// asks who does, once, and then goes on.
func (w *window) asWriter(do func()) {
	if w.desk.author == "" {
		w.askAuthor(do)
		return
	}
	do()
}

// act runs f on the night for the author who acts; see desk.act. Where nobody
// does yet, it asks first.
func (w *window) act(f func(n *night.Night, author string) error, then func(error)) {
	w.asWriter(func() {
		author := w.desk.author
		w.desk.act(func(n *night.Night) error { return f(n, author) }, then)
	})
}

// addAuthor makes somebody an author of the desk, who acts from now on.
func (w *window) addAuthor(name string, then func()) {
	author := blog.Author{Name: strings.TrimSpace(name), Initials: initials(name)}
	by, id := w.desk.author, ""
	w.desk.act(func(n *night.Night) (err error) {
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
func (w *window) actAs(id string) {
	w.desk.author = id
	w.top.show()
	w.composer.showByline()
	w.preview.later()
}

func initials(name string) string {
	out := ""
	for part := range strings.FieldsSeq(name) {
		out += strings.ToUpper(string([]rune(part)[:1]))
	}
	return out
}

// chooseAuthor lets another author of the desk act, or a new one join.
func (w *window) chooseAuthor() {
	if w.desk.readOnly != "" {
		return
	}
	var choices []kit.Choice
	for _, a := range w.desk.authors {
		choices = append(choices, kit.Choice{Words: a.Name, Aside: a.Initials, Do: func() { w.actAs(a.ID) }})
	}
	choices = append(choices, kit.Choice{Words: "Somebody new…", Do: func() { w.askAuthor(nil) }})
	w.choose("Who writes?", choices)
}

// chooseContest brings another contest of the night to the desk.
func (w *window) chooseContest() {
	var choices []kit.Choice
	for _, c := range w.desk.contests {
		choices = append(choices, kit.Choice{Words: c.Name, Aside: string(c.State), Do: func() { w.setContest(c.ID) }})
	}
	if len(choices) > 1 {
		w.choose("Which contest?", choices)
	}
}
