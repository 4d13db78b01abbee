package night

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"

	"nightdesk/data/election"
)

func flagContent(f election.Flag) content {
	return one(string(f.Kind), f.Candidate, f.Words, f.Source, f.Author, f.When, flag(f.Public))
}

// SetFlag says news of a contest that is no figure of it, in place of what was
// said of that kind before. Its Author and When are set here; the same again
// changes neither. It is refused without a source, and where it neither names
// a candidate nor says anything.
func (n *Night) SetFlag(author, contest string, f election.Flag) error {
	_, err := n.act("set the "+string(f.Kind), act{kind: "flag", author: author, source: f.Source}, func(a *act) error {
		if err := mayBeFlag(f); err != nil {
			return err
		}
		c, err := readContest(a, latest, contest)
		if err != nil {
			return err
		}
		if _, stands := c.Candidate(f.Candidate); f.Candidate != "" && !stands {
			return &NotFoundError{Kind: "candidate", ID: f.Candidate}
		}
		f.Author, f.When = author, a.now
		for _, was := range c.Flags {
			if again := was; again.Kind == f.Kind {
				again.Author, again.When = f.Author, f.When
				if again == f {
					return nil
				}
			}
		}
		return a.put("flag", contest, string(f.Kind), flagContent(f))
	})
	return err
}

func mayBeFlag(f election.Flag) error {
	switch {
	case !slices.Contains(election.FlagKinds, f.Kind):
		return &RefusedError{fmt.Sprintf("There is no news of the kind %q.", f.Kind), "Make it a rush, a call or an estimate."}
	case f.Source == "":
		return &RefusedError{fmt.Sprintf("The %s has no source.", f.Kind), "Say who says so."}
	case f.Candidate == "" && f.Words == "":
		return &RefusedError{fmt.Sprintf("The %s says nothing.", f.Kind), "Name a candidate, or put it into words."}
	}
	return nil
}

// ClearFlag takes back what was said of that kind. Where nothing was, nothing
// happens.
func (n *Night) ClearFlag(author, contest string, kind election.FlagKind) error {
	_, err := n.act("clear the "+string(kind), act{kind: "flag", author: author}, func(a *act) error {
		if err := must(a, "contest", contest, contest); err != nil {
			return err
		}
		return a.drop("flag", contest, string(kind))
	})
	return err
}

// dropFlagsOf takes back what was said of a candidate.
func (a *act) dropFlagsOf(contest, candidate string) error {
	c, err := readContest(a, latest, contest)
	for _, f := range c.Flags {
		if err == nil && f.Candidate == candidate {
			err = a.drop("flag", contest, string(f.Kind))
		}
	}
	return err
}

func (r *contestReader) flags() error {
	const columns = "x.kind, x.candidate, x.words, x.source, x.author, x.at, x.public"
	err := r.each("flag", columns, "v.id", func(rows *sql.Rows) error {
		var about string
		var f election.Flag
		if err := rows.Scan(&about, new(string), &f.Kind, &f.Candidate, &f.Words, &f.Source, &f.Author, &f.When, &f.Public); err != nil {
			return err
		}
		r.within(about, func(c *election.Contest) {
			c.Flags = slices.DeleteFunc(c.Flags, func(x election.Flag) bool { return x.Kind == f.Kind }) // a conflict
			c.Flags = append(c.Flags, f)
		})
		return nil
	})
	for _, c := range r.all {
		slices.SortFunc(c.Flags, func(a, b election.Flag) int {
			return cmp.Compare(slices.Index(election.FlagKinds, a.Kind), slices.Index(election.FlagKinds, b.Kind))
		})
	}
	return err
}
