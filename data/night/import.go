package night

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/night/record"
)

// An Import is what comes into a night in one act: all of it or nothing.
type Import struct {
	Author string // the id of who imports, or empty
	// Reason is what the history says of it. Where the import changes a declared
	// result, Reason and Source are published: why, and who says so.
	Reason, Source string
	Contests       []election.Contest
	Councils       []election.Council
	Told           match.Told // who is who among the candidates
}

// PutContests is Take of contests, without a source.
func (n *Night) PutContests(author, reason string, cs []election.Contest) error {
	return n.Take(Import{Author: author, Reason: reason, Contests: cs})
}

// Take adds contests and councils or, where the night has them, adds to them
// what they bring. Package match says which those are; what is new gets an id
// that the same import gives it in every copy of the night. What an import
// leaves empty or unknown stays as it was, and nobody is taken off a ballot
// paper; new candidates come after those that are there. Councils are taken as
// PutCouncil does.
//
// It makes nothing public that could not be declared by hand. A declared contest
// becomes declared here, now unless the file or the day of its poll says
// otherwise, where nothing blocks a declaration, and else provisional. Where it is
// declared already, what readers see of it changes only with a reason and a
// source, as a correction. A *RefusedError says what a person has to settle first:
// one of several contests, a name that may be somebody's, somebody new on a
// declared ballot paper.
func (n *Night) Take(i Import) error {
	act := record.Act{Kind: ActImport, Author: i.Author, Reason: i.Reason, Source: i.Source}
	_, err := n.log.Act("import", act, func(a *record.Act) error {
		given := map[string]bool{}
		for _, c := range i.Councils {
			c.Name = strings.TrimSpace(c.Name)
			if given[c.Name] {
				return &RefusedError{Why: fmt.Sprintf("The council %q is given twice.", c.Name), Next: "Take one of the two out and import again."}
			}
			given[c.Name] = true
			if _, err := mergeCouncil(a, c, keyedCouncilID); err != nil {
				return err
			}
		}
		return putContests(a, i.Contests, &i)
	})
	return err
}

// putContests merges contests into those of the night. Without an import they are
// what another night has declared, and come as they are.
func putContests(a *record.Act, cs []election.Contest, by *Import) error {
	next, err := nextPosition(a)
	if err != nil {
		return err
	}
	there, err := bareContests(a)
	if err != nil {
		return err
	}
	seats := match.NewContests(there)
	given := map[string]bool{}
	for _, c := range cs {
		if c.ID == "" {
			if c.ID, err = contestID(a, c, there, seats); err != nil {
				return err
			}
		}
		if given[c.ID] {
			return &RefusedError{Why: fmt.Sprintf("The contest %q is given twice.", c.Name), Next: "Take one of the two out and import again."}
		}
		given[c.ID] = true
		i := &arrival{Act: a, by: by, given: c, position: next}
		if err := i.put(); err != nil {
			return err
		}
		next = max(next, i.position+1)
	}
	return nil
}

// contestID is the id of the contest there that the given one is, else a new one.
func contestID(a *record.Act, c election.Contest, there []election.Contest, seats *match.Contests) (string, error) {
	found := seats.Find(c)
	switch found.Kind {
	case match.Matched:
		return there[found.There].ID, nil
	case match.Uncertain:
		return "", &RefusedError{Why: fmt.Sprintf("The night has %d contests that may be %s.", len(found.Among), c.Name),
			Next: "Say in the file which group or which code it has."}
	}
	taken := func(id string) bool {
		return slices.ContainsFunc(there, func(x election.Contest) bool { return x.ID == id })
	}
	return keyedID(a, taken, "contest", match.ContestKey(c))
}
