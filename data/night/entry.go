package night

import (
	"slices"
	"strings"

	"nightdesk/data/blog"
	blogtext "nightdesk/data/blog/text"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// entryKind is an entry of the blog. The id is the version's subject.
var entryKind = record.NewKind(record.Spec[blog.Entry]{
	Name: "entry", Subject: SubjectEntry, ByArrival: true,
	Columns: func(e *blog.Entry) []record.Column {
		return []record.Column{
			{Name: "kicker", Place: &e.Kicker},
			{Name: "text", Place: &e.Text},
			{Name: "key_moment", Place: &e.Key},
			{Name: "key_label", Place: &e.KeyLabel},
			{Name: "pinned", Place: &e.Pinned},
			{Name: "withdrawn", Place: &e.Withdrawn},
			{Name: "happened", Place: &e.Happened},
			{Name: "published", Place: &e.Published},
			{Name: "updated", Place: &e.Updated},
			{Name: "tags", Place: record.Optional((*tagList)(&e.Tags))},
			{Name: "seen_by", Place: record.Optional(&e.Seen)},
		}
	},
	Lists: []record.List[blog.Entry]{
		record.ListOf("entry_author", func(e *blog.Entry) *[]string { return &e.Authors }, func(id *string) []record.Column {
			return []record.Column{{Name: "author", Place: id}}
		}),
		record.ListOf("frozen", func(e *blog.Entry) *[]blog.Frozen { return &e.Frozen }, func(f *blog.Frozen) []record.Column {
			return []record.Column{
				{Name: "slot", Place: &f.Slot},
				{Name: "value", Place: &f.Value},
				{Name: "contest", Place: &f.Contest},
				{Name: "revision", Place: &f.Revision},
			}
		}),
		record.ListOf("correction", func(e *blog.Entry) *[]blog.Correction { return &e.Corrections },
			func(c *blog.Correction) []record.Column {
				return []record.Column{
					{Name: "at", Place: &c.When},
					{Name: "note", Place: &c.Note},
					{Name: "was", Place: record.Optional(&c.Was)},
				}
			}),
	},
})

// A tagList is a column of tags, with a comma between two.
type tagList []string

// Value implements record.Cell.
func (t *tagList) Value() any { return strings.Join(*t, ",") }

// SetValue implements record.Cell.
func (t *tagList) SetValue(v any) error {
	s, _ := v.(string)
	*t = strings.Split(s, ",")
	return nil
}

// Publish puts a new entry into the blog and returns it as it stands there:
// with its id, its times and its figures frozen. It is the desk's author's
// where it names none. An *UnprintableError says what stands against it.
func (n *Night) Publish(author string, e blog.Entry) (blog.Entry, error) {
	e.ID = n.file.NewID()
	publish := record.Act{Kind: ActPublish, Author: author, Happened: e.Happened}
	_, err := n.log.Act("publish", publish, func(a *record.Act) error {
		e.Published, e.Updated, e.Happened = a.Now, a.Now, a.Happened
		e.Withdrawn, e.Corrections = false, nil
		if err := mustBeSeen(a, e); err != nil {
			return err
		}
		if len(e.Authors) == 0 && author != "" {
			e.Authors = []string{author}
		}
		return putEntry(a, &e, nil)
	})
	if err != nil {
		return blog.Entry{}, err
	}
	return e, nil
}

// mustBeSeen refuses an entry that nobody else has read, where the desk asks
// for it.
func mustBeSeen(a *record.Act, e blog.Entry) error {
	if e.Seen != "" {
		if e.Seen == a.Author {
			return &RefusedError{Why: "Whoever publishes an entry is not its second pair of eyes.", Next: "Have another author read it."}
		}
		return authorKind.Must(a, e.Seen, e.Seen)
	}
	d, err := readDetails(a, record.Latest)
	if err != nil || !d.SecondEye {
		return err
	}
	return &RefusedError{Why: "This desk has every entry read by a second author.", Next: "Say who has read it."}
}

// putEntry checks the entry, freezes its figures, but for those that stay as
// they were printed, and says it.
func putEntry(a *record.Act, e *blog.Entry, printed []blog.Frozen) error {
	if strings.TrimSpace(e.Text) == "" && strings.TrimSpace(e.Kicker) == "" {
		return &RefusedError{Why: "The entry is empty.", Next: "Write a text or a kicker first."}
	}
	e.Tags = cleanTags(e.Tags)
	if len(e.Authors) == 0 {
		return &RefusedError{Why: "The entry has no author.", Next: "Say who wrote it."}
	}
	for _, id := range e.Authors {
		if err := authorKind.Must(a, id, id); err != nil {
			return err
		}
	}
	if err := freeze(a, e, printed); err != nil {
		return err
	}
	return entryKind.Put(a, e.ID, e.ID, *e)
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
	edit := record.Act{Kind: ActEdit, Author: author, Reason: note}
	if kind == Correction {
		edit.Kind = ActCorrectEntry
	}
	_, err := n.log.Act("edit", edit, func(a *record.Act) error {
		was, err := readEntry(a, record.Latest, e.ID)
		if err != nil {
			return err
		}
		if was.Withdrawn {
			return &RefusedError{Why: "The entry is withdrawn.", Next: "Restore it first."}
		}
		if e.Happened == 0 {
			e.Happened = was.Happened
		}
		e.Published, e.Updated, e.Withdrawn, e.Corrections = was.Published, was.Updated, false, was.Corrections
		e.Seen = was.Seen
		if err := stamp(&e, was, kind, note, a.Now); err != nil {
			return err
		}
		printed := was.Frozen
		if kind == Correction {
			printed = nil
		}
		return putEntry(a, &e, printed)
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
			return &RefusedError{Why: "A correction says what was wrong.", Next: "Write it in one sentence."}
		}
		e.Corrections = append(slices.Clip(e.Corrections),
			blog.Correction{When: now, Note: note, Was: blogtext.Filled(was.Text, was.Figures())})
	}
	e.Updated = max(now, e.Updated) // a clock that stepped back makes no entry older
	return nil
}

// Withdraw takes an entry out of the blog; its anchor and its history stay.
func (n *Night) Withdraw(author, entry, reason string) error {
	withdraw := record.Act{Kind: ActWithdraw, Author: author, Reason: reason}
	return n.changeEntry("withdraw", withdraw, entry, func(e *blog.Entry, now int64) {
		if !e.Withdrawn {
			e.Withdrawn, e.Updated = true, max(now, e.Updated)
		}
	})
}

// Restore puts a withdrawn entry back as it was.
func (n *Night) Restore(author, entry string) error {
	return n.changeEntry("restore", record.Act{Kind: ActRestore, Author: author}, entry, func(e *blog.Entry, now int64) {
		if e.Withdrawn {
			e.Withdrawn, e.Updated = false, max(now, e.Updated)
		}
	})
}

// Mark makes an entry a key moment with a label, or pins it, or neither.
// Readers are not told of a change.
func (n *Night) Mark(author, entry string, key bool, label string, pinned bool) error {
	return n.changeEntry("mark", record.Act{Kind: ActMark, Author: author}, entry, func(e *blog.Entry, _ int64) {
		e.Key, e.KeyLabel, e.Pinned = key, label, pinned
	})
}

// Tag gives an entry the words that the desk finds it by, in place of those it
// had. They are trimmed, and doubles are left out; a comma parts two tags.
func (n *Night) Tag(author, entry string, tags []string) error {
	return n.changeEntry("tag", record.Act{Kind: ActTag, Author: author}, entry, func(e *blog.Entry, _ int64) {
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
func (n *Night) changeEntry(op string, how record.Act, id string, change func(e *blog.Entry, now int64)) error {
	_, err := n.log.Act(op, how, func(a *record.Act) error {
		e, err := readEntry(a, record.Latest, id)
		if err != nil {
			return err
		}
		change(&e, a.Now)
		return entryKind.Put(a, id, id, e)
	})
	return err
}

// Entries are all entries as they stand, withdrawn ones included, the
// newest published first.
func (n *Night) Entries() ([]blog.Entry, error) {
	return read(n, "read", func(q file.Querier) ([]blog.Entry, error) { return readEntries(q, record.Latest, "") })
}

// Entry is one entry as it stands, or a *NotFoundError.
func (n *Night) Entry(id string) (blog.Entry, error) { return n.EntryAt(id, record.Latest) }

// EntryAt is one entry as it stood after the act of that sequence number,
// or a *NotFoundError.
func (n *Night) EntryAt(id string, seq int64) (blog.Entry, error) {
	return read(n, "read", func(q file.Querier) (blog.Entry, error) { return readEntry(q, seq, id) })
}

// Below is the id of the entry that stands below another in the order of
// publication: the last that was first published before it, withdrawn or not.
// Empty where it is the first, or where there is none of that id.
func (n *Night) Below(id string) (below string, err error) {
	return read(n, "read", func(q file.Querier) (string, error) {
		// Back from the entry's first version through the table itself: what
		// lies between two entries is little, and the index is by entry.
		ids, err := file.Texts(q, `SELECT f.subject FROM version f NOT INDEXED
			WHERE f.kind = 'entry' AND f.replaces IS NULL
			AND f.id < (SELECT min(b.id) FROM version b WHERE b.about = ?2 AND b.kind = 'entry')
			AND EXISTS (SELECT 1 FROM version v WHERE v.about = f.about AND v.kind = 'entry' AND `+record.Standing+`)
			ORDER BY f.id DESC LIMIT 1`, record.Latest, id)
		return strings.Join(ids, ""), err // one or none
	})
}

func readEntry(q file.Querier, seq int64, id string) (blog.Entry, error) {
	entries, err := readEntries(q, seq, id)
	if err != nil {
		return blog.Entry{}, err
	}
	if len(entries) == 0 {
		return blog.Entry{}, &NotFoundError{Kind: "entry", ID: id}
	}
	return entries[0], nil
}

// readEntries reads the entries as they stood, the newest published first, or
// the one of the id; nil where there is none.
func readEntries(q file.Querier, seq int64, id string) ([]blog.Entry, error) {
	all, err := entryKind.Standing(q, seq, id)
	for i := range all {
		all[i].What.ID = all[i].Subject
	}
	slices.Reverse(all)
	return things(all, err)
}
