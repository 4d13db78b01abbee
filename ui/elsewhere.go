package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/publish"
)

// saveElsewhere writes what is not in the night to a file of its own, for when
// the night cannot be written. It is tried on in the night all the same.
func (w *Window) saveElsewhere() {
	text := w.unsavedText()
	w.AskSave("Save the text elsewhere", "entry.md", func(path string) {
		go func() {
			err := publish.Write(path, []publish.File{{Name: filepath.Base(path), Data: []byte(text)}})
			fyne.Do(func() { w.Written(path, err) })
		}()
	})
}

// unsavedText is the entry in the composer and those held that are not in the
// file, one after another.
func (w *Window) unsavedText() string {
	c := w.composer
	entries := []held{{kicker: c.kicker.Text, text: c.text.Text, note: c.note.Text}}
	for _, h := range heldIn(w.Night.Drafts.Over(nil)) {
		if h.group != c.group {
			entries = append(entries, h)
		}
	}
	var texts []string
	for _, h := range entries {
		var parts []string
		for _, part := range []string{h.kicker, h.text, h.note} {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
		if len(parts) > 0 {
			texts = append(texts, strings.Join(parts, "\n\n")+"\n")
		}
	}
	return strings.Join(texts, "\n* * *\n\n")
}
