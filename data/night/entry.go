package night

import (
	blogtext "nightdesk/data/blog/text"
	"slices"
	"strings"

	"nightdesk/data/blog"
)

func entryContent(e blog.Entry) content {
	c := content{
		{{e.Kicker, e.Text, flag(e.Key), e.KeyLabel, flag(e.Pinned), flag(e.Withdrawn), e.Happened, e.Published, e.Updated,
			text(strings.Join(e.Tags, ",")), text(e.Seen)}},
		nil, nil, nil,
	}
	for _, id := range e.Authors {
		c[1] = append(c[1], row{id})
	}
	for _, f := range e.Frozen {
		c[2] = append(c[2], row{f.Slot, f.Value, f.Contest, int64(f.Revision)})
	}
	for _, k := range e.Corrections {
		c[3] = append(c[3], row{k.When, k.Note, text(k.Was)})
	}
	return c
}

// Publish puts a new entry into the blog and returns it as it stands there:
// with its id, its times and its figures frozen. It is the desk's author's
// where it names none. An *UnprintableError says what stands against it.
func (n *Night) Publish(author string, e blog.Entry) (blog.Entry, error) {
	e.ID = n.newID()
	_, err := n.act("publish", act{kind: "publish", author: author, happened: e.Happened}, func(a *act) error {
		e.Published, e.Updated, e.Happened = a.now, a.now, a.happened
		e.Withdrawn, e.Corrections = false, nil
		if err := a.seen(e); err != nil {
			return err
		}
		if len(e.Authors) == 0 && author != "" {
			e.Authors = []string{author}
		}
		return a.putEntry(&e, nil)
	})
	if err != nil {
		return blog.Entry{}, err
	}
	return e, nil
}

// seen refuses an entry that nobody else has read, where the desk asks for it.
func (a *act) seen(e blog.Entry) error {
	if e.Seen != "" {
		if e.Seen == a.author {
			return &RefusedError{"Whoever publishes an entry is not its second pair of eyes.", "Have another author read it."}
		}
		return must(a, "author", e.Seen, e.Seen)
	}
	d, err := readDetails(a, latest)
	if err != nil || !d.SecondEye {
		return err
	}
	return &RefusedError{"This desk has every entry read by a second author.", "Say who has read it."}
}

// putEntry checks the entry, freezes its figures, but for those kept as they
// were, and says it.
func (a *act) putEntry(e *blog.Entry, kept []blog.Frozen) error {
	if strings.TrimSpace(e.Text) == "" && strings.TrimSpace(e.Kicker) == "" {
		return &RefusedError{"The entry is empty.", "Write a text or a kicker first."}
	}
	e.Tags = cleanTags(e.Tags)
	if len(e.Authors) == 0 {
		return &RefusedError{"The entry has no author.", "Say who wrote it."}
	}
	for _, id := range e.Authors {
		if err := must(a, "author", id, id); err != nil {
			return err
		}
	}
	if err := a.freeze(e, kept); err != nil {
		return err
	}
	return a.put("entry", e.ID, e.ID, entryContent(*e))
}

// An EditKind says what readers are told of a change to an entry.
type EditKind int

// How an entry is changed.
const (
	Minor      EditKind = iota // a typo: silently
	Update                     // visibly: the entry says when
	Correction                 // a change of fact: the entry says what was wrong
)

// Edit changes a published entry's kicker, text, authors, key moment, pin
// and time of happening; what it does not own (times, corrections) it keeps.
// A figure that was printed stays as it was printed, whatever became of the
// result: only a Correction freezes all figures anew. The note is the act's
// reason and, for a Correction, what the entry says was wrong.
func (n *Night) Edit(author string, e blog.Entry, kind EditKind, note string) (blog.Entry, error) {
	edit := act{kind: "edit", author: author, reason: note}
	if kind == Correction {
		edit.kind = "correct entry"
	}
	_, err := n.act("edit", edit, func(a *act) error {
		was, err := a.entry(e.ID)
		if err != nil {
			return err
		}
		if was.Withdrawn {
			return &RefusedError{"The entry is withdrawn.", "Restore it first."}
		}
		if e.Happened == 0 {
			e.Happened = was.Happened
		}
		e.Published, e.Updated, e.Withdrawn, e.Corrections = was.Published, was.Updated, false, was.Corrections
		e.Seen = was.Seen
		if err := stamp(&e, was, kind, note, a.now); err != nil {
			return err
		}
		kept := was.Frozen
		if kind == Correction {
			kept = nil
		}
		return a.putEntry(&e, kept)
	})
	if err != nil {
		return blog.Entry{}, err
	}
	return e, nil
}

// stamp puts on the entry what readers are told.
func stamp(e *blog.Entry, was blog.Entry, kind EditKind, note string, now int64) error {
	switch kind {
	case Minor:
		return nil
	case Correction:
		if strings.TrimSpace(note) == "" {
			return &RefusedError{"A correction says what was wrong.", "Write it in one sentence."}
		}
		e.Corrections = append(e.Corrections[:len(e.Corrections):len(e.Corrections)],
			blog.Correction{When: now, Note: note, Was: blogtext.Filled(was.Text, was.Figures())})
	}
	e.Updated = max(now, e.Updated) // a clock that stepped back makes no entry older
	return nil
}

// Withdraw takes an entry out of the blog; its anchor and its history stay.
func (n *Night) Withdraw(author, entry, reason string) error {
	return n.changeEntry("withdraw", act{kind: "withdraw", author: author, reason: reason}, entry, func(e *blog.Entry, now int64) {
		if !e.Withdrawn {
			e.Withdrawn, e.Updated = true, max(now, e.Updated)
		}
	})
}

// Restore puts a withdrawn entry back as it was.
func (n *Night) Restore(author, entry string) error {
	return n.changeEntry("restore", act{kind: "restore", author: author}, entry, func(e *blog.Entry, now int64) {
		if e.Withdrawn {
			e.Withdrawn, e.Updated = false, max(now, e.Updated)
		}
	})
}

// Mark makes an entry a key moment with a label, or pins it, or neither.
// Readers are not told of a change.
func (n *Night) Mark(author, entry string, key bool, label string, pinned bool) error {
	return n.changeEntry("mark", act{kind: "mark", author: author}, entry, func(e *blog.Entry, _ int64) {
		e.Key, e.KeyLabel, e.Pinned = key, label, pinned
	})
}

// Tag gives an entry the words that the desk finds it by, in place of those it
// had. They are trimmed, and doubles are left out; a comma parts two tags.
func (n *Night) Tag(author, entry string, tags []string) error {
	return n.changeEntry("tag", act{kind: "tag", author: author}, entry, func(e *blog.Entry, _ int64) {
		e.Tags = cleanTags(tags)
	})
}

func cleanTags(tags []string) []string {
	var out []string
	for _, t := range strings.Split(strings.Join(tags, ","), ",") {
		t = strings.Join(strings.Fields(t), " ")
		if t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// changeEntry changes what is not the text of an entry.
func (n *Night) changeEntry(op string, how act, id string, change func(e *blog.Entry, now int64)) error {
	_, err := n.act(op, how, func(a *act) error {
		e, err := a.entry(id)
		if err != nil {
			return err
		}
		change(&e, a.now)
		return a.put("entry", id, id, entryContent(e))
	})
	return err
}

// entry reads one entry for the act that changes it.
func (a *act) entry(id string) (blog.Entry, error) { return readEntry(a, latest, id) }
