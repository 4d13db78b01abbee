package intake

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The most that is listed; what is wrong in a thousand places is wrong once.
const (
	maxProblems = 100
	maxNotes    = 200
	maxValue    = 60 // letters of a cell that a problem shows
)

// findings are what is wrong and what is odd in files while they are read.
type findings struct {
	problems Problems
	notes    []string
	unlisted int // notes

	newParties map[string]bool // that were told
}

func (l *findings) wrong(p Problem) {
	if len(l.problems.List) == maxProblems {
		l.problems.More++
		return
	}
	p.Value = Shorten(p.Value)
	l.problems.List = append(l.problems.List, p)
}

// full reports whether reading on would only count.
func (l *findings) full() bool { return l.problems.More > 0 }

func (l *findings) note(format string, args ...any) {
	if len(l.notes) == maxNotes {
		l.unlisted++
		return
	}
	l.notes = append(l.notes, fmt.Sprintf(format, args...))
}

// allNotes are the notes and a last one that counts those not listed.
func (l *findings) allNotes() []string {
	if l.unlisted == 0 {
		return l.notes
	}
	return append(l.notes, fmt.Sprintf("%d more notes are not listed.", l.unlisted))
}

func (l *findings) err() error {
	if len(l.problems.List) == 0 {
		return nil
	}
	return &l.problems
}

// Shorten is text of a file as a problem shows it: at most 60 letters, and spaces
// for control characters.
func Shorten(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) <= maxValue {
		return s
	}
	return string([]rune(s)[:maxValue]) + "…"
}
