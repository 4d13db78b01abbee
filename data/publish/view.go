package publish

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A view is what the templates of the page and of the fragment print. All of
// it is text that they escape, but for the bodies of the entries, which tree
// has written.
type view struct {
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

// view lays an edition out. Page says for which of the two forms.
func (n *night) view(page bool) (view, error) {
	now := n.changed()
	v := view{
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
	if names := n.writers(); len(names) > 0 {
		v.By = "By " + oneLine(election.And(names))
	}
	v.Groups = n.groups()
	v.Moments = n.moments(now)
	for _, c := range n.corrections() {
		v.Ledger = append(v.Ledger, ledgerLine{c.anchor, c.what, note{n.clock(c.when, now), c.text}})
	}
	return v, n.items(&v, page)
}

// title is what a browser calls the page: the longest that its tabs and a
// search engine's list can show.
func (n *night) title() string {
	const most = 70
	headline, name, publisher := oneLine(n.headline()), oneLine(n.Details.Title), oneLine(n.Details.Publisher)
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
func (n *night) items(v *view, page bool) error {
	for i, x := range n.posts {
		it, err := n.item(x, page, "e-"+x.ID)
		if err != nil {
			return err
		}
		if i == 0 || !n.sameDay(x.shown(), n.posts[i-1].shown()) {
			v.Days = append(v.Days, day{})
			if i > 0 {
				date := n.day(x.shown())
				v.Days[len(v.Days)-1].Date = &date
			}
		}
		today := &v.Days[len(v.Days)-1]
		today.Entries = append(today.Entries, it)
		if x.Pinned && !x.Withdrawn {
			if it, err = n.item(x, page, "pinned-"+x.ID); err != nil {
				return err
			}
			it.Time = n.dated(x.shown(), n.changed())
			v.Pinned = append(v.Pinned, it)
		}
	}
	return nil
}

func (n *night) item(x post, page bool, scope string) (item, error) {
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
	body, err := n.body(x.doc, page, scope)
	it.Body = template.HTML(body) // written by tree, which can express nothing else
	return it, err
}

// marks say what became of an entry after its time.
func (n *night) marks(x post) []string {
	var marks []string
	if x.late() {
		marks = append(marks, "Posted "+n.clock(x.Published, x.shown()).Text)
	}
	if len(x.Corrections) > 0 {
		last := x.Corrections[len(x.Corrections)-1]
		marks = append(marks, "Corrected "+n.clock(last.When, x.shown()).Text)
		if x.Updated <= last.When {
			return marks
		}
	}
	if x.Updated > x.Published {
		marks = append(marks, "Updated "+n.clock(x.Updated, x.shown()).Text)
	}
	return marks
}

func (n *night) moments(now int64) []moment {
	var ms []moment
	for _, x := range n.posts {
		if x.Key && !x.Withdrawn {
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
	if s := opening(blog.Plaintext(x.doc)); s != "" {
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
