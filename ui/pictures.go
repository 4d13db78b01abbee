package ui

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"nightdesk/data/night"
	"nightdesk/data/picture"
)

// pickPicture asks for a photograph to put into the entry.
func (w *window) pickPicture() {
	w.askOpen("Put in a picture", []string{".jpg", ".jpeg", ".png", ".webp"}, w.addPicture)
}

// addPicture checks a photograph, keeps it in the night and puts its line
// into the entry. Caption, credit and alt text are asked for there.
func (w *window) addPicture(path string) {
	if w.desk == nil || w.desk.readOnly != "" {
		return
	}
	w.say("Checking the picture…")
	author, id := w.desk.author, ""
	w.desk.act(func(n *night.Night) error {
		f, err := os.Open(path)
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

// describePicture asks for the words that go with a picture, and puts its line
// into the entry.
func (w *window) describePicture(id string) {
	caption := newField("Caption", "", "what is going on, in a sentence")
	credit := newField("Credit: who made it", "", "Ada Reporter")
	alt := newField("What it shows, for those who cannot see it", "", "A hall with long tables")
	w.message.clear()
	w.sheet("The picture is in the night", "A picture is not printed without a credit.", []*field{caption, credit, alt}, "Put in", func() string {
		words := func(f *field) string {
			return strings.ReplaceAll(strings.Join(strings.Fields(f.entry.Text), " "), "|", `\|`)
		}
		if words(credit) == "" {
			return "Say who made the picture."
		}
		w.composer.insert("@picture " + id + " | " + words(caption) + " | " + words(credit) + " | " + words(alt) + "\n")
		return ""
	})
}

// pastedPicture takes the address of a picture's file, as a file manager
// copies it, and reports whether it was one.
func (w *window) pastedPicture(text string) bool {
	path := strings.TrimPrefix(strings.TrimSpace(text), "file://")
	if unescaped, err := url.PathUnescape(path); err == nil && strings.HasPrefix(text, "file://") {
		path = unescaped
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".jpg", ".jpeg", ".png", ".webp":
	default:
		return false
	}
	if info, err := os.Stat(path); !filepath.IsAbs(path) || err != nil || !info.Mode().IsRegular() {
		return false
	}
	w.addPicture(path)
	return true
}
