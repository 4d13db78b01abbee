package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
	"nightdesk/ui/uitest"
)

// hostileLines are some of the lines that have broken other programs: ours,
// and every twentieth of the lists beside the repository, since all would take
// long to draw.
func hostileLines(t *testing.T) []string {
	t.Helper()
	var lines []string
	for i, line := range blogtest.HostileLines(t) {
		line = strings.TrimSpace(line)
		if (i < len(blogtest.Hostile) || i%20 == 7) && line != "" && !strings.Contains(line, ",") {
			lines = append(lines, line)
		}
	}
	return lines
}

// Hostile lines as kicker, text, label, tag, author, reason and in older
// versions are shown and found, and nothing falls over.
func TestHostileLinesInEveryFieldOfTheBlog(t *testing.T) {
	lines := hostileLines(t)
	text := func(line string) string { return text.EscapeMarkdown(line) + "\n\nIt says so." }
	s := at(t, uitest.NightOf(t, func(n *night.Night, _ string) {
		for _, line := range lines {
			author, err := n.AddAuthor("", blog.Author{Name: line, Initials: "?"})
			uitest.Must(t, err)
			e, err := n.Publish(author, blog.Entry{Kicker: line, Text: text(line)})
			uitest.Must(t, err)
			uitest.Must(t, n.Mark(author, e.ID, true, line, false))
			uitest.Must(t, n.Tag(author, e.ID, []string{line}))
			e, err = n.Entry(e.ID)
			uitest.Must(t, err)
			e.Text = "Other words: " + e.Text
			_, err = n.Edit(author, e, night.Correction, line)
			uitest.Must(t, err)
		}
	}))
	s.Until("all are worked out", func() bool { return !s.blog.working })
	entries := s.Published(len(lines))
	for i, e := range entries {
		line := lines[len(lines)-1-i]
		uitest.Equal(t, "kicker", e.Kicker, line)
		uitest.Equal(t, "label", e.KeyLabel, line)
		uitest.Equal(t, "tag", strings.Join(e.Tags, "|"), strings.Join(strings.Fields(line), " "))
		uitest.Equal(t, "note", e.Corrections[0].Note, line)
		s.blog.setFilter(entryFilter{"tag", e.Tags[0], "tagged"})
		if !slices.ContainsFunc(s.blog.shown, func(x blog.Entry) bool { return x.ID == e.ID }) {
			t.Errorf("%q is not found by its tag", line)
		}
		s.blog.setFilter(allEntries)
		s.blog.list.Select(i)
		s.blog.copy(e)
		uitest.Has(t, "clipboard", s.App.Clipboard().Content(), line)
		if i%10 == 0 {
			s.blog.showVersions(e)
			s.Settle()
			uitest.Has(t, "versions", uitest.Words(s.Above()), "Corrected by "+line)
			s.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape)
		}
	}
	s.chooseEntries()
	s.Keys(fyne.KeyEscape)
}
