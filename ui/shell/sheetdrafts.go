package shell

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

// KeepSheet hands the fields of an open sheet to the drafts, and first puts
// back what was typed in one of that title and never accepted.
func (sh *Shell) KeepSheet(title string, fields []*Field) {
	if sh.Night == nil || sh.Night.ReadOnly != "" {
		return
	}
	group, typed := sheetPrefix+title, false
	for i, f := range fields {
		id := model.DraftID{Group: group, Field: f.name(i)}
		if was, ok := sh.begun[id]; ok {
			f.Entry.SetText(was.Text)
			f.Entry.SetCaret(was.Caret)
			delete(sh.begun, id)
			typed = true
		}
		changed := f.Entry.OnChanged
		f.Entry.OnChanged = func(s string) {
			typed = true
			if changed != nil {
				changed(s)
			}
			sh.Night.Drafts.Keep(night.Draft{Group: group, Field: id.Field, Text: s, Caret: f.Entry.CursorTextOffset()})
		}
	}
	sh.left = func() {
		if typed {
			sh.Night.Drafts.Forget(group, "")
		}
	}
}

// name tells the fields of a sheet apart.
func (f *Field) name(i int) string {
	if f.Label != "" {
		return f.Label
	}
	return strconv.Itoa(i)
}

// acts is how many acts were asked of the night.
func (sh *Shell) acts() int {
	if sh.Night == nil {
		return 0
	}
	return sh.Night.Acts
}

// Accepted remembers the fields of a sheet until what it asked for is done.
func (sh *Shell) Accepted(title string, fields []*Field) {
	sh.asked = map[model.DraftID]night.Draft{}
	for i, f := range fields {
		sh.asked[model.DraftID{Group: sheetPrefix + title, Field: f.name(i)}] = night.Draft{Text: f.Entry.Text, Caret: f.Entry.CursorTextOffset()}
	}
}

// putBack keeps the fields of the sheet whose act has failed, and says so.
func (sh *Shell) putBack() (words string) {
	if len(sh.asked) == 0 {
		return ""
	}
	maps.Copy(sh.begun, sh.asked)
	sh.asked = nil
	return " " + sh.begunWords()
}

// takeUpSheets takes what was typed in sheets when the desk was last left.
func (sh *Shell) takeUpSheets(kept []night.Draft) {
	sh.begun = map[model.DraftID]night.Draft{}
	for _, d := range kept {
		if strings.HasPrefix(d.Group, sheetPrefix) {
			sh.begun[model.IDOf(d)] = d
		}
	}
}

// begunWords say in which sheets something was typed that is still kept, ""
// for none.
func (sh *Shell) begunWords() string {
	var titles []string
	for id := range sh.begun {
		titles = append(titles, "“"+strings.TrimPrefix(id.Group, sheetPrefix)+"”")
	}
	if len(titles) == 0 {
		return ""
	}
	slices.Sort(titles)
	return "What was typed under " + election.And(slices.Compact(titles)) + " is there when you open that again."
}
