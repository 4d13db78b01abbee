package page

import (
	"encoding/json"
	"net/url"
	"time"

	"nightdesk/data/blog/text"
	"nightdesk/data/publish/layout"
)

// This file describes the blog to search engines in schema.org's words. The
// order of the fields is the order in the page.

type liveBlog struct {
	Context           string    `json:"@context"`
	Type              string    `json:"@type"`
	ID                string    `json:"@id,omitempty"`
	URL               string    `json:"url,omitempty"`
	Headline          string    `json:"headline"`
	Description       string    `json:"description,omitempty"`
	Language          string    `json:"inLanguage"`
	CoverageStartTime string    `json:"coverageStartTime"`
	DatePublished     string    `json:"datePublished"`
	DateModified      string    `json:"dateModified"`
	Author            []thing   `json:"author,omitempty"`
	Publisher         *thing    `json:"publisher,omitempty"`
	About             event     `json:"about"`
	Image             []string  `json:"image,omitempty"`
	Updates           []posting `json:"liveBlogUpdate"`
}

type posting struct {
	Type          string   `json:"@type"`
	ID            string   `json:"@id"`
	URL           string   `json:"url,omitempty"`
	Headline      string   `json:"headline"`
	DatePublished string   `json:"datePublished"`
	DateModified  string   `json:"dateModified"`
	Author        []thing  `json:"author,omitempty"`
	Image         []string `json:"image,omitempty"`
	ArticleBody   string   `json:"articleBody"`
}

// A thing is a person, an organisation or a place: all that is said of one is
// its name.
type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type event struct {
	Type      string `json:"@type"`
	Name      string `json:"name"`
	StartDate string `json:"startDate"`
	Location  *thing `json:"location,omitempty"`
}

// linkedData is the JSON-LD of the page: the blog's, with the entries that the
// page shows.
func (n *document) linkedData() ([]byte, error) {
	canonical := n.pageAddress(n.leaf.number)
	b := liveBlog{
		Context:           "https://schema.org",
		Type:              "LiveBlogPosting",
		ID:                canonical,
		URL:               canonical,
		Headline:          n.heading(),
		Description:       layout.OneLine(n.Details.Standfirst),
		Language:          n.language(),
		CoverageStartTime: n.ISO(n.Began),
		DatePublished:     n.ISO(n.Began),
		DateModified:      n.ISO(n.Changed),
		Author:            people(n.Writers()),
		About:             n.event(),
		Updates:           []posting{},
	}
	if name := layout.OneLine(n.Details.Publisher); name != "" {
		b.Publisher = &thing{"Organization", name}
	}
	shown := map[string]bool{}
	for _, x := range n.Posts {
		if x.Withdrawn {
			continue
		}
		p := n.posting(x)
		b.Updates = append(b.Updates, p)
		for _, src := range p.Image {
			if !shown[src] {
				shown[src] = true
				b.Image = append(b.Image, src)
			}
		}
	}
	return json.Marshal(b)
}

func (n *document) posting(x layout.Post) posting {
	canonical := n.pageAddress(x.Page)
	p := posting{
		Type:          "BlogPosting",
		ID:            canonical + "#e-" + x.ID,
		Headline:      n.Titled(n.subject(x)),
		DatePublished: n.ISO(x.Published),
		DateModified:  n.ISO(max(x.Published, x.Updated)),
		Author:        people(append(n.NamesOf(x), guests(x.Doc().Blocks)...)),
		Image:         n.images(x.Doc().Blocks, canonical),
		ArticleBody:   text.Plaintext(x.Doc()),
	}
	if canonical != "" {
		p.URL = p.ID
	} else {
		p.ID = n.entryTo(x.Page, "e-"+x.ID)
	}
	return p
}

// subject is the kicker, or the beginning of the text.
func (n *document) subject(x layout.Post) string {
	if s := layout.OneLine(x.Kicker); s != "" {
		return s
	}
	x.KeyLabel = ""
	return n.LabelOf(x)
}

func (n *document) event() event {
	e := event{Type: "Event", Name: layout.OneLine(n.Headline()), StartDate: n.At(n.Began).Format(time.DateOnly)}
	if name := layout.OneLine(n.Details.Title); name != "" {
		e.Name = n.Titled(name)
	}
	for i, c := range n.Contests {
		if c.Date != "" && (i == 0 || string(c.Date) < e.StartDate) {
			e.StartDate = string(c.Date)
		}
	}
	if name := layout.OneLine(n.Details.Place); name != "" {
		e.Location = &thing{"Place", name}
	}
	return e
}

func people(names []string) []thing {
	var bs []thing
	for _, name := range names {
		if name = layout.OneLine(name); name != "" {
			bs = append(bs, thing{"Person", name})
		}
	}
	return bs
}

// guests are the guest by-lines in an entry's text.
func guests(bs []text.Block) []string {
	var names []string
	for _, b := range bs {
		if g, ok := b.(text.ByLine); ok {
			names = append(names, g.Name)
		}
	}
	return names
}

// images are the addresses of the pictures an entry shows, absolute where
// the page's own address is known.
func (n *document) images(bs []text.Block, canonical string) []string {
	var found []string
	for _, b := range bs {
		pic, ok := b.(text.PictureBlock)
		if !ok {
			continue
		}
		p, ok := n.FindPicture(pic.ID)
		if !ok {
			continue
		}
		if src, _ := n.Attached.Picture(p); src != "" && !layout.IsPicture(src) {
			found = append(found, absolute(src, canonical))
		}
	}
	return found
}

func absolute(src, canonical string) string {
	base, err := url.Parse(canonical)
	if err != nil || canonical == "" {
		return src
	}
	to, err := base.Parse(src)
	if err != nil {
		return src
	}
	return to.String()
}
