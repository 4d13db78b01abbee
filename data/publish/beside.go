package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"nightdesk/data/blog"
)

// beside collects the files that go beside the main one, each once, in the
// order in which the text first shows them.
type beside struct {
	folder string
	get    func(id string) ([]byte, error)
	files  []File
	urls   map[string]string // by name in the folder
	err    error             // the first failure; the export fails with it
}

// A PictureError says that a picture of the blog could not be had.
type PictureError struct {
	ID  string // of the picture in the night
	Err error  // from Options.Pictures
}

func (e *PictureError) Error() string {
	return fmt.Sprintf("cannot export picture %s: %v", e.ID, e.Err)
}

func (e *PictureError) Unwrap() error { return e.Err }

// Hint is the next step for the person at the desk.
func (e *PictureError) Hint() string {
	return "Check the night for damage, or take the picture out of its entry."
}

// picture adds a stored picture and gives its relative address, or "" where
// there are no bytes to be had.
func (b *beside) picture(p blog.Picture) string {
	if b.get == nil {
		return ""
	}
	ending := ".jpg"
	if p.MediaType == "image/png" {
		ending = ".png"
	}
	name := p.ID + ending
	if _, there := b.urls[name]; !there {
		data, err := b.get(p.ID)
		if err != nil {
			b.fail(&PictureError{p.ID, err})
			return ""
		}
		b.add(name, data)
	}
	return b.urls[name]
}

// drawing adds a chart as PNG, named after what it shows, and gives its
// relative address.
func (b *beside) drawing(png []byte) string {
	sum := sha256.Sum256(png)
	name := "chart-" + hex.EncodeToString(sum[:8]) + ".png"
	if _, there := b.urls[name]; !there {
		b.add(name, png)
	}
	return b.urls[name]
}

func (b *beside) add(name string, data []byte) {
	// A colon in the first part of a relative address would make a scheme
	// of what stands before it.
	folder := strings.ReplaceAll(url.PathEscape(b.folder), ":", "%3A")
	b.urls[name] = folder + "/" + url.PathEscape(name)
	b.files = append(b.files, File{Name: b.folder + "/" + name, Data: data})
}

func (b *beside) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}
