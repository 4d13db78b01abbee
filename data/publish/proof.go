package publish

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// A Finding is something that a person should know of an export before it
// leaves. An Error is why it must not; a Warning is for its taker to judge.
type Finding struct {
	Entry        string // id of the entry that it is in; empty where it is in none
	blog.Problem        // its offsets are 0 in what was written, and else in what was typed of the entry
}

// Proof reads what an export with these options gives away, as its taker does:
// files are what Export made of the same, and are read again by another reader
// than wrote them. It finds, each an Error: an id that stands twice, a link
// that leads nowhere of ours, a figure under embargo, an entry that is held,
// text of a withdrawn one, a rehearsal that does not say so. And, each a
// Warning: a figure that was corrected since its entry was published,
// characters that the target cannot carry, and what proofread.Marks finds, as
// a picture without alt text or credit. The findings are in that order; nil
// where there are none. Only entries that leave are looked at, of what is new
// those that are new. Files of results are read for none of it.
func Proof(e blog.Edition, f Form, o layout.Options, files []layout.File) ([]Finding, error) {
	if f.OfResults() {
		return nil, nil
	}
	written, err := documents(f, files)
	if err != nil {
		return nil, err
	}
	p := proofing{e: e, f: f, o: o, written: written, leaving: leaving(e, f, o), told: map[Finding]bool{}}
	if err := p.readBack(); err != nil {
		return nil, err
	}
	p.embargoes()
	p.withheld()
	p.rehearsed()
	p.moved()
	p.characters()
	p.marks()
	return p.found, nil
}

// documents are what an export has to be read: its main file and numbered
// pages, unpacked where they were zipped.
func documents(f Form, files []layout.File) ([]string, error) {
	if strings.HasSuffix(files[0].Name, ".zip") {
		var err error
		if files, err = unzipped(files[0]); err != nil {
			return nil, fmt.Errorf("cannot unpack %s again: %w", files[0].Name, err)
		}
	}
	var texts []string
	for _, x := range files {
		if strings.HasSuffix(x.Name, f.Extension()) {
			texts = append(texts, string(x.Data))
		}
	}
	return texts, nil
}

func unzipped(packed layout.File) ([]layout.File, error) {
	z, err := zip.NewReader(bytes.NewReader(packed.Data), int64(len(packed.Data)))
	if err != nil {
		return []layout.File{packed}, err
	}
	var files []layout.File
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return []layout.File{packed}, err
		}
		data, err := io.ReadAll(r)
		if err = errors.Join(err, r.Close()); err != nil {
			return []layout.File{packed}, err
		}
		files = append(files, layout.File{Name: f.Name, Data: data})
	}
	return files, nil
}

// leaving are the entries that an export has, withdrawn ones too, in the order
// of the edition.
func leaving(e blog.Edition, f Form, o layout.Options) []blog.Entry {
	if o.Only.Results {
		return nil
	}
	isNew := map[string]bool{}
	news := o.Since != nil && o.Only == (layout.Only{}) && !f.Whole()
	if news {
		for _, i := range HandedOver(e, o) {
			isNew[i.ID] = true
		}
	}
	var all []blog.Entry
	for _, x := range e.Entries {
		if (o.Only.Entry == "" || o.Only.Entry == x.ID) && (!news || isNew[x.ID]) {
			all = append(all, x)
		}
	}
	return all
}

// A proofing is a proof being read.
type proofing struct {
	e       blog.Edition // as the desk has it
	f       Form
	o       layout.Options
	written []string     // its main file, and its numbered pages
	leaving []blog.Entry // that it has
	found   []Finding
	told    map[Finding]bool
}

// add tells a finding once, however many pages have it.
func (p *proofing) add(entry string, level election.Level, code, text string) {
	found := Finding{entry, blog.Problem{Level: level, Code: code, Text: text}}
	if !p.told[found] {
		p.told[found] = true
		p.found = append(p.found, found)
	}
}

var proofMarkdown = goldmark.New(goldmark.WithExtensions(extension.GFM))

// readBack looks at the ids and the links of what was written, of each
// document by itself.
func (p *proofing) readBack() error {
	if p.f.row().syntax == plainText {
		return nil
	}
	var all []waymarks
	for _, written := range p.written {
		read, err := p.waymarksIn([]byte(written))
		if err != nil {
			return fmt.Errorf("cannot read the %s again: %w", p.f, err)
		}
		all = append(all, read)
	}
	for _, x := range all {
		p.ids(x.ids)
	}
	for _, x := range all {
		p.links(x.links, x.ids)
	}
	return nil
}

// waymarks are the places in a document that links can lead to, how often each,
// and where its own links lead.
type waymarks struct {
	ids   map[string]int
	links []string
}

func (p *proofing) waymarksIn(data []byte) (waymarks, error) {
	read := waymarks{ids: map[string]int{}}
	if p.f.row().syntax == markdown {
		var b bytes.Buffer
		if err := proofMarkdown.Convert(data, &b); err != nil {
			return read, err
		}
		data = b.Bytes()
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return read, err
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				read.ids[a.Val]++
			case a.Key == "href" && n.Data == "a", a.Key == "src":
				read.links = append(read.links, a.Val)
			}
		}
	}
	return read, nil
}

func (p *proofing) ids(ids map[string]int) {
	var twice []string
	for id, n := range ids {
		if n > 1 {
			twice = append(twice, id)
		}
	}
	slices.Sort(twice)
	for _, id := range twice {
		p.add(strings.TrimPrefix(id, "e-"), election.Error, "id-twice",
			fmt.Sprintf("The anchor %s stands twice, so that links to it may lead to the wrong place. Hand over without anchors, or take one of the two out.", id))
	}
}

// links wants addresses of the web and of mail, files beside the export, and
// places that are in it. A hand-over of a part leads to places in the whole.
func (p *proofing) links(links []string, ids map[string]int) {
	part := p.o.Since != nil && !p.f.Whole() || p.o.Only != (layout.Only{})
	for _, to := range links {
		place, inside := strings.CutPrefix(to, "#")
		good := layout.Address(to, "http", "https", "mailto") != "" || layout.IsPicture(to) && strings.HasPrefix(to, "data:image/")
		switch {
		case inside:
			good = part || ids[place] > 0
		case !strings.Contains(to, ":") && !strings.HasPrefix(to, "/"):
			good = true
		}
		if !good {
			p.add("", election.Error, "link-not-allowed", fmt.Sprintf("A link leads to “%s”, which is no place that may be linked. Correct the entry that has it.", to))
		}
	}
}
