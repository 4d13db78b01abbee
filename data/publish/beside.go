package publish

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"nightdesk/data/blog"
)

// beside collects the files that go beside the main one, each once, in the
// order in which the text first shows them. Where the pictures stand in the
// text itself it collects none.
type beside struct {
	folder string
	mark   string // before the name of every file
	how    string // blog.PicturesAsFiles, PicturesInside or PicturesReserved
	get    func(id string) ([]byte, error)
	files  []File
	urls   map[string]string // by name in the folder, or the picture itself
	err    error             // the first failure; the export fails with it
}

func newBeside(e blog.Edition, f Form, name string, o Options) *beside {
	b := &beside{folder: name + "-pictures", how: o.PicturesAs, get: o.Pictures, urls: map[string]string{}}
	if f == WordPress && b.how == blog.PicturesInside {
		b.how = blog.PicturesAsFiles
	}
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

// picture adds a stored picture and gives its address and the name of its
// file: both empty where there are no bytes to be had, the address where only
// its place is kept, the name where it stands in the text.
func (b *beside) picture(p blog.Picture) (src, file string) {
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
func (b *beside) drawing(png []byte) (src, file string) {
	sum := sha256.Sum256(png)
	name := "chart-" + hex.EncodeToString(sum[:8]) + ".png"
	if _, there := b.urls[name]; !there {
		b.add(name, png)
	}
	return b.shown(name)
}

func (b *beside) shown(name string) (src, file string) {
	switch b.how {
	case blog.PicturesInside:
		return b.urls[name], ""
	case blog.PicturesReserved:
		return "", b.mark + name
	}
	return b.urls[name], b.mark + name
}

func (b *beside) add(name string, data []byte) {
	if b.how == blog.PicturesInside {
		b.urls[name] = "data:" + mediaType(name) + ";base64," + base64.StdEncoding.EncodeToString(data)
		return
	}
	b.urls[name] = relative(b.folder) + "/" + url.PathEscape(b.mark+name)
	b.files = append(b.files, File{Name: b.folder + "/" + b.mark + name, Data: data})
}

func mediaType(name string) string {
	if strings.HasSuffix(name, ".png") {
		return "image/png"
	}
	return "image/jpeg"
}

// isData reports whether an address is the picture itself.
func isData(src string) bool { return strings.HasPrefix(src, "data:") }

func (b *beside) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}
