package night

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// profileKind is a way to hand over. The id is the version's subject.
var profileKind = record.NewKind(record.Spec[blog.Profile]{
	Name: "profile", Subject: SubjectProfile,
	Columns: func(p *blog.Profile) []record.Column {
		return []record.Column{
			{Name: "name", Place: &p.Name},
			{Name: "form", Place: &p.Form},
			{Name: "receiver", Place: &p.To},
			{Name: "heading", Place: &p.Heading},
			{Name: "entry_order", Place: &p.Order},
			{Name: "no_ids", Place: &p.NoIDs},
			{Name: "no_times", Place: &p.NoTimes},
			{Name: "pictures", Place: &p.Pictures},
			{Name: "chart", Place: &p.Chart},
			{Name: "ascii", Place: &p.ASCII},
		}
	},
})

// PutProfile stores a way to hand over and returns its id. It is the one of
// its ID, else the one of its name, else a new one; all of it becomes as given.
func (n *Night) PutProfile(author string, p blog.Profile) (id string, err error) {
	_, err = n.log.Act("change the profile", record.Act{Kind: ActProfile, Author: author}, func(a *record.Act) error {
		p.Name = strings.TrimSpace(p.Name)
		namesake, err := profileKind.FindOne(a, "name", p.Name)
		if err != nil {
			return err
		}
		if p.ID == "" {
			p.ID = cmp.Or(namesake, a.NewID())
		}
		if err := mayBeProfile(p, namesake); err != nil {
			return err
		}
		return profileKind.Put(a, p.ID, p.ID, p)
	})
	if err != nil {
		return "", err
	}
	return p.ID, nil
}

func mayBeProfile(p blog.Profile, namesake string) error {
	switch {
	case p.Name == "":
		return &RefusedError{Why: "The profile has no name.", Next: "Call it after whoever takes the blog."}
	case p.Form == "":
		return &RefusedError{Why: fmt.Sprintf("The profile %s has no form.", p.Name),
			Next: "Say what is written: a page, a fragment, plain text."}
	case p.Heading < 0 || p.Heading > 6:
		return &RefusedError{Why: fmt.Sprintf("There is no heading of level %d.", p.Heading), Next: "Write 1 to 6, or 0 for what is usual."}
	case namesake != "" && namesake != p.ID:
		return &RefusedError{Why: fmt.Sprintf("The night has a profile called %s already.", p.Name),
			Next: "Choose another name, or change that profile."}
	}
	return nil
}

// profileNameIsTaken reports whether the version gave up a name that another
// profile has now.
func profileNameIsTaken(q file.Querier, v record.Version) (bool, error) {
	if !v.Replaces.Valid {
		return false, nil
	}
	before, found, err := profileKind.Said(q, v.Replaces.Int64)
	if err != nil || !found {
		return false, err
	}
	id, err := profileKind.FindOne(q, "name", before.Name)
	return id != "" && id != v.Subject, err
}

// DropProfile takes a profile out of the night. What was handed over with it
// stays in the ledger.
func (n *Night) DropProfile(author, id string) error {
	_, err := n.log.Act("remove the profile", record.Act{Kind: ActProfile, Author: author}, func(a *record.Act) error {
		if err := profileKind.Must(a, id, id); err != nil {
			return err
		}
		return profileKind.Drop(a, id, id)
	})
	return err
}

// Profiles are the desk's own ways to hand over, by name; nil where there are
// none.
func (n *Night) Profiles() ([]blog.Profile, error) {
	return read(n, "read the profiles", func(q file.Querier) ([]blog.Profile, error) { return readProfiles(q, record.Latest) })
}

func readProfiles(q file.Querier, seq int64) ([]blog.Profile, error) {
	all, err := profileKind.Standing(q, seq, "")
	for i := range all {
		all[i].What.ID = all[i].Subject
	}
	slices.SortFunc(all, func(a, b record.Said[blog.Profile]) int {
		return cmp.Or(cmp.Compare(a.What.Name, b.What.Name), cmp.Compare(a.Subject, b.Subject))
	})
	return things(all, err)
}
