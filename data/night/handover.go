package night

import (
	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// handOverKind is what was given to whom. The id is the version's subject.
var handOverKind = record.NewKind(record.Spec[blog.HandOver]{
	Name: "hand_over", Subject: SubjectHandOver,
	Columns: func(h *blog.HandOver) []record.Column {
		return []record.Column{
			{Name: "profile", Place: &h.Profile},
			{Name: "form", Place: &h.Form},
			{Name: "receiver", Place: &h.To},
			{Name: "whole", Place: &h.Whole},
			{Name: "rehearsal", Place: &h.Rehearsal},
		}
	},
	Lists: []record.List[blog.HandOver]{
		record.ListOf("hand_over_item", func(h *blog.HandOver) *[]blog.Item { return &h.Items },
			func(i *blog.Item) []record.Column {
				return []record.Column{{Name: "kind", Place: &i.Kind}, {Name: "id", Place: &i.ID}, {Name: "digest", Place: &i.Digest}}
			}),
	},
})

// HandOver records what was given to whom and returns its id. Who gave it, and
// when, is set here. What was handed over is out of the desk's hands, so there
// is no undoing it: what is wrong is handed over again. One that is of a
// rehearsal is refused in a night that is none, and the other way about.
func (n *Night) HandOver(author string, h blog.HandOver) (id string, err error) {
	id = n.file.NewID()
	_, err = n.log.Act("hand over", record.Act{Kind: ActHandOver, Author: author}, func(a *record.Act) error {
		d, err := readDetails(a, record.Latest)
		if err != nil {
			return err
		}
		if err := mayBeHandOver(h, d); err != nil {
			return err
		}
		return handOverKind.Put(a, id, id, h)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

func mayBeHandOver(h blog.HandOver, d blog.Details) error {
	switch {
	case d.Rehearsal && !h.Rehearsal:
		return &RefusedError{Why: "This night is a rehearsal and cannot be handed over as real.",
			Next: "Hand it over as a rehearsal, or make a new night for the real one."}
	case h.Rehearsal && !d.Rehearsal:
		return &RefusedError{Why: "This night is real and cannot be handed over as a rehearsal.",
			Next: "Take it again as it is now, without the word TEST."}
	case h.Form == "":
		return &RefusedError{Why: "The hand-over has no form.", Next: "Say what it was: a page, a fragment, plain text."}
	case len(h.Items) == 0:
		return &RefusedError{Why: "There is nothing to hand over.", Next: "Wait for something new, or take the whole blog."}
	}
	return nil
}

// HandOvers are all hand-overs as they stand, the oldest first; nil where
// there are none.
func (n *Night) HandOvers() ([]blog.HandOver, error) {
	return read(n, "read the hand-overs", func(q file.Querier) ([]blog.HandOver, error) { return readHandOvers(q, record.Latest) })
}

func readHandOvers(q file.Querier, seq int64) ([]blog.HandOver, error) {
	all, err := handOverKind.Standing(q, seq, "")
	for i, s := range all {
		if err != nil {
			return nil, err
		}
		h := &all[i].What
		h.ID = s.Subject
		h.Author, h.When, err = record.By(q, s.Act)
	}
	return things(all, err)
}
