package publish

import (
	"fmt"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/page"
	"nightdesk/data/publish/paint"
	"nightdesk/data/publish/table"
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
		return table.CandidaciesEnd
	case JSON:
		return ".json"
	}
	return ".html"
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
func Export(e blog.Edition, f Form, o layout.Options) ([]layout.File, error) {
	e = e.Public()
	name := layout.NameOf(e, o)
	files, err := export(e, f, name, o)
	if err != nil || o.PicturesAs != blog.PicturesZipped {
		return files, err
	}
	return zipped(name, files)
}

func export(e blog.Edition, f Form, name string, o layout.Options) ([]layout.File, error) {
	switch f {
	case CSV:
		return table.CSV(e, name)
	case ParliamentCSV:
		return table.Parliament(e, name)
	case JSON:
		return table.JSON(e, name)
	case Page:
		return page.Files(e, name, o)
	}
	paint, ok := map[Form]func(*layout.Blog, []layout.Block) []byte{
		Fragment:  paint.HTML,
		WordPress: paint.WordPress,
		Markdown:  paint.Markdown,
		Text:      paint.PlainText,
	}[f]
	if !ok {
		return nil, &UnknownFormError{f}
	}
	n, bs, err := laidOut(e, f, name, o)
	if err != nil {
		return nil, err
	}
	return n.Files(name+f.Extension(), paint(n, bs))
}

// laidOut is what leaves in a form that is painted from blocks.
func laidOut(e blog.Edition, f Form, name string, o layout.Options) (*layout.Blog, []layout.Block, error) {
	switch f {
	case Text: // has neither pictures nor drawings, and a chart in letters
		o.Pictures, o.ChartAs = nil, blog.ChartAsSVG
	case WordPress:
		o.ChartAs = blog.ChartAsPNG
		if o.PicturesAs == blog.PicturesInside {
			o.PicturesAs = blog.PicturesAsFiles
		}
	case Markdown:
		o.ChartAs = blog.ChartAsPNG
	}
	n, err := layout.New(e, name, o, f == Text)
	if err != nil {
		return nil, nil, err
	}
	if o.Since != nil && o.Only == (layout.Only{}) {
		bs, err := newBlocks(n)
		return n, bs, err
	}
	return n, n.Blocks(), nil
}

// Pasted is what WordPress keeps of the fragment with these options when it is
// pasted into its editor, as the blocks that it makes of it: no anchor is
// left, no caption of a table and no drawing, the source of a quote is a
// paragraph after it, and what was folded is open; a list of a single item
// goes on with the list before it, and an address that stands alone is shown
// as what is there. The form WordPress keeps more.
func Pasted(e blog.Edition, o layout.Options) ([]byte, error) {
	e = e.Public()
	n, bs, err := laidOut(e, Fragment, layout.NameOf(e, o), o)
	if err == nil {
		err = n.Attached.Err
	}
	if err != nil {
		return nil, err
	}
	return paint.Pasted(bs), nil
}
