package ui

import (
	"nightdesk/data/night"
	"nightdesk/ui/model"
)

// checkSoundness looks the file of a night over in the background, from the
// moment it is open: its structure and every digest. The state of it stands
// at the head of the window; what is wrong stays in sight.
func (w *Window) checkSoundness(d *model.OpenNight) {
	if damage := d.File.Damage(); damage != nil {
		w.sayDamage(damage)
	}
	if d.ReadOnly == "" {
		w.ShowSaved("Checking the file…")
	}
	d.Check(func(problems []string, err error) {
		switch {
		case w.Night != d:
		case err != nil:
			w.Warn(model.Sentence(err))
		case len(problems) > 0:
			w.Warn("This file is damaged: " + problems[0] + ". Copy it somewhere safe before you go on; “night check” lists everything.")
		case w.Saved() == "Checking the file…":
			w.ShowSaved("File checked ✓")
		}
	})
}

// sayDamage says that a night can only be read, and where a whole one is.
func (w *Window) sayDamage(damage *night.DamagedError) {
	words := model.Sentence(damage) + " What can be read is shown."
	if damage.Backup != "" {
		words += " The newest good backup is " + damage.Backup + "."
	}
	w.Warn(words)
}
