package shell

import (
	"strings"
	"unicode"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// AsWriter does what is to be signed. Where nobody is chosen to act yet it
// asks who does, once, and then goes on.
func (sh *Shell) AsWriter(do func()) {
	if sh.Night.Author == "" {
		sh.AskAuthor(do)
		return
	}
	do()
}

// Act runs f on the night for the author who acts; see [model.OpenNight.Act]. Where nobody
// does yet, it asks first.
func (sh *Shell) Act(f func(n *night.Night, author string) error, then func(error)) {
	sh.AsWriter(func() {
		author := sh.Night.Author
		sh.Night.Act(func(n *night.Night) error { return f(n, author) }, then)
	})
}

// addAuthor makes somebody an author of the desk, who acts from now on.
func (sh *Shell) addAuthor(name string, then func()) {
	author := blog.Author{Name: strings.TrimSpace(name), Initials: model.Initials(name)}
	by, id := sh.Night.Author, ""
	sh.Night.Act(func(n *night.Night) (err error) {
		id, err = n.AddAuthor(by, author)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		sh.ActAs(id)
		if then != nil {
			then()
		}
	})
}

// ActAs has an author of the desk act from now on.
func (sh *Shell) ActAs(id string) {
	sh.Night.Author = id
	sh.Change(Change{Author: true})
}

// chooseAuthor lets another author of the desk act, or a new one join.
func (sh *Shell) chooseAuthor() {
	if sh.Night.ReadOnly != "" {
		return
	}
	var choices []kit.Choice
	for _, a := range sh.Night.Authors {
		choices = append(choices, kit.Choice{Words: a.Name, Aside: a.Initials, Do: func() { sh.ActAs(a.ID) }})
	}
	choices = append(choices, kit.Choice{Words: "Somebody new…", Do: func() { sh.AskAuthor(nil) }})
	sh.Choose("Who writes?", choices)
}

// ChooseContest brings another contest of the night to the desk.
func (sh *Shell) ChooseContest() {
	var choices []kit.Choice
	for _, c := range sh.Night.Contests {
		choices = append(choices, kit.Choice{Words: c.Name, Aside: string(c.State), Do: func() { sh.SetContest(c.ID) }})
	}
	if len(choices) > 1 {
		sh.Choose("Which contest?", choices)
	}
}

// AskAuthor asks who writes, the first time somebody does.
func (sh *Shell) AskAuthor(then func()) {
	name := NewField("Name, as the by-line prints it", "", "")
	sh.Sheet("Who writes?", "Every act in the night names its author.", []*Field{name}, "Add", func() string {
		if !strings.ContainsFunc(name.Entry.Text, unicode.IsLetter) { // digits were meant for a vote cell
			return "Fill in a name."
		}
		sh.addAuthor(name.Entry.Text, then)
		return ""
	})
}

// Undo takes back this author's own last act, and says which it was.
func (sh *Shell) Undo() {
	if sh.Night == nil || sh.Night.ReadOnly != "" {
		return
	}
	author := sh.Night.Author
	var undone night.Recorded
	sh.Night.Act(func(n *night.Night) (err error) {
		if undone, _, err = n.LastUndoable(author); err != nil {
			return err
		}
		_, err = n.Undo(author)
		return err
	}, func(err error) {
		if err == nil {
			sh.Say("Undone: " + model.ActWords(undone.Kind) + ".")
		}
	})
}
