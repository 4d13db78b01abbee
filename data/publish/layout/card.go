package layout

import (
	"fmt"
	"image/color"
	"strconv"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// A card is a contest's result as every form prints it: a heading, a table
// and the figures that belong to it.
type card struct {
	Level   int         // of its heading: 2 at the head of the page, 3 under a council or another group, 4 in an entry
	Anchor  string      // where links to it lead; empty in an entry
	Contest string      // "Hartlepool"
	Heading string      // "Con gain from Lab", after the contest's name where the night has several
	Status  string      // "Hartlepool, declared 7.01am BST on 7 May 2021."
	Basis   string      // "Change since the 2019 general election (12 December 2019)."
	Percent string      // what the percentages are of: "% of valid votes"
	Change  bool        // there is a baseline, so there are changes
	Many    bool        // several seats, so that each of the elected is marked
	Amended []amendment // each correction of the result
	Rows    []Row       // those that matter, the rest as one
	All     []Row       // every candidate; nil where Rows are all of them
	Facts   []fact
	Notes   []string
}

// Full are the lines of every candidate.
func (k card) Full() []Row {
	if k.All != nil {
		return k.All
	}
	return k.Rows
}

// A Row is a row of a card.
type Row struct {
	Name, Party, Full string // the party by its short and its long name
	Votes, Share      string
	Change            string
	Elected, Others   bool
	Deposit           string // "lost" or "kept", empty where there is none
	Width             string // of the bar, in per cent of the longest
	Fill              string // RRGGBB
	Pale, Dim         bool   // needs an outline in light, in dark
	votes             int
}

// A fact is one labelled figure.
type fact struct{ Label, Value, Note string }

// The palettes of a card, which the page's style sets to the same values.
var (
	LightCard = chart.Palette{Ground: rgb(0xF4F3EF), Ink: chart.Light.Ink, Quiet: rgb(0x5C5F65), Line: rgb(0xDEDBD3)}
	DarkCard  = chart.Palette{Ground: rgb(0x222529), Ink: chart.Dark.Ink, Quiet: rgb(0xA6AAB1), Line: rgb(0x3A3D43)}
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// newCard makes the card of a declared contest.
func (n *Blog) newCard(r election.Result) card {
	c := r.Contest
	k := card{
		Level:   2,
		Anchor:  Anchor(c.ID),
		Contest: OneLine(c.Name),
		Heading: capital(outcome(r)),
		Status:  n.status(c),
		Basis:   basis(r),
		Percent: "% of " + r.ShareOf(),
		Change:  r.Primary() != nil,
		Many:    c.SeveralSeats(),
		Amended: n.amended(c),
		Facts:   facts(r),
	}
	switch {
	case k.Heading == "":
		k.Heading = k.Contest
	case len(n.ContestResults) > 1:
		k.Heading = k.Contest + ": " + outcome(r)
	}
	k.Rows, k.Notes = n.lines(r), notes(r)
	if lead := leading(r); lead < len(k.Rows) {
		k.All = k.Rows
		k.Rows = append(append([]Row{}, k.All[:lead]...), others(r, lead))
	}
	scale(k.Rows)
	scale(k.All)
	return k
}

func outcome(r election.Result) string { return OneLine(r.Outcome().String()) }

// under is the card as it stands below a heading of its own level.
func (k card) under(level int) card {
	k.Level = level + 1
	return k
}

// inEntry is the card as an entry shows it, without the long table that
// stands at the head.
func (k card) inEntry() card {
	k.Level, k.Anchor = 4, ""
	if k.All != nil {
		k.All, k.Notes = nil, nil
	}
	return k
}

// lines are every candidate's, in the order of the result.
func (n *Blog) lines(r election.Result) []Row {
	lines := make([]Row, len(r.Rows))
	for i, row := range r.Rows {
		p := row.Candidate.Party
		fill := chart.Fill(p, n.Colours)
		lines[i] = Row{
			Name:    OneLine(row.Candidate.Name()),
			Party:   OneLine(p.Label()),
			Full:    OneLine(p.Name),
			Votes:   row.Candidate.Votes.String(),
			Share:   row.Share.Percent(1),
			Change:  change(row),
			Elected: row.Elected,
			Deposit: deposit(row),
			Fill:    fmt.Sprintf("%02X%02X%02X", fill.R, fill.G, fill.B),
			Pale:    LightCard.Outline(fill).A > 0,
			Dim:     DarkCard.Outline(fill).A > 0,
			votes:   row.Candidate.Votes.Or(0),
		}
		if lines[i].Full == "" {
			lines[i].Full = lines[i].Party
		}
	}
	return lines
}

func change(row election.Row) string {
	switch c := row.Change(); {
	case len(row.Changes) == 0:
		return ""
	case c.New:
		return "new"
	case c.Points.Known():
		return c.Points.Signed(1)
	}
	return "–"
}

func deposit(row election.Row) string {
	switch {
	case row.DepositLost == nil:
		return ""
	case *row.DepositLost:
		return "lost"
	}
	return "kept"
}

// leading is how many candidates have a row of their own in the short table:
// the elected and those above one in twenty, never under two; all of them
// where that would leave a single one to group or where they are few.
func leading(r election.Result) int {
	const few = 6
	lead := min(2, len(r.Rows))
	for i, row := range r.Rows {
		votes, valid := row.Candidate.Votes.Or(0), r.Valid.Or(0)
		if row.Elected || votes*20 > valid {
			lead = max(lead, i+1)
		}
	}
	if len(r.Rows) <= few || len(r.Rows)-lead < 2 {
		return len(r.Rows)
	}
	return lead
}

// others is one row for all candidates from a place on.
func others(r election.Result, from int) Row {
	sum := 0
	for _, row := range r.Rows[from:] {
		sum += row.Candidate.Votes.Or(0)
	}
	votes := election.Of(sum)
	return Row{
		Name:   election.Commas(len(r.Rows)-from) + " others",
		Votes:  votes.String(),
		Share:  election.Ratio(votes, r.Valid).Percent(1),
		Others: true,
		Fill:   "A9A59B",
		Pale:   true,
		votes:  sum,
	}
}

// scale gives every bar of a table its width; the longest takes all there is.
func scale(lines []Row) {
	longest := 1
	for _, l := range lines {
		longest = max(longest, l.votes)
	}
	for i, l := range lines {
		lines[i].Width = strconv.FormatFloat(float64(l.votes)*100/float64(longest), 'f', 1, 64)
	}
}

func Plural(n int, thing, things string) string {
	if n == 0 {
		return "No " + things
	}
	return election.Several(n, thing, things)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
