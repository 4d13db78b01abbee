package ui

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

// This file keeps what is typed in the fields of a sheet, as the composer's
// fields are kept. A sheet is not opened again by itself: what was typed in it
// is there when a person opens it.

// sheetPrefix starts the draft group of a sheet; its title follows.
const sheetPrefix = "sheet:"

// keepSheet hands the fields of an open sheet to the drafts, and first puts
// back what was typed in one of that title and never accepted.
func (w *window) keepSheet(title string, fields []*field) {
	if w.desk == nil || w.desk.readOnly != "" {
		return
	}
	group, typed := sheetPrefix+title, false
	for i, f := range fields {
		id := draftID{group, f.name(i)}
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
			w.drafts.keep(night.Draft{Group: group, Field: id.field, Text: s, Caret: f.entry.CursorTextOffset()})
		}
	}
	w.left = func() {
		if typed {
			w.drafts.forget(group, "")
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
func (w *window) acts() int {
	if w.desk == nil {
		return 0
	}
	return w.desk.acts
}

// accepted remembers the fields of a sheet until what it asked for is done.
func (w *window) accepted(title string, fields []*field) {
	w.asked = map[draftID]night.Draft{}
	for i, f := range fields {
		w.asked[draftID{sheetPrefix + title, f.name(i)}] = night.Draft{Text: f.entry.Text, Caret: f.entry.CursorTextOffset()}
	}
}

// putBack keeps the fields of the sheet whose act has failed, and says so.
func (w *window) putBack() (words string) {
	if len(w.asked) == 0 {
		return ""
	}
	maps.Copy(w.begun, w.asked)
	w.asked = nil
	return " " + w.begunWords()
}

// takeUpSheets takes what was typed in sheets when the desk was last left.
func (w *window) takeUpSheets(kept []night.Draft) {
	w.begun = map[draftID]night.Draft{}
	for _, d := range kept {
		if strings.HasPrefix(d.Group, sheetPrefix) {
			w.begun[idOf(d)] = d
		}
	}
}

// begunWords say in which sheets something was typed that is still kept, ""
// for none.
func (w *window) begunWords() string {
	var titles []string
	for id := range w.begun {
		titles = append(titles, "“"+strings.TrimPrefix(id.group, sheetPrefix)+"”")
	}
	if len(titles) == 0 {
		return ""
	}
	slices.Sort(titles)
	return "What was typed under " + election.And(slices.Compact(titles)) + " is there when you open that again."
}
