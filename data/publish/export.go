package publish

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"nightdesk/data/blog"
)

// A Form is one of the ways an edition leaves the desk.
type Form string

// The forms.
const (
	Page     Form = "page"     // a standalone HTML page, pictures beside it
	Fragment Form = "fragment" // HTML for a CMS: no html, head, style or script
	Text     Form = "text"     // plain text, no hard wrap, ends with "ends"

	WordPress Form = "wordpress" // text that WordPress reads as blocks, to be pasted into its editor
	Markdown  Form = "markdown"  // as on GitHub, no hard wrap, and nothing in it that is read as a heading

	CSV           Form = "csv"        // the results as the flat file that data/intake documents, and its file of councils
	ParliamentCSV Form = "parliament" // the results of constituencies as two files in the UK Parliament's columns
	JSON          Form = "json"       // the results as ResultsJSON writes them, without the desk's checks
)

// Forms are all forms, in the order a person should be offered them.
var Forms = []Form{Page, Fragment, WordPress, Markdown, Text, CSV, ParliamentCSV, JSON}

// Extension is what the names of the form's main files end in: ".html".
func (f Form) Extension() string {
	switch f {
	case Text:
		return ".txt"
	case WordPress:
		return ".wordpress.txt"
	case Markdown:
		return ".md"
	case CSV:
		return ".csv"
	case ParliamentCSV:
		return candidaciesEnd
	case JSON:
		return ".json"
	}
	return ".html"
}

// A File is one file of an export.
type File struct {
	Name string // relative, with forward slashes
	Data []byte
}

// An UnknownFormError says that there is no such form.
type UnknownFormError struct{ Form Form }

func (e *UnknownFormError) Error() string {
	names := make([]string, len(Forms))
	for i, f := range Forms {
		names[i] = string(f)
	}
	return fmt.Sprintf("there is no form %q; the forms are %s", string(e.Form), strings.Join(names, ", "))
}

// Export renders the public part of an edition. The first file is the main
// one and the others belong beside it. The same edition, form and options
// give the same bytes. Of a rehearsal every form says that it is one, and so
// does every file's name. Where nothing is new since Options.Since, that is a
// NothingNewError.
func Export(e blog.Edition, f Form, o Options) ([]File, error) {
	e = e.Public()
	name := exportName(e, o)
	files, err := export(e, f, name, o)
	if err != nil || o.PicturesAs != blog.PicturesZipped {
		return files, err
	}
	return zipped(name, files)
}

// exportName is what the main file is called without its extension.
func exportName(e blog.Edition, o Options) string {
	name := strings.NewReplacer("/", "-", `\`, "-").Replace(o.Name)
	if name == "" {
		name = slug(e.Details.Title)
	}
	if e.Details.Rehearsal {
		name = RehearsalName + strings.TrimPrefix(name, RehearsalName)
	}
	return name
}

func export(e blog.Edition, f Form, name string, o Options) ([]File, error) {
	switch f {
	case CSV:
		return flatFiles(e, name)
	case ParliamentCSV:
		return parliamentFiles(e, name)
	case JSON:
		return resultsFile(e, name)
	}
	render, ok := map[Form]func(*night) ([]byte, error){
		Page:      (*night).page,
		Fragment:  (*night).fragment,
		WordPress: (*night).wordPress,
		Markdown:  (*night).markdown,
		Text:      (*night).text,
	}[f]
	if !ok {
		return nil, &UnknownFormError{f}
	}
	if f == Page && o.numbered(e) {
		return pages(e, o, EntriesPerPage)
	}
	n, err := read(e, f, name, o)
	if err != nil {
		return nil, err
	}
	return n.files(render)
}

// files are a document and what goes beside it.
func (n *night) files(render func(*night) ([]byte, error)) ([]File, error) {
	data, err := render(n)
	if err == nil {
		err = n.beside.err
	}
	if err != nil {
		return nil, err
	}
	name := n.name + n.form.Extension()
	if n.form == Page {
		name = pageFile(n.name, n.leaf.number)
	}
	return append([]File{{Name: name, Data: clean(data)}}, n.beside.files...), nil
}

// pages are a page with its numbered pages, the head first, then the others
// from the oldest on, then the pictures.
func pages(e blog.Edition, o Options, size int) ([]File, error) {
	l := newLive(o, size)
	l.Take(e)
	files := make([]File, 1+len(l.sections))
	var pictures []File
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

// slug makes a file's name from a title: lower-case letters, digits and
// hyphens, no longer than every file system takes.
func slug(title string) string {
	const most = 100 // bytes
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(title) {
		if b.Len() >= most {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "night"
	}
	return b.String()
}
