package page

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"sync"

	"nightdesk/assets"
	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
)

// templates are the page's, parsed once.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").ParseFS(assets.Page, "page/*.tmpl"))
})

// style is the page's style sheet as it stands in the page.
var style = sync.OnceValue(func() string {
	css, err := assets.Page.ReadFile("page/page.css")
	if err != nil {
		panic("publish: the page's style is not built in: " + err.Error())
	}
	return strings.TrimSpace(string(css))
})

// policy is what the page forbids a browser: everything but its own style and
// its own JSON-LD, known by their hashes, and pictures from where they are.
// A page opened from disk has no origin, so that by the standard 'self' is
// nothing there and file: says the same; on the web file: allows nothing.
func policy(css, data, pictures string) string {
	return fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; img-src %s; base-uri 'none'; form-action 'none'",
		hash(css), hash(data), pictures)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// page renders the standalone page.
func (n *document) page() ([]byte, error) {
	v, err := n.view()
	if err != nil {
		return nil, err
	}
	pictures := "'self' file:"
	if n.Options.PicturesAs == blog.PicturesInside {
		pictures = "data:"
	}
	data, err := n.linkedData()
	if err != nil {
		return nil, err
	}
	data = layout.Clean(data)  // as the page will have it, or the hash would not hold
	v.Data = template.JS(data) // encoding/json has escaped <, > and &
	v.Style = template.CSS(style())
	v.Policy = policy(style(), string(data), pictures)
	return render("page", v)
}

func render(name string, v view) ([]byte, error) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, v); err != nil {
		return nil, fmt.Errorf("cannot render the %s: %w", name, err)
	}
	// The templates write + as a reference, against an encoding that browsers
	// no longer know. Typed text cannot look like that: its & is a reference.
	return bytes.ReplaceAll(b.Bytes(), []byte("&#43;"), []byte("+")), nil
}

// Files are a page with its pictures, and with its numbered pages where it
// has them.
func Files(e blog.Edition, name string, o layout.Options) ([]layout.File, error) {
	if isNumbered(e, o) {
		return Numbered(e, o, EntriesPerPage)
	}
	n, err := layout.New(e, name, forPage(o), false)
	if err != nil {
		return nil, err
	}
	return newDocument(n, leaf{}).files()
}

// forPage are options as a page has them: it always draws its charts and tells
// its times.
func forPage(o layout.Options) layout.Options {
	o.ChartAs, o.NoTimes = blog.ChartAsSVG, false
	return o
}

// files are the page and what goes beside it.
func (n *document) files() ([]layout.File, error) {
	data, err := n.page()
	if err != nil {
		return nil, err
	}
	return n.Files(pageFile(n.Name, n.leaf.number), data)
}

// Numbered are a page with its numbered pages of so many entries, the head first, then the others
// from the oldest on, then the pictures.
func Numbered(e blog.Edition, o layout.Options, size int) ([]layout.File, error) {
	l := NewLive(o, size)
	l.Take(e)
	files := make([]layout.File, 1+len(l.stretches))
	var pictures []layout.File
	for {
		number := slices.Max(append(slices.Collect(maps.Keys(l.first)), 0))
		given, err := l.Next()
		if err != nil {
			return nil, err
		}
		if given == nil {
			return append(files, pictures...), nil
		}
		files[number] = given[0]
		pictures = append(pictures, given[1:]...)
	}
}
