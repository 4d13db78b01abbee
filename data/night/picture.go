package night

import (
	"crypto/sha256"
	"database/sql"
	hexadecimal "encoding/hex"
	"errors"

	"nightdesk/data/blog"
	"nightdesk/data/picture"
)

func hex(b []byte) string { return hexadecimal.EncodeToString(b) }

// AddPicture stores a checked picture and returns its id, the hash of its
// bytes. A picture that is there already is not stored again.
func (n *Night) AddPicture(author string, p picture.Checked) (id string, err error) {
	sum := sha256.Sum256(p.Bytes)
	id = hex(sum[:])
	_, err = n.act("add a picture", act{kind: "picture", author: author}, func(a *act) error {
		var there bool
		if err := a.row(`SELECT EXISTS (SELECT 1 FROM picture_bytes WHERE id = ?)`, id).Scan(&there); err != nil {
			return err
		}
		if !there {
			a.pictures = map[string][]byte{id: p.Bytes}
		}
		return a.put("picture", id, id, one(p.MediaType, int64(p.Width), int64(p.Height)))
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// Picture is the bytes of a stored picture, or a *NotFoundError.
func (n *Night) Picture(id string) (b []byte, err error) {
	err = n.read("read a picture", func(q querier) error {
		err := q.row(`SELECT bytes FROM picture_bytes WHERE id = ?`, id).Scan(&b)
		if errors.Is(err, sql.ErrNoRows) {
			err = &NotFoundError{Kind: "picture", ID: id}
		}
		return err
	})
	return b, err
}

// Pictures are those that were ever used, by id, without their bytes.
func (n *Night) Pictures() (pictures []blog.Picture, err error) {
	err = n.read("read the pictures", func(q querier) error {
		pictures, err = readPictures(q, latest)
		return err
	})
	return pictures, err
}

func readPictures(q querier, seq int64) ([]blog.Picture, error) {
	rows, err := q.query(`SELECT v.subject, p.media_type, p.width, p.height
		FROM picture p JOIN version v ON v.id = p.version WHERE `+standing+` ORDER BY v.subject, v.id`, seq)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var pictures []blog.Picture
	for rows.Next() {
		var p blog.Picture
		if err := rows.Scan(&p.ID, &p.MediaType, &p.Width, &p.Height); err != nil {
			return nil, err
		}
		if last := len(pictures) - 1; last >= 0 && pictures[last].ID == p.ID {
			continue // two copies added it
		}
		pictures = append(pictures, p)
	}
	return pictures, rows.Err()
}
