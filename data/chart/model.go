package chart

import (
	"cmp"
	"image/color"
	"slices"

	"nightdesk/data/election"
)

// A Model is what a chart says, before it has a size or colours to stand on.
// It is a value: no method changes it.
type Model struct {
	title  string
	ending string   // how it ended, in a sentence; may be empty
	lead   []string // sentences: what the figures are of
	body   body
	notes  []string // sentences at the foot
}

// A body is what a chart of one kind draws and tells between its head and its
// notes.
type body interface {
	draw(s *sheet)
	looks() string              // what one sees, in a sentence
	sentences() []string        // every row in words, nothing shortened
	table(columns int) []string // every row in aligned text, lines of at most so many columns
}

// A row is one bar and what is written beside it.
type row struct {
	name    string // the candidate's; empty where the bar is a party's of several
	party   string // short
	long    string // the party's name in full
	votes   string
	share   string
	before  string  // share in the baseline
	change  string  // signed, "new", "–" where there is no figure; empty without a baseline
	length  float64 // of the bar: a fraction of the votes, negative to the left
	fill    color.NRGBA
	neutral bool // no one party's bar: drawn in a grey of the palette
	elected bool
}

// More candidates than this are not all given a bar: the leading ones are, and
// the others share one and are listed below.
const mostBars = 16

// New makes the model of a contest's chart, of a kind that is of a contest. The
// desk's own party colours are given by party id, as RRGGBB. Errors are a *NotPublicError before the
// declaration, a *NoPollError where no votes were counted, a
// *NothingToDrawError where the figures for this kind are lacking and a
// *KindError.
func New(c election.Contest, k Kind, own map[string]string) (Model, error) {
	model := k.row().result
	if model == nil {
		return Model{}, &KindError{k}
	}
	c = c.Public()
	name := clean(c.Name)
	switch {
	case c.State == election.Uncontested, c.State == election.Countermanded, c.State == election.Postponed:
		return Model{}, &NoPollError{name, c.State}
	case !c.IsPublic(election.Votes):
		return Model{}, &NotPublicError{name, c.State}
	}
	r := election.Compute(c)
	if len(r.Rows) == 0 {
		return Model{}, &NothingToDrawError{name, k, name + " has no candidates, so there is nothing to draw.", "Add its candidates first."}
	}
	if r.Missing > 0 {
		return Model{}, &NothingToDrawError{name, k,
			"Not every candidate’s votes in " + name + " are known, so there are no shares to draw.",
			"Add the missing votes as a correction."}
	}
	return model(r, own)
}

// newShare makes a share chart; it has no error of its own.
func newShare(r election.Result, own map[string]string) (Model, error) {
	c := r.Contest
	b := shares{changes: r.Primary() != nil}
	bars := barsFor(r)
	for i, x := range r.Rows {
		line := newRow(x, own)
		line.length = max(0, x.Share.Float())
		if i < bars {
			b.rows = append(b.rows, line)
		} else {
			b.others = append(b.others, line)
		}
	}
	if len(b.others) > 0 {
		b.rest = theRest(r, bars)
	}
	return Model{
		title:  clean(c.Name) + ": share of the vote",
		ending: ending(r),
		lead:   []string{shareOf(r), plusMinus(r)},
		body:   b,
		notes:  foot(r, true),
	}, nil
}

// barsFor is how many of the result's rows get a bar of their own: all where
// they are few, else those with 1% or more, yet never under 3 or over 12, and
// everyone who was elected.
func barsFor(r election.Result) int {
	if len(r.Rows) <= mostBars {
		return len(r.Rows)
	}
	bars, elected := 0, 0
	for i, x := range r.Rows {
		if x.Share.Float() >= 0.01 {
			bars = i + 1
		}
		if x.Elected {
			elected = i + 1
		}
	}
	bars = max(min(max(bars, 3), 12), elected)
	if len(r.Rows)-bars < 2 {
		return len(r.Rows)
	}
	return bars
}

func theRest(r election.Result, from int) *row {
	sum := 0
	for _, x := range r.Rows[from:] {
		sum += x.Candidate.Votes.Or(0)
	}
	share := election.Ratio(election.Of(sum), r.Valid)
	return &row{
		name:    election.Commas(len(r.Rows)-from) + " others",
		votes:   election.Commas(sum),
		share:   share.Percent(1),
		length:  share.Float(),
		neutral: true,
	}
}

func newChange(r election.Result, own map[string]string) (Model, error) {
	name := clean(r.Contest.Name)
	lacking := func(why, step string) (Model, error) {
		return Model{}, &NothingToDrawError{name, Change, why, step}
	}
	base := r.Primary()
	if base == nil {
		return lacking(name+" has no earlier result to compare with.", "Import one as its baseline.")
	}
	moved := slices.Clone(r.Rows)
	moved = slices.DeleteFunc(moved, func(x election.Row) bool { return !x.Change().Points.Known() })
	if len(moved) == 0 {
		return lacking("No party stood in "+name+" both now and in the earlier result, so no share can be said to have changed.",
			"Draw the share chart instead.")
	}
	slices.SortStableFunc(moved, func(a, b election.Row) int { return b.Change().Points.Cmp(a.Change().Points) })
	var b changes
	for _, x := range moved {
		line := newRow(x, own)
		line.length = x.Change().Points.Float()
		line.share = x.PartyShare.Percent(1)
		line.before = x.PartyShare.Minus(x.Change().Points).Percent(1)
		if byMethod(r) && !x.Candidate.Party.IsIndependent() {
			line.name, line.elected = "", false
		}
		b.rows = append(b.rows, line)
	}
	notes := append(newcomers(r), leavers(r)...)
	return Model{
		title:  name + ": change in share of the vote",
		ending: ending(r),
		lead:   []string{changeOf(r)},
		body:   b,
		notes:  append(notes, foot(r, false)...),
	}, nil
}

func newRow(x election.Row, own map[string]string) row {
	k := x.Candidate
	line := row{
		name:    clean(k.Name()),
		party:   partyLabel(k.Party),
		long:    clean(k.Party.Name),
		votes:   k.Votes.String(),
		share:   x.Share.Percent(1),
		fill:    Fill(k.Party, own),
		elected: x.Elected,
	}
	if line.name == "" {
		line.name = "Unnamed"
	}
	if line.long == "" {
		line.long = line.party
	}
	if len(x.Changes) > 0 {
		line.change = cmp.Or(x.Change().String(), "–")
	}
	return line
}

func partyLabel(p election.Party) string {
	if s := clean(p.Label()); s != "" {
		return s
	}
	return election.Independent.Short
}
