package sample

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // the script's times are Hartlepool's on every machine
)

// chapters are the files of the script, in the order of the night.
var chapters = []string{"evening.md", "small-hours.md", "morning.md"}

// A script is the chapters, read: the head, then everything that was done that
// night in the order in which it was done. Its form is plain:
//
//	# Title of the night
//
//	name: value                        the head
//	author: HS Hetty Sandgate          one line an author, initials first
//
//	## 9.45pm JQ entry opening         when, who, what, and its name
//	kicker: Before the boxes           fields, directly under the heading
//
//	Good evening.                      text, after an empty line
//
// A time earlier than the one before it is on the next day. Only the first
// chapter has a head.
type script struct {
	title   string
	head    map[string]string
	authors []author
	acts    []act
}

type author struct{ initials, name string }

// An act is one heading of the script with what stands under it.
type act struct {
	file   string
	line   int // of its heading, from 1
	at     time.Time
	who    string // initials
	verb   string
	name   string // of the entry, picture, file, state or contest; may be empty
	fields map[string]string
	text   string
}

func (a act) errorf(format string, args ...any) error {
	return fmt.Errorf("%s, line %d: %w", a.file, a.line, fmt.Errorf(format, args...))
}

// A chapter is one file of the script.
type chapter struct{ name, text string }

func readScript(all ...chapter) (script, error) {
	s := script{head: map[string]string{}}
	var day time.Time
	for i, c := range all {
		lines, next := strings.Split(c.text, "\n"), 0
		if i == 0 {
			next = s.readHead(lines)
			var err error
			if day, err = s.firstDay(); err != nil {
				return script{}, fmt.Errorf("%s: %w", c.name, err)
			}
		}
		for next < len(lines) {
			a, after, err := readAct(c.name, lines, next, day)
			if err != nil {
				return script{}, err
			}
			if n := len(s.acts); n > 0 && a.at.Before(s.acts[n-1].at) {
				a.at, day = a.at.AddDate(0, 0, 1), day.AddDate(0, 0, 1)
			}
			s.acts = append(s.acts, a)
			next = after
		}
	}
	return s, nil
}

// readHead reads up to the first act and returns the index of its line.
func (s *script) readHead(lines []string) int {
	for i, line := range lines {
		if strings.HasPrefix(line, "## ") {
			return i
		}
		if title, ok := strings.CutPrefix(line, "# "); ok {
			s.title = title
			continue
		}
		name, value, ok := strings.Cut(line, ": ")
		switch {
		case ok && name == "author":
			initials, full, _ := strings.Cut(value, " ")
			s.authors = append(s.authors, author{initials, full})
		case ok:
			s.head[name] = value
		}
	}
	return len(lines)
}

// firstDay is midnight at the start of the day that the script begins on.
func (s *script) firstDay() (time.Time, error) {
	zone, err := time.LoadLocation(s.head["zone"])
	if err != nil {
		return time.Time{}, fmt.Errorf("the zone: %w", err)
	}
	day, err := time.ParseInLocation(time.DateOnly, s.head["day"], zone)
	if err != nil {
		return time.Time{}, fmt.Errorf("the day: %w", err)
	}
	return day, nil
}

// readAct reads the act whose heading is lines[from] and returns the index of
// the next heading.
func readAct(file string, lines []string, from int, day time.Time) (act, int, error) {
	a := act{file: file, line: from + 1, fields: map[string]string{}}
	words := strings.SplitN(strings.TrimPrefix(lines[from], "## "), " ", 4)
	if len(words) < 3 {
		return act{}, 0, a.errorf("a heading needs a time, a reporter and a verb")
	}
	clock, err := time.Parse("3.04pm", words[0])
	if err != nil {
		return act{}, 0, a.errorf("the time: %w", err)
	}
	a.at = time.Date(day.Year(), day.Month(), day.Day(), clock.Hour(), clock.Minute(), 0, 0, day.Location())
	a.who, a.verb = words[1], words[2]
	if len(words) == 4 {
		a.name = words[3]
	}
	end := from + 1
	for end < len(lines) && !strings.HasPrefix(lines[end], "## ") {
		end++
	}
	body := lines[from+1 : end]
	for len(body) > 0 && body[0] != "" {
		name, value, ok := strings.Cut(body[0], ": ")
		if !ok {
			return act{}, 0, a.errorf("%q is not a field; text comes after an empty line", body[0])
		}
		a.fields[name] = value
		body = body[1:]
	}
	a.text = strings.TrimSpace(strings.Join(body, "\n"))
	return a, end, nil
}
