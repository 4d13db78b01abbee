package ui

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/model"
)

// This file keeps what is typed in the fields of a sheet, as the composer's
// fields are kept. A sheet is not opened again by itself: what was typed in it
// is there when a person opens it.

// sheetPrefix starts the draft group of a sheet; its title follows.
const sheetPrefix = "sheet:"

// keepSheet hands the fields of an open sheet to the drafts, and first puts
// back what was typed in one of that title and never accepted.
func (w *Window) keepSheet(title string, fields []*field) {
	if w.open == nil || w.open.ReadOnly != "" {
		return
	}
	group, typed := sheetPrefix+title, false
	for i, f := range fields {
		id := model.DraftID{Group: group, Field: f.name(i)}
		if was, ok := w.begun[id]; ok {
			f.entry.SetText(was.Text)
			f.entry.SetCaret(was.Caret)
			delete(w.begun, id)
			typed = true
		}
		changed := f.entry.OnChanged
		f.entry.OnChanged = func(s string) {
			typed = true
			if changed != nil {
				changed(s)
			}
			w.open.Drafts.Keep(night.Draft{Group: group, Field: id.Field, Text: s, Caret: f.entry.CursorTextOffset()})
		}
	}
	w.left = func() {
		if typed {
			w.open.Drafts.Forget(group, "")
		}
	}
}

// name tells the fields of a sheet apart.
func (f *field) name(i int) string {
	if f.label != "" {
		return f.label
	}
	return strconv.Itoa(i)
}

// acts is how many acts were asked of the night.
func (w *Window) acts() int {
	if w.open == nil {
		return 0
	}
	return w.open.Acts
}

// accepted remembers the fields of a sheet until what it asked for is done.
func (w *Window) accepted(title string, fields []*field) {
	w.asked = map[model.DraftID]night.Draft{}
	for i, f := range fields {
		w.asked[model.DraftID{Group: sheetPrefix + title, Field: f.name(i)}] = night.Draft{Text: f.entry.Text, Caret: f.entry.CursorTextOffset()}
	}
}

// putBack keeps the fields of the sheet whose act has failed, and says so.
func (w *Window) putBack() (words string) {
	if len(w.asked) == 0 {
		return ""
	}
	maps.Copy(w.begun, w.asked)
	w.asked = nil
	return " " + w.begunWords()
}

// takeUpSheets takes what was typed in sheets when the desk was last left.
func (w *Window) takeUpSheets(kept []night.Draft) {
	w.begun = map[model.DraftID]night.Draft{}
	for _, d := range kept {
		if strings.HasPrefix(d.Group, sheetPrefix) {
			w.begun[model.IDOf(d)] = d
		}
	}
}

// begunWords say in which sheets something was typed that is still kept, ""
// for none.
func (w *Window) begunWords() string {
	var titles []string
	for id := range w.begun {
		titles = append(titles, "“"+strings.TrimPrefix(id.Group, sheetPrefix)+"”")
	}
	if len(titles) == 0 {
		return ""
	}
	slices.Sort(titles)
	return "What was typed under " + election.And(slices.Compact(titles)) + " is there when you open that again."
}
