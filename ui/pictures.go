package ui

import (
	"os"

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
			w.composer.insertAround("@picture "+id+" | ", " |  | \n")
			w.say("The picture is in the night. Between the strokes write its caption, its credit, and what it shows for those who cannot see it.")
		}
	})
}
