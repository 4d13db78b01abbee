package model

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// This file holds words that several screens print alike.

// ActWords says what kind of act something was.
func ActWords(kind night.ActKind) string {
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

// UpperFirst is a text with a capital at its beginning.
func UpperFirst(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}

// Sentence is an error as a person reads it: what failed, then the next step.
// The name of a file at its beginning stays as it is written.
func Sentence(err error) string {
	words := strings.TrimSpace(err.Error())
	if first, _, _ := strings.Cut(words, " "); words != "" && !strings.ContainsAny(strings.TrimRight(first, ":.,"), `./\`) {
		words = UpperFirst(words)
	}
	if !strings.HasSuffix(words, ".") {
		words += "."
	}
	var hint interface{ Hint() string }
	if errors.As(err, &hint) && hint.Hint() != "" {
		words += " " + hint.Hint()
	}
	return words
}

// Cause is the innermost reason of an error, as the system gives it.
func Cause(err error) string {
	words := err.Error()
	if i := strings.LastIndex(words, ": "); i >= 0 {
		words = words[i+2:]
	}
	return words
}

// Day prints a day as newsrooms do: "6 May 2021". What is no day is printed as
// it is.
func Day(d election.Date) string {
	day, err := time.Parse("2006-01-02", string(d))
	if err != nil {
		return string(d)
	}
	return blog.DayYear(day.UnixMilli(), time.UTC)
}

// ShortDay is a day in the room of a label: "6 May 2021", "12 Dec 2019".
func ShortDay(d election.Date) string {
	day, err := time.Parse("2006-01-02", string(d))
	if err != nil {
		return string(d)
	}
	return day.Format("2 Jan 2006")
}

// FileName is a file's name made of words; what a file system refuses in a
// name becomes a hyphen. Without words it is "night".
func FileName(words string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(words))
	if clean == "" {
		return "night"
	}
	return clean
}

// Initials are the first letters of a name's parts, as capitals: "AR".
func Initials(name string) string {
	out := ""
	for part := range strings.FieldsSeq(name) {
		out += strings.ToUpper(string([]rune(part)[:1]))
	}
	return out
}
