package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// checkSoundness looks the file of a night over in the background, from the
// moment it is open: its structure and every digest. The state of it stands
// at the head of the window; what is wrong stays in sight.
func (w *window) checkSoundness(d *desk) {
	ctx, cancel := context.WithCancel(context.Background())
	d.stopCheck = cancel
	d.checked = make(chan struct{})
	if damage := d.night.Damage(); damage != nil {
		w.sayDamage(damage)
	}
	if d.readOnly == "" {
		w.top.saved.Set("Checking the file…", false, kit.Quiet)
		w.top.box.Refresh()
	}
	go func() {
		defer close(d.checked)
		problems, err := d.night.Check(ctx, nil)
		fyne.Do(func() {
			if w.desk != d || ctx.Err() != nil {
				return
			}
			switch {
			case err != nil:
				w.message.warn(sentence(err))
			case len(problems) > 0:
				w.message.warn("This file is damaged: " + problems[0] + ". Copy it somewhere safe before you go on; “night check” lists everything.")
			case w.top.saved.Words() == "Checking the file…":
				w.top.saved.Set("File checked ✓", false, kit.Quiet)
				w.top.box.Refresh()
			}
		})
	}()
}

// sayDamage says that a night can only be read, and where a whole one is.
func (w *window) sayDamage(damage *night.DamagedError) {
	words := sentence(damage) + " What can be read is shown."
	if damage.Backup != "" {
		words += " The newest good backup is " + damage.Backup + "."
	}
	w.message.warn(words)
}
