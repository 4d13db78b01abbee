package night

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
)

func profileContent(p blog.Profile) content {
	return one(p.Name, p.Form, p.To, int64(p.Heading), p.Order, flag(p.NoIDs), flag(p.NoTimes), p.Pictures, p.Chart, flag(p.ASCII))
}

// PutProfile keeps a way to hand over and returns its id. It is the one of its
// ID, else the one of its name, else a new one; all of it becomes as given.
func (n *Night) PutProfile(author string, p blog.Profile) (id string, err error) {
	_, err = n.act("change the profile", act{kind: "profile", author: author}, func(a *act) error {
		p.Name = strings.TrimSpace(p.Name)
		namesake, err := named(a, "profile", p.Name)
		if err != nil {
			return err
		}
		if p.ID == "" {
			p.ID = first(namesake, a.night.newID())
		}
		if err := mayBeProfile(p, namesake); err != nil {
			return err
		}
		return a.put("profile", p.ID, p.ID, profileContent(p))
	})
	if err != nil {
		return "", err
	}
	return p.ID, nil
}

func mayBeProfile(p blog.Profile, namesake string) error {
	switch {
	case p.Name == "":
		return &RefusedError{"The profile has no name.", "Call it after whoever takes the blog."}
	case p.Form == "":
		return &RefusedError{fmt.Sprintf("The profile %s has no form.", p.Name), "Say what is written: a page, a fragment, plain text."}
	case p.Heading < 0 || p.Heading > 6:
		return &RefusedError{fmt.Sprintf("There is no heading of level %d.", p.Heading), "Write 1 to 6, or 0 for what is usual."}
	case namesake != "" && namesake != p.ID:
		return &RefusedError{fmt.Sprintf("The night has a profile called %s already.", p.Name),
			"Choose another name, or change that profile."}
	}
	return nil
}

// DropProfile takes a profile out of the night. What was handed over with it
// stays in the ledger.
func (n *Night) DropProfile(author, id string) error {
	_, err := n.act("remove the profile", act{kind: "profile", author: author}, func(a *act) error {
		if err := must(a, "profile", id, id); err != nil {
			return err
		}
		return a.drop("profile", id, id)
	})
	return err
}

// Profiles are the desk's own ways to hand over, by name; nil where there are
// none.
func (n *Night) Profiles() (profiles []blog.Profile, err error) {
	err = n.read("read the profiles", func(q querier) error {
		profiles, err = readProfiles(q, latest)
		return err
	})
	return profiles, err
}

func readProfiles(q querier, seq int64) ([]blog.Profile, error) {
	from, args := standingIn("profile", "profile", "", seq)
	rows, err := q.query(`SELECT v.subject, x.name, x.form, x.receiver, x.heading, x.entry_order, x.no_ids, x.no_times,
		x.pictures, x.chart, x.ascii`+from+` ORDER BY v.id`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var profiles []blog.Profile
	for rows.Next() {
		var p blog.Profile
		if err := rows.Scan(&p.ID, &p.Name, &p.Form, &p.To, &p.Heading, &p.Order, &p.NoIDs, &p.NoTimes,
			&p.Pictures, &p.Chart, &p.ASCII); err != nil {
			return nil, err
		}
		profiles = put(profiles, p, func(x blog.Profile) bool { return x.ID == p.ID })
	}
	slices.SortFunc(profiles, func(a, b blog.Profile) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return profiles, rows.Err()
}
