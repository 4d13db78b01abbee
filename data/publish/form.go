package publish

import (
	"fmt"
	"slices"
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
	WordPress Form = "wordpress" // text that WordPress reads as blocks, to be pasted into its editor
	Fragment  Form = "fragment"  // HTML for a CMS: no html, head, style or script
	Markdown  Form = "markdown"  // as on GitHub, no hard wrap, and nothing in it that is read as a heading
	Text      Form = "text"      // plain text, no hard wrap, ends with "ends"
	Page      Form = "page"      // a standalone HTML page, pictures beside it

	CSV           Form = "csv"        // the results as the flat file that data/intake documents, and its file of councils
	ParliamentCSV Form = "parliament" // the results of constituencies as two files in the UK Parliament's columns
	JSON          Form = "json"       // the results as ResultsJSON writes them, without the desk's checks
)

// A Choice is something that a form may leave to whoever takes it.
type Choice int

// The choices, each with the field of Options that it sets.
const (
	Order      Choice = iota // Options.Order
	Headings                 // Options.Heading
	Anchors                  // Options.NoIDs
	Times                    // Options.NoTimes
	Pictures                 // Options.PicturesAs
	Charts                   // Options.ChartAs
	Characters               // Options.ASCII
)

// A syntax is what a form's text is written in, and read again in for its proof.
type syntax int

const (
	plainText syntax = iota
	markdown
	markup // HTML, also as WordPress's blocks have it
)

// A formRow is all that is known of one form. One of the blog has a painter or
// writes itself; one of the results writes itself.
type formRow struct {
	form      Form
	name      string // as it is offered
	words     string // what it is, in a line
	preview   string // what a preview of it shows
	extension string // what the names of its main files end in

	results bool     // it has the results alone
	whole   bool     // it replaces what was there, and cannot say what is new
	knows   []Choice // what may be chosen of it
	syntax  syntax   // of a form of the blog

	fit   func(*layout.Options) // takes out of the options what the form cannot have; nil where it can have all
	paint func(*layout.Blog, []layout.Block) []byte
	write func(e blog.Edition, name string, o layout.Options) ([]layout.File, error) // where there is no painter
}

// forms is the table of the forms, in the order a person should be offered
// them.
var forms = []formRow{
	{
		form: WordPress, name: "WordPress", words: "WordPress blocks", preview: "What the CMS keeps", extension: ".wordpress.txt",
		knows:  []Choice{Order, Headings, Anchors, Times, Pictures, Characters},
		syntax: markup, fit: fitWordPress, paint: paint.WordPress,
	},
	{
		form: Fragment, name: "Fragment", words: "HTML to paste", preview: "What the CMS keeps", extension: ".html",
		knows:  []Choice{Order, Headings, Anchors, Times, Pictures, Charts, Characters},
		syntax: markup, paint: paint.HTML,
	},
	{
		form: Markdown, name: "Markdown", words: "Markdown text", preview: "What is handed over", extension: ".md",
		knows:  []Choice{Order, Times, Pictures, Characters},
		syntax: markdown, fit: chartsAsPNG, paint: paint.Markdown,
	},
	{
		form: Text, name: "Text", words: "Plain text", preview: "What is handed over", extension: ".txt",
		knows:  []Choice{Order, Times, Characters},
		syntax: plainText, fit: fitText, paint: paint.PlainText,
	},
	{
		form: Page, name: "Page", words: "A whole page", preview: "What a reader sees", extension: ".html",
		whole: true, knows: []Choice{Order, Pictures},
		syntax: markup, write: page.Files,
	},
	{
		form: CSV, name: "Results as CSV", preview: "What the file says", extension: ".csv",
		words:   "One flat table, a row a candidate. A spreadsheet opens it and an import reads it again.",
		results: true, whole: true, write: withoutOptions(table.CSV),
	},
	{
		form: ParliamentCSV, name: "Results in Parliament’s columns", preview: "What the file says", extension: table.CandidaciesEnd,
		words:   "Two tables of the constituencies: the candidacies, and the totals beside them.",
		results: true, whole: true, write: withoutOptions(table.Parliament),
	},
	{
		form: JSON, name: "Results as JSON", preview: "What the file says", extension: ".json",
		words:   "Every figure for a program, the councils too. An import reads it again.",
		results: true, whole: true, write: withoutOptions(table.JSON),
	},
}

// fitText leaves pictures and drawings out: a chart is drawn in letters.
func fitText(o *layout.Options) { o.Pictures, o.ChartAs = nil, blog.ChartAsSVG }

// chartsAsPNG is for a form that cannot hold a drawing.
func chartsAsPNG(o *layout.Options) { o.ChartAs = blog.ChartAsPNG }

// fitWordPress has no drawing, and no picture inside the text.
func fitWordPress(o *layout.Options) {
	chartsAsPNG(o)
	if o.PicturesAs == blog.PicturesInside {
		o.PicturesAs = blog.PicturesAsFiles
	}
}

// withoutOptions is for a form that nothing may be chosen of.
func withoutOptions(write func(blog.Edition, string) ([]layout.File, error)) func(blog.Edition, string, layout.Options) ([]layout.File, error) {
	return func(e blog.Edition, name string, _ layout.Options) ([]layout.File, error) { return write(e, name) }
}

// Forms are all forms, in the order a person should be offered them: first
// those of the blog, then those of the results.
var Forms = func() []Form {
	all := make([]Form, len(forms))
	for i, r := range forms {
		all[i] = r.form
	}
	return all
}()

// row is what is known of the form. Of one that there is not, that is nothing.
func (f Form) row() formRow {
	if i := slices.IndexFunc(forms, func(r formRow) bool { return r.form == f }); i >= 0 {
		return forms[i]
	}
	return formRow{form: f}
}

// Name is the form as it is offered: "WordPress"; empty where there is no such
// form.
func (f Form) Name() string { return f.row().name }

// Words are what the form is, in a line: "WordPress blocks".
func (f Form) Words() string { return f.row().words }

// Preview is what a preview of the form shows: "What the CMS keeps".
func (f Form) Preview() string { return f.row().preview }

// Extension is what the names of the form's main files end in: ".html".
func (f Form) Extension() string { return f.row().extension }

// OfResults reports whether the form has the results alone, and nothing of the
// blog.
func (f Form) OfResults() bool { return f.row().results }

// Whole reports whether the form replaces what was handed over before, so that
// it has no way to say what is new.
func (f Form) Whole() bool { return f.row().whole }

// Knows reports whether a choice makes a difference to the form.
func (f Form) Knows(c Choice) bool { return slices.Contains(f.row().knows, c) }

// Markup reports whether the form is HTML, also as WordPress's blocks have it.
func (f Form) Markup() bool { return f.row().syntax == markup }

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
	files, err := export(e, f.row(), name, o)
	if err != nil || o.PicturesAs != blog.PicturesZipped {
		return files, err
	}
	return zipped(name, files)
}

func export(e blog.Edition, r formRow, name string, o layout.Options) ([]layout.File, error) {
	switch {
	case r.write != nil:
		return r.write(e, name, o)
	case r.paint == nil:
		return nil, &UnknownFormError{r.form}
	}
	n, bs, err := laidOut(e, r, name, o)
	if err != nil {
		return nil, err
	}
	return n.Files(name+r.extension, r.paint(n, bs))
}

// laidOut is what leaves in a form that is painted from blocks.
func laidOut(e blog.Edition, r formRow, name string, o layout.Options) (*layout.Blog, []layout.Block, error) {
	if r.fit != nil {
		r.fit(&o)
	}
	n, err := layout.New(e, name, o, r.syntax == plainText)
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
	n, bs, err := laidOut(e, Fragment.row(), layout.NameOf(e, o), o)
	if err == nil {
		err = n.Attached.Err
	}
	if err != nil {
		return nil, err
	}
	return paint.Pasted(bs), nil
}
