package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/publish"
)

// saveElsewhere writes what is in the composer to a file of its own, for when
// the night cannot be written. It is tried on in the night all the same.
func (w *window) saveElsewhere() {
	text := strings.TrimSpace(w.composer.text.Text) + "\n"
	if kicker := strings.TrimSpace(w.composer.kicker.Text); kicker != "" {
		text = kicker + "\n\n" + text
	}
	w.askSave("Save the text elsewhere", "entry.md", func(path string) {
		go func() {
			err := publish.Write(path, []publish.File{{Name: filepath.Base(path), Data: []byte(text)}})
			fyne.Do(func() { w.written(path, err) })
		}()
	})
}
