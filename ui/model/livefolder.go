package model

import (
	"slices"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// This file keeps the live folder of the open night current.

// KeepLive keeps the page of the night in a folder from now on.
func (o *OpenNight) KeepLive(folder string) {
	var l *LiveWriter
	l = NewLiveWriter(folder, o.pace, o.Now, o.Picture, func(s LiveState) {
		fyne.Do(func() {
			if o.Live == l {
				was := o.LiveState
				o.LiveState = s
				o.LiveTold(was)
			}
		})
	})
	o.Live, o.LiveState = l, LiveState{}
	l.Want(o.Edition())
}

// LeaveLive ends the keeping of the live folder; the page there stays.
func (o *OpenNight) LeaveLive() {
	go o.Live.Close()
	o.Live, o.LiveState = nil, LiveState{}
}

// LiveFile is what the page in the live folder is called.
func (o *OpenNight) LiveFile() string {
	if o.Details.Rehearsal {
		return publish.RehearsalName + LiveName + ".html"
	}
	return LiveName + ".html"
}

// followLive has the live page follow an act: it tells what changed, and no
// more, so that it takes as long in a long night as in a short one.
func (o *OpenNight) followLive(subjects []night.Subject) {
	if o.Live == nil {
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
			o.Live.Want(o.Edition())
			return
		}
	}
	var news []LiveNews
	if rest {
		e := o.rest()
		news = append(news, LiveNews{Rest: &e})
	}
	o.Live.Follow(append(news, o.entryNews(entries)...)...)
}

// entryNews are entries as they are now, the oldest first.
func (o *OpenNight) entryNews(subjects []night.Subject) []LiveNews {
	var news []LiveNews
	var at []int
	for _, s := range subjects {
		if i, ok := o.Find(s.ID); ok {
			at = append(at, i)
		} else {
			news = append(news, LiveNews{Entry: blog.Entry{ID: s.ID}}) // its publishing was undone
		}
	}
	slices.Sort(at)
	for _, i := range slices.Backward(slices.Compact(at)) {
		n := LiveNews{Entry: o.Entries[i]}
		if i+1 < len(o.Entries) {
			n.Below = o.Entries[i+1].ID
		}
		news = append(news, n)
	}
	return news
}

// LiveWords say how the live folder stands, in a line.
func (o *OpenNight) LiveWords() (words string, wrong bool) {
	switch s := o.LiveState; {
	case o.Live == nil:
		return "no live folder", false
	case s.Err != nil:
		return o.Live.Folder + " · not written, tried again: " + Cause(s.Err), true
	case s.Current.IsZero():
		return "being written · " + o.Live.Folder, false
	default:
		return "current " + blog.Clock(s.Current.UnixMilli(), o.Zone) + " · " + o.Live.Folder, false
	}
}
