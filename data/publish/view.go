package publish

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"nightdesk/data/blog"
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
}

// A ledgerLine is a line of the corrections at the end; Anchor is where the
// corrected stands.
type ledgerLine struct {
	Anchor, What string
	note
}

// view lays an edition out.
func (n *night) view() (view, error) {
	now := n.changed()
	v := view{
		Language:   n.language(),
		Results:    n.o.Only.Results,
		Title:      n.title(),
		Headline:   oneLine(n.headline()),
		Standfirst: oneLine(n.Details.Standfirst),
		Strap:      oneLine(n.Details.Title),
		Place:      oneLine(n.Details.Place),
		Publisher:  oneLine(n.Details.Publisher),
		Address:    web(n.Details.Address),
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
	if n.o.Only.Entry == "" {
		v.Groups = n.groups()
	}
	v.Moments = n.moments(now)
	for _, c := range n.corrections() {
		v.Ledger = append(v.Ledger, ledgerLine{c.anchor, c.what, note{n.clock(c.when, now), c.text}})
	}
	return v, n.items(&v)
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
	headline, name, publisher := oneLine(n.headline()), n.tested(oneLine(n.Details.Title)), oneLine(n.Details.Publisher)
	for _, s := range []string{headline + " – " + publisher, headline, name + " – " + publisher, name} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, " – "), " – ")
		if s != "" && utf8.RuneCountInString(s) <= most {
			return s
		}
	}
	return headline
}

// items renders the entries, once in their place and, where they are pinned,
// once more at the top.
func (n *night) items(v *view) error {
	pinned := n.o.Only.Entry == ""
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
		if pinned && x.Pinned && !x.Withdrawn {
			if it, err = n.item(x, "pinned-"+x.ID); err != nil {
				return err
			}
			it.Time = n.dated(x.shown(), n.changed())
			v.Pinned = append(v.Pinned, it)
		}
	}
	return nil
}

func (n *night) item(x post, scope string) (item, error) {
	it := item{
		ID:        x.ID,
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
	for _, x := range n.posts {
		if x.Key && !x.Withdrawn && n.o.Only.Entry == "" {
			ms = append(ms, moment{x.ID, n.label(x), n.brief(x.shown(), now)})
		}
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
	if s := opening(blog.Plaintext(x.doc())); s != "" {
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
