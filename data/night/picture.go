package night

import (
	"database/sql"
	"errors"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
	"nightdesk/data/picture"
)

// pictureKind is a stored picture. Its subject is the hash of its bytes.
var pictureKind = record.NewKind(record.Spec[blog.Picture]{
	Name: "picture", Subject: SubjectPicture, Bytes: true,
	Columns: func(p *blog.Picture) []record.Column {
		return []record.Column{
			{Name: "media_type", Place: &p.MediaType}, {Name: "width", Place: &p.Width}, {Name: "height", Place: &p.Height},
		}
	},
})

// AddPicture stores a checked picture and returns its id, the hash of its
// bytes. A picture that is there already is not stored again.
func (n *Night) AddPicture(author string, p picture.Checked) (id string, err error) {
	id = record.Hash(p.Bytes)
	_, err = n.log.Act("add a picture", record.Act{Kind: ActPicture, Author: author}, func(a *record.Act) error {
		if err := a.StoreBytes(p.Bytes); err != nil {
			return err
		}
		return pictureKind.Put(a, id, id, blog.Picture{MediaType: p.MediaType, Width: p.Width, Height: p.Height})
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// Picture is the bytes of a stored picture, or a *NotFoundError.
func (n *Night) Picture(id string) ([]byte, error) {
	return read(n, "read a picture", func(q file.Querier) ([]byte, error) {
		b, err := record.Bytes(q, id)
		if errors.Is(err, sql.ErrNoRows) {
			err = &NotFoundError{Kind: "picture", ID: id}
		}
		return b, err
	})
}

// Pictures are those that were ever used, by id, without their bytes.
func (n *Night) Pictures() ([]blog.Picture, error) {
	return read(n, "read the pictures", func(q file.Querier) ([]blog.Picture, error) { return readPictures(q, record.Latest) })
}

func readPictures(q file.Querier, seq int64) ([]blog.Picture, error) {
	all, err := pictureKind.Standing(q, seq, "")
	for i := range all {
		all[i].What.ID = all[i].Subject
	}
	slices.SortFunc(all, func(a, b record.Said[blog.Picture]) int { return strings.Compare(a.Subject, b.Subject) })
	return things(all, err)
}
