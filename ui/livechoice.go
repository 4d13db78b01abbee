package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// liveKey is the name under which this machine remembers the live folder of a
// night. It is no part of the night: another machine has other folders.
func (w *Window) liveKey() string { return "live.folder." + w.Night.File.Path() }

// startLive keeps the live folder of the night at hand, where one was chosen.
func (w *Window) startLive() {
	if folder := w.App.Preferences().String(w.liveKey()); folder != "" && w.Night.ReadOnly == "" {
		w.keepIn(folder)
	}
}

// keepIn keeps the page of the night in a folder from now on.
func (w *Window) keepIn(folder string) {
	w.Night.KeepLive(folder)
	w.Change(shell.Change{Live: true})
}

// LiveTold says how the live folder stands, where that is another than before.
func (w *Window) liveTold(was model.LiveState) {
	switch s := w.Night.LiveState; {
	case s.Err != nil && was.Err == nil:
		w.Warn(liveFailure(s, w.Night))
	case s.Err == nil && was.Err != nil:
		w.Say("The live page is current again.")
	}
	w.Change(shell.Change{Live: true})
}

// liveFailure says what could not be written, what happens next and what
// readers have meanwhile.
func liveFailure(s model.LiveState, d *model.OpenNight) string {
	words := model.Sentence(s.Err) + " It is tried again every few seconds"
	if s.Current.IsZero() {
		return words + "."
	}
	return words + "; readers have the page of " + blog.Clock(s.Current.UnixMilli(), d.Zone) + "."
}

// chooseLive asks for the folder that the page is to be kept in.
func (w *Window) chooseLive() {
	if w.Night.ReadOnly != "" {
		w.Say("Only the desk that writes the night keeps its page.")
		return
	}
	w.askLive(w.App.Preferences().String(w.liveKey()), "After every act that changes what is public, the page there is current within a second: "+w.Night.LiveFile()+", with numbered pages and pictures beside it.")
}

// askLive asks for the live folder, with what was typed before. It proposes
// none of its own: an Enter too many must not put a page anywhere.
func (w *Window) askLive(typed, words string) {
	was := w.App.Preferences().String(w.liveKey())
	folder := shell.NewField("Folder; empty keeps none", typed, "its whole path, as a web server shows it")
	w.Sheet("Live folder", words,
		[]*shell.Field{folder}, "Keep it", func() string {
			path := strings.TrimSpace(folder.Entry.Text)
			if path == "" {
				w.leaveLive()
				return ""
			}
			if !filepath.IsAbs(path) {
				return "Write the whole path of the folder."
			}
			if path != was {
				w.lookBeforeLive(path)
			}
			return ""
		})
}

// lookBeforeLive looks, away from the window, whether a folder can be kept
// without harm to what is in it.
func (w *Window) lookBeforeLive(folder string) {
	d, page := w.Night, w.Night.LiveFile()
	go func() {
		info, err := os.Stat(folder)
		if err == nil && !info.IsDir() {
			err = errors.New("it is not a folder")
		}
		_, taken := os.Lstat(filepath.Join(folder, page))
		fyne.Do(func() {
			switch {
			case w.Night != d:
			case err != nil:
				w.askLive(folder, "The page cannot be kept in "+folder+": "+model.Cause(err)+". Choose a folder that is there.")
			case !errors.Is(taken, fs.ErrNotExist):
				w.Sheet("Replace the page that is there?", "There is a file "+page+" in "+folder+" already.", nil, "Replace it", func() string {
					w.takeLive(folder)
					return ""
				})
			default:
				w.takeLive(folder)
			}
		})
	}()
}

// takeLive keeps the page in a folder from now on, and after a restart too.
func (w *Window) takeLive(folder string) {
	w.leaveLive()
	w.App.Preferences().SetString(w.liveKey(), folder)
	w.keepIn(folder)
	w.Say("The page is kept in " + folder + ".")
}

// LeaveLive ends the keeping of the live folder; the page there stays.
func (w *Window) leaveLive() {
	w.App.Preferences().RemoveValue(w.liveKey())
	w.Night.LeaveLive()
	w.Change(shell.Change{Live: true})
}
