package night

import (
	"cmp"
	"fmt"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night/record"
)

// flagKind is a rush, a call or an estimate. Its subject is which of these.
var flagKind = record.NewKind(record.Spec[election.Flag]{
	Name: "flag", Subject: SubjectContest,
	Columns: func(f *election.Flag) []record.Column {
		return []record.Column{
			{Name: "kind", Place: &f.Kind},
			{Name: "candidate", Place: &f.Candidate},
			{Name: "words", Place: &f.Words},
			{Name: "source", Place: &f.Source},
			{Name: "author", Place: &f.Author},
			{Name: "at", Place: &f.When},
			{Name: "public", Place: &f.Public},
		}
	},
})

// SetFlag says news of a contest that is no figure of it, in place of what was
// said of that kind before. Its Author and When are set here; the same again
// changes neither. It is refused without a source, and where it neither names
// a candidate nor says anything.
func (n *Night) SetFlag(author, contest string, f election.Flag) error {
	set := record.Act{Kind: ActFlag, Author: author, Source: f.Source}
	_, err := n.log.Act("set the "+string(f.Kind), set, func(a *record.Act) error {
		if err := mayBeFlag(f); err != nil {
			return err
		}
		c, err := readContest(a, record.Latest, contest)
		if err != nil {
			return err
		}
		if _, stands := c.Candidate(f.Candidate); f.Candidate != "" && !stands {
			return &NotFoundError{Kind: "candidate", ID: f.Candidate}
		}
		f.Author, f.When = author, a.Now
		for _, was := range c.Flags {
			if again := was; again.Kind == f.Kind {
				again.Author, again.When = f.Author, f.When
				if again == f {
					return nil
				}
			}
		}
		return flagKind.Put(a, contest, string(f.Kind), f)
	})
	return err
}

func mayBeFlag(f election.Flag) error {
	switch {
	case !slices.Contains(election.FlagKinds, f.Kind):
		return &RefusedError{Why: fmt.Sprintf("There is no news of the kind %q.", f.Kind), Next: "Make it a rush, a call or an estimate."}
	case f.Source == "":
		return &RefusedError{Why: fmt.Sprintf("The %s has no source.", f.Kind), Next: "Say who says so."}
	case f.Candidate == "" && f.Words == "":
		return &RefusedError{Why: fmt.Sprintf("The %s says nothing.", f.Kind), Next: "Name a candidate, or put it into words."}
	}
	return nil
}

// ClearFlag takes back what was said of that kind. Where nothing was, nothing
// happens.
func (n *Night) ClearFlag(author, contest string, kind election.FlagKind) error {
	_, err := n.log.Act("clear the "+string(kind), record.Act{Kind: ActFlag, Author: author}, func(a *record.Act) error {
		if err := contestKind.Must(a, contest, contest); err != nil {
			return err
		}
		return flagKind.Drop(a, contest, string(kind))
	})
	return err
}

// dropFlagsOf takes back what was said of a candidate.
func dropFlagsOf(a *record.Act, contest, candidate string) error {
	c, err := readContest(a, record.Latest, contest)
	for _, f := range c.Flags {
		if err == nil && f.Candidate == candidate {
			err = flagKind.Drop(a, contest, string(f.Kind))
		}
	}
	return err
}

// flags reads them in the order of election.FlagKinds.
func (r *contestReader) flags() error {
	err := within(r, flagKind, func(c *election.Contest, s record.Said[election.Flag]) { c.Flags = append(c.Flags, s.What) })
	for _, c := range r.all {
		slices.SortFunc(c.Flags, func(a, b election.Flag) int {
			return cmp.Compare(slices.Index(election.FlagKinds, a.Kind), slices.Index(election.FlagKinds, b.Kind))
		})
	}
	return err
}
