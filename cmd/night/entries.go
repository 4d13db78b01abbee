package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
)

type entriesCommand struct {
	File string `arg:"" help:"The night."`
	asOf `embed:""`
	JSON bool `help:"Print JSON, with the whole texts."`
}

// Run lists the entries as a table or as JSON.
func (c *entriesCommand) Run(t *terminal) error {
	return t.view(c.File, func(n *night.Night) error {
		e, zone, err := c.edition(n)
		if err != nil {
			return err
		}
		if c.JSON {
			var b bytes.Buffer
			out := json.NewEncoder(&b)
			out.SetEscapeHTML(false)
			out.SetIndent("", "  ")
			err := out.Encode(entriesJSON(e, zone))
			return t.json(b.Bytes(), err)
		}
		if len(e.Entries) == 0 {
			t.say("No entries yet. Write one with “night post %s --author A < text.md”.", c.File)
			return nil
		}
		for _, line := range entryColumns(e, zone).lines() {
			t.line(line)
		}
		return nil
	})
}

// preview is how many characters of an entry a list shows.
const preview = 60

func entryColumns(e blog.Edition, zone *time.Location) *columns {
	table := &columns{head: []string{"Published", ">", "Id", "By", "Entry"}}
	day := ""
	for _, x := range e.Entries {
		shown := blog.DayYear(x.Published, zone)
		if shown == day {
			shown = ""
		} else {
			day = shown
		}
		table.add(shown, blog.Clock(x.Published, zone), x.ID, strings.Join(initialsOf(e, x), " "), headOf(x))
	}
	return table
}

// headOf is an entry in one short line, with its marks.
func headOf(x blog.Entry) string {
	var marks []string
	for _, m := range []struct {
		on   bool
		word string
	}{{x.Withdrawn, "withdrawn"}, {x.Pinned, "pinned"}, {x.Key, "key"}, {len(x.Corrections) > 0, "corrected"}} {
		if m.on {
			marks = append(marks, m.word)
		}
	}
	text := strings.ReplaceAll(text.Plaintext(text.Parse(x.Text, x.Figures())), "\n", " ")
	if x.Kicker != "" {
		text = x.Kicker + ": " + text
	}
	text = cut(strings.TrimSpace(text), preview)
	if len(marks) > 0 {
		text = "[" + strings.Join(marks, ", ") + "] " + text
	}
	return text
}

func initialsOf(e blog.Edition, x blog.Entry) []string {
	var all []string
	for _, id := range x.Authors {
		if a, ok := e.Author(id); ok && a.Initials != "" {
			all = append(all, a.Initials)
		} else {
			all = append(all, a.Name)
		}
	}
	return all
}

// entriesDocument is the JSON of entries. Times are RFC 3339 in the night's
// zone.
type entriesDocument struct {
	Schema  int           `json:"schema"`
	Entries []entryRecord `json:"entries"`
}

func entriesJSON(e blog.Edition, zone *time.Location) entriesDocument {
	d := entriesDocument{Schema: 1, Entries: []entryRecord{}}
	printer := blog.EntryPrinter{
		Author: func(id string) string { a, _ := e.Author(id); return a.Name },
		Time:   func(ms int64) string { return time.UnixMilli(ms).In(zone).Format("2006-01-02T15:04:05.000Z07:00") },
	}
	for _, x := range e.Entries {
		d.Entries = append(d.Entries, entryRecord{x, printer})
	}
	return d
}

// An entryRecord is an entry as an object with the keys of blog.EntryFields,
// in their order.
type entryRecord struct {
	entry   blog.Entry
	printer blog.EntryPrinter
}

func (r entryRecord) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	for i, f := range blog.EntryFields {
		b.WriteByte("{,"[min(i, 1)])
		fmt.Fprintf(&b, "%q:", f.Key)
		if err := out.Encode(f.Value(r.entry, r.printer)); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
