package page

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/paint"
)

// A view is what the templates of the page print. All of it is text that they
// escape, but for the bodies of the entries, which tree has written.
type view struct {
	Language        string // of the page, BCP 47
	Test            string // over a rehearsal, else empty
	Results         bool   // the results alone: there are no entries to tell of
	Title, Headline string
	Standfirst      string
	Strap           string // over the headline: "Hartlepool by-election"
	Place           string
	Publisher       string
	Address         string // canonical, or empty
	By              string
	Date, Updated   layout.Stamp
	Count           string // "34 entries"
	Groups          []layout.Group
	Moments         []pageMoment
	Pinned          []item
	Days            []day
	Ledger          []ledgerLine

	Number       int           // of a numbered page, else 0
	First, Last  *layout.Stamp // when its first and its last entry were, by the order of publication; nil without any
	Above, Below *turning
	Turns        []turn

	Style  template.CSS
	Data   template.JS // JSON-LD
	Policy string      // content security policy
}

// A day is the entries between two changes of the date.
type day struct {
	Date    *layout.Stamp // nil over the first
	Entries []item
}

// An item is one entry as the page prints it.
type item struct {
	layout.Entry
	To   string // where links to it lead
	Body template.HTML
}

// A pageMoment is a line of the key moments, with where its entry stands.
type pageMoment struct {
	layout.Moment
	To string
}

// A ledgerLine is a line of the corrections at the end; To is where the
// corrected stands.
type ledgerLine struct {
	To, What string
	layout.Note
}

// view lays an edition out.
func (n *document) view() (view, error) {
	now := n.Changed
	v := view{
		Language:   n.language(),
		Results:    n.Options.Only.Results,
		Title:      n.title(),
		Headline:   n.heading(),
		Standfirst: layout.OneLine(n.Details.Standfirst),
		Strap:      layout.OneLine(n.Details.Title),
		Place:      layout.OneLine(n.Details.Place),
		Publisher:  layout.OneLine(n.Details.Publisher),
		Address:    n.pageAddress(n.leaf.number),
		Date:       n.Date(now),
		Updated:    n.Time(now),
		Count:      layout.Plural(n.Count(), "entry", "entries"),
	}
	if n.Details.Rehearsal {
		v.Test = layout.RehearsalWarning
	}
	if names := n.Writers(); len(names) > 0 {
		v.By = "By " + layout.OneLine(election.And(names))
	}
	v.Turns = n.turns()
	v.Above, v.Below = n.turnings()
	if v.Number = n.leaf.number; v.Number > 0 {
		v.First, v.Last = n.span()
		return v, n.items(&v)
	}
	if n.Options.Only.Entry == "" {
		v.Groups = n.Groups()
	}
	for _, m := range n.Moments(now) {
		v.Moments = append(v.Moments, pageMoment{m, n.entryTo(m.Page, "e-"+m.ID)})
	}
	for _, c := range n.Corrections() {
		v.Ledger = append(v.Ledger, ledgerLine{n.entryTo(c.Page, c.Anchor), c.What, layout.Note{When: n.Clock(c.When, now), Text: c.Text}})
	}
	if err := n.pinned(&v); err != nil {
		return v, err
	}
	return v, n.items(&v)
}

// heading is what stands over the page.
func (n *document) heading() string {
	if n.leaf.number == 0 {
		return layout.OneLine(n.Headline())
	}
	return layout.OneLine(n.Headline()) + ": updates " + n.leaf.span(n.leaf.number)
}

// span is when the first and the last entry of the page were, in the order of
// publication; nil where it has none.
func (n *document) span() (first, last *layout.Stamp) {
	if len(n.Posts) == 0 {
		return nil, nil
	}
	a, b := n.Posts[0], n.Posts[len(n.Posts)-1]
	if !n.OldestFirst() {
		a, b = b, a
	}
	from, to := n.Dated(a.Shown(), 0), n.Dated(b.Shown(), a.Shown())
	return &from, &to
}

// language is the tag of the language that the blog is written in.
func (n *document) language() string {
	const usual = "en-GB"
	if tag, err := language.Parse(n.Details.Language); err == nil && tag != language.Und {
		return tag.String()
	}
	return usual
}

// title is what a browser calls the page: the longest that its tabs and a
// search engine's list can show.
func (n *document) title() string {
	const most = 70
	headline, name, publisher := n.heading(), n.Titled(layout.OneLine(n.Details.Title)), layout.OneLine(n.Details.Publisher)
	if n.leaf.number > 0 {
		name = "" // it is called by its entries
	}
	for _, s := range []string{headline + " – " + publisher, headline, name + " – " + publisher, name} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, " – "), " – ")
		if s != "" && utf8.RuneCountInString(s) <= most {
			return s
		}
	}
	return headline
}

// pinned renders the pinned entries once more, for the top.
func (n *document) pinned(v *view) error {
	if n.Options.Only.Entry != "" {
		return nil
	}
	for _, x := range n.Across(layout.Pinned) {
		it, err := n.item(x, "pinned-"+x.ID)
		if err != nil {
			return err
		}
		it.Time = n.Dated(x.Shown(), n.Changed)
		v.Pinned = append(v.Pinned, it)
	}
	return nil
}

// items renders the entries in their place.
func (n *document) items(v *view) error {
	for i, x := range n.Posts {
		it, err := n.item(x, "e-"+x.ID)
		if err != nil {
			return err
		}
		date := n.NewDay(i)
		if i == 0 || date != nil {
			v.Days = append(v.Days, day{Date: date})
		}
		today := &v.Days[len(v.Days)-1]
		today.Entries = append(today.Entries, it)
	}
	return nil
}

func (n *document) item(x layout.Post, scope string) (item, error) {
	e := n.EntryOf(x, scope)
	body, err := paint.Page(e.Text, &n.style)
	return item{e, n.entryTo(x.Page, "e-"+x.ID), template.HTML(body)}, err // written by paint, which can express nothing else
}
