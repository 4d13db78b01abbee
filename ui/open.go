package ui

import (
	"errors"
	"nightdesk/assets/sample"
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// This file is the one way a night comes into the window, whether it was
// named on the command line, dropped, picked, recent or new.

// Open opens a night away from the window and then shows it, as the desk or,
// where another desk holds it or it cannot be written, as a viewer.
func (w *Window) Open(path string) {
	if w.Night != nil && w.Night.File.Path() == path {
		w.Say("That night is open already.")
		return
	}
	w.begin("Opening "+filepath.Base(path)+"…", func() (*night.Night, error) { return model.Open(path) })
}

// begin runs f, which opens a night, and shows the night it gives.
func (w *Window) begin(words string, f func() (*night.Night, error)) {
	if w.opening {
		return
	}
	w.opening = true
	w.Say(words)
	before := w.Night
	go func() {
		n, err := f()
		held := (*night.HeldError)(nil)
		if n != nil && errors.As(err, &held) {
			err = nil
		}
		var d *model.OpenNight
		var kept []night.Draft
		if err == nil {
			if d, err = model.New(n, w.options); err == nil {
				kept, err = n.Drafts()
			} else {
				_ = n.Close() // the error of reading is the one to tell
			}
		}
		fyne.Do(func() {
			w.opening = false
			if err != nil {
				w.notOpened(err)
				return
			}
			w.leave(before)
			if held != nil {
				d.ReadOnly = held.Error() + ". What is written there is shown here."
			}
			w.remember(n.Path())
			w.Win.SetTitle(d.Details.Title + " – Nightdesk")
			w.Hush()
			w.Begin(d, kept)
			w.checkSoundness(d)
		})
	}()
}

// notOpened says why a night could not be opened; what is open stays open.
func (w *Window) notOpened(err error) {
	if w.Night == nil {
		w.Welcome(w.welcome())
	}
	w.Hush()
	w.Over(kit.Column(8,
		kit.NewText("That night could not be opened").Bold().Sized(kit.TitleSize),
		kit.Wrapped(model.Sentence(err)),
		kit.Row(8, kit.NewButton("Close  Esc", kit.Filled, w.CloseOverlay)),
	), nil)
}

// leave closes the night that was open before, away from the window.
func (w *Window) leave(d *model.OpenNight) {
	if d == nil {
		return
	}
	d.Drafts.Flush()
	w.End()
	go func() {
		if err := d.Close(); err != nil {
			fyne.Do(func() { w.Warn(model.Sentence(err)) })
		}
	}()
}

// quit closes the night and then the app. The cell that is being typed in
// commits first. While what is written cannot be saved, it takes a second time
// of asking.
func (w *Window) quit() {
	w.saveSize()
	if w.Night == nil {
		w.App.Quit()
		return
	}
	w.Unfocus()
	w.Night.Drafts.Flush()
	w.Night.Ask(func(*night.Night) error { return nil }, func(error) {
		if w.Night.Drafts.Unsaved() && !w.quitting {
			w.quitting = true
			w.Offer("What is written is not in the night yet: it cannot be saved. Ctrl+Q once more quits all the same.", "Save it elsewhere…", w.saveElsewhere)
			return
		}
		w.shut()
	})
}

// shut closes the night, away from the window, and then the app.
func (w *Window) shut() {
	d := w.Night
	go func() {
		err := d.Close()
		fyne.Do(func() {
			if err != nil {
				fyne.LogError("closing the night", err)
			}
			w.App.Quit()
		})
	}()
}

// newNight asks what the night is called and where it is kept.
func (w *Window) newNight() {
	title := shell.NewField("What is the night called?", "", "Hartlepool by-election")
	place := shell.NewField("Where is the count?", "", "may stay empty")
	author := shell.NewField("Who writes?", w.App.Preferences().String("author"), "name, as the by-line prints it")
	folder, _ := os.UserHomeDir()
	file := shell.NewField("File", "", "")
	title.Entry.OnChanged = func(s string) { file.Entry.SetText(filepath.Join(folder, model.FileName(s)+model.Extension)) }
	w.Sheet("New night", "One night is one file, kept on this machine.", []*shell.Field{title, place, author, file}, "Make it", func() string {
		name, path := strings.TrimSpace(title.Entry.Text), strings.TrimSpace(file.Entry.Text)
		switch {
		case name == "":
			return "Give the night a name."
		case strings.TrimSpace(author.Entry.Text) == "":
			return "Say who writes: every act names its author."
		case path == "":
			return "Say where the file is to be."
		}
		if filepath.Ext(path) != model.Extension {
			path += model.Extension
		}
		w.App.Preferences().SetString("author", author.Entry.Text)
		d := blog.Details{Title: name, Place: strings.TrimSpace(place.Entry.Text), Zone: model.LocalZone(), Headline: name}
		who := blog.Author{Name: strings.TrimSpace(author.Entry.Text), Initials: model.Initials(author.Entry.Text)}
		w.begin("Making the night…", func() (*night.Night, error) { return model.Make(path, d, who) })
		return ""
	})
}

// Open asks which night to open.
func (w *Window) openNight() {
	w.AskOpen("Open a night", []string{model.Extension}, w.Open)
}

func (w *Window) openRecent() {
	var choices []kit.Choice
	for _, path := range w.App.Preferences().StringList(recentKey) {
		choices = append(choices, kit.Choice{Words: filepath.Base(path), Aside: filepath.Dir(path), Do: func() { w.Open(path) }})
	}
	if len(choices) == 0 {
		w.Say("No night was opened on this machine yet.")
		return
	}
	w.Choose("Recent nights", choices)
}

// openSample makes a copy of the sample night beside the app's other files
// and opens it.
func (w *Window) openSample() {
	w.begin("Making the sample night…", func() (*night.Night, error) {
		folder, err := os.MkdirTemp("", "nightdesk-sample-")
		if err != nil {
			return nil, err
		}
		path := filepath.Join(folder, "Hartlepool sample"+model.Extension)
		if err := sample.Build(path); err != nil {
			return nil, err
		}
		return model.Open(path)
	})
}

// dropped takes files dropped on the window: a night is opened, a picture
// goes into the entry, anything else is imported.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	var others []string
	for _, u := range uris {
		switch {
		case strings.EqualFold(filepath.Ext(u.Path()), model.Extension):
			w.Open(u.Path())
			return
		case isPictureFile(u.Path()):
			w.addPicture(u.Path())
		default:
			others = append(others, u.Path())
		}
	}
	if len(others) > 0 && w.Night != nil && w.Night.ReadOnly == "" {
		w.readSources(others)
	}
}
