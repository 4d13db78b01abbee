package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// byline is who wrote the entry in the composer and when what it tells of was.
type byline struct {
	authors  []string // ids in the order of the by-line; empty is whoever publishes
	happened int64    // UTC milliseconds; 0 is the time of publishing
}

// bylineOf is the by-line of an entry that is published.
func bylineOf(e blog.Entry) byline {
	by := byline{authors: e.Authors, happened: e.Happened}
	if e.Happened == e.Published {
		by.happened = 0
	}
	return by
}

// chooseByline puts another author into the by-line, or takes one out.
func (w *Window) chooseByline() {
	c := w.composer
	names := c.authors()
	var choices []kit.Choice
	for _, a := range w.Night.Authors {
		if at := slices.Index(names, a.ID); at < 0 {
			choices = append(choices, kit.Choice{Words: "And " + a.Name, Aside: "last in the by-line", Do: func() {
				c.setByline(append(slices.Clone(names), a.ID), c.by.happened)
			}})
		} else if len(names) > 1 {
			choices = append(choices, kit.Choice{Words: "Without " + a.Name, Aside: "", Do: func() {
				c.setByline(slices.Delete(slices.Clone(names), at, at+1), c.by.happened)
			}})
		}
	}
	choices = append(choices, kit.Choice{Words: "Somebody new…", Do: func() {
		acting := w.Night.Author
		w.AskAuthor(func() {
			joined := w.Night.Author
			if acting != "" {
				w.ActAs(acting)
				c.setByline(append(slices.Clone(names), joined), c.by.happened)
			}
		})
	}})
	w.Choose("By-line: "+w.bylineNames(names), choices)
}

// askHappened asks when what the entry tells of was, if not now.
func (w *Window) askHappened() {
	c := w.composer
	typed := ""
	if c.by.happened != 0 {
		typed = time.UnixMilli(c.by.happened).In(w.Night.Zone).Format("2 Jan 2006 15:04")
	}
	f := shell.NewField("Time of the event: 04:10, or 6 May 23:50; empty for the time of publishing", typed, "now")
	w.Sheet("When was it?", "The entry stands where it was published; this is the time that it tells of.", []*shell.Field{f}, "Keep", func() string {
		if strings.TrimSpace(f.Entry.Text) == "" {
			c.setByline(c.by.authors, 0)
			return ""
		}
		at, err := blog.EventTime(f.Entry.Text, w.Night.Now().UnixMilli(), w.Night.Zone)
		if err != nil {
			return model.Sentence(err)
		}
		c.setByline(c.by.authors, at)
		return ""
	})
}

// authors are the ids of the by-line as it stands.
func (c *composer) authors() []string {
	if len(c.by.authors) > 0 {
		return c.by.authors
	}
	if c.open.Author == "" {
		return nil
	}
	return []string{c.open.Author}
}

// setByline changes the by-line of what is being written.
func (c *composer) setByline(authors []string, happened int64) {
	c.by = byline{authors, happened}
	c.showByline()
	c.window.preview.later()
	if c.kicker.Text != "" || c.text.Text != "" {
		c.typed()
	}
}

// showByline prints the by-line beside the kicker where it is not the plain
// one: the author who acts, now.
func (c *composer) showByline() {
	var parts []string
	if c.by.happened != 0 {
		parts = append(parts, "at "+eventWords(c.by.happened, c.open.Now().UnixMilli(), c.open.Zone))
	}
	if len(c.by.authors) > 0 && !slices.Equal(c.by.authors, []string{c.open.Author}) {
		parts = append(parts, "by "+c.window.bylineNames(c.by.authors)) // last, since names may be cut
	}
	c.who.SetText(strings.Join(parts, ", "))
	c.root.Refresh()
}

// eventWords is the time of an event, with its day where that is another than
// the day it is told on.
func eventWords(happened, told int64, zone *time.Location) string {
	words := blog.Clock(happened, zone)
	if day := blog.Day(happened, zone); day != blog.Day(told, zone) {
		words += " on " + day
	}
	return words
}

func (w *Window) bylineNames(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, w.Night.AuthorName(id))
	}
	return election.And(names)
}

// meta is what the drafts keep besides the texts: which entry is being
// changed and how, the time of the event, the by-line, and which field has
// the caret. A hyphen stands for what is not set.
func (c *composer) meta() string {
	parts := []string{"-", "-", "-", "-", c.at}
	if c.editing != "" {
		parts[0], parts[1] = c.editing, kindName(c.kind)
	}
	if c.by.happened != 0 {
		parts[2] = strconv.FormatInt(c.by.happened, 10)
	}
	if len(c.by.authors) > 0 {
		parts[3] = strings.Join(c.by.authors, ",")
	}
	return strings.Join(parts, " ")
}

// takeMeta reads what meta wrote.
func (c *composer) takeMeta(meta string) {
	parts := strings.Fields(meta)
	part := func(i int) string {
		if i < len(parts) && parts[i] != "-" {
			return parts[i]
		}
		return ""
	}
	c.editing, c.kind = part(0), editKinds[part(1)]
	c.by = byline{}
	if at, err := strconv.ParseInt(part(2), 10, 64); err == nil {
		c.by.happened = at
	}
	if part(3) != "" {
		c.by.authors = strings.Split(part(3), ",")
	}
	c.at = part(4)
}
