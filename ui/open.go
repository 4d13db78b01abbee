package ui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/assets/sample"
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// This file is the one way a night comes into the window, whether it was
// named on the command line, dropped, picked, recent or new.

// nightExt is the extension of a night file.
const nightExt = ".night"

// open opens a night away from the window and then shows it, as the desk or,
// where another desk holds it or it cannot be written, as a viewer.
func (w *window) open(path string) {
	if w.desk != nil && w.desk.night.Path() == path {
		w.say("That night is open already.")
		return
	}
	w.begin("Opening "+filepath.Base(path)+"…", func() (*night.Night, error) { return openNight(path) })
}

// openNight opens a night to work in. One that another desk holds is opened to
// look at, and comes with the *night.HeldError that says who holds it.
func openNight(path string) (*night.Night, error) {
	n, err := night.Open(path, night.Options{})
	held := (*night.HeldError)(nil)
	if !errors.As(err, &held) {
		return n, err
	}
	if n, err = night.View(path, night.Options{}); err != nil {
		return nil, err
	}
	return n, held
}

// begin runs f, which opens a night, and shows the night it gives.
func (w *window) begin(words string, f func() (*night.Night, error)) {
	if w.opening {
		return
	}
	w.opening = true
	w.say(words)
	before := w.desk
	go func() {
		n, err := f()
		held := (*night.HeldError)(nil)
		if n != nil && errors.As(err, &held) {
			err = nil
		}
		var d *desk
		var kept []night.Draft
		if err == nil {
			if d, err = newDesk(n); err == nil {
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
			w.desk = d
			if held != nil {
				d.readOnly = held.Error() + ". What is written there is shown here."
			}
			w.remember(n.Path())
			w.win.SetTitle(d.details.Title + " – Nightdesk")
			w.message.clear()
			w.build()
			w.checkSoundness(d)
			w.takeUp(kept)
		})
	}()
}

// notOpened says why a night could not be opened; what is open stays open.
func (w *window) notOpened(err error) {
	if w.desk == nil {
		w.build()
	}
	w.message.clear()
	w.over(kit.Column(8,
		kit.NewText("That night could not be opened").Bold().Sized(kit.TitleSize),
		wrapped(sentence(err)),
		kit.Row(8, kit.NewButton("Close  Esc", kit.Filled, w.closeOverlay)),
	), nil)
}

// takeUp puts back what was being typed when this night was last left.
func (w *window) takeUp(kept []night.Draft) {
	w.blog.held = heldIn(kept)
	w.blog.show()
	if reason := w.desk.readOnly; reason != "" {
		if w.desk.night.Damage() == nil {
			w.say("Read only: " + reason)
		}
		return
	}
	w.takeUpSheets(kept)
	words := ""
	if w.composer.restore(kept) {
		words = "What was being written is back in the composer."
	}
	cell := w.count.restore(kept)
	switch {
	case w.count.blind() != nil:
		words = "The second keying is back as it was left; the first figures stay hidden until both are compared. " + words
		w.showHalf(countHalf)
		w.count.focus()
	case cell != nil:
		words = "What was being typed is back: “" + cell.Digits() + "” was not committed yet. Enter commits it, Esc drops it. " + words
		w.focus(cell)
	default:
		w.focus(w.composer.inHand())
	}
	if words = strings.TrimSpace(words + " " + w.begunWords()); words != "" {
		w.say(words)
	}
}

// leave closes the night that was open before, away from the window.
func (w *window) leave(d *desk) {
	if d == nil {
		return
	}
	w.drafts.flush()
	close(w.top.stop)
	go func() {
		if err := d.close(); err != nil {
			fyne.Do(func() { w.message.warn(sentence(err)) })
		}
	}()
}

// quit closes the night and then the app. The cell that is being typed in
// commits first. While what is written cannot be saved, it takes a second time
// of asking.
func (w *window) quit() {
	w.saveSize()
	if w.desk == nil {
		w.app.Quit()
		return
	}
	w.unfocus()
	w.drafts.flush()
	w.desk.ask(func(*night.Night) error { return nil }, func(error) {
		if w.drafts.unsaved() && !w.quitting {
			w.quitting = true
			w.message.offer("What is written is not in the night yet: it cannot be saved. Ctrl+Q once more quits all the same.", "Save it elsewhere…", w.saveElsewhere)
			return
		}
		w.shut()
	})
}

// shut closes the night, away from the window, and then the app.
func (w *window) shut() {
	d := w.desk
	go func() {
		err := d.close()
		fyne.Do(func() {
			if err != nil {
				fyne.LogError("closing the night", err)
			}
			w.app.Quit()
		})
	}()
}

// newNight asks what the night is called and where it is kept.
func (w *window) newNight() {
	title := newField("What is the night called?", "", "Hartlepool by-election")
	place := newField("Where is the count?", "", "may stay empty")
	author := newField("Who writes?", w.app.Preferences().String("author"), "name, as the by-line prints it")
	folder, _ := os.UserHomeDir()
	file := newField("File", "", "")
	title.entry.OnChanged = func(s string) { file.entry.SetText(filepath.Join(folder, fileName(s)+nightExt)) }
	w.sheet("New night", "One night is one file, kept on this machine.", []*field{title, place, author, file}, "Make it", func() string {
		name, path := strings.TrimSpace(title.entry.Text), strings.TrimSpace(file.entry.Text)
		switch {
		case name == "":
			return "Give the night a name."
		case strings.TrimSpace(author.entry.Text) == "":
			return "Say who writes: every act names its author."
		case path == "":
			return "Say where the file is to be."
		}
		if filepath.Ext(path) != nightExt {
			path += nightExt
		}
		w.app.Preferences().SetString("author", author.entry.Text)
		d := blog.Details{Title: name, Place: strings.TrimSpace(place.entry.Text), Zone: localZone(), Headline: name}
		who := blog.Author{Name: strings.TrimSpace(author.entry.Text), Initials: initials(author.entry.Text)}
		w.begin("Making the night…", func() (*night.Night, error) { return makeNight(path, d, who) })
		return ""
	})
}

func makeNight(path string, d blog.Details, who blog.Author) (*night.Night, error) {
	n, err := night.Create(path, d, night.Options{})
	if err != nil {
		return nil, err
	}
	if _, err := n.AddAuthor("", who); err != nil {
		_ = n.Close() // the error of the act is the one to tell
		return nil, err
	}
	return n, nil
}

// localZone is the time zone of this machine where it has a name, else
// London's.
func localZone() string {
	if name := time.Local.String(); name != "Local" && name != "UTC" {
		return name
	}
	return "Europe/London"
}

// openNight asks which night to open.
func (w *window) openNight() {
	w.askOpen("Open a night", []string{nightExt}, w.open)
}

func (w *window) openRecent() {
	var choices []kit.Choice
	for _, path := range w.app.Preferences().StringList(recentKey) {
		choices = append(choices, kit.Choice{Words: filepath.Base(path), Aside: filepath.Dir(path), Do: func() { w.open(path) }})
	}
	if len(choices) == 0 {
		w.say("No night was opened on this machine yet.")
		return
	}
	w.choose("Recent nights", choices)
}

// openSample makes a copy of the sample night beside the app's other files
// and opens it.
func (w *window) openSample() {
	w.begin("Making the sample night…", func() (*night.Night, error) {
		folder, err := os.MkdirTemp("", "nightdesk-sample-")
		if err != nil {
			return nil, err
		}
		path := filepath.Join(folder, "Hartlepool sample"+nightExt)
		if err := sample.Build(path); err != nil {
			return nil, err
		}
		return openNight(path)
	})
}

// dropped takes files dropped on the window: a night is opened, a picture
// goes into the entry, anything else is imported.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	var others []string
	for _, u := range uris {
		switch {
		case strings.EqualFold(filepath.Ext(u.Path()), nightExt):
			w.open(u.Path())
			return
		case isPictureFile(u.Path()):
			w.addPicture(u.Path())
		default:
			others = append(others, u.Path())
		}
	}
	if len(others) > 0 && w.desk != nil && w.desk.readOnly == "" {
		w.readSources(others)
	}
}

// fileName is a file's name made of words: letters and digits of them stay.
func fileName(words string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(words))
	if clean == "" {
		return "night"
	}
	return clean
}
