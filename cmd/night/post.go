package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/proofread"
	"nightdesk/data/night"
)

type postCommand struct {
	File     string `arg:"" help:"The night."`
	Author   string `required:"" help:"Who writes: a name or initials. Somebody new joins the desk."`
	Kicker   string `help:"A short line over the entry."`
	Happened string `placeholder:"TIME" help:"When it happened, if not now: RFC 3339, or 2021-05-07 07:02 in the night's zone."`
	Key      bool   `help:"It is a key moment, which the head of the page lists."`
}

// Run publishes what stands on standard input.
func (c *postCommand) Run(t *terminal) error {
	if isTerminal(t.in) {
		t.note("type the entry, and end it with Ctrl+D on a line of its own")
	}
	text, err := typed(t.in)
	if err != nil {
		return err
	}
	if strings.TrimSpace(c.Author) == "" {
		return &callError{"--author: an entry needs an author", "Give a name or initials; nothing was published."}
	}
	return t.write(c.File, night.Options{}, func(n *night.Night) error { return c.publish(t, n, text) })
}

func (c *postCommand) publish(t *terminal, n *night.Night, text string) error {
	zone, err := zoneOf(n)
	if err != nil {
		return err
	}
	entry := blog.Entry{Kicker: c.Kicker, Text: text, Key: c.Key}
	if c.Happened != "" {
		when, err := readTime("--happened", c.Happened, zone)
		if err != nil {
			return err
		}
		entry.Happened = when.first
	}
	contests, err := n.Contests()
	if err != nil {
		return err
	}
	councils, err := n.Councils()
	if err != nil {
		return err
	}
	returns := blog.Results{Contests: contests, Councils: councils}
	// Somebody new joins the desk only for an entry that can be published.
	if _, problems := figure.Freeze(text, returns); len(problems) > 0 {
		return &textError{text, problems}
	}
	author, err := writer(n, c.Author)
	if err != nil {
		return err
	}
	if entry, err = n.Publish(author.ID, entry); err != nil {
		return err
	}
	for _, p := range proofread.Entry(c.Kicker, text, returns) {
		t.note("%s: %s", where(text, p), p.Text)
	}
	t.say("Published %s at %s by %s.", entry.ID, blog.ClockTime(entry.Published, zone), author.Name)
	return nil
}

// largestText is more than any entry; standard input that is longer is not
// one.
const largestText = 1 << 20

// typed reads the text of an entry.
func typed(in io.Reader) (string, error) {
	raw, err := io.ReadAll(io.LimitReader(in, largestText+1))
	if err != nil {
		return "", fmt.Errorf("could not read the entry from standard input: %w", err)
	}
	text := strings.TrimPrefix(string(raw), "\uFEFF")
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	switch {
	case len(raw) > largestText:
		return "", &callError{"standard input is over 1 MB, which is no entry", "Give the text of one entry; nothing was published."}
	case !utf8.ValidString(text):
		bad := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError })
		return "", &callError{place(text, bad) + ": the text is not UTF-8", "Save it as UTF-8; nothing was published."}
	case strings.TrimSpace(text) == "":
		return "", &callError{"standard input is empty, and an entry needs a text", "Give it like this: “night post FILE --author A < text.md”."}
	}
	return text, nil
}

// A textError says what in the text of an entry cannot be published.
type textError struct {
	text     string
	problems []blog.Problem
}

func (e *textError) Error() string {
	lines := make([]string, len(e.problems))
	for i, p := range e.problems {
		lines[i] = where(e.text, p) + ": " + p.Text
	}
	return strings.Join(lines, "\n")
}

// Hint is the user's next step.
func (e *textError) Hint() string { return "Nothing was published." }

// where says what a problem is about.
func where(text string, p blog.Problem) string {
	if p.From == p.To {
		return "--kicker"
	}
	return place(text, p.From)
}

// place says where in the text a byte stands, both counted from 1, columns in
// characters.
func place(text string, at int) string {
	before := text[:min(max(at, 0), len(text))]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	return fmt.Sprintf("standard input, line %d, column %d", line, column)
}
