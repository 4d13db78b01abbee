package night

import (
	"database/sql"
	"errors"
	"fmt"
	"regexp"

	"nightdesk/data/blog"
)

func detailsContent(d blog.Details) content {
	return one(d.Title, d.Place, d.Zone, d.Headline, d.Standfirst, d.Publisher, d.Address,
		maybe(d.OldestFirst), maybe(d.Struck), maybe(d.SecondEye), text(d.Language), maybe(d.Rehearsal))
}

// maybe is a setting that older nights do not have: 1, or NULL for no.
func maybe(on bool) any {
	if on {
		return int64(1)
	}
	return nil
}

// Details are what the head of the blog says now.
func (n *Night) Details() (d blog.Details, err error) {
	err = n.read("read", func(q querier) error {
		d, err = readDetails(q, latest)
		return err
	})
	return d, err
}

func readDetails(q querier, seq int64) (d blog.Details, err error) {
	err = q.row(`SELECT d.title, d.place, d.zone, d.headline, d.standfirst, d.publisher, d.address,
		coalesce(d.oldest_first, 0), coalesce(d.struck, 0), coalesce(d.second_eye, 0),
		coalesce(d.language, ''), coalesce(d.rehearsal, 0)
		FROM version v JOIN details d ON d.version = v.id
		WHERE v.about = 'details' AND v.kind = 'details' AND `+standing+` ORDER BY v.id DESC LIMIT 1`, seq).
		Scan(&d.Title, &d.Place, &d.Zone, &d.Headline, &d.Standfirst, &d.Publisher, &d.Address,
			&d.OldestFirst, &d.Struck, &d.SecondEye, &d.Language, &d.Rehearsal)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return d, err
}

// SetDetails changes the head of the blog. Where it makes a rehearsal of the
// night, or a real night of a rehearsal, that is an act of its own kind, so that
// the history says so.
func (n *Night) SetDetails(author string, d blog.Details) error {
	_, err := n.act("change the details", act{kind: "details", author: author}, func(a *act) error {
		was, err := readDetails(a, latest)
		if err != nil {
			return err
		}
		if d.Rehearsal != was.Rehearsal {
			a.kind = "rehearsal"
		}
		return a.putDetails(d)
	})
	return err
}

// isLanguage is the shape of a language tag (RFC 5646, section 2.1), with a
// primary subtag as every living language has one: two letters or three.
var isLanguage = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

func (a *act) putDetails(d blog.Details) error {
	if d.Language != "" && !isLanguage.MatchString(d.Language) {
		return &RefusedError{fmt.Sprintf("%q is no language.", d.Language), "Write its tag, such as en-GB or cy."}
	}
	return a.put("details", "details", "details", detailsContent(d))
}

var isColour = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

// SetColour gives a party this desk's own colour, "RRGGBB"; an empty one
// takes it back.
func (n *Night) SetColour(author, partyID, rgb string) error {
	_, err := n.act("change a colour", act{kind: "colour", author: author}, func(a *act) error {
		if rgb == "" {
			return a.drop("colour", "details", partyID)
		}
		if !isColour.MatchString(rgb) {
			return &RefusedError{fmt.Sprintf("%q is no colour.", rgb), "Write six hexadecimal digits, such as 0087DC."}
		}
		return a.put("colour", "details", partyID, one(rgb))
	})
	return err
}

func readColours(q querier, seq int64) (map[string]string, error) {
	rows, err := q.query(`SELECT v.subject, c.rgb FROM version v JOIN colour c ON c.version = v.id
		WHERE v.about = 'details' AND v.kind = 'colour' AND `+standing+` ORDER BY v.id`, seq)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	colours := map[string]string{}
	for rows.Next() {
		var party, rgb string
		if err := rows.Scan(&party, &rgb); err != nil {
			return nil, err
		}
		colours[party] = rgb
	}
	return colours, rows.Err()
}

// Authors are the reporters of the desk, in the order they joined it.
func (n *Night) Authors() (authors []blog.Author, err error) {
	err = n.read("read", func(q querier) error {
		authors, err = readAuthors(q, latest)
		return err
	})
	return authors, err
}

func readAuthors(q querier, seq int64) ([]blog.Author, error) {
	rows, err := q.query(`SELECT v.subject, a.name, a.initials FROM author a JOIN version v ON v.id = a.version
		WHERE `+standing+` ORDER BY (SELECT min(f.id) FROM version f
			WHERE f.about = v.about AND f.kind = 'author' AND f.subject = v.subject), v.id`, seq)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var authors []blog.Author
	for rows.Next() {
		var a blog.Author
		if err := rows.Scan(&a.ID, &a.Name, &a.Initials); err != nil {
			return nil, err
		}
		authors = put(authors, a, func(x blog.Author) bool { return x.ID == a.ID })
	}
	return authors, rows.Err()
}

// AddAuthor adds a reporter to the desk, or changes the name of the one
// whose ID is given, and returns the id.
func (n *Night) AddAuthor(by string, author blog.Author) (id string, err error) {
	if id = author.ID; id == "" {
		id = n.newID()
	}
	_, err = n.act("add an author", act{kind: "author", author: by}, func(a *act) error {
		if author.ID != "" {
			if err := must(a, "author", id, id); err != nil {
				return err
			}
		}
		return a.put("author", id, id, one(author.Name, author.Initials))
	})
	if err != nil {
		return "", err
	}
	return id, nil
}
