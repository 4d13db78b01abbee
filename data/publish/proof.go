package publish

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A Finding is something that a person should look at before an export leaves.
type Finding struct {
	Entry        string // id of the entry that it is in; empty where it is in none
	blog.Problem        // its offsets are 0: what was typed is read by blog.Proof
}

// Proof reads what an export with these options would give away, as its taker
// does: the file is read again by another reader than wrote it. It finds, each
// an Error: an id that stands twice, a link that leads nowhere of ours, a
// figure under embargo, an entry that is held, text of a withdrawn one, a
// rehearsal that does not say so. And, each a Warning: a picture without alt
// text or credit, and characters that the target cannot carry. The findings
// are in that order; nil where there are none. Files of results are read for
// none of it. What Export refuses, Proof fails with.
func Proof(e blog.Edition, f Form, o Options) ([]Finding, error) {
	if f == CSV || f == ParliamentCSV || f == JSON {
		return nil, nil
	}
	loose := o
	if loose.PicturesAs == blog.PicturesZipped {
		loose.PicturesAs = blog.PicturesAsFiles
	}
	files, err := Export(e, f, loose)
	if err != nil {
		return nil, err
	}
	p := proofing{e: e, f: f, o: o, written: string(files[0].Data)}
	if err := p.readBack(files[0].Data); err != nil {
		return nil, err
	}
	p.embargoes()
	p.withheld()
	p.rehearsed()
	p.pictures()
	p.characters()
	return p.found, nil
}

// A proofing is a proof being read.
type proofing struct {
	e       blog.Edition // as the desk has it
	f       Form
	o       Options
	written string
	found   []Finding
}

func (p *proofing) add(entry string, level election.Level, code, text string) {
	p.found = append(p.found, Finding{entry, blog.Problem{Level: level, Code: code, Text: text}})
}

// leaving are the entries that the export has.
func (p *proofing) leaving() []blog.Entry {
	var all []blog.Entry
	for _, x := range p.e.Entries {
		if !p.o.Only.Results && (p.o.Only.Entry == "" || p.o.Only.Entry == x.ID) {
			all = append(all, x)
		}
	}
	return all
}

var proofMarkdown = goldmark.New(goldmark.WithExtensions(extension.GFM))

// readBack looks at the ids and the links of what was written.
func (p *proofing) readBack(data []byte) error {
	if p.f == Text {
		return nil
	}
	if p.f == Markdown {
		var b bytes.Buffer
		if err := proofMarkdown.Convert(data, &b); err != nil {
			return fmt.Errorf("cannot read the Markdown again: %w", err)
		}
		data = b.Bytes()
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("cannot read the %s again: %w", p.f, err)
	}
	ids := map[string]int{}
	var links []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "href" && n.Data == "a", a.Key == "src":
				links = append(links, a.Val)
			}
		}
	}
	p.ids(ids)
	p.links(links, ids)
	return nil
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
	part := p.o.Since != nil || p.o.Only != (Only{})
	told := map[string]bool{}
	for _, to := range links {
		place, inside := strings.CutPrefix(to, "#")
		good := address(to, "http", "https", "mailto") != "" || isData(to) && strings.HasPrefix(to, "data:image/")
		switch {
		case inside:
			good = part || ids[place] > 0
		case !strings.Contains(to, ":") && !strings.HasPrefix(to, "/"):
			good = true
		}
		if !good && !told[to] {
			told[to] = true
			p.add("", election.Error, "link-not-allowed", fmt.Sprintf("A link leads to “%s”, which is no place that may be linked. Correct the entry that has it.", to))
		}
	}
}
