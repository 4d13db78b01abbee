package night

import (
	"fmt"
	"regexp"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// theDetails is what the versions of details and of colours are about.
const theDetails = "details"

// detailsKind is the head of the blog.
var detailsKind = record.NewKind(record.Spec[blog.Details]{
	Name: "details", Subject: SubjectDetails, Sole: true,
	Columns: func(d *blog.Details) []record.Column {
		return []record.Column{
			{Name: "title", Place: &d.Title},
			{Name: "place", Place: &d.Place},
			{Name: "zone", Place: &d.Zone},
			{Name: "headline", Place: &d.Headline},
			{Name: "standfirst", Place: &d.Standfirst},
			{Name: "publisher", Place: &d.Publisher},
			{Name: "address", Place: &d.Address},
			{Name: "oldest_first", Place: record.Optional(&d.OldestFirst)},
			{Name: "struck", Place: record.Optional(&d.Struck)},
			{Name: "second_eye", Place: record.Optional(&d.SecondEye)},
			{Name: "language", Place: record.Optional(&d.Language)},
			{Name: "rehearsal", Place: record.Optional(&d.Rehearsal)},
		}
	},
})

// colourKind is a party's own colour, "RRGGBB". Its subject is the party's id.
var colourKind = record.NewKind(record.Spec[string]{
	Name: "colour", Subject: SubjectColour, Sole: true,
	Columns: func(rgb *string) []record.Column { return []record.Column{{Name: "rgb", Place: rgb}} },
})

// authorKind is a reporter of the desk. The id is the version's subject.
var authorKind = record.NewKind(record.Spec[blog.Author]{
	Name: "author", Subject: SubjectAuthor, ByArrival: true,
	Columns: func(a *blog.Author) []record.Column {
		return []record.Column{{Name: "name", Place: &a.Name}, {Name: "initials", Place: &a.Initials}}
	},
})

// Details are what the head of the blog says now.
func (n *Night) Details() (blog.Details, error) {
	return read(n, "read", func(q file.Querier) (blog.Details, error) { return readDetails(q, record.Latest) })
}

func readDetails(q file.Querier, seq int64) (blog.Details, error) {
	d, _, err := detailsKind.StandingOne(q, seq, theDetails)
	return d, err
}

// SetDetails changes the head of the blog. Where it makes a rehearsal of the
// night, or a real night of a rehearsal, that is an act of its own kind, so that
// the history says so.
func (n *Night) SetDetails(author string, d blog.Details) error {
	_, err := n.log.Act("change the details", record.Act{Kind: ActDetails, Author: author}, func(a *record.Act) error {
		was, err := readDetails(a, record.Latest)
		if err != nil {
			return err
		}
		if d.Rehearsal != was.Rehearsal {
			a.Kind = ActRehearsal
		}
		return putDetails(a, d)
	})
	return err
}

// isLanguage is the shape of a language tag (RFC 5646, section 2.1), with a
// primary subtag as every living language has one: two letters or three.
var isLanguage = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

func putDetails(a *record.Act, d blog.Details) error {
	if d.Language != "" && !isLanguage.MatchString(d.Language) {
		return &RefusedError{Why: fmt.Sprintf("%q is no language.", d.Language), Next: "Write its tag, such as en-GB or cy."}
	}
	return detailsKind.Put(a, theDetails, theDetails, d)
}

var isColour = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

// SetColour gives a party this desk's own colour, "RRGGBB"; an empty one takes
// it back.
func (n *Night) SetColour(author, partyID, rgb string) error {
	_, err := n.log.Act("change a colour", record.Act{Kind: ActColour, Author: author}, func(a *record.Act) error {
		if rgb == "" {
			return colourKind.Drop(a, theDetails, partyID)
		}
		if !isColour.MatchString(rgb) {
			return &RefusedError{Why: fmt.Sprintf("%q is no colour.", rgb), Next: "Write six hexadecimal digits, such as 0087DC."}
		}
		return colourKind.Put(a, theDetails, partyID, rgb)
	})
	return err
}

// readColours are the desk's own colours by party id, never nil.
func readColours(q file.Querier, seq int64) (map[string]string, error) {
	all, err := colourKind.Standing(q, seq, theDetails)
	colours := map[string]string{}
	for _, s := range all {
		colours[s.Subject] = s.What
	}
	return colours, err
}

// Authors are the reporters of the desk, in the order they joined it.
func (n *Night) Authors() ([]blog.Author, error) {
	return read(n, "read", func(q file.Querier) ([]blog.Author, error) { return readAuthors(q, record.Latest) })
}

func readAuthors(q file.Querier, seq int64) ([]blog.Author, error) {
	all, err := authorKind.Standing(q, seq, "")
	for i := range all {
		all[i].What.ID = all[i].Subject
	}
	return things(all, err)
}

// AddAuthor adds a reporter to the desk, or changes the name of the one whose
// ID is given, and returns the id.
func (n *Night) AddAuthor(by string, author blog.Author) (id string, err error) {
	if id = author.ID; id == "" {
		id = n.file.NewID()
	}
	_, err = n.log.Act("add an author", record.Act{Kind: ActAuthor, Author: by}, func(a *record.Act) error {
		if author.ID != "" {
			if err := authorKind.Must(a, id, id); err != nil {
				return err
			}
		}
		return authorKind.Put(a, id, id, author)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}
