package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"nightdesk/assets"
	"nightdesk/data/blog"
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
func (n *night) page() ([]byte, error) {
	v, err := n.view()
	if err != nil {
		return nil, err
	}
	pictures := "'self' file:"
	if n.o.PicturesAs == blog.PicturesInside {
		pictures = "data:"
	}
	data, err := n.linkedData()
	if err != nil {
		return nil, err
	}
	data = clean(data)         // as the page will have it, or the hash would not hold
	v.Data = template.JS(data) // encoding/json has escaped <, > and &
	v.Style = template.CSS(style())
	v.Policy = policy(style(), string(data), pictures)
	return render("page", v)
}

// fragment renders the same for the body of a page that a CMS makes.
func (n *night) fragment() ([]byte, error) {
	ps, err := n.all()
	if err != nil {
		return nil, err
	}
	t := tree{n: n}
	t.pieces(ps)
	if n.o.ASCII {
		return []byte(references(t.String())), t.err
	}
	return []byte(t.String()), t.err
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
