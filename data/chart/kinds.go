package chart

import (
	"slices"

	"nightdesk/data/election"
)

// A Kind is what a chart shows.
type Kind string

// The kinds of chart.
const (
	Share   Kind = "share"   // every candidate's share of the vote, as bars from 0
	Change  Kind = "change"  // each party's change in share, as bars either side of 0
	Seats   Kind = "seats"   // a council's seats by party, with a line at the majority
	History Kind = "history" // past contests by date, as dots above and below 0
)

// A Subject is what a kind of chart is of.
type Subject int

// The subjects of charts.
const (
	OfContest Subject = iota
	OfCouncil
	OfHistory // past contests
)

// A Source is what a chart is drawn from. A chart needs what it is of and may do
// without the rest.
type Source struct {
	Contest  election.Contest
	Council  election.Council
	Contests []election.Contest // with the wards of the council among them
	History  election.History
	Colours  map[string]string // the desk's own, by party id, as RRGGBB
}

// A kindOf is a row of the table of kinds: a chart of a contest is made of its
// result, any other of the source.
type kindOf struct {
	kind   Kind
	title  string
	of     Subject
	result func(r election.Result, own map[string]string) (Model, error)
	source func(Source) (Model, error)
}

// kinds is the table of the kinds of chart, in the order that a desk offers
// them.
var kinds = []kindOf{
	{kind: Share, title: "Share", of: OfContest, result: newShare},
	{kind: Change, title: "Change", of: OfContest, result: newChange},
	{kind: Seats, title: "Seats", of: OfCouncil,
		source: func(s Source) (Model, error) { return NewSeats(s.Council, s.Contests, s.Colours) }},
	{kind: History, title: "Past contests", of: OfHistory,
		source: func(s Source) (Model, error) { return NewHistory(s.History, s.Colours) }},
}

// row is the row of a kind, the zero row where there is no such kind.
func (k Kind) row() kindOf {
	i := slices.IndexFunc(kinds, func(row kindOf) bool { return row.kind == k })
	if i < 0 {
		return kindOf{}
	}
	return kinds[i]
}

// Kinds is every kind in the order that a desk offers them. The slice is the
// caller's own.
func Kinds() []Kind { return kindsOf(func(kindOf) bool { return true }) }

// kindsOf is the kinds whose row is wanted.
func kindsOf(wanted func(kindOf) bool) []Kind {
	var all []Kind
	for _, row := range kinds {
		if wanted(row) {
			all = append(all, row.kind)
		}
	}
	return all
}

// Known reports whether there is such a kind.
func (k Kind) Known() bool { return k.row().kind == k && k != "" }

// Title is what the kind is called where charts are chosen: "Past contests".
func (k Kind) Title() string { return k.row().title }

// Subject is what a chart of the kind is of. A kind that there is not is taken
// as one of a contest, which then has a *KindError for it.
func (k Kind) Subject() Subject { return k.row().of }

// Draw makes the model of a chart of any kind. Errors are those of New, NewSeats
// and NewHistory.
func Draw(k Kind, s Source) (Model, error) {
	if draw := k.row().source; draw != nil {
		return draw(s)
	}
	return New(s.Contest, k, s.Colours)
}
