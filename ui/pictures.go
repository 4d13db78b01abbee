package ui

import (
	"bytes"
	"context"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"nightdesk/data/night"
	"nightdesk/data/picture"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// pickPicture asks for a photograph to put into the entry.
func (w *Window) pickPicture() {
	w.AskOpen("Put in a picture", pictureFiles, w.addPicture)
}

// pictureFiles are the endings of the files that are taken for photographs.
var pictureFiles = []string{".jpg", ".jpeg", ".png", ".webp"}

func isPictureFile(path string) bool {
	return slices.Contains(pictureFiles, strings.ToLower(filepath.Ext(path)))
}

// addPicture puts the photograph in a file into the entry.
func (w *Window) addPicture(path string) {
	w.keepPicture(func() (io.ReadCloser, error) { return os.Open(path) })
}

// keepPicture checks a photograph, keeps it in the night and puts its line
// into the entry. Caption, credit and alt text are asked for there.
func (w *Window) keepPicture(open func() (io.ReadCloser, error)) {
	if w.Night == nil || w.Night.ReadOnly != "" {
		return
	}
	w.Say("Checking the picture…")
	id := ""
	w.Act(func(n *night.Night, author string) error {
		f, err := open()
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		checked, err := picture.Check(f)
		if err != nil {
			return err
		}
		id, err = n.AddPicture(author, checked)
		return err
	}, func(err error) {
		if err == nil {
			w.describePicture(id)
		}
	})
}

// shownID is how many characters of a picture's id stand in a text: enough to
// tell it from any other, and few enough to read past.
const shownID = 12

// describePicture asks for the words that go with a picture, and puts its line
// into the entry.
func (w *Window) describePicture(id string) {
	caption := shell.NewField("Caption", "", "what is going on, in a sentence")
	credit := shell.NewField("Credit: who made it", "", "Ada Reporter")
	alt := shell.NewField("What it shows, for those who cannot see it", "", "A hall with long tables")
	w.Hush()
	w.Sheet("The picture is in the night", "A picture is not printed without a credit.", []*shell.Field{caption, credit, alt}, "Put in", func() string {
		words := func(f *shell.Field) string {
			return strings.ReplaceAll(strings.Join(strings.Fields(f.Entry.Text), " "), "|", `\|`)
		}
		if words(credit) == "" {
			return "Say who made the picture."
		}
		w.composer.insert("@picture " + id[:shownID] + " | " + words(caption) + " | " + words(credit) + " | " + words(alt) + "\n")
		return ""
	})
}

// pasted takes what is pasted into the text and does not go there as it is: the
// address of a picture's file, lines as Windows ends them, or the picture on
// the clipboard where there are no words, or none that can be read: some
// programs give the bytes of a picture for words. It reports whether it was one
// of these.
func (w *Window) pasted(text string) bool {
	if text == "" || !utf8.ValidString(text) {
		w.pastePicture()
		return true
	}
	if strings.Contains(text, "\r") { // Windows ends its lines so
		w.composer.text.Insert(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text))
		return true
	}
	return w.pastedFile(text)
}

// pastePatience is how long a paste waits for the program that a picture was
// copied in: longer than one needs that is only slow to make a PNG of it.
const pastePatience = 10 * time.Second

// pastePicture puts the picture on the clipboard into the entry. It is fetched
// away from the window.
func (w *Window) pastePicture() {
	d := w.Night
	w.Say("Looking for a picture on the clipboard…")
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), pastePatience)
		defer cancel()
		data, err := w.clipboard(ctx, picture.MaxBytes)
		fyne.Do(func() {
			switch {
			case w.Night != d: // another night is open by now
			case err != nil:
				w.Warn(model.Sentence(err))
			case data == nil:
				w.Say("There are neither words nor a picture on the clipboard.")
			default:
				w.keepPicture(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil })
			}
		})
	}()
}

// pastedFile takes the address of a picture's file, as a file manager
// copies it, and reports whether it was one.
func (w *Window) pastedFile(text string) bool {
	path := strings.TrimPrefix(strings.TrimSpace(text), "file://")
	if unescaped, err := url.PathUnescape(path); err == nil && strings.HasPrefix(text, "file://") {
		path = unescaped
	}
	if info, err := os.Stat(path); !isPictureFile(path) || !filepath.IsAbs(path) || err != nil || !info.Mode().IsRegular() {
		return false
	}
	w.addPicture(path)
	return true
}
