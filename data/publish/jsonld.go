package publish

import (
	"encoding/json"
	"net/url"
	"time"

	"nightdesk/data/blog/text"
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
func (n *night) linkedData() ([]byte, error) {
	canonical := n.pageAddress(n.leaf.number)
	b := liveBlog{
		Context:           "https://schema.org",
		Type:              "LiveBlogPosting",
		ID:                canonical,
		URL:               canonical,
		Headline:          n.heading(),
		Description:       oneLine(n.Details.Standfirst),
		Language:          n.language(),
		CoverageStartTime: n.iso(n.began),
		DatePublished:     n.iso(n.began),
		DateModified:      n.iso(n.changed()),
		Author:            people(n.writers()),
		About:             n.event(),
		Updates:           []posting{},
	}
	if name := oneLine(n.Details.Publisher); name != "" {
		b.Publisher = &thing{"Organization", name}
	}
	shown := map[string]bool{}
	for _, x := range n.posts {
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

func (n *night) posting(x post) posting {
	canonical := n.pageAddress(x.page)
	p := posting{
		Type:          "BlogPosting",
		ID:            canonical + "#e-" + x.ID,
		Headline:      n.tested(n.subject(x)),
		DatePublished: n.iso(x.Published),
		DateModified:  n.iso(max(x.Published, x.Updated)),
		Author:        people(append(n.names(x), guests(x.doc().Blocks)...)),
		Image:         n.images(x.doc().Blocks, canonical),
		ArticleBody:   text.Plaintext(x.doc()),
	}
	if canonical != "" {
		p.URL = p.ID
	} else {
		p.ID = n.entryTo(x.page, "e-"+x.ID)
	}
	return p
}

// subject is the kicker, or the beginning of the text.
func (n *night) subject(x post) string {
	if s := oneLine(x.Kicker); s != "" {
		return s
	}
	x.KeyLabel = ""
	return n.label(x)
}

func (n *night) event() event {
	e := event{Type: "Event", Name: oneLine(n.headline()), StartDate: n.at(n.began).Format(time.DateOnly)}
	if name := oneLine(n.Details.Title); name != "" {
		e.Name = n.tested(name)
	}
	for i, c := range n.Contests {
		if c.Date != "" && (i == 0 || string(c.Date) < e.StartDate) {
			e.StartDate = string(c.Date)
		}
	}
	if name := oneLine(n.Details.Place); name != "" {
		e.Location = &thing{"Place", name}
	}
	return e
}

func people(names []string) []thing {
	var ps []thing
	for _, name := range names {
		if name = oneLine(name); name != "" {
			ps = append(ps, thing{"Person", name})
		}
	}
	return ps
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
func (n *night) images(bs []text.Block, canonical string) []string {
	var found []string
	for _, b := range bs {
		pic, ok := b.(text.PictureBlock)
		if !ok {
			continue
		}
		p, ok := n.picture(pic.ID)
		if !ok {
			continue
		}
		if src, _ := n.beside.picture(p); src != "" && !isData(src) {
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
