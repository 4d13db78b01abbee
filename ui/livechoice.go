package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// liveKey is the name under which this machine remembers the live folder of a
// night. It is no part of the night: another machine has other folders.
func (w *window) liveKey() string { return "live.folder." + w.desk.night.Path() }

// startLive keeps the live folder of the night at hand, where one was chosen.
func (w *window) startLive() {
	if folder := w.app.Preferences().String(w.liveKey()); folder != "" && w.desk.readOnly == "" {
		w.keepIn(folder)
	}
}

// keepIn keeps the page of the night in a folder from now on.
func (w *window) keepIn(folder string) {
	d := w.desk
	var l *liveWriter
	l = newLiveWriter(folder, usualPace, d.picture, func(s liveState) {
		fyne.Do(func() {
			if w.desk == d && d.live == l {
				w.liveIs(s)
			}
		})
	})
	d.live, d.liveState = l, liveState{}
	l.want(d.edition())
	w.showLive()
}

// followLive has the live page follow an act: it tells what changed, and no
// more, so that it takes as long in a long night as in a short one.
func (w *window) followLive(subjects []night.Subject) {
	d := w.desk
	if d.live == nil {
		return
	}
	var entries []night.Subject
	rest := false
	for _, s := range subjects {
		switch s.Kind {
		case "entry":
			entries = append(entries, s)
		case "hand-over", "pattern", "profile": // none of them is public
		case "author", "colour", "contest", "council", "details", "history", "picture":
			rest = true
		default:
			d.live.want(d.edition())
			return
		}
	}
	var news []liveNews
	if rest {
		e := d.rest()
		news = append(news, liveNews{rest: &e})
	}
	d.live.follow(append(news, d.entryNews(entries)...)...)
}

// entryNews are entries as they are now, the oldest first.
func (d *desk) entryNews(subjects []night.Subject) []liveNews {
	var news []liveNews
	var at []int
	for _, s := range subjects {
		if i, ok := d.find(s.ID); ok {
			at = append(at, i)
		} else {
			news = append(news, liveNews{entry: blog.Entry{ID: s.ID}}) // its publishing was undone
		}
	}
	slices.Sort(at)
	for _, i := range slices.Backward(slices.Compact(at)) {
		n := liveNews{entry: d.entries[i]}
		if i+1 < len(d.entries) {
			n.below = d.entries[i+1].ID
		}
		news = append(news, n)
	}
	return news
}

// liveIs takes in how the live folder stands, and says it where it is another.
func (w *window) liveIs(s liveState) {
	was := w.desk.liveState
	w.desk.liveState = s
	switch {
	case s.err != nil && was.err == nil:
		w.message.warn(liveFailure(s, w.desk))
	case s.err == nil && was.err != nil:
		w.say("The live page is current again.")
	}
	w.showLive()
}

// liveFailure says what could not be written, what happens next and what
// readers have meanwhile.
func liveFailure(s liveState, d *desk) string {
	words := sentence(s.err) + " It is tried again every few seconds"
	if s.current.IsZero() {
		return words + "."
	}
	return words + "; readers have the page of " + blog.Clock(s.current.UnixMilli(), d.zone) + "."
}

// showLive shows how the live folder stands: on the hand-over screen and, as
// long as it fails, at the head of the window.
func (w *window) showLive() {
	w.top.showLive()
	w.handOver.showLive()
}

// showLive says at the head of the window that the live page is not written.
func (t *topBar) showLive() {
	t.live.Hidden = t.window.desk.liveState.err == nil
	t.box.Refresh()
}

// chooseLive asks for the folder that the page is to be kept in.
func (w *window) chooseLive() {
	if w.desk.readOnly != "" {
		w.say("Only the desk that writes the night keeps its page.")
		return
	}
	w.askLive(w.app.Preferences().String(w.liveKey()), "After every act that changes what is public, the page there is current within a second: "+w.liveFile()+", with numbered pages and pictures beside it.")
}

// askLive asks for the live folder, with what was typed before. It proposes
// none of its own: an Enter too many must not put a page anywhere.
func (w *window) askLive(typed, words string) {
	was := w.app.Preferences().String(w.liveKey())
	folder := newField("Folder; empty keeps none", typed, "its whole path, as a web server shows it")
	w.sheet("Live folder", words,
		[]*field{folder}, "Keep it", func() string {
			path := strings.TrimSpace(folder.entry.Text)
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

// liveFile is what the page in the live folder is called.
func (w *window) liveFile() string {
	if w.desk.details.Rehearsal {
		return publish.RehearsalName + liveName + ".html"
	}
	return liveName + ".html"
}

// lookBeforeLive looks, away from the window, whether a folder can be kept
// without harm to what is in it.
func (w *window) lookBeforeLive(folder string) {
	d, page := w.desk, w.liveFile()
	go func() {
		info, err := os.Stat(folder)
		if err == nil && !info.IsDir() {
			err = errors.New("it is not a folder")
		}
		_, taken := os.Lstat(filepath.Join(folder, page))
		fyne.Do(func() {
			switch {
			case w.desk != d:
			case err != nil:
				w.askLive(folder, "The page cannot be kept in "+folder+": "+cause(err)+". Choose a folder that is there.")
			case !errors.Is(taken, fs.ErrNotExist):
				w.sheet("Replace the page that is there?", "There is a file "+page+" in "+folder+" already.", nil, "Replace it", func() string {
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
func (w *window) takeLive(folder string) {
	w.leaveLive()
	w.app.Preferences().SetString(w.liveKey(), folder)
	w.keepIn(folder)
	w.say("The page is kept in " + folder + ".")
}

// leaveLive ends the keeping of the live folder; the page there stays.
func (w *window) leaveLive() {
	w.app.Preferences().RemoveValue(w.liveKey())
	go w.desk.live.close()
	w.desk.live, w.desk.liveState = nil, liveState{}
	w.showLive()
}

// liveWords say how the live folder stands, in a line.
func (d *desk) liveWords() (words string, wrong bool) {
	switch s := d.liveState; {
	case d.live == nil:
		return "no live folder", false
	case s.err != nil:
		return d.live.folder + " · not written, tried again: " + cause(s.err), true
	case s.current.IsZero():
		return "being written · " + d.live.folder, false
	default:
		return "current " + blog.Clock(s.current.UnixMilli(), d.zone) + " · " + d.live.folder, false
	}
}
