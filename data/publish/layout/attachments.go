package layout

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"nightdesk/data/blog"
)

// Attachments collects the files that go beside the main one, each once, in the
// order in which the text first shows them. Where the pictures stand in the
// text itself it collects none.
type Attachments struct {
	folder string
	mark   string // before the name of every file
	how    string // blog.PicturesAsFiles, PicturesInside or PicturesReserved
	get    func(id string) ([]byte, error)
	files  []File
	urls   map[string]string // by name in the folder, or the picture itself
	Err    error             // the first failure; the export fails with it
}

func NewAttachments(e blog.Edition, name string, o Options) *Attachments {
	b := &Attachments{folder: name + "-pictures", how: o.PicturesAs, get: o.Pictures, urls: map[string]string{}}
	if e.Details.Rehearsal {
		b.mark = RehearsalName
	}
	return b
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

// Picture adds a stored picture and gives its address and the name of its
// file: both empty where there are no bytes to be had, the address where only
// its place is kept, the name where it stands in the text.
func (b *Attachments) Picture(p blog.Picture) (src, file string) {
	if b.get == nil {
		return "", ""
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
			return "", ""
		}
		b.add(name, data)
	}
	return b.shown(name)
}

// drawing adds a chart as PNG, named after what it shows, and gives its
// address and the name of its file as picture does.
func (b *Attachments) drawing(png []byte) (src, file string) {
	sum := sha256.Sum256(png)
	name := "chart-" + hex.EncodeToString(sum[:8]) + ".png"
	if _, there := b.urls[name]; !there {
		b.add(name, png)
	}
	return b.shown(name)
}

func (b *Attachments) shown(name string) (src, file string) {
	switch b.how {
	case blog.PicturesInside:
		return b.urls[name], ""
	case blog.PicturesReserved:
		return "", b.mark + name
	}
	return b.urls[name], b.mark + name
}

func (b *Attachments) add(name string, data []byte) {
	if b.how == blog.PicturesInside {
		b.urls[name] = "data:" + mediaType(name) + ";base64," + base64.StdEncoding.EncodeToString(data)
		return
	}
	b.urls[name] = RelativeAddress(b.folder) + "/" + url.PathEscape(b.mark+name)
	b.files = append(b.files, File{Name: b.folder + "/" + b.mark + name, Data: data})
}

func mediaType(name string) string {
	if strings.HasSuffix(name, ".png") {
		return "image/png"
	}
	return "image/jpeg"
}

// IsPicture reports whether an address is the picture itself.
func IsPicture(src string) bool { return strings.HasPrefix(src, "data:") }

func (b *Attachments) fail(err error) {
	if b.Err == nil {
		b.Err = err
	}
}

// Files are the files of a document: itself first, and what goes beside it.
func (n *Blog) Files(name string, data []byte) ([]File, error) {
	if n.Attached.Err != nil {
		return nil, n.Attached.Err
	}
	return append([]File{{Name: name, Data: Clean(data)}}, n.Attached.files...), nil
}

// RelativeAddress is a file's name as a relative address. A colon in its first part
// would make a scheme of what stands before it.
func RelativeAddress(name string) string {
	return strings.ReplaceAll(url.PathEscape(name), ":", "%3A")
}

// A File is one file of an export.
type File struct {
	Name string // relative, with forward slashes
	Data []byte
}
