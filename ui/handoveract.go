package ui

import (
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/model"
)

// askedAgainst is a taking that something was found against, as it was said.
type askedAgainst struct {
	way   string
	whole bool
	found string
}

// against is what was found against a taking, to be told from another.
func (t taking) against() askedAgainst {
	a := askedAgainst{way: t.way.profile.ID, whole: t.whole}
	for _, f := range t.findings {
		a.found += f.Text + f.Entry + "\n"
	}
	return a
}

// findingWords count what was found.
func findingWords(all []publish.Finding) string {
	errors := 0
	for _, f := range all {
		if f.Level == election.Error {
			errors++
		}
	}
	switch {
	case errors == 1:
		return "1 thing stands against it."
	case errors > 1:
		return election.Several(errors, "thing", "things") + " stand against it."
	case len(all) > 0:
		return election.Several(len(all), "thing", "things") + " to know first."
	}
	return "Nothing stands against it."
}

// take hands over all, or what is new, and records it: onto the clipboard, or
// as a file. What its proof found is said first; asked again, it is taken,
// unless an error stands against it.
func (s *handOverScreen) take(whole, file bool) {
	y, w := s.way(), s.window
	switch {
	case y.results:
		w.Say("The results alone are no hand-over: copy them (C) or save them (X).")
		return
	case w.Night.ReadOnly != "":
		w.Say("This night can only be read, and nothing is recorded in it: copy it (C) or save it (X).")
		return
	case w.Night.Author == "":
		w.AskAuthor(func() { s.take(whole, file) })
		return
	}
	if y.alwaysWhole() || len(y.receiver().Given(w.Night.Edition()).Items) == 0 {
		whole = true // there is nothing that it could be new to
	}
	if file {
		s.takeAsFile(y, whole)
		return
	}
	s.render(demand{way: y, whole: whole}, func(t taking) {
		if s.allowed(t) {
			s.record(t, func() {
				s.clip(t.files, takenWords(t)+" It is on the clipboard, and Enter in the ledger gives it again.")
			})
		}
	})
}

// sound reports whether a taking may leave, and says what stands against it.
func (s *handOverScreen) sound(t taking) bool {
	if len(t.findings) == 0 || t.findings[0].Level != election.Error {
		return true
	}
	s.window.Warn(findingWords(t.findings) + " " + t.findings[0].Text)
	return false
}

// allowed reports whether a taking may be handed over, and says why not: there
// is nothing in it, or its proof found something that must not leave, or that
// was not said yet.
func (s *handOverScreen) allowed(t taking) bool {
	switch {
	case len(t.items) == 0:
		s.window.Say("Nothing is new since the last time. A takes all.")
		return false
	case !s.sound(t):
		return false
	case len(t.findings) > 0 && s.asked != t.against():
		s.asked = t.against()
		s.window.Warn(findingWords(t.findings) + " " + t.findings[0].Text + " The same key again hands it over all the same.")
		return false
	}
	return true
}

// takeAsFile asks where to, writes, and records what was written. What is known
// to stand against it is said before.
func (s *handOverScreen) takeAsFile(y way, whole bool) {
	if !s.stale && !s.looks.Busy {
		switch news := s.seen.news[y.profile.ID]; {
		case !whole && len(news) == 0:
			s.allowed(taking{})
			return
		case s.ready.files != nil && s.ready.way == y && s.ready.whole == whole && !s.allowed(s.ready):
			return
		}
	}
	s.window.AskSave("Hand over: "+y.profile.Name, s.proposed(y), func(path string) {
		s.render(demand{y, whole, true, nameIn(path)}, func(t taking) {
			if s.allowed(t) {
				s.write(path, t.files, func(place string) {
					s.record(t, func() { s.window.Say(takenWords(t) + " Written: " + place) })
				})
			}
		})
	})
}

// proposed is what a file of a way is called unless a person says otherwise.
func (s *handOverScreen) proposed(y way) string {
	name, end := model.FileName(s.open.Details.Title), y.form().Extension()
	if s.open.Details.Rehearsal {
		name = publish.RehearsalName + name
	}
	if y.profile.Pictures == blog.PicturesZipped {
		end = ".zip"
	}
	return name + end
}

// takenWords say what was handed over, in a sentence.
func takenWords(t taking) string {
	words := newsWords(t.changes)
	if t.whole {
		words = itemWords(t.items, true)
	}
	return "Handed over: " + words + "."
}

// nameIn is what a path calls a file, without its extension.
func nameIn(path string) string {
	base := filepath.Base(path)
	return base[:len(base)-len(filepath.Ext(base))]
}

// record puts a taking into the ledger of the night.
func (s *handOverScreen) record(t taking, then func()) {
	p, d := t.way.profile, s.open
	h := blog.HandOver{Profile: p.ID, Form: p.Form, To: p.To, Whole: t.whole, Rehearsal: d.Details.Rehearsal, Items: t.items}
	author := d.Author
	d.Act(func(n *night.Night) error {
		_, err := n.HandOver(author, h)
		return err
	}, func(err error) {
		if err != nil {
			return
		}
		s.asked = askedAgainst{}
		then()
	})
}

// render renders what is demanded, away from the window. Without a name it is
// called after the night.
func (s *handOverScreen) render(d demand, then func(taking)) {
	if d.name == "" {
		d.name = model.FileName(s.open.Details.Title)
	}
	e, pictures := s.open.Edition(), s.open.Picture
	go func() {
		t, err := prepare(e, d, pictures)
		fyne.Do(func() {
			switch {
			case s.window.Night != s.open:
			case err != nil:
				s.window.Warn(model.Sentence(err))
			default:
				then(t)
			}
		})
	}()
}

// write writes files away from the window and goes on with where they are, or
// says why they could not be written.
func (s *handOverScreen) write(path string, files []publish.File, then func(place string)) {
	go func() {
		err := publish.Write(path, files)
		fyne.Do(func() {
			if err != nil {
				s.window.Warn(model.Sentence(err))
				return
			}
			then(publish.Place(path, files))
		})
	}()
}

// saved says where files were written that are in no ledger.
func (s *handOverScreen) saved(place string) { s.window.Written(place, nil) }

// clip puts the main of some files on the clipboard and says so.
func (s *handOverScreen) clip(files []publish.File, words string) {
	fyne.CurrentApp().Clipboard().SetContent(string(files[0].Data))
	if n := len(files) - 1; n > 0 {
		words += " Its pictures stay behind: only a saved file has them."
	}
	s.window.Say(words)
}

// copyOnly puts all that a way takes on the clipboard, for no ledger.
func (s *handOverScreen) copyOnly() {
	s.render(demand{way: s.way(), whole: true}, func(t taking) {
		if s.sound(t) {
			s.clip(t.files, "Copied, and not recorded. The clipboard is empty once Nightdesk quits: save a file to keep it.")
		}
	})
}

// saveOnly writes all that a way takes to a file, for no ledger.
func (s *handOverScreen) saveOnly() {
	y := s.way()
	s.window.AskSave("Save: "+y.profile.Name, s.proposed(y), func(path string) {
		s.render(demand{y, true, true, nameIn(path)}, func(t taking) {
			if s.sound(t) {
				s.write(path, t.files, s.saved)
			}
		})
	})
}

// inBrowser writes what a way takes to a folder of its own and opens it in the
// browser.
func (s *handOverScreen) inBrowser() {
	y := s.way()
	if y.form().Extension() != ".html" {
		s.window.Say("Only a page or a fragment opens in the browser: look at the preview here.")
		return
	}
	s.window.Say("Rendering…")
	s.render(demand{way: y, whole: true, name: "preview"}, func(t taking) {
		go func() {
			folder, err := os.MkdirTemp("", "nightdesk-preview-")
			path := publish.Place(filepath.Join(folder, "preview.html"), t.files)
			if err == nil {
				err = publish.Write(path, t.files)
			}
			fyne.Do(func() {
				if err == nil {
					err = s.window.App.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
				}
				if err != nil {
					s.window.Warn(model.Sentence(err))
					return
				}
				s.window.Say("Opened in the browser: " + path)
			})
		}()
	})
}
