package ui

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// publish puts the entry into the blog. Marks of the proof reading are shown
// first; asked a second time with the same text, it is published past them,
// but not past figures that cannot be printed.
func (c *composer) publish(key bool) {
	text, kicker := strings.TrimRight(c.text.Text, "\n "), strings.TrimSpace(c.kicker.Text)
	if c.open.ReadOnly != "" {
		return
	}
	if text == "" && kicker == "" {
		c.window.Say("There is nothing to publish yet: write a line first.")
		return
	}
	if len(c.open.Authors) == 0 {
		c.window.AskAuthor(func() { c.publish(key) })
		return
	}
	problems, blocked := c.proof(kicker, text)
	if stamp := kicker + "\x00" + text; blocked || len(problems) > 0 && c.problems != stamp {
		c.problems = stamp
		c.showMarks(problems)
		if !blocked {
			c.status.SetText("Ctrl ↵ again publishes")
		} else {
			c.status.SetText("cannot be published yet")
		}
		return
	}
	if c.editing != "" {
		c.save(kicker, text)
		return
	}
	if c.open.Details.SecondEye {
		c.window.askReader(func(reader string) { c.publishRead(kicker, text, reader, key) })
		return
	}
	c.publishRead(kicker, text, "", key)
}

// entry is what stands in the composer as readers would have it if it were
// published, or the change to it saved, now.
func (c *composer) entry() blog.Entry {
	now := c.open.Now().UnixMilli()
	e := blog.Entry{}
	if i := slices.IndexFunc(c.open.Entries, func(e blog.Entry) bool { return c.editing != "" && e.ID == c.editing }); i >= 0 {
		e = c.open.Entries[i]
		switch note := strings.TrimSpace(c.note.Text); c.kind {
		case night.Update:
			e.Updated = now
		case night.Correction:
			e.Updated = now
			e.Corrections = append(slices.Clone(e.Corrections), blog.Correction{When: now, Note: note})
		}
	}
	e.Kicker, e.Text, e.Authors, e.Happened = strings.TrimSpace(c.kicker.Text), c.text.Text, c.authors(), c.by.happened
	return e
}

// publishRead publishes the entry, which the reader has read, if any had to.
func (c *composer) publishRead(kicker, text, reader string, key bool) {
	author := c.open.Author
	e := blog.Entry{Seen: reader, Kicker: kicker, Text: text, Authors: c.authors(), Happened: c.by.happened, Key: key}
	c.sent(func(n *night.Night) error {
		_, err := n.Publish(author, e)
		return err
	})
}

func (c *composer) save(kicker, text string) {
	id, kind, note, author, by := c.editing, c.kind, strings.TrimSpace(c.note.Text), c.open.Author, c.by
	if kind == night.Correction && note == "" {
		c.window.Say("A correction says what was wrong: fill in the last line.")
		c.window.Focus(c.note)
		return
	}
	c.sent(func(n *night.Night) error {
		e, err := n.Entry(id)
		if err != nil {
			return err
		}
		e.Kicker, e.Text, e.Authors, e.Happened = kicker, text, by.authors, cmp.Or(by.happened, e.Published)
		_, err = n.Edit(author, e, kind, note)
		return err
	})
}

// sent empties the composer for the next entry at once, and runs the act. The
// drafts of what was sent stay in the file until the act is in it. What could
// not be saved comes back to the screen, and what was begun meanwhile is held.
func (c *composer) sent(act func(*night.Night) error) {
	group, editing, kind, by := c.group, c.editing, c.kind, c.by
	kicker, text, note := c.kicker.Text, c.text.Text, c.note.Text
	c.drafts.Flush()
	sent := c.drafts.Of(group)
	saved := false
	c.open.Act(func(n *night.Night) error {
		err := act(n)
		saved = err == nil
		return err
	}, func(err error) {
		if err == nil {
			return
		}
		c.hold()
		c.group, c.editing, c.kind, c.by = group, editing, kind, by
		c.fill(kicker, text, note)
		c.typed()
		c.show()
	})
	// This runs before any draft of the next entry is saved.
	c.open.Ask(func(n *night.Night) error {
		if !saved {
			return nil
		}
		c.drafts.Settled(sent)
		return errors.Join(n.DropDrafts(group), n.DropDrafts(composerGroup))
	}, func(err error) {
		if err != nil {
			c.drafts.Tell(err)
		}
		if group != composerGroup {
			c.window.blog.countHeld()
		}
	})
	c.begin()
}

// begin makes the composer ready for a new entry.
func (c *composer) begin() {
	c.clear()
	c.window.Focus(c.text)
}

// edit brings a published entry into the composer, to be changed in the given
// way. What was being written is held.
func (c *composer) edit(e blog.Entry, kind night.EditKind) {
	if c.open.ReadOnly != "" {
		return
	}
	if c.editing == e.ID { // in another way; what is typed stays
		c.kind = kind
		c.typed()
		c.show()
		c.window.Focus(c.text)
		return
	}
	if c.changing() {
		return
	}
	c.hold()
	c.editing, c.kind, c.group, c.by = e.ID, kind, composerGroup, bylineOf(e)
	c.fill(e.Kicker, e.Text, "")
	c.text.SetCaret(len(e.Text))
	c.show()
	c.window.Focus(c.text)
}

// changing reports whether a change to a published entry would be lost, and
// says so.
func (c *composer) changing() bool {
	if !c.changed() {
		return false
	}
	c.window.Say("A change to an entry is in the composer: save it (Ctrl+Enter) or leave it first.")
	return true
}

// changed reports whether a published entry is being changed and something
// has been: its words, its by-line, or what is said of the correction.
func (c *composer) changed() bool {
	if c.editing == "" {
		return false
	}
	i := slices.IndexFunc(c.open.Entries, func(e blog.Entry) bool { return e.ID == c.editing })
	if i < 0 {
		return true
	}
	e := c.open.Entries[i]
	by := bylineOf(e)
	return e.Kicker != c.kicker.Text || e.Text != c.text.Text || strings.TrimSpace(c.note.Text) != "" ||
		by.happened != c.by.happened || !slices.Equal(by.authors, c.by.authors)
}

// leaveEdit leaves the change as if it had not been begun.
func (c *composer) leaveEdit() {
	c.drop()
	c.window.Focus(c.text)
}
