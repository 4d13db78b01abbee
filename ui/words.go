package ui

import (
	"strings"

	"nightdesk/data/night"
)

// actWords says what kind of act something was.
func actWords(kind night.ActKind) string {
	words := map[night.ActKind]string{
		"publish": "an entry published", "edit": "an edit", "correct entry": "a correction", "withdraw": "an entry withdrawn",
		"mark": "a key moment or a pin", "votes": "votes keyed", "papers": "papers keyed", "state": "a state of the count",
		"details": "the night's details", "answer": "an answer to a check",
		"restore": "an entry restored", "picture": "a picture added", "move": "a candidate moved", "lot": "a lot recorded",
		"colour": "a party's colour",
		"flag":   "a rush, call or estimate", "second keying": "the second keying", "remove candidate": "a candidate removed",
		"baselines": "the baselines of a contest", "chain": "which parties go on under another id", "history": "the past contests",
		"pattern": "a sentence pattern", "profile": "a profile", "tag": "an entry's tags", "contest": "what a contest is",
		"council": "a council", "rehearsal": "whether it is a rehearsal",
	}
	if w, ok := words[kind]; ok {
		return w
	}
	return string(kind)
}

// upper is a kicker as it is printed.
func upper(s string) string { return strings.ToUpper(s) }
