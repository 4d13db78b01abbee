package publish

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
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
	Date, Updated   stamp
	Count           string // "34 entries"
	Groups          []group
	Moments         []moment
	Pinned          []item
	Days            []day
	Ledger          []ledgerLine

	Number       int    // of a numbered page, else 0
	First, Last  *stamp // when its first and its last entry were, by the order of publication; nil without any
	Above, Below *turning
	Turns        []turn

	Style  template.CSS
	Data   template.JS // JSON-LD
	Policy string      // content security policy
}

// A day is the entries between two changes of the date.
type day struct {
	Date    *stamp // nil over the first
	Entries []item
}

// An item is one entry as printed.
type item struct {
	ID        string
	To        string // where links to it lead
	Time      stamp
	By        string
	Kicker    string
	Marks     []string // "Updated 7.10am"
	Notes     []note
	Withdrawn bool
	Body      template.HTML
}

// A note is a correction under its entry.
type note struct {
	When stamp
	Text string
}

// A moment is a line of the key moments.
type moment struct {
	ID, Label string
	Time      stamp
	to        string
}

// To is where the entry stands.
func (m moment) To() string { return m.to }

// A ledgerLine is a line of the corrections at the end; To is where the
// corrected stands.
type ledgerLine struct {
	To, What string
	note
}

// view lays an edition out.
func (n *night) view() (view, error) {
	now := n.changed()
	v := view{
		Language:   n.language(),
		Results:    n.o.Only.Results,
		Title:      n.title(),
		Headline:   n.heading(),
		Standfirst: oneLine(n.Details.Standfirst),
		Strap:      oneLine(n.Details.Title),
		Place:      oneLine(n.Details.Place),
		Publisher:  oneLine(n.Details.Publisher),
		Address:    n.pageAddress(n.leaf.number),
		Date:       n.date(now),
		Updated:    n.full(now),
		Count:      plural(n.live(), "entry", "entries"),
	}
	if n.Details.Rehearsal {
		v.Test = rehearsalWarning
	}
	if names := n.writers(); len(names) > 0 {
		v.By = "By " + oneLine(election.And(names))
	}
	v.Turns = n.turns()
	v.Above, v.Below = n.turnings()
	if v.Number = n.leaf.number; v.Number > 0 {
		v.First, v.Last = n.span()
		return v, n.items(&v)
	}
	if n.o.Only.Entry == "" {
		v.Groups = n.groups()
	}
	v.Moments = n.moments(now)
	for _, c := range n.corrections() {
		v.Ledger = append(v.Ledger, ledgerLine{n.entryTo(c.page, c.anchor), c.what, note{n.clock(c.when, now), c.text}})
	}
	if err := n.pinned(&v); err != nil {
		return v, err
	}
	return v, n.items(&v)
}

// heading is what stands over the page.
func (n *night) heading() string {
	if n.leaf.number == 0 {
		return oneLine(n.headline())
	}
	return oneLine(n.headline()) + ": updates " + n.leaf.span(n.leaf.number)
}

// span is when the first and the last entry of the page were, in the order of
// publication; nil where it has none.
func (n *night) span() (first, last *stamp) {
	if len(n.posts) == 0 {
		return nil, nil
	}
	a, b := n.posts[0], n.posts[len(n.posts)-1]
	if !n.oldestFirst() {
		a, b = b, a
	}
	from, to := n.dated(a.shown(), 0), n.dated(b.shown(), a.shown())
	return &from, &to
}

// language is the tag of the language that the blog is written in.
func (n *night) language() string {
	const usual = "en-GB"
	if tag, err := language.Parse(n.Details.Language); err == nil && tag != language.Und {
		return tag.String()
	}
	return usual
}

// title is what a browser calls the page: the longest that its tabs and a
// search engine's list can show.
func (n *night) title() string {
	const most = 70
	headline, name, publisher := n.heading(), n.tested(oneLine(n.Details.Title)), oneLine(n.Details.Publisher)
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
func (n *night) pinned(v *view) error {
	if n.o.Only.Entry != "" {
		return nil
	}
	for _, x := range n.across(pinned) {
		it, err := n.item(x, "pinned-"+x.ID)
		if err != nil {
			return err
		}
		it.Time = n.dated(x.shown(), n.changed())
		v.Pinned = append(v.Pinned, it)
	}
	return nil
}

// items renders the entries in their place.
func (n *night) items(v *view) error {
	for i, x := range n.posts {
		it, err := n.item(x, "e-"+x.ID)
		if err != nil {
			return err
		}
		date := n.newDay(i)
		if i == 0 || date != nil {
			v.Days = append(v.Days, day{Date: date})
		}
		today := &v.Days[len(v.Days)-1]
		today.Entries = append(today.Entries, it)
	}
	return nil
}

func (n *night) item(x post, scope string) (item, error) {
	it := item{
		ID:        x.ID,
		To:        n.entryTo(x.page, "e-"+x.ID),
		Time:      n.full(x.shown()),
		By:        oneLine(election.And(n.names(x))),
		Kicker:    oneLine(x.Kicker),
		Withdrawn: x.Withdrawn,
	}
	if x.Withdrawn {
		return it, nil
	}
	it.Marks = n.marks(x)
	for _, c := range x.Corrections {
		it.Notes = append(it.Notes, note{n.clock(c.When, x.shown()), oneLine(c.Note)})
	}
	body, err := n.body(n.print(x), scope)
	it.Body = template.HTML(body) // written by tree, which can express nothing else
	return it, err
}

// marks say what an entry is that readers must know, and what became of it
// after its time.
func (n *night) marks(x post) []string {
	var marks []string
	mark := func(what string, ms int64) {
		if !n.timeless() {
			what += " " + n.clock(ms, x.shown()).Text
		}
		marks = append(marks, what)
	}
	if n.Details.Rehearsal {
		marks = append(marks, rehearsalMark)
	}
	if x.late() && !n.timeless() {
		mark("Posted", x.Published)
	}
	if len(x.Corrections) > 0 {
		last := x.Corrections[len(x.Corrections)-1]
		mark("Corrected", last.When)
		if x.Updated <= last.When {
			return marks
		}
	}
	if x.Updated > x.Published {
		mark("Updated", x.Updated)
	}
	return marks
}

func (n *night) moments(now int64) []moment {
	var ms []moment
	if n.o.Only.Entry != "" {
		return nil
	}
	for _, x := range n.across(keyMoments) {
		ms = append(ms, moment{x.ID, n.label(x), n.brief(x.shown(), now), n.entryTo(x.page, "e-"+x.ID)})
	}
	return ms
}

// label is what an entry is called where it is only pointed at.
func (n *night) label(x post) string {
	for _, s := range []string{x.KeyLabel, x.Kicker} {
		if s = oneLine(s); s != "" {
			return s
		}
	}
	if s := opening(text.Plaintext(x.doc())); s != "" {
		return s
	}
	return n.full(x.shown()).Text
}

// opening is the beginning of a text, cut at a word.
func opening(s string) string {
	const most = 80
	s = oneLine(s)
	if r := []rune(s); len(r) > most {
		cut := most
		for i := most; i > most/2; i-- {
			if r[i] == ' ' {
				cut = i
				break
			}
		}
		return string(r[:cut]) + "…"
	}
	return s
}
